using LearningCity.Docs.Documents;
using LearningCity.Docs.Layout;
using LearningCity.Docs.Packages;

namespace LearningCity.Docs.Tests.Documents;

/// <summary>Our own papers against our own layout check (Nghị định 30/2020).</summary>
public class PaperLayoutTests
{
    public static TheoryData<string> Papers => [.. PaperSamples.Catalog.Kinds.Select(k => k.Id)];

    [Theory]
    [MemberData(nameof(Papers))]
    public void TypicalPaper_HasNoFinding(string id)
    {
        var kind = PaperSamples.Catalog.Find(id)!;
        ShouldBeRight(kind, PaperSamples.Documents.Render(kind, PaperSamples.Typical(kind), PaperSamples.Usual(kind)));
    }

    /// <summary>Number and day left to the clerk, nothing optional given.</summary>
    [Theory]
    [MemberData(nameof(Papers))]
    public void PaperWithTheLeast_HasNoFinding(string id)
    {
        var kind = PaperSamples.Catalog.Find(id)!;
        ShouldBeRight(kind, PaperSamples.Documents.Render(kind, PaperSamples.Empty(kind), PaperSamples.Least(kind), draft: true));
    }

    [Theory]
    [MemberData(nameof(Papers))]
    public void LargestPaper_HasNoFinding(string id)
    {
        var kind = PaperSamples.Catalog.Find(id)!;
        ShouldBeRight(kind, PaperSamples.Documents.Render(kind, PaperSamples.Extreme(kind), PaperSamples.Most(kind)));
    }

    [Theory]
    [MemberData(nameof(Papers))]
    public void PaperWithASignatureLine_HasNoFinding(string id)
    {
        var kind = PaperSamples.Catalog.Find(id)!;
        ShouldBeRight(kind, PaperSamples.Documents.Render(kind, PaperSamples.Typical(kind), PaperSamples.Signed(kind)));
    }

    /// <summary>A form that is no paper yet, blank or filled, is checked like any other document.</summary>
    [Theory]
    [InlineData("phu-luc-iiib")]
    [InlineData("unesco-ba-dinh")]
    public void FormItself_HasNoFinding(string id)
    {
        var typical = PaperSamples.Typical(id).Entries;
        foreach (var docx in new[] { PaperSamples.Documents.Blank(typical.Form), PaperSamples.Documents.Filled(typical) })
        {
            LayoutPipeline.Check(docx).ShouldBeOfType<LayoutResult.Checked>().Findings.Select(f => f.Message(LanguageTable.English)).ShouldBeEmpty();
        }
    }

    private static void ShouldBeRight(DocumentKind kind, byte[] docx) => LayoutChecker.Check(PackageGuard.Open(docx).ShouldBeOfType<GuardResult.Safe>().Package)
        .Select(f => $"{kind.Id} {f.Code} {f.Location.Text(LanguageTable.English)}: {f.Message(LanguageTable.English)} [{f.Value}]").ShouldBeEmpty();
}
