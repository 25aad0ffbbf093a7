namespace LearningCity.Docs.Layout.Rules;

/// <summary>Rules 28 to 30: the heading of an annex, its reference to the paper, its pages.</summary>
internal static class AnnexRules
{
    public static void Find(Paper paper, PaperOutline outline, LayoutFindings findings)
    {
        var annexes = outline.Annexes;
        for (var i = 0; i < annexes.Length; i++)
        {
            if (annexes[i].Heading is { } heading) { Heading(annexes, i, heading, findings); }
            foreach (var line in annexes[i].Title)
            {
                // A title without the word "Phụ lục" is the table's own: its second line is often in small letters.
                var look = annexes[i].Heading is null ? new Look(LetterCase.Any, 13, 14, true) : Look.Upper(13, 14, bold: true);
                findings.Add(FindingCatalog.LC5028_AnnexHeading, line, look.WrongOrNotCentered(line) is { IsEmpty: false } wrong ? [new Sentence("layout.titleBelow", wrong)] : []);
            }
            Reference(outline, annexes[i], findings);
            Pages(paper, outline, annexes[i], i, findings);
        }
    }

    private static void Heading(ImmutableArray<Annex> annexes, int at, PaperLine heading, LayoutFindings findings)
    {
        var wrong = Look.Lower(14, 14, bold: true).WrongOrNotCentered(heading).ToBuilder();
        if (AnnexFinder.RestOf(heading).Length > 0) { wrong.RemoveAll(s => s.Key == "layout.notLower"); wrong.Add(new Sentence("layout.notOwnLine")); }
        var number = AnnexFinder.NumberOf(heading);
        var several = annexes.Count(a => a.Heading is not null) > 1;
        if (number.Length > 0 && (char.IsAsciiDigit(number[0]) || !"IVXLC".Contains(char.ToUpperInvariant(number[0]), StringComparison.Ordinal))) { wrong.Add(new Sentence("layout.notRoman")); }
        else if (several && number.Length == 0) { wrong.Add(new Sentence("layout.noAnnexNumber")); }
        else if (several && number.All(c => "IVXLC".Contains(c, StringComparison.Ordinal)) && number != ListNumbering.Roman(annexes[..(at + 1)].Count(a => a.Heading is not null)))
        {
            wrong.Add(new Sentence("layout.order", ListNumbering.Roman(annexes[..(at + 1)].Count(a => a.Heading is not null)), number));
        }
        findings.Add(FindingCatalog.LC5028_AnnexHeading, heading, wrong.ToImmutable());
    }

    private static void Reference(PaperOutline outline, Annex annex, LayoutFindings findings)
    {
        if (annex.Reference.IsEmpty)
        {
            findings.Add(FindingCatalog.LC5029_AnnexReference, annex.First, outline.HasHead ? null : Severity.Warning, new Sentence("layout.missing"));
            return;
        }
        var look = Look.Lower(13, 14, bold: null, italic: true);
        var first = annex.Reference[0];
        var bad = annex.Reference.FirstOrDefault(l => !look.WrongOrNotCentered(l).IsEmpty) ?? first;
        var text = string.Join(' ', annex.Reference.Select(l => l.Text));
        var wrong = look.WrongOrNotCentered(bad).ToBuilder();
        if (!text.Contains(" số", StringComparison.Ordinal) || !text.Contains("ngày", StringComparison.OrdinalIgnoreCase)) { wrong.Add(new Sentence("layout.referenceNotWhole")); }
        if (!text.Contains(')', StringComparison.Ordinal)) { wrong.Add(new Sentence("layout.notClosed")); }
        findings.Add(FindingCatalog.LC5029_AnnexReference, bad, wrong.ToImmutable());
        if (wrong.Count == 0 && !text.Contains("của", StringComparison.Ordinal)) { findings.Add(FindingCatalog.LC5029_AnnexReference, first, Severity.Warning, new Sentence("layout.noIssuer")); }
        if (text.Contains("tháng", StringComparison.Ordinal)) { findings.Add(FindingCatalog.LC5014_Date, first, NumberAndDateRules.WrongDate(text)); }
    }

    private static void Pages(Paper paper, PaperOutline outline, Annex annex, int at, LayoutFindings findings)
    {
        var section = annex.First.Paragraph.Section;
        var above = at > 0 ? outline.Annexes[at - 1].First.Paragraph.Section : outline.HasHead ? outline.Lines[0].Paragraph.Section : -1;
        if (above >= 0 && (section == above || section < paper.Sections.Length && paper.Sections[section].FirstNumber is not (0 or 1)))
        {
            // A text that is issued with a decision is no annex by name.
            findings.Add(FindingCatalog.LC5030_AnnexPages, annex.First, annex.Heading is null ? Severity.Warning : null, new Sentence("layout.annexGoesOn"));
        }
        if (outline.HasHead && at == 0 && !outline.Lines[..outline.End].Any(l => l.Key.Contains("phụ lục", StringComparison.Ordinal) || l.Key.Contains("kèm theo", StringComparison.Ordinal) || l.Key.Contains("gửi kèm", StringComparison.Ordinal)))
        {
            findings.Add(FindingCatalog.LC5030_AnnexPages, annex.First, Severity.Warning, new Sentence("layout.annexNotNamed"));
        }
    }
}
