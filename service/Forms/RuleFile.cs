using System.Globalization;

namespace LearningCity.Docs.Forms;

/// <summary>
/// The <c>rule</c> and <c>checks</c> of one node. <c>$name</c> in the place of a scalar is the value in force of that setting; <c>{by: name, cases: {…}}</c> picks the rule
/// by a setting, and every case is read, so that a fault in one that is not in force is found too.
/// </summary>
internal sealed class RuleFile(ImmutableArray<FieldDefinition> fields, ImmutableArray<Setting> settings, ImmutableArray<UnitProperty> properties)
{
    public Rule Rule(FormYaml yaml)
    {
        if (yaml.Has("by")) { return Chosen(yaml); }
        var type = yaml.Text("type");
        Rule rule = type switch
        {
            "percent_min" => PercentMin(yaml),
            "percent_max" => new Rule.PercentMax(Named(yaml, "fields"), yaml.Number("value")),
            "percent_equal" => new Rule.PercentEqual(Field(yaml), yaml.Number("value")),
            "ratio_min" => RatioMin(yaml),
            "trend" => new Rule.Trend(Field(yaml), yaml.Pick("value", Scalar(yaml, "value") ?? "", ("increase", TrendDirection.Increase), ("decrease", TrendDirection.Decrease))),
            "rating" => new Rule.RatingMin(Field(yaml), (int?)Number(Scalar(yaml, "min"))),
            "balance" => new Rule.Balance(Field(yaml), yaml.Number("around"), Number(Scalar(yaml, "tolerance"))),
            "attested_standard" => new Rule.AttestedStandard(yaml.Text("standard"), [.. yaml.Children("rates").Select(Rate)],
                yaml.Has("decided_by") && yaml.Pick("decided_by", Scalar(yaml, "decided_by") ?? "", ("decision", false), ("rates", true))),
            "attested" => new Rule.Attested(yaml.OptionalChild("evidence") is { } evidence ? EvidenceOf(evidence) : null),
            "all_of" => new Rule.AllOf([.. yaml.Children("rules").Select(Rule)]),
            "recorded_only" => new Rule.RecordedOnly(Named(yaml, "fields")),
            _ => throw yaml.Fault("type", $"there is no rule '{type}'"),
        };
        yaml.Done();
        return rule;
    }

    public ConsistencyCheck Check(FormYaml yaml)
    {
        var type = yaml.Text("type");
        ConsistencyCheck check = type switch
        {
            "total" => new ConsistencyCheck.Total(Named(yaml, yaml.Text("total"), "total"), Named(yaml, "parts")),
            "between" => new ConsistencyCheck.Between(Field(yaml), Named(yaml, "parts")),
            "sum_max" => new ConsistencyCheck.SumMax(Named(yaml, "parts"), yaml.Number("value")),
            _ => throw yaml.Fault("type", $"there is no check '{type}'"),
        };
        yaml.Done();
        return check;
    }

    public static decimal? Number(string? text) => decimal.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    private Rule Chosen(FormYaml yaml)
    {
        var setting = SettingNamed(yaml, "by", yaml.Text("by"));
        var cases = yaml.Child("cases");
        var rules = cases.Keys.ToDictionary(key => key, key => Rule(cases.Child(key)));
        cases.Done();
        yaml.Done();
        foreach (var option in setting.Options)
        {
            if (!rules.ContainsKey(option)) { throw yaml.Fault("cases", $"there is no rule for '{option}' of the setting '{setting.Id}'"); }
        }
        return rules[setting.Value ?? throw yaml.Fault("by", $"the setting '{setting.Id}' has no value")];
    }

    private Rule.PercentMin PercentMin(FormYaml yaml)
    {
        Comparator(yaml);
        return new(Field(yaml), yaml.Number("value"));
    }

    private Rule.RatioMin RatioMin(FormYaml yaml)
    {
        Comparator(yaml);
        return new(Field(yaml), yaml.Number("value"), yaml.Number("percent_equivalent"),
            yaml.Pick("unit", Scalar(yaml, "unit") ?? "", ("ask", BareRatio.Ask), ("percent", BareRatio.Percent), ("ratio", BareRatio.Ratio)));
    }

    private Rule.PercentMin Rate(FormYaml yaml)
    {
        var rate = PercentMin(yaml);
        yaml.Done();
        return rate;
    }

    /// <summary>The words give a bare number: the file names the setting for it, which must be there; the indicator's own list of settings puts it in force.</summary>
    private void Comparator(FormYaml yaml) => Scalar(yaml, "comparator");

    private Evidence EvidenceOf(FormYaml yaml)
    {
        var type = yaml.Text("type");
        Evidence evidence = type switch
        {
            "percent_min" => new Evidence.PercentMin(yaml.Number("value"), yaml.Text("of")),
            "rises" => new Evidence.Rises(yaml.OptionalText("unchanged_at_100") is { } setting ? SettingNamed(yaml, "unchanged_at_100", setting.TrimStart('$')) : null),
            "falls" => new Evidence.Rises(null) { Falls = true },
            "shares" => new Evidence.Shares([.. yaml.Children("thresholds").Select(Threshold)]),
            "level" => new Evidence.LevelReached(yaml.Text("standard"), yaml.OptionalInteger("min"), yaml.Text("basis"), Property(yaml, "hardship", yaml.Text("hardship")), [.. yaml.Children("conditions").Select(Condition)]),
            "count_min" => new Evidence.CountMin(yaml.Number("value"), yaml.Text("of"), yaml.Text("per")),
            _ => throw yaml.Fault("type", $"there is no evidence '{type}'"),
        };
        yaml.Done();
        return evidence is Evidence.Shares { Thresholds.IsEmpty: true } ? throw yaml.Fault("thresholds", "at least one is expected") : evidence;
    }

    private ShareThreshold Threshold(FormYaml yaml)
    {
        var threshold = new ShareThreshold(yaml.Number("value"), yaml.Text("of"), yaml.Texts("words"), yaml.OptionalChild("instead") is { } instead ? Case(instead) : null,
            yaml.OptionalText("only_when") is { } id ? Property(yaml, "only_when", id) : null);
        yaml.Done();
        return threshold.Words.IsEmpty ? throw yaml.Fault("words", "at least one is expected") : threshold;
    }

    private ShareCase Case(FormYaml yaml)
    {
        var other = new ShareCase(Property(yaml, "when", yaml.Text("when")), yaml.Number("value"));
        yaml.Done();
        return other;
    }

    private static LevelCondition Condition(FormYaml yaml)
    {
        var condition = new LevelCondition(yaml.Text("text"), yaml.OptionalText("hardship"));
        yaml.Done();
        return condition;
    }

    /// <summary>Only units with, or only units without, a property.</summary>
    public Applicability Applies(FormYaml yaml)
    {
        var isExcluded = yaml.Has("unless");
        var key = isExcluded ? "unless" : "when";
        var applies = new Applicability(Property(yaml, key, yaml.Text(key)), isExcluded);
        yaml.Done();
        return applies;
    }

    private string Property(FormYaml yaml, string key, string id) => properties.Any(p => p.Id == id) ? id : throw yaml.Fault(key, $"there is no property '{id}'");

    private FieldDefinition Field(FormYaml yaml) => Named(yaml, yaml.Text("field"), "field");

    private ImmutableArray<FieldDefinition> Named(FormYaml yaml, string key) =>
        yaml.Texts(key) is { IsEmpty: false } names ? [.. names.Select(name => Named(yaml, name, key))] : throw yaml.Fault(key, "at least one field is expected");

    private FieldDefinition Named(FormYaml yaml, string name, string key) => fields.FirstOrDefault(f => f.Name == name) ?? throw yaml.Fault(key, $"the rule names the missing field '{name}'");

    private string? Scalar(FormYaml yaml, string key) => yaml.OptionalText(key) is not { } text ? null : text.StartsWith('$') ? SettingNamed(yaml, key, text[1..]).Value : text;

    private Setting SettingNamed(FormYaml yaml, string key, string id) => settings.FirstOrDefault(s => s.Id == id) ?? throw yaml.Fault(key, $"there is no setting '{id}'");
}
