using LearningCity.Docs.Documents;
using LearningCity.Docs.Tests.Support;
using static LearningCity.Docs.Tests.Support.WordBuilder;

namespace LearningCity.Docs.Tests.Documents;

public class TemplateGuideTests
{
    private static readonly TemplateGuide Guide = new(PaperSamples.Catalog, SampleForms.Official, PaperSamples.Documents);

    public static TheoryData<string> Kinds => [.. PaperSamples.Catalog.Kinds.Select(k => k.Id)];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void ShippedTemplate_HasNoFinding(string id)
    {
        var kind = PaperSamples.Catalog.Find(id)!;
        Guide.Check(File.ReadAllBytes(Path.Combine(PaperSamples.Folder, kind.Template)), kind.Template, kind).Select(f => f.Message(LanguageTable.Vietnamese)).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void EveryOfferedName_IsKnownToTheCheck(string id)
    {
        var kind = PaperSamples.Catalog.Find(id)!;
        var names = Guide.Names(kind).Select(n => n.Name).Where(n => !n.Contains("[]", StringComparison.Ordinal)).ToList();
        names.Count.ShouldBeGreaterThan(10);
        Guide.Check(Docx([.. names.Select(name => P($"{{{{if {name}}}}}x{{{{end}}}}"))]), "mau.docx", kind).ShouldBeEmpty();
    }

    [Fact]
    public void NameOfAnotherKind_IsFoundWithTheNearest()
    {
        var finding = Guide.Check(Docx(P("{{danh_gia.so_tieu_chj}}")), "mau.docx", PaperSamples.Catalog.Find("to-trinh")).ShouldHaveSingleItem();
        finding.Code.ShouldBe("LC9014");
        finding.Message(LanguageTable.Vietnamese).ShouldContain("Ý bạn là «so_tieu_chi»?");
        Guide.Check(Docx(P("{{danh_gia.dat}}")), "mau.docx", PaperSamples.Catalog.Find("ke-hoach")).Select(f => f.Code).ShouldBe(["LC9014"]);
        Guide.Check(Docx(P("{{danh_gia.dat}}")), "mau.docx", kind: null).ShouldBeEmpty();
    }

    [Fact]
    public void TagOfTheAnnex_IsKnownOnlyAloneInItsParagraph()
    {
        var kind = PaperSamples.Catalog.Find("bao-cao");
        Guide.Check(Docx(P("{{bang_bieu}}")), "mau.docx", kind).ShouldBeEmpty();
        Guide.Check(Docx(P("xem {{bang_bieu}}")), "mau.docx", kind).Select(f => f.Code).ShouldBe(["LC9014"]);
    }

    private static byte[] Docx(params string[] body) => new WordBuilder(body).Build();
}
