using System.Globalization;
using FsCheck.Fluent;
using LearningCity.Docs.Tests.Support;
using LearningCity.Docs.Text;

namespace LearningCity.Docs.Tests.Text;

public class VietnameseNumberTests
{
    private static decimal D(string number) => decimal.Parse(number, CultureInfo.InvariantCulture);

    [Theory]
    [InlineData("95,5%", "95.5", "%", NumberNotes.Percent)]
    [InlineData("95,5 %", "95.5", "%", NumberNotes.Percent)]
    [InlineData("95 phần trăm", "95", "phần trăm", NumberNotes.Percent)]
    [InlineData("95,5", "95.5", null, NumberNotes.Plain)]
    [InlineData("1.234", "1234", null, NumberNotes.Plain)]
    [InlineData("1.234.567", "1234567", null, NumberNotes.Plain)]
    [InlineData("1.234,5", "1234.5", null, NumberNotes.Plain)]
    [InlineData("1234,567", "1234.567", null, NumberNotes.Plain)]
    [InlineData("0,123", "0.123", null, NumberNotes.Plain)]
    [InlineData("08 hộ", "8", "hộ", NumberNotes.Plain)] // officials write a figure below ten with its zero
    [InlineData("12 hộ", "12", "hộ", NumberNotes.Plain)]
    [InlineData("1.234 người", "1234", "người", NumberNotes.Plain)]
    [InlineData("35 trẻ", "35", "trẻ", NumberNotes.Plain)]
    [InlineData("35trẻ", "35", "trẻ", NumberNotes.Plain)]
    [InlineData("85,2 triệu đồng/người/năm", "85.2", "triệu đồng/người/năm", NumberNotes.Plain)]
    [InlineData("120 m2", "120", "m2", NumberNotes.Plain)]
    [InlineData("120 m²", "120", "m²", NumberNotes.Plain)]
    [InlineData("0", "0", null, NumberNotes.Plain)]
    [InlineData("0%", "0", "%", NumberNotes.Percent)]
    [InlineData("-5", "-5", null, NumberNotes.Plain)]
    [InlineData("−5,5%", "-5.5", "%", NumberNotes.Percent)]
    [InlineData(" 95\u00A0", "95", null, NumberNotes.Plain)]
    [InlineData("95.", "95", null, NumberNotes.Plain)]
    [InlineData("95.5", "95.5", null, NumberNotes.DecimalPoint)]
    [InlineData("0.95", "0.95", null, NumberNotes.DecimalPoint)]
    [InlineData("0.125", "0.125", null, NumberNotes.DecimalPoint)]
    [InlineData("12.34", "12.34", null, NumberNotes.DecimalPoint)]
    [InlineData("1234.5", "1234.5", null, NumberNotes.DecimalPoint)]
    [InlineData("1,234", "1.234", null, NumberNotes.AmbiguousComma)]
    [InlineData("12,345", "12.345", null, NumberNotes.AmbiguousComma)]
    [InlineData("1,234.5", "1234.5", null, NumberNotes.EnglishGrouping)]
    [InlineData("1,234,567", "1234567", null, NumberNotes.EnglishGrouping)]
    [InlineData("1 234", "1234", null, NumberNotes.Spaced)]
    [InlineData("1\u00A0234\u00A0567", "1234567", null, NumberNotes.Spaced)]
    [InlineData("1 234,5", "1234.5", null, NumberNotes.Spaced)]
    [InlineData("95 , 5", "95.5", null, NumberNotes.Spaced)]
    [InlineData("95, 5 %", "95.5", "%", NumberNotes.Spaced | NumberNotes.Percent)]
    [InlineData("９５，５％", "95.5", "%", NumberNotes.Unusual | NumberNotes.Percent)]
    [InlineData("+5", "5", null, NumberNotes.Unusual)]
    [InlineData("12 (mười hai)", "12", "(mười hai)", NumberNotes.Unusual)]
    [InlineData("Nam 12 trẻ", "12", "trẻ", NumberNotes.Labelled)]
    [InlineData("Tổng số: 25", "25", null, NumberNotes.Labelled)]
    [InlineData("Đạt 95%", "95", "%", NumberNotes.Labelled | NumberNotes.Percent)]
    [InlineData("123456789012345", "123456789012345", null, NumberNotes.Plain)]
    public void Number_IsRead(string text, string number, string? unit, object notes) =>
        VietnameseNumber.Read(text).ShouldBe(new NumberReading.Value(D(number), unit, (NumberNotes)notes));

    [Theory]
    [InlineData("≥ 95%", "≥", "%")]
    [InlineData("> 95 %", ">", "%")]
    [InlineData("trên 95%", "trên", "%")]
    [InlineData("Khoảng 95%", "Khoảng", "%")]
    [InlineData("xấp xỉ 95%", "xấp xỉ", "%")]
    [InlineData("~95%", "~", "%")]
    [InlineData("ước đạt 95%", "ước đạt", "%")]
    [InlineData("95% trở lên", "trở lên", "% trở lên")]
    public void ApproximateNumber_KeepsItsWord(string text, string word, string unit) =>
        VietnameseNumber.Read(text).ShouldBe(new NumberReading.Value(95, unit, NumberNotes.Approximate | NumberNotes.Percent, word));

    [Theory]
    [InlineData("45/50 xã", "45", "50", null, "xã")]
    [InlineData("45/50 (90%)", "45", "50", "90", null)]
    [InlineData("45 / 50 = 90%", "45", "50", "90", null)]
    [InlineData("45/50 xã (đạt 90,0%)", "45", "50", "90", "xã")]
    [InlineData("45/50 xã (đạt tỷ lệ 90%)", "45", "50", "90", "xã")]
    [InlineData("45/50 (90 %) xã", "45", "50", "90", "xã")]
    [InlineData("1.200/1.234 hộ", "1200", "1234", null, "hộ")]
    public void Fraction_IsRead(string text, string numerator, string denominator, string? percent, string? unit) =>
        VietnameseNumber.Read(text).ShouldBe(new NumberReading.Fraction(
            D(numerator), D(denominator), percent is null ? null : D(percent), unit, percent is null ? NumberNotes.Plain : NumberNotes.Percent));

    [Theory]
    [InlineData("")]
    [InlineData(" \u00A0\r\n")]
    [InlineData("…")]
    [InlineData("...")]
    [InlineData("....")]
    [InlineData("-")]
    [InlineData("–")]
    [InlineData("/")]
    [InlineData("_____")]
    [InlineData("....người")]
    [InlineData("...người")]
    [InlineData("… %")]
    [InlineData("%")]
    [InlineData("Nam … trẻ")]
    [InlineData("Tổng ...")]
    [InlineData("Nữ:")]
    public void BlankOfTheForm_IsMissing(string text) => VietnameseNumber.Read(text).ShouldBe(new NumberReading.Missing());

    [Theory]
    [InlineData("Chưa có số liệu")]
    [InlineData("chưa thống kê")]
    [InlineData("Không có số liệu.")]
    [InlineData("đang cập nhật…")]
    [InlineData("Chưa đánh giá")]
    public void ReasonForNoNumber_IsKept(string text) => VietnameseNumber.Read(text).ShouldBe(new NumberReading.MissingWithReason(text));

    [Theory]
    [InlineData("không")]
    [InlineData("Không có")]
    [InlineData("Không có hộ nào")]
    public void WordForZero_IsLeftToTheCaller(string text) => VietnameseNumber.Read(text).ShouldBe(new NumberReading.None(text));

    [Theory]
    [InlineData("90-95%")]
    [InlineData("90 – 95 %")]
    [InlineData("12 nam 13 nữ")]
    [InlineData("12 (trong đó 5 nữ)")]
    [InlineData("5 + 3")]
    [InlineData("5 10")]
    public void MoreThanOneNumber_IsSeveral(string text) => VietnameseNumber.Read(text).ShouldBe(new NumberReading.Several(text));

    [Theory]
    [InlineData("1.2345")]
    [InlineData("1.23.456")]
    [InlineData("1,2,3")]
    [InlineData("1.234.5")]
    [InlineData("1.234,567.8")]
    [InlineData("0.123.456")]
    [InlineData("012.345")]
    [InlineData("1e5")]
    [InlineData("NaN")]
    [InlineData("∞")]
    [InlineData("5%%")]
    [InlineData("- 5")] // an item of a list, or minus five
    [InlineData(",5")]
    [InlineData("--5")]
    [InlineData("08/4/2025")]
    [InlineData("128/KH-UBND")]
    [InlineData("5/0")]
    [InlineData("Đạt")]
    [InlineData("Nam")]
    [InlineData("x12")]
    [InlineData("1234567890123456")] // 16 digits
    [InlineData("95 phần trăm theo kết quả điều tra của phòng thống kê")] // longer than a unit
    public void AnythingElse_IsNeverGuessed(string text) => VietnameseNumber.Read(text).ShouldBe(new NumberReading.NotANumber(text));

    [Theory]
    [InlineData("1234.5", "1.234,5")]
    [InlineData("95.50", "95,5")]
    [InlineData("100", "100")]
    [InlineData("-1234567", "-1.234.567")]
    [InlineData("0.05", "0,05")]
    [InlineData("0", "0")]
    public void Number_IsWrittenInVietnameseStyle(string number, string written) => VietnameseNumber.Write(D(number)).ShouldBe(written);

    /// <summary>One case cannot be told apart by any writing: 1,234 with exactly three decimals keeps its note.</summary>
    [Fact]
    public void WrittenNumber_ReadsBackTheSame()
    {
        var numbers = from units in Gen.Choose(-int.MaxValue, int.MaxValue) from scale in Gen.Choose(0, 9) select new decimal(Math.Abs(units), 0, 0, units < 0, (byte)scale);
        Prop.ForAll(Arb.From(numbers), x =>
            VietnameseNumber.Read(VietnameseNumber.Write(x)) is NumberReading.Value { Unit: null, Approximation: null } value && value.Number == x
            && value.Notes == (IsAmbiguous(x) ? NumberNotes.AmbiguousComma : NumberNotes.Plain)).Holds(2000);
    }

    private static bool IsAmbiguous(decimal x) =>
        Math.Abs(x) is >= 1 and < 1000 && decimal.Truncate(x * 1000) == x * 1000 && decimal.Truncate(x * 100) != x * 100;

    [Fact]
    public void AnyText_HasAReading()
    {
        Prop.ForAll(Texts.Any, text => VietnameseNumber.Read(text) is not null).Holds(2000);
        Prop.ForAll(Texts.Numeric, text => VietnameseNumber.Read(text) is not null && !VietnameseNumber.FindFigures(text).IsDefault
            && (VietnameseNumber.TryCompareYears(text, out _) || true)).Holds(2000);
    }

    /// <summary>A dot and a comma decide what a number is: no reading may depend on how many digits happen to stand elsewhere.</summary>
    [Fact]
    public void NumberWithUnit_ReadsLikeTheNumberAlone() => Prop.ForAll(Texts.Numeric, text =>
    {
        var alone = VietnameseNumber.Read(text);
        return alone is not NumberReading.Value { Unit: null } value || text.TrimEnd().EndsWith('.') || text.TrimEnd().EndsWith(',')
            || VietnameseNumber.Read(text.TrimEnd() + " hộ") is NumberReading.Value { Unit: "hộ" } counted && counted.Number == value.Number && counted.Notes == value.Notes;
    }).Holds(2000);
}
