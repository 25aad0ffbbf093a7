using System.Globalization;
using System.Text;

namespace LearningCity.Docs.Text;

/// <summary>What folding makes of each character, computed once; a look-up instead of a chain of questions per character.</summary>
internal static class LetterTable
{
    /// <summary>The character vanishes: soft hyphen, zero-width, direction marks, byte order mark, controls.</summary>
    public const char Dropped = '\0';

    private const int LatinEnd = 0x300;
    private const int VietnameseStart = 0x1E00;
    private const int VietnameseEnd = 0x1F00;

    private static readonly char[] Latin = Build(0, LatinEnd, Fold);
    private static readonly char[] Vietnamese = Build(VietnameseStart, VietnameseEnd, Fold);
    private static readonly char[] LatinPlain = Build(0, LatinEnd, WithoutMark);
    private static readonly char[] VietnamesePlain = Build(VietnameseStart, VietnameseEnd, WithoutMark);

    /// <summary>Lower case; every dash as '-', every quotation mark as '"', every space as ' '.</summary>
    public static char Folded(char c) =>
        c < LatinEnd ? Latin[c] : c is >= (char)VietnameseStart and < (char)VietnameseEnd ? Vietnamese[c - VietnameseStart] : Fold(c);

    /// <summary>The letter without its diacritics; a combining mark is <see cref="Dropped"/>.</summary>
    public static char Plain(char c) =>
        c < LatinEnd ? LatinPlain[c] : c is >= (char)VietnameseStart and < (char)VietnameseEnd ? VietnamesePlain[c - VietnameseStart] : IsMark(c) ? Dropped : c;

    /// <summary>Known to be NFC whatever stands beside it, without asking ICU: all of Latin, punctuation and the signs of forms.</summary>
    public static bool IsSurelyNfc(char c) =>
        c < LatinEnd || c is >= (char)VietnameseStart and < (char)VietnameseEnd or >= '\u2002' and < '\u2070' or '₫' or >= '\u2190' and < '\u2300' or '\uFEFF';

    /// <summary>Part of a word: a letter, a combining mark, or half of a character outside the basic plane.</summary>
    public static bool IsOfWord(char c) =>
        c < 0x80 ? char.IsAsciiLetter(c) : char.IsLetter(c) || c >= LatinEnd && (IsMark(c) || char.IsSurrogate(c));

    public static bool IsDropped(char c) => c is '\u00AD' or '\u180E' or (>= '\u200B' and <= '\u200F') or (>= '\u202A' and <= '\u202E')
        or (>= '\u2060' and <= '\u206F') or (>= '\uFE00' and <= '\uFE0F') or '\uFEFF' || char.IsControl(c) && !char.IsWhiteSpace(c);

    public static bool IsDash(char c) => c is '-' or (>= '\u2010' and <= '\u2015') or '\u2043' or '\u2212' or '\uFE58' or '\uFE63' or '\uFF0D';

    private static bool IsQuote(char c) => c is '"' or '\'' or '`' or '´' or '«' or '»' or (>= '\u2018' and <= '\u201F') or '\u2032' or '\u2033' or '\u2039' or '\u203A';

    private static bool IsMark(char c) =>
        CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark;

    private static char Fold(char c) =>
        IsDropped(c) ? Dropped
        : char.IsWhiteSpace(c) ? ' '
        : IsDash(c) ? '-'
        : IsQuote(c) ? '"'
        : c is 'Ð' or 'ð' ? 'đ'
        : char.ToLowerInvariant(c);

    private static char WithoutMark(char c) => c switch
    {
        'đ' => 'd',
        'Đ' => 'D',
        _ when c < 0x80 => c,
        _ => c.ToString().Normalize(NormalizationForm.FormD)[0],
    };

    private static char[] Build(int from, int to, Func<char, char> map) => [.. Enumerable.Range(from, to - from).Select(c => map((char)c))];
}
