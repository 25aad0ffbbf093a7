using LearningCity.Docs.Evaluation;
using LearningCity.Docs.Reading;
using LearningCity.Docs.Tests.Support;

namespace LearningCity.Docs.Tests;

/// <summary>Files as they come from the field (tests/fixtures/cases), with what an expert official expects.</summary>
public class FieldCaseTests
{
    private static readonly FormPipeline Official = new(SampleForms.Official);
    private static readonly DateOnly Today = new(2025, 5, 12);

    private static byte[] File(params string[] path) => System.IO.File.ReadAllBytes(Repository.Path(["tests", "fixtures", "cases", .. path]));

    private static FormCheck Checked(byte[] file) => Official.Check(file, Today).ShouldBeOfType<CheckResult.Checked>().Forms[0];

    [Fact]
    public void ZipWithBackslashes_IsRead()
    {
        var check = Checked(File("05a-backslash.xlsx"));
        check.Entries.Entries.ShouldContain(e => !(e.Value is EntryValue.Blank));
        check.Findings.ShouldNotContain(f => f.Code == "LC1010");
    }

    [Fact]
    public void FormInAnEmbeddedPiece_IsSaidToBeThat()
    {
        var refused = Official.Check(File("10b-altchunk-html.docx"), Today).ShouldBeOfType<CheckResult.Refused>().Finding;
        (refused.Code, refused.Severity).ShouldBe(("LC1021", Severity.Error));
        refused.Location.ShouldBeOfType<Location.Part>().Name.ShouldBe("word/document.xml");
        refused.Message(LanguageTable.Vietnamese).ShouldContain("altChunk");
        refused.Message(LanguageTable.Vietnamese).ShouldContain("lưu lại thành tệp .docx mới");
    }

    [Fact]
    public void PartlyAccentedResults_GetASuggestion()
    {
        var check = Checked(File("19-encodings.xlsx"));
        var suggested = check.Findings.Where(f => f is { Code: "LC2201", Fix: null, Suggestion.Value: "Đạt" }).Select(f => ((Location.Cell)f.Location).Reference.ToString());
        suggested.ShouldBe(["D6", "D14", "D15", "D16", "D18"], ignoreOrder: true);
        check.Findings.ShouldAllBe(f => !f.Message(LanguageTable.Vietnamese).Contains("“Đạt” được hiểu là “Đạt”", StringComparison.Ordinal));
    }

    [Fact]
    public void AllMetOverFiguresThatSayOtherwise_HasTwoContradictionsBesideItsVerdict()
    {
        var check = Checked(File("day", "alldat.xlsx"));
        check.Evaluation.Verdict.ShouldBe(Verdict.Met);
        check.Contradictions.Select(f => $"{f.Code} {f.Entry}").ShouldBe(["LC3203 4.1.summary", "LC3202 4.2.summary"]);
        check.Evaluation.Summary.Vietnamese().ShouldStartWith("Đạt theo tự đánh giá, còn 2 chỗ mâu thuẫn với số liệu (");
    }

    [Fact]
    public void OfficeWrittenShort_IsNoFinding() => Checked(File("day", "unesco-as-typed.xlsx")).Findings.ShouldNotContain(f => f.Code == "LC1106");
}
