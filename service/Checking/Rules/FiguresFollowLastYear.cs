using LearningCity.Docs.Forms;
using LearningCity.Docs.Reading;
using LearningCity.Docs.Text;

namespace LearningCity.Docs.Checking.Rules;

/// <summary>
/// LC4001, LC4002, LC4003: this year's form against the unit's accepted form of the year before. What was accepted is no proof, so all of it are hints: the typed result stands.
/// </summary>
internal sealed class FiguresFollowLastYear(PriorFigures prior) : ICheckingRule
{
    /// <summary>What counts as a jump is ours, no clause of a form: a rate that moves by more than this many points,</summary>
    private const decimal Points = 20;

    /// <summary>or a count or amount that grows or shrinks by more than a half,</summary>
    private const decimal Times = 1.5m;

    /// <summary>unless only a few people or things are counted.</summary>
    private const decimal Few = 10;

    private string Year => prior.Year.ToString(System.Globalization.CultureInfo.InvariantCulture);

    public IEnumerable<Finding> Check(FormEntries entries, DateOnly today)
    {
        var results = new TypedResults(entries);
        foreach (var node in entries.Form.Nodes)
        {
            var figures = YearFigure.Of(entries, node).ToList();
            if (Misquoted(entries, node, figures) is { } misquoted) { yield return misquoted; }
            foreach (var now in figures)
            {
                if (prior.Of(entries.Form, now) is { } before && IsJump(now, before))
                {
                    yield return Entry(entries, now).Finding(FindingCatalog.LC4003_FigureJumps, Figure(before), Year, Figure(now));
                }
            }
            if (Contradicted(entries, node, figures, results) is { } contradicted) { yield return contradicted; }
        }
    }

    /// <summary>"97,2% năm 2023" in the summary, where the accepted form of 2023 said otherwise.</summary>
    private Finding? Misquoted(FormEntries entries, FormNode node, List<YearFigure> figures) =>
        Rise(entries, node) is var (entry, years) && years.LastYear is { } quoted && figures.FirstOrDefault(f => f.Entry == entry.Id) is { } now && prior.Of(entries.Form, now) is { } before && before.Value != quoted
            ? entry.Finding(FindingCatalog.LC4001_LastYearMisquoted, Figure(before with { Value = quoted }), Year, Figure(before))
            : null;

    private Finding? Contradicted(FormEntries entries, FormNode node, List<YearFigure> figures, TypedResults results)
    {
        if (figures is not [var now] || prior.Of(entries.Form, now) is not { } before) { return null; }
        var change = now.Value - before.Value;
        if (node.Rule is Rule.Trend { Field: var field } && entries[field] is { Value: EntryValue.Choice tick } ticked)
        {
            // There is no box for "không đổi", so equal figures contradict neither.
            return change != 0 && change > 0 != (tick.Value == ChoiceWords.Increase) ? Against(ticked, now, before, new Sentence($"choice.{tick.Value}"), Entry(entries, now).Location) : null;
        }
        // Two years that the summary itself gives are LC3202's and LC3205's matter; 100% two years running is a setting of the form.
        if (Rise(entries, node) is (_, { LastYear: { } quoted }) && quoted == before.Value) { return null; }
        var isFull = now is { Unit: YearFigure.Percent, Value: 100 } && change == 0;
        return node.Rule is Rule.Attested { Evidence: Evidence.Rises rises } && !isFull && results.Typed(node) is { } met && (rises.Falls ? change < 0 : change > 0) != met
            ? Against(results.Entry(node)!, now, before, met ? ChoiceWords.Met : ChoiceWords.NotMet, Entry(entries, now).Location)
            : null;
    }

    private Finding Against(Entry typed, YearFigure now, YearFigure before, object word, Location figure)
    {
        var move = now.Value > before.Value ? "LC4002.rose" : now.Value < before.Value ? "LC4002.fell" : "LC4002.equal";
        return typed.Finding(FindingCatalog.LC4002_TrendAgainstLastYear, Figure(before), Year, Figure(now), new Sentence(move), word) with { Related = [figure] };
    }

    private static (Entry Entry, YearComparison Years)? Rise(FormEntries entries, FormNode node) =>
        node.Rule is Rule.Attested { Evidence: Evidence.Rises } && SummaryFigures.Of(entries, node) is var (entry, prose) && VietnameseNumber.TryCompareYears(prose, out var years) ? (entry, years) : null;

    private static bool IsJump(YearFigure now, YearFigure before)
    {
        var change = Math.Abs(now.Value - before.Value);
        if (now.Unit == YearFigure.Percent) { return change > Points; }
        var (least, most) = (Math.Min(now.Value, before.Value), Math.Max(now.Value, before.Value));
        return most > least * Times && (now.Unit.Length > 0 || change > Few);
    }

    private static Sentence Figure(YearFigure figure) => figure.Unit switch
    {
        YearFigure.Percent => new Sentence("figure.percent", figure.Value),
        "" => new Sentence("figure.number", figure.Value),
        var unit => new Sentence("LC4.amount", figure.Value, unit),
    };

    private static Entry Entry(FormEntries entries, YearFigure figure) => entries.Entries.First(e => e.Id == figure.Entry);
}
