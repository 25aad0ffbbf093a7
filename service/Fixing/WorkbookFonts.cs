using System.Globalization;
using System.Xml.Linq;
using LearningCity.Docs.Packages;

namespace LearningCity.Docs.Fixing;

/// <summary>The fonts of a workbook's cell styles: a text converted to Unicode must not stay in a font that draws other letters.</summary>
internal sealed class WorkbookFonts
{
    private readonly List<XElement> fonts = [];
    private readonly List<int> styles = [];

    public static WorkbookFonts Read(SafePackage package)
    {
        var result = new WorkbookFonts();
        var part = package.Relationships(package.MainPart).FirstOrDefault(r => r.Kind == "styles")?.Target;
        if (part is null || package.OpenXml(part) is not { } xml) { return result; }
        using (xml)
        {
            var root = XElement.Load(xml);
            var space = root.Name.Namespace;
            result.fonts.AddRange(root.Element(space + "fonts")?.Elements(space + "font") ?? []);
            result.styles.AddRange((root.Element(space + "cellXfs")?.Elements(space + "xf") ?? []).Select(x => int.TryParse((string?)x.Attribute("fontId"), CultureInfo.InvariantCulture, out var id) ? id : 0));
        }
        return result;
    }

    public string? Name(int style) => (string?)Font(style)?.Elements().FirstOrDefault(e => e.Name.LocalName == "name")?.Attribute("val");

    /// <summary>Run properties (CT_RPrElt) like the style's font, in Times New Roman, the font that Nghị định 30/2020 asks for.</summary>
    public string InUnicode(int style, string prefix)
    {
        var font = Font(style);
        var look = (font?.Elements() ?? []).Where(e => e.Name.LocalName is "b" or "i" or "u" or "strike" or "sz" or "color" or "vertAlign")
            .Select(e => $"<{prefix}{e.Name.LocalName}{string.Concat(e.Attributes().Where(a => !a.IsNamespaceDeclaration).Select(a => $" {a.Name.LocalName}=\"{a.Value}\""))}/>");
        return $"<{prefix}rPr><{prefix}rFont val=\"Times New Roman\"/>{string.Concat(look)}</{prefix}rPr>";
    }

    private XElement? Font(int style) => (uint)style < (uint)styles.Count && (uint)styles[style] < (uint)fonts.Count ? fonts[styles[style]] : null;
}
