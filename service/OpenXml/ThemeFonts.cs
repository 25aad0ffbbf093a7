using System.Xml;
using LearningCity.Docs.Packages;

namespace LearningCity.Docs.OpenXml;

/// <summary>The two Latin fonts of a document's theme (20.1.4.1.24 and .25), which runs name by their part in it: <c>minorHAnsi</c>.</summary>
internal sealed record ThemeFonts(string? Major, string? Minor)
{
    public static ThemeFonts None { get; } = new(null, null);

    public static ThemeFonts Read(SafePackage package)
    {
        if (package.Linked("theme") is not { } part) { return None; }
        using var xml = package.OpenXml(part);
        if (xml is null) { return None; }
        string? major = null, minor = null;
        var within = "";
        try
        {
            while (xml.Read())
            {
                if (xml.NodeType is not XmlNodeType.Element) { continue; }
                if (xml.LocalName is "majorFont" or "minorFont") { within = xml.LocalName; }
                else if (xml.LocalName == "latin" && within == "majorFont") { major ??= xml.Value("typeface"); }
                else if (xml.LocalName == "latin" && within == "minorFont") { minor ??= xml.Value("typeface"); }
            }
        }
        catch (XmlException) { return None; }
        return new ThemeFonts(Named(major), Named(minor));
    }

    /// <summary>Null when the theme is not asked for, or does not say.</summary>
    public string? Font(string? reference) => reference is null ? null
        : reference.StartsWith("major", StringComparison.Ordinal) ? Major
        : reference.StartsWith("minor", StringComparison.Ordinal) ? Minor
        : null;

    private static string? Named(string? font) => string.IsNullOrEmpty(font) ? null : font;
}

/// <summary>Parts that the main part is linked to by kind.</summary>
internal static class LinkedParts
{
    public static string? Linked(this SafePackage package, string kind) =>
        package.Relationships(package.MainPart).FirstOrDefault(r => !r.IsExternal && r.Kind == kind)?.Target;
}
