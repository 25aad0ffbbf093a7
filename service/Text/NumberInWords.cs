using System.Globalization;

namespace LearningCity.Docs.Text;

/// <summary>
/// Số viết bằng chữ, as papers write it after the figures: <c>1.204.005</c> → <c>một triệu hai trăm linh bốn nghìn không trăm linh năm</c>. One spelling throughout: linh (not lẻ), nghìn (not ngàn), tỷ (not tỉ),
/// tư after mươi and bốn elsewhere. Groups that are zero are not read; a group after a higher one always names its hundreds, so the words have one meaning.
/// </summary>
internal static class NumberInWords
{
    /// <summary>Greatest whole part.</summary>
    public const decimal Most = 999_999_999_999_999m;

    /// <summary>As many decimals as figures are written with; more are rounded.</summary>
    public const int MostDecimals = 10;

    private const long Billion = 1_000_000_000;

    private static readonly string[] Digits = ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"];

    /// <summary>In lower case.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Beyond <see cref="Most"/>, above or below zero.</exception>
    public static string Of(decimal number)
    {
        var rounded = Math.Round(number, MostDecimals, MidpointRounding.AwayFromZero);
        var size = Math.Abs(rounded);
        var whole = decimal.Truncate(size);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(whole, Most, nameof(number));
        var words = new List<string>();
        if (rounded < 0) { words.Add("âm"); }
        Whole((long)whole, words);
        Decimals(size - whole, words);
        return string.Join(' ', words);
    }

    /// <summary>Số tiền bằng chữ: a capital first letter, and <c>đồng</c>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Beyond the limit, or no whole number of đồng.</exception>
    public static string Amount(decimal dong)
    {
        if (decimal.Truncate(dong) != dong) { throw new ArgumentOutOfRangeException(nameof(dong), dong, null); }
        var words = Of(dong);
        return $"{char.ToUpperInvariant(words[0])}{words[1..]} đồng";
    }

    private static void Whole(long number, List<string> words)
    {
        if (number == 0) { words.Add(Digits[0]); return; }
        var (billions, rest) = Math.DivRem(number, Billion);
        if (billions > 0)
        {
            Groups(billions, words, leads: true);
            words.Add("tỷ");
        }
        Groups(rest, words, leads: billions == 0);
    }

    /// <summary>Below a billion: millions, thousands, units.</summary>
    /// <param name="leads">Nothing stands before it.</param>
    private static void Groups(long number, List<string> words, bool leads)
    {
        foreach (var (group, name) in new[] { (number / 1_000_000, "triệu"), (number / 1_000 % 1_000, "nghìn"), (number % 1_000, "") })
        {
            if (group == 0) { continue; }
            Group((int)group, words, leads);
            if (name.Length > 0) { words.Add(name); }
            leads = false;
        }
    }

    /// <summary>1 to 999.</summary>
    private static void Group(int number, List<string> words, bool leads)
    {
        var (hundreds, tens, units) = (number / 100, number / 10 % 10, number % 10);
        if (hundreds > 0 || !leads) { words.AddRange([Digits[hundreds], "trăm"]); }
        if (tens > 1) { words.AddRange([Digits[tens], "mươi"]); }
        else if (tens == 1) { words.Add("mười"); }
        else if (units > 0 && (hundreds > 0 || !leads)) { words.Add("linh"); }
        if (units == 0) { return; }
        words.Add((tens, units) switch { ( > 1, 1) => "mốt", ( > 1, 4) => "tư", ( > 0, 5) => "lăm", _ => Digits[units] });
    }

    /// <summary>As schools read them: zeros one by one, then the rest as a number (<c>0,05</c> không phẩy không năm; <c>8,56</c> tám phẩy năm mươi sáu).</summary>
    private static void Decimals(decimal fraction, List<string> words)
    {
        if (fraction == 0) { return; }
        words.Add("phẩy");
        var digits = fraction.ToString("0.##########", CultureInfo.InvariantCulture)[2..];
        var rest = digits.TrimStart('0');
        for (var zeros = digits.Length - rest.Length; zeros > 0; zeros--) { words.Add(Digits[0]); }
        Whole(long.Parse(rest, CultureInfo.InvariantCulture), words);
    }
}
