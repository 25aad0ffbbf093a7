using System.Xml;

namespace LearningCity.Docs.Packages;

/// <summary>What each part is, from <c>[Content_Types].xml</c> (ECMA-376 part 2, 10.1.2.2). Names and extensions compare without case.</summary>
internal sealed class ContentTypes
{
    public const string PartName = "[Content_Types].xml";

    private readonly Dictionary<string, string> defaults = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, string> overrides = new(StringComparer.OrdinalIgnoreCase);

    /// <exception cref="XmlException">The part is not well-formed.</exception>
    public static ContentTypes Read(XmlReader xml)
    {
        var types = new ContentTypes();
        while (xml.Read())
        {
            if (xml.NodeType != XmlNodeType.Element || xml.GetAttribute("ContentType") is not { } type) { continue; }
            if (xml.LocalName == "Override" && xml.GetAttribute("PartName") is { } part) { types.overrides.TryAdd(part.Replace('\\', '/').TrimStart('/'), type); }
            else if (xml.LocalName == "Default" && xml.GetAttribute("Extension") is { } extension) { types.defaults.TryAdd(extension.TrimStart('.'), type); }
        }
        return types;
    }

    /// <summary>Null when nothing is said of it.</summary>
    public string? Of(string part)
    {
        if (overrides.TryGetValue(part, out var type)) { return type; }
        var dot = part.LastIndexOf('.');
        return dot >= 0 && defaults.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(part.AsSpan(dot + 1), out type) ? type : null;
    }

    /// <summary>Parts that are XML by their type or by the extensions that only XML parts have.</summary>
    public bool IsXml(string part) =>
        part.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) || part.EndsWith(".rels", StringComparison.OrdinalIgnoreCase)
        || part.EndsWith(".vml", StringComparison.OrdinalIgnoreCase) || (Of(part)?.EndsWith("xml", StringComparison.OrdinalIgnoreCase) ?? false);

    /// <summary>The first part with such a type of its own, in the order of the list.</summary>
    public string? FirstOverride(Func<string, bool> isWanted) => overrides.FirstOrDefault(pair => isWanted(pair.Value)).Key;
}
