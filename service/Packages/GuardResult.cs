namespace LearningCity.Docs.Packages;

/// <summary>A user's file after the guard: safe to read, or refused for one named reason.</summary>
internal abstract record GuardResult
{
    private GuardResult() { }

    internal sealed record Safe(SafePackage Package) : GuardResult;

    internal sealed record Refused(Finding Finding) : GuardResult;
}
