using System.Globalization;
using System.Xml;

namespace LearningCity.Docs.Layout;

/// <summary>Straight lines in VML, as Word drew them before 2010 and still writes for older programs.</summary>
internal static class ShapeLine
{
    private const double EmuPerPoint = 12_700;

    /// <summary>Points of a length in EMU; null when there is none.</summary>
    public static double? Emu(string? text) =>
        long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var emu) && emu > 0 ? emu / EmuPerPoint : null;

    /// <summary>The element as a line, or null: a <c>v:line</c>, a connector (shape type 32), a horizontal rule.</summary>
    public static DrawnLine? Vml(XmlReader xml) => xml.LocalName switch
    {
        "line" => new DrawnLine(Across(xml.GetAttribute("from"), xml.GetAttribute("to"))),
        "shape" => xml.GetAttribute("type") is "#_x0000_t32" or "#_x0000_t20" ? new DrawnLine(null) : null,
        _ => xml.GetAttribute("hr", "urn:schemas-microsoft-com:office:office") is "t" or "true" ? new DrawnLine(null) : null,
    };

    private static double? Across(string? from, string? to) => Left(from) is { } a && Left(to) is { } b ? Math.Abs(b - a) : null;

    private static double? Left(string? point)
    {
        var x = point?.Split(',')[0].Trim();
        return x is not null && x.EndsWith("pt", StringComparison.Ordinal)
            && double.TryParse(x.AsSpan(0, x.Length - 2), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var points) ? points : null;
    }
}
