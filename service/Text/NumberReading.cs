namespace LearningCity.Docs.Text;

/// <summary>What the way of writing says about a number that could be read.</summary>
[Flags]
internal enum NumberNotes
{
    Plain = 0,

    /// <summary>95.5: a dot for the decimal comma; no other reading is possible.</summary>
    DecimalPoint = 1,

    /// <summary>1,234: a decimal, or one thousand in English style; the number is the decimal reading, a person must say.</summary>
    AmbiguousComma = 2,

    /// <summary>1,234.5 or 1,234,567.</summary>
    EnglishGrouping = 4,

    /// <summary>≥, trên, khoảng: the word is in <see cref="NumberReading.Value.Approximation"/>.</summary>
    Approximate = 8,

    /// <summary>1 234 or 95 , 5.</summary>
    Spaced = 16,

    /// <summary>"%" or "phần trăm" follows.</summary>
    Percent = 32,

    /// <summary>Digits of another script, a plus sign, a remark in brackets: readable, seldom meant.</summary>
    Unusual = 64,

    /// <summary>The form's own label or a verb stands before it: "Nam 12 trẻ", "đạt 95%".</summary>
    Labelled = 128,
}

/// <summary>What a text is as a number. A closed union; a form's checks decide which are wrong where.</summary>
internal abstract record NumberReading
{
    private NumberReading() { }

    /// <summary>Blank, or the blank form's own dots, dashes and units: "….người", "%".</summary>
    internal sealed record Missing : NumberReading;

    /// <summary>"Chưa có số liệu": nothing to count, and the official says so.</summary>
    internal sealed record MissingWithReason(string Reason) : NumberReading;

    /// <summary>"không", "không có": zero for a count, a question for a rate.</summary>
    internal sealed record None(string Word) : NumberReading;

    /// <summary><paramref name="Unit"/> is all that follows the number, as typed ("%", "triệu đồng/người"); null for nothing.</summary>
    internal sealed record Value(decimal Number, string? Unit, NumberNotes Notes, string? Approximation = null) : NumberReading;

    /// <summary>45/50 xã (90%): the percent is the one stated, never computed.</summary>
    internal sealed record Fraction(decimal Numerator, decimal Denominator, decimal? Percent, string? Unit, NumberNotes Notes, string? Approximation = null) : NumberReading;

    /// <summary>More than one number: 90-95%, 12 nam 13 nữ.</summary>
    internal sealed record Several(string Raw) : NumberReading;

    internal sealed record NotANumber(string Raw) : NumberReading;
}
