using System.Xml;
using LearningCity.Docs.Packages;

namespace LearningCity.Docs.OpenXml;

/// <summary>A sheet of a workbook, with its part.</summary>
internal sealed record WorkbookSheet(string Name, string Part, bool IsHidden);

/// <summary>The workbook's own part and what all its sheets share (ECMA-376 part 1, 18.2).</summary>
/// <param name="Sheets">In the order of their tabs; a part counts once.</param>
/// <param name="Names">Defined names that begin as was asked, each with its formula.</param>
internal sealed record Workbook(ImmutableArray<WorkbookSheet> Sheets, ImmutableArray<(string Name, string Formula)> Names, bool Date1904)
{
    /// <exception cref="XmlException">A part that is not well-formed.</exception>
    public static Workbook Read(SafePackage package, string namesBegin)
    {
        var parts = SheetParts(package);
        var sheets = ImmutableArray.CreateBuilder<WorkbookSheet>();
        var names = ImmutableArray.CreateBuilder<(string, string)>();
        var date1904 = false;
        using var xml = package.OpenXml(package.MainPart)!;
        while (!xml.EOF)
        {
            if (xml.NodeType is not XmlNodeType.Element) { xml.Read(); continue; }
            switch (xml.LocalName)
            {
                case "workbookPr":
                    date1904 = xml.GetAttribute("date1904") is "1" or "true";
                    break;
                // Removed, so that a list that names a part a thousand times does not read it a thousand times.
                case "sheet" when parts.Remove(RelationshipId(xml), out var part):
                    sheets.Add(new WorkbookSheet(xml.GetAttribute("name") ?? "", part, xml.GetAttribute("state") is "hidden" or "veryHidden"));
                    break;
                case "definedName" when xml.GetAttribute("name") is { } name && name.StartsWith(namesBegin, StringComparison.OrdinalIgnoreCase):
                    names.Add((name, xml.ReadElementContentAsString()));
                    // The reader stands behind the name already, perhaps on the next one.
                    continue;
            }
            xml.Read();
        }
        return new Workbook(sheets.ToImmutable(), names.ToImmutable(), date1904);
    }

    public static List<RichText> Strings(SafePackage package, bool asWritten = false)
    {
        var strings = new List<RichText>();
        if (Open(package, "sharedStrings") is not { } xml) { return strings; }
        using (xml)
        {
            while (xml.Read())
            {
                if (xml is { NodeType: XmlNodeType.Element, LocalName: "si" }) { strings.Add(RichText.Read(xml, asWritten)); }
            }
        }
        return strings;
    }

    public static WorkbookStyles Styles(SafePackage package)
    {
        if (Open(package, "styles") is not { } xml) { return WorkbookStyles.None; }
        using (xml) { return WorkbookStyles.Read(xml); }
    }

    private static XmlReader? Open(SafePackage package, string kind) =>
        package.Relationships(package.MainPart).FirstOrDefault(r => !r.IsExternal && r.Kind == kind) is { } found ? package.OpenXml(found.Target) : null;

    /// <summary>Relationship id → worksheet part, each part once.</summary>
    private static Dictionary<string, string> SheetParts(SafePackage package)
    {
        var parts = new Dictionary<string, string>(StringComparer.Ordinal);
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var relationship in package.Relationships(package.MainPart))
        {
            if (relationship is { IsExternal: false, Kind: "worksheet" } && seen.Add(relationship.Target)) { parts.TryAdd(relationship.Id, relationship.Target); }
        }
        return parts;
    }

    /// <summary>The <c>r:id</c> attribute, whatever its prefix; transitional and strict namespaces.</summary>
    private static string RelationshipId(XmlReader xml)
    {
        var id = "";
        if (xml.MoveToFirstAttribute())
        {
            do
            {
                if (xml.LocalName == "id" && xml.NamespaceURI.EndsWith("/relationships", StringComparison.Ordinal)) { id = xml.Value; }
            }
            while (xml.MoveToNextAttribute());
            xml.MoveToElement();
        }
        return id;
    }
}
