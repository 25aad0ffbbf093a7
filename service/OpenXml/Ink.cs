using System.Globalization;
using System.Xml;

namespace LearningCity.Docs.OpenXml;

/// <summary>
/// A colour of a workbook (CT_Color, ECMA-376 part 1, 18.8.3), so far as two can be compared: red, green and blue, or a shade of the theme. Default: not said.
/// </summary>
internal readonly record struct Ink
{
    /// <summary>Colours this near in each part look the same on paper and on a screen.</summary>
    private const int Unseen = 12;

    private readonly int? rgb;
    private readonly int theme;
    private readonly string? tint;

    private Ink(int? rgb, int theme = 0, string? tint = null) => (this.rgb, this.theme, this.tint) = (rgb, theme, tint);

    public static readonly Ink White = new(0xFFFFFF);
    public static readonly Ink Black = new(0x000000);

    public bool IsSaid => rgb is not null || theme != 0;

    /// <summary>At a <c>color</c>, <c>fgColor</c> or <c>bgColor</c> element.</summary>
    public static Ink Read(XmlReader xml)
    {
        var tint = xml.GetAttribute("tint") is { } shade && shade is not ("0" or "0.0") ? shade : null;
        if (xml.GetAttribute("rgb") is { Length: >= 6 } code)
        {
            return int.TryParse(code.AsSpan(code.Length - 6), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var number) ? new Ink(number) : default;
        }
        if (int.TryParse(xml.GetAttribute("theme"), CultureInfo.InvariantCulture, out var index))
        {
            // The first two of every theme are the window's ground and text.
            return (index, tint) switch { (0, null) => White, (1, null) => Black, _ => new Ink(null, index + 1, tint) };
        }
        return int.TryParse(xml.GetAttribute("indexed"), CultureInfo.InvariantCulture, out var slot) ? Indexed(slot) : default;
    }

    /// <summary>A colour in a number format (18.8.31): one of eight names, or <c>Color1</c> to <c>Color56</c> of the palette; default for anything else.</summary>
    public static Ink Named(ReadOnlySpan<char> name)
    {
        for (var i = 0; i < Names.Length; i++) { if (name.Equals(Names[i], StringComparison.OrdinalIgnoreCase)) { return new Ink(Palette[i]); } }
        return name.StartsWith("Color", StringComparison.OrdinalIgnoreCase) && int.TryParse(name["Color".Length..], CultureInfo.InvariantCulture, out var slot) && slot is >= 1 and <= 56 ? Indexed(slot + 7) : default;
    }

    /// <summary>Of the palette's first colours, in its order.</summary>
    private static readonly string[] Names = ["Black", "White", "Red", "Green", "Blue", "Yellow", "Magenta", "Cyan"];

    public bool LooksLike(Ink other) => rgb is { } own && other.rgb is { } their
        ? Near(own >> 16, their >> 16) && Near((own >> 8) & 255, (their >> 8) & 255) && Near(own & 255, their & 255)
        : IsSaid && this == other;

    private static bool Near(int left, int right) => Math.Abs(left - right) <= Unseen;

    /// <summary>The palette's first colours (18.8.27) stand there twice; 64 and 65 are the window's text and ground.</summary>
    private static Ink Indexed(int slot) => slot switch
    {
        64 => Black,
        65 => White,
        >= 0 and < 16 => new Ink(Palette[slot % 8]),
        _ => new Ink(null, -1 - slot),
    };

    private static ReadOnlySpan<int> Palette => [0x000000, 0xFFFFFF, 0xFF0000, 0x00FF00, 0x0000FF, 0xFFFF00, 0xFF00FF, 0x00FFFF];
}
