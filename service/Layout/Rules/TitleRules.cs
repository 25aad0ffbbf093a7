using System.Text.RegularExpressions;

namespace LearningCity.Docs.Layout.Rules;

/// <summary>Rules 15 to 18: tên loại, trích yếu, trích yếu công văn, căn cứ.</summary>
internal static partial class TitleRules
{
    private const int SixPoints = 120;

    public static void Find(PaperOutline outline, UnderLines under, LayoutFindings findings)
    {
        if (!outline.HasHead) { return; }
        if (outline.KindName is { } line) { Named(outline, line, under, findings); }
        else if (outline.IsLetter) { Letter(outline, findings); }
        else { findings.Add(FindingCatalog.LC5015_KindName, (outline.Number ?? outline.Motto ?? outline.NationalName[0]).Paragraph.Place, Severity.Warning, new Sentence("layout.noKind")); }
        LegalBases(outline, findings);
    }

    private static void Named(PaperOutline outline, PaperLine line, UnderLines under, LayoutFindings findings)
    {
        findings.Add(FindingCatalog.LC5015_KindName, line, Look.Upper(13, 14, bold: true).WrongOrNotCentered(line));
        if (outline.Subject.IsEmpty)
        {
            if (outline.Kind!.HasSubject) { findings.Add(FindingCatalog.LC5016_Subject, line.Paragraph.Place, null, new Sentence("layout.missing")); }
            return;
        }
        var look = Look.Lower(13, 14, bold: true);
        var bad = outline.Subject.FirstOrDefault(l => !look.WrongOrNotCentered(l).IsEmpty);
        var last = outline.Subject[^1];
        // Only the last of several lines is as long as its words; a paragraph that wraps is longer than it stands.
        var wraps = last.Text.Length > 70;
        ImmutableArray<Sentence> wrong = [.. bad is null ? [] : look.WrongOrNotCentered(bad), .. under.Wrong(outline.Subject, wraps ? 0 : 0.2, wraps ? 10 : 0.75, "layout.lineNotThird")];
        findings.Add(FindingCatalog.LC5016_Subject, bad ?? last, UnderLines.Weight(wrong), wrong);
    }

    private static void Letter(PaperOutline outline, LayoutFindings findings)
    {
        var look = Look.Lower(12, 13, bold: false);
        var first = outline.LetterSubject[0];
        var bad = outline.LetterSubject.FirstOrDefault(l => !Wrong(l).IsEmpty) ?? first;
        var wrong = Wrong(bad).ToBuilder();
        if (!first.Text.StartsWith("V/v", StringComparison.Ordinal)) { wrong.Add(new Sentence("layout.notVv", first.Text.Split(' ')[0])); }
        if (outline.Number is { } number && number.Paragraph != first.Paragraph && number.Paragraph.IsInTable == first.Paragraph.IsInTable
            && (number.Paragraph.Format.After ?? 0) + (first.Paragraph.Format.Before ?? 0) < SixPoints - 10 && first.Index == number.Index + 1)
        {
            wrong.Add(new Sentence("layout.noGap"));
        }
        findings.Add(FindingCatalog.LC5017_LetterSubject, bad, wrong.ToImmutable());

        ImmutableArray<Sentence> Wrong(PaperLine l) => l.Paragraph.IsInTable ? look.WrongOrNotCentered(l) : look.Wrong(l);
    }

    private static void LegalBases(PaperOutline outline, LayoutFindings findings)
    {
        for (var i = 0; i < outline.LegalBases.Length; i++)
        {
            var line = outline.LegalBases[i];
            var wrong = Look.Lower(13, 14, bold: null, italic: true).Wrong(line).ToBuilder();
            var (mark, isLast) = (line.Text[^1], i == outline.LegalBases.Length - 1);
            if (isLast ? mark != '.' : mark != ';') { wrong.Add(new Sentence("layout.lastMark", isLast ? "." : ";")); }
            if (wrong.Count > 0) { findings.Add(FindingCatalog.LC5018_LegalBases, line, wrong.ToImmutable()); }
            else if (CitedPattern().IsMatch(line.Text) && !(SignPattern().IsMatch(line.Text) && line.Text.Contains("ngày", StringComparison.OrdinalIgnoreCase)))
            {
                findings.Add(FindingCatalog.LC5018_LegalBases, line, Severity.Warning, new Sentence("layout.baseNotWhole"));
            }
        }
    }

    /// <summary>Kinds that are cited with number and date; Luật and Pháp lệnh are not.</summary>
    [GeneratedRegex(@"^căn cứ\s+(?:nghị định|thông tư|quyết định|nghị quyết|chỉ thị|kế hoạch|công văn|thông báo)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex CitedPattern();

    [GeneratedRegex(@"\d+\s*[/-]\s*[\p{L}\d]+", RegexOptions.CultureInvariant)]
    private static partial Regex SignPattern();
}
