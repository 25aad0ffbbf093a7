using FsCheck;
using FsCheck.Fluent;

namespace LearningCity.Docs.Tests.Text;

/// <summary>NumbersAtTheEdge at the edges of what arithmetic holds, as somebody could type them: long rows of digits, tiny and huge parts, exponents, signs, percents of percents.</summary>
internal static class NumbersAtTheEdge
{
    private static readonly Gen<string> Number = Gen.OneOf(
        Gen.Elements(
            "0", "1", "00", "007", "9", "100", "101", "0,0", "0,000000000000001", "0,0000000000000001", "0.000000000000001", "999999999999999", "9999999999999999", "999.999.999.999.999",
            "1.000.000.000.000.000", "1,000,000,000,000.5", "79228162514264337593543950335", "79228162514264337593543950336", "7,9228162514264337593543950335", "1e1", "1E-28", "1e400", "-1e-400", "9e28", "0,1e10",
            "1.234", "1,234", "1.23.456", "2147483648", "9223372036854775808", "18446744073709551616", "1/0", "0/0", "1/0,0", "999999999999999/0,000000000000001", "0,000000000000001/999999999999999"),
        Digits(1, 3), Digits(13, 17), Digits(27, 31), Digits(300, 400),
        from whole in Digits(1, 16) from decimals in Digits(1, 17) from mark in Gen.Elements(",", ".") select whole + mark + decimals);

    private static readonly Gen<string> Around = Gen.Elements("", "", " ", "%", " %", "%%", "‰", " phần trăm", "/", " / ", "/", "-", "−", "+", "≥", "(", ")", " (", "%)", " = ", " xã", " lần", " trẻ", " triệu đồng", ",", ".", ";", " năm 2024 ", " so với năm trước ", "tăng ", "giảm ", "tăng từ ", " lên ", "đạt ", "từ ");

    /// <summary>One number, or several with what may stand around them.</summary>
    public static readonly Arbitrary<string> Any = Arb.From(
        Gen.Choose(1, 5).SelectMany(count => Gen.ArrayOf(from before in Around from number in Number from after in Around select before + number + after, count)).Select(string.Concat),
        text => text.Length == 0 ? [] : [text[1..], text[..^1], text[..(text.Length / 2)]]);

    private static Gen<string> Digits(int least, int most) =>
        from count in Gen.Choose(least, most)
        from digits in Gen.ArrayOf(Gen.Elements("0123456789990".ToCharArray()), count)
        select new string(digits);
}
