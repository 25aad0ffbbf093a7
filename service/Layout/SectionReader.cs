using System.Xml;
using LearningCity.Docs.OpenXml;

namespace LearningCity.Docs.Layout;

/// <summary>Reads <c>w:sectPr</c>.</summary>
internal static class SectionReader
{
    /// <summary>At the element; ends behind it. <paramref name="links"/>: headers and footers by relationship.</summary>
    public static PaperSection Read(XmlReader xml, Dictionary<string, string> links)
    {
        var section = new PaperSection();
        xml.EachChild(name =>
        {
            switch (name)
            {
                case "pgSz":
                    section = section with { Width = Length("w", section.Width), Height = Length("h", section.Height) };
                    break;
                case "pgMar":
                    section = section with
                    {
                        Top = Math.Abs(Length("top", section.Top)),
                        Bottom = Math.Abs(Length("bottom", section.Bottom)),
                        Left = Length("left", section.Left),
                        Right = Length("right", section.Right),
                        Gutter = Length("gutter", 0),
                    };
                    break;
                case "type": section = section with { IsContinuous = xml.Value() == "continuous" }; break;
                case "titlePg": section = section with { HasTitlePage = xml.IsOn() }; break;
                case "pgNumType":
                    section = section with { FirstNumber = WordXmlReading.Number(xml.Value("start")), NumberFormat = xml.Value("fmt") ?? "decimal" };
                    break;
                case "headerReference" or "footerReference" when Target() is { } part:
                    section = section with { Parts = section.Parts.SetItem($"{name[..6]}.{xml.Value("type") ?? "default"}", part) };
                    break;
            }
            xml.Skip();
        });
        return section;

        int Length(string attribute, int otherwise) => WordXmlReading.Twips(xml.Value(attribute)) ?? otherwise;

        string? Target()
        {
            for (var i = 0; i < xml.AttributeCount; i++)
            {
                xml.MoveToAttribute(i);
                if (xml.LocalName == "id" && links.TryGetValue(xml.Value, out var part)) { xml.MoveToElement(); return part; }
            }
            xml.MoveToElement();
            return null;
        }
    }
}
