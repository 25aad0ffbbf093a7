namespace LearningCity.Docs.Packages;

/// <summary>
/// How large and how deep a user's file may be. Every number is counted on bytes actually unpacked, never taken from a header. The defaults stand three to ten times
/// above the largest of the real files that were measured, except the ratio, which real style sheets come near to and which therefore counts on large parts alone.
/// </summary>
internal sealed record PackageLimits
{
    public static PackageLimits Default { get; } = new();

    public int FileBytes { get; init; } = 50 * Megabyte;
    public int Entries { get; init; } = 1_000;

    /// <summary>All parts together.</summary>
    public int UnpackedBytes { get; init; } = 150 * Megabyte;

    public int PartBytes { get; init; } = 100 * Megabyte;

    /// <summary>Unpacked bytes for each packed byte of one part, from its start to any place in it.</summary>
    public int Ratio { get; init; } = 100;

    /// <summary>So many unpacked bytes of a part may have any ratio.</summary>
    public int RatioFreeBytes { get; init; } = Megabyte;

    public int XmlDepth { get; init; } = 256;

    /// <summary>Elements in one part.</summary>
    public int Elements { get; init; } = 2_000_000;

    /// <summary>Attributes of one element.</summary>
    public int Attributes { get; init; } = 1_000;

    /// <summary>Points of one picture: what has more is remarked, for nothing here draws it.</summary>
    public long PicturePoints { get; init; } = 40_000_000;

    /// <summary>
    /// Letters in the cells of all sheets, or of all tables, counted where they are seen: a shared text of a workbook takes a few bytes and stands in as many cells as somebody
    /// likes.
    /// </summary>
    public int CellLetters { get; init; } = 10_000_000;

    /// <summary>Forms in one file: a city may gather those of all its communes in one workbook.</summary>
    public int Forms { get; init; } = 200;

    /// <summary>Remarks on one file: a list that nobody reads to its end helps nobody.</summary>
    public int Remarks { get; init; } = 20;

    public const int Megabyte = 1024 * 1024;
}
