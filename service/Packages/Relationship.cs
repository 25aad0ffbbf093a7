using System.Xml;

namespace LearningCity.Docs.Packages;

/// <summary>
/// A link from a part to another part or out of the package (ECMA-376 part 2, 9.3). <paramref name="Target"/> is a part's name as the package spells it, or, when
/// external, the address as written. <paramref name="Type"/> is the whole name, transitional or strict.
/// </summary>
internal sealed record Relationship(string Id, string Type, string Target, bool IsExternal)
{
    /// <summary>The end of the type's name, the same in transitional and strict files: <c>worksheet</c>, <c>sharedStrings</c>, <c>header</c>.</summary>
    public string Kind => Type[(Type.LastIndexOf('/') + 1)..];

    /// <summary>The part whose relationships <paramref name="part"/> holds; <c>""</c> is the package itself; null when it holds none.</summary>
    public static string? SourceOf(string part)
    {
        var name = part.LastIndexOf('/') + 1;
        if (!part.EndsWith(".rels", StringComparison.OrdinalIgnoreCase) || !part.AsSpan(0, name).EndsWith("_rels/", StringComparison.OrdinalIgnoreCase)) { return null; }
        return string.Concat(part.AsSpan(0, name - "_rels/".Length), part.AsSpan(name, part.Length - name - ".rels".Length));
    }

    /// <exception cref="XmlException">The part is not well-formed.</exception>
    public static ImmutableArray<Relationship> Read(XmlReader xml, string source, Func<string, string?> partOf)
    {
        var all = ImmutableArray.CreateBuilder<Relationship>();
        while (xml.Read())
        {
            if (xml.NodeType != XmlNodeType.Element || xml.LocalName != "Relationship") { continue; }
            var target = xml.GetAttribute("Target") ?? "";
            var external = xml.GetAttribute("TargetMode") == "External";
            all.Add(new Relationship(xml.GetAttribute("Id") ?? "", xml.GetAttribute("Type") ?? "", external ? target : Resolve(source, target, partOf), external));
        }
        return all.ToImmutable();
    }

    /// <summary>
    /// Relative to the source's folder, or from the root with a leading slash. Spelled as the package spells it when there is such a part, percent escapes or not.
    /// </summary>
    private static string Resolve(string source, string target, Func<string, string?> partOf)
    {
        if (target.AsSpan().IndexOfAny('#', '?') is >= 0 and var end) { target = target[..end]; }
        target = target.Replace('\\', '/');
        var folder = target.StartsWith('/') ? "" : source[..(source.LastIndexOf('/') + 1)];
        var path = target.Contains("./", StringComparison.Ordinal) ? Normalized(folder + target) : (folder + target).TrimStart('/');
        return partOf(path) ?? (path.Contains('%', StringComparison.Ordinal) ? partOf(Uri.UnescapeDataString(path)) : null) ?? path;
    }

    private static string Normalized(string path)
    {
        var kept = new List<string>();
        foreach (var segment in path.Split('/'))
        {
            if (segment == ".." && kept.Count > 0) { kept.RemoveAt(kept.Count - 1); }
            else if (segment is not ("" or "." or "..")) { kept.Add(segment); }
        }
        return string.Join('/', kept);
    }
}
