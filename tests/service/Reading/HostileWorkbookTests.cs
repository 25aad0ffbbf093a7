using LearningCity.Docs.Packages;
using LearningCity.Docs.Tests.Support;

namespace LearningCity.Docs.Tests.Reading;

/// <summary>Workbooks that lie about themselves: what stands in the cells is read, and nothing is believed.</summary>
public class HostileWorkbookTests
{
    [Fact]
    public void DimensionOfAMillionRows_IsNotBelieved()
    {
        var book = PackageBuilder.Workbook().With("xl/worksheets/sheet1.xml", $"<worksheet xmlns=\"{WorkbookXml.Main}\"><dimension ref=\"A1:XFD1048576\"/><sheetData>"
            + "<row r=\"1\"><c r=\"A1\" t=\"str\"><v>một</v></c></row><row r=\"1048576\"><c r=\"A1048576\" t=\"str\"><v>hai</v></c><c r=\"XFD1048576\" t=\"str\"><v>ba</v></c></row></sheetData></worksheet>");
        var before = GC.GetAllocatedBytesForCurrentThread();
        var sheet = Reads.Sheet(book.ToBytes());
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(2L * PackageLimits.Megabyte);
        sheet.Texts().ShouldBe(["một", "hai|ba"]);
        sheet.LastRow.ShouldBe(CellReference.LastRow);
        sheet.LastColumn.ShouldBe(CellReference.LastColumn);
    }

    [Fact]
    public void SixteenThousandBlankColumns_AreNothing()
    {
        var blanks = string.Concat(Enumerable.Range(1, CellReference.LastColumn).Select(c => $"<c r=\"{CellReference.ColumnLetters(c)}1\" s=\"1\"/>"));
        Reads.Sheet(WorkbookXml.Of($"<row r=\"1\" spans=\"1:16384\">{blanks}</row><row r=\"2\"><c t=\"str\"><v>x</v></c></row>").ToBytes()).Texts().ShouldBe(["x"]);
    }

    [Theory]
    [InlineData("2")]
    [InlineData("-1")]
    [InlineData("4294967296")]
    [InlineData("x")]
    [InlineData("")]
    public void SharedStringThatIsNotThere_IsABlankCell(string index) =>
        Reads.Sheet(WorkbookXml.Row($"<c t=\"s\"><v>{index}</v></c>", "<c t=\"s\"><v>1</v></c>").Strings("<t>a</t>", "<t>b</t>").ToBytes()).Texts().ShouldBe(["b"]);

    /// <summary>Nothing is calculated here: the value that the file keeps counts, whatever the formula would say.</summary>
    [Fact]
    public void FormulasInACircle_AreReadByTheirValues() =>
        Reads.Sheet(WorkbookXml.Row("<c r=\"A1\"><f>B1+1</f><v>1</v></c>", "<c r=\"B1\"><f>A1+1</f><v>2</v></c>", "<c r=\"C1\"><f t=\"shared\" ref=\"A1:XFD1048576\" si=\"0\">C1</f><v>3</v></c>").ToBytes()).Texts().ShouldBe(["1|2|3"]);

    [Theory]
    [InlineData("shared", "1")]
    [InlineData("S", "1")]
    [InlineData("n", "1E+400")]
    [InlineData("n", "NaN")]
    [InlineData("b", "yes")]
    [InlineData("d", "2025-13-45T99:99")]
    [InlineData("e", "no error")]
    [InlineData("inlineStr", "1")]
    public void TypeThatDoesNotFitItsValue_IsReadOrBlank(string type, string value) =>
        Should.NotThrow(() => Reads.Sheet(WorkbookXml.Row($"<c t=\"{type}\"><v>{value}</v></c>").Strings("<t>a</t>").ToBytes()));

    [Theory]
    [InlineData("_xD800_")] // Excel's own writing
    [InlineData("a_xDC00__xD800_b")]
    public void HalfASurrogateInACell_IsReadAndComparedAsText(string text)
    {
        var table = new TypedTable();
        table.Rows[0][2] = text;
        var form = Reads.Form(table.Save("xlsx", [.. table.Header, .. table.Rows]));
        form.Entries.ShouldNotBeEmpty();
    }

    [Fact]
    public void HalfASurrogateAsACharacterOfXml_IsDamage() =>
        Reads.NoForm(WorkbookXml.Row("<c t=\"str\"><v>&#xD800;</v></c>").ToBytes()).Code.ShouldBe("LC1015");

    [Fact]
    public void SheetNamedTwice_IsReadOnce() => Reads.Sheets(WorkbookXml.Row("<c t=\"str\"><v>a</v></c>")
        .Book("<sheet name=\"A\" sheetId=\"1\" r:id=\"rId1\"/><sheet name=\"B\" sheetId=\"2\" r:id=\"rId1\"/>").ToBytes()).ShouldHaveSingleItem().Name.ShouldBe("A");

    [Theory]
    [InlineData(9_999_999, false)]
    [InlineData(10_000_001, true)]
    public void LettersOfAllCells_AreCountedToTheLimit(int letters, bool refused)
    {
        // One text in ten cells, and the rest.
        var text = new string('a', 1_000_000 - 1);
        var cells = string.Concat(Enumerable.Repeat("<c t=\"s\"><v>0</v></c>", 10)) + $"<c t=\"str\"><v>{new string('b', letters - 10 * text.Length)}</v></c>";
        var file = ZipBytes.Of(WorkbookXml.Of($"<row>{cells}</row>").Strings($"<t>{text}</t>").Parts().Select(p => p with { Stored = true }));
        Reads.NoForm(file).Code.ShouldBe(refused ? "LC1024" : "LC1101");
    }

    [Fact]
    public void MoreFormsThanTheLimit_AreToldAndTheFirstOnesRead()
    {
        var table = new TypedTable();
        var book = PackageBuilder.Workbook();
        for (var i = 0; i <= PackageLimits.Default.Forms; i++) { book.Sheet($"S{i}", [.. table.Header.Concat(table.Rows).Select(r => r.Select(c => (object?)c).ToArray())]); }
        var forms = Reads.Forms(book.ToBytes());
        forms.Length.ShouldBe(PackageLimits.Default.Forms);
        forms[0].Only("LC1115");
    }

    /// <summary>Excel allows no overlap; a file may have one all the same.</summary>
    [Fact]
    public void OverlappingRanges_TheFirstOnTheLeftCovers()
    {
        var sheet = Reads.Sheet(WorkbookXml.Of("<row><c t=\"str\"><v>a</v></c><c t=\"str\"><v>b</v></c><c t=\"str\"><v>c</v></c><c t=\"str\"><v>d</v></c></row>", "<mergeCells><mergeCell ref=\"B1:C1\"/><mergeCell ref=\"A1:B1\"/></mergeCells>").ToBytes());
        string?[] seen = [.. Enumerable.Range(1, 4).Select(c => sheet.At(1, c)?.Text)];
        seen.ShouldBe(["a", "a", "c", "d"]);
    }
}
