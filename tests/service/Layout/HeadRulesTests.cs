using static LearningCity.Docs.Tests.Layout.BrokenRow;
using static LearningCity.Docs.Tests.Support.OfficialPaper;

namespace LearningCity.Docs.Tests.Layout;

/// <summary>Rules 08 to 18.</summary>
public class HeadRulesTests
{
    private const string Left = "<w:jc w:val=\"left\"/>", NotBold = "<w:b w:val=\"0\"/>", NotItalic = "<w:i w:val=\"0\"/>";

    private static readonly string AgencyPlace = Cell(1, 1, 1), NumberPlace = Cell(1, 1, 2), NamePlace = Cell(1, 2, 1), MottoPlace = Cell(1, 2, 2), DatePlace = Cell(1, 2, 3);

    private static readonly BrokenRow[] Rows =
    [
        new("Quốc hiệu 14", Plan().Run("Quốc hiệu", Size(14)), "LC5008", NamePlace, "cỡ chữ 14"),
        new("Quốc hiệu not bold", Plan().Run("Quốc hiệu", NotBold), "LC5008", NamePlace, "chữ không đậm"),
        new("Quốc hiệu in small letters", Plan().Text("Quốc hiệu", "Cộng hòa xã hội chủ nghĩa Việt Nam"), "LC5008", NamePlace, "không viết in hoa"),
        new("Quốc hiệu misspelt", Plan().Text("Quốc hiệu", "CỘNG HÒA XÃ HỘI CHŨ NGHĨA VIỆT NAM"), "LC5008", NamePlace, "ghi “CỘNG HÒA XÃ HỘI CHŨ NGHĨA VIỆT NAM”"),
        new("Quốc hiệu on two lines", Plan().Text("Quốc hiệu", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA\nVIỆT NAM"), "LC5008", NamePlace, "bị tách thành hai dòng"),
        new("Quốc hiệu missing", Plan().Without("Quốc hiệu"), "LC5008", "Toàn tệp", "không tìm thấy"),
        new("Tiêu ngữ 12", Plan().Run("Tiêu ngữ", Size(12)).LineUnder("Tiêu ngữ", 150), "LC5009", MottoPlace, "cỡ chữ 12"),
        new("Tiêu ngữ with dashes", Plan().Text("Tiêu ngữ", "Độc lập – Tự do – Hạnh phúc"), "LC5009", MottoPlace, "ghi “Độc lập – Tự do – Hạnh phúc”"),
        new("Tiêu ngữ without spaces", Plan().Text("Tiêu ngữ", "Độc lập-Tự do-Hạnh phúc"), "LC5009", MottoPlace, "ghi “Độc lập-Tự do-Hạnh phúc”"),
        new("Tiêu ngữ without line", Plan().LineUnder("Tiêu ngữ", 0).LineUnder("cơ quan", 50), "LC5009", MottoPlace, "phía dưới không có đường kẻ"),
        new("Tiêu ngữ with a short line", Plan().LineUnder("Tiêu ngữ", 60), "LC5009", MottoPlace, "đường kẻ bên dưới không dài bằng dòng chữ", Severity.Warning),
        new("Tiêu ngữ at one and a half lines", Plan().Paragraph("Tiêu ngữ", "<w:spacing w:line=\"360\" w:lineRule=\"auto\"/>"), "LC5009", MottoPlace, "giãn dòng khác dòng đơn"),
        new("Tiêu ngữ missing", Plan().Without("Tiêu ngữ"), "LC5009", NamePlace, "không tìm thấy"),
        new("Chủ quản bold", Decision().Run("chủ quản", "<w:b/>"), "LC5010", AgencyPlace, "chữ đậm", Severity.Warning),
        new("Chủ quản 14", Decision().Run("chủ quản", Size(14)), "LC5010", AgencyPlace, "cỡ chữ 14"),
        new("Cơ quan not bold", Plan().Run("cơ quan", NotBold), "LC5011", AgencyPlace, "chữ không đậm"),
        new("Cơ quan in small letters", Plan().Text("cơ quan", "Ủy ban nhân dân quận Ba Đình").LineUnder("cơ quan", 70), "LC5011", AgencyPlace, "không viết in hoa"),
        new("Cơ quan to the left", Plan().Paragraph("cơ quan", Left), "LC5011", AgencyPlace, "không canh giữa"),
        new("Cơ quan with a long line", Plan().LineUnder("cơ quan", 110), "LC5011", AgencyPlace, "đường kẻ bên dưới không dài bằng 1/3 đến 1/2 dòng chữ", Severity.Warning),
        new("Cơ quan missing", Plan().Without("cơ quan"), "LC5011", Cell(1, 1, 1), "không tìm thấy"),
        new("Số 14", Plan().Run("số", Size(14)), "LC5012", NumberPlace, "cỡ chữ 14"),
        new("Số bold", Plan().Run("số", "<w:b/>"), "LC5012", NumberPlace, "chữ đậm"),
        new("Số without colon", Plan().Text("số", "Số 128/KH-UBND"), "LC5012", NumberPlace, "thiếu dấu hai chấm sau “Số”"),
        new("Số 5", Plan().Text("số", "Số: 5/KH-UBND"), "LC5012", NumberPlace, "số nhỏ hơn 10 phải ghi là 05"),
        new("Space before the slash", Plan().Text("số", "Số: 128 /KH-UBND"), "LC5012", NumberPlace, "có cách chữ quanh dấu gạch chéo"),
        new("Year in the number", Plan().Text("số", "Số: 128/2025/KH-UBND"), "LC5012", NumberPlace, "ký hiệu “2025/KH-UBND” không đúng dạng"),
        new("Sign in small letters", Plan().Text("số", "Số: 128/kh-ubnd"), "LC5012", NumberPlace, "ký hiệu “kh-ubnd” không viết in hoa"),
        new("Sign of another kind", Plan().Text("số", "Số: 128/BC-UBND"), "LC5012", NumberPlace, "ký hiệu “BC-UBND” không bắt đầu bằng KH"),
        new("Letter with the sign of a kind", Letter().Text("số", "Số: 2277/KH-UBND"), "LC5012", NumberPlace, "công văn không có tên loại nhưng ký hiệu “KH-UBND” có chữ viết tắt tên loại"),
        new("Số missing", Plan().Without("số"), "LC5012", AgencyPlace, "không tìm thấy"),
        new("Date upright", Plan().Run("ngày", NotItalic), "LC5013", DatePlace, "chữ không nghiêng"),
        new("Date 12", Plan().Run("ngày", Size(12)), "LC5013", DatePlace, "cỡ chữ 12"),
        new("No comma after the place", Plan().Text("ngày", "Ba Đình ngày 08 tháng 4 năm 2025"), "LC5013", DatePlace, "thiếu dấu phẩy sau địa danh"),
        new("No place", Plan().Text("ngày", "Ngày 08 tháng 4 năm 2025"), "LC5013", DatePlace, "thiếu địa danh"),
        new("Date missing", Plan().Without("ngày"), "LC5013", MottoPlace, "không tìm thấy"),
        new("Day without zero", Plan().Text("ngày", "Ba Đình, ngày 8 tháng 4 năm 2025"), "LC5014", DatePlace, "ngày ghi “8”, đúng là “08”"),
        new("Month with zero", Plan().Text("ngày", "Ba Đình, ngày 08 tháng 04 năm 2025"), "LC5014", DatePlace, "tháng ghi “04”, đúng là “4”"),
        new("Month without zero", Plan().Text("ngày", "Ba Đình, ngày 08 tháng 2 năm 2025"), "LC5014", DatePlace, "tháng ghi “2”, đúng là “02”"),
        new("No such day", Plan().Text("ngày", "Ba Đình, ngày 31 tháng 4 năm 2025"), "LC5014", DatePlace, "“ngày 31 tháng 4 năm 2025” không phải ngày có thật"),
        new("Date in figures", Plan().Text("ngày", "Ba Đình, ngày 08/4/2025"), "LC5014", DatePlace, "không viết đủ “ngày … tháng … năm …”"),
        new("Tên loại in small letters", Plan().Text("tên loại", "Kế hoạch"), "LC5015", "1", "không viết in hoa"),
        new("Tên loại to the left", Plan().Paragraph("tên loại", Left), "LC5015", "1", "không canh giữa"),
        new("Tên loại 16", Plan().Run("tên loại", Size(16)), "LC5015", "1", "cỡ chữ 16"),
        new("Trích yếu not bold", Plan().Run("trích yếu", NotBold), "LC5016", "2", "chữ không đậm"),
        new("Trích yếu in capitals", Plan().Text("trích yếu", "XÂY DỰNG THÀNH PHỐ HỌC TẬP"), "LC5016", "2", "viết in hoa"),
        new("Trích yếu without line", Plan().LineUnder("trích yếu", 0), "LC5016", "2", "phía dưới không có đường kẻ"),
        new("Trích yếu missing", Plan().Without("trích yếu"), "LC5016", "1", "không tìm thấy"),
        new("V/v 14", Letter().Run("V/v", Size(14)), "LC5017", Cell(1, 1, 3), "cỡ chữ 14"),
        new("V/v bold", Letter().Run("V/v", "<w:b/>"), "LC5017", Cell(1, 1, 3), "chữ đậm"),
        new("Về việc", Letter().Text("V/v", "Về việc cung cấp số liệu"), "LC5017", Cell(1, 1, 3), "bắt đầu bằng “Về” thay cho “V/v”"),
        new("V/v close to the number", Letter().Paragraph("V/v", "<w:spacing w:before=\"0\"/>"), "LC5017", Cell(1, 1, 3), "cách số, ký hiệu chưa đủ 6 pt"),
        new("Neither kind nor V/v", Letter().Without("V/v"), "LC5015", NumberPlace, "không có tên loại, cũng không có “V/v” của công văn", Severity.Warning),
        new("Căn cứ upright", Plan().Run("căn cứ 1", NotItalic), "LC5018", "3", "chữ không nghiêng"),
        new("Căn cứ ending with a comma", Plan().Text("căn cứ 1", "Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 02 năm 2025,"), "LC5018", "3", "cuối dòng không có dấu “;”"),
        new("Result among the căn cứ ending with a full stop", Decision().Text("căn cứ 1", "Theo kết quả thẩm định tại Báo cáo số 12/BC-HĐĐG ngày 16 tháng 3 năm 2026 của Hội đồng đánh giá."), "LC5018", "4", "cuối dòng không có dấu “;”"),
        new("Last căn cứ ending with a semicolon", Decision().Text("căn cứ 2", "Theo đề nghị của Tổ trưởng Tổ phổ thông;"), "LC5018", "5", "cuối dòng không có dấu “.”"),
        new("Căn cứ without number", Plan().Text("căn cứ 2", "Căn cứ Nghị định của Chính phủ về công tác văn thư."), "LC5018", "4", "thiếu số, ký hiệu hoặc ngày ban hành của văn bản được dẫn", Severity.Warning),
    ];

    public static TheoryData<string> Broken => Names(Rows);

    [Theory]
    [MemberData(nameof(Broken))]
    public void BrokenRule_GivesItsFinding(string row) => Rows.Single(r => r.Name == row).Judge();

    [Theory]
    [InlineData("Quốc hiệu", "CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM")]
    [InlineData("số", "Số:      /KH-UBND")]
    [InlineData("số", "Số: …/KH-UBND")]
    [InlineData("số", "Số: 05/KH-UBND")]
    [InlineData("số", "Số:     /KH-……")]
    [InlineData("ngày", "Ba Đình, ngày     tháng    năm 2025")]
    [InlineData("ngày", "Ba Đình, ngày … tháng … năm 2025")]
    [InlineData("ngày", "Ba Đình, ngày     tháng 4 năm 2025")]
    [InlineData("ngày", "Ba Đình, ngày 10 tháng 01 năm 2025")]
    [InlineData("ngày", "Thành phố Hồ Chí Minh, ngày 29 tháng 12 năm 2025")]
    [InlineData("cơ quan", "UỶ BAN NHÂN DÂN\nQUẬN BA ĐÌNH")]
    public void WordsThatTheDecreeAllows_AreRight(string key, string text) => Plan().Text(key, text).ShouldBeRight();

    [Fact]
    public void NationalNameInDecomposedLetters_IsRight() => Plan().Text("Quốc hiệu", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM".Normalize(System.Text.NormalizationForm.FormD)).ShouldBeRight();

    [Fact]
    public void LineAsABorder_IsRight() =>
        Plan().LineUnder("trích yếu", 0).Paragraph("trích yếu", "<w:pBdr><w:bottom w:val=\"single\" w:sz=\"4\" w:space=\"1\" w:color=\"auto\"/></w:pBdr>").ShouldBeRight();

    [Theory]
    [InlineData("top")]
    [InlineData("bottom")]
    public void LineAsTheBorderOfAnEmptyParagraph_IsRight(string side) =>
        Plan().LineUnder("trích yếu", 0).Paragraph("trích yếu", "").Text("trích yếu", "Xây dựng thành phố học tập").Text("căn cứ 1", "").Paragraph("căn cứ 1", $"<w:pBdr><w:{side} w:val=\"single\" w:sz=\"4\" w:space=\"1\" w:color=\"auto\"/></w:pBdr>")
            .Check().ShouldNotContain(f => f.Code == "LC5016");

    [Fact]
    public void LineOfUnderscores_IsRight() => Plan().LineUnder("cơ quan", 0).Text("cơ quan", "ỦY BAN NHÂN DÂN\nQUẬN BA ĐÌNH\n________").ShouldBeRight();

    [Fact]
    public void LineAnchoredInAnotherParagraphOfTheHead_IsRight() => Plan().LineUnder("Tiêu ngữ", 0).LineUnder("Quốc hiệu", 175).ShouldBeRight();

    [Fact]
    public void BoldByACharacterStyleOnABoldParagraphStyle_CancelsOut() => Plan().Run("tên loại", "<w:rStyle w:val=\"Strong\"/>").ShouldBreak("LC5015", "Nội dung, đoạn 1", "chữ không đậm");

    [Fact]
    public void NoHeadAtAll_IsAWarningOnce() => AnnexAlone().Without("phụ lục").Without("kèm theo").ShouldBreak("LC5008", "Toàn tệp", "không tìm thấy Quốc hiệu, Tiêu ngữ và số, ký hiệu", Severity.Warning);

    [Fact]
    public void HeadLaidOutWithTabs_IsFoundByItsWords()
    {
        const string head = "<w:p><w:r><w:rPr><w:b/><w:sz w:val=\"26\"/></w:rPr><w:t>ỦY BAN NHÂN DÂN</w:t></w:r><w:r><w:tab/></w:r><w:r><w:rPr><w:sz w:val=\"26\"/></w:rPr><w:t>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</w:t></w:r></w:p>";
        var findings = Plan().Replace("<w:body>", "<w:body>" + head).Check();
        findings.ShouldContain(f => f.Code == "LC5008" && f.Location.Text(LanguageTable.Vietnamese) == "Nội dung, đoạn 1", findings.Shown());
    }
}
