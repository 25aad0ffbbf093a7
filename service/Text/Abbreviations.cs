namespace LearningCity.Docs.Text;

/// <summary>Chữ viết tắt: how offices are written short. Only what every official reads the same way.</summary>
internal static class Abbreviations
{
    /// <summary>Folded and without spaces, dots and signs between letters: <c>GD&amp;ĐT</c>, <c>GD-ĐT</c> and <c>GDĐT</c> are one.</summary>
    private static readonly ImmutableArray<(string Short, string Long)> Words =
    [
        ("ubnd", "ủy ban nhân dân"), ("hđnd", "hội đồng nhân dân"), ("ubmttq", "ủy ban mặt trận tổ quốc"), ("mttq", "mặt trận tổ quốc"),
        ("pgdđt", "phòng giáo dục và đào tạo"), ("pgd", "phòng giáo dục và đào tạo"), ("sgdđt", "sở giáo dục và đào tạo"), ("gdđt", "giáo dục và đào tạo"),
        ("vhtt", "văn hóa và thông tin"), ("vhkhtt", "văn hóa, khoa học và thông tin"), ("tckh", "tài chính kế hoạch"), ("tnmt", "tài nguyên và môi trường"),
        ("lđtbxh", "lao động thương binh và xã hội"), ("ktht", "kinh tế hạ tầng"), ("cntt", "công nghệ thông tin"), ("bcđ", "ban chỉ đạo"),
        ("htsđ", "học tập suốt đời"), ("xhht", "xã hội học tập"), ("cđht", "cộng đồng học tập"), ("ttgdtx", "trung tâm giáo dục thường xuyên"), ("gdtx", "giáo dục thường xuyên"),
        ("thcs", "trung học cơ sở"), ("thpt", "trung học phổ thông"), ("tp", "thành phố"), ("tx", "thị xã"), ("tdp", "tổ dân phố"),
    ];

    private static readonly Dictionary<string, string> Meanings = Words.ToDictionary(w => w.Short, w => w.Long, StringComparer.Ordinal);

    /// <summary>The key under which a name and its usual abbreviation are equal: <see cref="VietnameseText.Fold"/>, abbreviations written out, "và", "&amp;", commas and dashes left out.</summary>
    public static string Key(string text)
    {
        var words = new List<string>();
        foreach (var word in VietnameseText.Fold(text).Split([' ', ',', '(', ')', ';', '\u2013'], StringSplitOptions.RemoveEmptyEntries))
        {
            var plain = string.Concat(word.Where(c => c is not ('.' or '&' or '-' or '+' or '/')));
            if (plain.Length == 0) { continue; }
            if (Meanings.TryGetValue(plain, out var meaning)) { words.AddRange(Parts(meaning)); }
            // "P. Nội vụ" is an office, "UBND P. Phúc Xá" a ward.
            else if (plain is "p") { words.Add(words is [.., "dân"] ? "phường" : "phòng"); }
            else if (IsOffice(word)) { words.AddRange(["phòng", .. Parts(word[2..])]); }
            else { words.AddRange(Parts(word)); }
        }
        return string.Join(' ', words);
    }

    public static bool AreEqual(string left, string right) => Key(left) == Key(right);

    /// <summary>"p.nội" is typed without a space.</summary>
    private static bool IsOffice(string word) => word.Length > 2 && word.StartsWith("p.", StringComparison.Ordinal) && char.IsLetter(word[2]);

    private static IEnumerable<string> Parts(string words) => words.Split([' ', ',', '-', '&'], StringSplitOptions.RemoveEmptyEntries).Where(w => w is not "và");
}
