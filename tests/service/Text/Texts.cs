using FsCheck;
using FsCheck.Fluent;

namespace LearningCity.Docs.Tests.Text;

/// <summary>Texts for the properties of the stage Text.</summary>
internal static class Texts
{
    private const string Letters = "aăâbcdđeêghiklmnoôơpqrstuưvxyAĂÂĐEÊÔƠƯàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ";
    private const string Strange = " \t\r\n.,:;/-–—−\"'“”«»…%()0123456789\0\u00A0\u00AD\u200B\u200D\uFEFF\u0300\u0301\u0323\u0331\u030C\u2000\u2028Ððɖ\u212B\u0130ßſẞǅΣς考９٣\uD83D\uDE00\uFB01JjHhTt≥≤~²½İ";

    public static readonly Arbitrary<string> Vietnamese = Of(Gen.Elements((Letters + "   ").ToCharArray()));

    /// <summary>Whatever a cell may hold, halves of surrogate pairs included.</summary>
    public static readonly Arbitrary<string> Any = Of(Gen.Frequency(
        (4, Gen.Elements(Letters.ToCharArray())),
        (5, Gen.Elements(Strange.ToCharArray())),
        (1, Gen.Choose(0, 0xFFFF).Select(c => (char)c))));

    /// <summary>What the beginnings of numbers are made of.</summary>
    public static readonly Arbitrary<string> Numeric = Of(Gen.Elements("0123456789012345678901234.,.,-–/ %≥<(=)xãe".ToCharArray()));

    /// <summary>The official texts of both forms, in Unicode NFC.</summary>
    public static readonly ImmutableArray<string> Official =
    [
        "BẢN TỔNG HỢP KẾT QUẢ ĐÁNH GIÁ CÁC TIÊU CHÍ, CHỈ TIÊU ĐÁNH GIÁ, CÔNG NHẬN “CỘNG ĐỒNG HỌC TẬP” CẤP HUYỆN (MỨC ĐỘ 2)",
        "Kết quả tự đánh giá (ghi Đạt/ Không đạt)",
        "Thực hiện công tác tuyên truyền nâng cao nhận thức cho cộng đồng về học tập suốt đời, xây dựng huyện hội học tập",
        "Có ít nhất 90% số xã được công nhận đạt “Cộng đồng học tập” cấp xã mức độ 2",
        "Thu nhập bình quân đầu người của huyện tăng so với năm trước liền kề",
        "Tỷ lệ lao động có việc làm của huyện tăng so với năm trước liền kề.",
        "Thúc đẩy tăng trưởng kinh tế, phát triển văn hóa bền vững",
        "Số thanh niên, thiếu niên trong độ tuổi 15 đến 18 tốt nghiệp trung học cơ sở",
        "Phòng Tài chính – Kế hoạch",
        "Tình trạng ùn tắc giao thông ngày càng được cải thiện",
        "Kỹ năng, nghĩa vụ, quyền lợi, ỷ lại, thủy lợi, khuỷu tay, nghiêng, giếng, quyết, quốc, gì, yêu",
        "Đạt", "Không đạt", "Có", "không", "Nữ", "Tổng", "Khá", "Tốt", "Yếu", "Tăng", "Giảm", "lý", "tôi", "là", "và", "cô", "bê tông", "ô tô", "mì", "gà",
    ];

    private static Arbitrary<string> Of(Gen<char> letters) =>
        Arb.From(letters.ListOf().Select(c => new string([.. c])), text => text.Length == 0 ? [] : [text[1..], text[..^1], text[..(text.Length / 2)]]);
}
