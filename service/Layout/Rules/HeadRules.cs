using LearningCity.Docs.Text;

namespace LearningCity.Docs.Layout.Rules;

/// <summary>Rules 08 to 11: Quốc hiệu, Tiêu ngữ, cơ quan chủ quản, cơ quan ban hành.</summary>
internal static class HeadRules
{
    /// <summary>The decree itself prints both.</summary>
    private static readonly string[] NationalNames = ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM"];

    private const string MottoText = "Độc lập - Tự do - Hạnh phúc";

    public static void Find(PaperOutline outline, UnderLines under, LayoutFindings findings)
    {
        if (!outline.HasHead) { NoHead(outline, findings); return; }
        NationalName(outline, findings);
        Motto(outline, under, findings);
        foreach (var line in outline.ParentAgency)
        {
            // That it is a superior's name, words alone tell: bold letters there are for a person to judge.
            var wrong = Look.Upper(12, 13, null).Wrong(line);
            findings.Add(FindingCatalog.LC5010_ParentAgency, line, wrong);
            if (wrong.IsEmpty && line.IsBold) { findings.Add(FindingCatalog.LC5010_ParentAgency, line, Severity.Warning, new Sentence("layout.bold")); }
        }
        Agency(outline, under, findings);
    }

    private static void NoHead(PaperOutline outline, LayoutFindings findings)
    {
        if (outline.Annexes.IsEmpty && outline.Lines.Any(l => !l.IsBlank)) { findings.Add(FindingCatalog.LC5008_NationalName, Location.File, Severity.Warning, new Sentence("layout.noHead")); }
    }

    private static void NationalName(PaperOutline outline, LayoutFindings findings)
    {
        if (outline.NationalName.IsEmpty) { findings.Add(FindingCatalog.LC5008_NationalName, Location.File, null, new Sentence("layout.missing")); return; }
        var line = outline.NationalName[0];
        var wrong = Look.Upper(12, 13, bold: true).Wrong(line).ToBuilder();
        var text = VietnameseText.Tidy(string.Join(' ', outline.NationalName.Select(l => l.Text)));
        if (!NationalNames.Contains(text.ToUpperInvariant())) { wrong.Add(new Sentence("layout.words", text)); }
        if (outline.NationalName.Length > 1) { wrong.Add(new Sentence("layout.twoLines")); }
        if (line.Paragraph.Place.Column == 1 && outline.Agency.Any(a => a.Paragraph.Place.Table == line.Paragraph.Place.Table)) { wrong.Add(new Sentence("layout.notRight")); }
        findings.Add(FindingCatalog.LC5008_NationalName, line, wrong.ToImmutable());
    }

    private static void Motto(PaperOutline outline, UnderLines under, LayoutFindings findings)
    {
        if (outline.Motto is not { } line) { findings.Add(FindingCatalog.LC5009_Motto, outline.NationalName.IsEmpty ? Location.File : outline.NationalName[0].Paragraph.Place, null, new Sentence("layout.missing")); return; }
        var wrong = Look.Lower(13, 14, bold: true).Wrong(line).ToBuilder();
        var text = VietnameseText.Tidy(line.Text);
        if (text != MottoText && !line.IsUpper) { wrong.Add(new Sentence("layout.words", text)); }
        if (line.Paragraph.IsInTable && !line.Paragraph.IsCentered) { wrong.Add(new Sentence("layout.notCentered")); }
        wrong.AddRange(under.Wrong([line], 0.8, 1.2, "layout.lineNotAsLong"));
        if (!outline.NationalName.IsEmpty && outline.NationalName[0].Paragraph != line.Paragraph && !IsSingle(line.Paragraph.Format)) { wrong.Add(new Sentence("layout.notSingle")); }
        findings.Add(FindingCatalog.LC5009_Motto, line, UnderLines.Weight(wrong), wrong.ToImmutable());
    }

    private static bool IsSingle(ParagraphFormat format) => format.LineRule is "exact" or "atLeast" || (format.Line ?? 240) is > 230 and < 260;

    private static void Agency(PaperOutline outline, UnderLines under, LayoutFindings findings)
    {
        if (outline.Agency.IsEmpty)
        {
            findings.Add(FindingCatalog.LC5011_Agency, (outline.Number ?? outline.NationalName.FirstOrDefault())?.Paragraph.Place ?? Location.File, null, new Sentence("layout.missing"));
            return;
        }
        var look = Look.Upper(12, 13, bold: true);
        var bad = outline.Agency.FirstOrDefault(l => !Wrong(l).IsEmpty);
        var last = outline.Agency[^1];
        ImmutableArray<Sentence> wrong = [.. bad is null ? [] : Wrong(bad), .. under.Wrong(outline.Agency, 0.25, 0.6, "layout.lineNotThird")];
        findings.Add(FindingCatalog.LC5011_Agency, bad ?? last, UnderLines.Weight(wrong), wrong);

        ImmutableArray<Sentence> Wrong(PaperLine l) => l.Paragraph.IsInTable ? look.WrongOrNotCentered(l) : look.Wrong(l);
    }
}
