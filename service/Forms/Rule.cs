namespace LearningCity.Docs.Forms;

/// <summary>
/// How an indicator is judged, as printed on the form: a small closed vocabulary, no expression language. Thresholds are inclusive and in the field's own unit;
/// they are compared with the unrounded value. A bare number in the text is read as "at least"; the indicator's settings may leave it to a person.
/// </summary>
internal abstract record Rule
{
    private Rule() { }

    /// <summary>"đạt 95% trở lên", "≥ 95%", "100% …".</summary>
    internal sealed record PercentMin(FieldDefinition Field, decimal Value) : Rule;

    /// <summary>"không quá 10%": the sum of the fields.</summary>
    internal sealed record PercentMax(ImmutableArray<FieldDefinition> Fields, decimal Value) : Rule;

    /// <summary>Exactly this share.</summary>
    internal sealed record PercentEqual(FieldDefinition Field, decimal Value) : Rule;

    /// <summary>"gấp 1,5 lần": <paramref name="Value"/> as a ratio, <paramref name="PercentEquivalent"/> the same in percent; <paramref name="BareUnit"/> says how a number without a unit is read.</summary>
    internal sealed record RatioMin(FieldDefinition Field, decimal Value, decimal PercentEquivalent, BareRatio BareUnit) : Rule;

    /// <summary>"tăng / giảm so với năm trước": the tick must be this one.</summary>
    internal sealed record Trend(FieldDefinition Field, TrendDirection Wanted) : Rule;

    /// <summary>A rating; without <paramref name="Min"/> it is only recorded.</summary>
    internal sealed record RatingMin(FieldDefinition Field, int? Min) : Rule;

    /// <summary>"tỷ lệ cân bằng": within <paramref name="Tolerance"/> points of <paramref name="Around"/>; without a tolerance a person decides.</summary>
    internal sealed record Balance(FieldDefinition Field, decimal Around, decimal? Tolerance) : Rule;

    /// <summary>Met by a recognition decision from outside the form; <paramref name="Rates"/> are evidence, and decide only when <paramref name="DecidedByRates"/>.</summary>
    internal sealed record AttestedStandard(string Standard, ImmutableArray<PercentMin> Rates, bool DecidedByRates) : Rule;

    /// <summary>The typed Đạt / Không đạt decides; <paramref name="Evidence"/> is looked for in the summary and only warns.</summary>
    internal sealed record Attested(Evidence? Evidence) : Rule;

    internal sealed record AllOf(ImmutableArray<Rule> Rules) : Rule;

    /// <summary>The figures are wanted, nothing is tested.</summary>
    internal sealed record RecordedOnly(ImmutableArray<FieldDefinition> Fields) : Rule;
}

/// <summary>tăng: <c>Increase</c>; giảm: <c>Decrease</c>. In entries <c>increase</c> and <c>decrease</c>.</summary>
internal enum TrendDirection { Increase, Decrease }

/// <summary>How a ratio typed without "%" or "lần" is read.</summary>
internal enum BareRatio { Ask, Percent, Ratio }

/// <summary>What the figures inside a summary must show for the typed result to hold.</summary>
internal abstract record Evidence
{
    private Evidence() { }

    /// <summary>"Có ít nhất 90% số xã …": a percent, or a/b, of <paramref name="Of"/>.</summary>
    internal sealed record PercentMin(decimal Value, string Of) : Evidence;

    /// <summary>"tăng so với năm trước liền kề": this year's figure above last year's. <paramref name="UnchangedAt100"/>: met, not_met or review when both are 100 %; null: the words decide.</summary>
    internal sealed record Rises(Setting? UnchangedAt100) : Evidence
    {
        /// <summary>"giảm so với năm trước liền kề": below last year's.</summary>
        public bool Falls { get; init; }
    }

    /// <summary>"ít nhất 50% …; trong đó, có ít nhất 12% …": several shares, some of which depend on a property of the unit.</summary>
    internal sealed record Shares(ImmutableArray<ShareThreshold> Thresholds) : Evidence;

    /// <summary>"đạt chuẩn … mức độ 2": recognised at this level or a higher one. <paramref name="Conditions"/> say what the level asks for and decide nothing.</summary>
    /// <param name="Level">Null for a standard without levels.</param>
    /// <param name="Basis">The clause that describes the level.</param>
    /// <param name="Hardship">The property under which the milder conditions count.</param>
    internal sealed record LevelReached(string Standard, int? Level, string Basis, string Hardship, ImmutableArray<LevelCondition> Conditions) : Evidence;

    /// <summary>"tối thiểu 04 chương trình … trong năm".</summary>
    /// <param name="Of">What is counted: chương trình.</param>
    internal sealed record CountMin(decimal Value, string Of, string Per) : Evidence;
}

/// <summary>One share of several: which figure of a summary it is, is told by <paramref name="Words"/>.</summary>
/// <param name="Value">In percent, inclusive.</param>
/// <param name="Instead">Another value for units with a property; null for none.</param>
/// <param name="OnlyWhen">It counts only for units with this property; null for all.</param>
internal sealed record ShareThreshold(decimal Value, string Of, ImmutableArray<string> Words, ShareCase? Instead, string? OnlyWhen);

internal sealed record ShareCase(string Property, decimal Value);

/// <summary>What a level asks for, and what it asks for instead under hardship; null where that is the same.</summary>
internal sealed record LevelCondition(string Text, string? Hardship);

/// <summary>What must hold between the figures of one indicator, whatever the threshold.</summary>
internal abstract record ConsistencyCheck
{
    private ConsistencyCheck() { }

    /// <summary>Nam + Nữ = Tổng.</summary>
    internal sealed record Total(FieldDefinition Sum, ImmutableArray<FieldDefinition> Parts) : ConsistencyCheck;

    /// <summary>A rate of the whole lies between the rates of its parts.</summary>
    internal sealed record Between(FieldDefinition Field, ImmutableArray<FieldDefinition> Parts) : ConsistencyCheck;

    /// <summary>Shares of one whole do not exceed it.</summary>
    internal sealed record SumMax(ImmutableArray<FieldDefinition> Parts, decimal Value) : ConsistencyCheck;
}
