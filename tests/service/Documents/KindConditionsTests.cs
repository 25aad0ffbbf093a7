using LearningCity.Docs.Documents;
using LearningCity.Docs.Evaluation;
using LearningCity.Docs.Tests.Support;

namespace LearningCity.Docs.Tests.Documents;

public class KindConditionsTests
{
    private static readonly FormCheck Met = PaperSamples.Typical("phu-luc-iiib");
    private static readonly FormCheck NotMet = Change(("4.3.result", "Không đạt"), ("4.result", "Không đạt"), ("4.summary", "2/3 chỉ tiêu đạt."), ("total.result", "Không đạt"), ("total.summary", "12/13 chỉ tiêu đạt."), ("4.3.summary", "Giảm."));
    private static readonly FormCheck Incomplete = PaperSamples.Empty("phu-luc-iiib");

    [Theory]
    [InlineData("to-trinh", false, false)]
    [InlineData("quyet-dinh", false, false)]
    [InlineData("bao-cao", true, false)]
    [InlineData("bien-ban", true, false)]
    [InlineData("phu-luc-iiib", true, false)]
    public void Paper_IsMadeOnlyFromAFormThatBearsItOut(string id, bool whenNotMet, bool whenIncomplete)
    {
        Met.Evaluation.Verdict.ShouldBe(Verdict.Met);
        NotMet.Evaluation.Verdict.ShouldBe(Verdict.NotMet);
        NotMet.Conforms.ShouldBeTrue();
        Incomplete.Evaluation.Verdict.ShouldBe(Verdict.Incomplete);
        var kind = PaperSamples.Catalog.Find(id)!;
        KindConditions.Forbidding(kind, Met).ShouldBeEmpty();
        KindConditions.Forbidding(kind, NotMet).Select(f => f.Code).ShouldBe(whenNotMet ? [] : ["LC6015"]);
        KindConditions.Forbidding(kind, Incomplete).Select(f => f.Code).ShouldBe(whenIncomplete ? [] : ["LC6012"]);
    }

    [Theory]
    [InlineData("ke-hoach", true)]
    [InlineData("cong-van-so-lieu", true)]
    [InlineData("phan-cong", false)]
    [InlineData("bao-cao-chi-so", false)]
    public void PaperOfFigures_IsRefusedWhereTheFormHasErrors(string id, bool made)
    {
        var kind = PaperSamples.Catalog.Find(id)!;
        var wrong = PaperSamples.Filled("unesco-ba-dinh", SampleValues.Wrong("unesco-ba-dinh"));
        wrong.Conforms.ShouldBeFalse();
        KindConditions.Forbidding(kind, wrong).IsEmpty.ShouldBe(made);
        KindConditions.Forbidding(kind, PaperSamples.Empty("unesco-ba-dinh")).ShouldBeEmpty();
    }

    private static FormCheck Change(params (string Entry, string Value)[] changes)
    {
        var values = new Dictionary<string, string>(SampleValues.Right("phu-luc-iiib"));
        foreach (var (entry, value) in changes) { values[entry] = value; }
        return PaperSamples.Filled("phu-luc-iiib", values);
    }
}
