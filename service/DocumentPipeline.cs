using System.Collections.Concurrent;
using LearningCity.Docs.Documents;
using LearningCity.Docs.Forms;
using LearningCity.Docs.Templating;
using LearningCity.Docs.Writing;

namespace LearningCity.Docs;

/// <summary>The façade of everything that is written: blank forms, and the papers made from a filled one. Thread-safe.</summary>
internal sealed class DocumentPipeline(FormPipeline forms, DocumentCatalog catalog, FormDocuments documents)
{
    private readonly ConcurrentDictionary<(string Form, string? Part, FileFormat Format), byte[]> blanks = new();
    private readonly DossierDocuments dossiers = new(documents, catalog);

    public DocumentCatalog Kinds { get; } = catalog;

    /// <summary>Biểu mẫu trống, or an office's part of it. The same bytes each time.</summary>
    public byte[] Blank(FormDefinition form, FileFormat format) =>
        blanks.GetOrAdd((form.Id, form.Part?.Key, format), _ => format is FileFormat.Xlsx ? FormWorkbook.Write(form) : documents.Blank(form));

    /// <param name="details">Thông tin văn bản, as JSON.</param>
    /// <param name="draft">Bản nháp: also from a form with errors or one not yet filled.</param>
    public DocumentResult Make(DocumentKind kind, ReadOnlyMemory<byte> file, string details, DateOnly today, bool draft)
    {
        switch (forms.Check(file, today))
        {
            case CheckResult.Refused refused: return new DocumentResult.Refused(refused.Finding);
            case CheckResult.Checked check:
                var form = check.Forms.FirstOrDefault(f => f.Entries.Form.Id == kind.Form);
                var reading = DetailsReader.Read(details, kind, Kinds);
                ImmutableArray<Finding> forbidding = [.. reading.Findings, .. form is null ? [OtherForm(kind, check)] : draft ? [] : KindConditions.Forbidding(kind, form)];
                if (form?.Entries.Form.Part is { } part) { forbidding = [PartOnly(part)]; }
                if (!forbidding.IsEmpty) { return new DocumentResult.Forbidden(forbidding); }
                var left = new List<Finding>();
                return new DocumentResult.Made(documents.Render(kind, form!.Entries, reading.Details!, draft, left)) { Warnings = [.. left] };
            default: throw new System.Diagnostics.UnreachableException();
        }
    }

    /// <summary>Hồ sơ: every paper that goes up with the file's form, and the file itself as it is, in one zip.</summary>
    /// <param name="details">One file for all papers, as JSON.</param>
    /// <param name="draft">Bản nháp, as for one paper.</param>
    public DocumentResult MakeDossier(ReadOnlyMemory<byte> file, string details, DateOnly today, bool draft) => forms.Check(file, today) switch
    {
        CheckResult.Refused refused => new DocumentResult.Refused(refused.Finding),
        CheckResult.Checked check when check.Forms.FirstOrDefault(f => Kinds.Dossiers.ContainsKey(f.Entries.Form.Id)) is { } form => MakeDossier(form, file, details, draft),
        CheckResult.Checked check => new DocumentResult.Forbidden([new Finding(FindingCatalog.LC6016_NoDossier, Location.File, check.Forms[0].Entries.Form.Title)]),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private DocumentResult MakeDossier(FormCheck form, ReadOnlyMemory<byte> file, string details, bool draft)
    {
        if (form.Entries.Form.Part is { } part) { return new DocumentResult.Forbidden([PartOnly(part)]); }
        var filled = new PackagePart(DossierDocuments.FilledForm + (form.Entries.Host is Reading.Host.Excel ? ".xlsx" : ".docx"), file.ToArray());
        var left = new List<Finding>();
        return dossiers.Make(form, details, draft, filled, left) switch
        {
            DossierResult.Made made => new DocumentResult.Made(DossierDocuments.Zip(made.Files)) { Warnings = [.. left] },
            DossierResult.Forbidden forbidden => new DocumentResult.Forbidden(forbidden.Findings),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private static Finding PartOnly(ResponsibleUnit part) => new(FindingCatalog.LC6030_PartOfForm, Location.File, part.Name);

    private Finding OtherForm(DocumentKind kind, CheckResult.Checked check) =>
        new(FindingCatalog.LC6011_OtherFormNeeded, Location.File, kind.Title, forms.Forms.Find(kind.Form)!.Title, check.Forms[0].Entries.Form.Title);
}

/// <summary>Excel (.xlsx) or Word (.docx).</summary>
internal enum FileFormat { Xlsx, Docx }

/// <summary>What making a paper, or a dossier, came to. A closed union.</summary>
internal abstract record DocumentResult
{
    private DocumentResult() { }

    /// <summary>The paper, a .docx; the dossier, a .zip.</summary>
    internal sealed record Made(byte[] File) : DocumentResult
    {
        /// <summary>What was left out of the values because a document cannot hold it.</summary>
        public ImmutableArray<Finding> Warnings { get; init; } = [];
    }

    /// <summary>The form or the details do not allow it: each reason, errors of the details first.</summary>
    internal sealed record Forbidden(ImmutableArray<Finding> Findings) : DocumentResult;

    /// <summary>The file cannot be read as a form: why.</summary>
    internal sealed record Refused(Finding Finding) : DocumentResult;
}
