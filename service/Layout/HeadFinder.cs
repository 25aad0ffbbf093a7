using System.Text.RegularExpressions;
using LearningCity.Docs.Text;

namespace LearningCity.Docs.Layout;

/// <summary>Finds what stands above the text: ô 1 to 5 and 9a.</summary>
internal static partial class HeadFinder
{
    private const int Deepest = 60;
    private const int LongestElement = 200;

    private static readonly string[] AgencyWords = PaperLine.Keys(
    [
        "ủy ban", "ubnd", "hội đồng", "hđnd", "bộ", "sở", "phòng", "ban", "cục", "chi cục", "tổng cục", "vụ", "viện", "trường", "trung tâm", "văn phòng", "hội", "thanh tra",
        "kho bạc", "công an", "tòa án", "bệnh viện", "thư viện", "học viện", "đội", "trạm", "chi nhánh", "tổ",
    ]);

    private static readonly string[] Stamps = PaperLine.Keys(["hỏa tốc", "thượng khẩn", "khẩn", "mật", "tối mật", "tuyệt mật", "dự thảo", "lưu hành nội bộ", "xem xong trả lại"]);

    /// <summary>The paper's first lines, up to <paramref name="end"/>, where an annex may begin.</summary>
    public static PaperOutline Find(PaperOutline outline, int end)
    {
        var lines = outline.Lines[..Math.Min(Math.Min(Deepest, end), outline.Lines.Length)];
        var name = NationalName(lines);
        var motto = lines.FirstOrDefault(l => l.Text.Length < LongestElement && Plain(l) is var plain && plain.StartsWith("doc lap", StringComparison.Ordinal) && plain.EndsWith("hanh phuc", StringComparison.Ordinal));
        var kindLine = KindLine(lines, motto, name);
        var addressee = lines.FirstOrDefault(l => l.Key.StartsWith("kính gửi", StringComparison.Ordinal));
        var head = Math.Min(kindLine?.Index ?? lines.Length, addressee?.Index ?? lines.Length);
        var number = lines[..head].FirstOrDefault(l => l.Text.Length < LongestElement && NumberPattern().IsMatch(l.Text));
        var date = lines[..head].FirstOrDefault(l => l.Text.Length < LongestElement && !l.Text.StartsWith('(') && DatePattern().IsMatch(l.Text));
        var letter = lines[..head].FirstOrDefault(l => LetterSubjectPattern().IsMatch(l.Text) && (number is null || l.Index > number.Index));
        var agencies = Agencies(lines[..head], name, motto, number);
        var parent = ParentOf(agencies);
        return outline with
        {
            NationalName = name,
            Motto = motto,
            Number = number,
            PlaceAndDate = date,
            ParentAgency = agencies[..parent],
            Agency = agencies[parent..],
            KindName = kindLine,
            Kind = kindLine is null ? null : PaperKind.NamedBy(kindLine),
            LetterSubject = kindLine is null && letter is not null ? LetterSubject(lines, letter) : [],
            Subject = kindLine is null ? [] : Subject(outline.Lines, kindLine),
            Addressees = addressee is null ? [] : Addressees(outline.Lines, addressee),
        };
    }

    /// <summary>Among the first lines below the head: further down, "QUY ĐỊNH CHUNG" is the title of a chapter.</summary>
    private static PaperLine? KindLine(ImmutableArray<PaperLine> lines, PaperLine? motto, ImmutableArray<PaperLine> name)
    {
        const int nearest = 6;
        var head = motto ?? name.LastOrDefault();
        var below = lines.Where(l => !l.IsBlank && !l.IsTypedLine && (head is null || l.Index > head.Index) && (head?.Paragraph.Place.Table is null || l.Paragraph.Place.Table != head.Paragraph.Place.Table));
        return below.TakeWhile(l => Headings.Division().Match(l.Text) is not { Success: true } part || part.Groups["title"].Length > 0).Take(head is null ? Deepest : nearest)
            .FirstOrDefault(l => PaperKind.NamedBy(l) is { } kind && (!l.Paragraph.IsInTable || l.Key == kind.Key) && !Stamps.Contains(l.Key));
    }

    private static string Plain(PaperLine line) => VietnameseText.FoldMarks(line.Text);

    public static bool IsNationalName(PaperLine line) => line.Text is ['C' or 'c', ..] and { Length: <= LongestElement } && Plain(line).StartsWith("cong hoa xa hoi chu", StringComparison.Ordinal);

    private static ImmutableArray<PaperLine> NationalName(ImmutableArray<PaperLine> lines)
    {
        const string whole = "cong hoa xa hoi chu nghia viet nam";
        for (var i = 0; i < lines.Length; i++)
        {
            if (!IsNationalName(lines[i])) { continue; }
            var plain = Plain(lines[i]);
            return plain == whole || i + 1 == lines.Length || !whole.EndsWith(Plain(lines[i + 1]), StringComparison.Ordinal) || lines[i + 1].IsBlank ? [lines[i]] : [lines[i], lines[i + 1]];
        }
        return [];
    }

    /// <summary>In a table: what stands beside Quốc hiệu, above the number. Without one: the lines in capitals above the number.</summary>
    private static ImmutableArray<PaperLine> Agencies(ImmutableArray<PaperLine> head, ImmutableArray<PaperLine> name, PaperLine? motto, PaperLine? number)
    {
        var anchor = name.IsEmpty ? motto?.Paragraph.Place : name[0].Paragraph.Place;
        var above = head.Where(l => !l.IsBlank && !l.IsTypedLine && l.Text.Any(char.IsLetter) && !Stamps.Contains(l.Key) && !name.Contains(l) && l != motto && l != number && (number is null || l.Index < number.Index));
        return anchor is { Table: { } table }
            ? [.. above.Where(l => l.Paragraph.Place.Table == table && l.Paragraph.Place.Column != anchor.Column && !DatePattern().IsMatch(l.Text))]
            : [.. above.Where(l => l.IsUpper)];
    }

    /// <summary>
    /// How many of the lines are the superior's name: those above the last one that begins with a word for an agency ("ỦY BAN NHÂN DÂN" / "QUẬN BA ĐÌNH" is one name on
    /// two lines), or, where the words do not tell, those above the first bold one.
    /// </summary>
    private static int ParentOf(ImmutableArray<PaperLine> agencies)
    {
        for (var i = agencies.Length - 1; i > 0; i--)
        {
            if (Array.Exists(AgencyWords, word => agencies[i].Key == word || agencies[i].Key.StartsWith(word + " ", StringComparison.Ordinal))) { return i; }
        }
        var bold = agencies.TakeWhile(l => !l.IsBold).Count();
        return bold < agencies.Length ? bold : 0;
    }

    private static ImmutableArray<PaperLine> LetterSubject(ImmutableArray<PaperLine> lines, PaperLine first)
    {
        var end = first.Index + 1;
        while (end < lines.Length && !lines[end].IsBlank && !lines[end].IsTypedLine && SameCell(lines[end], first) && !DatePattern().IsMatch(lines[end].Text) && end < first.Index + 5) { end++; }
        return first.Paragraph.IsInTable ? lines[first.Index..end] : [first];
    }

    private static ImmutableArray<PaperLine> Subject(ImmutableArray<PaperLine> lines, PaperLine kind)
    {
        var subject = ImmutableArray.CreateBuilder<PaperLine>();
        for (var i = kind.Index + 1; i < lines.Length && i <= kind.Index + 8; i++)
        {
            var line = lines[i];
            if (line.IsBlank || line.IsTypedLine) { if (subject.Count > 0) { break; } continue; }
            if (line.Paragraph.IsInTable != kind.Paragraph.IsInTable || line.Key.StartsWith("kính gửi", StringComparison.Ordinal) || line.Key.StartsWith("căn cứ", StringComparison.Ordinal)
                || NumberPattern().IsMatch(line.Text) || !(line.Paragraph.IsCentered || line.IsBold && line.Text.Length < LongestElement)
                || Headings.Roman().IsMatch(line.Text) || Headings.Article().IsMatch(line.Text) || line.IsUpper && (subject.Count > 0 || IsAuthority(line)))
            {
                break;
            }
            subject.Add(line);
        }
        return subject.ToImmutable();
    }

    /// <summary>"CHỦ TỊCH ỦY BAN NHÂN DÂN QUẬN": who decides, above the legal bases of a decision.</summary>
    private static bool IsAuthority(PaperLine line) => FootFinder.IsPost(line) || Array.Exists(AgencyWords, word => line.Key.StartsWith(word + " ", StringComparison.Ordinal));

    private static ImmutableArray<PaperLine> Addressees(ImmutableArray<PaperLine> lines, PaperLine first)
    {
        var end = first.Index + 1;
        while (end < lines.Length && (lines[end].Text is ['-' or '–' or '•' or '*' or '+', ..] || lines[end].IsBlank && end + 1 < lines.Length && lines[end + 1].Text is ['-' or '–', ..] && end == first.Index + 1)) { end++; }
        return [.. lines[first.Index..end].Where(l => !l.IsBlank)];
    }

    private static bool SameCell(PaperLine a, PaperLine b) =>
        (a.Paragraph.Place.Table, a.Paragraph.Place.Row, a.Paragraph.Place.Column) == (b.Paragraph.Place.Table, b.Paragraph.Place.Row, b.Paragraph.Place.Column);

    [GeneratedRegex(@"^số\s*(?::|[\d\s.…_]*/)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex NumberPattern();

    [GeneratedRegex(@"\bngày\b[^\p{L}]*\btháng\b[^\p{L}]*\bnăm\b|,\s*ngày\s+[\d.…_ ]+[/.\-]", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex DatePattern();

    [GeneratedRegex(@"^(?:v\s*/\s*v\b|về việc\b)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex LetterSubjectPattern();
}
