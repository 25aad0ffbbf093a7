using LearningCity.Docs.Forms;
using LearningCity.Docs.Reading;

namespace LearningCity.Docs.Checking.Rules;

/// <summary>
/// LC3102, Lưu ý 2: recognised exactly when all criteria are met, as their indicators say. Where the total agrees with the results typed beside the criteria, it follows from
/// a criterion that contradicts its indicators (LC3101), and is told as following from it.
/// </summary>
internal sealed class RecognitionFollowsTheCriteria : ICheckingRule
{
    public IEnumerable<Finding> Check(FormEntries entries, DateOnly today)
    {
        if (entries.Form is not { RollUp: RollUp.AllOf rule, Total: { } total, Roots: var criteria }) { return []; }
        var results = new TypedResults(entries);
        if (results.Typed(total) is not { } typed) { return []; }
        var computed = TypedResults.All(criteria.Select(results.Computed));
        if (typed == computed) { return []; }
        var telling = Telling(results, criteria, typed, computed);
        if (telling.IsEmpty) { return []; }
        var why = (typed, computed) switch
        {
            (true, false) => new Sentence("LC3102.notMet", Codes(telling)),
            (true, null) => new Sentence("LC3102.blank", Codes(telling)),
            _ => new Sentence("LC3102.met"),
        };
        return [results.Entry(total)!.Finding(FindingCatalog.LC3102_RecognitionContradicts, typed ? ChoiceWords.Met : ChoiceWords.NotMet, why, rule.FormBasis) with
        {
            Severity = computed is null ? Severity.Warning : Severity.Error,
            Related = [.. telling.Select(c => results.Entry(c)?.Location).OfType<Location>()],
            Basis = rule.FormBasis,
            FollowsFrom = Root(results, telling, typed) is { } root ? new FindingCause(FindingCatalog.LC3101_CriterionContradicts.Code, results.Entry(root)!.Id) : null,
        }];
    }

    /// <summary>The first criterion that tells and is typed against its indicators, where the total only repeats what is typed; null where a criterion is typed rightly and the total against it.</summary>
    private static FormNode? Root(TypedResults results, ImmutableArray<FormNode> telling, bool typed) =>
        typed && !telling.All(c => results.Typed(c) is true) ? null : telling.FirstOrDefault(c => results.Typed(c) == typed && results.Computed(c) != typed);

    /// <summary>The criteria that contradict the total; none where a criterion cannot be judged for a reason that has its own finding.</summary>
    private static ImmutableArray<FormNode> Telling(TypedResults results, ImmutableArray<FormNode> criteria, bool typed, bool? computed) => (typed, computed) switch
    {
        (true, false) => [.. criteria.Where(c => results.Computed(c) is false)],
        (true, null) when criteria.SelectMany(TypedResults.Indicators).Where(i => results.Computed(i) is null).All(results.IsOpen) => [.. criteria.Where(c => results.Computed(c) is null)],
        (false, true) => criteria,
        _ => [],
    };

    private static string Codes(ImmutableArray<FormNode> nodes) => string.Join(", ", nodes.Select(n => n.Code));
}
