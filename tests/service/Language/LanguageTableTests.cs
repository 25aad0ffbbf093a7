using System.Text;
using System.Text.RegularExpressions;

namespace LearningCity.Docs.Tests.Language;

public partial class LanguageTableTests
{
    [Fact]
    public void BothLanguages_HaveTheSameKeysAndPlaces()
    {
        EnglishSentences.All.Keys.Order().ShouldBe(VietnameseSentences.All.Keys.Order());
        foreach (var (key, sentence) in VietnameseSentences.All)
        {
            Places(EnglishSentences.All[key]).ShouldBe(Places(sentence), key);
        }
    }

    [Fact]
    public void VietnameseSentences_AreNfc() => VietnameseSentences.All.Values.ShouldAllBe(s => s.IsNormalized(NormalizationForm.FormC));

    [Fact]
    public void FindingCodes_AreUnique() => FindingCatalog.All.Select(d => d.Code).ShouldBeUnique();

    [Theory]
    [InlineData("1234.5", "1.234,5", "1,234.5")]
    [InlineData("95", "95", "95")]
    [InlineData("0.0001", "0,0001", "0.0001")]
    public void Numbers_AreWrittenInTheLanguagesOwnWay(string value, string vietnamese, string english)
    {
        var number = decimal.Parse(value, System.Globalization.CultureInfo.InvariantCulture);
        LanguageTable.Vietnamese.Number(number).ShouldBe(vietnamese);
        LanguageTable.English.Number(number).ShouldBe(english);
    }

    private static IEnumerable<string> Places(string sentence) => PlacePattern().Matches(sentence).Select(m => m.Value).Distinct().Order();

    [GeneratedRegex(@"\{\d+\}")]
    private static partial Regex PlacePattern();
}
