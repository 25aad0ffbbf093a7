using System.Xml;
using LearningCity.Docs.OpenXml;

namespace LearningCity.Docs.Layout;

/// <summary>Reads <c>w:rPr</c> and <c>w:pPr</c>, wherever they stand: in a run, a style, a level of numbering or the defaults.</summary>
internal sealed class FormatReader(ThemeFonts theme)
{
    /// <summary>At <c>w:rPr</c> of a style or the defaults; ends behind it.</summary>
    public RunFormat Run(XmlReader xml)
    {
        var format = RunFormat.Empty;
        xml.EachChild(name =>
        {
            format = Run(xml, name, format);
            xml.Skip();
        });
        return format;
    }

    /// <summary>With one property of <c>w:rPr</c>; reads attributes only.</summary>
    public RunFormat Run(XmlReader xml, string property, RunFormat format) => property switch
    {
        "rFonts" => format with
        {
            Ascii = theme.Font(xml.Value("asciiTheme")) ?? xml.Value("ascii") ?? format.Ascii,
            HighAnsi = theme.Font(xml.Value("hAnsiTheme")) ?? xml.Value("hAnsi") ?? format.HighAnsi,
            ComplexScript = theme.Font(xml.Value("cstheme")) ?? xml.Value("cs") ?? format.ComplexScript,
        },
        "sz" => format with { HalfPoints = WordXmlReading.HalfPoints(xml.Value()) ?? format.HalfPoints },
        "b" => format with { Bold = xml.IsOn() },
        "i" => format with { Italic = xml.IsOn() },
        "caps" => format with { Capitals = xml.IsOn() },
        "rtl" or "cs" => format with { IsComplexScript = xml.IsOn() },
        "color" => format with { Color = xml.Value() ?? "auto" },
        "u" => format with { Underline = xml.Value() ?? "none" },
        "vertAlign" => format with { IsRaised = xml.Value() is "superscript" or "subscript" },
        _ => format,
    };

    /// <summary>At <c>w:pPr</c> of a style, a level of numbering or the defaults; ends behind it.</summary>
    public static ParagraphFormat Paragraph(XmlReader xml)
    {
        var format = ParagraphFormat.Empty;
        xml.EachChild(name =>
        {
            if (name == "pBdr")
            {
                xml.EachChild(side =>
                {
                    format = Border(xml, side, format);
                    xml.Skip();
                });
            }
            else if (!Paragraph(xml, name, ref format)) { xml.Skip(); }
        });
        return format;
    }

    /// <summary>With one property of <c>w:pPr</c>. True: it was read to behind its end; false: its attributes only.</summary>
    public static bool Paragraph(XmlReader xml, string property, ref ParagraphFormat format)
    {
        var result = format;
        switch (property)
        {
            case "jc": result = result with { Alignment = AlignmentOf(xml.Value()) ?? result.Alignment }; break;
            case "ind": result = Indent(xml, result); break;
            case "spacing": result = Spacing(xml, result); break;
            case "contextualSpacing": result = result with { IsContextual = xml.IsOn() }; break;
            case "pageBreakBefore": result = result with { BreaksPage = xml.IsOn() }; break;
            case "framePr": result = result with { IsCenteredFrame = xml.Value("xAlign") == "center" }; break;
            case "tabs":
                var tabs = ImmutableArray.CreateBuilder<TabStop>();
                xml.EachChild(_ =>
                {
                    if (WordXmlReading.Twips(xml.Value("pos")) is { } position) { tabs.Add(new TabStop(xml.Value() ?? "left", position)); }
                    xml.Skip();
                });
                format = result with { Tabs = [.. tabs.OrderBy(t => t.Position)] };
                return true;
            case "numPr":
                xml.EachChild(part =>
                {
                    if (part == "numId") { result = result with { NumberingId = WordXmlReading.Number(xml.Value()) }; }
                    else if (part == "ilvl") { result = result with { NumberingLevel = WordXmlReading.Number(xml.Value()) }; }
                    xml.Skip();
                });
                format = result;
                return true;
        }
        format = result;
        return false;
    }

    /// <summary>With one side of <c>w:pBdr</c>; reads attributes only.</summary>
    public static ParagraphFormat Border(XmlReader xml, string side, ParagraphFormat format)
    {
        var drawn = xml.Value() is not (null or "nil" or "none");
        return side switch { "top" => format with { HasTopLine = drawn }, "bottom" => format with { HasBottomLine = drawn }, _ => format };
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
