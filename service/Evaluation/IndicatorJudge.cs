using LearningCity.Docs.Forms;
using LearningCity.Docs.Reading;

namespace LearningCity.Docs.Evaluation;

/// <summary>One indicator by its printed rule. Thresholds are inclusive and the value is never rounded: 94,96 is below 95.</summary>
internal sealed class IndicatorJudge(FormEntries entries)
{
    public Judgement Judge(FormNode indicator)
    {
        var rule = indicator.Rule ?? throw new InvalidOperationException($"Indicator '{indicator.Code}' has no rule.");
        if (Outside(indicator) is { } outside) { return outside; }
        var judged = Judge(rule, indicator);
        if (judged.Outcome is Outcome.Missing or Outcome.Invalid) { return judged; }
        if (judged.Rests.Any(f => entries[f].NeedsReview)) { return judged with { Outcome = Outcome.NeedsReview, Because = new Sentence("evaluation.looks", judged.Because), Distance = null }; }
        var open = OpenReading(indicator, rule);
        return open is null ? judged : judged with { Outcome = Outcome.NeedsReview, Because = new Sentence("evaluation.setting", judged.Because, open.Title, open.Reason), Distance = null };
    }

    private Judgement Judge(Rule rule, FormNode node) => rule switch
    {
        Rule.PercentMin r => Figures.Obstacle(entries, [r.Field]) ?? AtLeast(r.Field, Value(r.Field), r.Value),
        Rule.PercentMax r => AtMost(r),
        Rule.PercentEqual r => Figures.Obstacle(entries, [r.Field]) ?? Exactly(r.Field, Value(r.Field), r.Value),
        Rule.RatioMin r => Figures.Obstacle(entries, [r.Field]) ?? Ratio(r),
        Rule.Trend r => Figures.Obstacle(entries, [r.Field]) ?? Trend(r),
        Rule.RatingMin r => Figures.Obstacle(entries, [r.Field]) ?? Rating(r),
        Rule.Balance r => Figures.Obstacle(entries, [r.Field]) ?? Balance(r),
        Rule.AttestedStandard r => Standard(r, node),
        Rule.Attested r => Attested(r, node),
        Rule.AllOf r => Judgement.All([.. r.Rules.Select(part => Judge(part, node))]),
        Rule.RecordedOnly r => Figures.Obstacle(entries, r.Fields) ?? new Judgement(Outcome.Recorded, new Sentence("evaluation.recorded", Shown(r.Fields)), r.Fields),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static Judgement AtLeast(FieldDefinition field, decimal value, decimal threshold) => value >= threshold
        ? new Judgement(Outcome.Met, new Sentence("evaluation.atLeast", Figures.Percent(field, value), threshold), [field])
        : new Judgement(Outcome.NotMet, new Sentence("evaluation.below", Figures.Percent(field, value), threshold), [field], new Sentence("distance.short", threshold - value));

    /// <summary>Shares are never negative, so a sum already too large stays so, whatever else is missing.</summary>
    private Judgement AtMost(Rule.PercentMax rule)
    {
        var known = rule.Fields.Where(f => entries.Number(f) is not null).ToImmutableArray();
        var sum = known.Sum(Value);
        if (sum > rule.Value)
        {
            return new Judgement(Outcome.NotMet, new Sentence("evaluation.above", Sum(known, sum), rule.Value), rule.Fields, new Sentence("distance.over", sum - rule.Value));
        }
        return Figures.Obstacle(entries, rule.Fields) ?? new Judgement(Outcome.Met, new Sentence("evaluation.atMost", Sum(known, sum), rule.Value), rule.Fields);
    }

    private Sentence Sum(ImmutableArray<FieldDefinition> fields, decimal sum) => fields.Length == 1
        ? Figures.Percent(fields[0], sum)
        : new Sentence("figure.sum", fields.Select(f => Figures.Percent(f, Value(f))).Aggregate((left, right) => new Sentence("figure.plus", left, right)), new Sentence("figure.percent", sum));

    private static Judgement Exactly(FieldDefinition field, decimal value, decimal wanted) => value == wanted
        ? new Judgement(Outcome.Met, new Sentence("evaluation.equal", Figures.Percent(field, value), wanted), [field])
        : new Judgement(Outcome.NotMet, new Sentence("evaluation.notEqual", Figures.Percent(field, value), wanted), [field], new Sentence("distance.off", Math.Abs(value - wanted)));

    private Judgement Ratio(Rule.RatioMin rule)
    {
        var number = (EntryValue.Number)entries[rule.Field].Value;
        var unit = number.Unit is not NumberUnit.AsField ? number.Unit : rule.BareUnit switch { BareRatio.Percent => NumberUnit.Percent, BareRatio.Ratio => NumberUnit.Ratio, _ => NumberUnit.AsField };
        if (unit is NumberUnit.AsField) { return new Judgement(Outcome.NeedsReview, new Sentence("evaluation.ratioUnit", number.Value), [rule.Field]); }
        if (unit is NumberUnit.Percent) { return AtLeast(rule.Field, number.Value, rule.PercentEquivalent); }
        return number.Value >= rule.Value
            ? new Judgement(Outcome.Met, new Sentence("evaluation.ratioAtLeast", number.Value, rule.Value), [rule.Field])
            : new Judgement(Outcome.NotMet, new Sentence("evaluation.ratioBelow", number.Value, rule.Value), [rule.Field], new Sentence("distance.ratioShort", rule.Value - number.Value));
    }

    private Judgement Trend(Rule.Trend rule)
    {
        var typed = Choice(rule.Field);
        var wanted = rule.Wanted is TrendDirection.Increase ? ChoiceWords.Increase : ChoiceWords.Decrease;
        return typed == wanted
            ? new Judgement(Outcome.Met, new Sentence("evaluation.trendMet", new Sentence($"choice.{typed}")), [rule.Field])
            : new Judgement(Outcome.NotMet, new Sentence("evaluation.trendNotMet", new Sentence($"choice.{typed}"), new Sentence($"choice.{wanted}")), [rule.Field]);
    }

    private Judgement Rating(Rule.RatingMin rule)
    {
        var rating = int.Parse(Choice(rule.Field), System.Globalization.CultureInfo.InvariantCulture);
        var label = entries.Form.RatingScale.FirstOrDefault(r => r.Value == rating)?.Label ?? "";
        if (rule.Min is not { } min) { return new Judgement(Outcome.Recorded, new Sentence("evaluation.rated", rating, label), [rule.Field]); }
        return rating >= min
            ? new Judgement(Outcome.Met, new Sentence("evaluation.ratedAtLeast", rating, label, min), [rule.Field])
            : new Judgement(Outcome.NotMet, new Sentence("evaluation.ratedBelow", rating, label, min), [rule.Field], new Sentence("distance.steps", min - rating));
    }

    private Judgement Balance(Rule.Balance rule)
    {
        var value = Value(rule.Field);
        var figure = Figures.Percent(rule.Field, value);
        if (rule.Tolerance is not { } tolerance) { return new Judgement(Outcome.NeedsReview, new Sentence("evaluation.balanceOpen", figure, rule.Around), [rule.Field]); }
        var off = Math.Abs(value - rule.Around);
        return off <= tolerance
            ? new Judgement(Outcome.Met, new Sentence("evaluation.balanced", figure, rule.Around, tolerance), [rule.Field])
            : new Judgement(Outcome.NotMet, new Sentence("evaluation.unbalanced", figure, rule.Around, tolerance), [rule.Field], new Sentence("distance.over", off - tolerance));
    }

    /// <summary>The standard is recognised by a decision that the form has no cell for; its rates are shown against the standard's own thresholds.</summary>
    private Judgement Standard(Rule.AttestedStandard rule, FormNode node)
    {
        var rates = rule.Rates.Select(r => Judge(r, node)).ToImmutableArray();
        if (rule.DecidedByRates && !rates.IsEmpty) { return Judgement.All(rates); }
        if (Figures.Obstacle(entries, node.Fields) is { } obstacle) { return obstacle; }
        return new Judgement(Outcome.NeedsReview,
            rates.IsEmpty ? new Sentence("evaluation.decision", rule.Standard) : new Sentence("evaluation.decisionWithRates", rule.Standard, rates.Select(r => r.Because).ToImmutableArray()), node.Fields);
    }

    private Judgement Attested(Rule.Attested rule, FormNode node)
    {
        var result = node.Fields.First(f => f.Kind is FieldKind.Result);
        if (Figures.Obstacle(entries, [result]) is { } obstacle) { return obstacle; }
        var typed = new Judgement(Choice(result) == ChoiceWords.Met ? Outcome.Met : Outcome.NotMet, new Sentence("evaluation.attested", Choice(result)), [result]);
        if (typed.Outcome is Outcome.Met && WithoutEvidence(node) is { } field)
        {
            return typed with { Outcome = Outcome.NotMet, Because = new Sentence("evaluation.noEvidence", typed.Because), Rests = [result, field], Basis = (entries.Form.RollUp as RollUp.AllOf)?.EvidenceBasis };
        }
        return rule.Evidence switch
        {
            Evidence.Shares shares => OfShares(shares, node, typed),
            Evidence.LevelReached level => typed with { Because = new Sentence("evaluation.level", typed.Because, level.Basis, Conditions(level)) },
            _ => typed,
        };
    }

    /// <summary>The regulation makes evidence a condition, and the row has none.</summary>
    private FieldDefinition? WithoutEvidence(FormNode node) => entries.Form.RollUp is RollUp.AllOf { EvidenceBasis: not null }
        && node.Fields.FirstOrDefault(f => f.Kind is FieldKind.Evidence) is { } field && entries[field].Value is EntryValue.Blank ? field : null;

    /// <summary>
    /// The typed result under the thresholds that count for this unit. Where a property that they depend on is not answered, Đạt stands when the summary's shares reach the higher thresholds, falls when
    /// they fail the lower ones, and is left to a person otherwise.
    /// </summary>
    private Judgement OfShares(Evidence.Shares shares, FormNode node, Judgement typed)
    {
        var cases = SummaryShares.Cases(entries, shares);
        var applied = typed with { Because = new Sentence("evaluation.applied", typed.Because, Thresholds(shares, cases[0]), Answers(shares, "evaluation.property")) };
        if (cases.Length == 1) { return SummaryShares.Properties(shares).Any() ? applied : typed; }
        if (typed.Outcome is Outcome.NotMet) { return typed; }
        ImmutableArray<FieldDefinition> rests = [.. typed.Rests, .. SummaryFigures.Of(entries, node) is { } summary ? [summary.Entry.Field] : ImmutableArray<FieldDefinition>.Empty];
        var stated = SummaryFigures.Of(entries, node) is var (_, prose) ? SummaryShares.Sure(prose, shares.Thresholds, node.Title) : [.. shares.Thresholds.Select(_ => (decimal?)null)];
        var held = cases.Select(c => SummaryShares.Hold(stated, c)).ToList();
        var (outcome, key) = held.TrueForAll(h => h is true) ? (Outcome.Met, "evaluation.everyCaseMet") : held.TrueForAll(h => h is false) ? (Outcome.NotMet, "evaluation.noCaseMet") : (Outcome.NeedsReview, "evaluation.caseOpen");
        var open = SummaryShares.Properties(shares).Where(p => entries.Has(p) is null).Distinct().Select(p => new Sentence("evaluation.openProperty", entries.Form.Property(p).Label)).ToImmutableArray();
        return typed with { Outcome = outcome, Because = new Sentence(key, typed.Because, open, cases.Select(c => Thresholds(shares, c)).Select(t => new Sentence("evaluation.case", t)).ToImmutableArray()), Rests = rests };
    }

    private static ImmutableArray<Sentence> Thresholds(Evidence.Shares shares, ImmutableArray<decimal?> values) =>
        [.. Enumerable.Range(0, values.Length).Where(i => values[i] is not null).Select(i => new Sentence("evaluation.wanted", values[i]!.Value, shares.Thresholds[i].Of))];

    private ImmutableArray<Sentence> Answers(Evidence.Shares shares, string key) =>
        [.. SummaryShares.Properties(shares).Distinct().Where(p => entries.Has(p) is not null).Select(p => new Sentence(key, entries.Form.Property(p).Label, entries.Has(p) is true ? ChoiceWords.Yes : ChoiceWords.No))];

    /// <summary>What the level asks for, milder where the unit has hardship, both where it does not say.</summary>
    private ImmutableArray<Sentence> Conditions(Evidence.LevelReached level)
    {
        var property = entries.Form.Property(level.Hardship);
        return [.. level.Conditions.Select(c => (c.Hardship, entries.Has(level.Hardship)) switch
        {
            ({ } milder, true) => new Sentence("evaluation.condition.hardship", c.Text, milder, property.Label),
            ({ } milder, null) => new Sentence("evaluation.condition.either", c.Text, milder, property.Label),
            _ => new Sentence("evaluation.condition", c.Text),
        })];
    }

    /// <summary>A row that is not for units of this kind; null for a row to be judged.</summary>
    private Judgement? Outside(FormNode node)
    {
        if (node.Applies is not { } applies) { return null; }
        var (property, result) = (entries.Form.Property(applies.Property), node.Fields.First(f => f.Kind is FieldKind.Result));
        var typed = entries.Result(node);
        var answer = entries.Has(applies.Property) is { } has ? has ? ChoiceWords.Yes : ChoiceWords.No : null;
        ImmutableArray<FieldDefinition> rests = [result, property.Field];
        return (typed, entries.AppliesTo(node)) switch
        {
            (ChoiceWords.NotApplicable, true) => new Judgement(Outcome.NeedsReview, new Sentence("evaluation.outside.contradicts", typed, property.Label, answer!), rests),
            (ChoiceWords.NotApplicable, null) => new Judgement(Outcome.NeedsReview, new Sentence("evaluation.outside.open", typed, property.Label), rests),
            (null, false) when entries[result].Value is not EntryValue.Blank => null,
            (null or ChoiceWords.NotApplicable, false) => new Judgement(Outcome.NotApplicable, new Sentence("evaluation.outside", property.Label, answer!), rests),
            ({ } word, false) => new Judgement(Outcome.NeedsReview, new Sentence("evaluation.outside.contradicts", word, property.Label, answer!), rests),
            _ => null,
        };
    }

    /// <summary>A reading that the form leaves to a person. That of two years at 100 % counts only when the summary says so.</summary>
    private Setting? OpenReading(FormNode node, Rule rule)
    {
        var conditional = rule is Rule.Attested { Evidence: Evidence.Rises { UnchangedAt100: { } setting } } ? setting : null;
        if (conditional is { Value: Setting.Review } && SummaryFigures.FullBothYears(entries, node)) { return conditional; }
        return node.Settings.FirstOrDefault(s => s.Value == Setting.Review && s.Id != conditional?.Id);
    }

    private ImmutableArray<Sentence> Shown(ImmutableArray<FieldDefinition> fields) => [.. fields.Select(f => entries[f].Value switch
    {
        EntryValue.Number number when f.Kind is FieldKind.Percent => Figures.Percent(f, number.Value),
        EntryValue.Number number => Figures.Named(f, new Sentence("figure.number", number.Value)),
        EntryValue.Choice choice => new Sentence("figure.named", Figures.Name(f), Word(f, choice.Value)),
        EntryValue.Text => new Sentence("figure.named", Figures.Name(f), new Sentence("figure.text")),
        _ => throw new System.Diagnostics.UnreachableException(),
    })];

    private static Sentence Word(FieldDefinition field, string choice) => field.Kind is FieldKind.Trend ? new Sentence($"choice.{choice}") : new Sentence("figure.word", choice);

    private decimal Value(FieldDefinition field) => entries.Number(field) ?? throw new InvalidOperationException($"'{field.Id}' is no number.");

    private string Choice(FieldDefinition field) => entries[field].Value is EntryValue.Choice choice ? choice.Value : throw new InvalidOperationException($"'{field.Id}' is no choice.");
}
