using System.Buffers;
using LearningCity.Docs.Forms;
using LearningCity.Docs.OpenXml;
using LearningCity.Docs.Text;

namespace LearningCity.Docs.Reading;

internal enum ChoiceTokenKind { Choice, Mark, Box, Other }

/// <summary>A printed choice, a mark, an empty box, or any other word of a cell.</summary>
/// <param name="Choice">Which choice, from 0; -1 for anything else.</param>
/// <param name="Looks">What all its letters have in common.</param>
/// <param name="Part">Strokes, semicolons and line breaks part a cell; counted from 0.</param>
internal readonly record struct ChoiceToken(ChoiceTokenKind Kind, int Choice, bool HasNumber, bool HasWords, Looks Looks, int Part);

/// <summary>What a cell with printed choices holds, choice by choice. Struck letters are read too: that a choice is struck says something.</summary>
internal sealed class ChoiceTokens
{
    /// <summary>A longer cell is prose.</summary>
    private const int LongestCell = 2_000;

    private static readonly char[] Fillers = [.. " .:-–—…_\"'“”()[]!"];

    private readonly record struct Word(string Key, Looks Looks, int Part, bool AfterStroke);

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
            return [new ChoiceToken(cell.Number is 0 || cell.Text.Equals("FALSE", StringComparison.OrdinalIgnoreCase) ? ChoiceTokenKind.Box : ChoiceTokenKind.Mark, -1, false, false, Looks.Plain, 0)];
        }
        var (text, looks) = Letters(cell);
        if (text.Length == 0) { return []; }
        if (text.Length > LongestCell) { return [new ChoiceToken(ChoiceTokenKind.Other, -1, false, false, Looks.Plain, 0)]; }
        var words = Words(text, looks);
        var tokens = ImmutableArray.CreateBuilder<ChoiceToken>(words.Count);
        for (var at = 0; at < words.Count;)
        {
            var word = words[at];
            if (Match(words, at, out var found, out var length)) { tokens.Add(found); at += length; continue; }
            at++;
            if (Kind(word.Key) is { } kind) { tokens.Add(new ChoiceToken(kind, -1, false, false, word.Looks, word.Part)); }
        }
        return tokens.ToImmutable();
    }

    /// <summary>Null for a word that says nothing by itself.</summary>
    private static ChoiceTokenKind? Kind(string key) =>
        Symbols.IsTick(key) ? ChoiceTokenKind.Mark
        : Symbols.IsEmptyBox(key) ? ChoiceTokenKind.Box
        : key is "" or "mức" or "và" or "hoặc" or "hay" ? null
        : ChoiceTokenKind.Other;

    /// <summary>Letters without those that nobody sees and without note marks, with the looks of each.</summary>
    private static (string Text, Looks[]? Looks) Letters(GridCell cell)
    {
        if (cell.Seen is not { } seen) { return (cell.Text, null); }
        var stretches = seen.Stretches.Where(s => !s.Looks.HasFlag(Looks.Hidden) && (seen.NoteMarks.Length == 0 || !s.Looks.HasFlag(Looks.Raised))).ToList();
        return (string.Concat(stretches.Select(s => s.Text)), [.. stretches.SelectMany(s => Enumerable.Repeat(s.Looks, s.Text.Length))]);
    }

    private static List<Word> Words(string text, Looks[]? looks)
    {
        var words = new List<Word>();
        var (start, part, stroke) = (-1, 0, false);
        for (var i = 0; i <= text.Length; i++)
        {
            var c = i < text.Length ? text[i] : ' ';
            var isStroke = IsStroke(text, i);
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
                stroke |= isStroke;
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
            words.Add(new Word(key, common, part, stroke));
            stroke = false;
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

    private static readonly SearchValues<char> Signs = SearchValues.Create("☑☒✓✔✗✘✅❌■▣◉●⬛√×☐□○◯⬜▢*");

    private bool Match(List<Word> words, int at, out ChoiceToken token, out int length)
    {
        foreach (var (choice, number, plain, bare) in choices)
        {
            var hasNumber = number is not null && words[at].Key == number;
            var first = hasNumber ? at + 1 : at;
            var hasWords = Says(words, first, plain) || Says(words, first, bare);
            if (!hasWords && !hasNumber) { continue; }
            length = (hasNumber ? 1 : 0) + (hasWords ? plain.Length : 0);
            var looks = words[at].Looks;
            for (var i = at + 1; i < at + length; i++) { looks &= words[i].Looks; }
            token = new ChoiceToken(ChoiceTokenKind.Choice, choice, hasNumber, hasWords, looks, words[at].Part);
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
            if (words[at + i].Key != wanted[i] || (i > 0 && words[at + i].AfterStroke)) { return false; }
        }
        return true;
    }
}
