namespace LearningCity.Docs.Text;

/// <summary>Letters of other alphabets that look like Latin ones: Ð (Icelandic) for Đ, Cyrillic and Greek letters inside a Latin word. Equal to the eye, different to every comparison.</summary>
internal static class LookAlikes
{
    private const string Strange = "АВЕЅІЈКМНОРСТУХаеіјорсухѕԁһΑΒΕΖΗΙΚΜΝΟΡΤΥΧονΑԛԝ";
    private const string Latin = "ABESIJKMHOPCTYXaeijopcyxsdhABEZHIKMNOPTYXovAqw";

    public static bool HasLookAlikes(string text)
    {
        foreach (var c in text)
        {
            if (c > 0x7F && (IsStrokedD(c) || Strange.Contains(c, StringComparison.Ordinal))) { return ReplaceLookAlikes(text) != text; }
        }
        return false;
    }

    /// <summary>A word wholly in another alphabet is left alone: it may be meant.</summary>
    public static string ReplaceLookAlikes(string text)
    {
        var letters = text.ToCharArray();
        for (var start = 0; start < letters.Length;)
        {
            if (!LetterTable.IsOfWord(letters[start])) { start++; continue; }
            var end = start;
            while (end < letters.Length && LetterTable.IsOfWord(letters[end])) { end++; }
            ReplaceInWord(letters.AsSpan(start, end - start));
            start = end;
        }
        return letters.AsSpan().SequenceEqual(text) ? text : new string(letters);
    }

    private static void ReplaceInWord(Span<char> word)
    {
        var hasLatin = false;
        foreach (ref var c in word)
        {
            if (IsStrokedD(c)) { c = c is 'ð' or 'ɖ' ? 'đ' : 'Đ'; }
            hasLatin |= char.IsAsciiLetter(c) || c is >= 'À' and < '\u0250' or >= '\u1E00' and < '\u1F00';
        }
        if (!hasLatin) { return; }
        foreach (ref var c in word)
        {
            var at = c > 0x36F ? Strange.IndexOf(c, StringComparison.Ordinal) : -1;
            if (at >= 0) { c = Latin[at]; }
        }
    }

    private static bool IsStrokedD(char c) => c is 'Ð' or 'ð' or 'Ɖ' or 'ɖ';
}
