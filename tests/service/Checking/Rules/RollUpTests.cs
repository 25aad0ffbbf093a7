using LearningCity.Docs.Tests.Support;

namespace LearningCity.Docs.Tests.Checking.Rules;

/// <summary>Lưu ý 1.b and 2.</summary>
public class RollUpTests
{
    [Fact]
    public void CriterionMetOverAnIndicatorThatIsNot_IsAnError()
    {
        var finding = Checked.Between(TestForms.FillIIIb("Đạt", ("4.1.result", "Không đạt"), ("4.result", "Đạt"))).ShouldBeOne("LC3101", "4.result");
        finding.Severity.ShouldBe(Severity.Error);
        finding.Basis.ShouldBe("Lưu ý 1.b");
        finding.Related.ShouldBe([TestForms.IIIb.At("4.1.result")]);
        finding.Says().ShouldStartWith("Tiêu chí 4 ghi “Đạt” nhưng chỉ tiêu 4.1 ghi “Không đạt”.");
    }

    [Fact]
    public void CriterionNotMetOverIndicatorsThatAre_IsAnError()
    {
        var finding = Checked.Between(TestForms.FillIIIb("Đạt", ("1.result", "Không đạt"))).ShouldBeOne("LC3101", "1.result");
        finding.Severity.ShouldBe(Severity.Error);
        finding.Related.Length.ShouldBe(3);
    }

    [Fact]
    public void CriterionMetOverABlankIndicator_IsAWarning()
    {
        var finding = Checked.Between(TestForms.FillIIIb("Đạt", ("2.4.result", ""), ("2.result", "Đạt"))).ShouldBeOne("LC3101", "2.result");
        finding.Severity.ShouldBe(Severity.Warning);
        finding.Related.ShouldBe([TestForms.IIIb.At("2.4.result")]);
        finding.Says().ShouldContain("chỉ tiêu 2.4 chưa ghi kết quả");
    }

    [Fact]
    public void CriterionOverAnUnreadableIndicator_IsNoFurtherFinding() => Checked.Between(TestForms.FillIIIb("Đạt", ("2.4.result", "Tốt"), ("2.result", "Đạt"))).ShouldBeEmpty();

    [Fact]
    public void CriterionThatAgreesOrIsBlank_IsNoFinding()
    {
        Checked.Between(TestForms.FillIIIb("Đạt", ("4.result", "Đạt"))).ShouldBeEmpty();
        Checked.Between(TestForms.FillIIIb("Đạt", ("4.1.result", "Không đạt"), ("4.result", "Không đạt"))).ShouldBeEmpty();
        Checked.Between(TestForms.FillIIIb("Đạt", ("4.1.result", "Không đạt"))).ShouldBeEmpty();
        Checked.Between(TestForms.IIIb.Fill(("4.result", "Không đạt"))).ShouldBeEmpty(); // may still come true
    }

    [Fact]
    public void RecognitionAgainstTheIndicators_IsAnErrorOfTheTotal()
    {
        var finding = Checked.Between(TestForms.FillIIIb("Đạt", ("4.1.result", "Không đạt"), ("total.result", "Đạt"))).ShouldBeOne("LC3102", "total.result");
        finding.Severity.ShouldBe(Severity.Error);
        finding.Basis.ShouldBe("Lưu ý 2");
        finding.FollowsFrom.ShouldBeNull();
        finding.Related.ShouldBe([TestForms.IIIb.At("4.result")]);
        finding.Says().ShouldContain("theo các chỉ tiêu, tiêu chí 4 không đạt");
        Checked.Between(TestForms.FillIIIb("Đạt", ("total.result", "Không đạt"))).ShouldBeOne("LC3102", "total.result").Severity.ShouldBe(Severity.Error);
    }

    [Fact]
    public void RecognitionThatFollowsAWrongCriterion_IsToldAsFollowingFromIt()
    {
        var findings = Checked.Between(TestForms.FillIIIb("Đạt", ("4.1.result", "Không đạt"), ("4.result", "Đạt"), ("total.result", "Đạt")));
        findings.Select(f => $"{f.Code} {f.Entry} {f.Severity}").ShouldBe(["LC3101 4.result Error", "LC3102 total.result Error"]);
        findings[0].FollowsFrom.ShouldBeNull();
        findings[1].FollowsFrom.ShouldBe(new FindingCause("LC3101", "4.result"));
    }

    [Fact]
    public void RecognitionThatFollowsACriterionOverABlank_IsAWarningThatFollows()
    {
        var findings = Checked.Between(TestForms.FillIIIb("Đạt", ("2.4.result", ""), ("2.result", "Đạt"), ("total.result", "Đạt")));
        findings.Select(f => $"{f.Code} {f.Entry} {f.Severity}").ShouldBe(["LC3101 2.result Warning", "LC3102 total.result Warning"]);
        findings[1].FollowsFrom.ShouldBe(new FindingCause("LC3101", "2.result"));
    }

    [Fact]
    public void RecognitionRefusedAfterAWrongCriterion_FollowsFromIt()
    {
        var findings = Checked.Between(TestForms.FillIIIb("Đạt", ("1.result", "Không đạt"), ("total.result", "Không đạt")));
        findings.Select(f => $"{f.Code} {f.Entry}").ShouldBe(["LC3101 1.result", "LC3102 total.result"]);
        findings[1].FollowsFrom.ShouldBe(new FindingCause("LC3101", "1.result"));
    }

    [Fact]
    public void RecognitionAgainstCriteriaAndIndicators_IsToldOnceForEachCause() =>
        Checked.Between(TestForms.FillIIIb("Đạt", ("4.1.result", "Không đạt"), ("4.result", "Không đạt"), ("1.result", "Không đạt"), ("total.result", "Đạt")))
            .Select(f => $"{f.Code} {f.Entry}").ShouldBe(["LC3101 1.result", "LC3102 total.result"]);

    [Fact]
    public void RecognitionWithBlankIndicators_IsAWarning()
    {
        Checked.Between(TestForms.FillIIIb("Đạt", ("2.4.result", ""), ("total.result", "Đạt"))).ShouldBeOne("LC3102", "total.result").Severity.ShouldBe(Severity.Warning);
        Checked.Between(TestForms.FillIIIb("Đạt", ("2.4.result", "Tốt"), ("total.result", "Đạt"))).ShouldBeEmpty();
        Checked.Between(TestForms.FillIIIb("Đạt", ("2.4.result", ""), ("total.result", "Không đạt"))).ShouldBeEmpty();
    }

    [Fact]
    public void RecognitionThatAgrees_IsNoFinding()
    {
        Checked.Between(TestForms.FillIIIb("Đạt", ("total.result", "Đạt"))).ShouldBeEmpty();
        Checked.Between(TestForms.FillIIIb("Đạt", ("4.1.result", "Không đạt"), ("total.result", "Không đạt"))).ShouldBeEmpty();
    }
}
