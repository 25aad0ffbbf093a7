using System.Text.RegularExpressions;

namespace LearningCity.Docs.Text;

/// <summary>Finds the figures of a summary and the year that each belongs to; what is not certain gets no year.</summary>
internal static class FigureFinder
{
    private const int Longest = 20_000;

    /// <summary>Percentages, fractions and amounts in order of place. Dates, years, numbers of documents and of clauses are none. Prose beyond 20.000 characters is not looked at.</summary>
    public static ImmutableArray<FigureInText> Find(string prose)
    {
        if (!prose.AsSpan().ContainsAnyInRange('0', '9')) { return []; }
        var text = Plain(prose);
        var years = FigurePatterns.Year().Matches(text).Select(YearAt.Of).ToImmutableArray();
        var found = ImmutableArray.CreateBuilder<FigureInText>();
        var rest = WithoutOtherNumbers(text);
        foreach (var words in FractionInWords.In(rest))
        {
            if (InWords(text, words, years) is not { } fraction) { continue; }
            found.Add(fraction);
            rest = string.Concat(rest.AsSpan(0, words.Start), new string('\u25A0', words.Length), rest.AsSpan(words.Start + words.Length));
        }
        foreach (Match match in FigurePatterns.Figure().Matches(rest))
        {
            if (Figure(text, match, years) is { } figure) { found.Add(figure); }
        }
        found.Sort((a, b) => a.Start.CompareTo(b.Start));
        return found.ToImmutable();
    }

    private static FigureInText.Fraction? InWords(string text, FractionInWords.Found words, ImmutableArray<YearAt> years)
    {
        if (!TryNumber(words.Numerator, out var numerator, out var notes) || !TryNumber(words.Denominator, out var denominator, out var more) || denominator <= 0 || numerator > denominator) { return null; }
        var (year, compared) = YearAt.Of(text, words.Start, words.Start + words.Length, years);
        return new FigureInText.Fraction(words.Start, words.Length, numerator, denominator, words.Unit, notes | more, year, Change.None, compared);
    }

    /// <summary>The same length as the prose in NFC, so that places agree: no-break spaces and line breaks as spaces, Ð as Đ.</summary>
    private static string Plain(string prose)
    {
        var composed = VietnameseText.Compose(prose);
        return string.Create(Math.Min(composed.Length, Longest), composed, static (plain, source) =>
        {
            for (var i = 0; i < plain.Length; i++)
            {
                plain[i] = source[i] switch { '\n' or '\r' => '\n', 'Ð' => 'Đ', 'ð' => 'đ', var c when char.IsWhiteSpace(c) => ' ', var c => c };
            }
        });
    }

    private static string WithoutOtherNumbers(string text) => FigurePatterns.NoFigure().Replace(text, match =>
        IsMeasured(text, match.Index + match.Length) ? match.Value : new string('\u25A0', match.Length));

    /// <summary>"vượt chỉ tiêu 90%": the number after the clause word is a share, or goes on as a decimal, and so is a figure all the same.</summary>
    private static bool IsMeasured(string text, int end)
    {
        var rest = text.AsSpan(end);
        return rest.Length >= 2 && rest[0] is ',' && char.IsAsciiDigit(rest[1]) || rest.TrimStart(' ') is ['%', ..] || rest.TrimStart(' ').StartsWith("phần trăm", StringComparison.OrdinalIgnoreCase);
    }

    private static FigureInText? Figure(string text, Match match, ImmutableArray<YearAt> years)
    {
        var start = match.Index;
        if (start > 0 && (char.IsLetterOrDigit(text[start - 1]) || text[start - 1] is '/' or '.' or ',')) { return null; }
        if (!TryNumber(match.Groups["n"].ValueSpan, out var number, out var notes)) { return null; }
        // "6. Trung tâm" numbers a paragraph, "15/17, xã" ends at the comma: what follows a dot or comma is no unit.
        var last = match.Groups["d"] is { Success: true } below ? below : match.Groups["n"];
        var isCut = last.ValueSpan[^1] is '.' or ',';
        var length = (isCut ? text[start..(last.Index + last.Length)] : match.Value).TrimEnd(' ', '.', ',').Length;
        var (change, compared, year) = (ChangeBefore(text, start), false, (YearMention?)null);
        if (change == Change.None) { (year, compared) = YearAt.Of(text, start, start + length, years); }

        if (match.Groups["d"] is { Success: true } bottom)
        {
            var unit = !isCut && match.Groups["u"] is { Success: true } u ? u.Value : null;
            var isSlash = start + length < text.Length && text[start + length] == '/';
            if (isSlash || !isCut && match.Groups["p"].Success || !TryNumber(bottom.ValueSpan, out var denominator, out var more)) { return null; }
            if (number < 0 || denominator <= 0 || unit is null && number > denominator) { return null; }
            return new FigureInText.Fraction(start, length, number, denominator, unit, notes | more, year, change, compared);
        }
        if (!isCut && !match.Groups["p"].Success && !match.Groups["u"].Success && Money.Abbreviated(text.AsSpan(start + length)) is > 0 and var unitLength)
        {
            if (change == Change.None) { (year, compared) = YearAt.Of(text, start, start + length + unitLength, years); }
            return new FigureInText.Amount(start, length + unitLength, number, text.Substring(start + length, unitLength).Trim(), notes, year, change, compared);
        }
        return isCut ? null
            : match.Groups["p"] is { Success: true } percent ? new FigureInText.Percent(start, length, number, percent.Value, notes | NumberNotes.Percent, year, change, compared)
            : match.Groups["u"] is { Success: true } amount ? new FigureInText.Amount(start, length, number, amount.Value, notes, year, change, compared)
            : null;
    }

    private static bool TryNumber(ReadOnlySpan<char> written, out decimal number, out NumberNotes notes)
    {
        var negative = written[0] is '-' or '−';
        var read = NumberToken.TryRead(written[(negative ? 1 : 0)..].TrimEnd(".,"), out number, out notes);
        if (negative) { number = -number; }
        return read;
    }

    private static readonly string[] Rises = ["tăng", "tăng thêm", "tăng được", "cao hơn", "vượt"];
    private static readonly string[] Falls = ["giảm", "giảm đi", "giảm được", "thấp hơn"];

    /// <summary>"tăng 0,6%" states a change; "không tăng", "tăng từ" and "tăng lên" do not.</summary>
    private static Change ChangeBefore(string text, int start)
    {
        var before = text.AsSpan(Math.Max(0, start - 30), Math.Min(30, start)).TrimEnd(' ');
        foreach (var about in (ReadOnlySpan<string>)["khoảng", "gần", "hơn", "trên", "là", "nhẹ", "mạnh"])
        {
            if (EndsWithWord(before, about) && !EndsWithWord(before, "cao hơn") && !EndsWithWord(before, "thấp hơn")) { before = before[..^about.Length].TrimEnd(' '); }
        }
        return EndsWithAny(before, Rises) ? Change.Rise : EndsWithAny(before, Falls) ? Change.Fall : Change.None;
    }

    private static bool EndsWithAny(ReadOnlySpan<char> before, string[] words)
    {
        foreach (var word in words)
        {
            if (!EndsWithWord(before, word)) { continue; }
            var rest = before[..^word.Length].TrimEnd(' ');
            return !EndsWithWord(rest, "không") && !EndsWithWord(rest, "chưa");
        }
        return false;
    }

    private static bool EndsWithWord(ReadOnlySpan<char> text, string word) =>
        text.EndsWith(word, StringComparison.OrdinalIgnoreCase) && (text.Length == word.Length || !char.IsLetter(text[^(word.Length + 1)]));
}
