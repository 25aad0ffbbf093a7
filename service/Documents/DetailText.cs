using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml;
using LearningCity.Docs.Text;

namespace LearningCity.Docs.Documents;

/// <summary>One text of a details file, tidied.</summary>
/// <param name="LeftOut">How many of its characters were left out because no Word document holds them: control characters, U+FFFE and U+FFFF, half of a character of two (XML 1.0, 2.2). What is merely invisible is no loss and not counted.</param>
internal readonly partial record struct DetailText(string Value, int LeftOut)
{
    public static DetailText Of(JsonElement text)
    {
        var typed = Decoded(text);
        var kept = new StringBuilder(typed.Length);
        for (var i = 0; i < typed.Length; i++)
        {
            if (i + 1 < typed.Length && char.IsSurrogatePair(typed[i], typed[i + 1])) { kept.Append(typed, i++, 2); }
            else if (IsHeld(typed[i])) { kept.Append(typed[i]); }
        }
        return new DetailText(VietnameseText.Tidy(kept.ToString()), typed.Length - kept.Length);
    }

    /// <summary>The old line breaks are no XML either, but become new ones.</summary>
    private static bool IsHeld(char c) => c is '\v' or '\f' or '\u0085' || (XmlConvert.IsXmlChar(c) && (!char.IsControl(c) || char.IsWhiteSpace(c)));

    /// <summary>JSON may escape half a character, which .NET refuses to read.</summary>
    private static string Decoded(JsonElement text)
    {
        try { return text.GetString()!; }
        catch (InvalidOperationException) { return Escape().Replace(text.GetRawText()[1..^1], escape => Character(escape.Value).ToString()); }
    }

    /// <summary>RFC 8259, section 7.</summary>
    private static char Character(string escape) => escape[1] switch
    {
        'u' => (char)int.Parse(escape.AsSpan(2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture),
        'b' => '\b',
        'f' => '\f',
        'n' => '\n',
        'r' => '\r',
        't' => '\t',
        var itself => itself,
    };

    [GeneratedRegex(@"\\(?:u[0-9A-Fa-f]{4}|.)")]
    private static partial Regex Escape();
}
