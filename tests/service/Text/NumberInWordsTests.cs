using System.Globalization;
using FsCheck.Fluent;
using LearningCity.Docs.Tests.Support;
using LearningCity.Docs.Text;

namespace LearningCity.Docs.Tests.Text;

public class NumberInWordsTests
{
    [Theory]
    [InlineData("0", "không")]
    [InlineData("4", "bốn")]
    [InlineData("10", "mười")]
    [InlineData("11", "mười một")]
    [InlineData("14", "mười bốn")]
    [InlineData("15", "mười lăm")]
    [InlineData("20", "hai mươi")]
    [InlineData("21", "hai mươi mốt")]
    [InlineData("24", "hai mươi tư")]
    [InlineData("25", "hai mươi lăm")]
    [InlineData("55", "năm mươi lăm")]
    [InlineData("100", "một trăm")]
    [InlineData("101", "một trăm linh một")]
    [InlineData("104", "một trăm linh bốn")]
    [InlineData("105", "một trăm linh năm")]
    [InlineData("110", "một trăm mười")]
    [InlineData("115", "một trăm mười lăm")]
    [InlineData("121", "một trăm hai mươi mốt")]
    [InlineData("1000", "một nghìn")]
    [InlineData("1005", "một nghìn không trăm linh năm")]
    [InlineData("1015", "một nghìn không trăm mười lăm")]
    [InlineData("10000", "mười nghìn")]
    [InlineData("21021", "hai mươi mốt nghìn không trăm hai mươi mốt")]
    [InlineData("1200000", "một triệu hai trăm nghìn")]
    [InlineData("1000001", "một triệu không trăm linh một")]
    [InlineData("1005000", "một triệu không trăm linh năm nghìn")]
    [InlineData("1000000000", "một tỷ")]
    [InlineData("1000000001", "một tỷ không trăm linh một")]
    [InlineData("1001000000", "một tỷ không trăm linh một triệu")]
    [InlineData("1000000000000", "một nghìn tỷ")]
    [InlineData("1004000000000", "một nghìn không trăm linh bốn tỷ")]
    [InlineData("999999999999999", "chín trăm chín mươi chín nghìn chín trăm chín mươi chín tỷ chín trăm chín mươi chín triệu chín trăm chín mươi chín nghìn chín trăm chín mươi chín")]
    [InlineData("-5", "âm năm")]
    [InlineData("95.5", "chín mươi lăm phẩy năm")]
    [InlineData("8.56", "tám phẩy năm mươi sáu")]
    [InlineData("0.05", "không phẩy không năm")]
    [InlineData("2.105", "hai phẩy một trăm linh năm")]
    [InlineData("-0.5", "âm không phẩy năm")]
    [InlineData("7.00", "bảy")]
    [InlineData("-0.00000000001", "không")]
    public void Number_IsReadAsPapersWriteIt(string number, string words) => NumberInWords.Of(Parse(number)).ShouldBe(words);

    [Theory]
    [InlineData("1200000", "Một triệu hai trăm nghìn đồng")]
    [InlineData("0", "Không đồng")]
    [InlineData("-1000", "Âm một nghìn đồng")]
    [InlineData("1450000000.00", "Một tỷ bốn trăm năm mươi triệu đồng")]
    public void Amount_BeginsWithACapitalAndEndsWithDong(string number, string words) => NumberInWords.Amount(Parse(number)).ShouldBe(words);

    [Theory]
    [InlineData("1000000000000000")]
    [InlineData("-1000000000000000")]
    public void NumberBeyondTheLimit_IsRefused(string number) => Should.Throw<ArgumentOutOfRangeException>(() => NumberInWords.Of(Parse(number)));

    [Fact]
    public void AmountWithAFraction_IsRefused() => Should.Throw<ArgumentOutOfRangeException>(() => NumberInWords.Amount(1.5m));

    [Fact]
    public void Words_ReadBackAsTheNumber()
    {
        var digits = Gen.Choose(0, 15).SelectMany(length => Gen.Choose(0, 9).ArrayOf(length));
        // Digits drawn one by one, zeros often: the gaps are where the words differ.
        var sparse = Gen.Choose(0, 15).SelectMany(length => Gen.Frequency((3, Gen.Constant(0)), (1, Gen.Choose(1, 9))).ArrayOf(length));
        var number = from whole in Gen.OneOf(digits, sparse)
                     from decimals in Gen.OneOf(Gen.Constant(0), Gen.Choose(0, NumberInWords.MostDecimals)).SelectMany(length => Gen.Choose(0, 9).ArrayOf(length))
                     from sign in Gen.Elements("", "-")
                     select Parse($"{sign}0{string.Concat(whole)}.{string.Concat(decimals)}0");
        Prop.ForAll(number.ToArbitrary(), value => Read(NumberInWords.Of(value)) == value).Holds();
    }

    private static decimal Parse(string number) => decimal.Parse(number, CultureInfo.InvariantCulture);

    /// <summary>The grammar of the words, written the other way round: each unit word multiplies what was read since the last one above it.</summary>
    private static decimal Read(string words)
    {
        var negative = words.StartsWith("âm ", StringComparison.Ordinal);
        var parts = (negative ? words[3..] : words).Split(" phẩy ");
        var value = (decimal)Whole(parts[0].Split(' '));
        if (parts.Length == 2)
        {
            var digits = parts[1].Split(' ');
            // "không trăm" never leads a number that leads.
            var zeros = digits.TakeWhile(d => d == "không").Count();
            var rest = Whole(digits[zeros..]).ToString(CultureInfo.InvariantCulture);
            value += Parse("0." + new string('0', zeros) + rest);
        }
        return negative ? -value : value;
    }

    private static long Whole(string[] words)
    {
        long billions = 0, below = 0, group = 0, digit = 0;
        foreach (var word in words)
        {
            switch (word)
            {
                case "tỷ": billions = below + group + digit; (below, group, digit) = (0, 0, 0); break;
                case "triệu": below += (group + digit) * 1_000_000; (group, digit) = (0, 0); break;
                case "nghìn": below += (group + digit) * 1_000; (group, digit) = (0, 0); break;
                case "trăm": group += digit * 100; digit = 0; break;
                case "mươi": group += digit * 10; digit = 0; break;
                case "mười": group += 10; break;
                case "linh": break;
                default: digit = Array.FindIndex(Names, n => n.Split('|').Contains(word)); digit.ShouldBeGreaterThanOrEqualTo(0, word); break;
            }
        }
        return billions * 1_000_000_000 + below + group + digit;
    }

    private static readonly string[] Names = ["không", "một|mốt", "hai", "ba", "bốn|tư", "năm|lăm", "sáu", "bảy", "tám", "chín"];
}
