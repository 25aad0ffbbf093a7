using LearningCity.Docs.Documents;
using LearningCity.Docs.Tests.Support;

namespace LearningCity.Docs.Tests;

public class DocumentPipelineTests
{
    /// <summary>A form is data: one that is added has no dossier until documents.yaml gives it one.</summary>
    [Fact]
    public void FormWithoutADossier_IsToldSo()
    {
        var folder = Repository.Path("templates", "documents");
        var kinds = DocumentCatalog.Load(folder);
        var documents = new FormDocuments(folder, kinds);
        var pipeline = new DocumentPipeline(new FormPipeline(SampleForms.MadeUp), kinds, documents, new TemplateGuide(kinds, SampleForms.Official, documents));
        var result = pipeline.MakeDossier(TestDesk.Blank("bang-so-lieu-thu-nghiem"), TestDesk.Details, new DateOnly(2025, 5, 12), draft: true).ShouldBeOfType<DocumentResult<Dossier>.Forbidden>();
        var finding = result.Findings.ShouldHaveSingleItem();
        finding.Code.ShouldBe("LC6016");
        finding.Message(LanguageTable.Vietnamese).ShouldContain("BẢNG SỐ LIỆU THỬ NGHIỆM");
    }
}
