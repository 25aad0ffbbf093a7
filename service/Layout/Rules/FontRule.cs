using System.Globalization;
using LearningCity.Docs.Text;

namespace LearningCity.Docs.Layout.Rules;

/// <summary>
/// Rule 06: Times New Roman, Unicode, black. Judged by the font that the letters are really drawn with: the one for ASCII, the one for letters with Vietnamese marks, and the
/// one for complex script only where a run is marked so.
/// </summary>
internal static class FontRule
{
    private const string Font = "Times New Roman";

    /// <summary>Dấu chỉ mức độ khẩn is stamped in red (Mục III khoản 2).</summary>
    private static readonly string[] RedStamps = PaperLine.Keys(["hỏa tốc", "thượng khẩn", "khẩn", "mật", "tối mật", "tuyệt mật"]);

    public static void Find(Paper paper, ImmutableArray<PaperOutline> outlines, LayoutFindings findings)
    {
        var lines = outlines.SelectMany(o => o.Lines).Concat(paper.Margins.OrderBy(m => m.Key, StringComparer.Ordinal).SelectMany(m => PaperLines.Of(m.Value))).Where(l => !l.IsBlank).ToList();
        Report(lines, line => line.Runs.SelectMany(OtherFonts), font => new Sentence("layout.font", font), findings);
        Report(lines, line => line.Runs.Where(r => LegacyEncoding.Detect(r.Text, r.Format.HighAnsi) is not LegacyKind.None && !OtherFonts(r).Any()).Select(_ => ""), _ => new Sentence("layout.legacy"), findings);
        Report(lines.Where(l => !RedStamps.Contains(l.Key)), line => line.Letters.Where(r => !IsBlack(r.Format.Color)).Select(r => r.Format.Color!.ToUpperInvariant()), color => new Sentence("layout.color", color), findings);
    }

    /// <summary>One finding for each font or colour, however many paragraphs have it.</summary>
    private static void Report(IEnumerable<PaperLine> lines, Func<PaperLine, IEnumerable<string>> found, Func<string, Sentence> sentence, LayoutFindings findings)
    {
        foreach (var other in lines.SelectMany(line => found(line).Distinct().Select(what => (what, line))).GroupBy(pair => pair.what, pair => pair.line))
        {
            findings.Add(FindingCatalog.LC5006_Font, [.. other.DistinctBy(l => l.Paragraph)], null, sentence(other.Key));
        }
    }

    private static IEnumerable<string> OtherFonts(PaperRun run)
    {
        var (plain, marked) = (run.Text.Any(char.IsAsciiLetterOrDigit), run.Text.Any(c => c is >= 'À' and < '\u2000' && char.IsLetter(c)));
        if (run.Format.IsComplexScript == true && (plain || marked))
        {
            if (IsOther(run.Format.ComplexScript)) { yield return run.Format.ComplexScript!; }
            yield break;
        }
        if (plain && IsOther(run.Format.Ascii)) { yield return run.Format.Ascii!; }
        if (marked && IsOther(run.Format.HighAnsi)) { yield return run.Format.HighAnsi!; }
    }

    /// <summary>Without any font named, Word takes Times New Roman. Some programs name the face too: Times New Roman Bold.</summary>
    private static bool IsOther(string? font) => font is not null && !font.Trim().StartsWith(Font, StringComparison.OrdinalIgnoreCase);

    /// <summary>Also the almost black 00000A that LibreOffice once wrote for its automatic colour.</summary>
    private static bool IsBlack(string? color)
    {
        const int nearlyNothing = 0x10;
        if (color is null or "auto" || !int.TryParse(color, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var rgb)) { return true; }
        return (rgb >> 16 & 0xFF) <= nearlyNothing && (rgb >> 8 & 0xFF) <= nearlyNothing && (rgb & 0xFF) <= nearlyNothing;
    }
}
