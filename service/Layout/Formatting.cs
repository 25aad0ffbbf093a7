namespace LearningCity.Docs.Layout;

/// <summary>
/// How letters look, as far as one level of the inheritance says it (17.3.2 of ECMA-376 part 1); null: it says nothing. Sizes in half-points. A toggle keeps how
/// often styles set it: two levels of styles that both say bold cancel each other (17.7.3).
/// </summary>
internal sealed record RunFormat
{
    public static RunFormat Empty { get; } = new();

    /// <summary>The font of ASCII letters.</summary>
    public string? Ascii { get; init; }

    /// <summary>The font of all other Latin letters: those with Vietnamese marks.</summary>
    public string? HighAnsi { get; init; }

    /// <summary>The font of a run marked as complex script.</summary>
    public string? ComplexScript { get; init; }

    public int? HalfPoints { get; init; }
    public bool? Bold { get; init; }
    public bool? Italic { get; init; }
    public bool? Capitals { get; init; }
    public bool? IsComplexScript { get; init; }

    /// <summary><c>auto</c> or six hexadecimal digits.</summary>
    public string? Color { get; init; }

    /// <summary>ST_Underline; <c>none</c> takes one away.</summary>
    public string? Underline { get; init; }

    /// <summary>Raised or lowered: a footnote's number.</summary>
    public bool? IsRaised { get; init; }

    /// <summary>This level over a lower one, both of the same kind: a style over the one that it is based on, or direct formatting over all.</summary>
    public RunFormat Over(RunFormat lower) => lower == Empty ? this : this == Empty ? lower : new RunFormat
    {
        Ascii = Ascii ?? lower.Ascii,
        HighAnsi = HighAnsi ?? lower.HighAnsi,
        ComplexScript = ComplexScript ?? lower.ComplexScript,
        HalfPoints = HalfPoints ?? lower.HalfPoints,
        Bold = Bold ?? lower.Bold,
        Italic = Italic ?? lower.Italic,
        Capitals = Capitals ?? lower.Capitals,
        IsComplexScript = IsComplexScript ?? lower.IsComplexScript,
        Color = Color ?? lower.Color,
        Underline = Underline ?? lower.Underline,
        IsRaised = IsRaised ?? lower.IsRaised,
    };

    /// <summary>A style of another kind over this one: a character style over a paragraph's style. Toggles that both set cancel each other.</summary>
    public RunFormat Under(RunFormat style) => style == Empty ? this : style.Over(this) with
    {
        Bold = Toggle(Bold, style.Bold),
        Italic = Toggle(Italic, style.Italic),
        Capitals = Toggle(Capitals, style.Capitals),
    };

    private static bool? Toggle(bool? lower, bool? upper) => lower is null ? upper : upper is null ? lower : lower.Value ^ upper.Value;
}

/// <summary>ST_Jc as an official sees it.</summary>
internal enum Alignment { Left, Center, Right, Justified }

/// <summary>How a paragraph stands, as far as one level says it. Lengths in twips (1/1440 inch); <see cref="Line"/> in 240ths of a line when <see cref="LineRule"/> is <c>auto</c>.</summary>
internal sealed record ParagraphFormat
{
    public static ParagraphFormat Empty { get; } = new();

    public Alignment? Alignment { get; init; }
    public int? Left { get; init; }

    /// <summary>Of the first line against <see cref="Left"/>; a hanging one is negative.</summary>
    public int? FirstLine { get; init; }

    /// <summary>An indent counted in letters: its length is Word's affair.</summary>
    public bool? IsIndentedByLetters { get; init; }

    public int? Before { get; init; }
    public int? After { get; init; }
    public int? Line { get; init; }
    public string? LineRule { get; init; }
    public bool? IsContextual { get; init; }
    public bool? HasTopLine { get; init; }
    public bool? HasBottomLine { get; init; }
    public bool? BreaksPage { get; init; }

    /// <summary>A frame (17.3.1.11) centred by itself: how Word once placed page numbers.</summary>
    public bool? IsCenteredFrame { get; init; }

    /// <summary>Kinds of the tab stops from the left: <c>left</c>, <c>center</c>, <c>right</c> …</summary>
    public ImmutableArray<TabStop> Tabs { get; init; } = [];

    public int? NumberingId { get; init; }
    public int? NumberingLevel { get; init; }

    public ParagraphFormat Over(ParagraphFormat lower) => ReferenceEquals(lower, Empty) ? this : ReferenceEquals(this, Empty) ? lower : new ParagraphFormat
    {
        Alignment = Alignment ?? lower.Alignment,
        Left = Left ?? lower.Left,
        FirstLine = FirstLine ?? lower.FirstLine,
        IsIndentedByLetters = IsIndentedByLetters ?? lower.IsIndentedByLetters,
        Before = Before ?? lower.Before,
        After = After ?? lower.After,
        Line = Line ?? lower.Line,
        LineRule = LineRule ?? lower.LineRule,
        IsContextual = IsContextual ?? lower.IsContextual,
        HasTopLine = HasTopLine ?? lower.HasTopLine,
        HasBottomLine = HasBottomLine ?? lower.HasBottomLine,
        BreaksPage = BreaksPage ?? lower.BreaksPage,
        IsCenteredFrame = IsCenteredFrame ?? lower.IsCenteredFrame,
        Tabs = TabStop.Merge(lower.Tabs, Tabs),
        NumberingId = NumberingId ?? lower.NumberingId,
        NumberingLevel = NumberingLevel ?? lower.NumberingLevel,
    };
}

/// <summary>A tab stop; <c>clear</c> takes a style's away.</summary>
internal readonly record struct TabStop(string Kind, int Position)
{
    public static ImmutableArray<TabStop> Merge(ImmutableArray<TabStop> lower, ImmutableArray<TabStop> upper) =>
        upper.IsEmpty ? lower : lower.IsEmpty && upper.All(t => t.Kind != "clear") ? upper
        : [.. lower.Where(l => upper.All(u => u.Position != l.Position)).Concat(upper.Where(u => u.Kind != "clear")).OrderBy(t => t.Position)];
}
