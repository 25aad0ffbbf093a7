namespace LearningCity.Docs.Evaluation;

/// <summary>
/// Mâu thuẫn với số liệu: findings of the figures in a summary (LC32xx) and of last year's (LC4xxx) against what is typed. They change no result, which is the official's own, but the
/// verdict is never said without them.
/// </summary>
internal static class Contradictions
{
    public static bool IsContradiction(Finding finding) => finding.Code.StartsWith("LC32", StringComparison.Ordinal) || finding.Code.StartsWith("LC4", StringComparison.Ordinal);

    /// <summary>The evaluation with the contradictions among the form's findings, and their places in its summary.</summary>
    public static FormEvaluation Beside(this FormEvaluation evaluation, ImmutableArray<Finding> findings)
    {
        ImmutableArray<int> open = [.. Enumerable.Range(0, findings.Length).Where(i => IsContradiction(findings[i]))];
        return open.IsEmpty ? evaluation : evaluation with { Contradictions = open, Summary = Summary(evaluation, open.Length, Places(findings, open)) };
    }

    private static Sentence Summary(FormEvaluation evaluation, int count, Sentence places) => evaluation.Verdict switch
    {
        Verdict.Met => new Sentence("evaluation.contradicted.met", count, places, evaluation.Summary.Arguments[0], evaluation.Summary.Arguments[1]),
        Verdict.NotMet => new Sentence("evaluation.contradicted.notMet", count, places, evaluation.Summary.Arguments[0], evaluation.Summary.Arguments[1]),
        _ => new Sentence("evaluation.contradicted.open", count, places, evaluation.Summary),
    };

    private static Sentence Places(ImmutableArray<Finding> findings, ImmutableArray<int> open) =>
        new("list.places", open.Select(i => findings[i].Location).Distinct().Select(l => new Sentence("list.place", l)).ToImmutableArray());
}
