using LearningCity.Docs.Documents;
using LearningCity.Docs.Reading;
using LearningCity.Docs.Tests.Support;
using LearningCity.Docs.Writing;

namespace LearningCity.Docs.Tests.Documents;

/// <summary>A filled form of level 1 taken over into level 2.</summary>
public class NextLevelTests
{
    private static readonly DateOnly Today = new(2026, 2, 1);
    private static readonly string Folder = Repository.Path("templates", "documents");
    private static readonly FormPipeline Forms = new(SampleForms.Official);
    private static readonly DocumentCatalog Catalog = DocumentCatalog.Load(Folder);
    private static readonly FormDocuments Documents = new(Folder, Catalog);
    private static readonly DocumentPipeline Pipeline = new(Forms, Catalog, Documents, new TemplateGuide(Catalog, SampleForms.Official, Documents));

    [Theory]
    [InlineData("cdht-xa-muc-1", "cdht-xa-muc-2")]
    [InlineData("cdht-huyen-muc-1", "cdht-huyen-muc-2")]
    [InlineData("cdht-tinh-muc-1", "cdht-tinh-muc-2")]
    [InlineData("don-vi-hoc-tap-tinh-1", "don-vi-hoc-tap-tinh-2")]
    public void FilledForm_KeepsWhatStaysAndLeavesOpenWhatIsAskedAnew(string id, string next)
    {
        var (form, above, values) = (SampleForms.Form(id), SampleForms.Form(next), SampleValues.Right(id));
        foreach (var file in new[] { FormWorkbook.Write(form, values), Documents.Filled(form.Fill([.. values.Select(v => (v.Key, v.Value))])) })
        {
            var taken = Pipeline.TakeOver(file, null, Today).ShouldBeOfType<DocumentResult<TakenOver>.Made>().Product;
            (taken.From.Id, taken.To.Id).ShouldBe((id, next));
            var read = ((CheckResult.Checked)Forms.Check(taken.File, Today)).Forms.ShouldHaveSingleItem().Entries;
            read.Form.Id.ShouldBe(next);
            var changed = taken.Changes.Select(c => c.After.Code).ToHashSet();
            changed.ShouldNotBeEmpty();
            foreach (var node in above.Indicators)
            {
                read.Result(node).ShouldBe(changed.Contains(node.Code) ? null : values[$"{node.Code}.result"], node.Code);
                read[node.Field("summary")!].Value.ShouldBe(new EntryValue.Text(values[$"{node.Code}.summary"]), node.Code);
            }
            foreach (var property in above.Properties) { read.Has(property.Id).ShouldBe(values[property.Field.Id] == "Có", property.Id); }
            read.Result(above.Total!).ShouldBeNull();
        }
    }

    [Fact]
    public void HighestLevel_HasNoNext() =>
        Pipeline.TakeOver(FormWorkbook.Write(SampleForms.Form("cdht-xa-muc-2")), null, Today).ShouldBeOfType<DocumentResult<TakenOver>.Forbidden>().Findings.Single().Code.ShouldBe("LC1123");

    [Theory]
    [InlineData(2025, 2, 1, false)]
    [InlineData(2025, 2, 2, true)]
    public void RecognitionOfTheYear_IsTooEarly(int year, int month, int day, bool early) =>
        Pipeline.TakeOver(FormWorkbook.Write(SampleForms.Form("cdht-xa-muc-1")), new DateOnly(year, month, day), Today).ShouldBeOfType<DocumentResult<TakenOver>.Made>().Product.Warnings.Select(w => w.Code)
            .ShouldBe(early ? ["LC1124"] : []);
}
