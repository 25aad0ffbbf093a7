using LearningCity.Docs.Forms;
using LearningCity.Docs.Reading;

namespace LearningCity.Docs.Checking.Rules;

/// <summary>LC3101, Lưu ý 1.b: a criterion is Đạt exactly when all its indicators are. Đạt over an indicator that is still blank is a warning only.</summary>
internal sealed class CriterionFollowsItsIndicators : ICheckingRule
{
    public IEnumerable<Finding> Check(FormEntries entries, DateOnly today)
    {
        if (entries.Form.RollUp is not RollUp.AllOf rule) { yield break; }
        var results = new TypedResults(entries);
        foreach (var criterion in entries.Form.Nodes.Where(n => !n.Children.IsEmpty))
        {
            if (results.Typed(criterion) is not { } typed || Contradiction(results, criterion, typed) is not var (severity, why, indicators)) { continue; }
            var entry = results.Entry(criterion)!;
            yield return entry.Finding(FindingCatalog.LC3101_CriterionContradicts, criterion.Code, typed ? ChoiceWords.Met : ChoiceWords.NotMet, why, rule.CriterionBasis) with
            {
                Severity = severity,
                Related = [.. indicators.Select(i => results.Entry(i)!.Location)],
                Basis = rule.CriterionBasis,
            };
        }
    }

    private static (Severity Severity, Sentence Why, ImmutableArray<FormNode> Indicators)? Contradiction(TypedResults results, FormNode criterion, bool typed)
    {
        var indicators = TypedResults.Indicators(criterion).ToImmutableArray();
        switch (typed, results.Computed(criterion))
        {
            case (true, false):
                ImmutableArray<FormNode> failing = [.. indicators.Where(i => results.Typed(i) is false)];
                return (Severity.Error, new Sentence("LC3101.notMet", Codes(failing)), failing);
            case (false, true):
                return (Severity.Error, new Sentence("LC3101.met"), indicators);
            case (true, null) when indicators.Where(i => results.Computed(i) is null).All(results.IsOpen):
                ImmutableArray<FormNode> open = [.. indicators.Where(i => results.Computed(i) is null)];
                return (Severity.Warning, new Sentence("LC3101.blank", Codes(open)), open);
            default:
                return null;
        }
    }

    private static string Codes(ImmutableArray<FormNode> nodes) => string.Join(", ", nodes.Select(n => n.Code));
}
