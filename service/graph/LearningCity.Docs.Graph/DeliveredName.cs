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

    /// <param name="turn">0 at first; 1, 2 … when the names before are taken.</param>
    public static string Of(string name, string key, int turn)
    {
        var clean = Ending().Replace(Forbidden().Replace(name, "-").Normalize(NormalizationForm.FormC), "");
        var extension = Extension().Match(clean).Value;
        var stem = Trimmed(clean[..^extension.Length]);
        if (stem.Length > LongestStem) { stem = Trimmed(stem[..LongestStem]); }
        if (Device().IsMatch(stem)) { stem = "_" + stem; }
        var mark = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)))[..10];
        var again = turn == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"-{turn + 1}");
        return $"{stem} ({mark}{again}){extension}".TrimStart();
    }

    /// <summary>What a name may not begin or end with, and what was put in the place of forbidden characters there.</summary>
    private static string Trimmed(string stem) => Beginning().Replace(Ending().Replace(stem, ""), "");

    /// <summary>What SharePoint refuses in a name, what changes the meaning of an address, and what cannot be seen or is half a letter.</summary>
    [GeneratedRegex("""_vti_|["*:<>?/\\|#%\p{C}\p{Zl}\p{Zp}]""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Forbidden();

    [GeneratedRegex(@"\A[\s.~-]+")]
    private static partial Regex Beginning();

    [GeneratedRegex(@"[\s.~-]+\z", RegexOptions.RightToLeft)]
    private static partial Regex Ending();

    /// <summary>As programs are known by: the rest after a last dot that is something else belongs to the name.</summary>
    [GeneratedRegex(@"\.[A-Za-z0-9]{1,9}\z")]
    private static partial Regex Extension();

    /// <summary>Windows takes a name whose first part is a device's for the device, whatever follows the dot, so that no computer could synchronise such a file.</summary>
    [GeneratedRegex(@"\A(?:CON|PRN|AUX|NUL|CONIN\$|CONOUT\$|(?:COM|LPT)[0-9¹²³])\s*(?:\.|\z)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Device();
}
