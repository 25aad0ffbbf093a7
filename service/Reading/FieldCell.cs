namespace LearningCity.Docs.Reading;

/// <summary>Where a field is and what it holds, printed texts taken away.</summary>
/// <param name="Cell">What was added to the paper; blank, with the place where it is to be written, when nothing was.</param>
internal sealed record FieldCell(RawCell Cell)
{
    /// <summary>What it says, where that is decided by more than its own letters; null where the field's reader is to say.</summary>
    public EntryReading? Reading { get; init; }

    /// <summary>Other cells of the same field that say something else.</summary>
    public ImmutableArray<Location> Conflicts { get; init; } = [];

    /// <summary>What its other cells hold and does not count: text that was struck out, a picture.</summary>
    public ImmutableArray<Finding> Beside { get; init; } = [];

    public bool IsBlank => Reading is null && Cell is { Kind: RawKind.Blank, IsFormula: false };
}
