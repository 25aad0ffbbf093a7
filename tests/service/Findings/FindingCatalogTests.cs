using System.Globalization;
using System.Text;

namespace LearningCity.Docs.Tests.Findings;

public class FindingCatalogTests
{
    [Fact]
    public void EveryCode_HasItsSentenceInBothLanguages()
    {
        var codes = FindingCatalog.All.Select(d => d.Code).ToList();
        codes.Where(c => !VietnameseSentences.All.ContainsKey(c)).ShouldBeEmpty();
        codes.Where(c => !EnglishSentences.All.ContainsKey(c)).ShouldBeEmpty();
    }

    [Fact]
    public void EverySentenceOfACode_HasItsCode() =>
        VietnameseSentences.All.Keys.Where(k => k.Length == 6 && k.StartsWith("LC", StringComparison.Ordinal)).ShouldBeSubsetOf(FindingCatalog.All.Select(d => d.Code));

    /// <summary>Its name is used outside the catalogue: no code that nothing reports.</summary>
    [Fact]
    public void EveryCode_IsReportedSomewhere()
    {
        var source = string.Concat(Directory.EnumerateFiles(Repository.Path("service"), "*.cs", SearchOption.AllDirectories)
            .Where(p => !Path.GetFileName(p).StartsWith("FindingCatalog.", StringComparison.Ordinal) && !p.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .Select(File.ReadAllText));
        typeof(FindingCatalog).GetFields().Select(f => f.Name).Where(name => !source.Contains(name, StringComparison.Ordinal)).ShouldBeEmpty();
    }

    /// <summary>The manual of codes is this catalogue; a change of it is read before it is approved (<c>docs/findings.received.md</c> takes the place of <c>docs/findings.md</c>).</summary>
    [Fact]
    public void Manual_IsTheCatalogue()
    {
        var (approved, received) = (Repository.Path("docs", "findings.md"), Repository.Path("docs", "findings.received.md"));
        var manual = Manual();
        if (File.Exists(approved) && File.ReadAllText(approved).ReplaceLineEndings("\n") == manual)
        {
            File.Delete(received);
            return;
        }
        File.WriteAllText(received, manual);
        Assert.Fail($"The catalogue of findings changed: read {received} and put it in the place of {approved}.");
    }

    private static string Manual()
    {
        var page = new StringBuilder("# Findings\n\nEvery code there is, printed from the catalogue by a test. Codes are stable. `{0}`, `{1}` … stand for the values of a case.\n");
        foreach (var range in FindingCatalog.All.GroupBy(d => d.Code[..3]))
        {
            page.Append(CultureInfo.InvariantCulture, $"\n## {range.Key}xxx: {Title(range.Key)}\n\n| code | severity | sentence |\n|---|---|---|\n");
            foreach (var d in range) { page.Append(CultureInfo.InvariantCulture, $"| {d.Code} | {d.Severity.ToString().ToLowerInvariant()} | {VietnameseSentences.All[d.Code].Replace("|", "\\|", StringComparison.Ordinal)} |\n"); }
        }
        return page.ToString();
    }

    private static string Title(string range) => range switch
    {
        "LC1" => "the file and the form's identity",
        "LC2" => "one entry",
        "LC3" => "between entries",
        "LC4" => "evidence and last year",
        "LC5" => "layout (Nghị định 30/2020/NĐ-CP)",
        "LC6" => "a document's details",
        "LC9" => "our own templates",
        _ => throw new ArgumentOutOfRangeException(nameof(range), range, "a range without a title"),
    };
}
