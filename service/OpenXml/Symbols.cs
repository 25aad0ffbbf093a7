namespace LearningCity.Docs.OpenXml;

/// <summary>
/// Ticks as people make them: check boxes, marks of symbol fonts. All become ☑ or ☐, so that nobody after the reader has to know fonts.
/// </summary>
internal static class Symbols
{
    public const char Ticked = '☑';
    public const char Empty = '☐';

    /// <summary>A character of a symbol font (Wingdings, Wingdings 2, Webdings, Symbol), with or without the private-use offset F000; null for other fonts and other characters.</summary>
    public static char? FromFont(string? font, int code)
    {
        if (font is null) { return null; }
        var letter = code >= 0xF000 && code <= 0xF0FF ? code - 0xF000 : code;
        if (font.Equals("Wingdings", StringComparison.OrdinalIgnoreCase))
        {
            return letter switch { 0xFC or 0xFE or 0xFD or 0xFB or 0x78 => Ticked, 0xA8 or 0x6F or 0x71 or 0x72 => Empty, _ => null };
        }
        if (font.Equals("Wingdings 2", StringComparison.OrdinalIgnoreCase))
        {
            return letter switch { 0x50 or 0x52 or 0x4F or 0x51 or 0x53 or 0x54 => Ticked, 0xA3 or 0x2A or 0x30 => Empty, _ => null };
        }
        if (font.Equals("Webdings", StringComparison.OrdinalIgnoreCase)) { return letter switch { 0x61 => Ticked, 0x63 => Empty, _ => null }; }
        return font.Equals("Symbol", StringComparison.OrdinalIgnoreCase) && letter == 0xD6 ? Ticked : null;
    }

    public static bool IsSymbolFont(string? font) => font is not null
        && (font.StartsWith("Wingdings", StringComparison.OrdinalIgnoreCase) || font.Equals("Webdings", StringComparison.OrdinalIgnoreCase) || font.Equals("Symbol", StringComparison.OrdinalIgnoreCase));

    /// <summary>A whole text in a symbol font; characters that are no tick stay.</summary>
    public static string FromFont(string font, string text) => string.Concat(text.Select(c => FromFont(font, c) ?? c));

    /// <summary>
    /// Ticks and crosses that take two UTF-16 units (U+1F5F4 to U+1F5F9: 🗴 🗵 🗶 🗷 🗸 🗹) as ☑ and a blank, so that each of them is one sign and the text keeps its length.
    /// </summary>
    public static string InOneUnit(string text)
    {
        if (!text.Contains('\uD83D')) { return text; }
        var signs = text.ToCharArray();
        for (var i = 0; i + 1 < signs.Length; i++)
        {
            if (signs[i] is '\uD83D' && signs[i + 1] is >= '\uDDF4' and <= '\uDDF9') { (signs[i], signs[i + 1]) = (Ticked, ' '); }
        }
        return new string(signs);
    }

    /// <summary>True for one lone mark that means "this one": ☑ ☒ ✓ ✔ √ x X v V *, in brackets or not.</summary>
    public static bool IsTick(ReadOnlySpan<char> text)
    {
        text = text.Trim(" \t\n()[]|".AsSpan());
        return text.Length == 1 && text[0] is Ticked or '☒' or '✓' or '✔' or '√' or '✗' or '✘' or 'x' or 'X' or 'v' or 'V' or '×' or '✅' or '❌' or '●' or '■' or '▣' or '◉' or '⬛' or '*';
    }

    public static bool IsEmptyBox(ReadOnlySpan<char> text)
    {
        text = text.Trim();
        return text.Length == 1 && text[0] is Empty or '□' or '○' or '◯' or '⬜' or '▢' || text is "[]" or "[ ]" or "( )" or "()";
    }
}
