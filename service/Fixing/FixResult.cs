namespace LearningCity.Docs.Fixing;

/// <summary>What fixing came to. A closed union.</summary>
internal abstract record FixResult
{
    private FixResult() { }

    /// <summary>The corrected file, and each correction that was made; without any the file is the one that came, byte for byte.</summary>
    internal sealed record Fixed(ReadOnlyMemory<byte> File, ImmutableArray<Correction> Corrections) : FixResult;

    internal sealed record Refused(Finding Finding) : FixResult;
}

/// <summary>One cell before and after.</summary>
internal sealed record Correction(Finding Finding, string Before, string After);
