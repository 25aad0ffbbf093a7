using System.Xml;

namespace LearningCity.Docs.OpenXml;

/// <summary>The fonts that one level of formatting names (<c>w:rFonts</c>, 17.3.2.26): of ASCII letters, and of other Latin ones; null: it says nothing.</summary>
internal readonly record struct WordFonts(string? Ascii, string? HighAnsi)
{
    /// <summary>Of the letters whose meaning a font may change: those of TCVN3 and VNI are beyond ASCII.</summary>
    public string? OfLetters => HighAnsi ?? Ascii;

    /// <summary>Of the letters that a symbol font draws as signs.</summary>
    public string? OfSigns => Ascii ?? HighAnsi;

    public WordFonts Over(in WordFonts lower) => new(Ascii ?? lower.Ascii, HighAnsi ?? lower.HighAnsi);

    /// <summary>At <c>w:rFonts</c>; a font of the theme goes before one by its name.</summary>
    public static WordFonts Read(XmlReader xml, ThemeFonts theme) =>
        new(theme.Font(xml.Value("asciiTheme")) ?? xml.Value("ascii"), theme.Font(xml.Value("hAnsiTheme")) ?? xml.Value("hAnsi"));
}
