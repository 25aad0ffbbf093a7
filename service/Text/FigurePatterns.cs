using System.Text.RegularExpressions;

namespace LearningCity.Docs.Text;

/// <summary>
/// What figures in official prose look like, and what looks like one but is a date, a year, a document's number or a clause. No two loops of a pattern share a letter and
/// every unbounded one begins behind a letter that it cannot hold, so that giving letters back costs no more than taking them: no text can make matching slow. Where a
/// look-ahead is wanted the finder looks itself.
/// </summary>
internal static partial class FigurePatterns
{
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    private const string UnitWords =
        "(?:triệu|tỷ|tỉ|nghìn|ngàn)? ?(?:đồng|usd|trđ)(?: ?/ ?(?:người|hộ|lao động|năm|tháng))*|triệu|tỷ|tỉ|lượt người|lượt|người lao động|người|lao động|công nhân|công dân|cán bộ|"
        + "công chức|viên chức|giáo viên|đảng viên|hội viên|đoàn viên|học viên|học sinh|sinh viên|trẻ em|trẻ|em|cháu|hộ gia đình|hộ|gia đình|dòng họ|thôn|bản sách|bản|ấp|tổ dân phố|"
        + "khu dân cư|xã, phường|xã|phường|thị trấn|quận|huyện|đơn vị|cơ quan|cơ sở|doanh nghiệp|trường học|trường|lớp|trung tâm|thư viện|nhà văn hóa|nhà văn hoá|câu lạc bộ|điểm|"
        + "mô hình|hoạt động|chương trình|kế hoạch|văn bản|hội nghị|hội thảo|hội thi|cuộc thi|cuộc|buổi|đợt|lần|chuyên đề|tin bài|tin, bài|tin|bài viết|bài|phóng sự|pano|"
        + "áp phích|băng rôn|khẩu hiệu|tờ rơi|cuốn|quyển|đầu sách|tài liệu|máy tính|máy|phần mềm|suất học bổng|suất|giải|giờ|ngày|tháng|m2|km|ha";

    /// <summary>Number, then nothing, a fraction bar and number, a percent sign or a unit. Groups: n, d, p, u.</summary>
    [GeneratedRegex(@"(?<n>[-−]?[0-9][0-9.,]*)(?: ?/ ?(?<d>[0-9][0-9.,]*))? ?(?:(?<p>%|điểm phần trăm|điểm %|phần trăm)|(?<u>" + UnitWords + @")\b)?", Options)]
    public static partial Regex Figure();

    /// <summary>What is blanked before figures are looked for.</summary>
    [GeneratedRegex(
        @"\b(?:ngày )?[0-9]{1,2} ?[/.-] ?[0-9]{1,2} ?[/.-] ?[0-9]{4}\b" // 08/4/2025
        + @"|\bngày [0-9]{1,2}(?: ?[/-] ?[0-9]{1,2}| tháng [0-9]{1,2})?(?: năm [0-9]{4}|/[0-9]{4})?" // ngày 08 tháng 4 năm 2025
        + @"|\b(?:từ|đến|đến hết|trước|sau) (?:ngày )?[0-9]{1,2} ?/ ?[0-9]{1,2}\b"
        + @"|\b(?:tháng|quý|tuần|khóa|khoá|kỳ|nhiệm kỳ|học kỳ|giai đoạn|năm học|giữa năm|cuối năm|đầu năm) (?:[0-9]{1,4}|[ivx]{1,4})(?: ?[-–/] ?[0-9]{1,4})*\b"
        + @"|\b[ivx]{1,4}/[0-9]{4}\b" // I/2024
        + @"|\b[0-9]{4} ?[-–] ?[0-9]{4}\b" // 2021-2030
        + @"|\b[0-9]{1,2}/(?:19|20)[0-9]{2}\b" // 10/2024
        + @"|\bnăm (?:19|20)[0-9]{2}\b"
        + @"|\b[0-9]+ ?/(?:[0-9]{4}/)?[a-zđ]{2}[0-9a-zđ]*(?:-[0-9a-zđ&]+)*\b(?:/[a-zđ]+)?" // 128/KH-UBND, 25/2023/TT-BGDĐT
        + @"|\b[0-9]+-[a-zđ]+/[a-zđ]+\b" // 23-NQ/TU
        + @"|\b(?:điều|khoản|mục|mức độ|mức|chỉ tiêu|tiêu chí|tiêu chuẩn|chỉ số|phụ lục|cấp độ|cấp|hạng|loại|bậc|phần|chương|biểu|mẫu|bảng|công văn|quyết định|nghị quyết|thông tư|nghị định|kế hoạch số|văn bản số|công văn số|quyết định số|lần thứ|thứ) ?(?:số )?[0-9]+(?:\.[0-9]+)*[a-zđ]?\b",
        Options)]
    public static partial Regex NoFigure();

    /// <summary>A year given to figures. Groups: y, now, before, with "so với", "hơn" (c) in front where it compares.</summary>
    [GeneratedRegex(
        @"(?<c>\b(?:so|hơn|tăng|giảm|bằng) (?:sánh |so )?(?:với )?(?:cùng kỳ |kết quả )?(?:của )?)?\b(?:năm (?<y>(?:19|20)[0-9]{2})\b|(?<now>năm nay|năm đánh giá|năm báo cáo)\b|(?<before>năm trước liền kề|năm liền kề trước đó|năm liền kề trước|năm liền trước|năm trước|năm ngoái|cùng kỳ)\b)",
        Options)]
    public static partial Regex Year();
}
