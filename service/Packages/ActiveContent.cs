using System.Text;
using System.Text.RegularExpressions;

namespace LearningCity.Docs.Packages;

/// <summary>
/// What in a file reaches out of it, runs or floods: never followed, run or drawn here, and no reason to refuse, but its owner should know before the file goes up. Hyperlinks
/// are left alone: they do nothing until someone clicks.
/// </summary>
internal static partial class ActiveContent
{
    public static ImmutableArray<Finding> Remark(PackageOpening package, PackageLimits limits) =>
        [.. Found(package, limits).DistinctBy(r => (r.Code, r.Location, r.Value)).Take(limits.Remarks)];

    private static IEnumerable<Finding> Found(PackageOpening package, PackageLimits limits)
    {
        if (package.PartNames.Any(p => p.StartsWith("_xmlsignatures/", StringComparison.OrdinalIgnoreCase)))
        {
            yield return new Finding(FindingCatalog.LC1022_SignedFile, Location.File);
        }
        foreach (var part in package.PartNames)
        {
            if (Relationship.SourceOf(part) is { } source)
            {
                foreach (var relationship in package.Relationships[source])
                {
                    if (Of(relationship, source) is { } remark) { yield return remark; }
                }
            }
            else if (package.Parts[part].Points > limits.PicturePoints)
            {
                yield return new Finding(FindingCatalog.LC1025_HugePicture, At(part), limits.PicturePoints / 1_000_000);
            }
            else if (package.Parts[part] is { IsXml: true } stored && HasDde(stored.Utf8.Span, package.Types.Of(part)))
            {
                yield return Embedded(part, "dde");
            }
        }
    }

    private static Finding? Of(Relationship relationship, string source)
    {
        if (!relationship.IsExternal)
        {
            return relationship.Kind switch
            {
                "oleObject" => Embedded(source, "object"),
                // A chart keeps its figures in a small workbook of its own.
                "package" when !source.Contains("/charts/", StringComparison.OrdinalIgnoreCase) => Embedded(source, "object"),
                "control" => Embedded(source, "control"),
                "aFChunk" => Chunk(source, relationship.Target),
                _ => null,
            };
        }
        return relationship.Kind switch
        {
            "hyperlink" => null,
            "attachedTemplate" => IsOwnNormalTemplate(relationship.Target) ? null : External(source, "template", relationship),
            "image" => External(source, "image", relationship),
            "oleObject" => External(source, "object", relationship),
            "aFChunk" => External(source, "chunk", relationship),
            "externalLinkPath" or "xlPathMissing" or "xlStartup" or "xlLibrary" or "xlAlternateStartup" => External(source, "workbook", relationship),
            _ => External(source, "other", relationship),
        };
    }

    private static Finding External(string source, string what, Relationship relationship) =>
        new(FindingCatalog.LC1020_ExternalContent, At(source), new Sentence("package.external." + what), relationship.Target) { Value = relationship.Target };

    private static Finding Embedded(string source, string what) =>
        new(FindingCatalog.LC1021_EmbeddedObject, At(source), new Sentence("package.embedded." + what), new Sentence("package.embedded.remove")) { Value = what };

    /// <summary>The value of a finding about text that stands in a file of its own inside the document.</summary>
    public const string ChunkValue = "chunk";

    /// <summary>A whole document (HTML, MHT, RTF, DOCX) that Word takes in and shows when it opens the file (altChunk, ECMA-376 part 1, 17.17.2.1).</summary>
    private static Finding Chunk(string source, string part) =>
        new(FindingCatalog.LC1021_EmbeddedObject, At(source), new Sentence("package.embedded.chunk", part), new Sentence("package.embedded.saveAgain")) { Value = ChunkValue };

    private static Location At(string source) => source.Length == 0 ? Location.File : Refusal.At(source);

    /// <summary>Word notes down where its everyday template lies on the author's own disk. The same name on a server is another matter.</summary>
    private static bool IsOwnNormalTemplate(string target) => OwnNormalTemplate().IsMatch(target);

    [GeneratedRegex(@"^(file:///)?([A-Z]:[\\/]([^\\/]+[\\/])*)?Normal\.dotm?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex OwnNormalTemplate();

    /// <summary>Dynamic data exchange starts a program: in Excel as a link of its own kind, in Word as a field, whose code may be cut over many runs.</summary>
    private static bool HasDde(ReadOnlySpan<byte> xml, string? type)
    {
        if (type is null) { return false; }
        if (type.EndsWith("externalLink+xml", StringComparison.OrdinalIgnoreCase)) { return xml.IndexOf("ddeLink"u8) >= 0; }
        return type.Contains("wordprocessingml", StringComparison.OrdinalIgnoreCase) && xml.IndexOf("instr"u8) >= 0 && DdeField().IsMatch(FieldCodes(xml));
    }

    /// <summary>The field codes of a Word part, one a line.</summary>
    private static string FieldCodes(ReadOnlySpan<byte> xml)
    {
        var codes = new StringBuilder();
        for (var rest = xml; rest.IndexOf("instr"u8) is >= 0 and var at;)
        {
            if (rest[..at].IndexOf("\"begin\""u8) >= 0) { codes.Append('\n'); }
            rest = rest[(at + "instr".Length)..];
            var isSimple = rest.StartsWith("=\""u8);
            if (isSimple) { codes.Append('\n'); }
            var start = isSimple ? 2 : rest.IndexOf((byte)'>') + 1;
            if (start == 0) { break; }
            var length = rest[start..].IndexOf(isSimple ? (byte)'"' : (byte)'<');
            if (length < 0) { break; }
            codes.Append(Encoding.UTF8.GetString(rest.Slice(start, length)));
            rest = rest[(start + length)..];
        }
        return codes.ToString();
    }

    [GeneratedRegex(@"^[^\S\n]*DDE(AUTO)?\b", RegexOptions.IgnoreCase | RegexOptions.Multiline | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex DdeField();
}
