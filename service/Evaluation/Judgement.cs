using LearningCity.Docs.Forms;

namespace LearningCity.Docs.Evaluation;

/// <summary>What a rule comes to for the figures at hand. Rules combine as in three-valued logic: one that fails decides, one that cannot be answered holds the others up.</summary>
internal sealed record Judgement(Outcome Outcome, Sentence Because, ImmutableArray<FieldDefinition> Rests, Sentence? Distance = null)
{
    /// <summary>The clause that decided, where it is another than the form's rule for results.</summary>
    public string? Basis { get; init; }

    /// <summary>All rules together: not met when one is not met, whatever the others lack.</summary>
    public static Judgement All(ImmutableArray<Judgement> parts)
    {
        if (parts.Length == 1) { return parts[0]; }
        var outcome = Outcomes.All(parts.Select(p => p.Outcome));
        ImmutableArray<Judgement> telling = outcome is Outcome.Met or Outcome.Recorded ? parts : [.. parts.Where(p => p.Outcome == outcome)];
        var distances = telling.Select(p => p.Distance).OfType<Sentence>().ToImmutableArray();
        return new Judgement(outcome, Listed([.. telling.Select(p => p.Because)]), [.. parts.SelectMany(p => p.Rests).Distinct()], distances.IsEmpty ? null : Listed(distances));
    }

    private static Sentence Listed(ImmutableArray<Sentence> sentences) => sentences.Length == 1 ? sentences[0] : new Sentence("evaluation.list", sentences);
}

/// <summary>How outcomes of parts make the outcome of a whole.</summary>
internal static class Outcomes
{
    /// <summary>
    /// Lưu ý 1.b, 2: met when all are met; one that is not met decides; otherwise what holds it up, the gravest first. Figures that are only recorded, and rows that do not apply, hold nothing up.
    /// </summary>
    public static Outcome All(IEnumerable<Outcome> parts)
    {
        var among = Among(parts);
        return Has(among, Outcome.NotMet) ? Outcome.NotMet : Obstacle(among) ?? (Has(among, Outcome.Met) ? Outcome.Met : Has(among, Outcome.Recorded) || !Has(among, Outcome.NotApplicable) ? Outcome.Recorded : Outcome.NotApplicable);
    }

    /// <summary>A heading of a form without an overall rule: never met or not met, only how far its figures are there.</summary>
    public static Outcome WithoutVerdict(IEnumerable<Outcome> parts) => Obstacle(Among(parts)) ?? Outcome.Recorded;

    private static Outcome? Obstacle(int among) =>
        Has(among, Outcome.Invalid) ? Outcome.Invalid
        : Has(among, Outcome.NeedsReview) ? Outcome.NeedsReview
        : Has(among, Outcome.Missing) ? Outcome.Missing
        : null;

    /// <summary>One bit for each outcome that occurs.</summary>
    private static int Among(IEnumerable<Outcome> parts) => parts.Aggregate(0, (among, outcome) => among | 1 << (int)outcome);

    private static bool Has(int among, Outcome outcome) => (among & 1 << (int)outcome) != 0;
}
