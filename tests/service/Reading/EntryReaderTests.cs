using LearningCity.Docs.Forms;
using LearningCity.Docs.Reading;
using static LearningCity.Docs.Tests.Reading.EntryCells;

namespace LearningCity.Docs.Tests.Reading;

public class EntryReaderTests
{
    private static readonly FieldDefinition[] Fields = [Summary, Result, Percent, Ratio, Children, Trend, Rated];

    [Fact]
    public void BlankCell_IsBlankInEveryField()
    {
        foreach (var field in Fields) { Read(field, new RawCell("", RawKind.Blank, InExcel)).ShouldBeClean(new EntryValue.Blank()); }
    }

    [Fact]
    public void ErrorOfAFormula_IsAnErrorInEveryField()
    {
        foreach (var field in Fields) { Read(field, new RawCell("#DIV/0!", RawKind.Error, InExcel) { IsFormula = true }).ShouldBeInvalid("LC2401"); }
    }

    [Fact]
    public void DateInANumberCell_IsAnError()
    {
        var cell = new RawCell("08/04/2025", RawKind.Date, InExcel) { Number = 45755, Shape = NumberShape.Date };
        Read(Percent, cell).ShouldBeInvalid("LC2402");
        Read(Children, cell).ShouldBeInvalid("LC2402");
        Read(Rated, cell).ShouldBeInvalid("LC2402");
        Read(Result, cell).ShouldBeInvalid("LC2201");
        Read(Summary, cell).ShouldBeClean(new EntryValue.Text("08/04/2025"));
    }

    [Fact]
    public void TrueOrFalse_IsAPersonsToDecide()
    {
        var cell = new RawCell("TRUE", RawKind.Boolean, InExcel) { Number = 1 };
        Read(Result, cell).ShouldBeDoubtful("LC2405");
        Read(Percent, cell).ShouldBeDoubtful("LC2405");
    }

    [Fact]
    public void FormulaWithoutAKeptValue_IsAPersonsToDecide()
    {
        Read(Percent, new RawCell("", RawKind.Blank, InExcel) { IsFormula = true }).ShouldBeDoubtful("LC2404");
        Read(Percent, new RawCell("", RawKind.Number, InExcel) { IsFormula = true }).ShouldBeDoubtful("LC2404");
        Read(Percent, new RawCell("", RawKind.Text, InExcel) { IsFormula = true }).ShouldBeClean(new EntryValue.Blank()); // ="" says: nothing
    }

    [Fact]
    public void Formula_IsNeverOverwritten()
    {
        Read(Result, new RawCell("dat", RawKind.Text, InExcel) { IsFormula = true }).ShouldBe(new EntryValue.Choice("Đạt"), "LC2202").Fix.ShouldBeNull();
        Read(Result, new RawCell("dat", RawKind.Text, InExcel)).Findings[0].Fix.ShouldNotBeNull();
    }

    /// <summary>It is read as it stands, and only its font is to change: what the official sees is not what it says.</summary>
    [Fact]
    public void ConvertedTextInItsOldFont_StaysConverted_AndIsToldToChangeItsFont()
    {
        var fix = Word(Result, "Đạt", ".VnTime").ShouldBe(new EntryValue.Choice("Đạt"), "LC2308").Fix!;
        (fix.Value, fix.Font).ShouldBe(("Đạt", "Times New Roman"));
    }
}
