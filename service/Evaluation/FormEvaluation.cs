using LearningCity.Docs.Forms;

namespace LearningCity.Docs.Evaluation;

/// <summary>
/// What a row comes to. <c>Met</c>/<c>NotMet</c>: đạt/không đạt by the printed rule. <c>Recorded</c>: figures are there and nothing is tested. <c>Missing</c>: not filled.
/// <c>NotApplicable</c>: the row is not for units of this kind.
/// <c>Invalid</c>: filled so that it cannot be evaluated. <c>NeedsReview</c>: a person must decide.
/// </summary>
internal enum Outcome { Met, NotMet, Recorded, Missing, Invalid, NeedsReview, NotApplicable }

/// <summary>The form's own verdict; <c>None</c> for a form without an overall rule.</summary>
internal enum Verdict { Met, NotMet, Incomplete, None }

/// <summary>One node of the evaluation.</summary>
/// <param name="Because">The reason, naming the values.</param>
/// <param name="Distance">How far from the threshold; null when met or not measurable.</param>
/// <param name="Basis">The clause of the form; null where the indicator's own words are the rule.</param>
/// <param name="Rests">The entries it rests on.</param>
internal sealed record NodeEvaluation(FormNode Node, Outcome Outcome, Sentence Because, Sentence? Distance, string? Basis, ImmutableArray<string> Rests, ImmutableArray<NodeEvaluation> Children);

/// <summary>How many indicators came to each outcome.</summary>
internal sealed record OutcomeCounts(int Met, int NotMet, int Recorded, int Missing, int Invalid, int NeedsReview, int NotApplicable = 0);

/// <summary>The evaluation of a whole form: the tree, the counts over indicators, and the verdict where the form has a rule for one.</summary>
/// <param name="ByUnit">Counts per office in charge, in the form's order of offices, with the ids of the required entries it still has to fill; empty where the form names no offices.</param>
internal sealed record FormEvaluation(Verdict Verdict, Sentence Summary, OutcomeCounts Counts, ImmutableArray<NodeEvaluation> Nodes, ImmutableArray<UnitProgress> ByUnit)
{
    /// <summary>Places among the form's findings of those that the figures raise against the results.</summary>
    public ImmutableArray<int> Contradictions { get; init; } = [];
}

/// <summary>What one office in charge has done: outcomes of its indicators and the entries still blank.</summary>
internal sealed record UnitProgress(ResponsibleUnit Unit, OutcomeCounts Counts, ImmutableArray<string> Left);
