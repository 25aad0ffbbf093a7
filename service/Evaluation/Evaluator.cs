using LearningCity.Docs.Forms;
using LearningCity.Docs.Reading;

namespace LearningCity.Docs.Evaluation;

/// <summary>
/// Đánh giá: entries → outcome of every row, counts, and the verdict where the form has a rule for one. What is typed in a criterion's own cell does not decide: its indicators do.
/// </summary>
internal sealed class Evaluator
{
    private static readonly ImmutableArray<FindingDescriptor> Identity =
        [FindingCatalog.LC1109_OtherForm, FindingCatalog.LC1120_LevelsMixed, FindingCatalog.LC1121_MarkOfOtherLevel, FindingCatalog.LC1122_LevelNotTold];

    private readonly FormEntries entries;
    private readonly IndicatorJudge judge;
    private readonly List<NodeEvaluation> indicators = [];

    private Evaluator(FormEntries entries) => (this.entries, judge) = (entries, new IndicatorJudge(entries));

    public static FormEvaluation Evaluate(FormEntries entries) => new Evaluator(entries).Form();

    private FormEvaluation Form()
    {
        var nodes = entries.Form.Roots.Select(Node).ToImmutableArray();
        var counts = Count(indicators);
        var verdict = entries.Form.RollUp is not RollUp.AllOf ? Verdict.None : FormInDoubt() is null ? VerdictOf(Outcomes.All(nodes.Select(n => n.Outcome))) : Verdict.Incomplete;
        return new FormEvaluation(verdict, FormInDoubt() is { } doubt ? doubt : Summary(verdict, nodes, counts), counts, nodes, ByUnit());
    }

    private NodeEvaluation Node(FormNode node)
    {
        if (node.Kind is NodeKind.Indicator) { return Indicator(node); }
        var first = indicators.Count;
        var children = node.Children.Select(Node).ToImmutableArray();
        var below = indicators.GetRange(first, indicators.Count - first);
        return entries.Form.RollUp switch
        {
            RollUp.AllOf rule => Criterion(node, children, below, rule),
            RollUp.None => Heading(node, children, below),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private NodeEvaluation Indicator(FormNode node)
    {
        var judgement = judge.Judge(node);
        var basis = judgement.Basis ?? (node.Rule is Rule.Attested && entries.Form.RollUp is RollUp.AllOf rollUp ? rollUp.ValuesBasis : null);
        var evaluation = new NodeEvaluation(node, judgement.Outcome, judgement.Because, judgement.Distance, basis, [.. judgement.Rests.Select(f => f.Id)], []);
        indicators.Add(evaluation);
        return evaluation;
    }

    /// <summary>Lưu ý 1.b: all its indicators.</summary>
    private static NodeEvaluation Criterion(FormNode node, ImmutableArray<NodeEvaluation> children, List<NodeEvaluation> below, RollUp.AllOf rule)
    {
        var outcome = Outcomes.All(children.Select(c => c.Outcome));
        var because =
            outcome is Outcome.Met && children.All(c => c.Outcome is Outcome.Met) ? new Sentence("evaluation.allMet", children.Length)
            : outcome is Outcome.Met or Outcome.Recorded or Outcome.NotApplicable ? Counted(Count(below))
            : new Sentence($"evaluation.children.{Key(outcome)}", Codes(children, outcome));
        return new NodeEvaluation(node, outcome, because, null, rule.CriterionBasis, Rests(below), children);
    }

    /// <summary>The form says nothing about a standard or criterion as a whole: only how far its indicators are.</summary>
    private static NodeEvaluation Heading(FormNode node, ImmutableArray<NodeEvaluation> children, List<NodeEvaluation> below) =>
        new(node, Outcomes.WithoutVerdict(children.Select(c => c.Outcome)), Counted(Count(below)), null, null, Rests(below), children);

    /// <summary>Rows of one level under the title of another: by whose conditions the unit is judged is not known, so there is no conclusion.</summary>
    private Sentence? FormInDoubt() => entries.Findings.Where(f => f.Severity is Severity.Error && Identity.Contains(f.Descriptor)).ToImmutableArray() is [var first, ..]
        ? new Sentence("evaluation.verdict.formInDoubt", first.Code, first.Location) : null;

    private static Verdict VerdictOf(Outcome outcome) => outcome switch
    {
        Outcome.Met => Verdict.Met,
        Outcome.NotMet => Verdict.NotMet,
        _ => Verdict.Incomplete,
    };

    private Sentence Summary(Verdict verdict, ImmutableArray<NodeEvaluation> nodes, OutcomeCounts counts) => verdict switch
    {
        Verdict.Met => new Sentence("evaluation.verdict.met", nodes.Length, Basis()),
        Verdict.NotMet => new Sentence("evaluation.verdict.notMet", Codes(nodes, Outcome.NotMet), Basis()),
        Verdict.Incomplete => new Sentence("evaluation.verdict.incomplete", Counted(counts)),
        _ => new Sentence("evaluation.verdict.none", indicators.Count, Counted(counts)),
    };

    private string Basis() => entries.Form.RollUp is RollUp.AllOf rule ? rule.FormBasis : "";

    /// <summary>"12 đạt; 1 không đạt; 3 chưa ghi": only what there is.</summary>
    private static Sentence Counted(OutcomeCounts counts)
    {
        ReadOnlySpan<(string Key, int Count)> all =
        [
            ("evaluation.count.met", counts.Met), ("evaluation.count.notMet", counts.NotMet), ("evaluation.count.recorded", counts.Recorded),
            ("evaluation.count.missing", counts.Missing), ("evaluation.count.invalid", counts.Invalid), ("evaluation.count.needsReview", counts.NeedsReview),
            ("evaluation.count.notApplicable", counts.NotApplicable),
        ];
        var parts = ImmutableArray.CreateBuilder<Sentence>();
        foreach (var (key, count) in all)
        {
            if (count > 0) { parts.Add(new Sentence(key, count)); }
        }
        return new Sentence("evaluation.list", parts.ToImmutable());
    }

    private ImmutableArray<UnitProgress> ByUnit()
    {
        var byKey = indicators.ToLookup(i => i.Node.Unit?.Key);
        return [.. entries.Form.Units.Select(unit => new UnitProgress(unit, Count(byKey[unit.Key]), Left(byKey[unit.Key])))];
    }

    private ImmutableArray<string> Left(IEnumerable<NodeEvaluation> of) =>
        [.. of.SelectMany(i => i.Node.Fields).Where(f => f.Required && entries[f].Value is EntryValue.Blank).Select(f => f.Id)];

    private static OutcomeCounts Count(IEnumerable<NodeEvaluation> of)
    {
        Span<int> counts = stackalloc int[7];
        foreach (var indicator in of) { counts[(int)indicator.Outcome]++; }
        return new OutcomeCounts(counts[0], counts[1], counts[2], counts[3], counts[4], counts[5], counts[6]);
    }

    private static ImmutableArray<string> Rests(List<NodeEvaluation> below) => [.. below.SelectMany(i => i.Rests)];

    private static string Codes(ImmutableArray<NodeEvaluation> nodes, Outcome outcome) => string.Join(", ", nodes.Where(n => n.Outcome == outcome).Select(n => n.Node.Code));

    private static string Key(Outcome outcome) => outcome switch
    {
        Outcome.NotMet => "notMet",
        Outcome.Missing => "missing",
        Outcome.Invalid => "invalid",
        Outcome.NeedsReview => "needsReview",
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
