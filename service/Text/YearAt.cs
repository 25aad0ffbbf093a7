using System.Globalization;
using System.Text.RegularExpressions;

namespace LearningCity.Docs.Text;

/// <summary>A mention of a year and its place in the prose.</summary>
internal sealed record YearAt(int Start, int End, YearMention Mention, bool Compared)
{
    public static YearAt Of(Match match) => new(
        match.Index,
        match.Index + match.Length,
        match.Groups["y"] is { Success: true } year ? new YearMention.Named(int.Parse(year.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture))
            : match.Groups["now"].Success ? new YearMention.ThisYear() : new YearMention.YearBefore(),
        match.Groups["c"].Success);

    /// <summary>
    /// The year of a figure: one that follows at once ("85,2 triệu đồng (năm 2024)"), else the last before it in its sentence. A year after "so với" belongs only to the
    /// figure that follows it in brackets: "tăng so với năm 2023, đạt 97,8%" and "cao hơn năm trước là 0,6%" give no figure of that year.
    /// </summary>
    public static (YearMention? Year, bool Compared) Of(string text, int start, int end, ImmutableArray<YearAt> years)
    {
        YearAt? before = null;
        foreach (var year in years)
        {
            if (year.Start >= end)
            {
                if (!year.Compared && IsJoin(text.AsSpan(end, year.Start - end)) && !IsOfTheNext(text.AsSpan(year.End))) { return (year.Mention, false); }
                break;
            }
            if (year.End <= start) { before = year; }
        }
        if (before is null) { return (null, false); }
        var gap = text.AsSpan(before.End, start - before.End);
        if (before.Compared) { return gap.Trim(' ') is "(" or "(là" or "(đạt" or "(chỉ đạt" or "chỉ đạt" ? (before.Mention, true) : (null, false); }
        return EndsSentence(gap) ? (null, false) : (before.Mention, false);
    }

    /// <summary>"79,2 triệu đồng (năm trước đạt 80,1 triệu đồng)": the year belongs to the figure behind it.</summary>
    private static bool IsOfTheNext(ReadOnlySpan<char> after)
    {
        after = after.TrimStart(' ');
        foreach (var word in (ReadOnlySpan<string>)[":", "đạt", "là"])
        {
            if (after.StartsWith(word, StringComparison.OrdinalIgnoreCase)) { after = after[word.Length..].TrimStart(' '); break; }
        }
        return after is [>= '0' and <= '9', ..];
    }

    private static bool IsJoin(ReadOnlySpan<char> gap) => gap.Trim(' ') is "" or "(" or "trong" or "(trong" or "của" or "(của" or "vào" or "ở";

    private static bool EndsSentence(ReadOnlySpan<char> gap)
    {
        for (var i = 0; i < gap.Length; i++)
        {
            if (gap[i] is ';' or '\n' || gap[i] == '.' && (i + 1 == gap.Length || gap[i + 1] is ' ' or '\n')) { return true; }
        }
        return false;
    }
}
