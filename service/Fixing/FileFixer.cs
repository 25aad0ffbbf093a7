using LearningCity.Docs.Packages;

namespace LearningCity.Docs.Fixing;

/// <summary>
/// Sửa an toàn: writes the corrections that findings carry over the cells they point at, in place. Every other part of the package keeps its bytes; in the changed part
/// everything outside those cells keeps its letters.
/// </summary>
internal static class FileFixer
{
    public static FixResult.Fixed Fix(SafePackage package, ImmutableArray<Finding> findings)
    {
        // A signed file is read, never rewritten: the signature would no longer hold.
        if (package.Remarks.Any(r => r.Descriptor == FindingCatalog.LC1022_SignedFile)) { return new FixResult.Fixed(package.Original, []); }
        // One correction a cell: it carries all that is to be corrected in it.
        var fixable = findings.Where(f => f is { Fix: not null, Location: Location.Cell or Location.TableCell }).DistinctBy(f => f.Location).ToImmutableArray();
        if (fixable.IsEmpty) { return new FixResult.Fixed(package.Original, []); }
        var (parts, done) = package.Kind is PackageKind.Workbook ? WorkbookFixer.Fix(package, fixable) : DocumentFixer.Fix(package, fixable);
        if (done.IsEmpty) { return new FixResult.Fixed(package.Original, []); }
        return new FixResult.Fixed(PackageEdit.Replace(package, parts), [.. done.Select(f => new Correction(f, f.Value ?? "", f.Fix!.Value))]);
    }
}
