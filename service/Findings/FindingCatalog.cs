using System.Reflection;

namespace LearningCity.Docs.Findings;

/// <summary>
/// Every finding there is. A code is stable: other people's programs rely on it. LC1xxx the file and the form's identity, LC2xxx one entry, LC3xxx between entries,
/// LC4xxx evidence and last year, LC5xxx layout (Nghị định 30/2020), LC6xxx a document's details, LC9xxx our own templates. One file per range.
/// </summary>
internal static partial class FindingCatalog
{
    /// <summary>In the order of their codes.</summary>
    public static ImmutableArray<FindingDescriptor> All =>
        [.. typeof(FindingCatalog).GetFields(BindingFlags.Static | BindingFlags.Public)
            .Where(f => f.FieldType == typeof(FindingDescriptor))
            .Select(f => (FindingDescriptor)f.GetValue(null)!)
            .OrderBy(d => d.Code, StringComparer.Ordinal)];

    private static FindingDescriptor Error(string code) => new(code, Severity.Error);
    private static FindingDescriptor Warning(string code) => new(code, Severity.Warning);
    private static FindingDescriptor Info(string code) => new(code, Severity.Info);
}
