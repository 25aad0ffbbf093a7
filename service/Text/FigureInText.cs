namespace LearningCity.Docs.Text;

/// <summary>The year a sentence gives to a figure: named (2024) or relative to the year of assessment.</summary>
internal abstract record YearMention
{
    private YearMention() { }

    internal sealed record Named(int Year) : YearMention;

    /// <summary>"năm nay", "năm đánh giá".</summary>
    internal sealed record ThisYear : YearMention;

    /// <summary>"năm trước", "năm trước liền kề", "năm ngoái", "cùng kỳ".</summary>
    internal sealed record YearBefore : YearMention;
}

/// <summary>Which way a figure that states a change goes.</summary>
internal enum Change
{
    None,
    Rise,
    Fall,
}

/// <summary>
/// A figure inside the prose of "Tóm tắt kết quả đạt được": a hint for a cross-check, never a value. Start and length count UTF-16 units of the prose in NFC.
/// A change ("tăng 0,6%") is no level; <paramref name="Compared"/> says that its year came by "so với". Closed union.
/// </summary>
internal abstract record FigureInText(int Start, int Length, NumberNotes Notes, YearMention? Year, Change Change, bool Compared)
{
    /// <summary>The unit as written; empty for a fraction without one.</summary>
    public string UnitText => this switch
    {
        Percent p => p.Unit,
        Fraction f => f.Unit ?? "",
        Amount a => a.Unit,
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>97,8% (points of a hundred, 97.8). <paramref name="Unit"/> as written: %, phần trăm, điểm phần trăm.</summary>
    internal sealed record Percent(int Start, int Length, decimal Number, string Unit, NumberNotes Notes, YearMention? Year, Change Change, bool Compared)
        : FigureInText(Start, Length, Notes, Year, Change, Compared);

    /// <summary>16/17 xã.</summary>
    internal sealed record Fraction(int Start, int Length, decimal Numerator, decimal Denominator, string? Unit, NumberNotes Notes, YearMention? Year, Change Change, bool Compared)
        : FigureInText(Start, Length, Notes, Year, Change, Compared);

    /// <summary>85,2 triệu đồng/người/năm.</summary>
    internal sealed record Amount(int Start, int Length, decimal Number, string Unit, NumberNotes Notes, YearMention? Year, Change Change, bool Compared)
        : FigureInText(Start, Length, Notes, Year, Change, Compared);
}
