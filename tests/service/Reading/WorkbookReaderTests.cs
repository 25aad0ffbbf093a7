using LearningCity.Docs.OpenXml;
using LearningCity.Docs.Reading;
using LearningCity.Docs.Tests.Support;

namespace LearningCity.Docs.Tests.Reading;

public class WorkbookReaderTests
{
    [Fact]
    public void StringsOfEveryKind_AreTheirText()
    {
        var grid = Reads.Sheet(WorkbookXml.Row(
            "<c r=\"A1\" t=\"s\"><v>0</v></c>", "<c r=\"B1\" t=\"s\"><v>1</v></c>", "<c r=\"C1\" t=\"inlineStr\"><is><r><t>Không </t></r><r><rPr><b/></rPr><t>đạt</t></r></is></c>",
            "<c r=\"D1\" t=\"str\"><f>A1</f><v>a_x000D__x000A_b</v></c>", "<c r=\"E1\" t=\"s\"><v>2</v></c>", "<c r=\"F1\" t=\"inlineStr\"><is/></c>", "<c r=\"G1\" t=\"inlineStr\"><is><t>g</t></is></c>")
            .Strings("<t>Đạt</t>", "<r><t>Một </t></r><r><t>hai</t></r><rPh sb=\"0\" eb=\"1\"><t>phiên âm</t></rPh>", "<t>_x005F_x000D_ và _xZZZZ_</t>").ToBytes());
        grid.Texts().ShouldBe(["Đạt|Một hai|Không đạt|a/b|_x000D_ và _xZZZZ_|g"]);
        grid.At(1, 4)!.IsFormula.ShouldBeTrue();
    }

    [Theory]
    [InlineData("7")]
    [InlineData("-1")]
    [InlineData("x")]
    [InlineData("99999999999")]
    [InlineData("")]
    public void SharedStringThatIsNotThere_IsAnEmptyCell(string index) =>
        Reads.Sheet(WorkbookXml.Row($"<c r=\"A1\" t=\"s\"><v>{index}</v></c>", "<c r=\"B1\"><v>1</v></c>").Strings("<t>a</t>").ToBytes()).Texts().ShouldBe(["1"]);

    [Theory]
    [InlineData("0.95499999999999996", "0,955")]
    [InlineData("1E-3", "0,001")]
    [InlineData("1e+3", "1.000")]
    [InlineData("95.5", "95,5")]
    [InlineData("-3", "-3")]
    [InlineData("0.1", "0,1")]
    [InlineData("123456789012345680", "123.456.789.012.346.000")]
    public void Number_IsWhatWasTyped(string stored, string shown)
    {
        var cell = Reads.Sheet(WorkbookXml.Row($"<c r=\"A1\"><v>{stored}</v></c>").ToBytes()).At(1, 1)!;
        (cell.Text, cell.Kind).ShouldBe((shown, RawKind.Number));
    }

    [Theory]
    [InlineData("1E+300")]
    [InlineData("NaN")]
    [InlineData("INF")]
    [InlineData("1,5")]
    [InlineData("abc")]
    public void NumberBeyondEveryMeasure_IsText(string stored)
    {
        var cell = Reads.Sheet(WorkbookXml.Row($"<c r=\"A1\"><v>{stored}</v></c>").ToBytes()).At(1, 1)!;
        (cell.Text, cell.Kind, cell.Number).ShouldBe((stored, RawKind.Text, null));
    }

    [Theory]
    [InlineData("0%", "0.95", "95%", RawKind.Number, NumberShape.Percent)]
    [InlineData("0.0%", "0.95499999999999996", "95,5%", RawKind.Number, NumberShape.Percent)]
    [InlineData("0.0%", "1E+28", null, RawKind.Number, NumberShape.Percent)]
    [InlineData("0.0%", "-7E+28", null, RawKind.Number, NumberShape.Percent)]
    [InlineData("0\"%\"", "95", "95%", RawKind.Number, NumberShape.General)]
    [InlineData("#,##0.0\\%", "95", "95%", RawKind.Number, NumberShape.General)]
    [InlineData("dd/mm/yyyy", "45755", "08/04/2025", RawKind.Date, NumberShape.Date)]
    [InlineData("[$-42A]d\" tháng \"m\" năm \"yyyy", "45755", "08/04/2025", RawKind.Date, NumberShape.Date)]
    [InlineData("[Red]0.0;[Blue]-0.0", "95.5", "95,5", RawKind.Number, NumberShape.General)]
    [InlineData("[h]:mm", "1.5", null, RawKind.Date, NumberShape.Date)]
    [InlineData("dd/mm/yyyy", "1E+20", "1E+20", RawKind.Date, NumberShape.Date)]
    [InlineData("dd/mm/yyyy", "-5", "-5", RawKind.Date, NumberShape.Date)]
    [InlineData("@", "95", "95", RawKind.Number, NumberShape.Text)]
    [InlineData("General\" lần\"", "2", "2 lần", RawKind.Number, NumberShape.General)]
    [InlineData("# ?/?", "0.5", "0,5", RawKind.Number, NumberShape.General)]
    public void NumberFormat_SaysHowTheCellIsShown(string format, string stored, string? shown, object kind, object shape)
    {
        var cell = Reads.Sheet(WorkbookXml.Row($"<c r=\"A1\" s=\"1\"><v>{stored}</v></c>").Formats(format).ToBytes()).At(1, 1)!;
        if (shown is not null) { cell.Text.ShouldBe(shown); }
        (cell.Kind, cell.Shape).ShouldBe(((RawKind)kind, (NumberShape)shape));
        cell.Number.ShouldNotBeNull();
    }

    [Theory]
    [InlineData("date1904=\"1\"")]
    [InlineData("date1904=\"true\"")]
    public void DatesOfOldMacintoshBooks_CountFrom1904(string attribute) =>
        Reads.Sheet(WorkbookXml.Row("<c r=\"A1\" s=\"1\"><v>44293</v></c>").Formats("dd/mm/yyyy")
            .Book("<sheet name=\"S\" sheetId=\"1\" r:id=\"rId1\"/>", "", $"<workbookPr {attribute}/>").ToBytes()).At(1, 1)!.Text.ShouldBe("08/04/2025");

    [Fact]
    public void CachedValuesOfFormulas_AreRead_AndAMissingOneIsKnown()
    {
        var grid = Reads.Sheet(WorkbookXml.Row(
            "<c r=\"A1\"><f>1+1</f><v>2</v></c>", "<c r=\"B1\" t=\"b\"><f>TRUE</f><v>1</v></c>", "<c r=\"C1\" t=\"e\"><f>1/0</f><v>#DIV/0!</v></c>",
            "<c r=\"D1\"><f>NOW()</f></c>", "<c r=\"E1\"><f>X</f><v></v></c>", "<c r=\"F1\" t=\"str\"><f>IF(1,\"\")</f><v></v></c>", "<c r=\"G1\" t=\"b\"><v>true</v></c>").ToBytes());
        Enumerable.Range(1, 7).Select(c => grid.At(1, c)!).Select(c => (c.Kind, c.Text)).ShouldBe(
            [(RawKind.Number, "2"), (RawKind.Boolean, "TRUE"), (RawKind.Error, "#DIV/0!"), (RawKind.Number, ""), (RawKind.Number, ""), (RawKind.Blank, ""), (RawKind.Boolean, "TRUE")]);
        grid.At(1, 4)!.IsEmpty.ShouldBeFalse();
        Enumerable.Range(1, 6).ShouldAllBe(c => grid.At(1, c)!.IsFormula);
    }

    [Fact]
    public void CellsAndRowsWithoutAddress_FollowTheOnesBefore()
    {
        var grid = Reads.Sheet(WorkbookXml.Of("<row><c><v>1</v></c><c r=\"C1\"><v>3</v></c><c><v>4</v></c></row><row r=\"5\"><c/><c><v>2</v></c></row><row><c><v>6</v></c></row>").ToBytes());
        (grid.At(1, 1)!.Text, grid.At(1, 3)!.Text, grid.At(1, 4)!.Text, grid.At(5, 2)!.Text, grid.At(6, 1)!.Text).ShouldBe(("1", "3", "4", "2", "6"));
        grid.At(6, 1)!.Location.At().ShouldBe("S!A6");
    }

    [Fact]
    public void RowsInNoOrder_AreReadInOrder()
    {
        var grid = Reads.Sheet(WorkbookXml.Of("<row r=\"3\"><c r=\"B3\"><v>32</v></c><c r=\"A3\"><v>31</v></c></row><row r=\"1\"><c r=\"A1\"><v>11</v></c></row><row r=\"3\"><c r=\"C3\"><v>33</v></c></row>").ToBytes());
        grid.Texts().ShouldBe(["11", "31|32|33"]);
        grid.Row(3)!.Cells.Count.ShouldBe(3);
    }

    [Fact]
    public void StrictNamespacesAndPrefixes_AreTheSameSheet()
    {
        var strict = PackageBuilder.Workbook().Sheet("S")
            .With("xl/workbook.xml", $"<x:workbook xmlns:x=\"{WorkbookXml.Strict}\" xmlns:rel=\"http://purl.oclc.org/ooxml/officeDocument/relationships\"><x:sheets><x:sheet name=\"S\" sheetId=\"1\" rel:id=\"rId1\"/></x:sheets><x:definedNames><x:definedName name=\"LC_a\">S!$A$1</x:definedName></x:definedNames></x:workbook>")
            .With("xl/_rels/workbook.xml.rels", "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"http://purl.oclc.org/ooxml/officeDocument/relationships/worksheet\" Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"rId2\" Type=\"http://purl.oclc.org/ooxml/officeDocument/relationships/sharedStrings\" Target=\"sharedStrings.xml\"/></Relationships>")
            .With("xl/sharedStrings.xml", $"<x:sst xmlns:x=\"{WorkbookXml.Strict}\"><x:si><x:t>Đạt</x:t></x:si></x:sst>").Type("xl/sharedStrings.xml", PackageBuilder.SpreadsheetTypes + "sharedStrings+xml")
            .With("xl/worksheets/sheet1.xml", $"<x:worksheet xmlns:x=\"{WorkbookXml.Strict}\"><x:sheetData><x:row r=\"1\"><x:c r=\"A1\" t=\"s\"><x:v>0</x:v></x:c><x:c r=\"B1\" t=\"d\"><x:v>2025-04-08</x:v></x:c></x:row></x:sheetData><x:mergeCells><x:mergeCell ref=\"B1:C2\"/></x:mergeCells></x:worksheet>");
        var grid = Reads.Sheet(strict.ToBytes());
        grid.Texts().ShouldBe(["Đạt|2025-04-08"]);
        grid.At(1, 3)!.Location.At().ShouldBe("S!B1");
        grid.Marks.ShouldHaveSingleItem().Name.ShouldBe("LC_a");
    }

    [Fact]
    public void EveryDefinedName_OfOurs_PointsToItsCell()
    {
        var names = "<definedNames><definedName name=\"LC_a\">'Ô''tô!x Đạt'!$B$2</definedName><definedName name=\"LC_b\">'Ô''tô!x Đạt'!$C$3:$D$4</definedName><definedName name=\"other\">'Ô''tô!x Đạt'!$A$1</definedName>"
            + "<definedName name=\"LC_c\">#REF!</definedName><definedName name=\"LC_d\">'Ô''tô!x Đạt'!#REF!</definedName><definedName name=\"LC_e\" localSheetId=\"1\">Hai!D4</definedName><definedName name=\"lc_f\">hai!$E$5</definedName>"
            + "<definedName name=\"LC_g\"></definedName><definedName name=\"LC_h\"/><definedName name=\"LC_i\">SUM(Hai!A1,1)</definedName><definedName name=\"LC_j\">$F$6</definedName><definedName name=\"LC_k\">Ba!$A$1</definedName><definedName name=\"LC_l\">Hai!$G$7</definedName></definedNames>";
        var grids = Reads.Sheets(PackageBuilder.Workbook().Sheet("1").Sheet("2")
            .Book("<sheet name=\"Ô'tô!x Đạt\" sheetId=\"1\" r:id=\"rId1\"/><sheet name=\"Hai\" sheetId=\"2\" r:id=\"rId2\"/>", names).ToBytes());
        grids[0].Marks.Select(m => (m.Name, m.Row, m.Column)).ShouldBe([("LC_a", 2, 2), ("LC_b", 3, 3)]);
        grids[1].Marks.Select(m => (m.Name, m.Row, m.Column)).ShouldBe([("LC_e", 4, 4), ("lc_f", 5, 5), ("LC_l", 7, 7)]);
    }

    [Fact]
    public void SheetsThatTheUserDoesNotSee_AreLeftOut_AndChartsAreNoSheets()
    {
        var book = PackageBuilder.Workbook().Sheet("1", ["a"]).Sheet("2", ["b"]).Sheet("3", ["c"]).Relationship("xl/workbook.xml", "chartsheet", "chartsheets/sheet1.xml")
            .With("xl/chartsheets/sheet1.xml", $"<chartsheet xmlns=\"{WorkbookXml.Main}\"/>");
        string Sheets(string first, string second, string third) => $"<sheet name=\"1\" sheetId=\"1\" r:id=\"rId1\"{first}/><sheet name=\"4\" sheetId=\"4\" r:id=\"r100\"/><sheet name=\"2\" sheetId=\"2\" r:id=\"rId2\"{second}/><sheet name=\"3\" sheetId=\"3\" r:id=\"rId3\"{third}/><sheet name=\"5\" sheetId=\"5\" r:id=\"nowhere\"/>";
        Reads.Sheets(book.Book(Sheets("", " state=\"hidden\"", " state=\"veryHidden\"")).ToBytes()).Select(g => g.Name).ShouldBe(["1"]);
        Reads.Sheets(book.Book(Sheets("", "", "")).ToBytes()).Select(g => (g.Name, g.Number)).ShouldBe([("1", 1), ("2", 2), ("3", 3)]);
    }

    [Fact]
    public void MergedRange_IsOneCellEverywhere_WhateverIsLeftBeneath()
    {
        var grid = Reads.Sheet(WorkbookXml.Of("<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>trên</t></is></c></row><row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t>bị che</t></is></c><c r=\"B2\"><v>2</v></c></row>",
            "<mergeCells><mergeCell ref=\"A1:A3\"/><mergeCell ref=\"C1:D2\"/><mergeCell ref=\"B9:A1\"/><mergeCell ref=\"rác\"/><mergeCell/><mergeCell ref=\"E5\"/></mergeCells>").ToBytes());
        grid.At(2, 1)!.Text.ShouldBe("trên");
        grid.At(2, 1)!.Location.At().ShouldBe("S!A1");
        grid.At(2, 2)!.Text.ShouldBe("2");
        grid.At(2, 4)!.IsEmpty.ShouldBeTrue();
    }

    [Fact]
    public void AWholeSheetMerged_OrWide_CostsNothing()
    {
        var merges = string.Concat(Enumerable.Range(1, 20_000).Select(i => $"<mergeCell ref=\"A1:XFD{1_000_000 + i}\"/>"));
        var columns = "<cols>" + string.Concat(Enumerable.Repeat("<col min=\"1\" max=\"16384\" hidden=\"1\"/>", 20_000)) + "</cols>";
        var book = WorkbookXml.Of("").With("xl/worksheets/sheet1.xml",
            $"<worksheet xmlns=\"{WorkbookXml.Main}\"><dimension ref=\"A1:XFD1048576\"/>{columns}<sheetData><row r=\"1\"><c r=\"A1\"><v>1</v></c><c r=\"XFD1\"><v>2</v></c></row><row r=\"1048576\"><c r=\"B1048576\"><v>3</v></c><c r=\"XFD1048576\"><v>4</v></c><c><v>5</v></c></row><row><c><v>6</v></c></row></sheetData><mergeCells>{merges}</mergeCells></worksheet>").ToBytes();
        var package = Reads.Package(book);
        var before = GC.GetAllocatedBytesForCurrentThread();
        var grid = WorkbookReader.Read(package).Grids.ShouldHaveSingleItem();
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(64 << 20);
        grid.Texts().ShouldBe(["1|2", "3|4"]);
        (grid.LastRow, grid.LastColumn).ShouldBe((1_048_576, 16_384));
    }

    [Fact]
    public void TicksOfSymbolFonts_AreTicks_InTheCellsFontOrTheRunsOwn()
    {
        var grid = Reads.Sheet(WorkbookXml.Row(
            "<c r=\"A1\" s=\"1\" t=\"s\"><v>0</v></c>", "<c r=\"B1\" t=\"inlineStr\"><is><r><rPr><rFont val=\"Wingdings 2\"/></rPr><t>R</t></r><r><rPr><rFont val=\"Times New Roman\"/></rPr><t> Tăng</t></r></is></c>",
            "<c r=\"C1\" t=\"inlineStr\"><is><r><rPr><rFont val=\"Wingdings\"/></rPr><t>&#xF0A8;</t></r></is></c>", "<c r=\"D1\" t=\"s\"><v>0</v></c>",
            "<c r=\"E1\" s=\"1\" t=\"inlineStr\"><is><r><rPr><rFont val=\"Times New Roman\"/></rPr><t>ü</t></r></is></c>")
            .Strings("<t>ü</t>").Styles("", "<font><name val=\"Times New Roman\"/></font><font><name val=\"Wingdings\"/></font>", "<xf fontId=\"1\"/>").ToBytes());
        grid.Texts().ShouldBe(["☑|☑ Tăng|☐|ü|ü"]);
    }

    [Fact]
    public void HiddenRows_AreKnown() =>
        Reads.Sheet(WorkbookXml.Of("<row r=\"2\" hidden=\"1\"><c r=\"A2\"><v>1</v></c></row><row r=\"3\" hidden=\"true\"/><row r=\"4\" hidden=\"0\"/>").ToBytes()).HiddenRows.ShouldBe([2, 3]);
}
