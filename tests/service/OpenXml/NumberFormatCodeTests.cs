using System.Globalization;
using LearningCity.Docs.OpenXml;

namespace LearningCity.Docs.Tests.OpenXml;

public class NumberFormatCodeTests
{
    private static ShownNumber Show(string code, string number) => NumberFormatCode.Parse(code).Show(decimal.Parse(number, CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("0.0\"%\"", "0.9", "0.9", "", "%")]
    [InlineData("0.00\\%", "1", "1", "", "%")]
    [InlineData("0.0\"‰\"", "9.5", "9.5", "", "‰")]
    [InlineData("#,##0\" trẻ\"", "1512", "1512", "", " trẻ")]
    [InlineData("General\" lần\"", "2", "2", "", " lần")]
    [InlineData("[$₫-42A] #,##0", "5", "5", "₫ ", "")]
    [InlineData("0.0,", "1512", "1.512", "", "")]
    [InlineData("#,##0,,.0", "2500000", "2.5", "", "")]
    [InlineData("#,##0", "1512", "1512", "", "")]
    [InlineData("[>=1000000]#\\.000\\.000;[>=1000]#\\.000;General", "1512", "1512", "", "")]
    [InlineData("[>=1000000]#\\.000\\.000;[>=1000]#\\.000;General", "12", "12", "", "")]
    [InlineData("0;(0)", "-5", "-5", "", "")]
    [InlineData("0;-0", "-5", "-5", "", "")]
    [InlineData("0;0", "-5", "5", "", "")]
    [InlineData("0", "-5", "-5", "", "")]
    [InlineData("_-* #,##0_-;-* #,##0_-;_-* \"-\"_-;_-@_-", "0", "0", "", "")]
    [InlineData("_-* #,##0.00_-;-* #,##0.00_-;_-* \"-\"??_-;_-@_-", "0", "0", "", "")]
    [InlineData("_-* #,##0.00_-;-* #,##0.00_-;_-* \"-\"??_-;_-@_-", "12.5", "12.5", "", "")]
    [InlineData("##0.0E+0", "1500", "1500", "", "")]
    [InlineData("# ?/?", "0.5", "0.5", "", "")]
    [InlineData("#.00", "0", "0", "", "")]
    [InlineData("", "7", "7", "", "")]
    public void Figure_IsShownWithWhatTheFormatPrints(string code, string number, string value, string before, string behind)
    {
        var shown = Show(code, number);
        (shown.Value, shown.Before, shown.Behind, shown.HasDigits).ShouldBe((decimal.Parse(value, CultureInfo.InvariantCulture), before, behind, true));
        shown.IsNothing.ShouldBeFalse();
    }

    [Theory]
    [InlineData("[=1]\"Tăng\";[=2]\"Giảm\";General", "1", "Tăng")]
    [InlineData("[=1]\"Tăng\";[=2]\"Giảm\";General", "2", "Giảm")]
    [InlineData("\"Đạt\";;\"Không đạt\"", "1", "Đạt")]
    [InlineData("\"Đạt\";;\"Không đạt\"", "0", "Không đạt")]
    public void WordsInThePlaceOfAFigure_AreShown(string code, string number, string words)
    {
        var shown = Show(code, number);
        (shown.Before + shown.Behind, shown.HasDigits).ShouldBe((words, false));
    }

    [Theory]
    [InlineData(";;;", "51.2")]
    [InlineData(";;", "51.2")]
    [InlineData("0;-0;;@", "0")]
    [InlineData("#,###", "0")]
    [InlineData("#", "0.3")]
    public void NothingShown_IsNothing(string code, string number) => Show(code, number).IsNothing.ShouldBeTrue();

    [Theory]
    [InlineData("0%", "0.95", NumberShape.Percent)]
    [InlineData("[>=1]0%;0.0%", "0.715", NumberShape.Percent)]
    [InlineData("0\"%\"", "95", NumberShape.General)]
    [InlineData("@", "95", NumberShape.Text)]
    [InlineData("dd/mm/yyyy", "45755", NumberShape.Date)]
    [InlineData("[h]:mm", "1.5", NumberShape.Date)]
    [InlineData("[Red]0.0", "1.5", NumberShape.General)]
    [InlineData("[$-42A]d\" tháng \"m", "45755", NumberShape.Date)]
    internal void Shape_IsThatOfTheSection(string code, string number, NumberShape shape) => Show(code, number).Shape.ShouldBe(shape);

    [Theory]
    [InlineData("[>=1]0%;0.0", "0.5", NumberShape.General)]
    [InlineData("[>=1]0%;0.0", "1", NumberShape.Percent)]
    [InlineData("0%;0.0", "-1", NumberShape.General)]
    internal void Section_IsChosenByTheNumber(string code, string number, NumberShape shape) => Show(code, number).Shape.ShouldBe(shape);

    [Theory]
    [InlineData("General", "Đạt", "Đạt")]
    [InlineData("0", "Đạt", "Đạt")]
    [InlineData("@", "Đạt", "Đạt")]
    [InlineData("@\"%\"", "95", "95%")]
    [InlineData(";;", "Đạt", "Đạt")]
    [InlineData(";;;", "Đạt", null)]
    [InlineData("0;0;0;", "Đạt", null)]
    [InlineData("0;0;0;\"x\"", "Đạt", "x")]
    [InlineData("0;@", "Đạt", "Đạt")]
    public void Text_IsShownByItsSection(string code, string text, string? shown) => NumberFormatCode.Parse(code).Show(text).ShouldBe(shown);

    [Theory]
    [InlineData(9, NumberShape.Percent)]
    [InlineData(14, NumberShape.Date)]
    [InlineData(49, NumberShape.Text)]
    [InlineData(43, NumberShape.General)]
    [InlineData(163, NumberShape.General)]
    internal void BuiltInFormats_AreKnown(int id, NumberShape shape) => NumberFormatCode.BuiltIn(id).Show(0.5m).Shape.ShouldBe(shape);

    [Theory]
    [InlineData("\"")]
    [InlineData("[")]
    [InlineData("\\")]
    [InlineData("_")]
    [InlineData("0;;;;;;;")]
    [InlineData("[=1e400]0")]
    [InlineData("[><1]0")]
    public void DamagedCodes_AreReadAllTheSame(string code) => Should.NotThrow(() => (Show(code, "1"), Show(code, "-1"), Show(code, "0"), NumberFormatCode.Parse(code).Show("x")));
}
