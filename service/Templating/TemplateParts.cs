using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace LearningCity.Docs.Templating;

/// <summary>What a template does with a part of its file.</summary>
internal enum PartKind
{
    /// <summary>Copied as it is.</summary>
    Copied,
    /// <summary>Text that Word shows: the document, headers, footers, notes.</summary>
    Word,
    /// <summary>Properties and custom XML.</summary>
    Properties,
    /// <summary>Perhaps holds tags but is none of these.</summary>
    NotFilled,
}

/// <summary>Sorts the parts of a .docx; only those with tags are read as XML.</summary>
internal static class TemplateParts
{
    private const string ContentTypes = "[Content_Types].xml";
    private const string Relationships = ".rels";
    private const string WordType = "application/vnd.openxmlformats-officedocument.wordprocessingml.";

    /// <summary>No text holds this noncharacter; the tokens need it for themselves.</summary>
    private static ReadOnlySpan<byte> TokenLeadUtf8 => [0xEF, 0xB7, 0x90];

    /// <returns>In the order of the file; of a part that is not filled the first tag in it.</returns>
    /// <exception cref="TemplateException">Not a .docx that can be read.</exception>
    public static ImmutableArray<(PackagePart Part, PartKind Kind, XDocument? Xml, string? Tag)> Read(byte[] docx, string file)
    {
        try
        {
            var parts = DocxFile.Read(docx);
            var types = TypesOf(parts);
            if (!types.ContainsValue(WordType + "document.main+xml")) { throw new InvalidDataException("document.main+xml"); }
            return [.. parts.Select(part => Read(part, KindOf(part, types.GetValueOrDefault("/" + part.Name, ""))))];
        }
        catch (Exception unreadable) when (unreadable is InvalidDataException or XmlException or IOException)
        {
            throw new TemplateException(file, [new Finding(FindingCatalog.LC9001_NotAWordTemplate, Location.File, unreadable.Message)]);
        }
    }

    private static (PackagePart, PartKind, XDocument?, string?) Read(PackagePart part, PartKind kind)
    {
        if (kind is PartKind.NotFilled) { return TagIn(part) is { } tag ? (part, kind, null, tag) : (part, PartKind.Copied, null, null); }
        if (kind is PartKind.Copied) { return (part, kind, null, null); }
        if (part.Bytes.AsSpan().IndexOf(TokenLeadUtf8) >= 0) { throw new InvalidDataException($"{part.Name}: U+FDD0"); }
        var xml = WordXml.Load(part.Bytes);
        if (kind is PartKind.Properties) { return (part, kind, xml, null); }
        if (xml.Root!.Name.Namespace != WordXml.W) { throw new InvalidDataException($"{part.Name}: {xml.Root.Name.NamespaceName}"); }
        RevisionAcceptance.Apply(xml.Root);
        return (part, kind, xml, null);
    }

    /// <summary>The content type of each part by its name with a slash in front: its own, else that of its extension (ECMA-376 part 2, 10.1.2).</summary>
    private static Dictionary<string, string> TypesOf(ImmutableArray<PackagePart> parts)
    {
        var part = parts.FirstOrDefault(p => p.Name == ContentTypes) ?? throw new InvalidDataException(ContentTypes);
        var types = WordXml.Load(part.Bytes).Root!.Elements().ToList();
        var own = Named("Override", "PartName");
        var usual = Named("Default", "Extension");
        return parts.Select(p => "/" + p.Name).Distinct(StringComparer.OrdinalIgnoreCase).ToDictionary(name => name,
            name => own.GetValueOrDefault(name) ?? usual.GetValueOrDefault(Path.GetExtension(name).TrimStart('.'), ""), StringComparer.OrdinalIgnoreCase);

        Dictionary<string, string> Named(string element, string key) => types.Where(e => e.Name.LocalName == element)
            .GroupBy(e => (string?)e.Attribute(key) ?? "", e => (string?)e.Attribute("ContentType") ?? "", StringComparer.OrdinalIgnoreCase)
            .ToDictionary(g => g.Key, g => g.First(), StringComparer.OrdinalIgnoreCase);
    }

    private static PartKind KindOf(PackagePart part, string type)
    {
        var name = part.Name;
        if (type.StartsWith(WordType, StringComparison.Ordinal) && !name.Contains("/glossary/", StringComparison.Ordinal)
            && type[WordType.Length..] is "document.main+xml" or "header+xml" or "footer+xml" or "footnotes+xml" or "endnotes+xml")
        {
            // A part may hold a tag in pieces: a brace is enough to look closer.
            return part.Bytes.AsSpan().Contains((byte)'{') || part.Bytes.AsSpan().Contains((byte)'}') ? PartKind.Word : PartKind.Copied;
        }
        if (!MayHoldTags(part)) { return PartKind.Copied; }
        if (name.StartsWith("docProps/", StringComparison.Ordinal) || (name.StartsWith("customXml/", StringComparison.Ordinal) && !name.EndsWith(Relationships, StringComparison.Ordinal))) { return PartKind.Properties; }
        // Comments are for the template's author, the glossary holds prompts.
        return name.StartsWith("word/comments", StringComparison.Ordinal) || name.Contains("/glossary/", StringComparison.Ordinal) ? PartKind.Copied : PartKind.NotFilled;
    }

    /// <summary>XML or another text with braces: whether they make a tag is seen when it is read.</summary>
    private static bool MayHoldTags(PackagePart part) => Path.GetExtension(part.Name).ToLowerInvariant() switch
    {
        ".xml" or ".vml" or ".svg" or ".htm" or ".html" or ".mht" or ".txt" or ".rtf" => Twice(part.Bytes, "{"u8) || Twice(part.Bytes, "}"u8),
        Relationships => Twice(part.Bytes, "{"u8) || Twice(part.Bytes, "%7B"u8),
        _ => false,
    };

    private static bool Twice(ReadOnlySpan<byte> bytes, ReadOnlySpan<byte> sign)
    {
        var first = bytes.IndexOf(sign);
        return first >= 0 && bytes[(first + sign.Length)..].IndexOf(sign) >= 0;
    }

    /// <summary>The first tag in a part that is not filled; null when its braces are none.</summary>
    private static string? TagIn(PackagePart part)
    {
        try { return UnfilledText.FirstTag(WordXml.Load(part.Bytes).Root!); }
        // Not XML, or damaged: looked at as it is.
        catch (XmlException) { return Encoding.UTF8.GetString(part.Bytes) is var text && text.IndexOf("{{", StringComparison.Ordinal) is >= 0 and var at ? text[at..Math.Min(text.Length, at + 60)] : null; }
    }
}
