using System.Buffers;
using System.Globalization;
using System.Text;

namespace LearningCity.Docs.Text;

/// <summary>
/// Compares and cleans Vietnamese text. What an official typed is kept elsewhere as typed; a folded text is a key and is never shown.
/// Text of an old encoding goes through <see cref="LegacyEncoding"/> first: TCVN3 writes ư as the soft hyphen, which cleaning removes.
/// </summary>
internal static class VietnameseText
{
    private const int OnStack = 256;

    /// <summary>
    /// The key under which two spellings of the same text are equal: case, NFC or NFD, Ð or Đ, hoà or hòa, kỹ or kĩ, dashes and the spaces around them,
    /// quotation marks, kinds of space, line breaks, invisible characters and closing punctuation do not count.
    /// </summary>
    public static string Fold(string text)
    {
        var composed = IsSurelyNfc(text) ? text : Compose(Compose(WithoutInvisible(text)).ToLowerInvariant());
        var room = composed.Length * 3; // "…" becomes "..."
        var rented = room > OnStack * 3 ? ArrayPool<char>.Shared.Rent(room) : null;
        var buffer = rented ?? stackalloc char[OnStack * 3];
        var folded = buffer[..TextFolding.Fold(composed, buffer)];
        var result = folded.SequenceEqual(text) ? text : folded.ToString();
        if (rented is not null) { ArrayPool<char>.Shared.Return(rented); }
        return result;
    }

    /// <summary><see cref="Fold"/> and also without diacritics: recognises "thông kê" for "thống kê".</summary>
    public static string FoldMarks(string text)
    {
        var folded = Fold(text);
        var plain = new StringBuilder(folded.Length);
        foreach (var c in folded)
        {
            var letter = LetterTable.Plain(c);
            if (letter != LetterTable.Dropped) { plain.Append(letter); }
        }
        return plain.ToString();
    }

    /// <summary>What a fix may write, the meaning being the same: NFC, plain spaces, one at a time, none at the ends of lines; line breaks are kept (as LF).</summary>
    public static string Tidy(string text)
    {
        var composed = IsSurelyNfc(text) ? text : Compose(WithoutInvisible(text));
        var tidy = new StringBuilder(composed.Length);
        var blank = false;
        for (var i = 0; i < composed.Length; i++)
        {
            var c = composed[i];
            if (LetterTable.IsDropped(c)) { continue; }
            if (c is '\r' && i + 1 < composed.Length && composed[i + 1] is '\n') { continue; }
            if (c is '\n' or '\r' or '\v' or '\f' or '\u0085' or '\u2028' or '\u2029')
            {
                blank = false;
                if (tidy.Length > 0) { tidy.Append('\n'); }
                continue;
            }
            if (char.IsWhiteSpace(c)) { blank = tidy.Length > 0; continue; }
            if (blank) { tidy.Append(' '); }
            blank = false;
            tidy.Append(c);
        }
        while (tidy.Length > 0 && tidy[^1] is '\n') { tidy.Length--; }
        return tidy.Length == text.Length && tidy.Equals(text) ? text : tidy.ToString();
    }

    public static bool IsNfc(string text) => IsSurelyNfc(text) || WellFormed(text).IsNormalized(NormalizationForm.FormC);

    /// <summary>Ðạt for Đạt, Cyrillic с for c: a text that looks right and equals nothing.</summary>
    public static bool HasLookAlikes(string text) => LookAlikes.HasLookAlikes(text);

    /// <inheritdoc cref="LookAlikes.ReplaceLookAlikes"/>
    public static string ReplaceLookAlikes(string text) => LookAlikes.ReplaceLookAlikes(text);

    /// <summary>NFC of any text, also of one with half a surrogate pair, which .NET refuses to normalise.</summary>
    public static string Compose(string text) => IsSurelyNfc(text) ? text : WellFormed(text).Normalize(NormalizationForm.FormC);

    /// <summary>Proves at start-up that normalisation works: in .NET's invariant globalization mode it returns the text unchanged, without a word.</summary>
    public static void SelfTest()
    {
        if ("a\u0323".Normalize(NormalizationForm.FormC) != "\u1EA1")
        {
            throw new InvalidOperationException(
                "Unicode normalisation does not work: a + U+0323 does not become U+1EA1. Ship ICU and do not set InvariantGlobalization (DOTNET_SYSTEM_GLOBALIZATION_INVARIANT).");
        }
    }

    private static bool IsSurelyNfc(string text)
    {
        foreach (var c in text)
        {
            if (!LetterTable.IsSurelyNfc(c)) { return false; }
        }
        return true;
    }

    private static string WithoutInvisible(string text)
    {
        if (!text.AsSpan().ContainsAny(Invisible)) { return text; }
        var visible = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (!LetterTable.IsDropped(c)) { visible.Append(c); }
        }
        return visible.ToString();
    }

    private static readonly SearchValues<char> Invisible =
        SearchValues.Create([.. Enumerable.Range(0, 0x10000).Select(c => (char)c).Where(LetterTable.IsDropped)]);

    /// <summary>.NET refuses to normalise half of a surrogate pair and U+FFFE: each becomes U+FFFD. And it sorts the marks on one letter in time that grows with their square.</summary>
    private static string WellFormed(string text)
    {
        text = WithFewMarks(text).Replace('\uFFFE', '\uFFFD');
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i])) { continue; }
            if (i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1])) { i++; continue; }
            return Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
        }
        return text;
    }

    /// <summary>The bound of Unicode's stream-safe format (UAX #15, section 13): no language has a letter with more marks. Vietnamese has two.</summary>
    private const int MarksAtMost = 30;

    private static string WithFewMarks(string text)
    {
        StringBuilder? kept = null;
        for (int i = 0, marks = 0; i < text.Length; i++)
        {
            marks = IsMark(text, i) ? marks + 1 : 0;
            if (marks > MarksAtMost) { kept ??= new StringBuilder(text, 0, i, text.Length); }
            else { kept?.Append(text[i]); }
        }
        return kept?.ToString() ?? text;
    }

    /// <summary>Anything that may combine, also beyond the first plane, where either half of the pair counts.</summary>
    private static bool IsMark(string text, int at) => text[at] > '\u02FF'
        && CharUnicodeInfo.GetUnicodeCategory(text, char.IsLowSurrogate(text[at]) && at > 0 ? at - 1 : at) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark;
}
