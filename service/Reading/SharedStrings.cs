using System.Globalization;
using System.Text;
using System.Xml;

namespace LearningCity.Docs.Reading;

/// <summary>A text of a workbook (CT_Rst, ECMA-376 part 1, 18.4.8): its runs joined, phonetic hints left out, with the font of its first run where one is named.</summary>
internal readonly record struct RichText(string Text, string? Font)
{
    /// <summary>From inside a <c>si</c> or <c>is</c> element; ends on its end tag.</summary>
    public static RichText Read(XmlReader xml)
    {
        if (xml.IsEmptyElement) { return new("", null); }
        var depth = xml.Depth;
        string? text = null, font = null, runFont = null;
        StringBuilder? several = null;
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
                        runFont = null;
                        break;
                    case "rFont":
                        runFont = xml.GetAttribute("val");
                        font ??= text is null ? runFont : null;
                        break;
                    case "t":
                        var piece = xml.ReadElementContentAsString();
                        if (Symbols.IsSymbolFont(runFont)) { piece = Symbols.FromFont(runFont!, piece); }
                        if (text is null) { text = piece; }
                        else { several ??= new StringBuilder(text); several.Append(piece); }
                        continue;
                }
            }
            xml.Read();
        }
        return new(Unescape(several?.ToString() ?? text ?? ""), font);
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
