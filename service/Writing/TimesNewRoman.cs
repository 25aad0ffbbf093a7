using System.Globalization;
using System.Text;
using LearningCity.Docs.Text;

namespace LearningCity.Docs.Writing;

/// <summary>
/// How wide and how high a text stands in Times New Roman, without a font on the machine: ClosedXML cannot fit row heights, and an official's text must never be cut.
/// Errs on the side of too much room: bold widths stand for italics, no break inside a word that only a hyphen or slash would allow.
/// </summary>
internal static class TimesNewRoman
{
    /// <summary>Of the font size: room for a capital with two marks above it (Ế) and one below (ộ).</summary>
    public const double LineHeight = 1.35;

    /// <summary>A screen's hinted letters are wider than the font's own.</summary>
    private const double Hinting = 1.03;

    /// <summary>Advance widths of U+0020..U+007E in 1/1000 em.</summary>
    private static readonly short[] Regular =
    [
        250, 333, 408, 500, 500, 833, 778, 180, 333, 333, 500, 564, 250, 333, 250, 278, 500, 500, 500, 500, 500, 500, 500, 500, 500, 500, 278, 278, 564, 564, 564, 444,
        921, 722, 667, 667, 722, 611, 556, 722, 722, 333, 389, 722, 611, 889, 722, 722, 556, 722, 667, 556, 611, 722, 722, 944, 722, 722, 611, 333, 278, 333, 469, 500,
        333, 444, 500, 444, 500, 444, 333, 500, 500, 278, 278, 500, 278, 778, 500, 500, 500, 500, 333, 389, 278, 500, 500, 722, 500, 500, 444, 480, 200, 480, 541,
    ];

    private static readonly short[] Bold =
    [
        250, 333, 555, 500, 500, 1000, 833, 278, 333, 333, 500, 570, 250, 333, 250, 278, 500, 500, 500, 500, 500, 500, 500, 500, 500, 500, 333, 333, 570, 570, 570, 500,
        930, 722, 667, 722, 722, 667, 611, 778, 778, 389, 500, 778, 667, 944, 722, 778, 611, 778, 722, 556, 667, 722, 722, 1000, 722, 722, 667, 333, 278, 333, 581, 500,
        333, 500, 556, 444, 556, 444, 333, 500, 556, 278, 333, 556, 278, 833, 556, 500, 556, 556, 444, 389, 333, 556, 500, 722, 500, 500, 444, 394, 220, 394, 520,
    ];

    /// <summary>In points.</summary>
    public static double Width(string text, double size, bool bold)
    {
        var table = bold ? Bold : Regular;
        var total = 0;
        foreach (var letter in VietnameseText.Compose(text).Normalize(NormalizationForm.FormD)) { total += Advance(letter, table); }
        return total * size * Hinting / 1000;
    }

    /// <summary>Lines of a text wrapped at spaces into <paramref name="width"/> points; a word wider than that is broken.</summary>
    public static int Lines(string text, double size, bool bold, double width)
    {
        var space = Width(" ", size, bold);
        return text.Split('\n').Sum(paragraph =>
        {
            var lines = 1;
            var used = 0.0;
            foreach (var word in paragraph.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                var wide = Width(word, size, bold);
                if (used > 0 && used + space + wide > width) { (lines, used) = (lines + 1, 0); }
                var whole = Math.Max(0, (int)Math.Ceiling(wide / width) - 1);
                lines += whole;
                used += (used > 0 ? space : 0) + wide - (whole * width);
            }
            return lines;
        });
    }

    /// <summary>In points, with a little air above and below.</summary>
    public static double Height(string text, double size, bool bold, double width) => (Lines(text, size, bold, width) * size * LineHeight) + 2;

    private static int Advance(char letter, short[] table) => letter switch
    {
        >= ' ' and <= '~' => table[letter - ' '],
        '\u031B' => 70, // the horn of ơ, ư
        'Đ' => 722,
        'đ' => 556,
        '“' or '”' or '‘' or '’' or '–' => 500,
        '≥' or '≤' or '×' => 570,
        _ => CharUnicodeInfo.GetUnicodeCategory(letter) is UnicodeCategory.NonSpacingMark ? 0 : 1000,
    };
}
