using System.Text.RegularExpressions;

namespace LearningCity.Docs.Layout;

/// <summary>Finds what stands below the text: Nơi nhận (ô 9b) and who signs (ô 7).</summary>
internal static partial class FootFinder
{
    private const int Highest = 60;
    private const int LongestPost = 120;

    private static readonly string[] PostWords = PaperLine.Keys(
    [
        "chủ tịch", "phó chủ tịch", "quyền chủ tịch", "giám đốc", "phó giám đốc", "tổng giám đốc", "phó tổng giám đốc", "trưởng phòng", "phó trưởng phòng", "hiệu trưởng", "phó hiệu trưởng",
        "bộ trưởng", "thứ trưởng", "thủ tướng", "phó thủ tướng", "chánh văn phòng", "phó chánh văn phòng", "trưởng ban", "phó trưởng ban", "cục trưởng", "phó cục trưởng", "chi cục trưởng",
        "phó chi cục trưởng", "vụ trưởng", "phó vụ trưởng", "chánh thanh tra", "phó chánh thanh tra", "viện trưởng", "phó viện trưởng", "bí thư", "phó bí thư", "chủ nhiệm", "phó chủ nhiệm",
        "tổng cục trưởng", "phó tổng cục trưởng", "thủ trưởng", "thư ký", "chủ tọa", "chủ trì", "trưởng đoàn", "tổ trưởng", "tổng thư ký", "người lập", "đại diện",
    ]);

    /// <summary>Between the head and <paramref name="end"/>, where an annex begins.</summary>
    public static PaperOutline Find(PaperOutline outline, int start, int end)
    {
        var lines = outline.Lines[..end];
        var heading = lines.LastOrDefault(l => l.Index > start && (l.Key == "nơi nhận" || l.Key.StartsWith("nơi nhận:", StringComparison.Ordinal)));
        var signing = Signing(lines, heading, Math.Max(start, end - Highest));
        return outline with
        {
            RecipientsHeading = heading,
            Recipients = heading is null ? [] : Recipients(lines, heading),
            Signatures = [.. signing.Select(Signed).Where(s => !s.Posts.IsEmpty)],
        };
    }

    /// <summary>A line that says in which post or by what authority somebody signs.</summary>
    public static bool IsPost(PaperLine line) => line.Text.Length < LongestPost
        && (AuthorityPattern().IsMatch(line.Text) || Array.Exists(PostWords, word => line.Key == word || line.Key.StartsWith(word + " ", StringComparison.Ordinal)));

    private static ImmutableArray<PaperLine> Recipients(ImmutableArray<PaperLine> lines, PaperLine heading)
    {
        var place = heading.Paragraph.Place;
        if (place.Table is not null)
        {
            return [.. lines[(heading.Index + 1)..].Where(l => !l.IsBlank && l.Paragraph.Place.Table == place.Table && l.Paragraph.Place.Column == place.Column)];
        }
        // Laid out with tabs, the left and the right column take turns.
        return [.. lines[(heading.Index + 1)..].TakeWhile(l => l.IsBlank || !l.Paragraph.IsInTable).Where(l => l.Text is ['-' or '–' or '•' or '*' or '+', ..])];
    }

    /// <summary>The lines of each signature: the columns beside Nơi nhận, else of the last table with a post, else the last lines from a post on.</summary>
    private static ImmutableArray<ImmutableArray<PaperLine>> Signing(ImmutableArray<PaperLine> lines, PaperLine? heading, int start)
    {
        var place = heading?.Paragraph.Place;
        if (place is { Table: not null } && lines.Where(l => l.Paragraph.Place.Table == place.Table && l.Paragraph.Place.Column != place.Column).ToList() is var beside && beside.Exists(IsPost))
        {
            return ByColumn(beside);
        }
        var last = lines.LastOrDefault(l => l.Index > start && IsPost(l) && (l.IsUpper || l.IsBold || AuthorityPattern().IsMatch(l.Text)) && l.Text is not (['-', ..] or ['–', ..]));
        if (last is null) { return []; }
        if (last.Paragraph.Place.Table is { } table) { return ByColumn(lines.Where(l => l.Paragraph.Place.Table == table)); }
        var first = last.Index;
        while (first > start + 1 && !lines[first - 1].Paragraph.IsInTable && (IsPost(lines[first - 1]) || lines[first - 1].IsBlank && IsPost(lines[Math.Max(first - 2, 0)])
            || lines[first - 1] is { IsBlank: false } before && (before.Text is ['-', ..] || before == heading) && first - 2 > start && IsPost(lines[first - 2])))
        {
            first--;
        }
        return [[.. lines[first..].TakeWhile(l => !l.Paragraph.IsInTable && (heading is null || l.Index < heading.Index || first > heading.Index)).Where(l => l.Text is not (['-', ..] or ['–', ..]))]];
    }

    private static ImmutableArray<ImmutableArray<PaperLine>> ByColumn(IEnumerable<PaperLine> lines) =>
        [.. lines.GroupBy(l => l.Paragraph.Place.Column).Select(column => column.ToImmutableArray()).Where(column => column.Any(IsPost))];

    /// <summary>Posts from the top; behind a post in full (not "KT. CHỦ TỊCH") only another post. The name is the last line that is none.</summary>
    private static Signature Signed(ImmutableArray<PaperLine> lines)
    {
        var posts = ImmutableArray.CreateBuilder<PaperLine>();
        var rest = lines.SkipWhile(l => !IsPost(l)).Where(l => !l.IsBlank && !l.IsTypedLine && l.Text[0] is not '(').ToList();
        var whole = false;
        foreach (var line in rest)
        {
            if (!IsPost(line) && (whole || !line.IsUpper)) { break; }
            posts.Add(line);
            whole = IsPost(line) && !AuthorityPattern().IsMatch(line.Text);
        }
        return new Signature(posts.ToImmutable(), rest.Skip(posts.Count).LastOrDefault(l => l.Text.Any(char.IsLetter)));
    }

    /// <summary>TM., KT., TL., TUQ., Q. before the name of a body or post in capitals, also without the point or with a stroke, which is a mistake.</summary>
    [GeneratedRegex(@"^(?:TM|KT|TL|TUQ|Q|T/M|K/T|T/L)\s*[.\s]\s*\p{Lu}", RegexOptions.CultureInvariant)]
    private static partial Regex AuthorityPattern();
}
