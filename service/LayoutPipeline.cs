using LearningCity.Docs.Layout;
using LearningCity.Docs.Packages;

namespace LearningCity.Docs;

/// <summary>The façade of the layout check: any Word document, a form or not, ours or not, against Nghị định 30/2020/NĐ-CP.</summary>
internal static class LayoutPipeline
{
    public static LayoutResult Check(ReadOnlyMemory<byte> file, CancellationToken cancelled = default) => PackageGuard.Open(file, cancelled: cancelled) switch
    {
        GuardResult.Refused refused => new LayoutResult.Refused(refused.Finding),
        GuardResult.Safe { Package.Kind: not PackageKind.Document } => new LayoutResult.Refused(new Finding(FindingCatalog.LC1018_NotAWordDocument, Location.File)),
        GuardResult.Safe safe => Check(safe.Package),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static LayoutResult Check(SafePackage package)
    {
        var findings = LayoutChecker.Check(package);
        return findings.FirstOrDefault(f => f.Code == FindingCatalog.LC1015_DamagedXml.Code) is { } damaged
            ? new LayoutResult.Refused(damaged)
            : new LayoutResult.Checked([.. package.Remarks, .. findings]);
    }
}

/// <summary>What a layout check came to. A closed union.</summary>
internal abstract record LayoutResult
{
    private LayoutResult() { }

    internal sealed record Checked(ImmutableArray<Finding> Findings) : LayoutResult
    {
        /// <summary>False exactly when a finding is an error.</summary>
        public bool Conforms => Findings.All(f => f.Severity is not Severity.Error);
    }

    /// <summary>The file cannot be read as a Word document: why.</summary>
    internal sealed record Refused(Finding Finding) : LayoutResult;
}
