using System.Buffers;
using LearningCity.Docs.Forms;
using LearningCity.Docs.OpenXml;
using LearningCity.Docs.Text;

namespace LearningCity.Docs.Reading;

internal enum ChoiceTokenKind { Choice, Mark, Box, Note, Contradiction, Other }

/// <summary>
/// A printed choice, a mark, an empty box, a note mark behind a word, the number of one choice before the words of another, or any other word of a cell.
/// </summary>
/// <param name="Choice">Which choice, from 0; -1 for anything else.</param>
/// <param name="Looks">What all its letters have in common.</param>
/// <param name="Part">Strokes, semicolons and line breaks part a cell; counted from 0.</param>
/// <param name="At">Where it begins in the cell's text.</param>
internal readonly record struct ChoiceToken(ChoiceTokenKind Kind, int Choice, bool HasNumber, bool HasWords, Looks Looks, int Part, int At)
{
    public bool IsStruck => Looks.HasFlag(Looks.Struck);
}

/// <summary>
/// What a cell with printed choices holds, choice by choice: first of the letters that are seen, then, apart from them, of those that are struck, for that a choice is struck says
/// something. Hidden letters are not there.
/// </summary>
internal sealed class ChoiceTokens
{
    /// <summary>A longer cell is prose.</summary>
    private const int LongestCell = 2_000;

    private static readonly char[] Fillers = [.. " .:-–—…_\"'“”()[]!"];

    private readonly record struct Word(string Key, Looks Looks, int Part, int Strokes, int At)
    {
        public bool IsStruck => Looks.HasFlag(Looks.Struck);
    }

    private readonly ImmutableArray<(int Choice, string? Number, string[] Words, string[] Bare)> choices;

    public ChoiceTokens(ImmutableArray<PrintedChoice> printed)
    {
        Printed = printed;
        choices = [.. printed
            .Select((c, i) => (i, c.Number, VietnameseText.Fold(c.Words).Split(' '), VietnameseText.FoldMarks(c.Words).Split(' ')))
            .OrderByDescending(c => c.Item3.Length)];
    }

    public ImmutableArray<PrintedChoice> Printed { get; }

    public ImmutableArray<ChoiceToken> Of(GridCell cell)
    {
        if (cell.Kind is RawKind.Boolean)
        {
            return [new ChoiceToken(cell.Number is 0 || cell.Text.Equals("FALSE", StringComparison.OrdinalIgnoreCase) ? ChoiceTokenKind.Box : ChoiceTokenKind.Mark, -1, false, false, Looks.Plain, 0, 0)];
        }
        var (text, looks) = Letters(cell);
        if (text.Length == 0) { return []; }
        if (text.Length > LongestCell) { return [new ChoiceToken(ChoiceTokenKind.Other, -1, false, false, Looks.Plain, 0, 0)]; }
        var words = Words(text, looks);
        return looks is null ? Tokens(words) : [.. Tokens(words.FindAll(w => !w.IsStruck)), .. Tokens(words.FindAll(w => w.IsStruck))];
    }

    /// <summary>Of words that are all seen, or all struck.</summary>
    private ImmutableArray<ChoiceToken> Tokens(List<Word> words)
    {
        var (tokens, stars) = (new List<ChoiceToken>(words.Count), new List<int>());
        for (var at = 0; at < words.Count;)
        {
            var word = words[at];
            if (Match(words, at, out var found, out var length)) { tokens.Add(found); at += length; continue; }
            at++;
            if (word.Key is "*") { stars.Add(tokens.Count); }
            if (Kind(word) is { } kind) { tokens.Add(new ChoiceToken(kind, -1, false, false, word.Looks, word.Part, word.At)); }
        }
        // A star beside words refers to a note; alone in its cell it is a tick.
        if (tokens.Exists(t => t.Kind is ChoiceTokenKind.Choice)) { foreach (var star in stars) { tokens[star] = tokens[star] with { Kind = ChoiceTokenKind.Note }; } }
        return Contradicted(tokens);
    }

    /// <summary>Null for a word that says nothing by itself.</summary>
    private static ChoiceTokenKind? Kind(Word word) =>
        word.Looks.HasFlag(Looks.Raised) || SeenText.HasRaisedDigits(word.Key) ? ChoiceTokenKind.Note
        : Symbols.IsTick(word.Key) ? ChoiceTokenKind.Mark
        : Symbols.IsEmptyBox(word.Key) ? ChoiceTokenKind.Box
        : word.Key is "" or "mức" or "và" or "hoặc" or "hay" ? null
        : ChoiceTokenKind.Other;

    /// <summary>"4 Khá": the number of one choice before the words of another says neither.</summary>
    private static ImmutableArray<ChoiceToken> Contradicted(List<ChoiceToken> tokens)
    {
        for (var i = 0; i < tokens.Count; i++)
        {
            if (tokens[i] is not { Kind: ChoiceTokenKind.Choice, HasNumber: true, HasWords: false } number) { continue; }
            // "Xuất sắc 5": the words stand before their number.
            if (i > 0 && tokens[i - 1] is { HasWords: true } before && before.Choice == number.Choice && before.Part == number.Part) { continue; }
            var next = tokens.FindIndex(i + 1, t => t.Kind is not (ChoiceTokenKind.Mark or ChoiceTokenKind.Box or ChoiceTokenKind.Note));
            if (next > 0 && tokens[next] is { HasWords: true, HasNumber: false } words && words.Choice != number.Choice && words.Part == number.Part)
            {
                tokens[i] = number with { Kind = ChoiceTokenKind.Contradiction, Choice = -1 };
                tokens.RemoveAt(next);
            }
        }
        return [.. tokens];
    }

    /// <summary>Letters that can be seen, with the looks of each. A cell raised as a whole holds no note marks.</summary>
    private static (string Text, Looks[]? Looks) Letters(GridCell cell)
    {
        if (cell.Seen is not { } seen) { return (Symbols.InOneUnit(cell.Text), null); }
        var stretches = seen.Stretches.Where(s => !s.Looks.HasFlag(Looks.Hidden)).ToList();
        var isRaisedWhole = stretches.TrueForAll(s => (s.Looks & (Looks.Raised | Looks.Struck)) != 0 || string.IsNullOrWhiteSpace(s.Text));
        var kept = isRaisedWhole ? ~Looks.Raised : ~Looks.Plain;
        return (Symbols.InOneUnit(string.Concat(stretches.Select(s => s.Text))), [.. stretches.SelectMany(s => Enumerable.Repeat(s.Looks & kept, s.Text.Length))]);
    }

    private static List<Word> Words(string text, Looks[]? looks)
    {
        const Looks Apart = Looks.Struck | Looks.Raised;
        var words = new List<Word>();
        var (start, part, strokes) = (-1, 0, 0);
        for (var i = 0; i <= text.Length; i++)
        {
            var c = i < text.Length ? text[i] : ' ';
            var isStroke = IsStroke(text, i);
            // What is struck or raised is no part of the word beside it.
            if (start >= 0 && looks is not null && i < text.Length && ((looks[i] ^ looks[i - 1]) & Apart) != 0) { End(i); }
            if (Bracketed(text, i) is { Length: > 0 } box)
            {
                End(i);
                Add(box.Trim(' '), i, i + box.Length);
                i += box.Length - 1;
            }
            else if (char.IsWhiteSpace(c) || isStroke)
            {
                End(i);
                if (isStroke || c is '\n') { part++; }
                if (isStroke) { strokes++; }
            }
            else if (IsSign(c)) { End(i); Add(c.ToString(), i, i + 1); }
            else if (start >= 0 && char.IsAsciiDigit(text[i - 1]) && char.IsLetter(c)) { End(i); start = i; }
            else if (start < 0) { start = i; }
        }
        return words;

        void End(int end)
        {
            if (start >= 0) { Add(VietnameseText.Fold(VietnameseText.ReplaceLookAlikes(text[start..end])).Trim(Fillers), start, end); }
            start = -1;
        }

        void Add(string key, int from, int to)
        {
            var common = looks is null ? Looks.Plain : looks[from];
            for (var i = from; looks is not null && i < to; i++) { common &= looks[i]; }
            words.Add(new Word(key, common, part, strokes, from));
        }
    }

    /// <summary>Between digits a stroke or comma is part of a number.</summary>
    private static bool IsStroke(string text, int at) => at < text.Length && text[at] is '/' or ';' or '|' or ','
        && !(text[at] is '/' or ',' && at > 0 && at + 1 < text.Length && char.IsAsciiDigit(text[at - 1]) && char.IsAsciiDigit(text[at + 1]));

    private static string Bracketed(string text, int at)
    {
        foreach (var box in (ReadOnlySpan<string>)["[x]", "[X]", "(x)", "(X)", "[v]", "(v)", "[ ]", "( )", "[]", "()"])
        {
            if (string.CompareOrdinal(text, at, box, 0, box.Length) == 0) { return box; }
        }
        return "";
    }

    private static bool IsSign(char c) => Signs.Contains(c);

    private static readonly SearchValues<char> Signs = SearchValues.Create("☑☒✓✔✗✘✅❌■▣◉●⬛√×☐□○◯⬜▢*⁰¹²³⁴⁵⁶⁷⁸⁹");

    private bool Match(List<Word> words, int at, out ChoiceToken token, out int length)
    {
        foreach (var (choice, number, plain, bare) in choices)
        {
            var hasNumber = number is not null && words[at].Key == number && !words[at].Looks.HasFlag(Looks.Raised);
            var first = hasNumber ? at + 1 : at;
            var hasWords = Says(words, first, plain) || Says(words, first, bare);
            if (!hasWords && !hasNumber) { continue; }
            length = (hasNumber ? 1 : 0) + (hasWords ? plain.Length : 0);
            // A number that stands out by itself marks its choice as the words do.
            var (ofNumber, looks) = (hasNumber ? words[at].Looks : Looks.Plain, words[at + length - 1].Looks);
            for (var i = first; i < at + length; i++) { looks &= words[i].Looks; }
            token = new ChoiceToken(ChoiceTokenKind.Choice, choice, hasNumber, hasWords, ofNumber | looks, words[at].Part, words[at].At);
            return true;
        }
        (token, length) = (default, 0);
        return false;
    }

    private static bool Says(List<Word> words, int at, string[] wanted)
    {
        if (at + wanted.Length > words.Count) { return false; }
        for (var i = 0; i < wanted.Length; i++)
        {
            // A stroke parts two choices; a line break may stand within one.
            if (words[at + i].Key != wanted[i] || words[at + i].Strokes != words[at].Strokes) { return false; }
        }
        return true;
    }
}
