using LearningCity.Docs.Forms;
using LearningCity.Docs.Reading;
using LearningCity.Docs.Text;

namespace LearningCity.Docs.Checking.Rules;

/// <summary>LC3201: "Có ít nhất 90% số xã …" with 85% in the summary and Đạt beside it, or 94% and Không đạt. A hint: the typed result stands.</summary>
internal sealed class SummaryBearsOutTheThreshold : ICheckingRule
{
    public IEnumerable<Finding> Check(FormEntries entries, DateOnly today)
    {
        var results = new TypedResults(entries);
        foreach (var node in entries.Form.Nodes)
        {
            if (node.Rule is not Rule.Attested { Evidence: Evidence.PercentMin wanted } || results.Typed(node) is not { } typed || SummaryFigures.Of(entries, node) is not var (entry, prose)) { continue; }
            if (SummaryFiguresAgree.Share(prose) is not null) { continue; } // which of its figures holds is to be settled first
            var shares = Shares(prose, wanted);
            if (shares.IsEmpty || !shares.All(s => s >= wanted.Value != typed)) { continue; }
            var figures = shares.Select(s => new Sentence("figure.percent", decimal.Round(s, 2))).ToImmutableArray();
            yield return entry.Finding(FindingCatalog.LC3201_SummaryAgainstThreshold, figures, typed ? ChoiceWords.Met : ChoiceWords.NotMet, wanted.Value, node.Code) with
            {
                Related = [results.Entry(node)!.Location],
                Basis = node.Title,
            };
        }
    }

    /// <summary>
    /// This year's shares: the fraction of what the indicator counts, else percents and fractions of nothing named. The threshold itself beside others is a
    /// quotation; changes and last year's figures are none.
    /// </summary>
    private static ImmutableArray<decimal> Shares(string prose, Evidence.PercentMin wanted)
    {
        var text = VietnameseText.Compose(prose);
        var current = VietnameseNumber.FindFigures(prose).Where(f => !IsOfAnotherMatter(text, f, wanted)).Where(f => f is { Change: Change.None, Compared: false, Year: not YearMention.YearBefore } && !f.Notes.HasFlag(NumberNotes.AmbiguousComma)).ToList();
        if (current.Select(f => f.Year).OfType<YearMention.Named>().Select(y => y.Year).DefaultIfEmpty().Max() is var latest and > 0)
        {
            current.RemoveAll(f => f.Year is YearMention.Named named && named.Year < latest);
        }
        var fractions = current.OfType<FigureInText.Fraction>().ToList();
        // Several fractions of the same thing are of several matters: which of them is the one asked for is not known.
        if (fractions.Where(f => Counts(wanted, f)).Select(Share).Distinct().ToImmutableArray() is { IsEmpty: false } counted) { return counted.Length == 1 ? counted : []; }
        var percents = current.OfType<FigureInText.Percent>().Select(p => p.Number).Where(p => !fractions.Exists(f => StatedShare.Agrees(f.Numerator, f.Denominator, p)));
        var loose = percents.Concat(fractions.Where(f => f.Unit is null).Select(Share)).Distinct().ToImmutableArray();
        return loose.Length > 1 ? loose.Remove(wanted.Value) : loose;
    }

    private static readonly System.Buffers.SearchValues<char> ClauseEnds = System.Buffers.SearchValues.Create(".,;\n()");

    private static readonly string[] Communes = ["xã", "phường", "thị trấn", "đặc khu"];

    private static readonly string[] Others =
    [
        "hộ", "gia đình", "dòng họ", "người", "người dân", "dân số", "công dân", "cán bộ", "công chức", "viên chức", "giáo viên", "học sinh", "học viên", "trẻ", "trẻ em", "đơn vị", "cơ quan", "trường",
        "trường học", "cơ sở", "lao động", "thôn", "tổ dân phố", "khu dân cư", "đảng viên", "hội viên", "đoàn viên", "thanh niên", "phụ nữ", "kinh phí", "kế hoạch", "thủ tục", "trung tâm", "câu lạc bộ", "mô hình", "thư viện", "văn bản", "nhà văn hóa",
    ];

    /// <summary>"14/14 phường có kế hoạch": what they did, not whether they were recognised.</summary>
    private static readonly string[] Deeds = ["có kế hoạch", "ban hành", "xây dựng", "tổ chức", "thành lập", "triển khai", "đăng ký", "kiện toàn", "duy trì", "nộp", "hoàn thành hồ sơ", "tham gia", "mức độ 1", "đạt mức độ 3"];

    private static bool IsOfADeed(ReadOnlySpan<char> after)
    {
        foreach (var deed in Deeds)
        {
            if (ProseSentences.IndexOfWord(after, deed) is >= 0 and < 24) { return true; }
        }
        return false;
    }

    /// <summary>"16/17 xã" where the indicator asks for "số xã đạt / tổng số xã". Communes are xã, phường, thị trấn and đặc khu alike.</summary>
    private static bool Counts(Evidence.PercentMin wanted, FigureInText.Fraction fraction)
    {
        var of = VietnameseText.Fold(wanted.Of).Split(' ', '/');
        return fraction.Unit is { } unit && VietnameseText.Fold(unit) is var counted && (of.Contains(counted.Split(' ', ',')[0]) || Communes.Any(of.Contains) && Communes.Any(c => counted.StartsWith(c, StringComparison.Ordinal)));
    }

    /// <summary>Characters on either side of a figure that may say what it is of.</summary>
    private const int Nearby = 200;

    /// <summary>A wish ("phấn đấu đạt 95%"), what is still missing ("3/14 phường chưa đạt"), or a share of others ("85% hộ").</summary>
    private static bool IsOfAnotherMatter(string text, FigureInText figure, Evidence.PercentMin wanted)
    {
        var end = figure.Start + figure.Length;
        var clause = ProseSentences.ClauseBefore(text, figure.Start);
        var after = text.AsSpan(end, Math.Min(text.Length - end, Nearby));
        after = after[..(after.IndexOfAny(ClauseEnds) is >= 0 and var stop ? stop : after.Length)];
        if (ProseSentences.HasAny(clause, ProseSentences.Wishes.AsSpan()) || ProseSentences.HasAny(clause, "còn", "còn lại") || ProseSentences.HasAny(after, "chưa", "không đạt", "không được") || IsOfADeed(after)) { return true; }
        if (figure is not FigureInText.Percent) { return false; }
        var of = VietnameseText.Fold(wanted.Of);
        var share = after.TrimStart(' ');
        foreach (var link in (ReadOnlySpan<string>)["tổng số ", "số ", "các "]) { if (share.StartsWith(link, StringComparison.OrdinalIgnoreCase)) { share = share[link.Length..]; } }
        foreach (var other in Others)
        {
            if (ProseSentences.IndexOfWord(of, other) >= 0) { continue; }
            if (ProseSentences.IndexOfWord(share, other) == 0) { return true; }
            if (ProseSentences.IndexOfWord(clause, "tỷ lệ " + other) >= 0 || ProseSentences.IndexOfWord(clause, "số " + other) >= 0) { return true; }
            if (ProseSentences.IndexOfWord(clause, other) >= 0 && !ProseSentences.HasAny(clause, Communes)) { return true; }
        }
        return false;
    }

    private static decimal Share(FigureInText.Fraction fraction) => fraction.Numerator / fraction.Denominator * 100;
}
