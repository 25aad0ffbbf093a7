using System.Globalization;
using System.Text.RegularExpressions;

namespace LearningCity.Docs.Text;

/// <summary>The mentions of years in a prose, asked for by its figures from the first to the last: one pass over the text, however many there are.</summary>
internal sealed class YearsInProse(string text)
{
    private readonly ImmutableArray<YearAt> years = [.. FigurePatterns.Year().Matches(text).Select(YearAt.Of)];
    private int next, scanned, asked, lastEnd = -1;

    /// <summary>
    /// The year of a figure: one that follows at once ("85,2 triệu đồng (năm 2024)"), else the last before it in its sentence. A year after "so với" belongs only to the
    /// figure that follows it in brackets: "tăng so với năm 2023, đạt 97,8%" and "cao hơn năm trước là 0,6%" give no figure of that year.
    /// </summary>
    /// <param name="start">Not before that of the figure asked for last.</param>
    public (YearMention? Year, bool Compared) Of(int start, int end)
    {
        while (next < years.Length && years[next].End <= start) { next++; }
        var following = next;
        while (following < years.Length && years[following].Start < end) { following++; }
        if (following < years.Length && years[following] is { Compared: false } after && Says(after: end, before: after.Start, Joins) && !IsOfTheNext(text.AsSpan(after.End))) { return (after.Mention, false); }
        if (next == 0) { return (null, false); }
        var before = years[next - 1];
        if (before.Compared)
        {
            // Behind the first figure after it there is more than a word.
            var isFirst = asked != next;
            asked = next;
            return isFirst && Says(before.End, start, Brackets) ? (before.Mention, true) : (null, false);
        }
        return LastSentenceEnd(start) >= before.End ? (null, false) : (before.Mention, false);
    }

    /// <summary>"79,2 triệu đồng (năm trước đạt 80,1 triệu đồng)": the year belongs to the figure behind it.</summary>
    private static bool IsOfTheNext(ReadOnlySpan<char> after)
    {
        after = after[..Math.Min(after.Length, 16)].TrimStart(' ');
        foreach (var word in (ReadOnlySpan<string>)[":", "đạt", "là"])
        {
            if (after.StartsWith(word, StringComparison.OrdinalIgnoreCase)) { after = after[word.Length..].TrimStart(' '); break; }
        }
        return after is [>= '0' and <= '9', ..];
    }

    private static readonly string[] Joins = ["", "(", "trong", "(trong", "của", "(của", "vào", "ở"];
    private static readonly string[] Brackets = ["(", "(là", "(đạt", "(chỉ đạt", "chỉ đạt"];

    /// <summary>Between the two places stands one of the words, and else only spaces. Looks no further than the word.</summary>
    private bool Says(int after, int before, string[] words)
    {
        var gap = text.AsSpan(after, before - after).TrimStart(' ');
        foreach (var word in words)
        {
            if (gap.StartsWith(word, StringComparison.Ordinal) && gap[word.Length..].IndexOfAnyExcept(' ') < 0) { return true; }
        }
        return false;
    }

    /// <summary>The last place before the figure where a sentence, a part of one, or a line ends; -1 for none.</summary>
    private int LastSentenceEnd(int start)
    {
        for (; scanned < start; scanned++)
        {
            var isEnd = text[scanned] is ';' or '\n' || text[scanned] == '.' && (scanned + 1 == text.Length || text[scanned + 1] is ' ' or '\n');
            if (isEnd) { lastEnd = scanned; }
        }
        return start > 0 && text[start - 1] == '.' ? start - 1 : lastEnd;
    }

    /// <summary>A mention of a year and its place.</summary>
    private sealed record YearAt(int Start, int End, YearMention Mention, bool Compared)
    {
        public static YearAt Of(Match match) => new(
            match.Index,
            match.Index + match.Length,
            match.Groups["y"] is { Success: true } year ? new YearMention.Named(int.Parse(year.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture))
                : match.Groups["now"].Success ? new YearMention.ThisYear() : new YearMention.YearBefore(),
            match.Groups["c"].Success);
    }
}
