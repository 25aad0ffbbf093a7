using LearningCity.Docs.OpenXml;
using LearningCity.Docs.Reading;
using LearningCity.Docs.Tests.Support;

namespace LearningCity.Docs.Tests.Reading;

/// <summary>What a person sees in the cells of a workbook: files from the field, and a variant of each kind.</summary>
public class SeenWorkbookTests
{
    private static byte[] Case(string name) => File.ReadAllBytes(Repository.Path("tests", "fixtures", "cases", name + ".xlsx"));

    private static IEnumerable<string> At(FormEntries form, string reference) => form.Findings.Where(f => f.Location.At().EndsWith("!" + reference, StringComparison.Ordinal)).Select(f => f.Code);

    [Fact]
    public void FiguresOfFormulas_AreReadToFifteenDigits()
    {
        var form = Reads.Form(Case("01-float-noise"));
        (form.Read("1.1.1-2.value"), form.Read("1.3.2-5.value")).ShouldBe(("90", "100"));
        string Value(string reference) => form.Read(form.Entries.Single(e => e.Location.At().EndsWith("!" + reference, StringComparison.Ordinal)).Id)!;
        (Value("E54"), Value("G31"), Value("G17")).ShouldBe(("100", "1.512", "2,7"));
        form.Findings.Where(f => f.Severity != Severity.Info).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("0.89999999999999991", "0,9")]
    [InlineData("1.0000000000000002", "1")]
    [InlineData("1512.0000000000002", "1.512")]
    [InlineData("-2.7000000000000002", "-2,7")]
    [InlineData("123456789012345", "123.456.789.012.345")]
    [InlineData("1E-20", "0,00000000000000000001")]
    public void Number_IsShownToFifteenDigits(string stored, string shown) => Reads.Sheet(WorkbookXml.Row($"<c r=\"A1\"><v>{stored}</v></c>").ToBytes()).At(1, 1)!.Text.ShouldBe(shown);

    [Fact]
    public void ResultsTickedInBoxes_AreRead()
    {
        var form = Reads.Form(Case("02b-cell-checkbox-results"));
        var results = form.Entries.Where(e => e.Id.EndsWith(".result", StringComparison.Ordinal) && form.Form.Node(e.Field.Node).Kind is Docs.Forms.NodeKind.Indicator).Select(e => form.Read(e.Id)).ToList();
        (results.Count(r => r == "Đạt"), results.Count(r => r == "Không đạt")).ShouldBe((12, 1));
        form.ShouldHaveNo("LC2001", "LC2405");
    }

    [Fact]
    public void TrueOrFalse_IsABoxOnlyWhereItIsShownAsOne()
    {
        const string Box = "<xf><extLst><ext><x:xfComplement xmlns:x=\"urn:x\" i=\"0\"/></ext></extLst></xf>";
        var grid = Reads.Sheet(WorkbookXml.Row("<c r=\"A1\" s=\"1\" t=\"b\"><v>1</v></c>", "<c r=\"B1\" s=\"1\" t=\"b\"><v>0</v></c>", "<c r=\"C1\" t=\"b\"><v>1</v></c>", "<c r=\"D1\" s=\"1\"><v>1</v></c>")
            .StyleSheet($"<fonts><font/></fonts><cellXfs><xf/>{Box}</cellXfs>").ToBytes());
        grid.Texts().ShouldBe(["☑|☐|TRUE|1"]);
        (grid.At(1, 1)!.IsLetters, grid.At(1, 3)!.Kind).ShouldBe((false, RawKind.Boolean));
        grid.At(1, 1)!.Raw().IsWholeCell.ShouldBeFalse();
    }

    [Fact]
    public void StruckText_IsWithdrawn()
    {
        var form = Reads.Form(Case("03a-strike"));
        (form.Read("2.2.result"), form.Read("2.3.result"), form.Read("2.4.result")).ShouldBe(("Đạt", "Không đạt", null));
        form.Read("4.2.summary").ShouldBe("Thu nhập bình quân đầu người năm 2024 là 78,5 triệu đồng, năm 2023 là 72,1 triệu đồng.");
        foreach (var reference in (string[])["D12", "D13"]) { At(form, reference).ShouldBe(["LC2414"], reference); }
        foreach (var reference in (string[])["D14", "C21"]) { At(form, reference).ShouldBe(["LC2406"], reference); }
        form.Findings.ShouldAllBe(f => f.Fix == null);
    }

    /// <summary>The whole cell struck by its own font; runs with properties of their own take no strike over.</summary>
    [Fact]
    public void CellStruckAsAWhole_IsWithdrawn()
    {
        var grid = Reads.Sheet(WorkbookXml.Row("<c r=\"A1\" s=\"1\"><v>95</v></c>", "<c r=\"B1\" s=\"1\" t=\"str\"><v>Đạt</v></c>",
                "<c r=\"C1\" s=\"1\" t=\"inlineStr\"><is><r><t>cũ </t></r><r><rPr><b/></rPr><t>mới</t></r></is></c>", "<c r=\"D1\" s=\"1\" t=\"b\"><v>1</v></c>", "<c r=\"E1\" s=\"1\"><f>1+1</f><v>2</v></c>")
            .Styles("", "<font/><font><strike/></font>", "<xf fontId=\"1\"/>").ToBytes());
        foreach (var (column, struck) in (IEnumerable<(int, string)>)[(1, "95"), (2, "Đạt"), (4, "TRUE"), (5, "2")])
        {
            var cell = grid.At(1, column)!;
            (cell.IsEmpty, cell.Text, cell.Number, cell.Seen!.Struck, cell.IsFormula).ShouldBe((true, "", null, struck, false));
        }
        (grid.At(1, 3)!.Text, grid.At(1, 3)!.Seen!.Struck, grid.At(1, 3)!.IsLetters).ShouldBe(("mới", "cũ ", false));
    }

    [Fact]
    public void Formats_AreReadAsShown()
    {
        var form = Reads.Form(Case("04-formats"));
        string? Value(string reference) => form.Read(form.Entries.Single(e => e.Location.At().EndsWith("!" + reference, StringComparison.Ordinal)).Id);
        (Value("E24"), Value("E64"), Value("E10"), Value("E55")).ShouldBe(("0,9", "1", "71,5", "49,6"));
        (Value("G19"), Value("G20")).ShouldBe(("increase", "decrease"));
        (Value("E11"), string.Join(' ', At(form, "E11"))).ShouldBe((null, "LC1110"));
        form.ShouldHaveNo("LC2108", "LC2205");
    }

    [Theory]
    [InlineData("0.0\"‰\"", "9.5", "LC2105")]
    [InlineData("0\" trẻ\"", "95", "LC2105")]
    [InlineData("\"≥ \"0.0", "95.5", "LC2106")]
    [InlineData("\"khoảng \"0.0", "95.5", "LC2106")]
    public void FigureInAnotherUnitByItsFormat_IsTold(string format, string stored, string code) => Read(format, stored).Item2.ShouldBe([code]);

    [Theory]
    [InlineData("0.0\" %\"", "95.5", "95,5")]
    [InlineData("0.000\"%\"", "1.234", "1,234")]
    [InlineData("0.0,\"%\"", "95500", "95,5")]
    public void FigureWithItsUnitByItsFormat_IsRead(string format, string stored, string value)
    {
        var (read, codes) = Read(format, stored);
        (read, codes.Length).ShouldBe((value, 0));
    }

    private static (string?, string[]) Read(string format, string stored)
    {
        var form = SampleForms.Form("unesco-ba-dinh");
        var cell = Reads.Sheet(WorkbookXml.Row($"<c r=\"A1\" s=\"1\"><v>{stored}</v></c>").Formats(format).ToBytes()).At(1, 1)!.Raw();
        var reading = EntryReader.Read(form, form.Fields.Single(f => f.Id == "1.1.1-1.value"), cell);
        return (reading.Value is EntryValue.Number n ? LanguageTable.Vietnamese.Number(n.Value) : null, [.. reading.Findings.Select(f => f.Code)]);
    }

    [Fact]
    public void PicturesInCells_AreNamed_NeverTheirFormula()
    {
        var form = Reads.Form(Case("06-picture-in-cell"));
        foreach (var reference in (string[])["C9", "D9", "C11"]) { At(form, reference).ShouldBe(["LC2409"], reference); }
        form.Findings.First(f => f.Code == "LC2409").Message(LanguageTable.Vietnamese).ShouldBe("Ô chứa ảnh, không đọc được. Hãy ghi nội dung bằng chữ hoặc số ngay trong ô.");
        form.Entries.ShouldAllBe(e => !e.Raw.Contains("DISPIMG", StringComparison.Ordinal) && !e.Raw.Contains("#VALUE", StringComparison.Ordinal));
    }

    [Fact]
    public void NoteMarksBehindFigures_AreLeftOut()
    {
        var form = Reads.Form(Case("15a-superscript"));
        string? Value(string reference) => form.Read(form.Entries.Single(e => e.Location.At().EndsWith("!" + reference, StringComparison.Ordinal)).Id);
        (Value("E9"), Value("E10"), Value("E24"), Value("G31"), Value("G34"), Value("E53")).ShouldBe(("82,4", "48", "1,4", "1.512", "9", "88,9"));
        form.Findings.Count(f => f.Code == "LC2407").ShouldBe(7);
        form.Findings.ShouldAllBe(f => f.Fix == null);
    }

    /// <summary>Raised by shared strings and by letters; a cell raised as a whole is its value.</summary>
    [Fact]
    public void RaisedText_IsAMarkBehindAFigureOnly()
    {
        var grid = Reads.Sheet(WorkbookXml.Row("<c r=\"A1\" t=\"s\"><v>0</v></c>", "<c r=\"B1\" t=\"s\"><v>1</v></c>", "<c r=\"C1\" t=\"str\"><v>97%²</v></c>", "<c r=\"D1\" s=\"1\"><v>95</v></c>", "<c r=\"E1\" t=\"str\"><v>120 m²</v></c>")
            .Strings("<r><t>1.512</t></r><r><rPr><vertAlign val=\"superscript\"/></rPr><t>a</t></r>", "<r><t>4 km</t></r><r><rPr><vertAlign val=\"superscript\"/></rPr><t>2</t></r>")
            .Styles("", "<font/><font><vertAlign val=\"superscript\"/></font>", "<xf fontId=\"1\"/>").ToBytes());
        grid.Texts().ShouldBe(["1.512|4 km2|97%|95|120 m²"]);
        (grid.At(1, 1)!.Seen!.NoteMarks, grid.At(1, 3)!.Seen!.NoteMarks, grid.At(1, 4)!.Number).ShouldBe(("a", "²", 95m));
    }

    [Fact]
    public void TextInTheColourOfItsGround_IsHidden()
    {
        var grid = Reads.Sheet(WorkbookXml.Row("<c r=\"A1\" s=\"1\" t=\"str\"><v>Đạt</v></c>", "<c r=\"B1\" t=\"inlineStr\"><is><r><t>95</t></r><r><rPr><color rgb=\"FFFFFFFF\"/></rPr><t>6</t></r></is></c>", "<c r=\"C1\" s=\"1\"><v>7</v></c>")
            .Styles("", "<font/><font><color theme=\"0\"/></font>", "<xf fontId=\"1\"/>").ToBytes());
        (grid.At(1, 1)!.IsEmpty, grid.At(1, 1)!.Seen!.Hidden).ShouldBe((true, "Đạt"));
        (grid.At(1, 2)!.Text, grid.At(1, 2)!.Seen!.Hidden).ShouldBe(("95", "6"));
        (grid.At(1, 3)!.IsEmpty, grid.At(1, 3)!.Seen!.Hidden).ShouldBe((true, "7"));
    }

    [Fact]
    public void ZerosThatTheSheetHides_AreHidden()
    {
        var sheet = $"<worksheet xmlns=\"{WorkbookXml.Main}\"><sheetViews><sheetView showZeros=\"0\"/></sheetViews><sheetData><row r=\"1\"><c r=\"A1\"><v>0</v></c><c r=\"B1\"><v>5</v></c></row></sheetData></worksheet>";
        var grid = Reads.Sheet(PackageBuilder.Workbook().Sheet("S").With("xl/worksheets/sheet1.xml", sheet).ToBytes());
        (grid.At(1, 1)!.IsEmpty, grid.At(1, 1)!.Seen!.Hidden, grid.At(1, 2)!.Text).ShouldBe((true, "0", "5"));
    }

    [Fact]
    public void LooksOfCellsAndRuns_AreKnown()
    {
        var grid = Reads.Sheet(WorkbookXml.Row("<c r=\"A1\" s=\"1\" t=\"str\"><v>5</v></c>", "<c r=\"B1\" t=\"inlineStr\"><is><r><t>4 </t></r><r><rPr><u/></rPr><t>Rất tốt</t></r></is></c>", "<c r=\"C1\" t=\"str\"><v>3</v></c>")
            .StyleSheet("<fonts><font/><font><b/></font></fonts><fills><fill/><fill/><fill><patternFill patternType=\"solid\"><fgColor rgb=\"FFFFFF00\"/></patternFill></fill></fills><cellXfs><xf/><xf fontId=\"1\" fillId=\"2\"/></cellXfs>").ToBytes());
        grid.At(1, 1)!.Seen!.Stretches.ShouldBe([new TextStretch("5", Looks.Bold | Looks.Highlighted)]);
        grid.At(1, 2)!.Seen!.Stretches.ShouldBe([new TextStretch("4 ", Looks.Plain), new TextStretch("Rất tốt", Looks.Underlined)]);
        (grid.At(1, 2)!.Text, grid.At(1, 2)!.IsLetters).ShouldBe(("4 Rất tốt", true));
        grid.At(1, 3)!.Seen.ShouldBeNull();
    }
}
