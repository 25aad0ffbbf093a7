namespace LearningCity.Docs.Packages;

/// <summary>The reasons to refuse a file that more than one step of the guard gives. Each is one finding with its place in the package.</summary>
internal static class Refusal
{
    private const int ShownNameLength = 120;

    /// <summary><paramref name="what"/>: which kind of damage, a key below <c>package.damage</c>.</summary>
    public static Finding Damaged(string what, string? part = null) =>
        new(FindingCatalog.LC1009_DamagedPackage, part is null ? Location.File : At(part), new Sentence("package.damage." + what));

    public static Finding NotOffice(string kind) => new(FindingCatalog.LC1001_NotAnOfficeFile, Location.File, new Sentence("package.kind." + kind));

    public static Finding Encrypted() => new(FindingCatalog.LC1003_EncryptedFile, Location.File);

    /// <summary>A part as a location that can be printed: names come from the file and may hold anything.</summary>
    public static Location.Part At(string part)
    {
        var shown = part.Length > ShownNameLength ? part[..ShownNameLength] + "…" : part;
        return new Location.Part(string.Create(shown.Length, shown, static (printable, name) =>
        {
            for (var i = 0; i < name.Length; i++) { printable[i] = char.IsControl(name[i]) || char.IsSurrogate(name[i]) ? '\uFFFD' : name[i]; }
        }));
    }
}
