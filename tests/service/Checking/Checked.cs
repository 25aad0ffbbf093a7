using LearningCity.Docs.Checking;
using LearningCity.Docs.Reading;
using LearningCity.Docs.Tests.Support;

namespace LearningCity.Docs.Tests.Checking;

/// <summary>What the rules add to what reading found, on a day when the form is in force.</summary>
internal static class Checked
{
    public static readonly DateOnly InForce = new(2025, 5, 1);

    /// <summary>Findings between entries (LC3xxx); each must have a sentence in both languages.</summary>
    public static ImmutableArray<Finding> Between(FormEntries entries)
    {
        var findings = FormChecker.Check(entries, InForce).Where(f => f.Code.StartsWith("LC3", StringComparison.Ordinal)).ToImmutableArray();
        foreach (var finding in findings)
        {
            finding.Location.ShouldBe(entries.Form.At(finding.Entry!));
            finding.Message(LanguageTable.Vietnamese).ShouldNotBeEmpty();
            finding.Message(LanguageTable.English).ShouldNotBeEmpty();
        }
        return findings;
    }

    public static Finding ShouldBeOne(this ImmutableArray<Finding> findings, string code, string entry)
    {
        findings.Select(f => $"{f.Code} {f.Entry}").ShouldBe([$"{code} {entry}"]);
        return findings[0];
    }

    public static string Says(this Finding finding) => finding.Message(LanguageTable.Vietnamese);
}
