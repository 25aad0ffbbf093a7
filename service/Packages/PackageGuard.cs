namespace LearningCity.Docs.Packages;

/// <summary>
/// The first door of every file that a user hands in: says what it is, and lets through only a whole Excel workbook or Word document without macros whose every part
/// stays within <see cref="PackageLimits"/>. Total: any bytes give an answer, none an exception.
/// </summary>
internal static class PackageGuard
{
    private const string MainTypeEnd = "main+xml", BinaryType = "sheet.binary";

    /// <param name="cancelled">Also stops whoever reads the package later.</param>
    public static GuardResult Open(ReadOnlyMemory<byte> file, PackageLimits? limits = null, CancellationToken cancelled = default)
    {
        limits ??= PackageLimits.Default;
        if (file.Length > limits.FileBytes)
        {
            return new GuardResult.Refused(new Finding(FindingCatalog.LC1005_FileTooLarge, Location.File,
                PartInflater.Megabytes(file.Length), PartInflater.Megabytes(limits.FileBytes)));
        }
        if (!FileSignature.IsZip(file.Span)) { return new GuardResult.Refused(FileSignature.Refuse(file.Span)); }
        if (ZipDirectory.Read(file, limits, out var directory) is { } unreadable) { return new GuardResult.Refused(unreadable); }
        var opening = new PackageOpening(file, directory!, limits, cancelled);
        var refused = opening.ReadTypes() ?? opening.UnpackParts() ?? opening.ReadRelationships();
        var main = "";
        refused ??= FindMain(opening, out main) ?? RefuseByType(opening, main);
        if (refused is not null) { return new GuardResult.Refused(refused); }
        return new GuardResult.Safe(new SafePackage(opening, KindOf(opening.Types.Of(main)!)!.Value, main, ActiveContent.Remark(opening, limits)));
    }

    /// <summary>
    /// By the package's own relationship, in a damaged one by the list of types. Two different main parts are no file to judge: one program would open the one, another the other.
    /// </summary>
    private static Finding? FindMain(PackageOpening opening, out string main)
    {
        main = "";
        foreach (var relationship in opening.Relationships.GetValueOrDefault("", []))
        {
            if (relationship.Kind != "officeDocument" || relationship.IsExternal || !opening.Parts.ContainsKey(relationship.Target)) { continue; }
            if (main.Length > 0 && main != relationship.Target) { return Refusal.Damaged("twoMains"); }
            main = relationship.Target;
        }
        if (main.Length == 0)
        {
            main = opening.Types.FirstOverride(type => KindOf(type) is not null)
                ?? opening.Types.FirstOverride(type => type.EndsWith(MainTypeEnd, StringComparison.OrdinalIgnoreCase)) ?? "";
        }
        return main.Length == 0 ? Refusal.Damaged("noMain") : null;
    }

    /// <summary>
    /// Told by the main part first: a binary workbook says macroEnabled too, with or without macros. Only types that a part has count: some writers declare the binary
    /// type for every <c>.bin</c> that might come.
    /// </summary>
    private static Finding? RefuseByType(PackageOpening opening, string main)
    {
        var type = opening.Types.Of(main) ?? "";
        if (type.Contains(BinaryType, StringComparison.OrdinalIgnoreCase)) { return new Finding(FindingCatalog.LC1016_BinaryWorkbook, Location.File); }
        if (opening.PartNames.Any(part => IsMacro(part, opening.Types.Of(part) ?? "")))
        {
            return new Finding(FindingCatalog.LC1004_MacroFile, Location.File, main.StartsWith("word/", StringComparison.OrdinalIgnoreCase) ? ".docx" : ".xlsx");
        }
        if (KindOf(type) is null) { return new Finding(FindingCatalog.LC1017_OtherOfficeFile, Location.File, OtherKind(type)); }
        return opening.Parts.TryGetValue(main, out var part) && part.IsXml ? null : Refusal.Damaged("noMain", main);
    }

    private static bool IsMacro(string part, string type) =>
        part.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase) || type.Contains("vbaProject", StringComparison.OrdinalIgnoreCase)
        || type.Contains("macrosheet", StringComparison.OrdinalIgnoreCase)
        || (type.Contains("macroEnabled", StringComparison.OrdinalIgnoreCase) && !type.Contains(BinaryType, StringComparison.OrdinalIgnoreCase));

    /// <summary>A template (.xltx, .dotx) is filled in like the file made from it.</summary>
    private static PackageKind? KindOf(string type) => type switch
    {
        _ when !type.EndsWith(MainTypeEnd, StringComparison.OrdinalIgnoreCase) => null,
        _ when type.Contains("spreadsheetml", StringComparison.OrdinalIgnoreCase) => PackageKind.Workbook,
        _ when type.Contains("wordprocessingml", StringComparison.OrdinalIgnoreCase) => PackageKind.Document,
        _ => null,
    };

    private static Sentence OtherKind(string type) => type switch
    {
        _ when type.Contains("presentationml", StringComparison.OrdinalIgnoreCase) => new Sentence("package.kind.powerPoint"),
        _ when type.Contains("visio", StringComparison.OrdinalIgnoreCase) => new Sentence("package.kind.visio"),
        _ => new Sentence("package.kind.otherPackage"),
    };
}
