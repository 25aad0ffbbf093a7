using LearningCity.Docs.Evaluation;
using LearningCity.Docs.Forms;
using LearningCity.Docs.Reading;

namespace LearningCity.Docs.Documents;

/// <summary>Lý do không đạt: what of a form stands against recognition. Each indicator that is not met or not concluded, with what the check says of it; then errors and contradictions elsewhere.</summary>
internal static class RefusalReasons
{
    public static ImmutableArray<RefusalReason> Of(FormCheck form)
    {
        var told = form.Findings.Where(f => f.Severity is Severity.Error || Contradictions.IsContradiction(f)).SelectMany(f => f.Each()).ToList();
        var ofIndicators = new List<RefusalReason>();
        foreach (var criterion in form.Evaluation.Nodes)
        {
            foreach (var indicator in criterion.Children)
            {
                var own = told.Where(f => IsOf(f, indicator.Node)).Select(Said).Distinct().ToImmutableArray();
                var stands = indicator.Outcome is Outcome.NotMet or Outcome.Missing or Outcome.Invalid or Outcome.NeedsReview;
                if (!stands && own.IsEmpty) { continue; }
                ImmutableArray<string> because = stands && own.IsEmpty ? [LanguageTable.Vietnamese.Render("refusal.because", indicator.Because)] : own;
                if (stands && Summary(indicator.Node, form.Entries) is { } summary) { because = [.. because, summary]; }
                ofIndicators.Add(new RefusalReason(LanguageTable.Vietnamese.Render(stands ? "refusal.indicator" : "refusal.doubted", indicator.Node.Label ?? indicator.Node.Code, criterion.Node.Label ?? criterion.Node.Code,
                    ResultsSummary.Title(indicator.Node), ResultsSummary.Word(indicator.Outcome, "outcome.noResult")), because));
            }
        }
        var indicators = form.Entries.Form.Indicators.ToList();
        var others = told.Where(f => !indicators.Exists(node => IsOf(f, node))).Select(f => LanguageTable.Vietnamese.Render("refusal.elsewhere", new Sentence("list.place", f.Location), Said(f))).Distinct();
        return [.. ofIndicators, .. others.Select(text => new RefusalReason(text, []))];
    }

    public static object?[] Names(ImmutableArray<RefusalReason> reasons) => [.. reasons.Select(reason => (object?)new Dictionary<string, object?>
    {
        ["noi_dung"] = reason.Text,
        ["chi_tiet"] = DetailNames.Lines(reason.Details),
    })];

    /// <summary>What the unit itself gives as its result, so that it can be held against the rule.</summary>
    private static string? Summary(FormNode node, FormEntries entries) =>
        node.Field(ResultRows.Summary) is { } field && entries[field].Raw is { Length: > 0 } typed && !string.IsNullOrWhiteSpace(typed) ? LanguageTable.Vietnamese.Render("refusal.summary", SingleLine(typed).TrimEnd('.', ';')) : null;

    private static string SingleLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static bool IsOf(Finding finding, FormNode node) => finding.Entry is { } entry && node.Fields.Any(field => field.Id == entry);

    private static string Said(Finding finding) => finding.Message(LanguageTable.Vietnamese);
}

/// <param name="Text">A sentence.</param>
/// <param name="Details">What the check says of it, a sentence each.</param>
internal sealed record RefusalReason(string Text, ImmutableArray<string> Details);
