using FsCheck;
using FsCheck.Fluent;
using LearningCity.Docs.Checking;
using LearningCity.Docs.Evaluation;
using LearningCity.Docs.Reading;
using LearningCity.Docs.Tests.Support;
using LearningCity.Docs.Tests.Text;

namespace LearningCity.Docs.Tests.Checking.Rules;

/// <summary>The figures inside "Tóm tắt kết quả đạt được": they warn, and never overwrite a result.</summary>
public class SummaryFiguresTests
{
    [Theory]
    [InlineData("Tỷ lệ xã được công nhận đạt 85%.", "Đạt", "85%")]
    [InlineData("Có 14/17 xã được công nhận.", "Đạt", "82,35%")]
    [InlineData("14/17 xã (82,4%) được công nhận; 100% xã có kế hoạch", "Đạt", "82,35%")]
    [InlineData("Tỷ lệ xã được công nhận đạt 94%.", "Không đạt", "94%")]
    [InlineData("16/17 xã đạt 94,1%", "Không đạt", "94,12%")]
    [InlineData("Năm 2023: 92%; năm 2024: 88%", "Đạt", "88%")]
    [InlineData("10/12 phường được công nhận", "Đạt", "83,33%")]
    [InlineData("Đạt 85%, chưa đạt mức 90% theo quy định", "Đạt", "85%")]
    public void FiguresAgainstTheThreshold_WarnBothWays(string summary, string result, string figure)
    {
        var entries = TestForms.FillIIIb("Đạt", ("4.1.summary", summary), ("4.1.result", result));
        var finding = Checked.Between(entries).ShouldBeOne("LC3201", "4.1.summary");
        finding.Severity.ShouldBe(Severity.Warning);
        finding.Related.ShouldBe([TestForms.IIIb.At("4.1.result")]);
        finding.Says().ShouldContain($"nêu {figure} nhưng kết quả ghi “{result}”");
        finding.Says().ShouldContain("ít nhất 90%");
        entries[TestForms.IIIb.Field("4.1.result")].Value.ShouldBe(new EntryValue.Choice(result));
    }

    [Theory]
    [InlineData("Tỷ lệ xã được công nhận đạt 94%.", "Đạt")]
    [InlineData("Đạt 90%", "Đạt")]
    [InlineData("16/17 xã (94,1%)", "Đạt")]
    [InlineData("Đạt 85%, chưa đạt mức 90%", "Không đạt")]
    [InlineData("Năm 2023: 88%; năm 2024: 92%", "Đạt")]
    [InlineData("Tăng 5% so với năm trước", "Đạt")]
    [InlineData("Theo Quyết định số 85/QĐ-UBND", "Đạt")]
    [InlineData("Các xã đều được công nhận", "Đạt")]
    [InlineData("Có 3/13 phòng ban tham gia; 95% số xã được công nhận", "Đạt")]
    [InlineData("16/17 xã được công nhận; 50% hộ đạt danh hiệu", "Đạt")]
    [InlineData("85%", "Tốt")] // an unreadable result has its own finding
    public void FiguresThatBearTheResultOut_AreNoFinding(string summary, string result) =>
        Checked.Between(TestForms.FillIIIb("Đạt", ("4.1.summary", summary), ("4.1.result", result))).ShouldBeEmpty();

    [Theory]
    [InlineData("4.1", "16/17 xã (85%)", "16/17 = 94,12%, nhưng ghi 85%")]
    [InlineData("1.1", "Đã tổ chức tại 45/50 xã, đạt 95%", "45/50 = 90%, nhưng ghi 95%")]
    [InlineData("2.4", "95% (45/50 đơn vị)", "45/50 = 90%, nhưng ghi 95%")]
    public void FractionAgainstItsPercent_IsAWarning(string indicator, string summary, string says)
    {
        var finding = Checked.Between(TestForms.FillIIIb("Đạt", ($"{indicator}.summary", summary))).ShouldBeOne("LC3203", $"{indicator}.summary");
        finding.Severity.ShouldBe(Severity.Warning);
        finding.Says().ShouldContain(says);
    }

    [Fact]
    public void FiguresThatContradictEachOther_AreNotHeldAgainstTheThresholdToo() =>
        Checked.Between(TestForms.FillIIIb("Đạt", ("4.1.summary", "16/17 xã (85%)"), ("4.1.result", "Không đạt"))).ShouldBeOne("LC3203", "4.1.summary");

    [Theory]
    [InlineData("16/17 xã (94,1%)")]
    [InlineData("16/17 xã (94,12%)")]
    [InlineData("16/17 xã, đạt 94%")]
    [InlineData("45/50 xã có thư viện; 100% xã có kế hoạch")]
    [InlineData("45/50 xã và 100% đơn vị")]
    [InlineData("45/50 xã (100% kế hoạch)")]
    public void FractionThatAgreesOrStandsApart_IsNoFinding(string summary) => Checked.Between(TestForms.FillIIIb("Đạt", ("1.1.summary", summary))).ShouldBeEmpty();

    [Theory]
    [InlineData("4.2", "Thu nhập bình quân năm 2024 là 80 triệu đồng/người, năm 2023 là 85,2 triệu đồng/người", "Đạt")]
    [InlineData("4.2", "Thu nhập bình quân năm 2024 là 85,2 triệu đồng/người, năm 2023 là 80 triệu đồng/người", "Không đạt")]
    [InlineData("4.3", "Tỷ lệ lao động có việc làm năm 2024 là 97,2%, năm 2023 là 97,8%", "Đạt")]
    [InlineData("4.3", "Tỷ lệ lao động có việc làm giảm 0,6% so với năm 2023", "Đạt")]
    [InlineData("4.3", "Tỷ lệ lao động có việc làm tăng 0,6% so với năm 2023", "Không đạt")]
    public void FiguresAgainstTheRise_WarnBothWays(string indicator, string summary, string result)
    {
        var finding = Checked.Between(TestForms.FillIIIb("Đạt", ($"{indicator}.summary", summary), ($"{indicator}.result", result))).ShouldBeOne("LC3202", $"{indicator}.summary");
        finding.Severity.ShouldBe(Severity.Warning);
        finding.Related.ShouldBe([TestForms.IIIb.At($"{indicator}.result")]);
        finding.Says().ShouldContain($"kết quả ghi “{result}”");
    }

    [Theory]
    [InlineData("4.2", "Thu nhập bình quân năm 2024 là 85,2 triệu đồng/người, năm 2023 là 80 triệu đồng/người", "Đạt")]
    [InlineData("4.3", "Năm 2024 là 97,2%, năm 2023 là 97,8%", "Không đạt")]
    [InlineData("4.3", "Năm 2024 là 97,2%, năm 2023 là 97,2%", "Không đạt")]
    [InlineData("4.3", "Năm 2024 là 97,8%", "Đạt")]
    [InlineData("1.1", "Năm 2024 là 97,2%, năm 2023 là 97,8%", "Đạt")] // no rise is asked for
    public void FiguresThatBearTheRiseOut_AreNoFinding(string indicator, string summary, string result) =>
        Checked.Between(TestForms.FillIIIb("Đạt", ($"{indicator}.summary", summary), ($"{indicator}.result", result))).ShouldBeEmpty();

    [Fact]
    public void EqualFigures_AreNoRise() =>
        Checked.Between(TestForms.FillIIIb("Đạt", ("4.3.summary", "Năm 2024 là 97,2%, năm 2023 là 97,2%"))).ShouldBeOne("LC3205", "4.3.summary").Says().ShouldContain("không tăng");

    [Theory]
    [InlineData("review", "Đạt", true)]
    [InlineData("review", "Không đạt", true)]
    [InlineData("met", "Đạt", false)]
    [InlineData("met", "Không đạt", true)]
    [InlineData("not_met", "Đạt", true)]
    [InlineData("not_met", "Không đạt", false)]
    public void FullTwoYearsRunning_IsJudgedByTheSetting(string setting, string result, bool told)
    {
        var form = TestForms.IIIb.With("full_employment_two_years", setting);
        var findings = Checked.Between(form.Fill(("4.3.summary", "Năm 2024 là 100%, năm 2023 là 100%"), ("4.3.result", result)));
        findings.Select(f => f.Code).ShouldBe(told ? ["LC3205"] : []);
    }

    [Fact]
    public void StatedChangeAgainstTheLevels_IsAWarning()
    {
        var finding = Checked.Between(TestForms.FillIIIb("Đạt", ("4.3.summary", "Năm 2024 là 97,8%, tăng 2,5% so với năm 2023 (97,2%)"))).ShouldBeOne("LC3203", "4.3.summary");
        finding.Says().ShouldContain("tăng 2,5");
        Checked.Between(TestForms.FillIIIb("Đạt", ("4.3.summary", "Năm 2024 là 97,8%, tăng 0,6% so với năm 2023 (97,2%)"))).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(16, 17, "94.1", true)]
    [InlineData(16, 17, "94.12", true)]
    [InlineData(16, 17, "94", true)]
    [InlineData(16, 17, "94.11", true)] // cut, not rounded
    [InlineData(16, 17, "94.2", false)]
    [InlineData(16, 17, "95", false)]
    [InlineData(2, 3, "66.6", true)]
    [InlineData(2, 3, "66.7", true)]
    [InlineData(1, 0, "100", false)]
    public void StatedShare_AgreesWhenRounded(int numerator, int denominator, string percent, bool agrees) =>
        StatedShare.Agrees(numerator, denominator, decimal.Parse(percent, System.Globalization.CultureInfo.InvariantCulture)).ShouldBe(agrees);

    /// <summary>Whatever figures a summary gives, this year and as accepted last year: the rules and the judge have an answer.</summary>
    [Fact]
    public void FiguresAtTheEdgesOfArithmetic_AreJudgedWithoutThrowing() => Prop.ForAll(NumbersAtTheEdge.Any, NumbersAtTheEdge.Any, (first, second) =>
    {
        var entries = TestForms.FillIIIb("Đạt", ("1.1.summary", second), ("4.1.summary", first), ("4.2.summary", $"Năm 2024 đạt {first}, năm 2023 đạt {second}"), ("4.3.summary", $"{first}, tăng {second} so với năm trước ({first})"));
        Checked.Between(entries);
        var before = YearFigure.All(TestForms.FillIIIb("Đạt", ("4.1.summary", second), ("4.2.summary", second), ("4.3.summary", first)));
        var prior = new PriorFigures(2023, before.ToImmutableDictionary(f => (TestForms.IIIb.Id, f.Entry)));
        FormChecker.Check(entries, Checked.InForce, prior).ShouldNotBeEmpty();
        Evaluator.Evaluate(entries).Nodes.ShouldNotBeEmpty();
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(400));
}
