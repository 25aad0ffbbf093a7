using System.Globalization;
using LearningCity.Docs.Fixing;

namespace LearningCity.Docs.Tests.Fixing;

/// <summary>The same cases as in tests/addin/host.test.ts: the task pane has the rule too.</summary>
public class NumberFormatTests
{
    [Theory]
    [InlineData("General", "95.5", "General")]
    [InlineData("general", "1234", "#,##0")]
    [InlineData("0", "95", "General")]
    [InlineData("0.0", "95.5", "General")]
    [InlineData("#,##0.00", "1234.5", "#,##0.0")]
    [InlineData("0%", "0.95", "0%")]
    [InlineData("0.00%", "0.955", "0.0%")]
    [InlineData("0.0%;-0.0%", "0.955", "0.0%")]
    public void FormatThatShowsTheNumberWhole_Stays(string own, string value, string format) => NumberFormat.Shows(own, Number(value, format)).ShouldBeTrue();

    [Theory]
    [InlineData("@", "95", "General")]
    [InlineData("General", "0.955", "0.0%")]
    [InlineData("0", "95.5", "General")]
    [InlineData("0%", "0.955", "0.0%")]
    [InlineData("0%", "95", "General")]
    [InlineData("0.0", "0.955", "0.0%")]
    [InlineData("dd/mm/yyyy", "95", "General")]
    [InlineData("0.0\"%\"", "0.955", "0.0%")]
    [InlineData("[=1]\"Tăng\"", "1", "General")]
    [InlineData("#,##0,", "12345", "#,##0")]
    [InlineData("# ?/?", "0.5", "General")]
    [InlineData("0.00E+00", "12", "General")]
    [InlineData(";;;", "12", "General")]
    [InlineData("", "12", "General")]
    public void AnyOther_IsChanged(string own, string value, string format) => NumberFormat.Shows(own, Number(value, format)).ShouldBeFalse();

    [Theory]
    [InlineData("95", "0%", "0.95")]
    [InlineData("95.50", "0.0%", "0.955")]
    [InlineData("96.123", "0.000%", "0.96123")]
    [InlineData("0", "0%", "0")]
    public void Percentage_IsAHundredthInAFormatOfItsDecimals(string points, string format, string stored)
    {
        var number = CellNumber.OfPercent(Decimal(points));
        (number.Format, number.Stored, number.IsPercent).ShouldBe((format, stored, true));
    }

    [Theory]
    [InlineData("95.5", "General", "95.5")]
    [InlineData("999", "General", "999")]
    [InlineData("1234", "#,##0", "1234")]
    [InlineData("1234.50", "#,##0.0", "1234.5")]
    public void Number_IsGroupedFromAThousandUp(string value, string format, string stored)
    {
        var number = CellNumber.Of(Decimal(value));
        (number.Format, number.Stored, number.IsPercent).ShouldBe((format, stored, false));
    }

    private static CellNumber Number(string value, string format) => new(Decimal(value), format);

    private static decimal Decimal(string value) => decimal.Parse(value, CultureInfo.InvariantCulture);
}
