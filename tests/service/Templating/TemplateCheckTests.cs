using LearningCity.Docs.Templating;
using LearningCity.Docs.Tests.Support;
using static LearningCity.Docs.Tests.Support.WordBuilder;
using static LearningCity.Docs.Tests.Templating.TemplateFixture;

namespace LearningCity.Docs.Tests.Templating;

public class TemplateCheckTests
{
    private const string Document = "word/document.xml";

    private static readonly Dictionary<string, object?> Shape = Model(("co_quan", Model(("ten", "UBND"))), ("co", true), ("so", 5), ("ty_le", 1.5m), ("mo", null), ("muc", List(Model(("ten", "a")))), ("trong", List()));

    [Fact]
    public void RightTemplate_HasNoFinding() => Check(P("{{co_quan.ten}}{{for dong in muc}}{{dong.ten}}{{so}}{{end}}{{mo.gi_cung_duoc}}")).ShouldBeEmpty();

    [Fact]
    public void FaultsAndUnknownNames_ComeTogetherInTheOrderOfTheText()
    {
        var findings = Check(P("{{co_quan.tem}} {{x y z}} {{số}}"), Table(Texts("{{for dong in muc}}{{dong.tenn}}{{end}}")), P("{{ten"));
        findings.Select(f => (f.Code, f.Location, f.Value)).ShouldBe([
            ("LC9014", new Location.Paragraph(Document, null, null, null, 1), "{{co_quan.tem}}"),
            ("LC9004", new Location.Paragraph(Document, null, null, null, 1), "{{x y z}}"),
            ("LC9015", new Location.Paragraph(Document, null, null, null, 1), "{{số}}"),
            ("LC9014", new Location.Paragraph(Document, 1, 1, 1, 1), "{{dong.tenn}}"),
            ("LC9002", new Location.Paragraph(Document, null, null, null, 2), "{{ten")]);
        findings[0].Message(LanguageTable.Vietnamese).ShouldContain("Ý bạn là «ten»?");
    }

    [Fact]
    public void Findings_ComeAsAReaderMeetsThem()
    {
        var docx = new WordBuilder(P("{{tenn}}")).With("footnotes", $"<w:footnote w:id=\"2\">{P("{{tenn}}")}</w:footnote>").With("footer", P("{{tenn}}")).With("header", P("{{tenn}}")).Build();
        TemplateCheck.Check(docx, "mau.docx", Shape).Select(f => f.Location.Text(LanguageTable.Vietnamese)).ShouldBe(["Nội dung, đoạn 1", "Đầu trang 1, đoạn 1", "Chân trang 1, đoạn 1", "Chú thích cuối trang, đoạn 1"]);
    }

    [Fact]
    public void WithoutAShape_NamesAreNotLookedUp() => TemplateCheck.Check(Docx(P("{{khong_co}}")), "mau.docx", shape: null).ShouldBeEmpty();

    [Fact]
    public void BrokenBlock_IsTheOnlyFinding() => Check(P("{{for dong in muc}}"), P("{{dong.ten}} {{dong.tenn}} {{for.index}}")).Select(f => f.Code).ShouldBe(["LC9007"]);

    [Fact]
    public void FaultyBlock_LeavesTheNamesInItAlone() => Check(P("{{for dong in muc muc}}{{dong.ten}}{{for.index}}{{so}}{{end}}")).Select(f => f.Code).ShouldBe(["LC9004"]);

    [Fact]
    public void UnclosedBlock_NamesThePairThatTookItsClosingTag()
    {
        var finding = Check(P("{{if co}}"), P("a"), P("{{if so}}"), P("b"), P("{{end}}")).ShouldHaveSingleItem();
        (finding.Code, finding.Location).ShouldBe(("LC9007", new Location.Paragraph(Document, null, null, null, 1)));
        finding.Related.ShouldBe([new Location.Paragraph(Document, null, null, null, 3), new Location.Paragraph(Document, null, null, null, 5)]);
        finding.Message(LanguageTable.Vietnamese).ShouldEndWith("Thẻ đóng gần nhất {{end}} tại Nội dung, đoạn 5 đang đóng khối {{if so}} tại Nội dung, đoạn 3.");
    }

    [Fact]
    public void UnclosedBlockAlone_NamesNoPair() =>
        Check(P("{{if co}}a{{end}}{{for dong in muc}}")).ShouldHaveSingleItem().Message(LanguageTable.Vietnamese).ShouldEndWith("Thêm thẻ «{{end}}» sau phần nội dung của khối.");

    [Fact]
    public void NoWordFile_IsAFinding() => TemplateCheck.Check("không phải"u8.ToArray(), "x.docx", Shape).Select(f => f.Code).ShouldBe(["LC9001"]);

    [Fact]
    public void Names_AreAllThatATemplateCanSay() => TemplateCheck.Names(Shape).Select(n => $"{n.Name} {n.Kind} {n.Sample}".TrimEnd()).ShouldBe([
        "co_quan.ten Text UBND", "co Flag true", "so Number 5", "ty_le Number 1,5", "mo Open", "muc List", "muc[].ten Text a", "trong List"]);

    private static ImmutableArray<Finding> Check(params string[] body) => TemplateCheck.Check(Docx(body), "mau.docx", Shape);

    private static byte[] Docx(params string[] body) => new WordBuilder(body).Build();
}
