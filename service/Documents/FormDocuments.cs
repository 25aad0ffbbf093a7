using System.Collections.Concurrent;
using LearningCity.Docs.Forms;
using LearningCity.Docs.Reading;
using LearningCity.Docs.Templating;

namespace LearningCity.Docs.Documents;

/// <summary>
/// The door to Word documents: the official form itself, blank, filled and as the final annex, all three from the one template of its layout, and the papers made from it. A template is read and compiled
/// at its first use; safe for any number of threads.
/// </summary>
/// <param name="folder">Where the templates are: <c>templates/documents</c>.</param>
internal sealed class FormDocuments(string folder, DocumentCatalog catalog)
{
    /// <summary>The detail that asks for Word's own signature line.</summary>
    private const string SignatureLine = "signer.signatureLine";

    private readonly ConcurrentDictionary<(string Template, string Form, string Version, string? Part, string? Kind, bool SignatureLine), Lazy<WordTemplate>> templates = new();

    /// <summary>Biểu mẫu trống.</summary>
    public byte[] Blank(FormDefinition form) => Template(catalog.TemplateOf(form.Layout), form).Render(AnnexModel.Blank(form));

    /// <summary>The form with its entries, to be filled further.</summary>
    public byte[] Filled(FormEntries entries) => Template(catalog.TemplateOf(entries.Form.Layout), entries.Form).Render(AnnexModel.Filled(entries));

    /// <summary>A paper of this kind, or the filled form as the annex that goes with it. Whether the form allows it is asked before: <see cref="KindConditions"/>.</summary>
    /// <param name="draft">Bản nháp: DỰ THẢO on every page.</param>
    /// <param name="warnings">Gets what was left out of the values because no document can hold it.</param>
    /// <exception cref="ArgumentException">The kind is made from another form.</exception>
    public byte[] Render(DocumentKind kind, FormEntries entries, DocumentDetails details, bool draft = false, List<Finding>? warnings = null) => kind.Form == entries.Form.Id
        ? IsForm(kind) ? Template(kind.Template, entries.Form).Render(AnnexModel.Final(entries, kind, details, catalog, draft), warnings) : Paper(kind, entries.Form, details.Flag(SignatureLine)).Render(PaperModel.Of(kind, entries, details, catalog, draft), warnings)
        : throw new ArgumentException($"'{kind.Id}' is made from the form '{kind.Form}', not '{entries.Form.Id}'.", nameof(entries));

    private bool IsForm(DocumentKind kind) => kind.Template == catalog.TemplateOf(FormLayout.Results) || kind.Template == catalog.TemplateOf(FormLayout.Figures);

    /// <exception cref="TemplateException">A fault in the template, also a name that the model does not have.</exception>
    private WordTemplate Template(string file, FormDefinition form) => templates.GetOrAdd((file, form.Id, form.Version, form.Part?.Key, null, false), _ => new Lazy<WordTemplate>(() =>
        Checked(WordTemplate.Compile(FormTemplate.For(Read(file), file, form), file), file, AnnexModel.Blank(form)))).Value;

    /// <exception cref="TemplateException">As for a form.</exception>
    private WordTemplate Paper(DocumentKind kind, FormDefinition form, bool signatureLine) => templates.GetOrAdd((kind.Template, form.Id, form.Version, form.Part?.Key, kind.Id, signatureLine), _ => new Lazy<WordTemplate>(() =>
        Checked(WordTemplate.Compile(Prepared(kind, form, signatureLine), kind.Template), kind.Template, PaperModel.Sample(kind, form, catalog)))).Value;

    private byte[] Prepared(DocumentKind kind, FormDefinition form, bool signatureLine) =>
        FormTemplate.ForPaper(Read(kind.Template), kind.Template, form, () => Read(catalog.TemplateOf(form.Layout)), signatureLine ? Read(SignatureLines.PictureFile) : null);

    private static WordTemplate Checked(WordTemplate template, string file, IReadOnlyDictionary<string, object?> shape) =>
        template.Check(shape) is { IsEmpty: false } unknown ? throw new TemplateException(file, unknown) : template;

    private byte[] Read(string file) => File.ReadAllBytes(Path.Combine(folder, file));
}
