using System.Text.Encodings.Web;
using System.Text.Json;
using LearningCity.Docs.Evaluation;
using LearningCity.Docs.Forms;
using LearningCity.Docs.Reading;

namespace LearningCity.Docs.Reporting;

/// <summary>Stages' values → the report in a language. The only place where findings and evaluations become words for other programs.</summary>
internal static class CheckReports
{
    /// <summary>camelCase, Vietnamese letters as they are.</summary>
    public static JsonSerializerOptions Json { get; } = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, WriteIndented = true, TypeInfoResolver = ReportJson.Default };

    public static CheckReport Of(CheckResult.Checked check, LanguageTable language) =>
        Of(check.Forms[0], language) with { Others = check.Forms.Length == 1 ? null : [.. check.Forms.Skip(1).Select(f => Of(f, language))] };

    public static FindingReport Of(Finding finding, LanguageTable language) => new(
        finding.Code,
        Lower(finding.Severity.ToString()),
        finding.Entry,
        Of(finding.Location, language),
        [.. finding.Related.Select(l => Of(l, language))],
        finding.Message(language),
        finding.Value,
        Of(finding.Fix, language),
        finding.Basis)
    {
        Suggestion = Of(finding.Suggestion, language),
        Places = finding.Places.IsEmpty ? null : [.. finding.Places.Select(p => new PlaceReport(p.Entry, Of(p.Location, language), p.Value, Of(p.Fix, language)))],
        FollowsFrom = finding.FollowsFrom is { } cause ? new CauseReport(cause.Code, cause.Entry) : null,
    };

    public static ImmutableArray<FindingReport> Of(ImmutableArray<Finding> findings, LanguageTable language) => [.. findings.Select(f => Of(f, language))];

    public static LocationReport Of(Location location, LanguageTable language) => location switch
    {
        Location.Cell cell => new CellLocationReport(cell.Text(language), cell.Sheet, cell.Reference.ToString()),
        Location.TableCell cell => new TableLocationReport(cell.Text(language), cell.Table, cell.Row, cell.Column, cell.Control),
        Location.Paragraph p => new ParagraphLocationReport(p.Text(language), p.PartName, p.Table, p.Row, p.Column, p.Number),
        _ => new LocationReport(location.Text(language)),
    };

    private static CheckReport Of(FormCheck check, LanguageTable language)
    {
        var (entries, form) = (check.Entries, check.Entries.Form);
        return new CheckReport(
            new FormReport(form.Id, form.Version, form.Title, form.Annex, Day(form.ValidFrom), form.ValidTo is { } last ? Day(last) : null, form.Part?.Name, [.. form.Settings.Select(s => new SettingReport(s.Id, s.Title, s.Value, s.Default, s.Reason))], form.Name, form.NextLevel),
            Lower(entries.Host.ToString()),
            check.Conforms,
            [.. check.Findings.Select(f => Of(f, language))],
            entries.Entries.ToDictionary(e => e.Id, e => new EntryReport(Value(e), e.Raw, Of(e.Location, language))),
            Of(check.Evaluation, language))
        {
            Properties = [.. form.Properties.Select(p => new PropertyReport(p.Field.Id, p.Label, p.Basis, p.Field.Required, entries.Has(p.Id), entries[p.Field].IsGiven))],
        };
    }

    private static EvaluationReport Of(FormEvaluation evaluation, LanguageTable language) => new(
        Lower(evaluation.Verdict.ToString()),
        language.Render(evaluation.Summary),
        Of(evaluation.Counts),
        evaluation.Contradictions,
        [.. evaluation.Nodes.Select(n => Of(n, language))],
        [.. evaluation.ByUnit.Select(u => new UnitReport(u.Unit.Name, Of(u.Counts), u.Left))]);

    private static CountsReport Of(OutcomeCounts c) => new(c.Met, c.NotMet, c.Recorded, c.Missing, c.Invalid, c.NeedsReview, c.NotApplicable);

    private static NodeReport Of(NodeEvaluation node, LanguageTable language) => new(
        node.Node.Code,
        Lower(node.Node.Kind.ToString()),
        node.Node.Title,
        Lower(node.Outcome.ToString()),
        language.Render(node.Because),
        node.Distance is { } distance ? language.Render(distance) : null,
        node.Basis,
        node.Rests,
        [.. node.Node.Settings.Select(s => s.Id)],
        [.. node.Children.Select(c => Of(c, language))]);

    private static FixReport? Of(Fix? fix, LanguageTable language) => fix is null ? null
        : new FixReport(language.Render(fix.Label), fix.Value, fix.Number is { } number ? new CellNumberReport(number.Value, number.Format) : null, fix.Font);

    private static object? Value(Entry entry) => entry.Value switch
    {
        EntryValue.Choice rating when entry.Field.Kind is FieldKind.Rating => int.Parse(rating.Value, System.Globalization.CultureInfo.InvariantCulture),
        EntryValue.Number number => number.Value,
        EntryValue.Text text => text.Value,
        EntryValue.Choice choice => choice.Value,
        EntryValue.Blank or EntryValue.Unreadable => null,
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary><c>NotMet</c> → <c>notMet</c>.</summary>
    public static string Lower(string name) => char.ToLowerInvariant(name[0]) + name[1..];
}
