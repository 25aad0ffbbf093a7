using System.Text.RegularExpressions;

namespace LearningCity.Docs.Layout;

/// <summary>Paper → its elements: head first, then the annexes that follow it, the foot between, and the text in the middle.</summary>
internal static partial class OutlineReader
{
    private const int FirstLines = 12;

    /// <summary>One for each paper in the file, at least one: an office prints its letters to many addressees from one file.</summary>
    public static ImmutableArray<PaperOutline> Read(Paper paper)
    {
        var lines = PaperLines.Of(paper.Paragraphs);
        var starts = Starts(lines).Skip(1).ToList();
        var outlines = ImmutableArray.CreateBuilder<PaperOutline>();
        var from = 0;
        foreach (var to in starts.Append(lines.Length).Where(to => to > from || lines.IsEmpty))
        {
            outlines.Add(Read([.. lines[from..to].Select((line, i) => line with { Index = i })]));
            from = to;
        }
        return outlines.ToImmutable();
    }

    /// <summary>Where each paper begins: the first line of the table that holds its head, or the line itself.</summary>
    private static IEnumerable<int> Starts(ImmutableArray<PaperLine> lines)
    {
        var tables = new Dictionary<int, int>();
        foreach (var line in lines)
        {
            if (line.Paragraph.Place.Table is { } table) { tables.TryAdd(table, line.Index); }
            if (HeadFinder.IsNationalName(line)) { yield return line.Paragraph.Place.Table is { } own ? tables[own] : line.Index; }
        }
    }

    private static PaperOutline Read(ImmutableArray<PaperLine> lines)
    {
        var outline = new PaperOutline { Lines = lines, End = lines.Length };
        var firstAnnex = lines.FirstOrDefault(AnnexFinder.IsHeading)?.Index ?? lines.Length;
        outline = HeadFinder.Find(outline, firstAnnex);
        if (!outline.HasHead && IsAnnexAlone(lines))
        {
            return new PaperOutline { Lines = lines, Annexes = AnnexFinder.Find(lines, 0, 0), End = 0 };
        }
        if (!outline.HasHead) { return new PaperOutline { Lines = lines, End = lines.Length }; }
        var head = BehindHead(outline);
        outline = FootFinder.Find(outline, head - 1, firstAnnex);
        var foot = Foot(outline, firstAnnex);
        var annexes = AnnexFinder.Find(lines, head, foot.Behind);
        var end = annexes.IsEmpty ? lines.Length : annexes[0].First.Index;
        var bases = LegalBases(outline, head, foot.First);
        return outline with
        {
            Annexes = annexes,
            End = end,
            LegalBases = bases,
            Body = [.. lines[head..Math.Max(head, Math.Min(foot.First, end))].Where(l => !l.IsBlank && !l.IsTypedLine && !l.Paragraph.IsInTable && !l.Paragraph.IsInTextBox && l.Text.Any(char.IsLetterOrDigit) && !bases.Contains(l))],
        };
    }

    /// <summary>"Phụ lục" or "(Kèm theo" among the first lines, and no head above: a file that goes with a paper of its own.</summary>
    private static bool IsAnnexAlone(ImmutableArray<PaperLine> lines) =>
        lines.Where(l => !l.IsBlank).Take(FirstLines).Any(l => AnnexFinder.IsHeading(l) || AnnexFinder.IsReference(l));

    private static int BehindHead(PaperOutline outline)
    {
        var last = new[] { outline.Motto, outline.Number, outline.PlaceAndDate, outline.KindName }
            .Concat(outline.NationalName).Concat(outline.Agency).Concat(outline.Subject).Concat(outline.LetterSubject).Concat(outline.Addressees)
            .Max(l => l?.Index ?? -1);
        return last + 1;
    }

    /// <summary>Where the foot begins, and the line behind its last.</summary>
    private static (int First, int Behind) Foot(PaperOutline outline, int end)
    {
        var foot = outline.Recipients.Concat(outline.Signatures.SelectMany(s => s.Name is null ? s.Posts : s.Posts.Add(s.Name))).Select(l => l.Index).ToList();
        if (outline.RecipientsHeading is { } heading) { foot.Add(heading.Index); }
        return foot.Count == 0 ? (end, end) : (foot.Min(), foot.Max() + 1);
    }

    /// <summary>
    /// Paragraphs "Căn cứ …" in a row above the text. One that goes on into the text ("… ban hành kế hoạch như sau:") is the text's first paragraph, and in a letter they all are.
    /// </summary>
    private static ImmutableArray<PaperLine> LegalBases(PaperOutline outline, int head, int foot)
    {
        if (outline.Kind is null) { return []; }
        var rest = outline.Lines[head..Math.Max(head, foot)].Where(l => !l.IsBlank && !l.IsTypedLine && !l.Paragraph.IsInTable).ToList();
        var bases = rest.SkipWhile(l => l.IsUpper && !IsBase(l)).TakeWhile(IsBase).ToImmutableArray();
        var areBases = bases.Length > 1 || bases.Length == 1 && (bases[0].IsItalic || bases[0].Text.EndsWith(';') || outline.Kind.Sign is "QĐ" or "NQ");
        return areBases ? bases : [];
    }

    private static bool IsBase(PaperLine line) => BasePattern().IsMatch(line.Text) && !line.Text.EndsWith(':') && !line.Key.Contains("như sau", StringComparison.Ordinal);

    [GeneratedRegex(@"^(?:căn cứ|theo đề nghị|theo kết quả|xét|thực hiện)\s", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex BasePattern();
}
