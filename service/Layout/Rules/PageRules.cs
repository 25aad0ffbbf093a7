namespace LearningCity.Docs.Layout.Rules;

/// <summary>Rules 01 to 05: khổ giấy, kiểu trình bày, định lề trang.</summary>
internal static class PageRules
{
    private const decimal TwipsPerMillimetre = 1440 / 25.4m;

    /// <summary>A tenth of a millimetre: programs round.</summary>
    private const int Tolerance = 6;

    private const int A4Short = 11906, A4Long = 16838;

    public static void Find(Paper paper, ImmutableArray<PaperOutline> outlines, LayoutFindings findings)
    {
        var wide = outlines.SelectMany(WithTables).ToHashSet();
        var annex = outlines.SelectMany(o => o.Annexes).Select(a => a.First.Paragraph.Section).DefaultIfEmpty(int.MaxValue).Min();
        for (var i = 0; i < paper.Sections.Length; i++)
        {
            var section = paper.Sections[i];
            var place = new Location.Section(i + 1);
            if (Math.Abs(Math.Min(section.Width, section.Height) - A4Short) > Tolerance || Math.Abs(Math.Max(section.Width, section.Height) - A4Long) > Tolerance)
            {
                findings.Add(FindingCatalog.LC5001_PaperSize, place, null, new Sentence("layout.paperSize", Millimetres(section.Width), Millimetres(section.Height)));
            }
            if (section.IsLandscape && i < annex && !wide.Contains(i)) { findings.Add(FindingCatalog.LC5002_Orientation, place, null, new Sentence("layout.landscape")); }
            Margins(section, place, findings);
        }
    }

    /// <summary>Wide pages are for tables in the text, and for annexes: the sections with tables other than those of the head and the foot.</summary>
    private static IEnumerable<int> WithTables(PaperOutline outline)
    {
        var frame = outline.NationalName.Concat(outline.Signatures.SelectMany(s => s.Posts)).Append(outline.Motto).Append(outline.RecipientsHeading)
            .Select(l => l?.Paragraph.Place.Table).ToHashSet();
        return outline.Lines.Select(l => l.Paragraph).Where(p => p.IsInTable && !frame.Contains(p.Place.Table)).Select(p => p.Section);
    }

    /// <summary>On a wide page the margins may be those of the upright page turned: the binding side comes to lie on top.</summary>
    private static void Margins(PaperSection section, Location place, LayoutFindings findings)
    {
        var left = section.Left + section.Gutter;
        if (section.IsLandscape && Within(section.Top, 30, 35) && Within(section.Bottom, 15, 20) && Within(left, 20, 25) && Within(section.Right, 20, 25)) { return; }
        findings.Add(FindingCatalog.LC5003_TopBottomMargins, place, null,
            [.. Outside("layout.topMargin", section.Top, 20, 25), .. Outside("layout.bottomMargin", section.Bottom, 20, 25)]);
        findings.Add(FindingCatalog.LC5004_LeftMargin, place, null, Outside("layout.leftMargin", left, 30, 35));
        findings.Add(FindingCatalog.LC5005_RightMargin, place, null, Outside("layout.rightMargin", section.Right, 15, 20));
    }

    private static ImmutableArray<Sentence> Outside(string key, int twips, int from, int to) => Within(twips, from, to) ? [] : [new Sentence(key, Millimetres(twips))];

    private static bool Within(int twips, int from, int to) => twips >= from * TwipsPerMillimetre - Tolerance && twips <= to * TwipsPerMillimetre + Tolerance;

    private static decimal Millimetres(int twips) => Math.Round(twips / TwipsPerMillimetre, 1);
}
