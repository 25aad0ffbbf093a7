namespace LearningCity.Docs.Fixing;

/// <summary>A cell's number format (ECMA-376 part 1, 18.8.30) and a number that is to be written into the cell.</summary>
internal static class NumberFormat
{
    /// <summary>True when the cell's own format shows the number whole, and as what it is: then it stays. The task pane has the same rule.</summary>
    public static bool Shows(string own, CellNumber number)
    {
        if (own.Equals("General", StringComparison.OrdinalIgnoreCase)) { return !number.IsPercent; }
        // What a condition, a date, a fraction, an exponent, text or scaling by thousands would make of it is not asked.
        var first = own.Split(';')[0];
        if (first.AsSpan().IndexOfAny(Others) >= 0 || first.EndsWith(',') || first.Contains(",.", StringComparison.Ordinal) || first.Contains('%', StringComparison.Ordinal) != number.IsPercent) { return false; }
        return first.Contains('0', StringComparison.Ordinal) && Decimals(first) >= number.ShownDecimals;
    }

    private static readonly System.Buffers.SearchValues<char> Others = System.Buffers.SearchValues.Create("[@?/Ee*_\"\\dmyhsDMYHS");

    private static int Decimals(string format)
    {
        var point = format.IndexOf('.', StringComparison.Ordinal);
        return point < 0 ? 0 : format[(point + 1)..].Count(c => c is '0' or '#');
    }
}
