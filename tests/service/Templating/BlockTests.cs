using LearningCity.Docs.Tests.Support;
using static LearningCity.Docs.Tests.Support.WordBuilder;
using static LearningCity.Docs.Tests.Support.WordReading;
using static LearningCity.Docs.Tests.Templating.TemplateFixture;

namespace LearningCity.Docs.Tests.Templating;

public class BlockTests
{
    private static readonly Dictionary<string, object?> Nested = Model(("chuan", List(
        Model(("ten", "A"), ("chi_so", List(Model(("ten", "a1")), Model(("ten", "a2"))))),
        Model(("ten", "B"), ("chi_so", List(Model(("ten", "b1"))))))), ("nam", "2024"));

    [Fact]
    public void ControlParagraphs_Vanish()
    {
        var docx = Fill(Model(("rows", List("x", "y")), ("co", true)), P("{{for hang in rows}}"), P("- {{hang}}"), P("{{end}}"), P(" {{if co}} "), P("có"), P("{{else}}"), P("không"), P("{{end}}"));
        Paragraphs(docx).ShouldBe(["- x", "- y", "có"]);
    }

    [Fact]
    public void SeveralControlTagsInOneParagraph_KeepTheirOrder()
    {
        var docx = Fill(Nested, P("{{for tieu_chuan in chuan}}{{for chi_so in tieu_chuan.chi_so}}"), P("{{tieu_chuan.ten}}.{{chi_so.ten}}"), P("{{end}}{{end}}"));
        Paragraphs(docx).ShouldBe(["A.a1", "A.a2", "B.b1"]);
    }

    [Fact]
    public void TagsAtTheEndsOfOtherParagraphs_RepeatTheseWhole() =>
        Paragraphs(Fill(Model(("rows", List("x", "y"))), P("{{for hang in rows}}tên {{hang}}"), P("hết {{hang}}{{end}}"))).ShouldBe(["tên x", "hết x", "tên y", "hết y"]);

    [Fact]
    public void BlockInsideAParagraph_WorksInside() =>
        Paragraphs(Fill(Model(("rows", List("x", "y"))), P("a {{for hang in rows}}[{{hang}}]{{end}} b {{if !rows}}không{{end}}"))).ShouldBe(["a [x][y] b "]);

    [Fact]
    public void PlaceInAList_IsKnown() =>
        Paragraphs(Fill(Model(("rows", List("x", "y", "z"))), P("{{for hang in rows}}{{if for.first}}({{end}}{{hang}}{{if for.last}}){{else}}, {{end}}{{end}}"))).ShouldBe(["(x, y, z)"]);

    [Theory]
    [InlineData(96, "tốt")]
    [InlineData(80, "khá")]
    [InlineData(50, "đạt")]
    [InlineData(10, "chưa đạt")]
    public void ElseIf_TakesTheFirstThatHolds(int number, string word)
    {
        var model = Model(("x", number), ("muc", List(Model(("san", 50m)))));
        Paragraphs(Fill(model, P("{{if x >= 95}}"), P("tốt"), P("{{else if x >= 75.5 && x < 95}}"), P("khá"), P("{{else if !(x < 50)}}"), P("đạt"), P("{{else}}"), P("chưa đạt"), P("{{end}}"))).ShouldBe([word]);
        Paragraphs(Fill(model, P("{{if x >= 95}}tốt{{else if x >= 75.5 && x < 95}}khá{{else if !(x < 50)}}đạt{{else}}chưa đạt{{end}}"))).ShouldBe([word]);
        Rows(Fill(model, Table(Texts("{{if x >= 95}}", ""), Texts("tốt", "."), Texts("{{else if x >= 75.5 && x < 95}}", ""), Texts("khá", "."), Texts("{{else if !(x < 50)}}", ""), Texts("đạt", "."), Texts("{{else}}", ""), Texts("chưa đạt", "."), Texts("{{end}}", "")), P("")))
            .ShouldBe([word + "|."]);
    }

    [Theory]
    [InlineData("x == 5", true)]
    [InlineData("x != 5.0", false)]
    [InlineData("x <= 5 || khong.co", true)]
    [InlineData("ten == \"Ba Đình\"", true)]
    [InlineData("ten != 'Ba Đình'", false)]
    [InlineData("co == true && !(mo == true)", true)]
    [InlineData("mo == null", true)]
    [InlineData("mo > 5", false)]
    [InlineData("mo < 5", false)]
    [InlineData("mo != 5", true)]
    [InlineData("ten && trong", false)]
    [InlineData("!trong && !khong && !rong", true)]
    public void Condition_IsReadAsItSays(string condition, bool holds) =>
        Paragraphs(Fill(Model(("x", 5m), ("ten", "Ba Đình"), ("co", true), ("mo", null), ("trong", ""), ("khong", 0), ("rong", List())), P($"{{{{if {condition}}}}}có{{{{else}}}}không{{{{end}}}}"))).ShouldBe([holds ? "có" : "không"]);

    [Fact]
    public void ManyElseIfs_AreTriedInTurn() =>
        Paragraphs(Fill(Model(("x", 4999)), P("{{if x == 0}}0" + string.Concat(Enumerable.Range(1, 5000).Select(i => $"{{{{else if x == {i}}}}}{i}")) + "{{end}}"))).ShouldBe(["4999"]);

    [Fact]
    public void EquationBesideAControlTag_StaysWithItsParagraph()
    {
        const string equation = "<m:oMath xmlns:m=\"http://schemas.openxmlformats.org/officeDocument/2006/math\"><m:r><m:t>x+1</m:t></m:r></m:oMath>";
        Refused(Para(R("{{if co}}"), equation), P("a"), Para(R("{{end}}"), equation), P("b")).Findings.Select(f => f.Code).ShouldBe(["LC9011"]);
        Xml(Fill(Model(("co", true)), Para(R("{{if co}}"), equation), P("a{{end}}"))).ShouldContain(equation);
    }

    [Fact]
    public void EmptyList_TakesTheElse() =>
        Paragraphs(Fill(Model(("rows", List())), P("{{for hang in rows}}"), P("{{hang}}"), P("{{else}}"), P("Không có"), P("{{end}}"))).ShouldBe(["Không có"]);

    [Fact]
    public void BlockOverRunsOfAParagraph_KeepsTheirFormats()
    {
        var docx = Fill(Model(("rows", List("x", "y"))), Para(R("a{{for hang in rows}}"), R("{{hang}}", "<w:b/>"), R("{{end}}z")));
        Paragraphs(docx).ShouldBe(["axyz"]);
        Xml(docx).ShouldContain("<w:r><w:rPr><w:b/></w:rPr><w:t xml:space=\"preserve\">x</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t xml:space=\"preserve\">y</w:t></w:r>");
    }

    [Fact]
    public void TagsAtBothEndsOfARow_RepeatTheRow() =>
        Rows(Fill(Model(("rows", List("x", "y"))), Table(Texts("TT", "Tên"), Texts("{{for hang in rows}}{{for.index}}", "{{hang}}{{end}}")), P(""))).ShouldBe(["TT|Tên", "0|x", "1|y"]);

    [Fact]
    public void ControlRows_VanishAndNest() =>
        Rows(Fill(Nested, Table(Texts("{{for tieu_chuan in chuan}}", ""), Texts("{{tieu_chuan.ten}}", "{{nam}}"), Texts("", "{{for chi_so in tieu_chuan.chi_so}}"), Texts("{{chi_so.ten}}", "{{nam}}"), Texts("{{end}}", ""), Texts("{{end}}", "")), P("")))
            .ShouldBe(["A|2024", "a1|2024", "a2|2024", "B|2024", "b1|2024"]);

    [Fact]
    public void BlockOverSeveralRows_RepeatsAll() =>
        Rows(Fill(Nested, Table(Texts("{{for tieu_chuan in chuan}}{{tieu_chuan.ten}}", "1"), Texts("{{tieu_chuan.ten}}", "2{{end}}")), P(""))).ShouldBe(["A|1", "A|2", "B|1", "B|2"]);

    [Theory]
    [InlineData(true, "có|1")]
    [InlineData(false, "không|2")]
    public void ConditionalRows_LeaveNothingBehind(bool flag, string row) =>
        Rows(Fill(Model(("co", flag)), Table(Texts("{{if co}}", ""), Texts("có", "1"), Texts("{{else}}", ""), Texts("không", "2"), Texts("{{end}}", "")), P(""))).ShouldBe([row]);

    [Fact]
    public void TableWithoutRows_GoesButItsCellKeepsAParagraph()
    {
        var inner = Table(Texts("{{for hang in rows}}{{hang}}", "{{end}}"));
        Xml(Fill(Model(("rows", List())), inner, P("sau"))).ShouldNotContain("w:tbl>");
        var nested = Fill(Model(("rows", List()), ("co", false)), Table(Row(CellOf(P("{{if co}}"), P("a"), P("{{end}}"), inner, P("{{if co}}"), P("b"), P("{{end}}")), Cell("c"))), P(""));
        Rows(nested).ShouldBe(["|c"]);
    }

    [Fact]
    public void OuterTableKeepsItsRows_WhenATableInsideGoes()
    {
        var inner = Table(Texts("{{for hang in rows}}{{hang}}", "{{end}}"));
        var docx = Fill(Model(("rows", List()), ("ngoai", List("x"))), Table(Texts("{{for bang in ngoai}}", ""), Row(Cell("{{bang}}"), CellOf(inner, "<w:p/>")), Texts("{{end}}", "")), P(""));
        Rows(docx).ShouldBe(["x|"]);
    }

    [Fact]
    public void CellWithEverythingConditional_EndsWithAParagraph()
    {
        var docx = Fill(Model(("co", false)), Table(Row(Cell("{{if co}}", "a", "{{end}}"), Cell("b"))), P(""));
        Rows(docx).ShouldBe(["|b"]);
        Xml(docx).ShouldContain("</w:tcPr><w:p/></w:tc>");
    }

    [Fact]
    public void MergedCells_BeginWhereTheFlagIsTrue()
    {
        var rows = List(Model(("dau", true), ("ten", "A")), Model(("dau", false), ("ten", "A")), Model(("dau", true), ("ten", "B")));
        var docx = Fill(Model(("rows", rows)), Table(Texts("{{for hang in rows}}{{merge hang.dau}}{{hang.ten}}", "{{hang.ten}}{{end}}")), P(""));
        Rows(docx).ShouldBe(["A|A", "|A", "B|B"]);
        Xml(docx).ShouldContain("<w:tcW w:w=\"2000\" w:type=\"dxa\"/><w:vMerge w:val=\"restart\"/><w:tcBorders>");
        Xml(docx).ShouldContain("<w:tcW w:w=\"2000\" w:type=\"dxa\"/><w:vMerge/><w:tcBorders>");
    }

    [Fact]
    public void HeadersFootersAndNotes_AreFilled()
    {
        var builder = new WordBuilder(P("{{ten}}")).With("header", P("{{ten}} đầu")).With("footer", P("{{if ten}}") + P("cuối {{ten}}") + P("{{end}}"))
            .With("footnotes", $"<w:footnote w:id=\"2\">{P("chú thích {{ten}}")}</w:footnote>");
        var docx = Fill(Model(("ten", "Ba Đình")), builder);
        Paragraphs(docx, "word/header1.xml").ShouldBe(["Ba Đình đầu"]);
        Paragraphs(docx, "word/footer1.xml").ShouldBe(["cuối Ba Đình"]);
        Paragraphs(docx, "word/footnotes1.xml").ShouldBe(["chú thích Ba Đình"]);
        Paragraphs(Fill(Model(("ten", "")), builder), "word/footer1.xml").ShouldBe([""]);
    }

    [Fact]
    public void TextBox_IsFilledInBothBranches()
    {
        const string box = """
            <w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:inline><wp:extent cx="100" cy="100"/><wp:docPr id="1" name="Hộp 1"/><a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:cNvSpPr/><wps:spPr/><wps:txbx><w:txbxContent>CONTENT</w:txbxContent></wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape style="width:10pt"><v:textbox><w:txbxContent>CONTENT</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>
            """;
        var content = P("{{for hang in rows}}") + P("{{hang}}") + P("{{end}}");
        var docx = Fill(Model(("rows", List("x", "y")), ("lap", List("1", "2"))), Para(box.Replace("CONTENT", content, StringComparison.Ordinal)), P("{{for luot in lap}}"), Para(box.Replace("CONTENT", P("{{luot}}"), StringComparison.Ordinal)), P("{{end}}"));
        Paragraphs(docx).ShouldBe(["xyxy", "x", "y", "x", "y", "11", "1", "1", "22", "2", "2"]);
        System.Text.RegularExpressions.Regex.Matches(Xml(docx), "<wp:docPr id=\"(\\d+)\"").Select(m => m.Groups[1].Value).ShouldBeUnique();
    }

    [Fact]
    public void ContentControls_TakeTagsInTheirProperties()
    {
        const string control = """<w:sdt><w:sdtPr><w:alias w:val="Chỉ số {{hang.id}}"/><w:tag w:val="{{hang.id}}.value"/><w:id w:val="77"/><w:showingPlcHdr w:val="{{if hang.gia_tri}}0{{else}}1{{end}}"/><w:text/></w:sdtPr><w:sdtContent>{{CONTENT}}</w:sdtContent></w:sdt>""";
        var docx = Fill(Model(("rows", List(Model(("id", "1.1 & \"a\""), ("gia_tri", "5")), Model(("id", "1.2"), ("gia_tri", ""))))),
            Table(Row(Cell("{{for hang in rows}}"), CellOf(Para(control.Replace("{{CONTENT}}", R("{{if hang.gia_tri}}") + R("{{hang.gia_tri}}") + R("{{end}}"), StringComparison.Ordinal), R("{{end}}"))))), P(""));
        Rows(docx).ShouldBe(["|5", "|"]);
        var xml = Xml(docx);
        xml.ShouldContain("<w:tag w:val=\"1.1 &amp; &quot;a&quot;.value\"/><w:showingPlcHdr w:val=\"0\"/>");
        xml.ShouldContain("<w:tag w:val=\"1.2.value\"/><w:showingPlcHdr w:val=\"1\"/>");
        xml.ShouldNotContain("w:id ");
        xml.ShouldContain("<w:sdtContent><w:r><w:t xml:space=\"preserve\"></w:t></w:r></w:sdtContent>");
    }

    [Fact]
    public void BlockControlWithoutContent_HoldsAParagraph()
    {
        var docx = Fill(Model(("co", false)), $"<w:sdt><w:sdtPr><w:id w:val=\"5\"/></w:sdtPr><w:sdtContent>{P("{{if co}}")}{P("a")}{P("{{end}}")}</w:sdtContent></w:sdt>");
        Xml(docx).ShouldContain("<w:id w:val=\"5\"/></w:sdtPr><w:sdtContent><w:p/></w:sdtContent>");
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("xy", "x|y|")]
    public void ControlAroundRows_GoesWithItsRows(string items, string rows)
    {
        var table = Table(Texts("tên", ""), $"<w:sdt><w:sdtPr><w:id w:val=\"5\"/></w:sdtPr><w:sdtContent>{Texts("{{for hang in rows}}", "")}{Texts("{{hang}}", "")}{Texts("{{end}}", "")}</w:sdtContent></w:sdt>");
        var docx = Fill(Model(("rows", items.Select(c => (object?)c.ToString()).ToList())), table, P(""));
        string.Concat(Rows(docx).Skip(1)).ShouldBe(rows);
        Xml(docx).Contains("<w:sdt>", StringComparison.Ordinal).ShouldBe(items.Length > 0);
    }

    [Fact]
    public void NestedTables_RepeatInsideRepeatedRows()
    {
        var inner = Table(Texts("{{for chi_so in tieu_chuan.chi_so}}{{chi_so.ten}}", "{{tieu_chuan.ten}}{{end}}"));
        Rows(Fill(Nested, Table(Row(Cell("{{for tieu_chuan in chuan}}{{tieu_chuan.ten}}"), CellOf(inner, P("{{end}}")))), P(""))).ShouldBe(["A|", "a1|A", "a2|A", "B|", "b1|B"]);
    }

    [Fact]
    public void PropertiesOfTheFile_AreFilled()
    {
        var source = new WordBuilder(P("a")).With("footer", P("b")).Build();
        using var file = new MemoryStream();
        file.Write(source);
        using (var zip = new System.IO.Compression.ZipArchive(file, System.IO.Compression.ZipArchiveMode.Update, leaveOpen: true))
        {
            using var part = new StreamWriter(zip.CreateEntry("customXml/item1.xml").Open());
            part.Write("<form xmlns=\"urn:learningcity:form\" id=\"{{bieu.id}}\">{{bieu.ban}}</form>");
        }
        var template = LearningCity.Docs.Templating.WordTemplate.Compile(file.ToArray(), "mau.docx");
        Xml(template.Render(Model(("bieu", Model(("id", "a\"b"), ("ban", "1\n2"))))), "customXml/item1.xml").ShouldEndWith("<form xmlns=\"urn:learningcity:form\" id=\"a&quot;b\">1 2</form>");
    }

    [Fact]
    public void Bookmarks_StayPairedOrGo()
    {
        const string open = "<w:bookmarkStart w:id=\"1\" w:name=\"a\"/>", close = "<w:bookmarkEnd w:id=\"1\"/>";
        Xml(Fill(Model(("x", "")), Para(open, R("a{{x}}"), close))).ShouldContain("bookmarkStart");
        var half = Fill(Model(("co", false), ("x", "")), P("{{if co}}"), Para(open, R("a")), P("{{end}}"), Para(R("b{{x}}"), close));
        Xml(half).ShouldNotContain("bookmark");
        var repeated = Fill(Model(("rows", List("1", "2"))), P("{{for hang in rows}}"), Para(open, R("{{hang}}"), close), P("{{end}}"));
        Xml(repeated).ShouldNotContain("bookmark");
        var whole = Fill(Model(("co", true), ("x", "")), P("{{if co}}"), Para(open, R("a{{x}}"), close), P("{{end}}"));
        Xml(whole).ShouldContain("bookmarkEnd");
    }

    [Fact]
    public void ParagraphIds_GoInRepeats()
    {
        var docx = Fill(Model(("rows", List("1", "2"))), "<w:p w14:paraId=\"11111111\"><w:r><w:t>{{for hang in rows}}</w:t></w:r></w:p>", "<w:p w14:paraId=\"22222222\"><w:r><w:t>{{hang}}</w:t></w:r></w:p>", P("{{end}}"), "<w:p w14:paraId=\"33333333\"/>");
        Xml(docx).ShouldContain("33333333");
        Xml(docx).ShouldNotContain("22222222");
    }

    [Fact]
    public void Revisions_AreAccepted() =>
        Paragraphs(Fill(Model(("ten", "x")), Para("<w:ins w:id=\"1\" w:author=\"a\">" + R("{{te") + "</w:ins>", "<w:del w:id=\"2\" w:author=\"a\"><w:r><w:delText>zz</w:delText></w:r></w:del>", R("n}}!")))).ShouldBe(["x!"]);
}
