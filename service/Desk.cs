using LearningCity.Docs.Documents;
using LearningCity.Docs.Forms;
using LearningCity.Docs.Pdf;

namespace LearningCity.Docs;

/// <summary>What both edges, HTTP and command line, work with: the façades over catalogues that are loaded once, and the one clock.</summary>
internal sealed class Desk
{
    private readonly Lazy<DocumentPipeline> documents;

    private Desk(FormPipeline forms, Func<DocumentPipeline> documents, string templates, TimeProvider clock, LibreOfficePdf pdf) =>
        (Forms, this.documents, Templates, Clock, Pdf) = (forms, new Lazy<DocumentPipeline>(documents), templates, clock, pdf);

    public FormPipeline Forms { get; }

    /// <summary>Loaded when first asked for: a check on the command line makes no paper.</summary>
    public DocumentPipeline Documents => documents.Value;

    /// <summary>The folder of forms, Word templates and samples.</summary>
    public string Templates { get; }

    public TimeProvider Clock { get; }

    /// <summary>The one queue to LibreOffice.</summary>
    public LibreOfficePdf Pdf { get; }

    /// <summary>The day on which a form is judged to be in force, where the program runs.</summary>
    public DateOnly Today => DateOnly.FromDateTime(Clock.GetLocalNow().DateTime);

    /// <param name="pdf">Null for the LibreOffice of this machine.</param>
    /// <exception cref="FormFileException">A shipped definition with a defect: file, line, sentence.</exception>
    public static Desk Open(string templates, TimeProvider clock, LibreOfficePdf? pdf = null)
    {
        var forms = FormCatalog.Load(Path.Combine(templates, "forms"));
        var pipeline = new FormPipeline(forms);
        return new Desk(pipeline, () => Papers(pipeline, templates, own: null), templates, clock, pdf ?? new LibreOfficePdf());
    }

    /// <summary>The same with an agency's own templates, read when the papers are first asked for.</summary>
    /// <param name="own">Their folder.</param>
    public Desk WithTemplates(string own) => new(Forms, () => Papers(Forms, Templates, own), Templates, Clock, Pdf);

    /// <exception cref="SettingException">The folder of own templates cannot be read.</exception>
    private static DocumentPipeline Papers(FormPipeline forms, string templates, string? own)
    {
        var folder = Path.Combine(templates, "documents");
        var kinds = DocumentCatalog.Load(folder);
        var shipped = new FormDocuments(folder, kinds);
        var guide = new TemplateGuide(kinds, forms.Forms, shipped);
        return new DocumentPipeline(forms, kinds, own is null ? shipped : new FormDocuments(folder, kinds, Own(own, kinds, guide)), guide);
    }

    private static OwnTemplates Own(string folder, DocumentCatalog kinds, TemplateGuide guide)
    {
        try { return OwnTemplates.Load(folder, kinds, guide); }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException) { throw new SettingException(new Sentence("data.templates", folder, e.Message)); }
    }

    /// <summary>Draws every blank form once: a defect in a template stops the start-up instead of the first official who asks.</summary>
    public void Warm()
    {
        foreach (var form in Forms.Forms.Forms)
        {
            Documents.Blank(form, FileFormat.Xlsx);
            Documents.Blank(form, FileFormat.Docx);
        }
    }
}
