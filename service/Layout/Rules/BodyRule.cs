namespace LearningCity.Docs.Layout.Rules;

/// <summary>Rule 19: the paragraphs of the text. The same mistake in many of them is one finding.</summary>
internal static class BodyRule
{
    private const int SixPoints = 120;

    /// <summary>1 cm and 1.27 cm in twips.</summary>
    private static readonly int[] Indents = [567, 720];

    private const int Tolerance = 6;

    /// <summary>A paragraph of fewer letters may stand on one line, where left and justified look the same.</summary>
    private const int OneLine = 85;

    public static void Find(Paper paper, PaperOutline outline, LayoutFindings findings)
    {
        var text = outline.Body.Where(l => !IsHeading(l)).DistinctBy(l => l.Paragraph).ToList();
        foreach (var size in text.SelectMany(l => Sizes(l).Distinct().Select(s => (Size: s, Line: l))).GroupBy(p => p.Size, p => p.Line))
        {
            Report(new Sentence("layout.size", size.Key), size);
        }
        Report(new Sentence("layout.notJustified"), text.Where(l => l.Text.Length > OneLine && (l.Paragraph.Format.Alignment ?? Alignment.Left) is not Alignment.Justified));
        Report(new Sentence("layout.notIndented"), text.Where(l => !IsIndented(paper, l)));
        var judged = text.Select(l => l.Index).ToHashSet();
        var all = outline.Body.DistinctBy(l => l.Paragraph).ToList();
        Report(new Sentence("layout.notSpaced"), all.Zip(all.Skip(1))
            .Where(pair => judged.Contains(pair.Second.Index) && !AreApart(outline, pair.First, pair.Second)).Select(pair => pair.Second));
        Report(new Sentence("layout.lineSpacing"), text.Where(l => !IsLineSpaced(l)));
        findings.Add(FindingCatalog.LC5019_Body, [.. text.Where(l => l.IsItalic && !l.Text.StartsWith('('))], Severity.Warning, new Sentence("layout.italic"));

        void Report(Sentence wrong, IEnumerable<PaperLine> lines) => findings.Add(FindingCatalog.LC5019_Body, [.. lines], null, wrong);
    }

    /// <summary>A division, or a line in the middle of the page: "QUYẾT ĐỊNH:", "CHỦ TỊCH ỦY BAN NHÂN DÂN".</summary>
    private static bool IsHeading(PaperLine line) =>
        line.Paragraph.IsCentered && (line.IsUpper || line.IsBold || line.Text.Length < OneLine) || line.Paragraph.Format.Alignment is Alignment.Right || DivisionRules.IsDivision(line);

    private static IEnumerable<decimal> Sizes(PaperLine line) =>
        line.Paragraph.Runs.Where(r => r.HasLetters && r.Format.IsRaised != true && r.Points is (< 13 or > 14)).Select(r => r.Points);

    /// <summary>Where the first letter stands, by an indent, a list's or a typed tab.</summary>
    private static bool IsIndented(Paper paper, PaperLine line)
    {
        var format = line.Paragraph.Format;
        if (format.IsIndentedByLetters == true) { return true; }
        var start = (format.Left ?? 0) + (format.FirstLine ?? 0);
        if (line.Paragraph.Runs is [{ Text: ['\t', ..] }, ..])
        {
            start = format.Tabs.Where(t => t.Position > start).Select(t => (int?)t.Position).FirstOrDefault() ?? ((start / paper.TabWidth) + 1) * paper.TabWidth;
        }
        return Array.Exists(Indents, indent => Math.Abs(start - indent) <= Tolerance);
    }

    /// <summary>A blank line between, or enough space behind the one and before the other.</summary>
    private static bool AreApart(PaperOutline outline, PaperLine above, PaperLine below)
    {
        if (below.Index > above.Index + 1 && outline.Lines[(above.Index + 1)..below.Index].Any(l => l.Paragraph != above.Paragraph && (l.IsBlank || l.Paragraph.IsInTable))) { return true; }
        var (first, second) = (above.Paragraph, below.Paragraph);
        var alike = first.Style == second.Style;
        var after = first.Format.IsContextual == true && alike ? 0 : first.Format.After ?? 0;
        var before = second.Format.IsContextual == true && alike ? 0 : second.Format.Before ?? 0;
        return after + before >= SixPoints - 1;
    }

    /// <summary>From single to one and a half. An exact height is measured against the font's own line, 1.15 of its size in Times New Roman.</summary>
    private static bool IsLineSpaced(PaperLine line)
    {
        const double slack = 0.03;
        var format = line.Paragraph.Format;
        var height = format.Line ?? 240;
        var lines = height / 240.0;
        if (format.LineRule is "exact" or "atLeast")
        {
            lines = height / 20.0 / (1.15 * (double)(line.Letters.FirstOrDefault()?.Points ?? 14));
            if (format.LineRule is "atLeast") { lines = Math.Max(lines, 1); }
        }
        return lines is >= 1 - slack and <= 1.5 + slack;
    }
}
