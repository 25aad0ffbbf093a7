using LearningCity.Docs.OpenXml;
using LearningCity.Docs.Text;

namespace LearningCity.Docs.Reading;

/// <summary>A word that may be ticked, and the canonical word it stands for.</summary>
internal sealed record TickOption(string Option, string Word)
{
    /// <summary>Folded, the longest first, so that "rất tốt" is found before "tốt".</summary>
    public static ImmutableArray<TickOption> Table(params ReadOnlySpan<(string Option, ImmutableArray<string> Words)> options)
    {
        var table = new List<TickOption>();
        foreach (var (option, words) in options) { table.AddRange(words.Select(w => new TickOption(option, VietnameseText.Fold(w)))); }
        return [.. table.OrderByDescending(o => o.Word.Length)];
    }
}

/// <summary>
/// Options with boxes or crosses: "☑ Tăng ☐ Giảm", "Tăng x", "5 Xuất sắc / ☒ 4 Rất tốt". A mark belongs to the option beside it; between two options without a stroke
/// it could belong to either, and is not guessed.
/// </summary>
internal static class Ticks
{
    private const string Full = "☑☒✓✔✗✘■▣◉●⬛xv";
    private const string Empty = "☐□○◯⬜";

    /// <summary>What the marks say. A closed union.</summary>
    internal abstract record Reading
    {
        private Reading() { }

        /// <param name="Plain">No mark: the word alone.</param>
        internal sealed record One(string Option, bool Plain) : Reading;

        /// <summary>Boxes, none of them ticked.</summary>
        internal sealed record None : Reading;

        internal sealed record Several : Reading;

        /// <summary>Other words, or a mark without an option. <paramref name="Likely"/>: the only option named, when nothing denies it.</summary>
        internal sealed record Other(string? Likely) : Reading;
    }

    private enum Token { Ticked, Open, Option }

    public static bool AreOnlyMarks(string folded) => folded.Length > 0 && folded.All(c => Full.Contains(c, StringComparison.Ordinal) || c is ' ' or '[' or ']');

    public static bool HaveMarks(string folded) => folded.Any(c => c > 0x7F && (Full.Contains(c, StringComparison.Ordinal) || Empty.Contains(c, StringComparison.Ordinal)))
        || folded.Contains("[x]", StringComparison.Ordinal) || folded.Contains("[ ]", StringComparison.Ordinal) || folded.Split(' ', '/', ',', ';').Contains("x");

    public static Reading Read(string text, ImmutableArray<TickOption> options)
    {
        var ticked = new HashSet<string>(StringComparer.Ordinal);
        var named = new HashSet<string>(StringComparer.Ordinal);
        bool marks = false, denied = false, understood = true;
        foreach (var part in text.Split('/', ';', ',', '|', '\n', '\r'))
        {
            var tokens = Tokens(VietnameseText.Fold(VietnameseText.ReplaceLookAlikes(VietnameseText.Compose(Symbols.InOneUnit(part)))), options, out var strange);
            understood &= !strange;
            denied |= strange && Denies(part);
            named.UnionWith(tokens.Where(t => t.Token is Token.Option).Select(t => t.Option!));
            marks |= tokens.Any(t => t.Token is not Token.Option);
            if (!Settle(tokens, ticked)) { understood = false; }
        }
        if (!understood) { return new Reading.Other(named.Count == 1 && !denied && !marks ? named.First() : null); }
        if (marks) { return ticked.Count switch { 0 => new Reading.None(), 1 => new Reading.One(ticked.First(), Plain: false), _ => new Reading.Several() }; }
        return named.Count switch { 0 => new Reading.Other(null), 1 => new Reading.One(named.First(), Plain: true), _ => new Reading.Several() };
    }

    private static bool Denies(string part) => VietnameseText.FoldMarks(part).Split(' ').Any(w => w is "khong" or "ko" or "k" or "chua" or "chang");

    /// <summary>Marks and options of one part, in turn; false when a mark could belong to either side, or to none.</summary>
    private static bool Settle(List<(Token Token, string? Option)> tokens, HashSet<string> ticked)
    {
        if (tokens.Count == 0 || tokens.TrueForAll(t => t.Token is Token.Option)) { return true; }
        // "4 ☒ Rất tốt": the mark stands within its option.
        if (tokens is [(Token.Option, var number), (Token.Ticked or Token.Open, null) and var between, (Token.Option, var words)] && number == words)
        {
            if (between.Token is Token.Ticked) { ticked.Add(number!); }
            return true;
        }
        var markFirst = tokens[0].Token is not Token.Option;
        var options = tokens.Count(t => t.Token is Token.Option);
        if (options == 0) { return tokens.TrueForAll(t => t.Token is Token.Open); }
        var pairs = tokens.Count == options * 2;
        if (!pairs && tokens.Count != options + 1) { return false; }
        if (pairs)
        {
            for (var i = 0; i < tokens.Count; i += 2)
            {
                var (mark, option) = markFirst ? (tokens[i], tokens[i + 1]) : (tokens[i + 1], tokens[i]);
                if (mark.Token is Token.Option || option.Token is not Token.Option) { return false; }
                if (mark.Token is Token.Ticked) { ticked.Add(option.Option!); }
            }
            return true;
        }
        var last = tokens[^1];
        if (!markFirst && last.Token is Token.Option) { return false; }
        var (single, of) = markFirst ? (tokens[0], tokens[1]) : (last, tokens[^2]);
        if (single.Token is Token.Ticked) { ticked.Add(of.Option!); }
        return of.Token is Token.Option;
    }

    private static List<(Token Token, string? Option)> Tokens(string folded, ImmutableArray<TickOption> options, out bool strange)
    {
        var tokens = new List<(Token Token, string? Option)>();
        strange = false;
        // "4 Khá": the number of one option before the words of another. With a mark behind it, it says neither.
        string? number = null;
        var contradicts = false;
        for (var at = 0; at < folded.Length;)
        {
            var rest = folded.AsSpan(at);
            if (rest.StartsWith("[x]") || rest.StartsWith("(x)")) { tokens.Add((Token.Ticked, null)); at += 3; continue; }
            if (rest.StartsWith("[ ]") || rest.StartsWith("( )")) { tokens.Add((Token.Open, null)); at += 3; continue; }
            if (rest.StartsWith("[]")) { tokens.Add((Token.Open, null)); at += 2; continue; }
            if (rest[0] is ' ' or '.' or ':' or ')' or '-') { at++; continue; }
            if (IsMark(rest, Full)) { tokens.Add((Token.Ticked, null)); at++; continue; }
            if (Empty.Contains(rest[0], StringComparison.Ordinal)) { tokens.Add((Token.Open, null)); at++; continue; }
            var option = Option(rest, options);
            if (option is null)
            {
                var next = NextWord(folded, at);
                strange |= folded.AsSpan(at, next - at) is not ("và" or "hoặc");
                at = next;
                continue;
            }
            var isSame = tokens is [.., (Token.Option, var before)] && before == option.Option;
            contradicts |= number is not null && number != option.Option && tokens[^1].Token is Token.Option && !char.IsAsciiDigit(option.Word[0]);
            number = !isSame && char.IsAsciiDigit(option.Word[0]) ? option.Option : null;
            if (!isSame) { tokens.Add((Token.Option, option.Option)); }
            at += option.Word.Length;
        }
        strange |= contradicts && tokens.Exists(t => t.Token is not Token.Option);
        return tokens;
    }

    private static TickOption? Option(ReadOnlySpan<char> rest, ImmutableArray<TickOption> options)
    {
        foreach (var option in options)
        {
            if (rest.StartsWith(option.Word, StringComparison.Ordinal) && EndsWord(rest, option.Word.Length)) { return option; }
        }
        return null;
    }

    /// <summary>A letter is a mark only when it stands alone.</summary>
    private static bool IsMark(ReadOnlySpan<char> rest, string marks) => marks.Contains(rest[0], StringComparison.Ordinal) && (!char.IsLetter(rest[0]) || EndsWord(rest, 1));

    private static bool EndsWord(ReadOnlySpan<char> rest, int length) => rest.Length == length || !(char.IsLetterOrDigit(rest[length]) || rest[length] is '%');

    private static int NextWord(string text, int at)
    {
        var next = at + 1;
        while (next < text.Length && char.IsLetterOrDigit(text[next])) { next++; }
        return next;
    }
}
