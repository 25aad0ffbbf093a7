using LearningCity.Docs.OpenXml;
using LearningCity.Docs.Reading;
using LearningCity.Docs.Tests.Support;
using static LearningCity.Docs.Tests.Reading.EntryCells;

namespace LearningCity.Docs.Tests.Reading;

/// <summary>domain.md section 6, "Numbers" and "Percent cells in Excel".</summary>
public class PercentReaderTests
{
    [Theory]
    [InlineData("95,5%", "95.5")]
    [InlineData("95,5 %", "95.5")]
    [InlineData("95,5", "95.5")]
    [InlineData("95", "95")]
    [InlineData("0", "0")]
    [InlineData("100%", "100")]
    [InlineData("0,5", "0.5")]
    [InlineData("95 phần trăm", "95")]
    public void TypedPercent_IsItsPoints(string typed, string value) => Word(Percent, typed).ShouldBeClean(Number(value));

    [Theory]
    [InlineData("95.5", "95.5", "95,5")]
    [InlineData("95.5%", "95.5", "95,5%")]
    [InlineData("95.5 %", "95.5", "95,5%")]
    [InlineData("0.95", "0.95", "0,95")]
    [InlineData("12.34", "12.34", "12,34")]
    public void DecimalPoint_IsReadAndCorrected(string typed, string value, string corrected)
    {
        var finding = Word(Percent, typed).ShouldBe(Number(value), "LC2102");
        finding.Severity.ShouldBe(Severity.Warning);
        finding.Fix!.Value.ShouldBe(corrected);
        Word(Percent, corrected).ShouldBeClean(Number(value));
    }

    [Theory]
    [InlineData("1,234")]
    [InlineData("12,345")]
    public void CommaBeforeThreeDigits_IsAPersonsToDecide(string typed) => Word(Percent, typed).ShouldBeDoubtful("LC2103");

    [Theory]
    [InlineData("≥ 95%", "95%")]
    [InlineData("trên 95%", "95%")]
    [InlineData("khoảng 95%", "95%")]
    [InlineData("95% trở lên", "95%")]
    public void Approximation_IsAPersonsToDecide(string typed, string suggestion) => Word(Percent, typed).ShouldBeDoubtful("LC2106").Suggestion!.Value.ShouldBe(suggestion);

    [Theory]
    [InlineData("45/50", "90")]
    [InlineData("45/50 xã", "90")]
    [InlineData("45/50 (90%)", "90")]
    public void Fraction_IsItsShare(string typed, string value)
    {
        var finding = Word(Percent, typed).ShouldBe(Number(value), "LC2115");
        finding.Fix.ShouldBeNull();
        finding.Suggestion!.Value.ShouldBe("90%");
    }

    [Fact]
    public void FractionRoundedInItsPercent_KeepsTheUnroundedShare() => Word(Percent, "16/17 (94,1%)").Value.ShouldBeOfType<EntryValue.Number>().Value.ShouldBe(16m / 17 * 100, 1e-20m);

    [Fact]
    public void FractionAgainstItsPercent_IsAnError()
    {
        var finding = Word(Percent, "45/50 (85%)").ShouldBeInvalid("LC2107");
        finding.Severity.ShouldBe(Severity.Error);
        finding.Message(LanguageTable.Vietnamese).ShouldContain("45/50 = 90%");
    }

    [Theory]
    [InlineData("….")]
    [InlineData("...")]
    [InlineData("-")]
    [InlineData("/")]
    [InlineData("%")]
    [InlineData("…%")]
    [InlineData("   ")]
    public void PlaceholdersOfTheForm_AreBlank(string typed) => Word(Percent, typed).ShouldBeClean(new EntryValue.Blank());

    [Theory]
    [InlineData("không")]
    [InlineData("không có")]
    public void NoneForARate_IsAsked(string typed) => Word(Percent, typed).ShouldBeDoubtful("LC2110").Suggestion!.Value.ShouldBe("0%");

    [Fact]
    public void NoFigureForAReason_IsBlankWithIt() => Word(Percent, "Chưa có số liệu").ShouldBe(new EntryValue.Blank("Chưa có số liệu"), "LC2002").Severity.ShouldBe(Severity.Warning);

    [Theory]
    [InlineData("12 hộ", "LC2105")]
    [InlineData("1,5 lần", "LC2105")]
    [InlineData("101%", "LC2104")]
    [InlineData("-5%", "LC2104")]
    [InlineData("1.234", "LC2104")] // dots group: one thousand
    [InlineData("60/50", "LC2104")]
    [InlineData("tốt", "LC2101")]
    [InlineData("90-95%", "LC2101")]
    [InlineData("1.23.456", "LC2101")]
    [InlineData("8/4/2025", "LC2402")]
    [InlineData("08.4.2025", "LC2402")]
    public void WhatIsNoRate_IsAnError(string typed, string code) => Word(Percent, typed).ShouldBeInvalid(code).Severity.ShouldBe(Severity.Error);

    [Fact]
    public void PercentOfSomethingNamed_IsAPersonsToDecide() => Word(Percent, "95% kế hoạch").ShouldBeDoubtful("LC2105").Suggestion!.Value.ShouldBe("95%");

    [Fact]
    public void NumberShownAsPercent_IsScaled()
    {
        Excel(Percent, 0.95m, NumberShape.Percent, "95%").ShouldBeClean(Number("95"));
        Excel(Percent, 0.955m, NumberShape.Percent, "96%").ShouldBeClean(Number("95.5"));
        Excel(Percent, 1m, NumberShape.Percent, "100%").ShouldBeClean(Number("100"));
        Excel(Percent, 0m, NumberShape.Percent, "0%").ShouldBeClean(Number("0"));
        Excel(Percent, 0.955m, NumberShape.Percent).Value.ShouldBeOfType<EntryValue.Number>().Value.Scale.ShouldBe((byte)1); // 95.5, not 95.500
    }

    [Theory]
    [InlineData("0.95", "95%")]
    [InlineData("0.005", "0,5%")]
    [InlineData("1", "100%")]
    public void SmallNumberShownAsItIs_IsAPersonsToDecide(string number, string suggestion) =>
        Excel(Percent, Decimal(number)).ShouldBeDoubtful("LC2108").Suggestion!.Value.ShouldBe(suggestion);

    [Fact]
    public void NumberShownAsItIs_IsInPercent()
    {
        Excel(Percent, 95m).ShouldBeClean(Number("95"));
        Excel(Percent, 1.5m).ShouldBeClean(Number("1.5"));
        Excel(Percent, 0m).ShouldBeClean(Number("0"));
        Excel(Percent, 0.5m, NumberShape.General, "0,5%").ShouldBeClean(Number("0.5")); // the sign is printed by the format
    }

    [Theory]
    [InlineData("95", "95%")]
    [InlineData("95.5", "95,5%")]
    public void PointsInAPercentFormat_AreAnErrorWithAProposal(string number, string suggestion)
    {
        var finding = Excel(Percent, Decimal(number), NumberShape.Percent).ShouldBeInvalid("LC2109");
        finding.Severity.ShouldBe(Severity.Error);
        finding.Suggestion!.Value.ShouldBe(suggestion);
    }

    [Theory]
    [InlineData("101", false)]
    [InlineData("-1", false)]
    [InlineData("-0.5", true)]
    [InlineData("9500", true)]
    [InlineData("79228162514264337593543950335", true)]
    public void NumberOutOfRange_IsAnError(string number, bool isPercent) =>
        Excel(Percent, Decimal(number), isPercent ? NumberShape.Percent : NumberShape.General).ShouldBeInvalid("LC2104");

    [Fact]
    public void NumberKeptAsText_IsToldInExcelOnly()
    {
        Excel(Percent, "95,5").ShouldBe(Number("95.5"), "LC2112").Severity.ShouldBe(Severity.Info);
        Word(Percent, "95,5").Findings.ShouldBeEmpty();
        Excel(Percent, "95,5%").Findings.ShouldBeEmpty();
    }

    [Fact]
    public void Ratio_IsReadInTheUnitThatWasTyped()
    {
        Word(Ratio, "150%").ShouldBeClean(new EntryValue.Number(150, NumberUnit.Percent));
        Word(Ratio, "1,5 lần").ShouldBeClean(new EntryValue.Number(1.5m, NumberUnit.Ratio));
        Word(Ratio, "Gấp 1,5 lần").ShouldBeClean(new EntryValue.Number(1.5m, NumberUnit.Ratio));
        Excel(Ratio, 1.5m, NumberShape.Percent, "150%").ShouldBeClean(new EntryValue.Number(150, NumberUnit.Percent));
        Word(Ratio, "-5%").ShouldBeInvalid("LC2104");
    }

    [Theory]
    [InlineData("150")]
    [InlineData("1,5")]
    public void RatioWithoutAUnit_IsReadByTheSetting(string typed)
    {
        Word(Ratio, typed).ShouldBeDoubtful("LC2114");
        Excel(Ratio, 1.5m).ShouldBeDoubtful("LC2114");
        var value = Decimal(typed.Replace(',', '.'));
        var asPercent = TestForms.Unesco.With("gdp_ratio_unit", "percent");
        Read(asPercent.Field(Ratio.Id), new RawCell(typed, RawKind.Text, InWord), asPercent).ShouldBeClean(new EntryValue.Number(value, NumberUnit.Percent));
        var asRatio = TestForms.Unesco.With("gdp_ratio_unit", "ratio");
        Read(asRatio.Field(Ratio.Id), new RawCell(typed, RawKind.Text, InWord), asRatio).ShouldBeClean(new EntryValue.Number(value, NumberUnit.Ratio));
    }

    private static EntryValue.Number Number(string value) => new(Decimal(value));

    private static decimal Decimal(string value) => decimal.Parse(value, System.Globalization.CultureInfo.InvariantCulture);
}
