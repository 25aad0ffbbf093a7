using LearningCity.Docs.Tests.Support;

namespace LearningCity.Docs.Tests.Layout;

internal static class LayoutAssertions
{
    /// <summary>One line for each finding, as an official sees them.</summary>
    public static string Shown(this IEnumerable<Finding> findings) =>
        string.Join('\n', findings.Select(f => $"{f.Code} {f.Severity} {f.Location.Text(LanguageTable.Vietnamese)}: {f.Message(LanguageTable.Vietnamese)} <{f.Value}>"));

    public static void ShouldBeRight(this OfficialPaper paper) => paper.Check().Shown().ShouldBe("");

    /// <summary>Exactly this finding, there, and what it says is wrong.</summary>
    public static Finding ShouldBreak(this OfficialPaper paper, string code, string place, string wrong, Severity severity = Severity.Error)
    {
        var findings = paper.Check();
        findings.Length.ShouldBe(1, findings.Shown());
        var finding = findings[0];
        finding.Code.ShouldBe(code, findings.Shown());
        finding.Location.Text(LanguageTable.Vietnamese).ShouldBe(place);
        finding.Severity.ShouldBe(severity);
        finding.Message(LanguageTable.Vietnamese).ShouldContain(": " + wrong + ".");
        finding.Message(LanguageTable.English).ShouldNotBeEmpty();
        finding.Basis.ShouldNotBeNull().ShouldStartWith("Nghị định 30/2020/NĐ-CP, Phụ lục I");
        return finding;
    }
}
