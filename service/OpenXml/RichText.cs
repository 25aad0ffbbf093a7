using System.Globalization;
using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace LearningCity.Docs.OpenXml;

/// <summary>A run of a workbook's text (CT_RElt, ECMA-376 part 1, 18.4.4).</summary>
/// <param name="Font">The font that it names itself.</param>
/// <param name="IsOwn">True where the run says how it looks: nothing of the cell's font holds for it.</param>
/// <param name="Looks">Of its own properties.</param>
/// <param name="Ink">Of its own properties.</param>
/// <param name="Properties">The markup of its <c>rPr</c>, where it was asked for; else empty.</param>
internal sealed record TextRun(string Text, string? Font, bool IsOwn, Looks Looks, Ink Ink, string Properties);

/// <summary>
/// A text of a workbook (CT_Rst, ECMA-376 part 1, 18.4.8): its runs joined, phonetic hints left out, with the font of its first run where one is named.
/// <paramref name="Runs"/> are there where one of them has properties of its own, or where they were asked for.
/// </summary>
internal readonly record struct RichText(string Text, string? Font, ImmutableArray<TextRun> Runs)
{
    /// <summary>From inside a <c>si</c> or <c>is</c> element; ends on its end tag.</summary>
    /// <param name="asWritten">For a writer: every run, with the markup of its properties, the letters of symbol fonts as they are stored.</param>
    public static RichText Read(XmlReader xml, bool asWritten = false)
    {
        if (xml.IsEmptyElement) { return Plain("", asWritten); }
        var depth = xml.Depth;
        string? text = null, font = null;
        StringBuilder? several = null;
        List<TextRun>? runs = null;
        var run = RunProperties.None;
        var isOwn = false;
        xml.Read();
        while (xml.Depth > depth)
        {
            if (xml.NodeType is XmlNodeType.Element)
            {
                switch (xml.LocalName)
                {
                    case "rPh" or "phoneticPr":
                        xml.Skip();
                        continue;
                    case "r":
                        run = RunProperties.None;
                        break;
                    case "rPr":
                        run = RunProperties.Read(xml, asWritten);
                        font ??= text is null ? run.Font : null;
                        if (!isOwn && text is not null) { (runs ??= []).Add(new TextRun(text, null, false, Looks.Plain, default, "")); }
                        isOwn = true;
                        break;
                    case "t":
                        var piece = Unescape(xml.ReadElementContentAsString());
                        if (!asWritten && Symbols.IsSymbolFont(run.Font)) { piece = Symbols.FromFont(run.Font!, piece); }
                        if (text is null) { text = piece; }
                        else { several ??= new StringBuilder(text); several.Append(piece); }
                        if (isOwn || asWritten) { (runs ??= []).Add(new TextRun(piece, run.Font, run.IsOwn, run.Looks, run.Ink, run.Markup)); }
                        continue;
                }
            }
            xml.Read();
        }
        return text is null ? Plain("", asWritten) : new(several?.ToString() ?? text, font, runs is null ? [] : [.. runs]);
    }

    private static RichText Plain(string text, bool asWritten) => new(text, null, asWritten ? [new TextRun(text, null, false, Looks.Plain, default, "")] : []);

    public static RichText Of(string text) => new(text, null, []);

    /// <summary>What a run's <c>rPr</c> says (CT_RPrElt, 18.4.7).</summary>
    private readonly record struct RunProperties(string? Font, bool IsOwn, Looks Looks, Ink Ink, string Markup)
    {
        public static readonly RunProperties None = new(null, false, Looks.Plain, default, "");

        /// <summary>From the start tag of <c>rPr</c>; ends on its end tag, or on it when it is empty.</summary>
        public static RunProperties Read(XmlReader xml, bool withMarkup)
        {
            if (withMarkup)
            {
                var element = XElement.Load(xml.ReadSubtree());
                using var own = element.CreateReader();
                own.MoveToContent();
                return Read(own) with { Markup = element.ToString(SaveOptions.DisableFormatting) };
            }
            return Read(xml);
        }

        private static RunProperties Read(XmlReader xml)
        {
            var (font, looks, ink) = ((string?)null, Looks.Plain, default(Ink));
            if (!xml.IsEmptyElement)
            {
                for (var depth = xml.Depth; xml.Read() && xml.Depth > depth;)
                {
                    if (xml.NodeType is not XmlNodeType.Element) { continue; }
                    if (xml.LocalName == "rFont") { font = xml.GetAttribute("val"); }
                    else if (xml.LocalName == "color") { ink = Ink.Read(xml); }
                    else { looks |= FontLooks.Of(xml); }
                }
            }
            return new(font, true, looks, ink, "");
        }
    }

    /// <summary><c>_x000D_</c> stands for a character that XML cannot hold (ST_Xstring, 22.9.2.19).</summary>
    public static string Unescape(string text)
    {
        if (!text.Contains("_x", StringComparison.Ordinal)) { return text.Contains('\r') ? text.Replace("\r\n", "\n").Replace('\r', '\n') : text; }
        var result = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '_' && IsEscape(text.AsSpan(i)))
            {
                result.Append((char)int.Parse(text.AsSpan(i + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture));
                i += 6;
            }
            else { result.Append(text[i]); }
        }
        return result.Replace("\r\n", "\n").Replace('\r', '\n').ToString();
    }

    /// <summary>The other way: characters that XML cannot hold, and letters that would be taken for such a one.</summary>
    public static string Escape(string text)
    {
        var result = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (XmlConvert.IsXmlChar(text[i]) && !(text[i] == '_' && IsEscape(text.AsSpan(i)))) { result.Append(text[i]); }
            else if (i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1])) { result.Append(text, i++, 2); }
            else { result.Append(CultureInfo.InvariantCulture, $"_x{(int)text[i]:X4}_"); }
        }
        return result.ToString();
    }

    private static bool IsEscape(ReadOnlySpan<char> text) => text.Length >= 7 && text[1] == 'x' && text[6] == '_' && int.TryParse(text[2..6], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out _);
}

/// <summary>The looks that a font or a run's properties give (CT_Font and CT_RPrElt name them alike).</summary>
internal static class FontLooks
{
    /// <summary>Of one property, at its start tag.</summary>
    public static Looks Of(XmlReader property) => property.LocalName switch
    {
        "strike" when IsOn(property) => Looks.Struck,
        "b" when IsOn(property) => Looks.Bold,
        "u" when property.GetAttribute("val") is not "none" => Looks.Underlined,
        "vertAlign" => property.GetAttribute("val") switch { "superscript" => Looks.Raised, "subscript" => Looks.Lowered, _ => Looks.Plain },
        _ => Looks.Plain,
    };

    private static bool IsOn(XmlReader property) => property.GetAttribute("val") is not ("0" or "false");
}
