using LearningCity.Docs.OpenXml;

namespace LearningCity.Docs.Layout.Rules;

/// <summary>Rules 20 to 22: phần, chương, mục; điều, khoản, điểm; the parts of reports and plans.</summary>
internal static class DivisionRules
{
    /// <summary>Vietnamese letters that number points, in their order; ă, â, ê, ô, ơ, ư are passed over.</summary>
    private const string Alphabet = "abcdđeghiklmnopqrstuvxy";

    private const int LongestTitle = 150;

    private static readonly int[] Indents = [567, 720];

    public static bool IsDivision(PaperLine line) => IsPart(line) || Headings.Article().IsMatch(line.Text) || IsRoman(line);

    public static void Find(PaperOutline outline, LayoutFindings findings)
    {
        var body = outline.Body;
        for (var i = 0; i < body.Length; i++)
        {
            if (IsPart(body[i])) { Part(body, i, findings); }
        }
        Articles(body, findings);
        Points(body, findings);
        Romans(body, findings);
        var titles = Enumerable.Range(0, body.Length).Where(i => IsBareTitle(body, i, findings)).Select(i => body[i]).ToList();
        findings.Add(FindingCatalog.LC5022_Sections, titles, Severity.Warning, new Sentence("layout.clauseNotBold"));
    }

    /// <summary>On a line of its own, or before a title that its letters show to be one; "Phần I của Kế hoạch" is a sentence.</summary>
    private static bool IsPart(PaperLine line)
    {
        if (line.Text.Length > LongestTitle || Headings.Division().Match(line.Text) is not { Success: true } match) { return false; }
        return match.Groups["title"].Length == 0 ? line.Paragraph.IsCentered || line.IsBold || line.IsUpper || !line.Text.EndsWith('.')
            : line.IsBold || match.Groups["title"].Value is var title && title.Any(char.IsLetter) && !title.Any(char.IsLower);
    }

    private static bool IsRoman(PaperLine line) => line.Text.Length <= LongestTitle && !line.Paragraph.IsInTable && Headings.Roman().Match(line.Text) is { Success: true } match
        && !match.Groups["title"].Value.EndsWith(';') && (line.IsBold || line.Text.Count(char.IsUpper) * 2 > line.Text.Count(char.IsLetter) || match.Groups["mark"].Value == ".");

    private static void Part(ImmutableArray<PaperLine> body, int at, LayoutFindings findings)
    {
        var line = body[at];
        var match = Headings.Division().Match(line.Text);
        var wrong = Look.Lower(13, 14, bold: true).WrongOrNotCentered(line).ToBuilder();
        var roman = match.Groups["word"].Value.ToUpperInvariant() is "PHẦN" or "CHƯƠNG";
        var isArabic = char.IsAsciiDigit(match.Groups["number"].Value[0]);
        if (roman && isArabic) { wrong.Add(new Sentence("layout.notRoman")); }
        if (!roman && !isArabic) { wrong.Add(new Sentence("layout.notArabic")); }
        if (match.Groups["title"].Length > 0) { wrong.RemoveAll(s => s.Key == "layout.notLower"); wrong.Add(new Sentence("layout.notOwnLine")); }
        findings.Add(FindingCatalog.LC5020_Divisions, line, wrong.ToImmutable());
        if (match.Groups["title"].Length > 0 || at + 1 == body.Length) { return; }
        findings.Add(FindingCatalog.LC5020_Divisions, body[at + 1], Look.Upper(13, 14, bold: true).WrongOrNotCentered(body[at + 1]) is { IsEmpty: false } title
            ? [new Sentence("layout.titleBelow", title)] : []);
    }

    private static void Articles(ImmutableArray<PaperLine> body, LayoutFindings findings)
    {
        var last = 0;
        foreach (var line in body)
        {
            if (Headings.Article().Match(line.Text) is not { Success: true } match) { continue; }
            var wrong = ImmutableArray.CreateBuilder<Sentence>();
            if (match.Groups["mark"].Value != ".") { wrong.Add(new Sentence("layout.markNotPoint", match.Groups["mark"].Value)); }
            if (!line.Text.StartsWith("Điều", StringComparison.Ordinal)) { wrong.Add(new Sentence("layout.notLower")); }
            var look = line.Letters.TakeWhile((_, i) => i < 1).ToList();
            if (look.Exists(r => r.Format.Bold != true)) { wrong.Add(new Sentence("layout.notBold")); }
            if (look.Exists(r => r.Format.Italic == true)) { wrong.Add(new Sentence("layout.italic")); }
            if (look.Exists(r => r.Points is < 13 or > 14)) { wrong.Add(new Sentence("layout.size", look[0].Points)); }
            var start = (line.Paragraph.Format.Left ?? 0) + (line.Paragraph.Format.FirstLine ?? 0);
            if (line.Paragraph.Runs is not [{ Text: ['\t', ..] }, ..] && !Array.Exists(Indents, indent => Math.Abs(start - indent) <= 6)) { wrong.Add(new Sentence("layout.notIndented")); }
            findings.Add(FindingCatalog.LC5021_Articles, line, wrong.ToImmutable());
            var number = WordXmlReading.Number(match.Groups["number"].Value) ?? 0;
            if (wrong.Count == 0 && number != last + 1) { findings.Add(FindingCatalog.LC5021_Articles, line, Severity.Warning, new Sentence("layout.order", $"Điều {last + 1}", $"Điều {number}")); }
            last = number;
        }
    }

    /// <summary>a), b), c), d), đ), e), g): a list numbered by a program knows no đ and has an f.</summary>
    private static void Points(ImmutableArray<PaperLine> body, LayoutFindings findings)
    {
        var last = -1;
        foreach (var line in body)
        {
            if (Headings.Point().Match(line.Text) is not { Success: true } match) { if (Headings.Clause().IsMatch(line.Text) || IsDivision(line)) { last = -1; } continue; }
            var at = Alphabet.IndexOf(match.Groups["letter"].Value, StringComparison.Ordinal);
            if (match.Groups["mark"].Value != ")") { findings.Add(FindingCatalog.LC5021_Articles, line, new Sentence("layout.pointMark", match.Value[..2])); }
            else if (at != 0 && at != last + 1) { findings.Add(FindingCatalog.LC5021_Articles, line, new Sentence("layout.order", Alphabet[Math.Min(last + 1, Alphabet.Length - 1)] + ")", match.Groups["letter"].Value + ")")); }
            last = at >= 0 ? at : last + 1;
        }
    }

    private static void Romans(ImmutableArray<PaperLine> body, LayoutFindings findings)
    {
        var last = 0;
        foreach (var line in body)
        {
            if (IsPart(line)) { last = 0; }
            if (!IsRoman(line)) { continue; }
            var match = Headings.Roman().Match(line.Text);
            var wrong = Look.Upper(13, 14, bold: true).Wrong(line).ToBuilder();
            if (match.Groups["mark"].Value != ".") { wrong.Add(new Sentence("layout.markNotPoint", match.Groups["mark"].Value)); }
            findings.Add(FindingCatalog.LC5022_Sections, line, wrong.ToImmutable());
            last++;
            var expected = ListNumbering.Roman(last);
            if (wrong.Count == 0 && match.Groups["number"].Value != expected)
            {
                findings.Add(FindingCatalog.LC5022_Sections, line, Severity.Warning, new Sentence("layout.order", expected + ".", match.Groups["number"].Value + "."));
            }
        }
    }

    /// <summary>A clause with a title has it alone on its line, bold. A line that its neighbours go on counting from is an item of a list.</summary>
    private static bool IsBareTitle(ImmutableArray<PaperLine> body, int at, LayoutFindings findings)
    {
        var line = body[at];
        if (Headings.Clause().Match(line.Text) is not { Success: true } match || line.IsBold) { return false; }
        if (match.Groups["mark"].Value != ".") { findings.Add(FindingCatalog.LC5021_Articles, line, Severity.Warning, new Sentence("layout.markNotPoint", match.Groups["mark"].Value)); return false; }
        var number = WordXmlReading.Number(match.Groups["number"].Value) ?? 0;
        return line.Text.Length <= 90 && line.Text[^1] is not ('.' or ';' or ':' or ',' or '/') && at + 1 < body.Length && !IsClause(body[at + 1]) && !(at > 0 && NumberOf(body[at - 1]) == number - 1) && !IsDivision(body[at + 1]);
    }

    private static bool IsClause(PaperLine line) => NumberOf(line) is not null;

    private static int? NumberOf(PaperLine line) => Headings.Clause().Match(line.Text) is { Success: true } match ? WordXmlReading.Number(match.Groups["number"].Value) : null;
}
