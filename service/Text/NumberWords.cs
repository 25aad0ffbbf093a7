using System.Collections.Frozen;

namespace LearningCity.Docs.Text;

/// <summary>The words around and instead of numbers. All tables are of folded texts (<see cref="VietnameseText.Fold"/>).</summary>
internal static class NumberWords
{
    private static readonly FrozenSet<string> Labels = Folded("nam", "nữ", "tổng", "tổng số", "tổng cộng", "tỷ lệ", "số", "số lượng", "đạt", "có", "chiếm", "đạt tỷ lệ");

    private static readonly FrozenSet<string> Approximations = Folded(
        "≥", ">", "≤", "<", ">=", "<=", "~", "≈", "trên", "dưới", "hơn", "gần", "khoảng", "khoảng chừng", "xấp xỉ", "ước", "ước đạt", "ước tính", "ước khoảng",
        "đạt trên", "đạt khoảng", "đạt gần", "đạt hơn", "ít nhất", "tối thiểu", "tối đa", "không quá", "chừng", "tầm", "từ");

    private static readonly FrozenSet<string> ForZero = Folded("không", "không có", "ko", "ko có", "không phát sinh", "không có trường hợp nào");

    private static readonly FrozenSet<string> Absent = Folded("n/a", "na", "không rõ", "chưa rõ", "chưa có", "không áp dụng");

    private static readonly string[] AbsentStarts = [.. new[]
    {
        "chưa có số liệu", "chưa có dữ liệu", "chưa có thông tin", "chưa có báo cáo", "chưa có kết quả", "chưa có thống kê", "chưa thống kê", "chưa đánh giá",
        "chưa cập nhật", "chưa tổng hợp", "chưa báo cáo", "chưa khảo sát", "chưa xác định", "chưa thu thập", "chưa rà soát", "chưa điều tra", "chưa công bố",
        "không có số liệu", "không có dữ liệu", "không có thông tin", "không có báo cáo", "không thống kê", "không đánh giá", "không khảo sát",
        "đang cập nhật", "đang tổng hợp", "đang thống kê", "đang rà soát", "đang khảo sát", "đang thu thập", "đang đánh giá", "đang xác minh",
    }.Select(VietnameseText.Fold)];

    private static readonly FrozenSet<string> StatedBy = Folded("đạt", "tỷ lệ", "đạt tỷ lệ", "chiếm", "chiếm tỷ lệ", "bằng");

    private static readonly string[] Bounds = ["trở lên", "trở xuống"];

    /// <summary>Nothing but spaces, dots, dashes, lines and slashes: what a blank form prints where a number belongs.</summary>
    public static bool IsPlaceholder(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (!(c is '.' or '…' or '_' or '/' or '‥' or '․' || LetterTable.IsDash(c) || char.IsWhiteSpace(c) || LetterTable.IsDropped(c))) { return false; }
        }
        return true;
    }

    /// <summary>A text without a digit.</summary>
    public static NumberReading Read(ReadOnlySpan<char> clean, string raw)
    {
        var folded = VietnameseText.Fold(clean.ToString());
        if (ForZero.Contains(folded) || folded.StartsWith("không có ", StringComparison.Ordinal) && folded.EndsWith(" nào", StringComparison.Ordinal))
        {
            return new NumberReading.None(raw.Trim());
        }
        if (Absent.Contains(folded) || Array.Exists(AbsentStarts, s => folded.StartsWith(s, StringComparison.Ordinal))) { return new NumberReading.MissingWithReason(raw.Trim()); }
        return IsBlankOfForm(raw.AsSpan().Trim()) ? new NumberReading.Missing() : new NumberReading.NotANumber(raw);
    }

    /// <summary>"....người", "Nam … trẻ", "…%", "%": dots with at most a label before and a unit after; or a percent sign alone.</summary>
    private static bool IsBlankOfForm(ReadOnlySpan<char> clean)
    {
        if (clean is "%") { return true; }
        var dots = clean.IndexOfAny('…', '_');
        var run = clean.IndexOf("..", StringComparison.Ordinal);
        if (dots < 0 || run >= 0 && run < dots) { dots = run; }
        if (dots < 0)
        {
            return Labels.Contains(VietnameseText.Fold(clean.ToString())) && clean.Length > 0 && clean[^1] == ':';
        }
        var after = clean[dots..].TrimStart("…_. ");
        var before = clean[..dots].Trim(' ');
        return after.Length <= 20 && after.IndexOfAny("…_.") < 0 && (before.IsEmpty || before is "(" || Labels.Contains(VietnameseText.Fold(before.ToString())));
    }

    /// <summary>What stands before a number: a label, an approximation, or a label then an approximation; false for anything else.</summary>
    public static bool TryPrefix(ReadOnlySpan<char> prefix, ref NumberNotes notes, out string? approximation)
    {
        approximation = null;
        var words = prefix.ToString();
        var folded = VietnameseText.Fold(words);
        if (Labels.Contains(folded)) { notes |= NumberNotes.Labelled; return true; }
        foreach (var label in Labels)
        {
            if (!folded.StartsWith(label, StringComparison.Ordinal) || !Approximations.Contains(folded[label.Length..].TrimStart(':', ' '))) { continue; }
            notes |= NumberNotes.Labelled | NumberNotes.Approximate;
            approximation = folded[label.Length..].TrimStart(':', ' ');
            return true;
        }
        if (!Approximations.Contains(folded)) { return false; }
        notes |= NumberNotes.Approximate;
        approximation = words;
        return true;
    }

    /// <summary>"95% trở lên": the bound, or null.</summary>
    public static string? ClosingBound(string? unit) =>
        unit is null ? null : Array.Find(Bounds, b => unit.EndsWith(b, StringComparison.OrdinalIgnoreCase));

    public static bool IsPercent(string unit) => unit[0] == '%' || unit.StartsWith("phần trăm", StringComparison.OrdinalIgnoreCase);

    /// <summary>The tail of a fraction, "xã (94,1%)" or "= 90%" or "(đạt 90%) xã", as its unit and the digits of its percent.</summary>
    public static (string Unit, string Percent) SplitStatedPercent(ReadOnlySpan<char> tail)
    {
        var open = tail.IndexOfAny("(=");
        var sign = tail.IndexOf('%');
        if (open < 0 || sign < open) { return (tail.ToString(), ""); }
        var end = sign + 1;
        if (tail[open] == '(')
        {
            var close = tail[sign..].IndexOf(')');
            if (close < 0 || !tail.Slice(sign + 1, close - 1).Trim(' ').IsEmpty) { return (tail.ToString(), ""); }
            end = sign + close + 1;
        }
        var stated = tail[(open + 1)..sign].Trim(' ');
        var digit = stated.IndexOfAnyInRange('0', '9');
        if (digit > 0 && !StatedBy.Contains(VietnameseText.Fold(stated[..digit].ToString()))) { return (tail.ToString(), ""); }
        return ($"{tail[..open].Trim(' ')} {tail[end..].Trim(' ')}".Trim(), digit < 0 ? "" : stated[digit..].ToString());
    }

    private static FrozenSet<string> Folded(params string[] words) => words.Select(VietnameseText.Fold).ToFrozenSet();
}
