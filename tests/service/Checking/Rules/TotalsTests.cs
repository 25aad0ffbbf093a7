using LearningCity.Docs.Tests.Support;

namespace LearningCity.Docs.Tests.Checking.Rules;

public class TotalsTests
{
    [Fact]
    public void TotalThatDiffersFromItsParts_IsAnErrorAtTheTotal()
    {
        var finding = Children("120", "115", "236").ShouldBeOne("LC3001", "2.1.1-1.total");
        finding.Severity.ShouldBe(Severity.Error);
        finding.Related.ShouldBe([TestForms.Unesco.At("2.1.1-1.male"), TestForms.Unesco.At("2.1.1-1.female")]);
        finding.Says().ShouldStartWith("Nam 120 + Nữ 115 = 235, khác Tổng 236.");
    }

    [Theory]
    [InlineData("120", "115", "235")]
    [InlineData("1.120", "1.115", "2.235")]
    [InlineData("120", "", "236")] // a blank part takes no part
    [InlineData("120", "115", "236 hộ")] // nor one that cannot be read
    public void TotalThatMayBeRight_IsNoFinding(string male, string female, string total) => Children(male, female, total).ShouldBeEmpty();

    [Theory]
    [InlineData("3", "5", "6")]
    [InlineData("5", "3", "2,9")]
    public void RateOutsideItsParts_IsAnErrorAtTheTotal(string male, string female, string total)
    {
        var finding = Unemployment(male, female, total).ShouldBeOne("LC3002", "1.2.2-1.total");
        finding.Severity.ShouldBe(Severity.Error);
        finding.Related.Length.ShouldBe(2);
        finding.Says().ShouldContain($"Tổng {total}% nằm ngoài khoảng");
    }

    [Theory]
    [InlineData("3", "5", "5")]
    [InlineData("3", "5", "4")]
    [InlineData("3", "", "6")]
    public void RateBetweenItsParts_IsNoFinding(string male, string female, string total) => Unemployment(male, female, total).ShouldBeEmpty();

    [Fact]
    public void SharesBeyondTheWhole_AreAnError()
    {
        var finding = Poverty("60", "41").ShouldBeOne("LC3003", "1.2.1-2.poor");
        finding.Related.ShouldBe([TestForms.Unesco.At("1.2.1-2.near_poor")]);
        finding.Says().ShouldStartWith("Hộ nghèo 60% + Hộ cận nghèo 41% = 101%, vượt quá 100%.");
        Poverty("60", "40").ShouldBeEmpty();
    }

    private static ImmutableArray<Finding> Children(string male, string female, string total) =>
        Checked.Between(TestForms.Unesco.Fill(("2.1.1-1.male", male), ("2.1.1-1.female", female), ("2.1.1-1.total", total)));

    private static ImmutableArray<Finding> Unemployment(string male, string female, string total) =>
        Checked.Between(TestForms.Unesco.Fill(("1.2.2-1.male", male), ("1.2.2-1.female", female), ("1.2.2-1.total", total)));

    private static ImmutableArray<Finding> Poverty(string poor, string nearPoor) => Checked.Between(TestForms.Unesco.Fill(("1.2.1-2.poor", poor), ("1.2.1-2.near_poor", nearPoor)));
}
