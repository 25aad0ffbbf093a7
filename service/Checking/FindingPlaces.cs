namespace LearningCity.Docs.Checking;

/// <summary>One cause in many cells, such as a file typed on a Mac, is one finding with its places.</summary>
internal static class FindingPlaces
{
    private static readonly ImmutableArray<FindingDescriptor> OneCause =
    [
        FindingCatalog.LC1111_LegacyEncodingInTexts, FindingCatalog.LC2112_NumberAsText, FindingCatalog.LC2301_Decomposed, FindingCatalog.LC2302_StraySpaces,
        FindingCatalog.LC2303_LegacyEncoding, FindingCatalog.LC2304_LookAlikeLetters, FindingCatalog.LC2421_StruckByCondition,
    ];

    /// <summary>The first of each cause takes in the others, in their order; everything else stays where it is.</summary>
    public static IEnumerable<Finding> Gathered(IReadOnlyList<Finding> findings)
    {
        var byCause = findings.Where(IsShared).ToLookup(f => (f.Descriptor, f.Severity));
        var told = new HashSet<(FindingDescriptor, Severity)>();
        foreach (var finding in findings)
        {
            var cause = (finding.Descriptor, finding.Severity);
            if (!IsShared(finding)) { yield return finding; }
            else if (told.Add(cause)) { yield return One([.. byCause[cause]]); }
        }
    }

    /// <summary>What a person must agree to is asked at each place.</summary>
    private static bool IsShared(Finding finding) => OneCause.Contains(finding.Descriptor) && finding.Suggestion is null;

    private static Finding One(ImmutableArray<Finding> same) => same.Length == 1 ? same[0] : same[0] with
    {
        Places = [.. same.Select(f => new FindingPlace(f.Entry, f.Location, f.Value, f.Fix))],
        Related = [],
    };
}
