using System.Globalization;
using System.Xml;

namespace LearningCity.Docs.OpenXml;

/// <summary>WordprocessingML, transitional or strict, read forward: names without their namespace, lengths in any unit that ST_UniversalMeasure has.</summary>
internal static class WordXmlReading
{
    /// <summary>An attribute in the element's own namespace or in none.</summary>
    public static string? Value(this XmlReader xml, string name = "val") => xml.GetAttribute(name, xml.NamespaceURI) ?? xml.GetAttribute(name);

    /// <summary>Whether a property that is switched by being there is on.</summary>
    public static bool IsOn(this XmlReader xml) => xml.Value() is not ("0" or "false" or "off");

    /// <summary>The children of the current element; the action must consume the one that it is called at. Ends behind the end tag.</summary>
    public static void EachChild(this XmlReader xml, Action<string> child)
    {
        if (xml.IsEmptyElement) { xml.Read(); return; }
        var depth = xml.Depth;
        xml.Read();
        while (xml.ToChild(depth)) { child(xml.LocalName); }
        xml.Leave();
    }

    /// <summary>On to the next child of the element that stands at this depth; false at its end.</summary>
    public static bool ToChild(this XmlReader xml, int depth)
    {
        while (!xml.EOF && xml.Depth > depth)
        {
            if (xml.NodeType is XmlNodeType.Element) { return true; }
            xml.Read();
        }
        return false;
    }

    /// <summary>Behind the end tag.</summary>
    public static void Leave(this XmlReader xml)
    {
        if (!xml.EOF) { xml.Read(); }
    }

    /// <summary>Twips: a bare number is twips, a number with a unit is converted. Null when it is neither.</summary>
    public static int? Twips(string? text) => Measure(text, 1);

    /// <summary>Half-points, as font sizes are.</summary>
    public static int? HalfPoints(string? text) => Measure(text, 10);

    public static int? Number(string? text) => int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static int? Measure(string? text, int twipsPerUnit)
    {
        if (string.IsNullOrEmpty(text)) { return null; }
        var twips = text.Length > 2 ? text[^2..] switch { "mm" => 1440 / 25.4, "cm" => 1440 / 2.54, "in" => 1440, "pt" => 20, "pc" or "pi" => 240, _ => 0.0 } : 0;
        var digits = twips > 0 ? text.AsSpan(0, text.Length - 2) : text;
        if (!double.TryParse(digits, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)) { return null; }
        var value = twips > 0 ? number * twips / twipsPerUnit : number;
        return Math.Abs(value) < 1_000_000 ? (int)Math.Round(value) : null;
    }
}
