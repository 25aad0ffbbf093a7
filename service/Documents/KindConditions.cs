using LearningCity.Docs.Evaluation;

namespace LearningCity.Docs.Documents;

/// <summary>Which forms a kind of paper may be made from: none that would make a signed paper assert the contrary of its own annex.</summary>
internal static class KindConditions
{
    /// <summary>What the figures say against the results that this paper would state; a paper that states nothing of them has none, and one that refuses states them.</summary>
    public static ImmutableArray<Finding> Contradictions(DocumentKind kind, FormCheck form) => kind.Claims is Claim.Nothing or Claim.Refusal ? [] : form.Contradictions;

    /// <summary>Why the form forbids this paper; empty when it allows it. A draft may be made all the same.</summary>
    public static ImmutableArray<Finding> Forbidding(DocumentKind kind, FormCheck form)
    {
        if (kind.Claims is Claim.Nothing) { return []; }
        if (kind.Claims is Claim.Refusal) { return RefusalReasons.Of(form) is [] ? [new Finding(FindingCatalog.LC6024_NoReasonToRefuse, Location.File)] : []; }
        var reasons = form.Findings.Where(f => f.Severity is Severity.Error).ToList();
        var counts = form.Evaluation.Counts;
        if (kind.Claims is Claim.Result or Claim.Recognition && form.Evaluation.Verdict is Verdict.Incomplete)
        {
            reasons.Add(new Finding(FindingCatalog.LC6012_FormIncomplete, Location.File, counts.Missing + counts.Invalid + counts.NeedsReview));
        }
        if (kind.Claims is Claim.Recognition && form.Evaluation.Verdict is Verdict.NotMet) { reasons.Add(new Finding(FindingCatalog.LC6015_NotRecognised, Location.File, form.Evaluation.Summary)); }
        return [.. reasons];
    }
}
