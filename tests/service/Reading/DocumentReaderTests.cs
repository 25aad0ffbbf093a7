using LearningCity.Docs.Reading;
using LearningCity.Docs.Tests.Support;
using static LearningCity.Docs.Tests.Support.WordBuilder;

namespace LearningCity.Docs.Tests.Reading;

public class DocumentReaderTests
{
    private const string Prompt = "<w:r><w:rPr><w:rStyle w:val=\"PlaceholderText\"/></w:rPr><w:t>Bấm để nhập</w:t></w:r>";

    [Theory]
    [InlineData("<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:noBreakHyphen/><w:t>d</w:t><w:softHyphen/><w:cr/><w:t>e</w:t></w:r>", "a b/c-d/e")]
    [InlineData("<w:hyperlink r:id=\"x\"><w:r><w:t>a</w:t></w:r></w:hyperlink><w:smartTag><w:smartTag><w:r><w:t>b</w:t></w:r></w:smartTag></w:smartTag><w:customXml><w:r><w:t>c</w:t></w:r></w:customXml><w:fldSimple w:instr=\"DATE\"><w:r><w:t>d</w:t></w:r></w:fldSimple>", "abcd")]
    [InlineData("<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>7</w:t></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r>", "7")]
    [InlineData("<w:r><w:t>a</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>ẩn</w:t></w:r><w:r><w:rPr><w:vanish w:val=\"0\"/></w:rPr><w:t>b</w:t></w:r>", "ab")]
    [InlineData("<w:r><w:tab/><w:br/><w:t xml:space=\"preserve\"> a </w:t><w:br/><w:tab/></w:r>", " a ")]
    [InlineData("<w:r><w:sym w:font=\"Wingdings\" w:char=\"F0FE\"/></w:r><w:r><w:sym w:font=\"Wingdings\" w:char=\"F0A8\"/></w:r><w:r><w:sym w:font=\"Wingdings 2\" w:char=\"0052\"/></w:r><w:r><w:sym w:font=\"Wingdings\" w:char=\"zz\"/></w:r><w:r><w:sym/></w:r>", "☑☐☑")]
    [InlineData("<w:r><w:rPr><w:rFonts w:ascii=\"Wingdings\" w:hAnsi=\"Wingdings\"/></w:rPr><w:t>ü</w:t></w:r>", "☑")]
    [InlineData("<w:ins w:id=\"1\" w:author=\"a\"><w:r><w:t>mới</w:t></w:r><w:del w:id=\"2\" w:author=\"b\"><w:r><w:delText>x</w:delText></w:r></w:del></w:ins><w:del w:id=\"3\" w:author=\"a\"><w:r><w:delText>cũ</w:delText></w:r></w:del>", "mới")]
    [InlineData("<w:moveFrom w:id=\"1\" w:author=\"a\"><w:r><w:t>đi</w:t></w:r></w:moveFrom><w:moveTo w:id=\"2\" w:author=\"a\"><w:r><w:t>đến</w:t></w:r></w:moveTo>", "đến")]
    [InlineData("<w:r><w:fldChar w:fldCharType=\"begin\"><w:ffData><w:checkBox><w:sizeAuto/><w:default w:val=\"0\"/><w:checked/></w:checkBox></w:ffData></w:fldChar></w:r><w:r><w:instrText>FORMCHECKBOX</w:instrText></w:r>", "☑")]
    [InlineData("<w:r><w:fldChar w:fldCharType=\"begin\"><w:ffData><w:checkBox><w:default w:val=\"1\"/><w:checked w:val=\"0\"/></w:checkBox></w:ffData></w:fldChar></w:r>", "☐")]
    [InlineData("<w:r><w:fldChar w:fldCharType=\"begin\"><w:ffData><w:checkBox><w:default w:val=\"1\"/></w:checkBox></w:ffData></w:fldChar></w:r>", "☑")]
    [InlineData("<w:r><w:fldChar w:fldCharType=\"begin\"><w:ffData><w:ddList><w:result w:val=\"1\"/><w:listEntry w:val=\"Đạt\"/><w:listEntry w:val=\"Không đạt\"/></w:ddList></w:ffData></w:fldChar></w:r>", "Không đạt")]
    [InlineData("<w:r><w:fldChar w:fldCharType=\"begin\"><w:ffData><w:ddList><w:listEntry w:val=\"Đạt\"/><w:listEntry w:val=\"Không đạt\"/></w:ddList></w:ffData></w:fldChar></w:r>", "Đạt")]
    [InlineData("<w:r><w:fldChar w:fldCharType=\"begin\"><w:ffData><w:ddList><w:default w:val=\"1\"/><w:listEntry w:val=\"Đạt\"/><w:listEntry w:val=\"Không đạt\"/></w:ddList></w:ffData></w:fldChar></w:r>", "Không đạt")]
    [InlineData("<w:r><w:fldChar w:fldCharType=\"begin\"><w:ffData><w:ddList><w:result w:val=\"9\"/><w:listEntry w:val=\"Đạt\"/></w:ddList></w:ffData></w:fldChar></w:r>", "")]
    [InlineData("<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>" + Prompt + "</w:sdtContent></w:sdt><w:r><w:t>a</w:t></w:r>", "a")]
    [InlineData("<w:sdt><w:sdtPr><w:dropDownList><w:listItem w:value=\"Đạt\"/></w:dropDownList></w:sdtPr><w:sdtContent><w:r><w:t>Đạt</w:t></w:r></w:sdtContent></w:sdt>", "Đạt")]
    [InlineData("<w:sdt><w:sdtPr><w14:checkbox><w14:checked w14:val=\"1\"/></w14:checkbox></w:sdtPr><w:sdtContent><w:r><w:t>✚</w:t></w:r></w:sdtContent></w:sdt><w:r><w:t> Tăng</w:t></w:r>", "☑ Tăng")]
    [InlineData("<w:sdt><w:sdtPr><w14:checkbox><w14:checked w14:val=\"0\"/></w14:checkbox></w:sdtPr><w:sdtContent><w:r><w:t>☐</w:t></w:r></w:sdtContent></w:sdt><w:r><w:t> Tăng</w:t></w:r>", "☐ Tăng")]
    [InlineData("<w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><a:x><wps:txbx><w:txbxContent><w:p><w:r><w:t>hộp</w:t></w:r></w:p></w:txbxContent></wps:txbx></a:x></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent><w:p><w:r><w:t>hộp</w:t></w:r></w:p></w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>", "hộp")]
    [InlineData("<mc:AlternateContent><mc:Choice Requires=\"w14\"><w:r><w:t>một</w:t></w:r></mc:Choice><mc:Fallback><w:r><w:t>hai</w:t></w:r></mc:Fallback></mc:AlternateContent>", "một")]
    [InlineData("<w:r><w:t>a<!-- lời ghi --></w:t></w:r><w:commentRangeStart w:id=\"0\"/><w:r><w:t><![CDATA[<b>]]></w:t></w:r><w:r><w:commentReference w:id=\"0\"/></w:r>", "a<b>")]
    public void ParagraphOfACell_SaysWhatTheUserSees(string runs, string text) =>
        (Reads.Table(new WordBuilder(Table(Row(CellOf(Para(runs))))).Build()).At(1, 1)?.Text.Replace('\n', '/') ?? "").ShouldBe(text);

    [Theory]
    [InlineData("<w:ins w:id=\"1\" w:author=\"a\"><w:r><w:t>x</w:t></w:r></w:ins>", true)]
    [InlineData("<w:pPr><w:rPr><w:ins w:id=\"1\" w:author=\"a\"/></w:rPr></w:pPr><w:r><w:t>x</w:t></w:r>", true)]
    [InlineData("<w:r><w:t>x</w:t></w:r>", false)]
    public void ChangesThatNobodyAccepted_AreTold(string runs, bool has) =>
        DocumentReader.Read(Reads.Package(new WordBuilder(Table(Row(CellOf(Para(runs))))).Build())).HasRevisions.ShouldBe(has);

    [Fact]
    public void ParagraphMarkThatIsDeleted_JoinsTheParagraphs()
    {
        var (grids, revisions, _) = DocumentReader.Read(Reads.Package(new WordBuilder(Table(Row(CellOf(
            "<w:p><w:pPr><w:rPr><w:del w:id=\"1\" w:author=\"a\"/></w:rPr></w:pPr><w:r><w:t xml:space=\"preserve\">Không </w:t></w:r></w:p>", P("đạt"))))).Build()));
        grids[0].Texts().ShouldBe(["Không đạt"]);
        revisions.ShouldBeTrue();
    }

    [Fact]
    public void RowsAndCells_AreReadAsAccepted()
    {
        var deletedRow = "<w:tr><w:trPr><w:del w:id=\"1\" w:author=\"a\"/></w:trPr>" + Cell("bỏ") + "</w:tr>";
        var insertedRow = "<w:tr><w:trPr><w:ins w:id=\"1\" w:author=\"a\"/></w:trPr>" + Cell("thêm") + "</w:tr>";
        var deletedCell = "<w:tc><w:tcPr><w:cellDel w:id=\"1\" w:author=\"a\"/></w:tcPr>" + P("bỏ ô") + "</w:tc>";
        var insertedCell = "<w:tc><w:tcPr><w:cellIns w:id=\"1\" w:author=\"a\"/></w:tcPr>" + P("thêm ô") + "</w:tc>";
        var grid = Reads.Table(new WordBuilder(Table(Texts("a"), deletedRow, insertedRow, Row(deletedCell, insertedCell, Cell("b")))).Build());
        grid.Texts().ShouldBe(["a", "thêm", "thêm ô|b"]);
        grid.At(3, 2)!.Text.ShouldBe("b");
    }

    [Fact]
    public void RowDeletedInsideAMergedCell_LeavesItWhole()
    {
        string Merged(string value, string text) => $"<w:tc><w:tcPr><w:vMerge{value}/></w:tcPr>{P(text)}</w:tc>";
        var deleted = "<w:tr><w:trPr><w:del w:id=\"1\" w:author=\"a\"/></w:trPr>" + Cell("bỏ") + Cell("bỏ") + "</w:tr>";
        var grid = Reads.Table(new WordBuilder(Table(Row(Merged(" w:val=\"restart\"", "A"), Cell("1")), deleted, Row(Merged("", ""), Cell("2")))).Build());
        (grid.At(2, 1)!.Text, grid.At(2, 2)!.Text).ShouldBe(("A", "2"));
    }

    [Fact]
    public void SpansOfEveryKind_AreResolved()
    {
        string With(string properties, string text) => $"<w:tc><w:tcPr>{properties}</w:tcPr>{P(text)}</w:tc>";
        var grid = Reads.Table(new WordBuilder(Table(
            Row(With("<w:gridSpan w:val=\"2\"/>", "A"), Cell("C")),
            "<w:tr><w:trPr><w:gridBefore w:val=\"1\"/></w:trPr>" + With("<w:vMerge w:val=\"restart\"/>", "B2") + Cell("C2") + "</w:tr>",
            Row(Cell("A3"), With("<w:vMerge w:val=\"continue\"/>", ""), Cell("C3")),
            Row(With("<w:hMerge w:val=\"restart\"/>", "A4"), With("<w:hMerge/>", ""), Cell("C4")),
            Row(With("<w:gridSpan w:val=\"2000000000\"/>", "A5"), Cell("rất xa")))).Build());
        (grid.At(1, 2)!.Text, grid.At(1, 3)!.Text, grid.At(2, 1), grid.At(3, 2)!.Text, grid.At(4, 2)!.Text, grid.At(4, 3)!.Text).ShouldBe(("A", "C", null, "B2", "A4", "C4"));
        grid.At(3, 2)!.Location.At().ShouldContain("row 2, column 2");
    }

    [Fact]
    public void ControlsAtEveryLevel_KeepTheirText_UnderTheirTag()
    {
        string Sdt(string tag, string content, string more = "") => $"<w:sdt><w:sdtPr><w:tag w:val=\"{tag}\"/>{more}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>";
        var grid = Reads.Table(new WordBuilder(Table(
            Row(CellOf(Para(R("Nam "), Sdt("run", R("12")), R(" trẻ"))), CellOf(Sdt("block", P("một") + P("hai"))), Sdt("cell", Cell("ba"))),
            Sdt("row", Row(CellOf(Para(Sdt("outer", R("a") + Sdt("inner", R("b")) + R("c")))), CellOf(Para(Sdt("empty", Prompt, "<w:showingPlcHdr/>"))), CellOf(Sdt("emptyBlock", Para(Prompt), "<w:showingPlcHdr/>"))))
            , Row(Sdt("ticked", "<w:tc><w:p>" + R("☒") + "</w:p></w:tc>", "<w14:checkbox><w14:checked w14:val=\"1\"/></w14:checkbox>"), CellOf(Sdt("boxed", Para(R("✚")), "<w14:checkbox><w14:checked w14:val=\"1\"/></w14:checkbox>"))))).Build());
        grid.Marks.Where(m => m.Name != "row").OrderBy(m => m.Name, StringComparer.Ordinal).Select(m => $"{m.Name}@{m.Row},{m.Column}={m.Content!.Text.Replace('\n', '/')}").ShouldBe(
            ["block@1,2=một/hai", "boxed@3,2=☑", "cell@1,3=ba", "empty@2,2=", "emptyBlock@2,3=", "inner@2,1=b", "outer@2,1=abc", "run@1,1=12", "ticked@3,1=☑"]);
        grid.Texts().ShouldBe(["Nam 12 trẻ|một/hai|ba", "abc", "☑|☑"]);
        grid.At(1, 1)!.Control.ShouldBe("run");
    }

    [Fact]
    public void TableInACell_IsATableOfItsOwn_AndTextOfTheCell()
    {
        var grids = Reads.Tables(new WordBuilder(P("TÊN BIỂU"), Table(Row(CellOf(P("trái"), Table(Texts("x", "y"), Texts("z", "")), P("dưới")), Cell("phải")))).Build());
        grids.Select(g => (g.Number, string.Join(';', g.Texts()))).ShouldBe([(1, "trái/x y/z/dưới|phải"), (2, "x|y;z")]);
        var cell = grids[0].At(1, 1)!;
        (cell.IsLetters, cell.WithoutTables!.Value.Text).ShouldBe((false, "trái\ndưới"));
        grids[1].Before.ShouldBe(["TÊN BIỂU"]);
    }

    [Fact]
    public void TableInATextBox_IsReadOnce()
    {
        var box = "<w:p><w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><wps:txbx><w:txbxContent>" + Table(Texts("x", "y")) + "<w:p/></w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>" + Table(Texts("x", "y")) + "<w:p/></w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>";
        Reads.Table(new WordBuilder(box).Build()).Texts().ShouldBe(["x|y"]);
    }

    [Fact]
    public void StrictNamespace_IsTheSameDocument()
    {
        var strict = PackageBuilder.Document().With("word/document.xml", "<d:document xmlns:d=\"http://purl.oclc.org/ooxml/wordprocessingml/main\"><d:body><d:tbl><d:tr><d:tc><d:tcPr><d:gridSpan d:val=\"2\"/></d:tcPr><d:p><d:r><d:t>Đạt</d:t></d:r></d:p></d:tc><d:tc><d:p><d:r><d:t>b</d:t></d:r></d:p></d:tc></d:tr></d:tbl></d:body></d:document>");
        var grid = Reads.Table(strict.ToBytes());
        grid.Texts().ShouldBe(["Đạt|b"]);
        grid.At(1, 3)!.Text.ShouldBe("b");
    }

    [Fact]
    public void FontOfLegacyLetters_ComesFromTheRunOrTheStyles()
    {
        var run = Reads.Table(new WordBuilder(Table(Row(CellOf(Para(R("§¹t", "<w:rFonts w:ascii=\".VnTime\" w:hAnsi=\".VnTime\"/>")))))).Build());
        run.At(1, 1)!.Font.ShouldBe(".VnTime");
        var style = PackageBuilder.Document().Table(["§¹t"]).Relationship("word/document.xml", "styles", "styles.xml").Type("word/styles.xml", PackageBuilder.WordTypes + "styles+xml")
            .With("word/styles.xml", "<w:styles xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:style w:type=\"paragraph\" w:default=\"1\"><w:rPr><w:rFonts w:ascii=\".VnTime\"/></w:rPr></w:style></w:styles>");
        Reads.Table(style.ToBytes()).At(1, 1)!.Font.ShouldBe(".VnTime");
    }
}
