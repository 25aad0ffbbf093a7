using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;

namespace LearningCity.Docs.Pdf;

/// <summary>
/// The fonts of a PDF by their names. Nghị định 30/2020, Phụ lục I, asks for Times New Roman; a machine without it draws the paper with another, and lines and pages may break elsewhere.
/// </summary>
internal static partial class PdfFonts
{
    public const string Expected = "Times New Roman";

    private const string ExpectedName = "TimesNewRoman";
    private const int UnpackedBytes = 64 * 1024 * 1024;

    /// <summary>The families that came in its place, in alphabetical order; empty when it is there.</summary>
    public static ImmutableArray<string> Substitutes(byte[] pdf)
    {
        var families = Families(pdf);
        return families.Any(f => f.StartsWith(ExpectedName, StringComparison.OrdinalIgnoreCase)) ? [] : families;
    }

    /// <summary><c>/BaseFont/BAAAAA+LiberationSerif-Bold</c> → <c>LiberationSerif</c>. From the objects that stand open and from those packed in object streams (ISO 32000-1, 7.5.7).</summary>
    private static ImmutableArray<string> Families(byte[] pdf)
    {
        var text = Encoding.Latin1.GetString(pdf);
        var packed = ObjectStream().Matches(text).Select(m => Unpacked(pdf, m.Index + m.Length));
        return [.. packed.Prepend(text).SelectMany(t => FontName().Matches(t)).Select(m => m.Groups[1].Value).Distinct().Order(StringComparer.Ordinal)];
    }

    /// <summary>As far as it can be read: a font that is not found is not worth a PDF that is not made.</summary>
    private static string Unpacked(byte[] pdf, int start)
    {
        using var inflater = new ZLibStream(new MemoryStream(pdf, start, pdf.Length - start), CompressionMode.Decompress);
        var text = new StringBuilder();
        var buffer = new byte[16 * 1024];
        try
        {
            for (int read; text.Length < UnpackedBytes && (read = inflater.Read(buffer)) > 0;) { text.Append(Encoding.Latin1.GetString(buffer, 0, read)); }
        }
        catch (InvalidDataException) { return text.ToString(); }
        return text.ToString();
    }

    /// <summary>The tag of a subset and the style are no part of the family.</summary>
    [GeneratedRegex(@"/(?:BaseFont|FontName)\s*/(?:[A-Z]{6}\+)?([A-Za-z0-9_.]+)")]
    private static partial Regex FontName();

    [GeneratedRegex(@"<<[^<>]*/ObjStm\b[^<>]*>>\s*stream\r?\n")]
    private static partial Regex ObjectStream();
}
