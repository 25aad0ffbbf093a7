using LearningCity.Docs.Text;

namespace LearningCity.Docs.Documents;

/// <summary>Details that contradict each other: dates out of their order, and a deputy who signs for another post.</summary>
internal static class DetailAgreement
{
    /// <summary>Nghị định 30/2020, Phụ lục I, mục II khoản 7: ký thay, cấp phó ký thay cấp trưởng.</summary>
    private const string ForTheHead = "KT.";
    private const string Deputy = "PHÓ ";

    /// <param name="inFile">A detail's name → the name that the file gives it under.</param>
    public static IEnumerable<Finding> Check(DocumentKind kind, DocumentDetails details, Func<string, string> inFile) => [.. Dates(kind, details, inFile), .. Signer(details)];

    /// <summary>Meeting, report, submission: none before the one in front of it.</summary>
    private static IEnumerable<Finding> Dates(DocumentKind kind, DocumentDetails details, Func<string, string> inFile)
    {
        (DetailDefinition Detail, DateOnly Day)? before = null;
        foreach (var name in kind.Dates)
        {
            if (details.Date(name) is not { } day) { continue; }
            var detail = kind.Details.First(d => d.Name == name);
            if (before is { } earlier && day < earlier.Day)
            {
                yield return new Finding(FindingCatalog.LC6013_DatesOutOfOrder, new Location.Part(inFile(name)), detail.Label, day, earlier.Detail.Label, earlier.Day);
            }
            before = (detail, day);
        }
    }

    private static IEnumerable<Finding> Signer(DocumentDetails details)
    {
        if (details.List("signer.authority").FirstOrDefault(line => line.StartsWith(ForTheHead, StringComparison.OrdinalIgnoreCase)) is not { } line) { yield break; }
        var wanted = Deputy + line[ForTheHead.Length..].Trim();
        var title = details.Text("signer.title") ?? "";
        if (VietnameseText.Fold(title) != VietnameseText.Fold(wanted)) { yield return new Finding(FindingCatalog.LC6014_NotTheDeputy, new Location.Part("signer.title"), line, title, wanted) { Value = title }; }
    }
}
