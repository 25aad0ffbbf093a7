using LearningCity.Docs.Evaluation;
using LearningCity.Docs.Forms;
using LearningCity.Docs.Tests.Support;

namespace LearningCity.Docs.Tests.Evaluation;

public class EvaluatorTests
{
    [Fact]
    public void AllIndicatorsMet_MeetsEveryCriterionAndTheForm()
    {
        var form = Evaluator.Evaluate(TestForms.FillIIIb("Đạt"));
        form.Verdict.ShouldBe(Verdict.Met);
        form.Summary.Vietnamese().ShouldBe("Đạt: cả 4 tiêu chí đều đạt (Lưu ý 2).");
        form.Counts.ShouldBe(new OutcomeCounts(13, 0, 0, 0, 0, 0));
        form.Nodes.Length.ShouldBe(4);
        form.Nodes.ShouldAllBe(n => n.Outcome == Outcome.Met && n.Basis == "Lưu ý 1.b");
        form.Nodes[3].Because.Vietnamese().ShouldBe("cả 3 chỉ tiêu đều đạt");
        form.Nodes[3].Rests.ShouldBe(["4.1.result", "4.2.result", "4.3.result"]);
        form.Nodes[3].Children[0].Because.Vietnamese().ShouldBe("tự đánh giá ghi “Đạt”");
        form.Nodes[3].Children[0].Basis.ShouldBe("Lưu ý 1.c");
        form.ByUnit.ShouldBeEmpty();
    }

    [Fact]
    public void OneIndicatorNotMet_DecidesWhateverElseIsBlank()
    {
        var form = Evaluator.Evaluate(TestForms.IIIb.Fill(("4.1.result", "Không đạt")));
        form.Verdict.ShouldBe(Verdict.NotMet);
        form.Summary.Vietnamese().ShouldStartWith("Không đạt: tiêu chí 4 không đạt");
        form.Nodes.Select(n => n.Outcome).ShouldBe([Outcome.Missing, Outcome.Missing, Outcome.Missing, Outcome.NotMet]);
        form.Nodes[3].Because.Vietnamese().ShouldBe("không đạt ở 4.1");
        form.Counts.ShouldBe(new OutcomeCounts(0, 1, 0, 12, 0, 0));
    }

    [Theory]
    [InlineData("", Outcome.Missing, "chưa ghi kết quả ở 2.3")]
    [InlineData("Tốt", Outcome.Invalid, "không đánh giá được ở 2.3")]
    [InlineData("x", Outcome.NeedsReview, "cần xem xét ở 2.3")]
    internal void IndicatorWithoutAResult_LeavesTheFormIncomplete(string typed, Outcome outcome, string because)
    {
        var form = Evaluator.Evaluate(TestForms.FillIIIb("Đạt", ("2.3.result", typed)));
        form.Verdict.ShouldBe(Verdict.Incomplete);
        form.Nodes[1].Outcome.ShouldBe(outcome);
        form.Nodes[1].Because.Vietnamese().ShouldBe(because);
        form.Summary.Vietnamese().ShouldStartWith("Chưa đủ cơ sở kết luận: 12 đạt; 1 ");
    }

    [Fact]
    public void ResultTypedBesideACriterion_DoesNotDecide()
    {
        Evaluator.Evaluate(TestForms.FillIIIb("Đạt", ("1.result", "Không đạt"), ("total.result", "Không đạt"))).Verdict.ShouldBe(Verdict.Met);
        Evaluator.Evaluate(TestForms.IIIb.Fill(("1.result", "Đạt"), ("2.result", "Đạt"), ("3.result", "Đạt"), ("4.result", "Đạt"))).Verdict.ShouldBe(Verdict.Incomplete);
    }

    [Fact]
    public void FullEmploymentTwoYearsRunning_IsReviewedUnlessTheSettingDecides()
    {
        var typed = ("4.3.summary", "Năm 2024: 100%, năm 2023: 100%");
        Outcome Of(FormDefinition form) => Indicator(form.Fill(typed, ("4.3.result", "Đạt")), "4.3").Outcome;
        Of(TestForms.IIIb).ShouldBe(Outcome.NeedsReview);
        Of(TestForms.IIIb.With("full_employment_two_years", "met")).ShouldBe(Outcome.Met);
        Indicator(TestForms.IIIb.Fill(("4.3.summary", "Năm 2024: 98%, năm 2023: 97%"), ("4.3.result", "Đạt")), "4.3").Outcome.ShouldBe(Outcome.Met);
    }

    [Fact]
    public void ReadingLeftToAPerson_IsReviewedByName()
    {
        var form = TestForms.IIIb.With("many_activities", "review");
        var indicator = Indicator(form.Fill(("3.3.result", "Đạt")), "3.3");
        indicator.Outcome.ShouldBe(Outcome.NeedsReview);
        indicator.Because.Vietnamese().ShouldContain("“nhiều hoạt động” là bao nhiêu");
        Indicator(form.Fill(), "3.3").Outcome.ShouldBe(Outcome.Missing); // nothing to review yet
        Indicator(TestForms.IIIb.Fill(("3.3.result", "Đạt")), "3.3").Outcome.ShouldBe(Outcome.Met);
    }

    [Theory]
    [InlineData("95,5", Outcome.Met, "95,5% ≥ 95%", null)]
    [InlineData("95", Outcome.Met, "95% ≥ 95%", null)]
    [InlineData("94,96", Outcome.NotMet, "94,96% < 95%", "còn thiếu 0,04 điểm phần trăm")] // shown as 95,0%
    [InlineData("", Outcome.Missing, "chưa ghi: %", null)]
    [InlineData("tốt", Outcome.Invalid, "không đánh giá được: % (“tốt”)", null)]
    [InlineData("≥ 95%", Outcome.NeedsReview, "cần xem lại: % (“≥ 95%”)", null)]
    [InlineData("Chưa có số liệu", Outcome.Missing, "chưa ghi: % (“Chưa có số liệu”)", null)]
    internal void AtLeast(string typed, Outcome outcome, string because, string? distance) => ShouldBe(TestForms.Unesco, "1.1.1-1", outcome, because, distance, ("value", typed));

    [Theory]
    [InlineData("2,5", "3", Outcome.Met, "Hộ nghèo 2,5% + Hộ cận nghèo 3% = 5,5% ≤ 10%", null)]
    [InlineData("7", "4,2", Outcome.NotMet, "Hộ nghèo 7% + Hộ cận nghèo 4,2% = 11,2% > 10%", "vượt 1,2 điểm phần trăm")]
    [InlineData("11", "", Outcome.NotMet, "Hộ nghèo 11% > 10%", "vượt 1 điểm phần trăm")] // certain, whatever the rest
    [InlineData("9", "", Outcome.Missing, "chưa ghi: Hộ cận nghèo", null)]
    internal void AtMostTogether(string poor, string nearPoor, Outcome outcome, string because, string? distance) =>
        ShouldBe(TestForms.Unesco, "1.2.1-2", outcome, because, distance, ("poor", poor), ("near_poor", nearPoor));

    [Fact]
    public void AtMost_BySetting()
    {
        ShouldBe(TestForms.Unesco.With("poverty_rate", "poor"), "1.2.1-2", Outcome.Met, "Hộ nghèo 7% ≤ 10%", null, ("poor", "7"), ("near_poor", "4,2"));
        var each = TestForms.Unesco.With("unemployment_scope", "each");
        ShouldBe(TestForms.Unesco, "1.2.2-1", Outcome.Met, "Tổng 4% ≤ 5%", null, ("male", "6"), ("female", "3"), ("total", "4"));
        ShouldBe(each, "1.2.2-1", Outcome.NotMet, "Nam 6% > 5%", "vượt 1 điểm phần trăm", ("male", "6"), ("female", "3"), ("total", "4"));
    }

    [Theory]
    [InlineData("150%", Outcome.Met, "150% ≥ 150%", null)]
    [InlineData("140%", Outcome.NotMet, "140% < 150%", "còn thiếu 10 điểm phần trăm")]
    [InlineData("1,5 lần", Outcome.Met, "1,5 lần ≥ 1,5 lần", null)]
    [InlineData("1,2 lần", Outcome.NotMet, "1,2 lần < 1,5 lần", "còn thiếu 0,3 lần")]
    [InlineData("150", Outcome.NeedsReview, "cần xem lại: % (“150”)", null)]
    internal void Ratio(string typed, Outcome outcome, string because, string? distance) => ShouldBe(TestForms.Unesco, "1.2.1-1", outcome, because, distance, ("value", typed));

    [Theory]
    [InlineData("Tăng", Outcome.Met, "đã chọn Tăng, đúng yêu cầu")]
    [InlineData("Giảm", Outcome.NotMet, "đã chọn Giảm, yêu cầu Tăng")]
    [InlineData("☐ Tăng ☐ Giảm", Outcome.Missing, "chưa ghi: Tăng / Giảm")]
    [InlineData("không đổi", Outcome.Invalid, "không đánh giá được: Tăng / Giảm (“không đổi”)")]
    internal void Trend(string typed, Outcome outcome, string because) => ShouldBe(TestForms.Unesco, "1.2.4-1", outcome, because, null, ("trend", typed));

    [Fact]
    public void Congestion_IsReadByTheSetting()
    {
        ShouldBe(TestForms.Unesco, "1.3.2-3", Outcome.Met, "đã chọn Giảm, đúng yêu cầu", null, ("trend", "Giảm"));
        ShouldBe(TestForms.Unesco.With("congestion_tick", "increase"), "1.3.2-3", Outcome.NotMet, "đã chọn Giảm, yêu cầu Tăng", null, ("trend", "Giảm"));
    }

    [Fact]
    public void Rating_IsRecordedUntilThereIsAPassMark()
    {
        ShouldBe(TestForms.Unesco, "3.1.1-1", Outcome.Recorded, "mức 4 (Rất tốt); biểu không ghi mức đạt", null, ("rating", "4"));
        var withMark = TestForms.Unesco.With("min_rating", "4");
        ShouldBe(withMark, "3.1.1-1", Outcome.Met, "mức 4 (Rất tốt) ≥ mức 4", null, ("rating", "4"));
        ShouldBe(withMark, "3.1.1-1", Outcome.NotMet, "mức 2 (Khá) < mức 4", "còn thiếu 2 mức", ("rating", "2"));
    }

    [Fact]
    public void Balance_IsAPersonsUntilThereIsATolerance()
    {
        var open = Indicator(TestForms.Unesco.Fill(("1.1.3-2.value", "48")), "1.1.3-2");
        open.Outcome.ShouldBe(Outcome.NeedsReview);
        open.Because.Vietnamese().ShouldStartWith("48% so với mức cân bằng 50%");
        var withTolerance = TestForms.Unesco.With("balance_tolerance", "5");
        ShouldBe(withTolerance, "1.1.3-2", Outcome.Met, "45%, lệch không quá 5 điểm phần trăm quanh 50%", null, ("value", "45"));
        ShouldBe(withTolerance, "1.1.3-2", Outcome.NotMet, "57%, lệch quá 5 điểm phần trăm quanh 50%", "vượt 2 điểm phần trăm", ("value", "57"));
    }

    [Fact]
    public void AllOf_OneThatFailsDecides()
    {
        ShouldBe(TestForms.Unesco, "2.4.1-1", Outcome.Met, "Trường học 100% ≥ 100%; Các không gian học tập tại cộng đồng 100% ≥ 100%", null, ("schools", "100"), ("community", "100"));
        ShouldBe(TestForms.Unesco, "2.4.1-1", Outcome.NotMet, "Trường học 99% < 100%", "còn thiếu 1 điểm phần trăm", ("schools", "99"));
        ShouldBe(TestForms.Unesco, "2.4.1-1", Outcome.Missing, "chưa ghi: Các không gian học tập tại cộng đồng", null, ("schools", "100"));
        ShouldBe(TestForms.Unesco.With("community_spaces", "recorded"), "2.4.1-1", Outcome.Met,
            "Trường học 100% ≥ 100%; đã ghi Các không gian học tập tại cộng đồng 70%; biểu không nêu ngưỡng", null, ("schools", "100"), ("community", "70"));
        var exactly = TestForms.Unesco.With("trained_women", "share_exactly_half");
        Indicator(exactly.Fill(("2.3.1-1.trained", "85"), ("2.3.1-1.trained_female", "50")), "2.3.1-1").Outcome.ShouldBe(Outcome.Met);
        Indicator(exactly.Fill(("2.3.1-1.trained", "85"), ("2.3.1-1.trained_female", "52")), "2.3.1-1").Distance!.Vietnamese().ShouldBe("lệch 2 điểm phần trăm");
    }

    [Fact]
    public void RecordedOnly_WantsItsFigures()
    {
        ShouldBe(TestForms.Unesco, "2.3.2-1", Outcome.Recorded, "đã ghi Khu vực nhà nước 60%; Khu vực tư nhân 20%; biểu không nêu ngưỡng", null, ("public", "60"), ("private", "20"));
        ShouldBe(TestForms.Unesco, "2.3.2-1", Outcome.Missing, "chưa ghi: Khu vực tư nhân", null, ("public", "60"));
    }

    [Fact]
    public void RecognisedStandard_NeedsTheDecisionAndShowsItsRates()
    {
        (string, string)[] full = [("a_male", "60"), ("a_female", "38"), ("a_total", "98"), ("a_rate", "98"), ("b_male", "50"), ("b_female", "35"), ("b_total", "85"), ("b_rate", "85")];
        var indicator = Indicator(TestForms.Unesco.Fill(Ids("2.1.2-1", full)), "2.1.2-1");
        indicator.Outcome.ShouldBe(Outcome.NeedsReview);
        indicator.Because.Vietnamese().ShouldStartWith("cần quyết định công nhận “Đạt chuẩn phổ cập giáo dục tiểu học mức độ 3”");
        indicator.Because.Vietnamese().ShouldContain("98% ≥ 98%");
        indicator.Because.Vietnamese().ShouldContain("85% < 90%");
        Indicator(TestForms.Unesco.Fill(Ids("2.1.2-1", full[..4])), "2.1.2-1").Outcome.ShouldBe(Outcome.Missing);
        var byRates = Indicator(TestForms.Unesco.With("universal_education", "rates").Fill(Ids("2.1.2-1", full)), "2.1.2-1");
        byRates.Outcome.ShouldBe(Outcome.NotMet);
        byRates.Distance!.Vietnamese().ShouldBe("còn thiếu 5 điểm phần trăm");
    }

    [Fact]
    public void ImpliedComparator_MayBeLeftToAPerson()
    {
        ShouldBe(TestForms.Unesco, "1.1.2-1", Outcome.Met, "70% ≥ 70%", null, ("value", "70"));
        var indicator = Indicator(TestForms.Unesco.With("implied_comparator", "review").Fill(("1.1.2-1.value", "60")), "1.1.2-1");
        indicator.Outcome.ShouldBe(Outcome.NeedsReview);
        indicator.Distance.ShouldBeNull();
    }

    [Fact]
    public void FormWithoutARule_HasNoVerdictAndHeadingsAreNeverMet()
    {
        var form = Evaluator.Evaluate(TestForms.Unesco.Fill(("1.1.1-1.value", "96"), ("1.1.1-2.value", "80"), ("3.1.1-1.rating", "5")));
        form.Verdict.ShouldBe(Verdict.None);
        form.Summary.Vietnamese().ShouldBe("56 chỉ số: 1 đạt; 1 không đạt; 1 ghi nhận; 53 chưa ghi. Biểu không có quy định kết luận chung.");
        var criterion = Find(form.Nodes, "1.1.1");
        criterion.Outcome.ShouldBe(Outcome.Recorded);
        criterion.Because.Vietnamese().ShouldBe("1 đạt; 1 không đạt");
        Find(form.Nodes, "1.1").Outcome.ShouldBe(Outcome.Missing);
        Find(form.Nodes, "1").Because.Vietnamese().ShouldBe("1 đạt; 1 không đạt; 18 chưa ghi");
    }

    [Fact]
    public void Heading_TellsTheGravestOfItsIndicators() =>
        Find(Evaluator.Evaluate(TestForms.Unesco.Fill(("1.1.1-1.value", "tốt"), ("1.1.1-2.value", "≥ 80%"))).Nodes, "1.1.1").Outcome.ShouldBe(Outcome.Invalid);

    [Fact]
    public void Offices_HaveTheirCountsAndWhatIsLeft()
    {
        var form = Evaluator.Evaluate(TestForms.Unesco.Fill(("1.3.2-5.value", "100")));
        form.ByUnit.Select(u => u.Unit.Key).ShouldBe(TestForms.Unesco.Units.Select(u => u.Key));
        var health = form.ByUnit.Single(u => u.Unit.Key == "YT");
        health.Counts.ShouldBe(new OutcomeCounts(1, 0, 0, 1, 0, 0));
        health.Left.ShouldBe(["1.3.2-6.value"]);
        form.ByUnit.Sum(u => u.Left.Length).ShouldBe(78);
    }

    private static void ShouldBe(FormDefinition form, string code, Outcome outcome, string because, string? distance, params (string Field, string Typed)[] typed)
    {
        var indicator = Indicator(form.Fill(Ids(code, typed)), code);
        indicator.Because.Vietnamese().ShouldBe(because);
        indicator.Outcome.ShouldBe(outcome);
        indicator.Distance?.Vietnamese().ShouldBe(distance);
        (indicator.Distance is null).ShouldBe(distance is null);
        indicator.Rests.ShouldNotBeEmpty();
        LanguageTable.English.Render(indicator.Because).ShouldNotBeEmpty();
    }

    private static (string, string)[] Ids(string code, IEnumerable<(string Field, string Typed)> typed) => [.. typed.Select(t => ($"{code}.{t.Field}", t.Typed))];

    private static NodeEvaluation Indicator(LearningCity.Docs.Reading.FormEntries entries, string code) => Find(Evaluator.Evaluate(entries).Nodes, code);

    private static NodeEvaluation Find(ImmutableArray<NodeEvaluation> nodes, string code) => All(nodes).Single(n => n.Node.Code == code);

    private static IEnumerable<NodeEvaluation> All(ImmutableArray<NodeEvaluation> nodes) => nodes.SelectMany(n => All(n.Children).Prepend(n));
}
