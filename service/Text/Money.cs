namespace LearningCity.Docs.Text;

/// <summary>Scales of money as summaries write them: nghìn, triệu (tr., trđ), tỷ.</summary>
internal static class Money
{
    /// <summary>How many đồng a unit is, by its first word; null for what is no money.</summary>
    public static decimal? Scale(string dimension) => dimension switch
    {
        "đồng" => 1,
        "nghìn" => 1_000,
        "triệu" => 1_000_000,
        "tỉ" => 1_000_000_000,
        _ => null,
    };

    /// <summary>"78,5 tr.", "78,5 tr/người", "78,5 tr.đ": how long the unit is, spaces before it included. 0 when another word follows.</summary>
    public static int Abbreviated(ReadOnlySpan<char> after)
    {
        var at = 0;
        while (at < after.Length && at < 2 && after[at] == ' ') { at++; }
        if (!after[at..].StartsWith("tr", StringComparison.OrdinalIgnoreCase)) { return 0; }
        at += 2;
        var isDotted = at < after.Length && after[at] == '.';
        if (isDotted) { at++; }
        var rest = after[at..];
        foreach (var word in (ReadOnlySpan<string>)["đồng", "đ", " đồng"])
        {
            if (rest.StartsWith(word, StringComparison.OrdinalIgnoreCase) && (rest.Length == word.Length || !char.IsLetter(rest[word.Length]))) { return at + word.Length; }
        }
        return rest.IsEmpty || !char.IsLetterOrDigit(rest[0]) ? at : 0;
    }
}
