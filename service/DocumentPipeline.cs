using System.Collections.Concurrent;
using LearningCity.Docs.Checking;
using LearningCity.Docs.Documents;
using LearningCity.Docs.Forms;
using LearningCity.Docs.Templating;
using LearningCity.Docs.Writing;

namespace LearningCity.Docs;

/// <summary>The façade of everything that is written: blank forms, and the papers made from a filled one. Thread-safe.</summary>
internal sealed class DocumentPipeline(FormPipeline forms, DocumentCatalog catalog, FormDocuments documents, TemplateGuide guide)
{
    private readonly ConcurrentDictionary<(string Form, string? Part, FileFormat Format), byte[]> blanks = new();
    private readonly DossierDocuments dossiers = new(documents, catalog);

    public DocumentCatalog Kinds { get; } = catalog;

    /// <summary>The agency's own templates.</summary>
    public OwnTemplates Own => documents.Own;

    /// <summary>For authors of templates.</summary>
    public TemplateGuide Guide { get; } = guide;

    /// <summary>Biểu mẫu trống, or an office's part of it. The same bytes each time.</summary>
    public byte[] Blank(FormDefinition form, FileFormat format) =>
        blanks.GetOrAdd((form.Id, form.Part?.Key, format), _ => format is FileFormat.Xlsx ? FormWorkbook.Write(form) : documents.Blank(form));

    /// <param name="details">Thông tin văn bản, as JSON.</param>
    /// <param name="draft">Bản nháp: also from a form with errors or one not yet filled, and over figures that contradict its results.</param>
    /// <param name="acknowledged">Why a final paper is made over such figures.</param>
    /// <param name="prior">The unit's accepted figures of the year before, when they are known.</param>
    /// <param name="of">The id of the form, where the file holds several that the paper can be made from.</param>
    public DocumentResult<byte[]> Make(
        DocumentKind kind, ReadOnlyMemory<byte> file, string details, DateOnly today, bool draft, Acknowledgement? acknowledged = null, PriorFigures? prior = null, string? of = null, CancellationToken cancelled = default)
    {
        if (Own.Defective([kind]) is { IsEmpty: false } defective) { return new DocumentResult<byte[]>.Defective(defective); }
        switch (forms.Check(file, today, prior, answers: null, cancelled))
        {
            case CheckResult.Refused refused: return new DocumentResult<byte[]>.Refused(refused.Finding);
            case CheckResult.Checked check:
                var (form, wrong) = Chosen(check, kind.Fits, of, () => OtherForm(kind, check));
                var reading = DetailsReader.Read(details, kind, Kinds, procedure: form is null ? null : Kinds.ProcedureOf(form.Entries.Form));
                ImmutableArray<Finding> forbidding = form is null ? [wrong!] : draft ? [] : KindConditions.Forbidding(kind, form);
                if (form?.Entries.Form.Part is { } part) { return new DocumentResult<byte[]>.Forbidden([PartOnly(part)]); }
                if (reading.Details is null || !forbidding.IsEmpty) { return new DocumentResult<byte[]>.Forbidden([.. reading.Findings, .. forbidding]); }
                var contradictions = draft ? [] : KindConditions.Contradictions(kind, form!);
                if (!contradictions.IsEmpty && acknowledged is null) { return new DocumentResult<byte[]>.Contradicted(contradictions); }
                cancelled.ThrowIfCancellationRequested();
                var warnings = reading.Findings.ToList();
                return Rendered(() => new DocumentResult<byte[]>.Made(documents.Render(kind, form!, reading.Details, draft, warnings)) { Warnings = [.. warnings], Acknowledged = contradictions.IsEmpty ? null : acknowledged?.Of(contradictions) });
            default: throw new System.Diagnostics.UnreachableException();
        }
    }

    /// <summary>Hồ sơ: every paper that goes up with the file's form, and the file itself as it is.</summary>
    /// <param name="details">One file for all papers, as JSON.</param>
    /// <param name="draft">Bản nháp, as for one paper.</param>
    /// <param name="acknowledged">As for one paper.</param>
    /// <param name="prior">As for one paper.</param>
    /// <param name="of">As for one paper.</param>
    public DocumentResult<Dossier> MakeDossier(
        ReadOnlyMemory<byte> file, string details, DateOnly today, bool draft, Acknowledgement? acknowledged = null, PriorFigures? prior = null, string? of = null, CancellationToken cancelled = default)
    {
        switch (forms.Check(file, today, prior, answers: null, cancelled))
        {
            case CheckResult.Refused refused: return new DocumentResult<Dossier>.Refused(refused.Finding);
            case CheckResult.Checked check:
                var (form, wrong) = Chosen(check, f => !Kinds.DossierOf(f).IsEmpty, of, () => new Finding(FindingCatalog.LC6016_NoDossier, Location.File, check.Forms[0].Entries.Form.Title));
                return form is null ? new DocumentResult<Dossier>.Forbidden([wrong!]) : MakeDossier(form, file, details, draft, acknowledged);
            default: throw new System.Diagnostics.UnreachableException();
        }
    }

    /// <summary>The form of the file that is meant, or what stands against it: none fits, or several do and none is named.</summary>
    private static (FormCheck? Form, Finding? Wrong) Chosen(CheckResult.Checked check, Func<FormDefinition, bool> fits, string? of, Func<Finding> none)
    {
        var fitting = check.Forms.Where(f => fits(f.Entries.Form)).ToList();
        var meant = of is null ? fitting : fitting.FindAll(f => f.Entries.Form.Id == of);
        return meant switch
        {
            [var one] => (one, null),
            [] => (null, none()),
            _ => (null, new Finding(FindingCatalog.LC6018_SeveralForms, Location.File, meant.Count, string.Join(", ", meant.Select(f => f.Entries.Form.Id).Distinct()))),
        };
    }

    private DocumentResult<Dossier> MakeDossier(FormCheck form, ReadOnlyMemory<byte> file, string details, bool draft, Acknowledgement? acknowledged)
    {
        if (form.Entries.Form.Part is { } part) { return new DocumentResult<Dossier>.Forbidden([PartOnly(part)]); }
        var filled = new PackagePart(DossierDocuments.FilledForm + (form.Entries.Host is Reading.Host.Excel ? ".xlsx" : ".docx"), file.ToArray());
        var kinds = Kinds.DossierOf(form.Entries.Form);
        if (Own.Defective(kinds) is { IsEmpty: false } defective) { return new DocumentResult<Dossier>.Defective(defective); }
        ImmutableArray<Finding> contradictions = draft ? [] : [.. kinds.SelectMany(kind => KindConditions.Contradictions(kind, form)).Distinct()];
        return Rendered<Dossier>(() => dossiers.Make(form, details, draft, filled) switch
        {
            DossierResult.Made when !contradictions.IsEmpty && acknowledged is null => new DocumentResult<Dossier>.Contradicted(contradictions),
            DossierResult.Made made => new DocumentResult<Dossier>.Made(made.Dossier) { Warnings = made.Warnings, Acknowledged = contradictions.IsEmpty ? null : acknowledged?.Of(contradictions) },
            DossierResult.Forbidden forbidden => new DocumentResult<Dossier>.Forbidden(forbidden.Findings),
            _ => throw new System.Diagnostics.UnreachableException(),
        });
    }

    /// <summary>What only the values bring out, such as a text compared as a number, is a fault of the agency's template too.</summary>
    private DocumentResult<T> Rendered<T>(Func<DocumentResult<T>> render)
    {
        try { return render(); }
        catch (TemplateException fault) when (Own.Templates.FirstOrDefault(t => t.File == fault.File) is { } own) { return new DocumentResult<T>.Defective([own with { Findings = fault.Findings }]); }
    }

    /// <summary>Nâng mức độ: a filled form of one level, taken over into a file of the next, of the same program.</summary>
    /// <param name="recognised">The day of the decision that recognised the level below; null when it is not given.</param>
    public DocumentResult<TakenOver> TakeOver(ReadOnlyMemory<byte> file, DateOnly? recognised, DateOnly today, CancellationToken cancelled = default)
    {
        switch (forms.Check(file, today, cancelled: cancelled))
        {
            case CheckResult.Refused refused: return new DocumentResult<TakenOver>.Refused(refused.Finding);
            case CheckResult.Checked check:
                var (form, wrong) = (check.Forms[0].Entries, check.Forms[0].Findings.Where(f => f.Descriptor == FindingCatalog.LC1109_OtherForm || f.Descriptor == FindingCatalog.LC1120_LevelsMixed || f.Descriptor == FindingCatalog.LC1122_LevelNotTold).ToImmutableArray());
                if (form.Form.NextLevel is not { } id) { return new DocumentResult<TakenOver>.Forbidden([new Finding(FindingCatalog.LC1123_NoNextLevel, Location.File, form.Form.Annex ?? form.Form.Sheet)]); }
                if (!wrong.IsEmpty) { return new DocumentResult<TakenOver>.Forbidden(wrong); }
                var next = forms.Forms.Find(id)!;
                var taken = NextLevel.Of(form, next);
                var format = form.Host is Reading.Host.Excel ? FileFormat.Xlsx : FileFormat.Docx;
                var values = taken.Entries.Where(e => e.Value is not Reading.EntryValue.Blank).ToDictionary(e => e.Id, e => e.Field.Kind is FieldKind.Property ? ((e.Value as Reading.EntryValue.Choice)?.Value ?? "") : EntryControls.Written(e, next));
                var made = format is FileFormat.Xlsx ? FormWorkbook.Write(next, values) : documents.Filled(taken);
                ImmutableArray<Finding> early = recognised is { } day && form.Form.Recognition is { } term && day.AddMonths(term.UpgradeAfterMonths) is var first && today < first
                    ? [new Finding(FindingCatalog.LC1124_UpgradeTooEarly, Location.File, day, term.UpgradeAfterMonths, first) { Basis = term.UpgradeBasis }] : [];
                return new DocumentResult<TakenOver>.Made(new TakenOver(form.Form, next, NextLevel.Changes(form.Form, next), format, made, early));
            default: throw new System.Diagnostics.UnreachableException();
        }
    }

    private static Finding PartOnly(ResponsibleUnit part) => new(FindingCatalog.LC6030_PartOfForm, Location.File, part.Name);

    private Finding OtherForm(DocumentKind kind, CheckResult.Checked check) =>
        new(FindingCatalog.LC6011_OtherFormNeeded, Location.File, kind.Title, Wanted(kind), check.Forms[0].Entries.Form.Title);

    /// <summary>The one form that it is made from, or what its forms are about.</summary>
    private string Wanted(DocumentKind kind) =>
        forms.Forms.Forms.Where(kind.Fits).ToList() is [var only] ? $"“{only.Title}”" : string.Join(", ", kind.Families.Select(family => $"“{Kinds.Families[family]}”"));
}

/// <summary>Excel (.xlsx) or Word (.docx).</summary>
internal enum FileFormat { Xlsx, Docx }

/// <summary>What making a paper (a .docx), or a dossier, came to. A closed union.</summary>
internal abstract record DocumentResult<T>
{
    private DocumentResult() { }

    internal sealed record Made(T Product) : DocumentResult<T>
    {
        /// <summary>What was left out because a document cannot hold it.</summary>
        public ImmutableArray<Finding> Warnings { get; init; } = [];

        /// <summary>Over which contradictions it was made, and the reason given; null where there were none.</summary>
        public string? Acknowledged { get; init; }
    }

    /// <summary>Figures contradict what a final paper would state: which, until somebody gives a reason.</summary>
    internal sealed record Contradicted(ImmutableArray<Finding> Findings) : DocumentResult<T>
    {
        /// <summary>The code of the refusal, and the key of its sentence.</summary>
        public const string Code = "form.contradictions";

        public Sentence Why => new(Code, Findings.Length, new Sentence("list.places", Findings.Select(f => f.Location).Distinct().Select(l => new Sentence("list.place", l)).ToImmutableArray()));
    }

    /// <summary>The agency's own templates that cannot be used, and what is wrong with each.</summary>
    internal sealed record Defective(ImmutableArray<OwnTemplate> Templates) : DocumentResult<T>
    {
        public Sentence Why => OwnTemplate.Why(Templates);

        public ImmutableArray<Finding> Findings => [.. Templates.SelectMany(t => t.Findings)];
    }

    /// <summary>The form or the details do not allow it: each reason, those of the details first.</summary>
    internal sealed record Forbidden(ImmutableArray<Finding> Findings) : DocumentResult<T>;

    /// <summary>The file cannot be read as a form: why.</summary>
    internal sealed record Refused(Finding Finding) : DocumentResult<T>;
}
