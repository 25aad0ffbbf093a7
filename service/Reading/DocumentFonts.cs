using System.Xml;
using LearningCity.Docs.Packages;

namespace LearningCity.Docs.Reading;

/// <summary>The font that a document's text has where no run names one: TCVN3 documents often say <c>.VnTime</c> only in their styles.</summary>
internal static class DocumentFonts
{
    /// <summary>Null unless the default is a TCVN3 or VNI font: others do not change what letters mean.</summary>
    public static string? Default(SafePackage package)
    {
        var styles = package.Relationships(package.MainPart).FirstOrDefault(r => !r.IsExternal && r.Type.EndsWith("/styles", StringComparison.Ordinal))?.Target;
        if (styles is null || package.Part(styles) is not { } bytes || (bytes.Span.IndexOf(".Vn"u8) < 0 && bytes.Span.IndexOf("VNI-"u8) < 0)) { return null; }
        string? font = null;
        var relevant = false;
        using var xml = package.OpenXml(styles);
        if (xml is null) { return null; }
        while (xml.Read())
        {
            if (xml.NodeType is not XmlNodeType.Element) { continue; }
            switch (xml.LocalName)
            {
                case "docDefaults":
                    relevant = true;
                    break;
                case "style":
                    relevant = Attribute(xml, "type") == "paragraph" && Attribute(xml, "default") is "1" or "true";
                    break;
                case "rFonts" when relevant:
                    font = Attribute(xml, "ascii") ?? font;
                    break;
            }
        }
        return font;
    }

    private static string? Attribute(XmlReader xml, string name) => xml.GetAttribute(name, xml.NamespaceURI) ?? xml.GetAttribute(name);
}
