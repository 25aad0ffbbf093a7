using System.Globalization;
using System.Xml;

namespace LearningCity.Docs.OpenXml;

/// <summary>How a cell is shown. A class: many cells share one.</summary>
/// <param name="Format">How it shows numbers and text.</param>
/// <param name="Font">Its font, where the font changes what the letters mean: TCVN3, VNI, symbols.</param>
/// <param name="FontLooks">Struck, raised, lowered, bold, underlined: what a run with properties of its own does not take over.</param>
/// <param name="CellLooks">Ground and border, which hold for all of the cell.</param>
/// <param name="Ink">The letters' colour.</param>
/// <param name="Ground">The colour behind them; not said under a pattern.</param>
/// <param name="IsBox">A true or false in it is shown as a ticked or an empty box.</param>
internal sealed record CellStyle(NumberFormatCode Format, string? Font, Looks FontLooks, Looks CellLooks, Ink Ink, Ink Ground, bool IsBox)
{
    public static readonly CellStyle Default = new(NumberFormatCode.General, null, Looks.Plain, Looks.Plain, Ink.Black, Ink.White, false);

    /// <summary>Of text without properties of its own.</summary>
    public Looks Looks { get; } = FontLooks | CellLooks | Unseen(Ink, Ground);

    /// <summary>The same with letters of another colour, as a number format may give them; where it says none, itself.</summary>
    public CellStyle In(Ink ink) => ink.IsSaid ? new(Format, Font, FontLooks, CellLooks, ink, Ground, IsBox) : this;

    /// <summary>Of a run in it.</summary>
    public Looks Of(TextRun run) => !run.IsOwn ? Looks : run.Looks | CellLooks | Unseen(run.Ink.IsSaid ? run.Ink : Ink.Black, Ground);

    private static Looks Unseen(Ink ink, Ink ground) => ink.LooksLike(ground) ? Looks.Hidden : Looks.Plain;
}

/// <summary>What a reader must know of <c>xl/styles.xml</c> (ECMA-376 part 1, 18.8).</summary>
internal sealed class WorkbookStyles
{
    public static readonly WorkbookStyles None = new();

    private readonly List<CellStyle> cells = [];
    private readonly List<bool> strikes = [];

    public CellStyle this[int style] => (uint)style < (uint)cells.Count ? cells[style] : CellStyle.Default;

    /// <summary>True for a differential format (<c>dxf</c>) that strikes text out.</summary>
    public bool Strikes(int differential) => (uint)differential < (uint)strikes.Count && strikes[differential];

    private readonly record struct Font(string? Name, Looks Looks, Ink Ink);

    private readonly record struct Fill(Looks Looks, Ink Ground)
    {
        public static readonly Fill None = new(Looks.Plain, Ink.White);
    }

    public static WorkbookStyles Read(XmlReader xml)
    {
        var styles = new WorkbookStyles();
        var formats = new Dictionary<int, NumberFormatCode>();
        var fonts = new List<Font>();
        var fills = new List<Fill>();
        var borders = new List<Looks>();
        var part = "";
        while (xml.Read())
        {
            if (xml.NodeType is XmlNodeType.EndElement)
            {
                if (xml.LocalName == part) { part = ""; }
                continue;
            }
            if (xml.NodeType is not XmlNodeType.Element) { continue; }
            switch (xml.LocalName)
            {
                case "numFmt" when part != "dxfs" && int.TryParse(xml.GetAttribute("numFmtId"), CultureInfo.InvariantCulture, out var id):
                    formats[id] = NumberFormatCode.Parse(xml.GetAttribute("formatCode") ?? "");
                    break;
                case "fonts" or "fills" or "borders" or "cellXfs" or "dxfs" when part.Length == 0 && !xml.IsEmptyElement:
                    part = xml.LocalName;
                    break;
                case "font" when part == "fonts":
                    fonts.Add(ReadFont(xml));
                    break;
                case "fill" when part == "fills":
                    fills.Add(ReadFill(xml));
                    break;
                case "border" when part == "borders":
                    borders.Add(ReadBorder(xml));
                    break;
                case "dxf" when part == "dxfs":
                    styles.strikes.Add(false);
                    break;
                case "strike" when part == "dxfs" && styles.strikes.Count > 0:
                    styles.strikes[^1] |= OpenXml.FontLooks.Of(xml) is Looks.Struck;
                    break;
                case "xf" when part == "cellXfs":
                    var format = Index(xml, "numFmtId");
                    var font = At(fonts, Index(xml, "fontId"), default);
                    var fill = At(fills, Index(xml, "fillId"), Fill.None);
                    if (!formats.TryGetValue(format, out var code)) { formats[format] = code = NumberFormatCode.BuiltIn(format); }
                    var looks = fill.Looks | At(borders, Index(xml, "borderId"), Looks.Plain);
                    styles.cells.Add(new CellStyle(code, font.Name, font.Looks, looks, font.Ink.IsSaid ? font.Ink : Ink.Black, fill.Ground, false));
                    break;
                // A check box in the cell (MS-XLSX 2.3.12, feature property bag): the only control that a cell's format can have.
                case "xfComplement" when part == "cellXfs" && styles.cells.Count > 0:
                    styles.cells[^1] = styles.cells[^1] with { IsBox = true };
                    break;
            }
        }
        return styles;
    }

    private static int Index(XmlReader xml, string attribute) =>
        int.TryParse(xml.GetAttribute(attribute), CultureInfo.InvariantCulture, out var index) ? index : attribute == "numFmtId" ? 0 : -1;

    private static T At<T>(List<T> list, int index, T otherwise) => (uint)index < (uint)list.Count ? list[index] : otherwise;

    private static Font ReadFont(XmlReader xml)
    {
        var font = default(Font);
        if (xml.IsEmptyElement) { return font; }
        for (var depth = xml.Depth; xml.Read() && xml.Depth > depth;)
        {
            if (xml.NodeType is not XmlNodeType.Element) { continue; }
            font = xml.LocalName switch
            {
                "name" => font with { Name = Telling(xml.GetAttribute("val")) },
                "color" => font with { Ink = Ink.Read(xml) },
                _ => font with { Looks = font.Looks | OpenXml.FontLooks.Of(xml) },
            };
        }
        return font;
    }

    /// <summary>A plain colour is a ground of its own, unless it is white; under a pattern or a gradient nothing can be said of the ground.</summary>
    private static Fill ReadFill(XmlReader xml)
    {
        var (pattern, ground) = ("", default(Ink));
        if (xml.IsEmptyElement) { return Fill.None; }
        for (var depth = xml.Depth; xml.Read() && xml.Depth > depth;)
        {
            if (xml.NodeType is not XmlNodeType.Element) { continue; }
            if (xml.LocalName == "patternFill") { pattern = xml.GetAttribute("patternType") ?? "none"; }
            else if (xml.LocalName == "gradientFill") { pattern = "gradient"; }
            else if (xml.LocalName == "fgColor") { ground = Ink.Read(xml); }
        }
        return pattern switch
        {
            "none" or "" => Fill.None,
            "solid" => new(ground.LooksLike(Ink.White) ? Looks.Plain : Looks.Highlighted, ground),
            _ => new(Looks.Highlighted, default),
        };
    }

    /// <summary>Thin lines are the table's own. Four sides that are heavier are a frame around this cell.</summary>
    private static Looks ReadBorder(XmlReader xml)
    {
        var heavy = 0;
        if (xml.IsEmptyElement) { return Looks.Plain; }
        for (var depth = xml.Depth; xml.Read() && xml.Depth > depth;)
        {
            if (xml.NodeType is XmlNodeType.Element && xml.LocalName is "left" or "right" or "start" or "end" or "top" or "bottom"
                && xml.GetAttribute("style") is "medium" or "thick" or "double" or "mediumDashed" or "mediumDashDot" or "mediumDashDotDot" or "slantDashDot") { heavy++; }
        }
        return heavy == 4 ? Looks.Boxed : Looks.Plain;
    }

    /// <summary>Only fonts under which the letters mean something else matter: TCVN3, VNI and symbol fonts.</summary>
    private static string? Telling(string? font) => font is not null
        && (font.StartsWith(".Vn", StringComparison.OrdinalIgnoreCase) || font.StartsWith("VNI", StringComparison.OrdinalIgnoreCase) || Symbols.IsSymbolFont(font)) ? font : null;
}
