using LearningCity.Docs.Documents;
using LearningCity.Docs.Forms;
using LearningCity.Docs.Packages;
using LearningCity.Docs.Reading;
using LearningCity.Docs.Tests.Support;
using LearningCity.Docs.Writing;

namespace LearningCity.Docs.Tests.Foreign;

/// <summary>The forms of the circulars saved by LibreOffice: each is read as itself, level included, and what was typed comes back.</summary>
public class FormsOfCircularsTests
{
    private static readonly string Folder = Repository.Path("templates", "documents");
    private static readonly FormDocuments Documents = new(Folder, DocumentCatalog.Load(Folder));
    private static readonly FormReader Reader = new(new FormTexts(SampleForms.Official));

    [LibreOffice.Fact]
    public void Blanks_ThroughLibreOffice_AreReadAsThemselvesAndBlank()
    {
        foreach (var form in Forms())
        {
            foreach (var saved in new[] { Ods(FormWorkbook.Write(form)), Odt(Documents.Blank(form)) })
            {
                var read = Read(saved);
                read.Form.Id.ShouldBe(form.Id);
                read.Entries.Where(e => !e.Found || e.Value is not EntryValue.Blank).Select(e => $"{form.Id} {read.Host} {e.Id} {e.Value}").ShouldBeEmpty();
                read.Findings.Select(f => $"{form.Id} {read.Host} {f.Code} {f.Location}").ShouldBeEmpty();
            }
        }
    }

    [LibreOffice.Fact]
    public void RandomEntries_ThroughLibreOffice_AreReadBack()
    {
        var random = new Random(2026);
        foreach (var form in Forms())
        {
            var values = form.Fields.Where(_ => random.Next(4) > 0).ToDictionary(f => f.Id, f => f.Kind switch
            {
                FieldKind.Result => random.Next(2) == 0 ? "Đạt" : f.MayNotApply ? "Không áp dụng" : "Không đạt",
                FieldKind.Property => random.Next(2) == 0 ? "Có" : "Không",
                _ => $"Kết quả số {f.Order}: đạt 97,5%",
            });
            var entries = form.Fill([.. values.Select(v => (v.Key, v.Value))]);
            foreach (var saved in new[] { Ods(FormWorkbook.Write(form, values)), Odt(Documents.Filled(entries)) })
            {
                var read = Read(saved);
                read.Form.Id.ShouldBe(form.Id);
                read.Entries.Select(e => (e.Id, e.Value)).ShouldBe(entries.Entries.Select(e => (e.Id, e.Value)), $"{form.Id} {read.Host}");
            }
        }
    }

    private static IEnumerable<FormDefinition> Forms() => SampleForms.Official.Forms.Where(f => f.LayoutBasis is not null);

    private static byte[] Ods(byte[] xlsx) => LibreOffice.Convert(LibreOffice.Convert(xlsx, "xlsx", "ods"), "ods", "xlsx");

    private static byte[] Odt(byte[] docx) => LibreOffice.Convert(LibreOffice.Convert(docx, "docx", "odt"), "odt", "docx");

    private static FormEntries Read(byte[] file) =>
        Reader.Read(PackageGuard.Open(file).ShouldBeOfType<GuardResult.Safe>().Package).ShouldBeOfType<ReadResult.Read>().Forms.ShouldHaveSingleItem();
}
