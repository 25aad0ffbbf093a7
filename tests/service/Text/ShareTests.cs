using LearningCity.Docs.Text;

namespace LearningCity.Docs.Tests.Text;

public class ShareTests
{
    [Theory]
    [InlineData("45", "50", "90")]
    [InlineData("0", "3", "0")]
    [InlineData("-1", "4", "-25")]
    [InlineData("999999999999999", "100", "999999999999999")]
    [InlineData("0,000000000000001", "999999999999999", "0")]
    public void PartOfAWhole_IsAPercentage(string part, string whole, string percent) =>
        Math.Round(Share.Percent(D(part), D(whole)).ShouldNotBeNull(), 6).ShouldBe(D(percent));

    [Theory]
    [InlineData("1", "0")]
    [InlineData("1", "-1")]
    [InlineData("999999999999999", "0,000000000000001")]
    [InlineData("999999999999999", "0,1")]
    [InlineData("-999999999999999", "0,000000000000001")]
    public void NoWhole_OrBeyondEveryShare_IsNone(string part, string whole) => Share.Percent(D(part), D(whole)).ShouldBeNull();

    private static decimal D(string number) => decimal.Parse(number.Replace(',', '.'), System.Globalization.CultureInfo.InvariantCulture);
}
