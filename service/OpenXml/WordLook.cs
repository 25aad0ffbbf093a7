using System.Globalization;
using System.Xml;
using LearningCity.Docs.Packages;

namespace LearningCity.Docs.OpenXml;

/// <summary>
/// What one level of formatting (a run, a style, the defaults) says of how text looks, as far as <see cref="Looks"/> asks for it; null: it says nothing.
/// Colours are RGB numbers; <see cref="Automatic"/> takes one away.
/// </summary>
internal readonly record struct WordLook
{
    /// <summary>A colour that the program chooses, so that the text is seen.</summary>
    public const int Automatic = -1;

    /// <summary>A ground that has no single colour, or one that cannot be told from here.</summary>
    public const int Unknown = -2;

    public const int White = 0xFFFFFF;

    /// <summary>Text raised or lowered by less is set so for the looks of the line. Half-points.</summary>
    private const int LeastPosition = 4;

    /// <summary>Two colours no channel of which differs by more cannot be told apart.</summary>
    private const int SameShade = 8;

    public bool? Struck { get; init; }
    public bool? DoubleStruck { get; init; }
    public bool? Hidden { get; init; }

    /// <summary><c>vertAlign</c>: 1 superscript, −1 subscript, 0 neither.</summary>
    public int? Vertical { get; init; }

    /// <summary><c>position</c>, in half-points above the line.</summary>
    public int? Position { get; init; }

    public int? Colour { get; init; }

    /// <summary>The colour behind the text: shading, or a highlight over it.</summary>
    public int? Ground { get; init; }

    public bool HasHighlight { get; init; }

    /// <summary>Looks that count only as direct formatting: bold, underlined, highlighted, boxed.</summary>
    public Looks Direct { get; init; }

    public bool IsEmpty => this == default;

    /// <summary>This level over a lower one of the same kind: a style over the one that it is based on, or direct formatting over all.</summary>
    public WordLook Over(in WordLook lower) => new()
    {
        Struck = Struck ?? lower.Struck,
        DoubleStruck = DoubleStruck ?? lower.DoubleStruck,
        Hidden = Hidden ?? lower.Hidden,
        Vertical = Vertical ?? lower.Vertical,
        Position = Position ?? lower.Position,
        Colour = Colour ?? lower.Colour,
        Ground = Ground ?? lower.Ground,
        Direct = Direct,
    };

    /// <summary>A style of another kind over this one: a toggle that both set is off (17.7.3).</summary>
    public WordLook Under(in WordLook style) => style.Over(this) with
    {
        Struck = Toggle(Struck, style.Struck),
        Hidden = Toggle(Hidden, style.Hidden),
    };

    private static bool? Toggle(bool? lower, bool? upper) => lower is null ? upper : upper is null ? lower : lower.Value ^ upper.Value;

    /// <summary>As a reader sees text of this look.</summary>
    /// <param name="around">The colour behind the text where the text has none of its own.</param>
    public Looks Seen(int around)
    {
        var looks = Direct;
        if (Struck == true || DoubleStruck == true) { looks |= Looks.Struck; }
        if (Hidden == true || (Colour is >= 0 and var colour && (Ground is null or Automatic ? around : Ground.Value) is >= 0 and var ground && IsSameShade(colour, ground))) { looks |= Looks.Hidden; }
        if (Vertical == 1 || Position >= LeastPosition) { looks |= Looks.Raised; }
        else if (Vertical == -1 || Position <= -LeastPosition) { looks |= Looks.Lowered; }
        return looks;
    }

    private static bool IsSameShade(int a, int b) =>
        Math.Abs((a >> 16) - (b >> 16)) <= SameShade && Math.Abs((a >> 8 & 0xFF) - (b >> 8 & 0xFF)) <= SameShade && Math.Abs((a & 0xFF) - (b & 0xFF)) <= SameShade;

    /// <summary>With the property (a child of <c>w:rPr</c>) that the reader stands at; reads attributes only.</summary>
    public WordLook With(XmlReader xml, string property)
    {
        switch (property)
        {
            case "strike": return this with { Struck = xml.IsOn() };
            case "dstrike": return this with { DoubleStruck = xml.IsOn() };
            case "vanish": return this with { Hidden = xml.IsOn() };
            case "vertAlign": return this with { Vertical = xml.Value() switch { "superscript" => 1, "subscript" => -1, _ => 0 } };
            case "position": return this with { Position = WordXmlReading.HalfPoints(xml.Value()) };
            case "color": return this with { Colour = Rgb(xml.Value()) };
            case "b": return this with { Direct = Set(Direct, Looks.Bold, xml.IsOn()) };
            case "u": return this with { Direct = Set(Direct, Looks.Underlined, xml.Value() is not (null or "none")) };
            case "bdr": return this with { Direct = Set(Direct, Looks.Boxed, xml.Value() is not (null or "none" or "nil")) };
            case "shd" when !HasHighlight && Shading(xml) is var shading:
                return this with { Ground = shading, Direct = Set(Direct, Looks.Highlighted, IsColoured(shading)) };
            case "highlight" when Highlight(xml.Value()) is { } highlight:
                return this with { Ground = highlight, HasHighlight = true, Direct = Set(Direct, Looks.Highlighted, IsColoured(highlight)) };
            default: return this;
        }
    }

    private static Looks Set(Looks looks, Looks one, bool on) => on ? looks | one : looks & ~one;

    /// <summary>A ground that is seen on white paper.</summary>
    public static bool IsColoured(int? ground) => ground is >= 0 and not White or Unknown;

    /// <summary>Of <c>w:shd</c>: its colour, or <see cref="Unknown"/> for a pattern of two.</summary>
    public static int Shading(XmlReader xml) => xml.Value() switch
    {
        "solid" => Rgb(xml.Value("color")) is >= 0 and var solid ? solid : Unknown,
        null or "clear" or "nil" or "pct0" => Rgb(xml.Value("fill")) is Automatic && xml.Value("themeFill") is not null ? Unknown : Rgb(xml.Value("fill")),
        _ => Unknown,
    };

    private static int Rgb(string? hex) =>
        hex is { Length: 6 } && int.TryParse(hex, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var rgb) ? rgb : Automatic;

    /// <summary>ST_HighlightColor (17.18.40); null for none.</summary>
    private static int? Highlight(string? name) => name switch
    {
        null or "none" => null,
        "white" => White,
        "black" => 0,
        "yellow" => 0xFFFF00,
        "green" => 0x00FF00,
        "cyan" => 0x00FFFF,
        "magenta" => 0xFF00FF,
        "blue" => 0x0000FF,
        "red" => 0xFF0000,
        "darkBlue" => 0x000080,
        "darkCyan" => 0x008080,
        "darkGreen" => 0x008000,
        "darkMagenta" => 0x800080,
        "darkRed" => 0x800000,
        "darkYellow" => 0x808000,
        "darkGray" => 0x808080,
        "lightGray" => 0xC0C0C0,
        _ => Unknown,
    };
}

/// <summary>How text looks before its own formatting, and its fonts: the document's defaults and styles (17.7). A style sheet that is missing or damaged says nothing.</summary>
internal sealed class WordLookStyles
{
    private const int DeepestChain = 32;

    private readonly Dictionary<string, Style> styles = new(StringComparer.Ordinal);
    private string? defaultParagraph, defaultTable;

    /// <param name="Ground">The shading of the style's paragraphs, or of the table that has it.</param>
    internal sealed record Style(string? BasedOn, WordLook Run, WordFonts Fonts, int? Ground)
    {
        public static readonly Style Nothing = new(null, default, default, null);

        public bool IsFlat { get; init; }
    }

    public WordLook Defaults { get; private set; }

    public WordFonts DefaultFonts { get; private set; }

    public ThemeFonts Theme { get; private init; } = ThemeFonts.None;

    public static WordLookStyles Read(SafePackage package)
    {
        var theme = ThemeFonts.Read(package);
        if (package.Linked("styles") is not { } part || package.OpenXml(part) is not { } xml) { return Nothing(theme); }
        var sheet = Nothing(theme);
        using (xml)
        {
            try
            {
                while (xml.Read())
                {
                    if (xml is { NodeType: XmlNodeType.Element, LocalName: "styles" }) { sheet.Sheet(xml); }
                }
            }
            catch (XmlException) { return Nothing(theme); }
        }
        return sheet;
    }

    private static WordLookStyles Nothing(ThemeFonts theme) => new() { Theme = theme };

    public Style Paragraph(string? id) => Chain(id is not null && styles.ContainsKey(id) ? id : defaultParagraph, 0);

    public Style Character(string? id) => id is null ? Style.Nothing : Chain(id, 0);

    public Style Table(string? id) => Chain(id ?? defaultTable, 0);

    private void Sheet(XmlReader xml) => xml.EachChild(name =>
    {
        switch (name)
        {
            case "docDefaults":
                xml.EachChild(_ => xml.EachChild(part =>
                {
                    if (part == "rPr") { (Defaults, DefaultFonts) = Run(xml); } else { xml.Skip(); }
                }));
                break;
            case "style": Read(xml); break;
            default: xml.Skip(); break;
        }
    });

    private void Read(XmlReader xml)
    {
        // The id is optional: a default style needs none.
        var (id, type, isDefault) = (xml.Value("styleId") ?? "", xml.Value("type"), xml.Value("default") is "1" or "true" or "on");
        if (type == "numbering") { xml.Skip(); return; }
        var style = Style.Nothing;
        xml.EachChild(name =>
        {
            switch (name)
            {
                case "basedOn": style = style with { BasedOn = xml.Value() }; xml.Skip(); break;
                case "rPr":
                    var (look, fonts) = Run(xml);
                    style = style with { Run = look, Fonts = fonts };
                    break;
                case "pPr" or "tblPr" or "tcPr":
                    xml.EachChild(property =>
                    {
                        if (property == "shd") { style = style with { Ground = WordLook.Shading(xml) }; }
                        xml.Skip();
                    });
                    break;
                // Banding and headings of a table: which cells they colour is Word's affair.
                case "tblStylePr": style = style with { Ground = WordLook.Unknown }; xml.Skip(); break;
                default: xml.Skip(); break;
            }
        });
        styles[id] = style;
        if (isDefault && type == "paragraph") { defaultParagraph = id; }
        if (isDefault && type == "table") { defaultTable = id; }
    }

    /// <summary>At <c>w:rPr</c> of a style; ends behind it. What counts as direct formatting only is left out.</summary>
    private (WordLook Look, WordFonts Fonts) Run(XmlReader xml)
    {
        var (look, fonts) = (default(WordLook), default(WordFonts));
        xml.EachChild(name =>
        {
            if (name == "rFonts") { fonts = WordFonts.Read(xml, Theme); }
            look = look.With(xml, name);
            xml.Skip();
        });
        return (look with { Direct = Looks.Plain, HasHighlight = false }, fonts);
    }

    private Style Chain(string? id, int depth)
    {
        if (id is null || depth > DeepestChain || !styles.TryGetValue(id, out var style)) { return Style.Nothing; }
        if (style.IsFlat) { return style; }
        var lower = Chain(style.BasedOn, depth + 1);
        var whole = new Style(null, style.Run.Over(lower.Run), style.Fonts.Over(lower.Fonts), style.Ground ?? lower.Ground) { IsFlat = true };
        // Of a chain cut for its depth, or one that turns back on itself, only what was asked for first is kept.
        if (depth == 0) { styles[id] = whole; }
        return whole;
    }
}
