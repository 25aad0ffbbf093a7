namespace LearningCity.Docs.Text;

/// <summary>Sentences and clauses of a summary: what a figure or a word belongs to.</summary>
internal static class ProseSentences
{
    /// <summary>The text with every sentence that has one of the words blanked out, so that places agree. Sentences end at a stop, a semicolon or a line's end.</summary>
    public static string Without(string text, params ReadOnlySpan<string> words)
    {
        var kept = text.ToCharArray();
        for (var start = 0; start < text.Length;)
        {
            var end = End(text, start);
            if (HasAny(text.AsSpan(start, end - start), words)) { kept.AsSpan(start, end - start).Fill(' '); }
            start = end + 1;
        }
        return new string(kept);
    }

    /// <summary>Where the sentence ends that goes on at <paramref name="start"/>. A stop between digits, or one that ends an abbreviation ("tr.", "P."), ends none.</summary>
    public static int End(ReadOnlySpan<char> text, int start)
    {
        for (var i = start; i < text.Length; i++)
        {
            if (text[i] is ';' or '\n') { return i; }
            if (text[i] is '.' && (i + 1 == text.Length || text[i + 1] is ' ' or '\n') && !IsAbbreviation(text[..i])) { return i; }
        }
        return text.Length;
    }

    /// <summary>Where the sentence begins that <paramref name="at"/> stands in.</summary>
    public static int Start(ReadOnlySpan<char> text, int at)
    {
        var start = 0;
        for (var end = End(text, 0); end < at; end = End(text, start)) { start = end + 1; }
        return start;
    }

    /// <summary>Words of a plan or a wish: what stands behind them has not come true.</summary>
    public static readonly ImmutableArray<string> Wishes =
        ["phấn đấu", "mục tiêu", "dự kiến", "kế hoạch", "chỉ tiêu giao", "yêu cầu", "quy định", "ít nhất", "tối thiểu", "sẽ", "để đạt", "hướng tới", "nhằm", "nếu", "mong muốn"];

    /// <summary>Characters before a figure that may say what it is of.</summary>
    private const int LongestClause = 200;

    /// <summary>What stands before a figure in its clause: behind the last stop, comma, bracket or "nhưng".</summary>
    public static ReadOnlySpan<char> ClauseBefore(string text, int at)
    {
        var before = text.AsSpan(Math.Max(0, at - LongestClause), Math.Min(at, LongestClause));
        before = before[(before.LastIndexOfAny(';', '\n', '(') + 1)..];
        before = before[Start(before, before.Length)..];
        for (var comma = before.LastIndexOf(','); comma >= 0; comma = before[..comma].LastIndexOf(','))
        {
            if (comma + 1 < before.Length && char.IsAsciiDigit(before[comma + 1])) { continue; }
            before = before[(comma + 1)..];
            break;
        }
        foreach (var turn in (ReadOnlySpan<string>)["nhưng", "song", "trong đó", "tuy nhiên"])
        {
            if (IndexOfWord(before, turn) is >= 0 and var start) { before = before[(start + turn.Length)..]; }
        }
        return before;
    }

    /// <summary>Any of the words, as words of their own, whatever the case.</summary>
    public static bool HasAny(ReadOnlySpan<char> text, params ReadOnlySpan<string> words)
    {
        foreach (var word in words)
        {
            if (IndexOfWord(text, word) >= 0) { return true; }
        }
        return false;
    }

    /// <summary>-1 where the word does not stand by itself.</summary>
    public static int IndexOfWord(ReadOnlySpan<char> text, string word)
    {
        for (var from = 0; text[from..].IndexOf(word, StringComparison.OrdinalIgnoreCase) is >= 0 and var at; from += at + 1)
        {
            var (start, end) = (from + at, from + at + word.Length);
            if ((start == 0 || !char.IsLetterOrDigit(text[start - 1])) && (end == text.Length || !char.IsLetterOrDigit(text[end]))) { return start; }
        }
        return -1;
    }

    private static bool IsAbbreviation(ReadOnlySpan<char> before)
    {
        var word = before[(before.LastIndexOfAny(' ', '\n') + 1)..];
        return word.Equals("tr", StringComparison.OrdinalIgnoreCase) || word.Length == 1 && char.IsUpper(word[0]) || word is "TP" or "TX" or "TT";
    }
}
