namespace LearningCity.Docs.Layout.Rules;

/// <summary>Rule 07: số trang, Arabic, 13 to 14, upright, in the middle of the top margin, not on page 1.</summary>
internal static class PageNumberRule
{
    /// <summary>So many letters no longer fit one page at 13 to 14 points.</summary>
    private const int OnePage = 3_500;

    public static void Find(Paper paper, PaperOutline outline, LayoutFindings findings)
    {
        var first = paper.Sections[0];
        var headers = paper.Sections.Select(s => s.Parts.GetValueOrDefault("header.default")).Where(p => p is not null).Distinct().ToList();
        var numbered = headers.Where(part => Numbers(paper, part).Any()).ToList();
        if (numbered.Count == 0) { Missing(paper, outline, findings); return; }
        foreach (var part in numbered)
        {
            foreach (var paragraph in Numbers(paper, part)) { Judge(paper, paragraph, findings); }
        }
        var shown = Numbers(paper, first.Parts.GetValueOrDefault("header.default")).FirstOrDefault();
        if (first.HasTitlePage) { shown = Numbers(paper, first.Parts.GetValueOrDefault("header.first")).FirstOrDefault(); }
        if (shown is not null && !outline.Annexes.Any(a => a.First.Index < Visible(outline))) { findings.Add(FindingCatalog.LC5007_PageNumber, shown.Place, null, new Sentence("layout.numberOnFirst")); }
        if (first.FirstNumber is { } start and not (0 or 1)) { findings.Add(FindingCatalog.LC5007_PageNumber, new Location.Section(1), null, new Sentence("layout.numberStart", start)); }
        var even = first.Parts.GetValueOrDefault("header.even");
        if (paper.HasEvenHeaders && !Numbers(paper, even).Any()) { findings.Add(FindingCatalog.LC5007_PageNumber, new Location.Section(1), Severity.Warning, new Sentence("layout.numberNotEven")); }
    }

    /// <summary>Index of the first line that is not blank.</summary>
    private static int Visible(PaperOutline outline) => outline.HasHead ? 0 : (outline.Lines.FirstOrDefault(l => !l.IsBlank)?.Index ?? 0) + 1;

    private static IEnumerable<PaperParagraph> Numbers(Paper paper, string? part) =>
        part is not null && paper.Margins.TryGetValue(part, out var paragraphs) ? paragraphs.Where(p => p.Page is not null) : [];

    /// <summary>A paper of one page needs no number.</summary>
    private static void Missing(Paper paper, PaperOutline outline, LayoutFindings findings)
    {
        var below = paper.Sections.Select(s => s.Parts.GetValueOrDefault("footer.default")).SelectMany(part => Numbers(paper, part)).FirstOrDefault();
        if (below is not null) { findings.Add(FindingCatalog.LC5007_PageNumber, below.Place, null, new Sentence("layout.numberBelow")); return; }
        var pages = paper.Pages > 1 || paper.Sections.Skip(1).Any(s => !s.IsContinuous) || paper.Paragraphs.Any(p => p.HasPageBreak) || outline.Lines.Sum(l => l.Text.Length) > OnePage;
        if (pages) { findings.Add(FindingCatalog.LC5007_PageNumber, Location.File, null, new Sentence("layout.noNumber")); }
    }

    private static void Judge(Paper paper, PaperParagraph paragraph, LayoutFindings findings)
    {
        var page = paragraph.Page!;
        var wrong = ImmutableArray.CreateBuilder<Sentence>();
        var points = (page.Format.HalfPoints ?? 20) / 2m;
        if (points is < 13 or > 14) { wrong.Add(new Sentence("layout.size", points)); }
        if (page.Format.Italic == true) { wrong.Add(new Sentence("layout.italic")); }
        if (!IsInTheMiddle(paragraph, page)) { wrong.Add(new Sentence("layout.notCentered")); }
        if (!IsArabic(page.Instruction) || paper.Sections.Any(s => s.NumberFormat is not ("decimal" or "numberInDash"))) { wrong.Add(new Sentence("layout.numberNotArabic")); }
        findings.Add(FindingCatalog.LC5007_PageNumber, paragraph.Place, null, wrong.ToImmutable());
    }

    /// <summary>Centred, in a centred frame, behind a tab to a centred stop, or in a text box, whose place the file gives otherwise.</summary>
    private static bool IsInTheMiddle(PaperParagraph paragraph, PageField page)
    {
        var stops = paragraph.Format.Tabs;
        return paragraph.IsInTextBox || paragraph.Format.IsCenteredFrame == true || paragraph.IsCentered && page.TabsBefore == 0
            || page.TabsBefore > 0 && page.TabsBefore <= stops.Length && stops[page.TabsBefore - 1].Kind == "center";
    }

    private static bool IsArabic(string instruction) =>
        !instruction.Contains("roman", StringComparison.OrdinalIgnoreCase) && !instruction.Contains("alphabetic", StringComparison.OrdinalIgnoreCase) && !instruction.Contains("CardText", StringComparison.OrdinalIgnoreCase);
}
