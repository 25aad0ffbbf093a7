using System.Collections.Concurrent;
using LearningCity.Docs.Forms;
using LearningCity.Docs.Reading;
using LearningCity.Docs.Templating;

namespace LearningCity.Docs.Documents;

/// <summary>
/// The door to Word documents: the official form itself, blank, filled and as the final annex, all three from the one template of its layout, and the papers made from it. A template is read and compiled
/// at its first use; safe for any number of threads.
/// </summary>
/// <param name="folder">Where the shipped templates are: <c>templates/documents</c>.</param>
/// <param name="own">The agency's own templates of papers. The form itself, blank or to be filled further, is always drawn by the shipped one.</param>
internal sealed class FormDocuments(string folder, DocumentCatalog catalog, OwnTemplates? own = null)
{
    /// <summary>The detail that asks for Word's own signature line.</summary>
    private const string SignatureLine = "signer.signatureLine";

    private readonly ConcurrentDictionary<(string Template, string Form, string Version, string? Part, string? Kind, bool SignatureLine), Lazy<WordTemplate>> templates = new();

    public OwnTemplates Own { get; } = own ?? OwnTemplates.None;

    /// <summary>Biểu mẫu trống.</summary>
    public byte[] Blank(FormDefinition form) => Template(catalog.TemplateOf(form.Layout), form).Render(AnnexModel.Blank(form));

    /// <summary>The form with its entries, to be filled further.</summary>
    public byte[] Filled(FormEntries entries) => Template(catalog.TemplateOf(entries.Form.Layout), entries.Form).Render(AnnexModel.Filled(entries));

    /// <summary>A paper of this kind, or the filled form as the annex that goes with it. Whether the form allows it is asked before: <see cref="KindConditions"/>.</summary>
    /// <param name="draft">Bản nháp: DỰ THẢO on every page.</param>
    /// <param name="warnings">Gets what was left out of the values because no document can hold it.</param>
    /// <exception cref="ArgumentException">The kind is made from another form.</exception>
    /// <exception cref="TemplateException">A fault in the template, also one that only these values bring out.</exception>
    public byte[] Render(DocumentKind kind, FormCheck form, DocumentDetails details, bool draft = false, List<Finding>? warnings = null) => kind.Fits(form.Entries.Form)
        ? Paper(kind, form.Entries.Form, details.Flag(SignatureLine)).Render(kind.IsAnnex ? AnnexModel.Final(form.Entries, kind, details, catalog, draft) : PaperModel.Of(kind, form, details, catalog, draft), warnings)
        : throw new ArgumentException($"'{kind.Id}' is not made from the form '{form.Entries.Form.Id}'.", nameof(form));

    /// <summary>Proves that a template of the kind can be made into its papers, with Word's own signature line and without.</summary>
    /// <exception cref="TemplateException">It cannot.</exception>
    public void Prove(DocumentKind kind, FormDefinition form, string file, byte[] docx)
    {
        Compile(kind, form, file, docx, signatureLine: false);
        if (kind.Details.Any(d => d.Name == SignatureLine)) { Compile(kind, form, file, docx, signatureLine: true); }
    }

    /// <summary>The template that draws a form; the shipped annex of a paper is the same.</summary>
    private WordTemplate Template(string file, FormDefinition form) =>
        templates.GetOrAdd((file, form.Id, form.Version, form.Part?.Key, null, false), _ => new Lazy<WordTemplate>(() => Compile(file, Read(file), form))).Value;

    private WordTemplate Paper(DocumentKind kind, FormDefinition form, bool signatureLine)
    {
        var own = Own.Find(kind);
        return own is null && kind.IsAnnex ? Template(kind.Template, form) : templates.GetOrAdd((kind.Template, form.Id, form.Version, form.Part?.Key, kind.Id, signatureLine), _ => new Lazy<WordTemplate>(() =>
            Compile(kind, form, own?.File ?? kind.Template, own?.Docx ?? Read(kind.Template), signatureLine))).Value;
    }

    private WordTemplate Compile(DocumentKind kind, FormDefinition form, string file, byte[] docx, bool signatureLine) => kind.IsAnnex
        ? Compile(file, docx, form)
        : Checked(WordTemplate.Compile(
            FormTemplate.ForPaper(docx, file, form, () => Read(catalog.TemplateOf(form.Layout)), signatureLine ? Read(SignatureLines.PictureFile) : null), file), file, PaperModel.Sample(kind, form, catalog));

    private static WordTemplate Compile(string file, byte[] docx, FormDefinition form) => Checked(WordTemplate.Compile(FormTemplate.For(docx, file, form), file), file, AnnexModel.Blank(form));

    /// <exception cref="TemplateException">A name that the model does not have.</exception>
    private static WordTemplate Checked(WordTemplate template, string file, IReadOnlyDictionary<string, object?> shape) =>
        template.Check(shape) is { IsEmpty: false } unknown ? throw new TemplateException(file, unknown) : template;

    private byte[] Read(string file) => File.ReadAllBytes(Path.Combine(folder, file));
}
