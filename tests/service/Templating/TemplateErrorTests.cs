using LearningCity.Docs.Templating;
using LearningCity.Docs.Tests.Support;
using static LearningCity.Docs.Tests.Support.WordBuilder;
using static LearningCity.Docs.Tests.Templating.TemplateFixture;

namespace LearningCity.Docs.Tests.Templating;

public class TemplateErrorTests
{
    private const string Document = "word/document.xml";

    [Fact]
    public void AllErrors_ComeAtOnceWithTheirPlaces()
    {
        var refused = Refused(P("đầu"), P("xem {{tên cơ quan}}"), Table(Texts("a", "b"), Texts("c", "{{{x}}}"), Row(Cell("d"), Cell("e", "f", "{{if co}} còn mở"))), P("{{x | in_hoa}} và {{ten"));
        refused.Findings.Select(f => (f.Code, f.Location, f.Value)).ShouldBe([
            ("LC9004", new Location.Paragraph(Document, null, null, null, 2), "{{tên cơ quan}}"),
            ("LC9004", new Location.Paragraph(Document, 1, 2, 2, 1), "{{{x}}}"),
            ("LC9007", new Location.Paragraph(Document, 1, 3, 2, 3), "{{if co}}"),
            ("LC9005", new Location.Paragraph(Document, null, null, null, 3), "{{x | in_hoa}}"),
            ("LC9002", new Location.Paragraph(Document, null, null, null, 3), "{{ten")]);
        refused.Message.ShouldContain("mau.docx: Nội dung, bảng 1, hàng 3, cột 2, đoạn 3: LC9007: Khối {{if co}} không được đóng, tại «{{if co}} còn mở»");
        refused.Message.ShouldContain("«{{end}}»");
    }

    [Theory]
    [InlineData("{{end}}", "LC9008")]
    [InlineData("{{else}}", "LC9010")]
    [InlineData("{{if a}}{{else}}{{else}}{{end}}", "LC9010")]
    [InlineData("x }} y", "LC9003")]
    [InlineData("{{}}", "LC9004")]
    [InlineData("{{{x}}}", "LC9004")]
    [InlineData("{{a[0]}}", "LC9004")]
    [InlineData("{{a + 1}}", "LC9004")]
    [InlineData("{{x = 1}}", "LC9004")]
    [InlineData("{{a; b}}", "LC9004")]
    [InlineData("{{ # ghi chu }}", "LC9004")]
    [InlineData("{{include 'x'}}", "LC9004")]
    [InlineData("{{import x}}", "LC9004")]
    [InlineData("{{func f}}{{end}}", "LC9004")]
    [InlineData("{{while true}}x{{end}}", "LC9004")]
    [InlineData("{{capture x}}x{{end}}", "LC9004")]
    [InlineData("{{with a}}x{{end}}", "LC9004")]
    [InlineData("{{wrap a}}x{{end}}", "LC9004")]
    [InlineData("{{raw}}x{{end}}", "LC9008")]
    [InlineData("{{ret a}}", "LC9004")]
    [InlineData("{{break}}", "LC9004")]
    [InlineData("{{readonly a}}", "LC9004")]
    [InlineData("{{this}}", "LC9022")]
    [InlineData("{{$0}}", "LC9004")]
    [InlineData("{{a.b 1}}", "LC9004")]
    [InlineData("{{@a}}", "LC9004")]
    [InlineData("{{a | string.upcase}}", "LC9004")]
    [InlineData("{{a | upcase}}", "LC9005")]
    [InlineData("{{'x' | object.eval}}", "LC9004")]
    [InlineData("{{[1,2]}}", "LC9004")]
    [InlineData("{{ {a:1} }}", "LC9004")]
    [InlineData("{{1..1000000}}", "LC9004")]
    [InlineData("{{a ?? b}}", "LC9004")]
    [InlineData("{{a ? b : c}}", "LC9004")]
    [InlineData("{{++a}}", "LC9004")]
    [InlineData("{{if}}x{{end}}", "LC9004")]
    [InlineData("{{if a b}}x{{end}}", "LC9004")]
    [InlineData("{{for a}}x{{end}}", "LC9004")]
    [InlineData("{{for x in a limit:3}}x{{end}}", "LC9004")]
    [InlineData("{{x | noi \"; }}", "LC9004")]
    [InlineData("{{x | noi so}}", "LC9004")]
    [InlineData("{{x | noi '; ' ', '}}", "LC9004")]
    [InlineData("{{a && b}}", "LC9004")]
    [InlineData("{{!a}}", "LC9004")]
    [InlineData("{{a == 1}}", "LC9004")]
    [InlineData("{{a?.b}}", "LC9004")]
    [InlineData("{{for.a.b}}", "LC9004")]
    [InlineData("{{if a; b}}x{{end}}", "LC9004")]
    [InlineData("{{if a; else; b}}x{{end}}", "LC9004")]
    [InlineData("{{if a; end; if b}}x{{end}}", "LC9004")]
    [InlineData("{{for x in a; x = 1}}x{{end}}", "LC9004")]
    [InlineData("{{if a + 1 > 2}}x{{end}}", "LC9004")]
    [InlineData("{{if a = 1}}x{{end}}", "LC9004")]
    [InlineData("{{if a == b == c}}x{{end}}", "LC9004")]
    [InlineData("{{if a == 99999999999999999999999999}}x{{end}}", "LC9004")]
    [InlineData("{{if a | so}}x{{end}}", "LC9004")]
    [InlineData("{{for x in 1..9}}x{{end}}", "LC9004")]
    [InlineData("{{for x.y in a}}x{{end}}", "LC9004")]
    [InlineData("{{else if a}}", "LC9010")]
    [InlineData("{{for x in a}}{{else if b}}{{end}}", "LC9010")]
    [InlineData("{{if a}}{{else}}{{else if b}}{{end}}", "LC9010")]
    [InlineData("{{merge a}}", "LC9013")]
    [InlineData("{{for.index}}", "LC9016")]
    [InlineData("{{for.rindex}}", "LC9004")]
    public void FaultyTag_HasItsOwnFinding(string text, string code) => string.Join('|', Refused(P(text)).Findings.Select(f => f.Code)).ShouldBe(code);

    [Fact]
    public void UnknownWord_SuggestsTheNearest() => Refused(P("{{x | phan_trm}}")).Message.ShouldContain("Ý bạn là «phan_tram»?");

    [Fact]
    public void EndTooMany_NamesTheBlockBeforeItByWhereItOpened()
    {
        var finding = Refused(P("{{if co}}"), P("a"), P("{{end}}"), P("b {{end}}")).Findings.ShouldHaveSingleItem();
        (finding.Code, finding.Location).ShouldBe(("LC9008", new Location.Paragraph(Document, null, null, null, 4)));
        finding.Related.ShouldBe([new Location.Paragraph(Document, null, null, null, 1), new Location.Paragraph(Document, null, null, null, 3)]);
        finding.Message(LanguageTable.Vietnamese).ShouldEndWith("Thẻ đóng gần nhất {{end}} tại Nội dung, đoạn 3 đang đóng khối {{if co}} tại Nội dung, đoạn 1.");
    }

    [Fact]
    public void NameOfAnItem_IsSuggestedWithTheItem()
    {
        var template = WordTemplate.Compile(new WordBuilder(P("{{for hang in rows}}{{tieu_de}}{{end}}")).Build(), "mau.docx");
        var finding = template.Check(Model(("rows", List(Model(("tieu_de", "")))))).ShouldHaveSingleItem();
        (finding.Code, finding.Value, finding.Location).ShouldBe(("LC9014", "{{tieu_de}}", new Location.Paragraph(Document, null, null, null, 1)));
        finding.Message(LanguageTable.Vietnamese).ShouldEndWith("Ý bạn là «hang.tieu_de»?");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void BlockThatCrossesTheStructure_IsRefused(bool table)
    {
        var refused = table
            ? Refused(P("{{if co}}"), Table(Texts("a", "{{end}}")))
            : Refused(P("trước {{if co}} giữa"), P("x"), P("{{end}}"));
        refused.Findings.Select(f => (f.Code, f.Location)).ShouldBe([("LC9011", new Location.Paragraph(Document, null, null, null, 1))]);
    }

    [Fact]
    public void BlockOverSomeCellsOfARow_IsRefused() =>
        Refused(Table(Texts("a", "{{if co}}b", "c{{end}}"))).Findings.Select(f => f.Code).ShouldBe(["LC9011"]);

    [Fact]
    public void BlockHalfInAHyperlink_IsRefused() =>
        Refused(Para(R("{{if co}}a"), "<w:hyperlink w:anchor=\"x\">" + R("b{{end}}") + "</w:hyperlink>")).Findings.Select(f => f.Code).ShouldBe(["LC9011"]);

    [Fact]
    public void TooDeepBlocks_AreRefused()
    {
        static string Nest(int depth) => string.Concat(Enumerable.Repeat("{{if a}}", depth)) + "x" + string.Concat(Enumerable.Repeat("{{end}}", depth));
        WordReading.Paragraphs(Fill(Model(("a", true)), P(Nest(16)))).ShouldBe(["x"]);
        Refused(P(Nest(17))).Findings.Select(f => f.Code).ShouldBe(["LC9012"]);
    }

    [Fact]
    public void NoWordFile_IsRefused()
    {
        Should.Throw<TemplateException>(() => WordTemplate.Compile("không phải"u8.ToArray(), "x.docx")).Findings[0].Code.ShouldBe("LC9001");
        Should.Throw<TemplateException>(() => WordTemplate.Compile(new WordBuilder(P("a")).Build()[..^40], "x.docx")).Findings[0].Code.ShouldBe("LC9001");
    }

    [Theory]
    [InlineData("word/charts/chart1.xml", true)]
    [InlineData("word/comments.xml", false)]
    public void TagsInAPartThatIsNotFilled_AreRefusedUnlessTheyAreNotes(string part, bool refused)
    {
        using var file = new MemoryStream();
        file.Write(new WordBuilder(P("a")).Build());
        using (var zip = new System.IO.Compression.ZipArchive(file, System.IO.Compression.ZipArchiveMode.Update, leaveOpen: true))
        {
            using var writer = new StreamWriter(zip.CreateEntry(part).Open());
            writer.Write("<c>{{ten}}</c>");
        }
        if (!refused) { WordTemplate.Compile(file.ToArray(), "mau.docx").Names.ShouldBeEmpty(); return; }
        Should.Throw<TemplateException>(() => WordTemplate.Compile(file.ToArray(), "mau.docx")).Findings.Select(f => (f.Code, f.Location)).ShouldBe([("LC9020", new Location.Part(part))]);
    }

    [Fact]
    public void NameWithDiacritics_WorksWithAWarning()
    {
        var template = WordTemplate.Compile(new WordBuilder(P("{{cơ_quan.tên}}{{đơn_vị}}".Normalize(System.Text.NormalizationForm.FormD))).Build(), "mau.docx");
        template.Warnings.Select(w => w.Code).ShouldBe(["LC9015", "LC9015"]);
        template.Warnings[0].Message(LanguageTable.Vietnamese).ShouldStartWith("Tên «cơ_quan.tên» trong thẻ");
        template.Warnings[0].Message(LanguageTable.Vietnamese).ShouldContain("được hiểu là «co_quan.ten»");
        template.Names.ShouldBe(["co_quan.ten", "don_vi"]);
        WordReading.Paragraphs(template.Render(Model(("co_quan", Model(("ten", "x"))), ("don_vi", "y")))).ShouldBe(["xy"]);
    }

    [Fact]
    public void Check_NamesWhatTheModelLacks()
    {
        var template = WordTemplate.Compile(new WordBuilder(P("{{co_quan.ten}}{{co_qan}}"), P("{{for hang in rows}}"), P("{{hang.tieu_de}}{{nam}}{{name}}{{hang.noi_dnug}}{{hang.tieu_de}}"), P("{{end}}")).Build(), "mau.docx");
        template.Names.ShouldBe(["co_qan", "co_quan.ten", "name", "nam", "rows", "rows[].noi_dnug", "rows[].tieu_de"], ignoreOrder: true);
        var shape = Model(("co_quan", Model(("ten", ""))), ("nam", ""), ("rows", List(Model(("tieu_de", ""), ("noi_dung", "")))));
        var findings = template.Check(shape);
        findings.Select(f => (f.Code, f.Value, f.Location)).ShouldBe([
            ("LC9014", "{{co_qan}}", new Location.Paragraph(Document, null, null, null, 1)),
            ("LC9014", "{{name}}", new Location.Paragraph(Document, null, null, null, 3)),
            ("LC9014", "{{hang.noi_dnug}}", new Location.Paragraph(Document, null, null, null, 3))]);
        findings.Select(f => f.Message(LanguageTable.Vietnamese)[^22..]).ShouldAllBe(m => m.Contains("Ý bạn là «"));
        template.Check(Model(("co_quan", null), ("nam", ""), ("name", ""), ("co_qan", ""), ("rows", List()))).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("{{thieu}}")]
    [InlineData("{{if thieu}}x{{end}}")]
    [InlineData("{{for dong in thieu}}x{{end}}")]
    [InlineData("{{ten.length}}")]
    [InlineData("{{ten.Length}}")]
    [InlineData("{{rows.Count}}")]
    [InlineData("{{doi.Count}}")]
    [InlineData("{{doi.Keys}}")]
    [InlineData("{{ten.GetType | hoa}}")]
    [InlineData("{{value}}")]
    [InlineData("{{doi.value}}")]
    public void NameThatTheModelLacks_StopsTheRender(string tag)
    {
        var template = WordTemplate.Compile(new WordBuilder(P(tag)).Build(), "mau.docx");
        var model = Model(("ten", "x"), ("rows", List("a")), ("doi", Model(("a", "b"))));
        var problem = Should.Throw<TemplateException>(() => template.Render(model));
        problem.Findings.Select(f => (f.Code, f.Location)).ShouldBe([("LC9017", new Location.Part(Document))]);
        problem.File.ShouldBe("mau.docx");
    }

    [Theory]
    [InlineData("{{for chu in ten}}x{{end}}")]
    [InlineData("{{ten | so}}")]
    [InlineData("{{ten | ngay}}")]
    [InlineData("{{rows}}")]
    [InlineData("{{co}}")]
    [InlineData("{{if ten > 5}}x{{end}}")]
    [InlineData("{{if ten == 5}}x{{end}}")]
    [InlineData("{{if ten < 'y'}}x{{end}}")]
    [InlineData("{{if co == 1}}x{{end}}")]
    [InlineData("{{if rows == 1}}x{{end}}")]
    public void UnfitValue_StopsTheRender(string tag)
    {
        var template = WordTemplate.Compile(new WordBuilder(P(tag)).Build(), "mau.docx");
        Should.Throw<TemplateException>(() => template.Render(Model(("ten", "x"), ("co", true), ("rows", List(Model()))))).Findings[0].Code.ShouldBe("LC9019");
    }

    [Fact]
    public void TooManyRepeats_StopTheRender()
    {
        var template = WordTemplate.Compile(new WordBuilder(P("{{for dong in a}}{{for cot in a}}{{end}}{{end}}")).Build(), "mau.docx");
        Should.Throw<TemplateException>(() => template.Render(Model(("a", Enumerable.Repeat<object?>("x", 320).ToList())))).Findings[0].Code.ShouldBe("LC9018");
        template.Render(Model(("a", Enumerable.Repeat<object?>("x", 310).ToList()))).ShouldNotBeEmpty();
    }

    [Fact]
    public void TooLargeOutput_StopsTheRender()
    {
        var template = WordTemplate.Compile(new WordBuilder(P("{{for dong in a}}{{x}}{{end}}")).Build(), "mau.docx");
        Should.Throw<TemplateException>(() => template.Render(Model(("a", Enumerable.Repeat<object?>("x", 1100).ToList()), ("x", new string('a', 100_000))))).Findings[0].Code.ShouldBe("LC9018");
    }
}
