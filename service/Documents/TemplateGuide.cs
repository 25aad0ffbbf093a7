using LearningCity.Docs.Forms;
using LearningCity.Docs.Templating;

namespace LearningCity.Docs.Documents;

/// <summary>
/// For the author of a template (người soạn mẫu): judges a file against what a kind of paper is filled with, as the author wrote it, so that each place is the one that Word shows.
/// </summary>
/// <param name="documents">Proves what has no fault of its own.</param>
internal sealed class TemplateGuide(DocumentCatalog catalog, FormCatalog forms, FormDocuments documents)
{
    /// <param name="docx">The file; it need not be one.</param>
    /// <param name="fileName">How the author knows it.</param>
    /// <param name="kind">Null: the language of tags only, no names.</param>
    /// <returns>In the order of the document.</returns>
    public ImmutableArray<Finding> Check(byte[] docx, string fileName, DocumentKind? kind)
    {
        if (kind is null) { return TemplateCheck.Check(docx, fileName, shape: null); }
        ImmutableArray<Finding> findings = [.. TemplateCheck.Check(docx, fileName, kind.IsAnnex ? Drawn(kind) : Model(kind)).Where(f => !IsPrepared(f, kind))];
        return findings.Any(f => f.Severity is Severity.Error) ? findings : [.. findings, .. Unproved(docx, fileName, kind)];
    }

    /// <summary>The names that the kind offers, with samples; entries of the form are blank in it.</summary>
    public ImmutableArray<OfferedName> Names(DocumentKind kind) => TemplateCheck.Names(Model(kind));

    /// <summary>What only shows when the form's table is drawn into it.</summary>
    private ImmutableArray<Finding> Unproved(byte[] docx, string fileName, DocumentKind kind)
    {
        try
        {
            foreach (var form in Forms(kind)) { documents.Prove(kind, form, fileName, docx); }
            return [];
        }
        catch (TemplateException fault) { return [.. fault.Findings.Where(f => f.Severity is Severity.Error)]; }
    }

    private IEnumerable<FormDefinition> Forms(DocumentKind kind) => forms.Forms.Where(kind.Fits).OrderBy(form => form.Order);

    /// <summary>The form that stands for all that the kind fits: what differs between them are columns.</summary>
    private FormDefinition Form(DocumentKind kind) => Forms(kind).First();

    private IReadOnlyDictionary<string, object?> Model(DocumentKind kind) => kind.IsAnnex ? AnnexModel.Blank(Form(kind)) : PaperModel.Sample(kind, Form(kind), catalog);

    /// <summary>A layout's template serves every form of it: it has the headers of columns that this form lacks.</summary>
    private Dictionary<string, object?> Drawn(DocumentKind kind) => new(Model(kind))
    {
        ["cot"] = AnnexModel.ColumnNames(Form(kind).Layout).ToDictionary(column => column.Name, _ => (object?)""),
    };

    /// <summary>What <see cref="FormTemplate"/> settles before any name is looked up: the rating scale of a layout, and the annex of a paper, whose tag stands alone in its paragraph.</summary>
    private static bool IsPrepared(Finding finding, DocumentKind kind) => finding.Descriptor == FindingCatalog.LC9014_UnknownName &&
        (kind.IsAnnex ? finding.Value == FormTemplate.ScaleTag : finding.Arguments is [AnnexInsertion.Tag, string around, ..] && around.Trim() == AnnexInsertion.Tag);
}
