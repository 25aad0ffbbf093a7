using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using LearningCity.Docs.Tests.Support;
using LearningCity.Docs.Text;

namespace LearningCity.Docs.Tests.Documents;

/// <summary>The plan that was issued, sentence by sentence: from the template and a details file alone.</summary>
public partial class SeedPlanTests
{
    /// <summary>What the scanned paper has and ours has not: slips of the scan, and where ours follows the decree or says an office's whole name.</summary>
    private static readonly (string Seed, string Ours, string Why)[] Corrections =
    [
        ("chuyên giao công nghệ", "chuyển giao công nghệ", "scan"),
        ("Ban Chi đạo", "Ban Chỉ đạo", "scan"),
        ("86/BGDDT-GDTX", "86/BGDĐT-GDTX", "scan"),
        ("Mạng lưới Thành phố học tập toàn cầu”", "Mạng lưới “Thành phố học tập toàn cầu”", "scan: the opening quote is lost"),
        ("câu lạc bộ....", "câu lạc bộ...", "scan"),
        ("128 /KH-UBND", "128/KH-UBND", "Nghị định 30/2020: no blank in number and symbol"),
        ("của UNESCO; Nghị quyết số 23-NQ/TU", "của UNESCO; Căn cứ Nghị quyết số 23-NQ/TU", "Nghị định 30/2020: each căn cứ on a line of its own"),
        ("Thành ủy Hà Nội; Kế hoạch số 11", "Thành ủy Hà Nội; Căn cứ Kế hoạch số 11", "Nghị định 30/2020: each căn cứ on a line of its own"),
        ("của UNESCO; UBND quận Ba Đình ban hành", "của UNESCO. UBND quận Ba Đình ban hành", "Nghị định 30/2020: the last căn cứ ends with a full stop"),
        ("Phòng Tài chính tham mưu", "Phòng Tài chính - Kế hoạch tham mưu", "the office's name is said in one way"),
    ];

    private static readonly byte[] Plan = Render(PaperSamples.Json(PaperSamples.Catalog.Find("ke-hoach")!));

    [Fact]
    public void Plan_IsTheIssuedOneSentenceBySentence()
    {
        var seed = File.ReadAllText(Repository.Path("tests", "fixtures", "seeds", "ke-hoach-128-ba-dinh.txt")).Replace("*", "", StringComparison.Ordinal);
        seed = Blanks().Replace(seed, " ");
        foreach (var (was, ours, why) in Corrections)
        {
            seed.ShouldContain(was, Case.Sensitive, why);
            seed = seed.Replace(was, ours, StringComparison.Ordinal);
        }
        var ourSentences = Sentences(string.Join(' ', WordReading.Paragraphs(Plan)));
        var seedSentences = Sentences(seed);
        seedSentences.Length.ShouldBeGreaterThan(200);
        ourSentences.ShouldBe(seedSentences);
    }

    [Fact]
    public void Head_IsThatOfTheIssuedPlan()
    {
        var head = WordReading.Paragraphs(Plan).Take(10).Where(p => p.Length > 0).ToArray();
        head.ShouldBe(["ỦY BAN NHÂN DÂN", "QUẬN BA ĐÌNH", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "Số: 128/KH-UBND", "Ba Đình, ngày 08 tháng 4 năm 2025", "KẾ HOẠCH",
            "Xây dựng Thủ đô Hà Nội trở thành thành viên Mạng lưới “Thành phố học tập toàn cầu” của UNESCO trên địa bàn quận Ba Đình"]);
    }

    [Fact]
    public void PlanOfAnotherPlace_NamesNothingOfTheFirst()
    {
        var json = JsonNode.Parse(PaperSamples.Json(PaperSamples.Catalog.Find("ke-hoach")!))!.AsObject();
        json["agency"] = "ỦY BAN NHÂN DÂN XÃ TÂN LẬP";
        json["agencyShort"] = "UBND xã Tân Lập";
        json["place"] = "Tân Lập";
        json["locality"] = new JsonObject { ["name"] = "xã Tân Lập", ["level"] = "xã", ["subunit"] = "thôn" };
        json["city"] = new JsonObject { ["name"] = "Huế", ["title"] = "thành phố Huế", ["short"] = "thành phố" };
        json["resolution"] = "Nghị quyết số 05-NQ/TU";
        json["bases"] = new JsonArray("Kế hoạch số 9/KH-UBND ngày 05/01/2026 của UBND thành phố Huế");
        json["recipients"] = new JsonArray("UBND thành phố");
        json["continuedPlans"] = new JsonArray();
        var text = WordReading.Paragraphs(Render(json.ToJsonString())).TakeWhile(p => p != "PHÂN CÔNG NHIỆM VỤ").ToArray();
        text.ShouldContain("- Giới thiệu, tuyên truyền, giáo dục về các di tích văn hóa, lịch sử trên địa bàn thành phố Huế, xã Tân Lập.".Replace("- ", "+ ", StringComparison.Ordinal));
        foreach (var word in new[] { "Ba Đình", "BA ĐÌNH", "Hà Nội", "Thủ đô", "quận", "Quận" }) { text.ShouldAllBe(p => !p.Contains(word, StringComparison.Ordinal)); }
    }

    private static byte[] Render(string json)
    {
        var kind = PaperSamples.Catalog.Find("ke-hoach")!;
        return PaperSamples.Documents.Render(kind, PaperSamples.Empty(kind), PaperSamples.Details(kind, json));
    }

    /// <summary>From the kind's name to the signer's, folded as texts are compared everywhere.</summary>
    private static string[] Sentences(string text)
    {
        var from = text.IndexOf("KẾ HOẠCH", StringComparison.Ordinal);
        const string signer = "Phạm Thị Diễm";
        var plan = text[from..(text.IndexOf(signer, StringComparison.Ordinal) + signer.Length)];
        return [.. SentenceEnd().Split(Blanks().Replace(plan, " ")).Select(VietnameseText.Fold)];
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();

    [GeneratedRegex(@"(?<=[.;:]) ")]
    private static partial Regex SentenceEnd();
}
