using LearningCity.Docs.Checking;
using LearningCity.Docs.Evaluation;
using LearningCity.Docs.Tests.Checking;
using LearningCity.Docs.Tests.Support;

namespace LearningCity.Docs.Tests.Evaluation;

/// <summary>A verdict never hides a contradiction.</summary>
public class ContradictionsTests
{
    private static (FormEvaluation Evaluation, ImmutableArray<Finding> Findings) Of(params (string Id, string Typed)[] but)
    {
        var entries = TestForms.FillIIIb("Đạt", but);
        var findings = FormChecker.Check(entries, Checked.InForce);
        return (Evaluator.Evaluate(entries).Beside(findings), findings);
    }

    [Fact]
    public void MetOverFiguresThatSayOtherwise_SaysBoth()
    {
        var (evaluation, findings) = Of(("4.1.summary", "11/14 phường (đạt 92%)"), ("4.2.summary", "Thu nhập năm 2024 là 98,5 triệu đồng, năm 2023 là 101,2 triệu đồng"));
        evaluation.Verdict.ShouldBe(Verdict.Met);
        evaluation.Contradictions.Select(i => $"{findings[i].Code} {findings[i].Entry}").ShouldBe(["LC3203 4.1.summary", "LC3202 4.2.summary"]);
        var places = $"{TestForms.IIIb.At("4.1.summary").Text(LanguageTable.Vietnamese)}; {TestForms.IIIb.At("4.2.summary").Text(LanguageTable.Vietnamese)}";
        evaluation.Summary.Vietnamese().ShouldBe($"Đạt theo tự đánh giá, còn 2 chỗ mâu thuẫn với số liệu ({places}). Cả 4 tiêu chí đều ghi đạt (Lưu ý 2).");
        LanguageTable.English.Render(evaluation.Summary).ShouldStartWith("Met by self-assessment; contradictions with the figures: 2 (");
    }

    [Fact]
    public void NotMetOverFiguresThatSayOtherwise_SaysBoth()
    {
        var (evaluation, _) = Of(("4.1.summary", "16/17 xã (94,1%)"), ("4.1.result", "Không đạt"));
        evaluation.Verdict.ShouldBe(Verdict.NotMet);
        evaluation.Summary.Vietnamese().ShouldStartWith("Không đạt theo tự đánh giá, còn 1 chỗ mâu thuẫn với số liệu (");
    }

    [Fact]
    public void IncompleteOverFiguresThatSayOtherwise_SaysBoth()
    {
        var (evaluation, _) = Of(("4.1.summary", "11/14 phường (đạt 92%)"), ("1.1.result", ""));
        evaluation.Verdict.ShouldBe(Verdict.Incomplete);
        evaluation.Summary.Vietnamese().ShouldStartWith("Chưa đủ cơ sở kết luận: ");
        evaluation.Summary.Vietnamese().ShouldContain(" Còn 1 chỗ mâu thuẫn với số liệu (");
    }

    [Fact]
    public void VerdictWithoutContradiction_StaysAsItWas()
    {
        var (evaluation, findings) = Of(("4.1.summary", "16/17 xã (94,1%)"));
        findings.Select(f => f.Code).ShouldBe(["LC2001"]); // the total
        evaluation.Contradictions.ShouldBeEmpty();
        evaluation.Summary.Vietnamese().ShouldBe("Đạt: cả 4 tiêu chí đều đạt (Lưu ý 2).");
    }

    [Theory]
    [InlineData("LC3201", true)]
    [InlineData("LC3205", true)]
    [InlineData("LC4001", true)]
    [InlineData("LC3101", false)] // an error: no paper is made over it at all
    [InlineData("LC2001", false)]
    public void Contradictions_AreThoseOfFigures(string code, bool is_) =>
        Contradictions.IsContradiction(new Finding(FindingCatalog.All.Single(d => d.Code == code), Location.File)).ShouldBe(is_);
}
