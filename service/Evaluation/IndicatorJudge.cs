using LearningCity.Docs.Forms;
using LearningCity.Docs.Reading;

namespace LearningCity.Docs.Evaluation;

/// <summary>One indicator by its printed rule. Thresholds are inclusive and the value is never rounded: 94,96 is below 95.</summary>
internal sealed class IndicatorJudge(FormEntries entries)
{
    public Judgement Judge(FormNode indicator)
    {
        var rule = indicator.Rule ?? throw new InvalidOperationException($"Indicator '{indicator.Code}' has no rule.");
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
        Rule.Attested => Attested(node),
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

    private Judgement Attested(FormNode node)
    {
        var result = node.Fields.First(f => f.Kind is FieldKind.Result);
        return Figures.Obstacle(entries, [result])
            ?? new Judgement(Choice(result) == ChoiceWords.Met ? Outcome.Met : Outcome.NotMet, new Sentence("evaluation.attested", Choice(result)), [result]);
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
