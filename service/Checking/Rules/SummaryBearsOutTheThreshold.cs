using LearningCity.Docs.Forms;
using LearningCity.Docs.Reading;

namespace LearningCity.Docs.Checking.Rules;

/// <summary>LC3201: "Có ít nhất 90% số xã …" with 85% in the summary and Đạt beside it, or 94% and Không đạt. A hint: the typed result stands.</summary>
internal sealed class SummaryBearsOutTheThreshold : ICheckingRule
{
    public IEnumerable<Finding> Check(FormEntries entries, DateOnly today)
    {
        var results = new TypedResults(entries);
        foreach (var node in entries.Form.Nodes)
        {
            if (node.Rule is Rule.Attested { Evidence: Evidence.Shares several } && results.Typed(node) is { } result && Several(entries, node, several, result) is { } doubt)
            {
                yield return doubt with { Related = [results.Entry(node)!.Location], Basis = node.Title };
            }
            if (node.Rule is not Rule.Attested { Evidence: Evidence.PercentMin wanted } || results.Typed(node) is not { } typed || SummaryFigures.Of(entries, node) is not var (entry, prose)) { continue; }
            if (SummaryFiguresAgree.Share(prose) is not null) { continue; } // which of its figures holds is to be settled first
            var shares = SummaryShares.Of(prose, wanted, node.Title);
            if (shares.IsEmpty || !shares.All(s => s >= wanted.Value != typed)) { continue; }
            var figures = shares.Select(s => new Sentence("figure.percent", decimal.Round(s, 2))).ToImmutableArray();
            yield return entry.Finding(FindingCatalog.LC3201_SummaryAgainstThreshold, figures, typed ? ChoiceWords.Met : ChoiceWords.NotMet, new Sentence("figure.percent", wanted.Value), node.Code) with
            {
                Related = [results.Entry(node)!.Location],
                Basis = node.Title,
            };
        }
    }

    /// <summary>Several shares: Đạt beside one that fails whatever the unit is, Không đạt beside all of them reaching the highest of their thresholds.</summary>
    private static Finding? Several(FormEntries entries, FormNode node, Evidence.Shares evidence, bool typed)
    {
        if (SummaryFigures.Of(entries, node) is not var (entry, prose) || SummaryFiguresAgree.Share(prose) is not null) { return null; }
        var shares = SummaryShares.Of(prose, evidence.Thresholds, node.Title);
        var cases = SummaryShares.Cases(entries, evidence);
        if (!cases.All(c => SummaryShares.Hold(shares, c) == !typed)) { return null; }
        // Under Đạt the shares that fail everywhere; under Không đạt all of them.
        var telling = Enumerable.Range(0, shares.Length).Where(i => shares[i] is { } share && cases.Any(c => c[i] is { } wanted && (share < wanted) == typed)).ToList();
        var figures = telling.Select(i => new Sentence("figure.percent", decimal.Round(shares[i]!.Value, 2))).ToImmutableArray();
        var wanted = telling.Select(i => new Sentence("evaluation.wanted", typed ? cases.Min(c => c[i] ?? decimal.MaxValue) : cases.Max(c => c[i] ?? 0), evidence.Thresholds[i].Of)).ToImmutableArray();
        return entry.Finding(FindingCatalog.LC3201_SummaryAgainstThreshold, figures, typed ? ChoiceWords.Met : ChoiceWords.NotMet, wanted, node.Code);
    }
}
