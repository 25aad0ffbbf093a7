using System.Text.RegularExpressions;
using LearningCity.Docs.Text;

namespace LearningCity.Docs.Layout;

/// <summary>
/// The lines of a paper. A line break parts two lines; in the head and at the foot of papers laid out without a table, so does a stretch of tabs or spaces between two
/// elements: <c>ỦY BAN NHÂN DÂN [tab] CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</c>.
/// </summary>
internal static partial class PaperLines
{
    public static ImmutableArray<PaperLine> Of(ImmutableArray<PaperParagraph> paragraphs)
    {
        var lines = ImmutableArray.CreateBuilder<PaperLine>();
        foreach (var paragraph in paragraphs)
        {
            foreach (var runs in Broken(Labelled(paragraph)))
            {
                foreach (var column in Columns(runs)) { lines.Add(new PaperLine(lines.Count, paragraph, column)); }
            }
        }
        return lines.ToImmutable();
    }

    private static ImmutableArray<PaperRun> Labelled(PaperParagraph paragraph) =>
        paragraph.Label.Length == 0 ? paragraph.Runs
        : [new PaperRun(paragraph.Label + " ", paragraph.Runs.IsEmpty ? RunFormat.Empty : paragraph.Runs[0].Format), .. paragraph.Runs];

    private static List<ImmutableArray<PaperRun>> Broken(ImmutableArray<PaperRun> runs)
    {
        List<ImmutableArray<PaperRun>> lines = [];
        var line = ImmutableArray.CreateBuilder<PaperRun>();
        foreach (var run in runs)
        {
            var pieces = run.Text.Split('\n');
            for (var i = 0; i < pieces.Length; i++)
            {
                if (i > 0) { lines.Add(line.ToImmutable()); line.Clear(); }
                if (pieces[i].Length > 0) { line.Add(run with { Text = pieces[i] }); }
            }
        }
        lines.Add(line.ToImmutable());
        return lines;
    }

    private static IEnumerable<ImmutableArray<PaperRun>> Columns(ImmutableArray<PaperRun> runs)
    {
        var text = string.Concat(runs.Select(r => r.Text));
        var gap = text.Length is 0 or > 300 ? null : Gap(text);
        if (gap is null) { return [runs]; }
        return [Slice(runs, 0, gap.Index), Slice(runs, gap.Index + gap.Length, text.Length)];
    }

    private static Match? Gap(string text)
    {
        if (!text.Contains('\t', StringComparison.Ordinal) && !text.Contains("   ", StringComparison.Ordinal)) { return null; }
        var plain = VietnameseText.FoldMarks(text);
        var gap = plain.StartsWith("so:", StringComparison.Ordinal) || plain.StartsWith("so ", StringComparison.Ordinal) ? BehindSymbol().Match(text)
            : plain.Contains("cong hoa xa hoi", StringComparison.Ordinal) || plain.Contains("doc lap-tu do", StringComparison.Ordinal) || plain.StartsWith("noi nhan", StringComparison.Ordinal)
                || text.TrimStart() is ['-' or '–', ..] ? BetweenColumns().Match(text)
            : null;
        return gap is { Success: true } ? gap : null;
    }

    private static ImmutableArray<PaperRun> Slice(ImmutableArray<PaperRun> runs, int from, int to)
    {
        var slice = ImmutableArray.CreateBuilder<PaperRun>();
        var at = 0;
        foreach (var run in runs)
        {
            var (start, end) = (Math.Max(from - at, 0), Math.Min(to - at, run.Text.Length));
            if (start < end) { slice.Add(run with { Text = run.Text[start..end] }); }
            at += run.Text.Length;
        }
        return slice.ToImmutable();
    }

    [GeneratedRegex(@"(?<=\S)[ \u00A0]*(?:\t[\t \u00A0]*|[ \u00A0]{3,})(?=\S)")]
    private static partial Regex BetweenColumns();

    [GeneratedRegex(@"(?<=/[^\s]*\S)(?:[ \u00A0]*\t[\t \u00A0]*|[ \u00A0]{3,})(?=\S)")]
    private static partial Regex BehindSymbol();
}
