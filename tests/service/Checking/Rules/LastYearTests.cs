using LearningCity.Docs.Checking;
using LearningCity.Docs.Forms;
using LearningCity.Docs.Reading;
using LearningCity.Docs.Tests.Support;

namespace LearningCity.Docs.Tests.Checking.Rules;

/// <summary>LC4001 to LC4003: a form against what the unit submitted for the year before.</summary>
public class LastYearTests
{
    /// <summary>As another annex may have it: the shipped form prints no figure beside a tick.</summary>
    private static readonly FormDefinition TickAndFigure = WithFigureBesideTheTick();

    [Fact]
    public void NoFigureOfTheYearBefore_SaysNothing() => Of(TestForms.Unesco.Fill(("1.3.2-1.value", "4")), Prior("phu-luc-iiib", ("1.3.2-1.value", 90, "%"))).ShouldBeEmpty();

    [Theory]
    [InlineData("Tăng", "35", "30", false)]
    [InlineData("Tăng", "30", "35", true)]
    [InlineData("Giảm", "30", "35", false)]
    [InlineData("Giảm", "35", "30", true)]
    [InlineData("Tăng", "30", "30", false)] // there is no box for "không đổi"
    [InlineData("", "35", "30", false)]
    public void Tick_IsHeldAgainstTheTwoFigures(string tick, string now, string before, bool contradicted)
    {
        var findings = Of(TickAndFigure.Fill(("1.3.2-4.trend", tick), ("1.3.2-4.value", now)), Prior("unesco-ba-dinh", ("1.3.2-4.value", decimal.Parse(before, System.Globalization.CultureInfo.InvariantCulture), "%")));
        if (!contradicted) { findings.ShouldBeEmpty(); return; }
        var finding = findings.ShouldBeOne("LC4002", "1.3.2-4.trend");
        finding.Severity.ShouldBe(Severity.Warning);
        finding.Related.ShouldBe([TickAndFigure.At("1.3.2-4.value")]);
        finding.Says().ShouldBe($"Theo biểu đã nộp, số liệu năm 2023 là {before}%, năm nay là {now}%: {(tick == "Tăng" ? "đã giảm" : "đã tăng")}, nhưng ở đây ghi “{tick}”. Kiểm tra lại số liệu và kết quả.");
    }

    [Theory]
    [InlineData("Đạt", "Tỷ lệ là 97,8% năm 2024.", 97.2, false)]
    [InlineData("Đạt", "Tỷ lệ là 97,8% năm 2024.", 98.1, true)]
    [InlineData("Đạt", "Tỷ lệ là 97,8% năm 2024.", 97.8, true)]
    [InlineData("Đạt", "Tỷ lệ là 100% năm 2024.", 100, false)] // a setting of the form, and a matter of LC3205
    [InlineData("Không đạt", "Tỷ lệ là 97,8% năm 2024.", 97.2, true)]
    [InlineData("Không đạt", "Tỷ lệ là 97,8% năm 2024.", 98.1, false)]
    [InlineData("", "Tỷ lệ là 97,8% năm 2024.", 98.1, false)]
    [InlineData("Đạt", "Nhiều lao động có việc làm.", 98.1, false)]
    [InlineData("Đạt", "78,5 triệu đồng/người/năm", 98.1, false)] // another matter
    public void ResultOfARise_IsHeldAgainstTheTwoFigures(string result, string summary, double before, bool contradicted)
    {
        var findings = Of(TestForms.FillIIIb("Đạt", ("4.3.summary", summary), ("4.3.result", result)), Prior("phu-luc-iiib", ("4.3.summary", (decimal)before, "%")));
        if (contradicted) { findings.ShouldBeOne("LC4002", "4.3.result").Related.ShouldBe([TestForms.IIIb.At("4.3.summary")]); }
        else { findings.ShouldBeEmpty(); }
    }

    /// <summary>Figures that the summary gives itself are held against the result by LC3202 already.</summary>
    [Fact]
    public void TwoYearsInTheSummary_AreNotToldTwice() =>
        Of(TestForms.FillIIIb("Đạt", ("4.3.summary", "Năm 2024 là 97,2%, năm 2023 là 97,8%")), Prior("phu-luc-iiib", ("4.3.summary", 97.8m, "%"))).ShouldBeEmpty();

    [Theory]
    [InlineData(72.1, false)]
    [InlineData(71.9, true)]
    public void LastYearInTheSummary_IsWhatWasSubmitted(double submitted, bool told)
    {
        var findings = Of(TestForms.FillIIIb("Đạt", ("4.2.summary", "Thu nhập năm 2024 là 78,5 triệu đồng, năm 2023 là 72,1 triệu đồng")), Prior("phu-luc-iiib", ("4.2.summary", (decimal)submitted, "triệu")));
        if (told) { findings.ShouldBeOne("LC4001", "4.2.summary").Says().ShouldBe("Tóm tắt ghi số liệu năm 2023 là 72,1 triệu, nhưng biểu năm 2023 đã nộp của đơn vị ghi 71,9 triệu. Kiểm tra lại số liệu năm trước."); }
        else { findings.ShouldBeEmpty(); }
    }

    [Theory]
    [InlineData("71,5", 91.5, false)]
    [InlineData("71,5", 91.6, true)]
    [InlineData("71,5", 51.4, true)]
    public void RateThatMovesByMoreThanTwentyPoints_IsAJump(string now, double before, bool jumps) => Jumps(TestForms.Unesco, "1.1.3-1.value", now, before, "%", jumps);

    [Theory]
    [InlineData("150", 100, false)]
    [InlineData("151", 100, true)]
    [InlineData("66", 100, true)]
    [InlineData("67", 100, false)]
    [InlineData("15", 5, false)] // few
    [InlineData("16", 5, true)]
    [InlineData("11", 0, true)]
    public void CountThatChangesByMoreThanAHalf_IsAJump(string now, double before, bool jumps) => Jumps(TestForms.Unesco, "2.1.2-1.a_male", now, before, "", jumps);

    [Fact]
    public void AcceptedForm_GivesItsFiguresOfThisYear()
    {
        var figures = YearFigure.All(Tests.Documents.PaperSamples.Typical("phu-luc-iiib").Entries);
        figures.ShouldBe([new YearFigure("4.2.summary", 78.5m, "triệu"), new YearFigure("4.3.summary", 97.2m, "%")]);
    }

    private static void Jumps(FormDefinition form, string entry, string now, double before, string unit, bool jumps)
    {
        var findings = Of(form.Fill((entry, now)), Prior(form.Id, (entry, (decimal)before, unit)));
        if (jumps) { findings.ShouldBeOne("LC4003", entry).Severity.ShouldBe(Severity.Warning); }
        else { findings.ShouldBeEmpty(); }
    }

    private static ImmutableArray<Finding> Of(FormEntries entries, PriorFigures prior)
    {
        var findings = FormChecker.Check(entries, Checked.InForce, prior).Where(f => f.Code.StartsWith("LC4", StringComparison.Ordinal)).ToImmutableArray();
        foreach (var finding in findings) { finding.Message(LanguageTable.English).ShouldNotBeEmpty(); }
        FormChecker.Check(entries, Checked.InForce).ShouldAllBe(f => !f.Code.StartsWith("LC4", StringComparison.Ordinal));
        return findings;
    }

    private static PriorFigures Prior(string form, params (string Entry, decimal Value, string Unit)[] figures) =>
        new(2023, figures.ToImmutableDictionary(f => (form, f.Entry), f => new YearFigure(f.Entry, f.Value, f.Unit)));

    private static FormDefinition WithFigureBesideTheTick()
    {
        const string title = "        title: \"Tỷ lệ người dân sử dụng các phương tiện giao thông công cộng tăng hàng năm\"";
        const string tick = "        - {id: trend, kind: trend, label: \"Tăng / Giảm\"}\n";
        var text = File.ReadAllText(Repository.Path("templates", "forms", "unesco-ba-dinh.yaml"));
        var at = text.IndexOf(tick, text.IndexOf(title, StringComparison.Ordinal), StringComparison.Ordinal);
        return FormFile.Read("unesco-ba-dinh.yaml", text.Insert(at, "        - {id: value, kind: percent, label: \"%\"}\n"));
    }
}
