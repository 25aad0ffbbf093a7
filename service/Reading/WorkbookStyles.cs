using System.Globalization;
using System.Xml;

namespace LearningCity.Docs.Reading;

/// <summary>What a reader must know of <c>xl/styles.xml</c>: how a cell shows numbers, and its font where the font changes what the letters mean.</summary>
internal sealed class WorkbookStyles
{
    public static readonly WorkbookStyles None = new();

    private readonly List<(NumberShape Shape, string? Font)> cells = [];

    public (NumberShape Shape, string? Font) this[int style] => (uint)style < (uint)cells.Count ? cells[style] : (NumberShape.General, null);

    public static WorkbookStyles Read(XmlReader xml)
    {
        var styles = new WorkbookStyles();
        var formats = new Dictionary<int, string>();
        var fonts = new List<string?>();
        var inFonts = false;
        var inCells = false;
        while (xml.Read())
        {
            if (xml.NodeType is XmlNodeType.EndElement)
            {
                if (xml.LocalName is "fonts") { inFonts = false; }
                if (xml.LocalName is "cellXfs") { inCells = false; }
                continue;
            }
            if (xml.NodeType is not XmlNodeType.Element) { continue; }
            switch (xml.LocalName)
            {
                case "numFmt" when int.TryParse(xml.GetAttribute("numFmtId"), CultureInfo.InvariantCulture, out var id):
                    formats[id] = xml.GetAttribute("formatCode") ?? "";
                    break;
                case "fonts":
                    inFonts = !xml.IsEmptyElement;
                    break;
                case "font" when inFonts:
                    fonts.Add(null);
                    break;
                case "name" when inFonts && fonts.Count > 0:
                    fonts[^1] = Telling(xml.GetAttribute("val"));
                    break;
                case "cellXfs":
                    inCells = !xml.IsEmptyElement;
                    break;
                case "xf" when inCells:
                    _ = int.TryParse(xml.GetAttribute("numFmtId"), CultureInfo.InvariantCulture, out var format);
                    var hasFont = int.TryParse(xml.GetAttribute("fontId"), CultureInfo.InvariantCulture, out var font);
                    styles.cells.Add((Shape(format, formats), hasFont && (uint)font < (uint)fonts.Count ? fonts[font] : null));
                    break;
            }
        }
        return styles;
    }

    /// <summary>Only fonts under which the letters mean something else matter: TCVN3, VNI and symbol fonts.</summary>
    private static string? Telling(string? font) => font is not null
        && (font.StartsWith(".Vn", StringComparison.OrdinalIgnoreCase) || font.StartsWith("VNI", StringComparison.OrdinalIgnoreCase) || Symbols.IsSymbolFont(font)) ? font : null;

    /// <summary>Built-in formats of ECMA-376 part 1, 18.8.30; the rest by their letters.</summary>
    private static NumberShape Shape(int id, Dictionary<int, string> formats) => id switch
    {
        9 or 10 => NumberShape.Percent,
        (>= 14 and <= 22) or (>= 27 and <= 36) or (>= 45 and <= 47) or (>= 50 and <= 58) => NumberShape.Date,
        49 => NumberShape.Text,
        _ => formats.TryGetValue(id, out var code) ? Shape(code) : NumberShape.General,
    };

    public static NumberShape Shape(string code)
    {
        bool percent = false, date = false;
        for (var i = 0; i < code.Length && code[i] != ';'; i++)
        {
            switch (code[i])
            {
                case '"':
                    i = code.IndexOf('"', i + 1) is var end and >= 0 ? end : code.Length;
                    break;
                case '[':
                    var close = code.IndexOf(']', i + 1);
                    // [h] and [mm] are elapsed time, [Red] and [$-42A] are not.
                    if (close > i && code.AsSpan(i + 1, close - i - 1).Trim("hHmMsS".AsSpan()).IsEmpty) { date = true; }
                    i = close > i ? close : code.Length;
                    break;
                case '\\' or '_' or '*':
                    i++;
                    break;
                case '%':
                    percent = true;
                    break;
                case 'd' or 'D' or 'm' or 'M' or 'y' or 'Y' or 'h' or 'H' or 's' or 'S':
                    date = true;
                    break;
                case '@':
                    return NumberShape.Text;
                case 'G' or 'g' when code.AsSpan(i).StartsWith("General", StringComparison.OrdinalIgnoreCase):
                    i += "General".Length - 1;
                    break;
            }
        }
        return percent ? NumberShape.Percent : date ? NumberShape.Date : NumberShape.General;
    }
}
