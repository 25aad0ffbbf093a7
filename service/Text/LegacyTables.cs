using System.Collections.Frozen;
using System.Text;

namespace LearningCity.Docs.Text;

/// <summary>
/// TCVN3 (TCVN 5712:1993, the table of one letter per character that the .Vn fonts show), as .NET sees it: the bytes A1..FF as U+00A1..U+00FF.
/// Its fonts hold no capital with a tone mark; B0..B4 (° ± ² ³ ´) and the quotation marks of Windows-1252 are themselves.
/// </summary>
internal static class Tcvn3Table
{
    public const char First = '\u00A1';

    // From U+00A1; '.' is no letter of these fonts. ư stands at U+00AD, the soft hyphen.
    private const string Letters =
        "ĂÂÊÔƠƯĐăâêôơưđ.." +
        "....àảãáạ.ằẳẵắ.." +
        ".....ặầẩẫấậè.ẻẽé" +
        "ẹềểễếệìỉ...ĩíịò." +
        "ỏõóọồổỗốộờởỡớợù." +
        "ủũúụừửữứựỳỷỹýỵ.";

    /// <summary>The Unicode letter, or '\0' when the character is the same in TCVN3.</summary>
    public static char Letter(char c) => c is >= First and <= 'ÿ' && Letters[c - First] is not '.' and var letter ? letter : '\0';

    /// <summary>A character that is a sign in Latin-1, not a letter: inside a word it gives TCVN3 away.</summary>
    public static bool IsSign(char c) => Letter(c) != '\0' && (c < 'À' || c is '×' or '÷');

    public static string Convert(string text) => string.Create(text.Length, text, static (result, source) =>
    {
        for (var i = 0; i < source.Length; i++) { result[i] = Letter(source[i]) is not '\0' and var letter ? letter : source[i]; }
    });
}

/// <summary>VNI (the VNI- fonts on Windows): a vowel followed by a letter that stands for its marks, Ñ for Đ, and single letters for ơ, ư and i with a tone.</summary>
internal static class VniTable
{
    private static readonly FrozenDictionary<char, char> Singles = WithCapitals(
        ("ñ", "đ"), ("ô", "ơ"), ("ö", "ư"), ("í", "í"), ("ì", "ì"), ("æ", "ỉ"), ("ó", "ĩ"), ("ò", "ị"), ("î", "ỵ"))
        .ToFrozenDictionary(p => p.Code[0], p => p.Letter[0]);

    private static readonly FrozenDictionary<(char, char), char> Pairs = BuildPairs();

    /// <summary>The letter that two characters make, a capital by the first of them, or '\0'.</summary>
    public static char Pair(char vowel, char marks) => Pairs.GetValueOrDefault((vowel, char.ToLowerInvariant(marks)));

    public static bool IsPair(char vowel, char marks) => Pair(vowel, marks) != '\0';

    public static char Single(char c) => Singles.GetValueOrDefault(c);

    public static string Convert(string text)
    {
        var result = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var pair = i + 1 < text.Length ? Pair(text[i], text[i + 1]) : '\0';
            if (pair != '\0') { i++; result.Append(pair); }
            else { result.Append(Single(text[i]) is not '\0' and var single ? single : text[i]); }
        }
        return result.ToString();
    }

    private static FrozenDictionary<(char, char), char> BuildPairs()
    {
        var pairs = new List<(string Code, string Letter)>();
        void Add(string vowels, string marks, string hats)
        {
            for (var v = 0; v < vowels.Length; v++)
            {
                for (var m = 0; m < marks.Length; m++) { pairs.Add(($"{vowels[v]}{marks[m]}", $"{hats[v]}{Tones[m]}")); }
            }
        }
        Add("aeouyôö", "ùøûõï", "aeouyơư");
        Add("aeo", "áàåãä", "âêô");
        Add("a", "éèúüë", "ă");
        pairs.AddRange([("aâ", "â"), ("eâ", "ê"), ("oâ", "ô"), ("aê", "ă")]);
        return WithCapitals([.. pairs]).ToFrozenDictionary(p => (p.Code[0], p.Code[1]), p => p.Letter.Normalize(NormalizationForm.FormC)[0]);
    }

    private const string Tones = "\u0301\u0300\u0309\u0303\u0323";

    private static IEnumerable<(string Code, string Letter)> WithCapitals(params (string Code, string Letter)[] letters) =>
        letters.Concat(letters.Select(l => ($"{char.ToUpperInvariant(l.Code[0])}{l.Code[1..]}", l.Letter.ToUpperInvariant())));
}
