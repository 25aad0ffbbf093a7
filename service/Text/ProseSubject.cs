using System.Collections.Frozen;

namespace LearningCity.Docs.Text;

/// <summary>What a sentence of a summary is about: the thing that its indicator asks for, or another that happens to have figures too.</summary>
internal static class ProseSubject
{
    /// <summary>Pairs of words in the titles of many indicators: they tell nothing.</summary>
    private static readonly FrozenSet<string> OfManyTitles = FrozenSet.ToFrozenSet(["tỷ lệ", "lao động", "bình quân", "đầu người", "so với", "năm trước", "của huyện", "của xã", "số xã"]);

    /// <summary>Words that name no subject: years, places, and what joins them.</summary>
    private static readonly FrozenSet<string> Fillers = FrozenSet.ToFrozenSet(
        "năm nay trước đạt là tỷ lệ mức ước khoảng có đã kết quả tính đến hết tháng ngày cả toàn huyện quận thành phố tỉnh xã phường trên địa bàn của trong so với tăng giảm từ lên xuống này chung bình quân theo báo cáo thống kê tiếp tục cùng kỳ liền kề chỉ tiêu thực hiện ở tại số liệu".Split(' '));

    /// <summary>True when the words name what the indicator is about, or nothing at all.</summary>
    public static bool IsOf(ReadOnlySpan<char> words, string title)
    {
        var subject = VietnameseText.Fold(words.ToString());
        var named = subject.Split([' ', ',', ':', '/', '(', ')', '-', '.'], StringSplitOptions.RemoveEmptyEntries).Any(w => !Fillers.Contains(w) && !w.All(char.IsAsciiDigit));
        if (!named) { return true; }
        var titled = VietnameseText.Fold(title).Split(' ', ',');
        for (var i = 0; i + 1 < titled.Length; i++)
        {
            var pair = $"{titled[i]} {titled[i + 1]}";
            if (!OfManyTitles.Contains(pair) && ProseSentences.IndexOfWord(subject, pair) >= 0) { return true; }
        }
        return false;
    }

    /// <summary>The summary with every sentence blanked out that begins with another subject: what stands before its first digit that is no year.</summary>
    public static string Of(string prose, string title)
    {
        var text = VietnameseText.Compose(prose);
        var kept = text.ToCharArray();
        for (var start = 0; start < text.Length;)
        {
            var end = ProseSentences.End(text, start);
            if (!IsOf(text.AsSpan(start, FirstFigure(text.AsSpan(start, end - start))), title)) { kept.AsSpan(start, end - start).Fill(' '); }
            start = end + 1;
        }
        return new string(kept);
    }

    /// <summary>The length of what stands before the first number that does not follow "năm"; of the whole where there is none.</summary>
    private static int FirstFigure(ReadOnlySpan<char> sentence)
    {
        for (var i = 0; i < sentence.Length; i++)
        {
            if (!char.IsAsciiDigit(sentence[i])) { continue; }
            if (!sentence[..i].TrimEnd(' ').EndsWith("năm", StringComparison.OrdinalIgnoreCase)) { return i; }
            while (i < sentence.Length && char.IsAsciiDigit(sentence[i])) { i++; }
        }
        return sentence.Length;
    }
}
