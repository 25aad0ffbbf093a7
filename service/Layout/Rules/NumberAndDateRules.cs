using System.Globalization;
using System.Text.RegularExpressions;

namespace LearningCity.Docs.Layout.Rules;

/// <summary>Rules 12 to 14: số, ký hiệu; địa danh; thời gian ban hành. A number or date left open for the clerk is right.</summary>
internal static partial class NumberAndDateRules
{
    /// <summary>Signs of kinds that no agency has for a name: told apart from the first letters of a letter's sign.</summary>
    private static readonly string[] KindSigns = ["NQ", "QĐ", "CT", "TB", "KH", "BC", "BB", "TTr"];

    /// <summary>Abbreviations that the decree itself writes with small letters.</summary>
    private static readonly string[] MixedSigns = ["QyĐ", "CTr", "TTr", "TrS"];

    public static void Find(PaperOutline outline, LayoutFindings findings)
    {
        if (!outline.HasHead) { return; }
        Number(outline, findings);
        if (outline.PlaceAndDate is { } line)
        {
            Place(outline, line, findings);
            findings.Add(FindingCatalog.LC5014_Date, line, WrongDate(line.Text));
        }
        else if (outline.Kind?.HasPlaceAndDate ?? !outline.LetterSubject.IsEmpty)
        {
            findings.Add(FindingCatalog.LC5013_PlaceAndDate, (outline.Motto ?? outline.Number)?.Paragraph.Place ?? Location.File, null, new Sentence("layout.missing"));
        }
    }

    private static void Number(PaperOutline outline, LayoutFindings findings)
    {
        if (outline.Number is not { } line)
        {
            if (outline.Kind is not { Sign: "HĐ" or "" }) { findings.Add(FindingCatalog.LC5012_Number, outline.Agency.LastOrDefault()?.Paragraph.Place ?? Location.File, null, new Sentence("layout.missing")); }
            return;
        }
        var look = Look.Lower(13, 13, bold: false);
        var wrong = (line.Paragraph.IsInTable ? look.WrongOrNotCentered(line) : look.Wrong(line)).RemoveAll(s => s.Key == "layout.notLower").ToBuilder();
        var number = NumberPattern().Match(line.Text);
        if (!number.Success) { wrong.Add(new Sentence("layout.numberForm", line.Text)); }
        else
        {
            if (line.Text[..2] is not "Số") { wrong.Add(new Sentence("layout.numberWord")); }
            if (number.Groups["colon"].Length == 0) { wrong.Add(new Sentence("layout.noColon", "Số")); }
            if (number.Groups["number"].Value is { Length: 1 } single && single[0] is > '0' and <= '9') { wrong.Add(new Sentence("layout.leadingZero", "0" + single)); }
            if (number.Groups["digits"].Length > 0 && number.Groups["before"].Length > 0 || number.Groups["after"].Length > 0) { wrong.Add(new Sentence("layout.numberSpaces")); }
            wrong.AddRange(WrongSymbol(number.Groups["symbol"].Value, outline));
        }
        findings.Add(FindingCatalog.LC5012_Number, line, wrong.ToImmutable());
    }

    private static IEnumerable<Sentence> WrongSymbol(string symbol, PaperOutline outline)
    {
        if (symbol.Length == 0 || symbol.Contains('…', StringComparison.Ordinal) || symbol.Contains("..", StringComparison.Ordinal) || symbol.All(c => c is '.' or '-' or ' ' or '_')) { yield break; }
        if (!SymbolPattern().IsMatch(symbol)) { yield return new Sentence("layout.symbolForm", symbol); yield break; }
        var groups = symbol.Split('-');
        if (Array.Exists(groups, g => g.Any(char.IsLetter) && !MixedSigns.Contains(g) && (char.IsLower(g[0]) || g.Count(char.IsLower) > 1))) { yield return new Sentence("layout.symbolNotUpper", symbol); }
        else if (outline.Kind is { Sign.Length: > 0 } kind && !groups[0].Equals(kind.Sign, StringComparison.OrdinalIgnoreCase)) { yield return new Sentence("layout.symbolKind", symbol, kind.Sign); }
        else if (outline.IsLetter && KindSigns.Contains(groups[0])) { yield return new Sentence("layout.symbolOfLetter", symbol); }
    }

    private static void Place(PaperOutline outline, PaperLine line, LayoutFindings findings)
    {
        var look = Look.Lower(13, 14, bold: null, italic: true);
        var wrong = (line.Paragraph.IsInTable ? look.WrongOrNotCentered(line) : look.Wrong(line)).ToBuilder();
        var place = line.Text[..Math.Max(line.Text.IndexOf("ngày", StringComparison.OrdinalIgnoreCase), 0)].TrimEnd();
        if (place.Trim(',', ' ').Length == 0) { wrong.Add(new Sentence("layout.noPlace")); }
        else if (!place.EndsWith(',')) { wrong.Add(new Sentence("layout.noComma")); }
        if (place.FirstOrDefault(char.IsLetter) is var first && char.IsLower(first)) { wrong.Add(new Sentence("layout.placeNotCapital")); }
        if (outline.Number?.Paragraph.Place is { } number && (number.Table != line.Paragraph.Place.Table || number.Table is not null && number.Row != line.Paragraph.Place.Row)) { wrong.Add(new Sentence("layout.notBesideNumber")); }
        findings.Add(FindingCatalog.LC5013_PlaceAndDate, line, wrong.ToImmutable());
    }

    /// <summary>A leading zero for days below 10 and months 1 and 2, for no other month. Whatever is left open is right.</summary>
    public static ImmutableArray<Sentence> WrongDate(string text)
    {
        var date = DatePattern().Match(text);
        if (!date.Success) { return [new Sentence("layout.dateInFigures")]; }
        var (day, month, year) = (date.Groups["day"].Value, date.Groups["month"].Value, date.Groups["year"].Value);
        if (!AreFigures(day) || !AreFigures(month) || !AreFigures(year)) { return [new Sentence("layout.dateForm", date.Value)]; }
        var wrong = ImmutableArray.CreateBuilder<Sentence>();
        var (d, m, y) = (Figure(day), Figure(month), Figure(year));
        if (day.Length > 0 && day != d.ToString("00", CultureInfo.InvariantCulture)) { wrong.Add(new Sentence("layout.day", day, d.ToString("00", CultureInfo.InvariantCulture))); }
        var asWritten = m < 3 ? m.ToString("00", CultureInfo.InvariantCulture) : m.ToString(CultureInfo.InvariantCulture);
        if (month.Length > 0 && month != asWritten) { wrong.Add(new Sentence("layout.month", month, asWritten)); }
        if (year.Length > 0 && year.Length != 4) { wrong.Add(new Sentence("layout.year", year)); }
        if (m > 12 || month.Length > 0 && m == 0 || day.Length > 0 && (d is 0 or > 31 || year.Length == 4 && y > 0 && m is > 0 and < 13 && d > DateTime.DaysInMonth(y, m))) { return [new Sentence("layout.noSuchDay", date.Value)]; }
        return wrong.ToImmutable();
    }

    private static bool AreFigures(string text) => text.Length <= 4 && text.All(char.IsAsciiDigit);

    private static int Figure(string text) => text.Length == 0 ? 0 : int.Parse(text, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^số\s*(?<colon>:?)\s*(?:(?<number>(?<digits>\d+))|[.…_\s]*?)(?<before>\s*)/(?<after>\s*)(?<symbol>.*)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex NumberPattern();

    [GeneratedRegex(@"^[\p{L}\d&.]+(?:-[\p{L}\d&.]+)+$", RegexOptions.CultureInvariant)]
    private static partial Regex SymbolPattern();

    /// <summary>Spaces, dots and underscores between the words leave room for the clerk.</summary>
    [GeneratedRegex(@"ngày[\s.…_]*(?<day>[^\s.…_,\p{L}]*)[\s.…_]*tháng[\s.…_]*(?<month>[^\s.…_,\p{L}]*)[\s.…_]*năm[\s.…_]*(?<year>\d*)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex DatePattern();
}
