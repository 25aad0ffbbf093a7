using LearningCity.Docs.Forms;
using LearningCity.Docs.Text;

namespace LearningCity.Docs.Reading;

/// <summary>The shares that a summary states, against thresholds: hints for a person.</summary>
internal static class SummaryShares
{
    /// <summary>Words that begin another matter inside a sentence, folded.</summary>
    private static readonly ImmutableArray<string> Openers = ["trong đó", "trong do"];

    /// <summary>
    /// This year's shares: the fraction of what the indicator counts, else percents and fractions of nothing named. The threshold itself beside others is a
    /// quotation; changes and last year's figures are none.
    /// </summary>
    public static ImmutableArray<decimal> Of(string prose, Evidence.PercentMin wanted, string title)
    {
        var text = VietnameseText.Compose(prose);
        var current = Current(text, VietnameseNumber.FindFigures(prose), wanted.Of, title);
        var fractions = current.OfType<FigureInText.Fraction>().ToList();
        // Several fractions of the same thing are of several matters: which of them is the one asked for is not known.
        if (fractions.Where(f => Counts(wanted, f)).Select(Share).Distinct().ToImmutableArray() is { IsEmpty: false } counted) { return counted.Length == 1 ? counted : []; }
        var percents = current.OfType<FigureInText.Percent>().Select(p => p.Number).Where(p => !fractions.Exists(f => StatedShare.Agrees(f.Numerator, f.Denominator, p)));
        var loose = percents.Concat(fractions.Where(f => f.Unit is null).Select(Share)).Distinct().ToImmutableArray();
        return loose.Length > 1 ? loose.Remove(wanted.Value) : loose;
    }

    /// <summary>
    /// One share for each threshold, told by the words of the clause that it stands in; null where the summary does not say, or says it twice. Shares of which no clause names its matter are taken in
    /// their order when there are as many as thresholds.
    /// </summary>
    public static ImmutableArray<decimal?> Of(string prose, ImmutableArray<ShareThreshold> thresholds, string title) => Of(prose, thresholds, title, inOrder: true);

    /// <summary>
    /// The same where the summary leaves nothing open, for a result that rests on it: every figure is a share that the words of its clause give to a threshold, none is hedged, of another year or of
    /// another place. All null else.
    /// </summary>
    public static ImmutableArray<decimal?> Sure(string prose, ImmutableArray<ShareThreshold> thresholds, string title)
    {
        var figures = VietnameseNumber.FindFigures(prose);
        var stated = Of(prose, thresholds, title, inOrder: false);
        var isSure = !ProseSentences.HasAny(VietnameseText.Compose(prose), Hedges.AsSpan()) && figures.All(f => f is { Year: null or YearMention.ThisYear, Change: Change.None, Compared: false })
            && SharesIn([.. figures.Where(f => f is FigureInText.Percent or FigureInText.Fraction)]).Length == stated.Where(s => s is not null).Distinct().Count();
        return isSure ? stated : [.. thresholds.Select(_ => (decimal?)null)];
    }

    /// <summary>Words that say that a figure is not reached, not exact, only wished, or of more than this unit.</summary>
    private static readonly ImmutableArray<string> Hedges =
    [
        .. ProseSentences.Wishes, "dưới", "chưa", "không", "gần", "xấp xỉ", "khoảng", "cần", "phải", "mới", "còn", "toàn tỉnh", "toàn huyện", "toàn thành phố", "toàn quốc", "cả nước", "cả tỉnh", "bình quân", "năm trước", "năm ngoái",
    ];

    private static ImmutableArray<decimal?> Of(string prose, ImmutableArray<ShareThreshold> thresholds, string title, bool inOrder)
    {
        var text = VietnameseText.Compose(prose);
        var all = VietnameseNumber.FindFigures(prose);
        var current = Current(text, all, string.Join(", ", thresholds.SelectMany(t => t.Words.Prepend(t.Of))), title);
        var clauses = Clauses(text, all).Select(c => (Words: VietnameseText.Fold(text[c.Start..c.End]), Shares: SharesIn(current.FindAll(f => f.Start >= c.Start && f.Start < c.End)))).ToList();
        var told = thresholds.Select(_ => new List<decimal>()).ToArray();
        foreach (var (words, shares) in clauses)
        {
            if (shares is not [var share]) { continue; }
            // The narrower matter is named last: "có trình độ đại học trở lên" among "được đào tạo".
            var of = Enumerable.Range(0, thresholds.Length).LastOrDefault(i => thresholds[i].Words.Any(w => words.Contains(VietnameseText.Fold(w), StringComparison.Ordinal)), -1);
            if (of >= 0) { told[of].Add(share); }
        }
        if (told.All(t => t.Count == 0))
        {
            var plain = clauses.SelectMany(c => c.Shares).ToList();
            return inOrder && plain.Count == thresholds.Length ? [.. plain.Select(p => (decimal?)p)] : [.. thresholds.Select(_ => (decimal?)null)];
        }
        return [.. told.Select(t => t.Distinct().ToList() is [var one] ? one : (decimal?)null)];
    }

    /// <summary>The thresholds as they count for the unit: one set for each way in which its unanswered properties may turn out; null for one that does not count then.</summary>
    public static ImmutableArray<ImmutableArray<decimal?>> Cases(FormEntries entries, Evidence.Shares evidence)
    {
        var open = Properties(evidence).Where(p => entries.Has(p) is null).Distinct().ToList();
        return [.. Enumerable.Range(0, 1 << open.Count).Select(mask => evidence.Thresholds.Select(t => Value(t, p => entries.Has(p) ?? (mask & (1 << open.IndexOf(p))) != 0)).ToImmutableArray())];
    }

    public static IEnumerable<string> Properties(Evidence.Shares evidence) => evidence.Thresholds.SelectMany(t => new[] { t.Instead?.Property, t.OnlyWhen }).OfType<string>();

    /// <summary>True when every share reaches its threshold, false when one does not, null when one is not stated and none fails.</summary>
    public static bool? Hold(ImmutableArray<decimal?> shares, ImmutableArray<decimal?> thresholds)
    {
        bool? all = true;
        for (var i = 0; i < thresholds.Length; i++)
        {
            if (thresholds[i] is not { } wanted) { continue; }
            if (shares[i] is not { } share) { all = null; }
            else if (share < wanted) { return false; }
        }
        return all;
    }

    private static decimal? Value(ShareThreshold threshold, Func<string, bool> has) =>
        threshold.OnlyWhen is { } only && !has(only) ? null : threshold.Instead is { } instead && has(instead.Property) ? instead.Value : threshold.Value;

    /// <summary>This year's figures of the matter: no changes, no wishes, nothing of last year.</summary>
    /// <param name="matter">What is counted.</param>
    private static List<FigureInText> Current(string text, ImmutableArray<FigureInText> figures, string matter, string title)
    {
        var of = VietnameseText.Fold(matter);
        var current = figures.Where(f => !IsOfAnotherMatter(text, f, of, title)).Where(f => f is { Change: Change.None, Compared: false, Year: not YearMention.YearBefore } && !f.Notes.HasFlag(NumberNotes.AmbiguousComma)).ToList();
        if (current.Select(f => f.Year).OfType<YearMention.Named>().Select(y => y.Year).DefaultIfEmpty().Max() is var latest and > 0)
        {
            current.RemoveAll(f => f.Year is YearMention.Named named && named.Year < latest);
        }
        return current;
    }

    /// <summary>The shares of one clause; a fraction and the percent that it comes to are one. None where they differ: which of them is meant is not known.</summary>
    private static ImmutableArray<decimal> SharesIn(List<FigureInText> figures)
    {
        var fractions = figures.OfType<FigureInText.Fraction>().Where(f => f.Denominator != 0).ToList();
        var percents = figures.OfType<FigureInText.Percent>().Select(p => p.Number).Where(p => !fractions.Exists(f => StatedShare.Agrees(f.Numerator, f.Denominator, p))).ToList();
        return fractions.Count > 0 && percents.Count > 0 ? [] : [.. fractions.Select(Share).Concat(percents).Distinct()];
    }

    private static IEnumerable<(int Start, int End)> Clauses(string text, ImmutableArray<FigureInText> figures)
    {
        var start = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var length = text[i] is ';' or '\n' || (text[i] is '.' or ',' && (i + 1 == text.Length || char.IsWhiteSpace(text[i + 1]))) ? 1
                : Openers.FirstOrDefault(o => text.AsSpan(i).StartsWith(o, StringComparison.OrdinalIgnoreCase))?.Length ?? 0;
            if (length == 0 || figures.Any(f => f.Start < i && i < f.Start + f.Length)) { continue; }
            yield return (start, i);
            start = i + length;
        }
        yield return (start, text.Length);
    }

    private static readonly System.Buffers.SearchValues<char> ClauseEnds = System.Buffers.SearchValues.Create(".,;\n()");

    private static readonly string[] Communes = ["xã", "phường", "thị trấn", "đặc khu"];

    private static readonly string[] Districts = ["huyện", "quận", "thị xã", "thành phố"];

    /// <summary>Words for the same people: "công dân" are called "người dân" too.</summary>
    private static readonly string[] Citizens = ["công dân", "người", "người dân", "dân số"];

    private static readonly string[] Others =
    [
        "hộ", "gia đình", "dòng họ", "người", "người dân", "dân số", "công dân", "cán bộ", "công chức", "viên chức", "giáo viên", "học sinh", "học viên", "trẻ", "trẻ em", "đơn vị", "cơ quan", "trường",
        "trường học", "cơ sở", "lao động", "thôn", "tổ dân phố", "khu dân cư", "đảng viên", "hội viên", "đoàn viên", "thanh niên", "phụ nữ", "kinh phí", "kế hoạch", "thủ tục", "trung tâm", "câu lạc bộ", "mô hình", "thư viện", "văn bản", "nhà văn hóa",
    ];

    /// <summary>"14/14 phường có kế hoạch": what they did, not whether they were recognised.</summary>
    private static readonly string[] Deeds = ["có kế hoạch", "ban hành", "xây dựng", "tổ chức", "thành lập", "triển khai", "đăng ký", "kiện toàn", "duy trì", "nộp", "hoàn thành hồ sơ", "tham gia", "mức độ 1", "đạt mức độ 3"];

    /// <summary>A deed that the indicator itself asks for is no other matter.</summary>
    private static bool IsOfADeed(ReadOnlySpan<char> after, string title)
    {
        foreach (var deed in Deeds)
        {
            if (ProseSentences.IndexOfWord(title, deed) < 0 && ProseSentences.IndexOfWord(after, deed) is >= 0 and < 24) { return true; }
        }
        return false;
    }

    /// <summary>"16/17 xã" where the indicator asks for "số xã đạt / tổng số xã". Communes are xã, phường, thị trấn and đặc khu alike, and so are districts.</summary>
    private static bool Counts(Evidence.PercentMin wanted, FigureInText.Fraction fraction)
    {
        var of = VietnameseText.Fold(wanted.Of).Split(' ', '/');
        return fraction.Unit is { } unit && VietnameseText.Fold(unit) is var counted && (of.Contains(counted.Split(' ', ',')[0]) || IsAmong(Communes) || IsAmong(Districts));

        bool IsAmong(string[] units) => units.Any(of.Contains) && units.Any(u => counted.StartsWith(u, StringComparison.Ordinal));
    }

    /// <summary>Characters on either side of a figure that may say what it is of.</summary>
    private const int Nearby = 200;

    /// <summary>A wish ("phấn đấu đạt 95%"), what is still missing ("3/14 phường chưa đạt"), or a share of others ("85% hộ").</summary>
    /// <param name="of">What the indicator counts, folded.</param>
    private static bool IsOfAnotherMatter(string text, FigureInText figure, string of, string title)
    {
        var end = figure.Start + figure.Length;
        var clause = ProseSentences.ClauseBefore(text, figure.Start);
        var after = text.AsSpan(end, Math.Min(text.Length - end, Nearby));
        after = after[..(after.IndexOfAny(ClauseEnds) is >= 0 and var stop ? stop : after.Length)];
        if (ProseSentences.HasAny(clause, ProseSentences.Wishes.AsSpan()) || ProseSentences.HasAny(clause, "còn", "còn lại") || ProseSentences.HasAny(after, "chưa", "không đạt", "không được") || IsOfADeed(after, title)) { return true; }
        if (figure is not FigureInText.Percent) { return false; }
        var counted = ProseSentences.HasAny(of, Districts) ? Districts : Communes;
        var share = after.TrimStart(' ');
        foreach (var link in (ReadOnlySpan<string>)["tổng số ", "số ", "các "]) { if (share.StartsWith(link, StringComparison.OrdinalIgnoreCase)) { share = share[link.Length..]; } }
        foreach (var other in Others)
        {
            if (ProseSentences.IndexOfWord(of, other) >= 0 || Citizens.Contains(other) && ProseSentences.HasAny(of, "công dân", "người")) { continue; }
            if (ProseSentences.IndexOfWord(share, other) == 0) { return true; }
            if (ProseSentences.IndexOfWord(clause, "tỷ lệ " + other) >= 0 || ProseSentences.IndexOfWord(clause, "số " + other) >= 0) { return true; }
            if (ProseSentences.IndexOfWord(clause, other) >= 0 && !ProseSentences.HasAny(clause, counted)) { return true; }
        }
        return false;
    }

    private static decimal Share(FigureInText.Fraction fraction) => fraction.Numerator / fraction.Denominator * 100;
}
