using LearningCity.Docs.Forms;
using LearningCity.Docs.Reading;
using LearningCity.Docs.Text;

namespace LearningCity.Docs.Checking.Rules;

/// <summary>
/// LC3202, LC3205: "tăng so với năm trước liền kề" against this year's and last year's figures in the summary. Figures that stay equal have not risen; whether 100% two
/// years running counts is a setting of the form. A hint: the typed result stands.
/// </summary>
internal sealed class SummaryBearsOutTheRise : ICheckingRule
{
    public IEnumerable<Finding> Check(FormEntries entries, DateOnly today)
    {
        var results = new TypedResults(entries);
        foreach (var node in entries.Form.Nodes)
        {
            if (node.Rule is not Rule.Attested { Evidence: Evidence.Rises rises } || results.Typed(node) is not { } typed || SummaryFigures.Of(entries, node) is not var (entry, prose)) { continue; }
            if (YearComparison.Contradictory(prose) is not null) { continue; } // which of its figures holds is to be settled first
            if (!VietnameseNumber.TryCompareYears(ProseSubject.Of(prose, node.Title), out var years))
            {
                if (Said(entry, prose, node, typed, rises) is { } said) { yield return said with { Related = [results.Entry(node)!.Location], Basis = node.Title }; }
                continue;
            }
            var finding = years switch
            {
                { Difference: 0 } when SummaryFigures.IsFullBothYears(years) && rises.UnchangedAt100 is { } setting => Full(entry, typed, setting),
                { Difference: 0 } => typed ? entry.Finding(FindingCatalog.LC3205_SummaryUnchangedFigures, new Sentence(rises.Falls ? "LC3205.equalFalls" : "LC3205.equal", Figures(years))) : null,
                _ => (rises.Falls ? years.Difference < 0 : years.Difference > 0) != typed ? entry.Finding(FindingCatalog.LC3202_SummaryAgainstTrend, Figures(years), Word(typed), node.Code, Wanted(rises)) : null,
            };
            if (finding is not null) { yield return finding with { Related = [results.Entry(node)!.Location], Basis = node.Title }; }
        }
    }

    /// <summary>"Thu nhập giảm nhẹ so với năm trước", without figures.</summary>
    private static Finding? Said(Entry entry, string prose, FormNode node, bool typed, Evidence.Rises rises) => StatedTrend.Of(prose, node.Title) is { } trend && (trend.Goes == (rises.Falls ? StatedTrend.Way.Fall : StatedTrend.Way.Rise)) != typed
        ? entry.Finding(FindingCatalog.LC3202_SummaryAgainstTrend, new Sentence("LC3202.said", trend.Words), Word(typed), node.Code, Wanted(rises))
        : null;

    private static Sentence Wanted(Evidence.Rises rises) => new(rises.Falls ? "LC3202.falls" : "LC3202.rises");

    private static Finding? Full(Entry entry, bool typed, Setting setting) => setting.Value switch
    {
        Setting.Review => entry.Finding(FindingCatalog.LC3205_SummaryUnchangedFigures, new Sentence("LC3205.review", setting.Title)),
        "met" when typed => null,
        "not_met" when !typed => null,
        var value => entry.Finding(FindingCatalog.LC3205_SummaryUnchangedFigures, new Sentence("LC3205.setting", setting.Title, value == "met" ? ChoiceWords.Met : ChoiceWords.NotMet, Word(typed))),
    };

    private static Sentence Figures(YearComparison years) => years is { ThisYear: { } now, LastYear: { } before }
        ? new Sentence("LC3202.levels", before, now, years.Unit)
        : new Sentence(years.Difference > 0 ? "LC3202.rise" : "LC3202.fall", Math.Abs(years.Difference), years.Unit);

    private static string Word(bool met) => met ? ChoiceWords.Met : ChoiceWords.NotMet;
}
