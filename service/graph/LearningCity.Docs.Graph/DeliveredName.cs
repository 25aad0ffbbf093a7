using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace LearningCity.Docs.Graph;

/// <summary>
/// The name of a file in the library: the official's own, and a mark made of the idempotency key, as in <c>Hồ sơ 2024 (3f9a21bc07).zip</c>. Whatever has that name was put there by an attempt at
/// this very file, so an attempt may write over it and no file of anybody else is ever touched. Size and hash would not tell: SharePoint changes Office files when it takes them in.
/// </summary>
internal static partial class DeliveredName
{
    /// <summary>Of 400 that SharePoint allows for the whole path.</summary>
    private const int LongestStem = 100;

    private const int LongestExtension = 10;

    /// <param name="turn">0 at first; 1, 2 … when the names before are taken.</param>
    public static string Of(string name, string key, int turn)
    {
        var clean = Forbidden().Replace(name, "-").Normalize(NormalizationForm.FormC);
        var extension = Path.GetExtension(clean);
        if (extension.Length is < 2 or > LongestExtension) { extension = ""; }
        var stem = clean[..^extension.Length].Trim(' ', '.', '~', '-');
        if (stem.Length > LongestStem) { stem = stem[..LongestStem].TrimEnd(); }
        var mark = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)))[..10];
        var again = turn == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"-{turn + 1}");
        return $"{stem} ({mark}{again}){extension}".TrimStart();
    }

    /// <summary>What SharePoint refuses in a name, what changes the meaning of an address, and what cannot be seen or is half a letter.</summary>
    [GeneratedRegex("""["*:<>?/\\|#%\p{C}]""")]
    private static partial Regex Forbidden();
}
