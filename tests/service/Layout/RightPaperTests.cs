using LearningCity.Docs.Tests.Support;

namespace LearningCity.Docs.Tests.Layout;

/// <summary>What the decree allows gives no finding.</summary>
public class RightPaperTests
{
    [Fact]
    public void Plan_IsRight() => OfficialPaper.Plan().ShouldBeRight();

    [Fact]
    public void Letter_IsRight() => OfficialPaper.Letter().ShouldBeRight();

    [Fact]
    public void Decision_IsRight() => OfficialPaper.Decision().ShouldBeRight();

    [Fact]
    public void Minutes_AreRight() => OfficialPaper.Minutes().ShouldBeRight();

    [Fact]
    public void SeveralLettersInOneFile_AreJudgedEach()
    {
        OfficialPaper.Letters().ShouldBeRight();
        OfficialPaper.Letters().Text("V/v", "Về việc cung cấp số liệu").Check().Select(f => (f.Code, f.Location.Text(LanguageTable.English))).ShouldBe(
            [("LC5017", "Text, table 1, row 1, column 1, paragraph 3"), ("LC5017", "Text, table 3, row 1, column 1, paragraph 3")]);
    }

    [Fact]
    public void AnnexAlone_IsRight() => OfficialPaper.AnnexAlone().ShouldBeRight();
}
