using LearningCity.Docs.Documents;
using LearningCity.Docs.Evaluation;
using LearningCity.Docs.Tests.Support;

namespace LearningCity.Docs.Tests.Documents;

public class RefusalReasonsTests
{
    private static readonly DocumentKind Reply = PaperSamples.Catalog.Find("tra-loi")!;

    [Fact]
    public void FormThatMeetsAll_GivesNoReasonAndNoReply()
    {
        var form = PaperSamples.Typical(SampleValues.Commune);
        RefusalReasons.Of(form).ShouldBeEmpty();
        KindConditions.Forbidding(Reply, form).Select(f => (f.Code, f.Location)).ShouldBe([("LC6024", Location.File)]);
    }

    [Fact]
    public void IndicatorNotMet_IsAReasonWithWhatTheDossierSays()
    {
        var form = PaperSamples.Filled(SampleValues.Commune, SampleValues.CommuneFailed);
        form.Evaluation.Verdict.ShouldBe(Verdict.NotMet);
        var reason = RefusalReasons.Of(form).ShouldHaveSingleItem();
        reason.Text.ShouldStartWith("Chỉ tiêu 2, Tiêu chí 5 (Có ít nhất 60% công dân trong xã được đào tạo");
        reason.Text.ShouldEndWith("): Không đạt.");
        reason.Details[^1].ShouldStartWith("Hồ sơ ghi: “18.510/31.480 công dân");
        KindConditions.Forbidding(Reply, form).ShouldBeEmpty();
    }

    /// <summary>What an official sends in with mistakes: each error and each contradiction is a reason, at its indicator.</summary>
    [Fact]
    public void ErrorsAndContradictions_AreReasonsOfTheirIndicators()
    {
        var form = PaperSamples.Filled(SampleValues.Commune, SampleValues.Wrong(SampleValues.Commune));
        form = form with { Evaluation = form.Evaluation.Beside(form.Findings) };
        form.Contradictions.ShouldNotBeEmpty();
        var reasons = RefusalReasons.Of(form);
        reasons.ShouldContain(r => r.Text.StartsWith("Chỉ tiêu 1, Tiêu chí 5 (", StringComparison.Ordinal) && r.Text.EndsWith("hồ sơ ghi “Đạt” nhưng phải xem lại.", StringComparison.Ordinal) && r.Details.Any(d => d.Contains("78,4", StringComparison.Ordinal)));
        reasons.ShouldContain(r => r.Text.StartsWith("Chỉ tiêu 3, Tiêu chí 1 (", StringComparison.Ordinal));
        reasons.Select(r => r.Text).ShouldBeUnique();
        KindConditions.Forbidding(Reply, form).ShouldBeEmpty();
        KindConditions.Contradictions(Reply, form).ShouldBeEmpty();
    }

    [Fact]
    public void RowThatDoesNotApply_IsNoReason()
    {
        var form = PaperSamples.Typical("don-vi-hoc-tap-tinh-1");
        form.Evaluation.Counts.NotApplicable.ShouldBeGreaterThan(0);
        RefusalReasons.Of(form).ShouldBeEmpty();
    }

    [Fact]
    public void Reply_StatesTheReasons()
    {
        var text = WordReading.Paragraphs(PaperSamples.Documents.Render(Reply, PaperSamples.Filled(SampleValues.Commune, SampleValues.CommuneFailed), PaperSamples.Usual(Reply)));
        text.ShouldContain("Kính gửi: Ủy ban nhân dân xã Phù Mỹ Bắc.");
        text.ShouldContain(t => t.StartsWith("1. Xã Phù Mỹ Bắc không đáp ứng đủ điều kiện công nhận", StringComparison.Ordinal) && t.Contains("điểm b khoản 1 Điều 8 Thông tư số 25/2023/TT-BGDĐT", StringComparison.Ordinal));
        text.ShouldContain(t => t.StartsWith("- Chỉ tiêu 2, Tiêu chí 5 (", StringComparison.Ordinal));
    }
}
