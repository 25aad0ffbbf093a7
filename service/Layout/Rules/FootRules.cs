using System.Text.RegularExpressions;

namespace LearningCity.Docs.Layout.Rules;

/// <summary>Rules 23 and 24, who signs; 26 and 27, Nơi nhận; 31, the mark at the end of the text.</summary>
internal static partial class FootRules
{
    private static readonly string[] Schools = PaperLine.Keys(["trường", "học viện", "viện", "bệnh viện", "trung tâm", "công an", "quân"]);

    /// <summary>Papers whose model has no end mark.</summary>
    private static readonly string[] WithoutEndMark = ["HĐ", "GM", "GGT", "GNP", "PG", "PC", "PB", "GUQ", ""];

    public static void Find(PaperOutline outline, LayoutFindings findings)
    {
        if (!outline.HasHead) { return; }
        var foot = outline.RecipientsHeading?.Paragraph.Place ?? Location.File;
        if (outline.Signatures.IsEmpty) { findings.Add(FindingCatalog.LC5023_SignerPost, foot, Severity.Warning, new Sentence("layout.missing")); }
        foreach (var signature in outline.Signatures) { Signature(outline, signature, findings); }
        Recipients(outline, findings);
        EndMark(outline, findings);
    }

    private static void Signature(PaperOutline outline, Signature signature, LayoutFindings findings)
    {
        for (var i = 0; i < signature.Posts.Length; i++)
        {
            var line = signature.Posts[i];
            var wrong = Look.Upper(13, 14, bold: true).Wrong(line).ToBuilder();
            if (BadAuthority().Match(line.Text) is { Success: true } bad) { wrong.Add(new Sentence("layout.authorityMark", bad.Value.Trim())); }
            findings.Add(FindingCatalog.LC5023_SignerPost, line, wrong.ToImmutable());
            if (wrong.Count == 0 && line.Text.StartsWith("KT.", StringComparison.Ordinal) && !(i + 1 < signature.Posts.Length && IsDeputy(signature.Posts[i + 1])))
            {
                findings.Add(FindingCatalog.LC5023_SignerPost, line, Severity.Warning, new Sentence("layout.notDeputy"));
            }
        }
        if (signature.Name is not { } name) { findings.Add(FindingCatalog.LC5024_SignerName, signature.Posts[^1].Paragraph.Place, Severity.Warning, new Sentence("layout.missing")); return; }
        var look = Look.Lower(13, 14, bold: true);
        findings.Add(FindingCatalog.LC5024_SignerName, name, name.Paragraph.IsInTable ? look.WrongOrNotCentered(name) : look.Wrong(name));
        if (Degree().Match(name.Text) is { Success: true } degree)
        {
            var mayBe = outline.Agency.Concat(outline.ParentAgency).Any(a => Array.Exists(Schools, word => a.Key.Contains(word, StringComparison.Ordinal)));
            findings.Add(FindingCatalog.LC5024_SignerName, name, mayBe ? Severity.Warning : null, new Sentence("layout.degree", degree.Value.Trim()));
        }
    }

    private static bool IsDeputy(PaperLine line) => line.Key.StartsWith("phó ", StringComparison.Ordinal) || line.Key.StartsWith("thứ trưởng", StringComparison.Ordinal) || line.Key.StartsWith("q.", StringComparison.Ordinal);

    private static void Recipients(PaperOutline outline, LayoutFindings findings)
    {
        if (outline.RecipientsHeading is not { } heading) { findings.Add(FindingCatalog.LC5026_RecipientsHeading, Location.File, Severity.Warning, new Sentence("layout.missing")); return; }
        var wrong = ImmutableArray.CreateBuilder<Sentence>();
        wrong.AddRange(Look.Lower(12, 12, bold: true, italic: true).Wrong(heading));
        if (!heading.Text.StartsWith("Nơi nhận:", StringComparison.Ordinal)) { wrong.Add(new Sentence("layout.noColon", "Nơi nhận")); }
        else if (heading.Text.Length > "Nơi nhận:".Length) { wrong.Add(new Sentence("layout.notOwnLine")); }
        var format = heading.Paragraph.Format;
        if ((format.Alignment ?? Alignment.Left) is Alignment.Center or Alignment.Right || Math.Abs((format.Left ?? 0) + (format.FirstLine ?? 0)) > 30) { wrong.Add(new Sentence("layout.notFlush")); }
        findings.Add(FindingCatalog.LC5026_RecipientsHeading, heading, wrong.ToImmutable());
        if (outline.Recipients.IsEmpty) { findings.Add(FindingCatalog.LC5027_Recipients, heading.Paragraph.Place, null, new Sentence("layout.missing")); return; }
        for (var i = 0; i < outline.Recipients.Length; i++) { Recipient(outline, i, findings); }
    }

    private static void Recipient(PaperOutline outline, int at, LayoutFindings findings)
    {
        var line = outline.Recipients[at];
        var isLast = at == outline.Recipients.Length - 1;
        var wrong = Look.Lower(11, 11, bold: false).Wrong(line).ToBuilder();
        // A name that goes on in a paragraph of its own has its mark there.
        var goesOn = !isLast && !IsItem(outline.Recipients[at + 1]) && line.Text[^1] is not (';' or '.');
        var isGoingOn = at > 0 && outline.Recipients[at - 1].Text[^1] is not (';' or '.');
        if (!IsItem(line) && !isGoingOn) { wrong.Add(new Sentence("layout.noDash")); }
        if (!goesOn && line.Text[^1] != (isLast ? '.' : ';')) { wrong.Add(new Sentence("layout.lastMark", isLast ? "." : ";")); }
        if (isLast && !KeptPattern().IsMatch(line.Text)) { wrong.Add(new Sentence("layout.notKept")); }
        findings.Add(FindingCatalog.LC5027_Recipients, line, wrong.ToImmutable());
        if (at == 0 && !isLast && wrong.Count == 0 && !outline.Addressees.IsEmpty && !line.Key.Contains("như trên", StringComparison.Ordinal))
        {
            findings.Add(FindingCatalog.LC5027_Recipients, line, Severity.Warning, new Sentence("layout.notAsAbove"));
        }
    }

    private static bool IsItem(PaperLine line) => line.Text[0] is '-' or '–';

    /// <summary>At the end of the last paragraph, or in the last table.</summary>
    private static void EndMark(PaperOutline outline, LayoutFindings findings)
    {
        if (outline.Body.IsEmpty || outline.Kind is { } kind && WithoutEndMark.Contains(kind.Sign)) { return; }
        var last = outline.Body[^1];
        if (outline.Lines[last.Index..outline.End].Any(l => l.Text.EndsWith("./.", StringComparison.Ordinal))) { return; }
        findings.Add(FindingCatalog.LC5031_EndMark, last, new Sentence("layout.missing"));
    }

    [GeneratedRegex(@"^(?:(?:TM|KT|TL|TUQ|Q)(?=\s)|T/M|K/T|T/L)", RegexOptions.CultureInvariant)]
    private static partial Regex BadAuthority();

    [GeneratedRegex(@"^(?:(?:GS|PGS|TSKH|TS|Th\.?S|BS|BSCK\w*|CN|KS|LS|DS|NGƯT|NGND|NSƯT|NSND)\b\.?|Tiến sĩ|Thạc sĩ|Phó Giáo sư|Giáo sư|Bác sĩ|Cử nhân|Kỹ sư|Luật sư|Nhà giáo)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Degree();

    [GeneratedRegex(@"^[-–]\s*Lưu:\s*VT,\s*\S", RegexOptions.CultureInvariant)]
    private static partial Regex KeptPattern();
}
