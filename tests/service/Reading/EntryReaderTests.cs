using LearningCity.Docs.Forms;
using LearningCity.Docs.OpenXml;
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

    [Fact]
    public void StruckText_IsTold_AndTheRestIsRead()
    {
        var told = Read(Result, Seen(new TextStretch("Đạt", Looks.Plain), new TextStretch("/Không đạt", Looks.Struck))).ShouldBe(new EntryValue.Choice("Đạt"), "LC2406");
        told.Message(LanguageTable.Vietnamese).ShouldBe("Chữ bị gạch ngang “/Không đạt” không được tính; ô được đọc là “Đạt”. Hãy kiểm tra, rồi xóa hẳn phần đã gạch.");
        Read(Percent, Seen(new TextStretch("95", Looks.Struck))).ShouldBe(new EntryValue.Blank(), "LC2406").Message(LanguageTable.Vietnamese).ShouldContain("ô được coi là chưa ghi");
        Read(Percent, Seen(new TextStretch("95", Looks.Plain), new TextStretch(" -", Looks.Struck))).ShouldBeClean(new EntryValue.Number(95));
    }

    [Fact]
    public void NoteMarkBehindAFigure_IsTold() =>
        Read(Children, Seen(new TextStretch("1512", Looks.Plain), new TextStretch("1", Looks.Raised))).ShouldBe(new EntryValue.Number(1512), "LC2407");

    [Fact]
    public void RaisedOrLoweredDigitsInAFigure_AreAPersonsToDecide()
    {
        var cell = Seen(new TextStretch("8", Looks.Plain), new TextStretch("8,9", Looks.Lowered));
        Read(Children, cell).ShouldBeDoubtful("LC2423");
        Read(Summary, cell).ShouldBe(new EntryValue.Text("88,9"), "LC2423");
        Read(Children, Seen(new TextStretch("1604", Looks.Plain), new TextStretch("1", Looks.Lowered))).ShouldBe(new EntryValue.Number(1604), "LC2407");
    }

    [Fact]
    public void RaisedFigureBehindTen_IsAPersonsToDecide()
    {
        var cell = Seen(new TextStretch("10", Looks.Plain), new TextStretch("2", Looks.Raised));
        Read(Children, cell).ShouldBeDoubtful("LC2408");
        Read(Summary, cell).ShouldBe(new EntryValue.Text("102"), "LC2408");
    }

    [Fact]
    public void HiddenText_IsTold_AndNeverRead()
    {
        Read(Percent, Seen(new TextStretch("95", Looks.Hidden))).ShouldBe(new EntryValue.Blank(), "LC1110");
        Read(Percent, Seen(new TextStretch("9", Looks.Hidden), new TextStretch("95", Looks.Plain))).ShouldBe(new EntryValue.Number(95), "LC1110");
    }

    [Theory]
    [InlineData(CellObjects.Picture, "ảnh")]
    [InlineData(CellObjects.Embedded, "đối tượng nhúng")]
    [InlineData(CellObjects.ImportedPart, "phần tài liệu nhúng")]
    [InlineData(CellObjects.Picture | CellObjects.Embedded, "ảnh; đối tượng nhúng")]
    internal void ObjectInACell_IsNamed_AndTheCellIsNotBlank(CellObjects objects, string name)
    {
        Read(Percent, new RawCell("", RawKind.Blank, InWord) { Objects = objects }).ShouldBeDoubtful("LC2409").Message(LanguageTable.Vietnamese).ShouldStartWith($"Ô chứa {name}, không đọc được.");
        Read(Percent, new RawCell("95", RawKind.Text, InWord) { Objects = objects }).ShouldBe(new EntryValue.Number(95), "LC2409");
    }

    [Fact]
    public void ShapeOverTheTable_IsTold_AndABlankCellStaysBlank() =>
        Read(Rated, new RawCell("", RawKind.Blank, InWord) { Objects = CellObjects.Shape }).ShouldBe(new EntryValue.Blank(), "LC2409");

    private static RawCell Seen(params ImmutableArray<TextStretch> stretches)
    {
        var seen = SeenText.Of(stretches);
        return new RawCell(seen.Visible, seen.Visible.Length == 0 ? RawKind.Blank : RawKind.Text, InWord) { Seen = seen };
    }

    /// <summary>It is read as it stands, and only its font is to change: what the official sees is not what it says.</summary>
    [Fact]
    public void ConvertedTextInItsOldFont_StaysConverted_AndIsToldToChangeItsFont()
    {
        var fix = Word(Result, "Đạt", ".VnTime").ShouldBe(new EntryValue.Choice("Đạt"), "LC2308").Fix!;
        (fix.Value, fix.Font).ShouldBe(("Đạt", "Times New Roman"));
    }
}
