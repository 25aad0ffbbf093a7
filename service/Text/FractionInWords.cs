using System.Text.RegularExpressions;

namespace LearningCity.Docs.Text;

/// <summary>Fractions told in words: "11 trên tổng số 14 phường", "11 phường trong số 14 phường", "trong tổng số 14 phường có 11 phường".</summary>
internal static partial class FractionInWords
{
    /// <summary>A fraction with its place in the text.</summary>
    internal readonly record struct Found(int Start, int Length, string Numerator, string Denominator, string Unit);

    /// <summary>In order of place; both numbers count the same thing. Text with a digit only.</summary>
    public static IEnumerable<Found> In(string text)
    {
        foreach (Match match in Words().Matches(text))
        {
            var (unit, counted) = (match.Groups["u"].Value, match.Groups["a"]);
            if (!counted.Success || SameUnit(counted.Value, unit)) { yield return Of(match, unit); }
        }
        foreach (Match match in WholeFirst().Matches(text))
        {
            if (SameUnit(match.Groups["a"].Value, match.Groups["u"].Value)) { yield return Of(match, match.Groups["u"].Value); }
        }
    }

    private static Found Of(Match match, string unit) => new(match.Index, match.Length, match.Groups["n"].Value, match.Groups["d"].Value, unit);

    /// <summary>"11 xã trên tổng số 14 xã, phường".</summary>
    private static bool SameUnit(string part, string whole) => VietnameseText.Fold(whole).StartsWith(VietnameseText.Fold(part), StringComparison.Ordinal);

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking;

    private const string Counted = "xã, phường|xã|phường|thị trấn|đặc khu|quận|huyện|thôn|tổ dân phố|khu dân cư|đơn vị|cơ quan|cơ sở|trường học|trường|trung tâm|thư viện|hộ gia đình|hộ|dòng họ|"
        + "cán bộ|công chức|viên chức|giáo viên|học sinh|lao động|người|trẻ em|trẻ";

    private const string Number = "[0-9]{1,3}(?:[.][0-9]{3})*";

    [GeneratedRegex(@"\b(?<n>" + Number + @") ?(?:(?<a>" + Counted + @")\b[^0-9.;,()\n]{0,60})?(?:trên|trong|/) ?(?:tổng số|tổng|số) (?<d>" + Number + @") ?(?<u>" + Counted + @")\b"
        + @"|\b(?<n>" + Number + @") (?:(?<a>" + Counted + @") )?trên (?<d>" + Number + @") (?<u>" + Counted + @")\b", Options)]
    private static partial Regex Words();

    [GeneratedRegex(@"\b(?:trên|trong) tổng số (?<d>" + Number + @") (?<u>" + Counted + @")\b[^0-9.;()\n]{0,40}\bcó (?<n>" + Number + @") (?<a>" + Counted + @")\b", Options)]
    private static partial Regex WholeFirst();
}
