using System.Text.RegularExpressions;

namespace LearningCity.Docs.Documents;

/// <summary>Ký hiệu văn bản: what stands after the number's slash, kind and agency: <c>BC-UBND</c> (Nghị định 30/2020, Phụ lục I, mục II khoản 3).</summary>
internal static partial class DocumentSymbol
{
    /// <summary>Phòng Văn hóa - Xã hội of a commune, whose papers are <c>BC-VHXH</c>; the commune's own letters that it drafts are <c>UBND-VHXH</c>.</summary>
    private const string CommuneOffice = "VHXH";

    public static bool Fits(DocumentKind kind, string symbol) => kind.Letter.Sign is { } sign
        ? symbol.StartsWith(sign + "-", StringComparison.Ordinal) && SymbolPattern().IsMatch(symbol)
        : LetterPattern().IsMatch(symbol) && !KindPattern().IsMatch(symbol);

    /// <summary>From the agency's short name: "UBND quận Ba Đình" gives UBND, "Sở GDĐT Hà Nội" gives SGDĐT, and "Phòng VHXH" of a commune VHXH, as communes write; null when it holds no abbreviation. A công văn has the drafting unit in the place of a kind.</summary>
    public static string? Made(DocumentKind kind, string agencyShort, string? draftingUnit)
    {
        var words = agencyShort.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var at = Array.FindIndex(words, word => AbbreviationPattern().IsMatch(word));
        var agency = at switch
        {
            0 => words[0],
            1 when words[1] == CommuneOffice => CommuneOffice,
            1 => char.ToUpperInvariant(words[0][0]) + words[1],
            _ => null,
        };
        if (agency is null) { return null; }
        return kind.Letter.Sign is { } sign ? $"{sign}-{agency}" : draftingUnit is null ? null : $"{agency}-{draftingUnit}";
    }

    /// <summary>How a symbol of this kind looks, for a user's eye.</summary>
    public static string Example(DocumentKind kind) => kind.Letter.Sign is { } sign ? $"{sign}-UBND" : "UBND-GDĐT";

    /// <exception cref="ArgumentException">Details that were not read for this kind.</exception>
    public static string Of(DocumentKind kind, DocumentDetails details) =>
        details.Text("symbol") ?? Made(kind, details.Text("agencyShort") ?? "", details.Text("draftingUnit")) ?? throw new ArgumentException("The details have no symbol.", nameof(details));

    [GeneratedRegex("^[A-ZĐ][A-Za-zĐđ]*(-[A-ZĐ&]+)+$")]
    private static partial Regex SymbolPattern();

    [GeneratedRegex("^[A-ZĐ&]{2,}(-[A-ZĐ&]+)+$")]
    private static partial Regex LetterPattern();

    /// <summary>The abbreviations of Phụ lục III: a công văn has none of them.</summary>
    [GeneratedRegex("^(NQ|QĐ|CT|QC|QyĐ|TC|TB|HD|CTr|KH|PA|ĐA|DA|BC|BB|TTr|HĐ|CĐ|BGN|BTT|GUQ|GM|GGT|GNP|PG|PC|PB|CV)-")]
    private static partial Regex KindPattern();

    [GeneratedRegex("^[A-ZĐ]{2,}$")]
    private static partial Regex AbbreviationPattern();
}
