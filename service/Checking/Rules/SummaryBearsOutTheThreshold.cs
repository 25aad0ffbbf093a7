using LearningCity.Docs.Forms;
using LearningCity.Docs.Reading;
using LearningCity.Docs.Text;

namespace LearningCity.Docs.Checking.Rules;

/// <summary>LC3201: "Có ít nhất 90% số xã …" with 85% in the summary and Đạt beside it, or 94% and Không đạt. A hint: the typed result stands.</summary>
internal sealed class SummaryBearsOutTheThreshold : ICheckingRule
{
    public IEnumerable<Finding> Check(FormEntries entries, DateOnly today)
    {
        var results = new TypedResults(entries);
        foreach (var node in entries.Form.Nodes)
        {
            if (node.Rule is not Rule.Attested { Evidence: Evidence.PercentMin wanted } || results.Typed(node) is not { } typed || SummaryFigures.Of(entries, node) is not var (entry, prose)) { continue; }
            if (SummaryFiguresAgree.Share(prose) is not null) { continue; } // which of its figures holds is to be settled first
            var shares = Shares(VietnameseNumber.FindFigures(prose), wanted);
            if (shares.IsEmpty || !shares.All(s => s >= wanted.Value != typed)) { continue; }
            var figures = shares.Select(s => new Sentence("figure.percent", decimal.Round(s, 2))).ToImmutableArray();
            yield return entry.Finding(FindingCatalog.LC3201_SummaryAgainstThreshold, figures, typed ? ChoiceWords.Met : ChoiceWords.NotMet, wanted.Value, node.Code) with
            {
                Related = [results.Entry(node)!.Location],
                Basis = node.Title,
            };
        }
    }

    /// <summary>
    /// This year's shares: fractions of what the indicator counts, else percents and fractions of nothing named, else any fraction. The threshold itself beside others is a
    /// quotation; changes and last year's figures are none.
    /// </summary>
    private static ImmutableArray<decimal> Shares(ImmutableArray<FigureInText> figures, Evidence.PercentMin wanted)
    {
        var current = figures.Where(f => f is { Change: Change.None, Compared: false, Year: not YearMention.YearBefore } && !f.Notes.HasFlag(NumberNotes.AmbiguousComma)).ToList();
        if (current.Select(f => f.Year).OfType<YearMention.Named>().Select(y => y.Year).DefaultIfEmpty().Max() is var latest and > 0)
        {
            current.RemoveAll(f => f.Year is YearMention.Named named && named.Year < latest);
        }
        var fractions = current.OfType<FigureInText.Fraction>().ToList();
        if (fractions.Where(f => Counts(wanted, f)).Select(Share).Distinct().ToImmutableArray() is { IsEmpty: false } counted) { return counted; }
        var percents = current.OfType<FigureInText.Percent>().Select(p => p.Number).Where(p => !fractions.Exists(f => StatedShare.Agrees(f.Numerator, f.Denominator, p)));
        var loose = percents.Concat(fractions.Where(f => f.Unit is null).Select(Share)).Distinct().ToImmutableArray();
        return loose.IsEmpty ? [.. fractions.Select(Share).Distinct()] : loose.Length > 1 ? loose.Remove(wanted.Value) : loose;
    }

    /// <summary>"16/17 xã" where the indicator asks for "số xã đạt / tổng số xã".</summary>
    private static bool Counts(Evidence.PercentMin wanted, FigureInText.Fraction fraction) =>
        fraction.Unit is { } unit && VietnameseText.Fold(wanted.Of).Split(' ', '/').Contains(VietnameseText.Fold(unit).Split(' ', ',')[0]);

    private static decimal Share(FigureInText.Fraction fraction) => fraction.Numerator / fraction.Denominator * 100;
}
