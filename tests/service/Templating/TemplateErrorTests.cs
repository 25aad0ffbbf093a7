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
        var refused = Refused(P("đầu"), P("xem {{tên cơ quan}}"), Table(Texts("a", "b"), Texts("c", "{{{x}}}"), Row(Cell("d"), Cell("e", "f", "{{#if co}} còn mở"))), P("{{in_hoa x}} và {{ten"));
        refused.Findings.Select(f => (f.Code, f.Location, f.Value)).ShouldBe([
            ("LC9005", new Location.Paragraph(Document, null, null, null, 2), "{{tên cơ quan}}"),
            ("LC9004", new Location.Paragraph(Document, 1, 2, 2, 1), "{{{x}}}"),
            ("LC9007", new Location.Paragraph(Document, 1, 3, 2, 3), "{{#if co}}"),
            ("LC9005", new Location.Paragraph(Document, null, null, null, 3), "{{in_hoa x}}"),
            ("LC9002", new Location.Paragraph(Document, null, null, null, 3), "{{ten")]);
        refused.Message.ShouldContain("mau.docx: Nội dung, bảng 1, hàng 3, cột 2, đoạn 3: LC9007: Khối {{#if co}} không được đóng, tại «{{#if co}} còn mở»");
        refused.Message.ShouldContain("«{{/if}}»");
    }

    [Theory]
    [InlineData("{{/if}}", "LC9008")]
    [InlineData("{{else}}", "LC9010")]
    [InlineData("{{#if a}}{{else}}{{else}}{{/if}}", "LC9010")]
    [InlineData("{{#each a}}{{/if}}", "LC9009")]
    [InlineData("x }} y", "LC9003")]
    [InlineData("{{> part}}", "LC9005")]
    [InlineData("{{! ghi chú}}", "LC9005")]
    [InlineData("{{&x}}", "LC9004")]
    [InlineData("{{{x}}}", "LC9004")]
    [InlineData("{{lookup a b}}", "LC9005")]
    [InlineData("{{log a}}", "LC9005")]
    [InlineData("{{a.[0]}}", "LC9004")]
    [InlineData("{{@root}}", "LC9004")]
    [InlineData("{{@key}}", "LC9004")]
    [InlineData("{{}}", "LC9004")]
    [InlineData("{{#with a}}{{/with}}", "LC9005")]
    [InlineData("{{#if}}x{{/if}}", "LC9006")]
    [InlineData("{{#if a b}}x{{/if}}", "LC9006")]
    [InlineData("{{so x y}}", "LC9006")]
    [InlineData("{{noi x \"; }}", "LC9006")]
    [InlineData("{{merge a}}", "LC9013")]
    [InlineData("{{@index}}", "LC9016")]
    [InlineData("{{../a}}", "LC9016")]
    public void FaultyTag_HasItsOwnFinding(string text, string code) => Refused(P(text)).Findings.Select(f => f.Code).ShouldBe([code]);

    [Fact]
    public void UnknownWord_SuggestsTheNearest()
    {
        Refused(P("{{phan_trm x}}")).Message.ShouldContain("Ý bạn là «phan_tram»?");
        Refused(P("{{#iff x}}a{{/iff}}")).Message.ShouldContain("Ý bạn là «if»?");
    }

    [Fact]
    public void OtherBlockClosed_NamesThePartner()
    {
        var refused = Refused(P("{{#each rows}}"), P("{{#if co}}"), P("x"), P("{{/each}}"));
        refused.Findings.Select(f => f.Code).ShouldBe(["LC9009"]);
        refused.Message.ShouldContain("khối đang mở là {{#if co}} tại Nội dung, đoạn 2");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void BlockThatCrossesTheStructure_IsRefused(bool table)
    {
        var refused = table
            ? Refused(P("{{#if co}}"), Table(Texts("a", "{{/if}}")))
            : Refused(P("trước {{#if co}} giữa"), P("x"), P("{{/if}}"));
        refused.Findings.Select(f => (f.Code, f.Location)).ShouldBe([("LC9011", new Location.Paragraph(Document, null, null, null, 1))]);
    }

    [Fact]
    public void BlockOverSomeCellsOfARow_IsRefused() =>
        Refused(Table(Texts("a", "{{#if co}}b", "c{{/if}}"))).Findings.Select(f => f.Code).ShouldBe(["LC9011"]);

    [Fact]
    public void BlockHalfInAHyperlink_IsRefused() =>
        Refused(Para(R("{{#if co}}a"), "<w:hyperlink w:anchor=\"x\">" + R("b{{/if}}") + "</w:hyperlink>")).Findings.Select(f => f.Code).ShouldBe(["LC9011"]);

    [Fact]
    public void TooDeepBlocks_AreRefused()
    {
        static string Nest(int depth) => string.Concat(Enumerable.Repeat("{{#if a}}", depth)) + "x" + string.Concat(Enumerable.Repeat("{{/if}}", depth));
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
        template.Names.ShouldBe(["co_quan.ten", "don_vi"]);
        WordReading.Paragraphs(template.Render(Model(("co_quan", Model(("ten", "x"))), ("don_vi", "y")))).ShouldBe(["xy"]);
    }

    [Fact]
    public void Check_NamesWhatTheModelLacks()
    {
        var template = WordTemplate.Compile(new WordBuilder(P("{{co_quan.ten}}{{co_qan}}"), P("{{#each rows}}"), P("{{tieu_de}}{{../nam}}{{../name}}{{noi_dnug}}{{this.tieu_de}}"), P("{{/each}}")).Build(), "mau.docx");
        template.Names.ShouldBe(["co_qan", "co_quan.ten", "name", "nam", "rows", "rows[].noi_dnug", "rows[].tieu_de"], ignoreOrder: true);
        var shape = Model(("co_quan", Model(("ten", ""))), ("nam", ""), ("rows", List(Model(("tieu_de", ""), ("noi_dung", "")))));
        var findings = template.Check(shape);
        findings.Select(f => (f.Code, f.Value, f.Location)).ShouldBe([
            ("LC9014", "{{co_qan}}", new Location.Paragraph(Document, null, null, null, 1)),
            ("LC9014", "{{../name}}", new Location.Paragraph(Document, null, null, null, 3)),
            ("LC9014", "{{noi_dnug}}", new Location.Paragraph(Document, null, null, null, 3))]);
        findings.Select(f => f.Message(LanguageTable.Vietnamese)[^22..]).ShouldAllBe(m => m.Contains("Ý bạn là «"));
        template.Check(Model(("co_quan", null), ("nam", ""), ("name", ""), ("co_qan", ""), ("rows", List()))).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("{{thieu}}")]
    [InlineData("{{#if thieu}}x{{/if}}")]
    [InlineData("{{#each thieu}}x{{/each}}")]
    [InlineData("{{ten.length}}")]
    [InlineData("{{ten.Length}}")]
    [InlineData("{{rows.Count}}")]
    [InlineData("{{doi.Count}}")]
    [InlineData("{{doi.Keys}}")]
    [InlineData("{{hoa ten.GetType}}")]
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
    [InlineData("{{#each ten}}x{{/each}}")]
    [InlineData("{{so ten}}")]
    [InlineData("{{ngay ten}}")]
    [InlineData("{{rows}}")]
    [InlineData("{{co}}")]
    public void UnfitValue_StopsTheRender(string tag)
    {
        var template = WordTemplate.Compile(new WordBuilder(P(tag)).Build(), "mau.docx");
        Should.Throw<TemplateException>(() => template.Render(Model(("ten", "x"), ("co", true), ("rows", List(Model()))))).Findings[0].Code.ShouldBe("LC9019");
    }

    [Fact]
    public void TooManyRepeats_StopTheRender()
    {
        var template = WordTemplate.Compile(new WordBuilder(P("{{#each a}}{{#each ../a}}{{/each}}{{/each}}")).Build(), "mau.docx");
        Should.Throw<TemplateException>(() => template.Render(Model(("a", Enumerable.Repeat<object?>("x", 320).ToList())))).Findings[0].Code.ShouldBe("LC9018");
        template.Render(Model(("a", Enumerable.Repeat<object?>("x", 310).ToList()))).ShouldNotBeEmpty();
    }

    [Fact]
    public void TooLargeOutput_StopsTheRender()
    {
        var template = WordTemplate.Compile(new WordBuilder(P("{{#each a}}{{../x}}{{/each}}")).Build(), "mau.docx");
        Should.Throw<TemplateException>(() => template.Render(Model(("a", Enumerable.Repeat<object?>("x", 1100).ToList()), ("x", new string('a', 100_000))))).Findings[0].Code.ShouldBe("LC9018");
    }
}
