using System.Text.RegularExpressions;

namespace LearningCity.Docs.Layout;

/// <summary>Finds the annexes: by the words "Phụ lục" on a line of their own, or by "(Kèm theo …" under a title.</summary>
internal static partial class AnnexFinder
{
    private const int TitleLines = 10;
    private const int MostAnnexes = 500;

    /// <summary>From <paramref name="start"/> on. A reference without a heading counts only from <paramref name="foot"/> on: before it, it is a remark in the text.</summary>
    public static ImmutableArray<Annex> Find(ImmutableArray<PaperLine> lines, int start, int foot)
    {
        var annexes = ImmutableArray.CreateBuilder<Annex>();
        var behind = start;
        for (var i = start; i < lines.Length && annexes.Count < MostAnnexes; i++)
        {
            if (IsHeading(lines[i]))
            {
                var reference = ReferenceBehind(lines, i + 1);
                annexes.Add(new Annex(lines[i], Title(lines, i + 1, reference.IsEmpty ? lines.Length : reference[0].Index), reference));
                i = behind = reference.IsEmpty ? i : reference[^1].Index;
            }
            else if (i >= foot && IsReference(lines[i]))
            {
                var reference = Reference(lines, i);
                annexes.Add(new Annex(null, TitleAbove(lines, i, Math.Max(behind, foot)), reference));
                i = behind = reference[^1].Index;
            }
        }
        return annexes.ToImmutable();
    }

    public static bool IsHeading(PaperLine line)
    {
        if (line.Paragraph.IsInTable || line.Text.Length > 200 || HeadingPattern().Match(line.Text) is not { Success: true } match) { return false; }
        return match.Groups["rest"].Length == 0 || line.Paragraph.IsCentered && line.IsBold;
    }

    public static bool IsReference(PaperLine line) =>
        !line.Paragraph.IsInTable && (line.Key.StartsWith("(kèm theo", StringComparison.Ordinal) || line.Key.StartsWith("(ban hành kèm theo", StringComparison.Ordinal));

    /// <summary>The heading's number as written, "" without one.</summary>
    public static string NumberOf(PaperLine heading) => HeadingPattern().Match(heading.Text).Groups["number"].Value;

    /// <summary>What stands on the heading's line behind its number.</summary>
    public static string RestOf(PaperLine heading) => HeadingPattern().Match(heading.Text).Groups["rest"].Value;

    private static ImmutableArray<PaperLine> ReferenceBehind(ImmutableArray<PaperLine> lines, int from)
    {
        for (var i = from; i < lines.Length && i < from + TitleLines && !IsHeading(lines[i]); i++)
        {
            if (IsReference(lines[i])) { return Reference(lines, i); }
        }
        return [];
    }

    private static ImmutableArray<PaperLine> Reference(ImmutableArray<PaperLine> lines, int from)
    {
        var to = from;
        while (to < lines.Length - 1 && to < from + 4 && !lines[to].Text.Contains(')', StringComparison.Ordinal) && !lines[to + 1].IsBlank && !lines[to + 1].Paragraph.IsInTable) { to++; }
        return lines[from..(to + 1)];
    }

    private static ImmutableArray<PaperLine> Title(ImmutableArray<PaperLine> lines, int from, int to)
    {
        var title = ImmutableArray.CreateBuilder<PaperLine>();
        for (var i = from; i < to && i < from + TitleLines; i++)
        {
            var line = lines[i];
            if (line.IsBlank || line.IsTypedLine) { if (title.Count > 0) { break; } continue; }
            if (line.Paragraph.IsInTable || !line.Paragraph.IsCentered && !line.IsBold) { break; }
            title.Add(line);
        }
        return title.ToImmutable();
    }

    private static ImmutableArray<PaperLine> TitleAbove(ImmutableArray<PaperLine> lines, int reference, int behind)
    {
        var from = reference;
        while (from > behind && from > reference - TitleLines && !lines[from - 1].IsBlank && !lines[from - 1].Paragraph.IsInTable) { from--; }
        return [.. lines[from..reference].Where(l => !l.IsTypedLine)];
    }

    [GeneratedRegex(@"^ph[uụ] l[uụ]c(?:\s+số)?(?:\s+(?<number>[IVXLC]+[a-zđ]?|\d+[a-zđ]?|[A-Z])(?=[\s:.\-–]|$))?\s*[:.\-–]?\s*(?<rest>.*)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex HeadingPattern();
}
