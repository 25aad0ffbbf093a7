using LearningCity.Docs.Checking;
using LearningCity.Docs.Evaluation;
using LearningCity.Docs.Fixing;
using LearningCity.Docs.Forms;
using LearningCity.Docs.Packages;
using LearningCity.Docs.Reading;

namespace LearningCity.Docs;

/// <summary>
/// The one façade: task pane, web page and command line ask here and get the same answer. Each verb is the stages in their order; nothing in them knows a clock, a culture
/// or a disk. Thread-safe.
/// </summary>
internal sealed class FormPipeline(FormCatalog catalog)
{
    private readonly FormReader reader = new(new FormTexts(catalog));

    public FormCatalog Forms { get; } = catalog;

    /// <summary>Kiểm tra: a user's file → its forms with findings and evaluation.</summary>
    /// <param name="prior">The unit's accepted figures of the year before, when they are known.</param>
    /// <param name="answers">What is known of the unit besides the file, by entry id: <c>unit.vung_kho_khan</c>.</param>
    /// <param name="cancelled">Stops between the stages, and within those that go through the file's parts: then it throws.</param>
    public CheckResult Check(ReadOnlyMemory<byte> file, DateOnly today, PriorFigures? prior = null, ImmutableDictionary<string, bool>? answers = null, CancellationToken cancelled = default) => PackageGuard.Open(file, cancelled: cancelled) switch
    {
        GuardResult.Refused refused => new CheckResult.Refused(refused.Finding),
        GuardResult.Safe safe => Check(safe.Package, today, prior, answers),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>Sửa an toàn: the same file with every correction that cannot change a meaning; everything else in it stays as it is.</summary>
    public FixResult Fix(ReadOnlyMemory<byte> file, DateOnly today, CancellationToken cancelled = default) => PackageGuard.Open(file, cancelled: cancelled) switch
    {
        GuardResult.Refused refused => new FixResult.Refused(refused.Finding),
        GuardResult.Safe safe => Fix(safe.Package, today, cancelled),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private FixResult Fix(SafePackage package, DateOnly today, CancellationToken cancelled)
    {
        var first = Check(package, today, prior: null, answers: null);
        if (first is not CheckResult.Checked check) { return new FixResult.Refused(((CheckResult.Refused)first).Finding); }
        // Old encodings first: what is to be corrected in their texts is seen only then.
        var unicode = LegacyFile.Convert(package);
        if (unicode.Corrections.IsEmpty) { return FileFixer.Fix(package, Findings(check)); }
        var converted = PackageGuard.Open(unicode.File, cancelled: cancelled) is GuardResult.Safe safe ? safe.Package : throw new InvalidOperationException("A converted file is refused.");
        if (Check(converted, today, prior: null, answers: null) is not CheckResult.Checked again) { throw new InvalidOperationException("A converted file is no form any more."); }
        var done = FileFixer.Fix(converted, Findings(again));
        return done with { Corrections = [.. unicode.Corrections, .. done.Corrections] };
    }

    private static ImmutableArray<Finding> Findings(CheckResult.Checked check) => [.. check.Forms.SelectMany(f => f.Findings).SelectMany(f => f.Each())];

    private CheckResult Check(SafePackage package, DateOnly today, PriorFigures? prior, ImmutableDictionary<string, bool>? answers) => reader.Read(package) switch
    {
        // The form may stand in a piece that Word shows and nobody reads here: that is the reason then, not a wrong file.
        ReadResult.NoForm none when none.Finding.Descriptor == FindingCatalog.LC1101_NoFormFound && package.Remarks.FirstOrDefault(r => r.Value == ActiveContent.ChunkValue) is { } chunk =>
            new CheckResult.Refused(chunk with { Severity = Severity.Error }),
        ReadResult.NoForm none => new CheckResult.Refused(none.Finding),
        ReadResult.Read read => new CheckResult.Checked([.. read.Forms.Select((form, i) =>
        {
            package.Cancelled.ThrowIfCancellationRequested();
            var known = answers is null ? form : form.With(answers);
            return Check(i == 0 ? known with { Findings = [.. package.Remarks, .. known.Findings, .. LegacyFile.Findings(package, [.. read.Forms.SelectMany(f => f.Findings)], read.HasLegacyLetters)] } : known, today, prior, package.Cancelled);
        })]),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static FormCheck Check(FormEntries entries, DateOnly today, PriorFigures? prior, CancellationToken cancelled)
    {
        var findings = FormChecker.Check(entries, today, prior, cancelled);
        return new FormCheck(entries, findings, Evaluator.Evaluate(entries).Beside(findings));
    }
}

/// <summary>One form of a file, checked and evaluated.</summary>
internal sealed record FormCheck(FormEntries Entries, ImmutableArray<Finding> Findings, FormEvaluation Evaluation)
{
    /// <summary>False exactly when a finding is an error.</summary>
    public bool Conforms => Findings.All(f => f.Severity is not Severity.Error);

    /// <summary>What the figures say against the results: a final paper over them needs a reason.</summary>
    public ImmutableArray<Finding> Contradictions => [.. Evaluation.Contradictions.Select(i => Findings[i])];
}

/// <summary>What a check came to. A closed union.</summary>
internal abstract record CheckResult
{
    private CheckResult() { }

    /// <summary>The forms in the order of the file; at least one.</summary>
    internal sealed record Checked(ImmutableArray<FormCheck> Forms) : CheckResult
    {
        public bool Conforms => Forms.All(f => f.Conforms);
    }

    /// <summary>The file cannot be read as a form: why.</summary>
    internal sealed record Refused(Finding Finding) : CheckResult;
}
