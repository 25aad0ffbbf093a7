namespace LearningCity.Docs.Text;

/// <summary>
/// Which way a summary says in words that it goes: "Thu nhập giảm nhẹ so với năm trước". <paramref name="Words"/> as written. Only where one movement is told, of the thing asked for,
/// against the year before, and neither as a plan nor as a wish.
/// </summary>
internal sealed record StatedTrend(StatedTrend.Way Goes, string Words)
{
    internal enum Way { Rise, Fall, NoRise }

    private static readonly string[] Rises = ["tăng", "cao hơn"];
    private static readonly string[] Falls = ["giảm", "thấp hơn"];
    private static readonly string[] Levels = ["không thay đổi", "không đổi", "giữ nguyên", "bằng với", "tương đương", "đi ngang"];

    private static readonly ImmutableArray<(string[] Words, Way Goes)> Movements = [(Rises, Way.Rise), (Falls, Way.Fall), (Levels, Way.NoRise)];

    /// <summary>"giảm nghèo", "tăng cường": words of their own.</summary>
    private static readonly string[] Compounds =
        ["giảm nghèo", "giảm thiểu", "giảm nhẹ thiên tai", "cắt giảm", "tăng cường", "gia tăng", "tăng trưởng", "tăng gia", "tăng ca", "tăng tốc", "làm tăng", "góp phần tăng", "nhằm tăng", "giải pháp tăng", "biện pháp tăng"];

    private static readonly string[] YearBefore = ["năm trước liền kề", "năm liền kề trước", "năm liền trước", "năm trước", "năm ngoái", "cùng kỳ"];
    private static readonly string[] Wishes = ["phấn đấu", "dự kiến", "mục tiêu", "kế hoạch", "chỉ tiêu", "yêu cầu", "nếu", "sẽ", "cần", "để", "nhằm", "mong muốn", "nguy cơ", "có thể"];

    /// <param name="title">The indicator: what the movement must be of.</param>
    public static StatedTrend? Of(string prose, string title)
    {
        var text = VietnameseText.Compose(prose);
        if (text.Length > 2_000 || !IsOneLevel(text)) { return null; }
        if (Movement(text) is not var (start, end, goes) || ProseSentences.HasAny(text, Compounds) || ProseSentences.HasAny(text, YearComparison.OtherMatters.AsSpan())) { return null; }
        var (first, last) = (ProseSentences.Start(text, start), ProseSentences.End(text, start));
        if (ProseSentences.HasAny(text.AsSpan(first, last - first), Wishes)) { return null; }
        var before = text.AsSpan(first, start - first).TrimEnd(' ');
        if (!ComparesYears(text.AsSpan(start, end - start), text.AsSpan(end, last - end), before, out var behind)) { return null; }
        foreach (var not in (ReadOnlySpan<string>)["không", "chưa", "không hề"])
        {
            if (!before.EndsWith(not, StringComparison.OrdinalIgnoreCase)) { continue; }
            if (goes is not Way.Rise) { return null; }
            goes = Way.NoRise;
            before = before[..^not.Length];
            start = first + before.Length;
            break;
        }
        return ProseSubject.IsOf(before, title) ? new StatedTrend(goes, text[start..(end + behind)]) : null;
    }

    /// <summary>The one movement that the text tells; null when it tells none or several.</summary>
    private static (int Start, int End, Way Goes)? Movement(string text)
    {
        (int Start, int End, Way Goes)? only = null;
        foreach (var (words, way) in Movements)
        {
            foreach (var word in words)
            {
                for (var from = 0; ProseSentences.IndexOfWord(text.AsSpan(from), word) is >= 0 and var at; from += at + word.Length)
                {
                    if (only is not null) { return null; }
                    only = (from + at, from + at + word.Length, way);
                }
            }
        }
        return only;
    }

    /// <summary>Two levels, or a stated change, are figures' matter.</summary>
    private static bool IsOneLevel(string text)
    {
        var levels = 0;
        foreach (var figure in FigureFinder.Find(text))
        {
            if (figure.Change is not Change.None || figure.Compared || figure.Year is YearMention.YearBefore) { return false; }
            if (figure is FigureInText.Percent or FigureInText.Amount) { levels++; }
        }
        return levels <= 1;
    }

    /// <summary>"giảm nhẹ so với năm trước", or "so với năm trước, thu nhập giảm". <paramref name="length"/>: characters behind the movement that belong to it.</summary>
    private static bool ComparesYears(ReadOnlySpan<char> movement, ReadOnlySpan<char> from, ReadOnlySpan<char> before, out int length)
    {
        length = 0;
        foreach (var year in YearBefore)
        {
            if (ProseSentences.IndexOfWord(from, year) is >= 0 and var at && at <= 50 && !from[..at].ContainsAny(',', '(', ':'))
            {
                length = at + year.Length;
                var isComparing = movement.EndsWith("hơn", StringComparison.OrdinalIgnoreCase) || movement.EndsWith("với", StringComparison.OrdinalIgnoreCase) || movement.EndsWith("đương", StringComparison.OrdinalIgnoreCase);
                return ProseSentences.HasAny(from[..at], "so", "hơn") || year is "cùng kỳ" || isComparing && from[..at].Trim().IsEmpty;
            }
            if (ProseSentences.IndexOfWord(before, "so với " + year) is >= 0) { return true; }
        }
        return false;
    }
}
