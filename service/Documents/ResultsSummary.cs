using LearningCity.Docs.Evaluation;
using LearningCity.Docs.Forms;
using LearningCity.Docs.Reading;

namespace LearningCity.Docs.Documents;

/// <summary>The evaluation of a results form (Phụ lục IIIb) as papers tell it: counts, each criterion with its indicators, and those not met.</summary>
internal static class ResultsSummary
{
    private const string NoResult = "outcome.noResult";

    public static Dictionary<string, object?> Of(FormEntries entries, FormEvaluation evaluation)
    {
        var criteria = evaluation.Nodes.Where(Applies).ToList();
        var indicators = criteria.SelectMany(n => n.Children).Where(Applies).ToList();
        return new()
        {
            ["dat"] = evaluation.Verdict is Verdict.Met,
            ["khong_dat"] = evaluation.Verdict is Verdict.NotMet,
            ["chua_ket_luan"] = evaluation.Verdict is Verdict.Incomplete,
            ["so_tieu_chi"] = criteria.Count,
            ["so_tieu_chi_dat"] = evaluation.Nodes.Count(n => n.Outcome is Outcome.Met),
            ["so_chi_tieu"] = indicators.Count,
            ["so_chi_tieu_dat"] = evaluation.Counts.Met,
            ["so_chi_tieu_khong_dat"] = evaluation.Counts.NotMet,
            ["so_chi_tieu_chua_ket_luan"] = indicators.Count - evaluation.Counts.Met - evaluation.Counts.NotMet,
            ["so_chi_tieu_khong_ap_dung"] = evaluation.Counts.NotApplicable,
            ["tieu_chi"] = evaluation.Nodes.Select((n, i) => Criterion(n, entries, i == evaluation.Nodes.Length - 1)).ToArray(),
            ["chi_tieu_khong_dat"] = evaluation.Nodes.SelectMany(n => n.Children.Where(c => Applies(c) && c.Outcome is not Outcome.Met).Select(c => NotMet(c, n))).ToArray(),
        };
    }

    private static Dictionary<string, object?> Criterion(NodeEvaluation criterion, FormEntries entries, bool isLast) => new()
    {
        ["dau"] = isLast ? "." : ";",
        ["nhan"] = criterion.Node.Label ?? criterion.Node.Code,
        ["ten"] = Title(criterion.Node),
        ["dat"] = criterion.Outcome is Outcome.Met,
        ["ket_qua"] = Word(criterion.Outcome, NoResult),
        ["so_chi_tieu"] = criterion.Children.Count(Applies),
        ["so_chi_tieu_dat"] = criterion.Children.Count(c => c.Outcome is Outcome.Met),
        ["chi_tieu"] = criterion.Children.Select(c => new Dictionary<string, object?>
        {
            ["nhan"] = c.Node.Label ?? c.Node.Code,
            ["ten"] = Title(c.Node),
            ["ket_qua"] = Word(c.Outcome, NoResult),
            ["tom_tat"] = DetailNames.Lines(c.Node.Field(ResultRows.Summary) is { } summary ? EntryControls.Written(entries[summary], entries.Form) : ""),
        }).ToArray(),
    };

    private static Dictionary<string, object?> NotMet(NodeEvaluation indicator, NodeEvaluation criterion) => new()
    {
        ["nhan"] = indicator.Node.Label ?? indicator.Node.Code,
        ["tieu_chi"] = criterion.Node.Label ?? criterion.Node.Code,
        ["ten"] = Title(indicator.Node),
        ["ket_qua"] = Word(indicator.Outcome, NoResult),
    };

    /// <summary>What is not for units of this kind counts neither as met nor as open.</summary>
    private static bool Applies(NodeEvaluation node) => node.Outcome is not Outcome.NotApplicable;

    /// <summary>The official words without their slips and the full stop that some of them carry: a paper sets its own mark.</summary>
    public static string Title(FormNode node) => (node.Said ?? node.Title).TrimEnd('.', ' ');

    /// <param name="missing">The sentence for what is not filled.</param>
    public static string Word(Outcome outcome, string missing) => LanguageTable.Vietnamese.Render(outcome switch
    {
        Outcome.Met => "outcome.met",
        Outcome.NotMet => "outcome.notMet",
        Outcome.Recorded => "outcome.recorded",
        Outcome.Missing => missing,
        Outcome.Invalid => "outcome.invalid",
        Outcome.NeedsReview => "outcome.needsReview",
        Outcome.NotApplicable => "outcome.notApplicable",
        _ => throw new System.Diagnostics.UnreachableException(),
    });
}
