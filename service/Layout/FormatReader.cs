using System.Xml;

namespace LearningCity.Docs.Layout;

/// <summary>Reads <c>w:rPr</c> and <c>w:pPr</c>, wherever they stand: in a run, a style, a level of numbering or the defaults.</summary>
internal sealed class FormatReader(ThemeFonts theme)
{
    /// <summary>At <c>w:rPr</c>; ends behind it. <paramref name="style"/>: the character style that it names.</summary>
    public RunFormat Run(XmlReader xml, out string? style)
    {
        var format = RunFormat.Empty;
        string? named = null;
        xml.EachChild(name =>
        {
            switch (name)
            {
                case "rStyle": named = xml.Value(); break;
                case "rFonts":
                    format = format with
                    {
                        Ascii = theme.Font(xml.Value("asciiTheme")) ?? xml.Value("ascii") ?? format.Ascii,
                        HighAnsi = theme.Font(xml.Value("hAnsiTheme")) ?? xml.Value("hAnsi") ?? format.HighAnsi,
                        ComplexScript = theme.Font(xml.Value("cstheme")) ?? xml.Value("cs") ?? format.ComplexScript,
                    };
                    break;
                case "sz": format = format with { HalfPoints = WordXmlReading.HalfPoints(xml.Value()) ?? format.HalfPoints }; break;
                case "b": format = format with { Bold = xml.IsOn() }; break;
                case "i": format = format with { Italic = xml.IsOn() }; break;
                case "caps": format = format with { Capitals = xml.IsOn() }; break;
                case "vanish": format = format with { Hidden = xml.IsOn() }; break;
                case "rtl" or "cs": format = format with { IsComplexScript = xml.IsOn() }; break;
                case "color": format = format with { Color = xml.Value() ?? "auto" }; break;
                case "u": format = format with { Underline = xml.Value() ?? "none" }; break;
                case "vertAlign": format = format with { IsRaised = xml.Value() is "superscript" or "subscript" }; break;
            }
            xml.Skip();
        });
        style = named;
        return format;
    }

    /// <summary>At <c>w:pPr</c>; ends behind it. What is no formatting of the paragraph (a section's end) goes to <paramref name="other"/>, which must consume it.</summary>
    public static ParagraphFormat Paragraph(XmlReader xml, out string? style, Action<string>? other = null)
    {
        var format = ParagraphFormat.Empty;
        string? named = null;
        xml.EachChild(name =>
        {
            switch (name)
            {
                case "pStyle": named = xml.Value(); break;
                case "jc": format = format with { Alignment = AlignmentOf(xml.Value()) ?? format.Alignment }; break;
                case "ind": format = Indent(xml, format); break;
                case "spacing": format = Spacing(xml, format); break;
                case "contextualSpacing": format = format with { IsContextual = xml.IsOn() }; break;
                case "pageBreakBefore": format = format with { BreaksPage = xml.IsOn() }; break;
                case "framePr": format = format with { IsCenteredFrame = xml.Value("xAlign") == "center" }; break;
                case "pBdr":
                    xml.EachChild(side =>
                    {
                        var drawn = xml.Value() is not (null or "nil" or "none");
                        if (side == "top") { format = format with { HasTopLine = drawn }; }
                        if (side == "bottom") { format = format with { HasBottomLine = drawn }; }
                        xml.Skip();
                    });
                    return;
                case "tabs":
                    var tabs = ImmutableArray.CreateBuilder<TabStop>();
                    xml.EachChild(_ =>
                    {
                        if (WordXmlReading.Twips(xml.Value("pos")) is { } position) { tabs.Add(new TabStop(xml.Value() ?? "left", position)); }
                        xml.Skip();
                    });
                    format = format with { Tabs = [.. tabs.OrderBy(t => t.Position)] };
                    return;
                case "numPr":
                    xml.EachChild(part =>
                    {
                        if (part == "numId") { format = format with { NumberingId = WordXmlReading.Number(xml.Value()) }; }
                        else if (part == "ilvl") { format = format with { NumberingLevel = WordXmlReading.Number(xml.Value()) }; }
                        xml.Skip();
                    });
                    return;
                default:
                    if (other is not null) { other(name); return; }
                    break;
            }
            xml.Skip();
        });
        style = named;
        return format;
    }

    private static Alignment? AlignmentOf(string? jc) => jc switch
    {
        "left" or "start" => Alignment.Left,
        "center" => Alignment.Center,
        "right" or "end" => Alignment.Right,
        "both" or "distribute" or "thaiDistribute" or "lowKashida" or "mediumKashida" or "highKashida" => Alignment.Justified,
        _ => null,
    };

    private static ParagraphFormat Indent(XmlReader xml, ParagraphFormat format) => format with
    {
        Left = WordXmlReading.Twips(xml.Value("start") ?? xml.Value("left")) ?? format.Left,
        FirstLine = -WordXmlReading.Twips(xml.Value("hanging")) ?? WordXmlReading.Twips(xml.Value("firstLine")) ?? format.FirstLine,
        IsIndentedByLetters = WordXmlReading.Number(xml.Value("firstLineChars")) is { } a && a != 0 || WordXmlReading.Number(xml.Value("hangingChars")) is { } b && b != 0
            || WordXmlReading.Number(xml.Value("leftChars") ?? xml.Value("startChars")) is { } c && c != 0 || format.IsIndentedByLetters == true ? true : null,
    };

    /// <summary>A gap left to the program is one of 14 points (17.3.1.33).</summary>
    private static ParagraphFormat Spacing(XmlReader xml, ParagraphFormat format)
    {
        const int automatic = 280;
        static bool On(string? value) => value is "1" or "true" or "on";
        return format with
        {
            Before = On(xml.Value("beforeAutospacing")) ? automatic : WordXmlReading.Twips(xml.Value("before")) ?? format.Before,
            After = On(xml.Value("afterAutospacing")) ? automatic : WordXmlReading.Twips(xml.Value("after")) ?? format.After,
            Line = WordXmlReading.Twips(xml.Value("line")) ?? format.Line,
            LineRule = xml.Value("lineRule") ?? (xml.Value("line") is null ? format.LineRule : "auto"),
        };
    }
}
