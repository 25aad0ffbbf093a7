using LearningCity.Docs.Checking;
using LearningCity.Docs.Tests.Support;

namespace LearningCity.Docs.Tests.Checking;

public class FormCheckerTests
{
    [Fact]
    public void FormFilledRight_HasNoFinding() => FormChecker.Check(TestForms.FillIIIb("Đạt", ("total.result", "Đạt")), Checked.InForce).ShouldBeEmpty();

    [Fact]
    public void BlankRequiredEntry_IsOneWarningAtItsCell()
    {
        var finding = FormChecker.Check(TestForms.FillIIIb("Đạt", ("total.result", "Đạt"), ("3.2.summary", "")), Checked.InForce).ShouldBeOne("LC2001", "3.2.summary");
        finding.Severity.ShouldBe(Severity.Warning);
        finding.Location.ShouldBe(TestForms.IIIb.At("3.2.summary"));
        finding.Says().ShouldBe("Chưa ghi “Tóm tắt kết quả đạt được” (Tiêu chí 3, Chỉ tiêu 2). Ghi tóm tắt kết quả đạt được.");
    }

    [Fact]
    public void CellsThatThePaperPrintsEmpty_MayStayBlank() =>
        FormChecker.Check(TestForms.IIIb.Fill(), Checked.InForce).Select(f => f.Entry).ShouldBe([.. TestForms.IIIb.Indicators.SelectMany(n => new[] { $"{n.Code}.summary", $"{n.Code}.result" }), "total.result"]);

    [Fact]
    public void BlankFigures_AreOneFindingEach()
    {
        var findings = FormChecker.Check(TestForms.Unesco.Fill(), Checked.InForce);
        findings.Select(f => f.Entry).ShouldBe(TestForms.Unesco.Fields.Select(f => f.Id));
        findings.ShouldAllBe(f => f.Code == "LC2001" && f.Message(LanguageTable.English).Length > 0);
        findings[0].Says().ShouldBe("Chưa ghi số liệu (Chỉ số 1.1.1-1). Ghi tỷ lệ phần trăm, ví dụ 95,5%.");
    }

    [Fact]
    public void RowThatWasNotFound_IsNotAlsoBlank()
    {
        var entries = TestForms.FillIIIb("Đạt", ("total.result", "Đạt"), ("3.2.summary", ""));
        var field = TestForms.IIIb.Field("3.2.summary");
        var missing = entries with { Entries = entries.Entries.SetItem(field.Order, entries[field] with { Found = false }) };
        FormChecker.Check(missing, Checked.InForce).ShouldBeEmpty();
    }

    [Fact]
    public void BlankWithAReason_HasItsOwnFinding() =>
        FormChecker.Check(TestForms.FillIIIb("Đạt", ("total.result", "Đạt"), ("3.2.result", "Chưa đánh giá")), Checked.InForce).Where(f => f.Entry == "3.2.result").Select(f => f.Code).ShouldBe(["LC2002"]);

    [Fact]
    public void ValidityEnded_IsToldOfTheFile()
    {
        var entries = TestForms.FillIIIb("Đạt", ("total.result", "Đạt"));
        FormChecker.Check(entries, new DateOnly(2025, 6, 30)).ShouldBeEmpty();
        var finding = FormChecker.Check(entries, new DateOnly(2025, 7, 1)).ShouldHaveSingleItem();
        finding.Code.ShouldBe("LC1113");
        finding.Severity.ShouldBe(Severity.Info);
        finding.Location.ShouldBe(Location.File);
        finding.Basis.ShouldBe(TestForms.IIIb.ValidToNote);
        finding.Says().ShouldContain("30/06/2025");
    }

    [Fact]
    public void Findings_StandInTheOrderOfTheForm_TheFileFirst()
    {
        var entries = TestForms.FillIIIb("Đạt", ("2.1.result", "dat"), ("1.1.result", "Tốt"), ("1.1.summary", ""), ("total.result", "Đạt"));
        var findings = FormChecker.Check(entries with { Findings = entries.Findings.Reverse().ToImmutableArray() }, new DateOnly(2026, 1, 1));
        findings.Select(f => $"{f.Code} {f.Entry}").ShouldBe(["LC1113 ", "LC2001 1.1.summary", "LC2201 1.1.result", "LC2202 2.1.result"]);
    }

    [Fact]
    public void CallerGone_StopsBetweenTheRules() =>
        Should.Throw<OperationCanceledException>(() => FormChecker.Check(TestForms.FillIIIb("Đạt"), Checked.InForce, prior: null, new CancellationToken(canceled: true)));
}
