using static LearningCity.Docs.Tests.Layout.BrokenRow;
using static LearningCity.Docs.Tests.Support.OfficialPaper;

namespace LearningCity.Docs.Tests.Layout;

/// <summary>Rules 23 to 30.</summary>
public class FootRulesTests
{
    private const string Left = "<w:jc w:val=\"left\"/>", NotBold = "<w:b w:val=\"0\"/>", NotItalic = "<w:i w:val=\"0\"/>";

    private static readonly BrokenRow[] Rows =
    [
        new("Post not bold", Plan().Run("chức vụ", NotBold), "LC5023", Cell(2, 2, 3), "chữ không đậm"),
        new("Post in small letters", Plan().Text("chức vụ", "Phó Chủ tịch"), "LC5023", Cell(2, 2, 3), "không viết in hoa"),
        new("Authority with a stroke", Plan().Text("TM", "T/M ỦY BAN NHÂN DÂN"), "LC5023", Cell(2, 2, 1), "ghi “T/M” không có dấu chấm theo sau"),
        new("Authority without point", Plan().Text("KT", "KT CHỦ TỊCH"), "LC5023", Cell(2, 2, 2), "ghi “KT” không có dấu chấm theo sau"),
        new("KT without a deputy", Plan().Text("chức vụ", "CHỦ TỊCH"), "LC5023", Cell(2, 2, 2), "sau dòng “KT.” không có chức vụ của cấp phó", Severity.Warning),
        new("Name not bold", Plan().Run("họ tên", NotBold), "LC5024", Cell(2, 2, 7), "chữ không đậm"),
        new("Name in capitals", Plan().Text("họ tên", "PHẠM THỊ DIỄM"), "LC5024", Cell(2, 2, 7), "viết in hoa"),
        new("Name to the left", Plan().Paragraph("họ tên", Left), "LC5024", Cell(2, 2, 7), "không canh giữa"),
        new("Name with a degree", Plan().Text("họ tên", "TS. Phạm Thị Diễm"), "LC5024", Cell(2, 2, 7), "có học hàm, học vị hoặc danh hiệu “TS.”"),
        new("Name missing", Plan().Without("họ tên"), "LC5024", Cell(2, 2, 3), "không tìm thấy", Severity.Warning),
        new("Name of the secretary", Minutes().Run("tên thư ký", NotBold), "LC5024", Cell(2, 1, 4), "chữ không đậm"),
        new("Kính gửi bold", Letter().Run("kính gửi", "<w:b/>"), "LC5025", "1", "chữ đậm"),
        new("Kính gửi in capitals", Letter().Text("kính gửi", "KÍNH GỬI:"), "LC5025", "1", "viết in hoa"),
        new("Kính gửi without colon", Letter().Text("kính gửi", "Kính gửi"), "LC5025", "1", "thiếu dấu hai chấm sau “Kính gửi”"),
        new("One addressee below", Letter().Without("kính gửi 1"), "LC5025", "1", "chỉ gửi một nơi nhưng không ghi cùng dòng"),
        new("Several addressees on a line", Letter().Text("kính gửi", "Kính gửi: Sở Giáo dục và Đào tạo; Sở Nội vụ").Without("kính gửi 1").Without("kính gửi 2"), "LC5025", "1", "gửi nhiều nơi nhưng ghi trên cùng một dòng"),
        new("Addressee without semicolon", Letter().Text("kính gửi 1", "- Sở Giáo dục và Đào tạo,"), "LC5025", "2", "cuối dòng không có dấu “;”"),
        new("Nơi nhận 14", Plan().Run("Nơi nhận", Size(14)), "LC5026", Cell(2, 1, 1), "cỡ chữ 14"),
        new("Nơi nhận upright", Plan().Run("Nơi nhận", NotItalic), "LC5026", Cell(2, 1, 1), "chữ không nghiêng"),
        new("Nơi nhận without colon", Plan().Text("Nơi nhận", "Nơi nhận"), "LC5026", Cell(2, 1, 1), "thiếu dấu hai chấm sau “Nơi nhận”"),
        new("Nơi nhận indented", Plan().Paragraph("Nơi nhận", "<w:ind w:left=\"567\"/>"), "LC5026", Cell(2, 1, 1), "không sát lề trái"),
        new("Recipient 12", Plan().Run("nơi nhận 1", Size(12)), "LC5027", Cell(2, 1, 2), "cỡ chữ 12"),
        new("Recipient without dash", Plan().Text("nơi nhận 1", "UBND Thành phố;"), "LC5027", Cell(2, 1, 2), "đầu dòng không có gạch đầu dòng (-)"),
        new("Recipient with a comma", Plan().Text("nơi nhận 1", "- UBND Thành phố,"), "LC5027", Cell(2, 1, 2), "cuối dòng không có dấu “;”"),
        new("Lưu without the office", Plan().Text("lưu", "- Lưu: VT."), "LC5027", Cell(2, 1, 4), "dòng cuối không có dạng “- Lưu: VT, đơn vị soạn thảo.”"),
        new("Letter without Như trên", Letter().Text("nơi nhận 1", "- UBND Thành phố;"), "LC5027", Cell(2, 1, 2), "có “Kính gửi” nhưng dòng đầu không phải “- Như trên;”", Severity.Warning),
        new("Annex heading 13", Plan().Run("phụ lục", Size(13)), "LC5028", "16", "cỡ chữ 13"),
        new("Annex heading in capitals", Plan().Text("phụ lục", "PHỤ LỤC I"), "LC5028", "16", "viết in hoa"),
        new("Annex in Arabic", Plan().Text("phụ lục 2", "Phụ lục 2"), "LC5028", "20", "số thứ tự không phải chữ số La Mã"),
        new("Annex without number", Plan().Text("phụ lục 2", "Phụ lục"), "LC5028", "20", "có từ hai phụ lục nhưng không đánh số thứ tự"),
        new("Annex out of order", Plan().Text("phụ lục 2", "Phụ lục III"), "LC5028", "20", "thứ tự phải là “II” nhưng ghi “III”"),
        new("Annex and title on one line", Plan().Text("phụ lục", "Phụ lục I: PHÂN CÔNG NHIỆM VỤ").Without("tên phụ lục"), "LC5028", "16", "không trình bày thành một dòng riêng"),
        new("Annex title in small letters", Plan().Text("tên phụ lục", "Phân công nhiệm vụ"), "LC5028", "17", "tiêu đề: không viết in hoa"),
        new("Reference upright", Plan().Run("kèm theo", NotItalic), "LC5029", "18", "chữ không nghiêng"),
        new("Reference without number", Plan().Text("kèm theo", "(Kèm theo Kế hoạch của Ủy ban nhân dân quận Ba Đình)"), "LC5029", "18", "thiếu số, ký hiệu hoặc thời gian ban hành văn bản"),
        new("Reference without issuer", Plan().Text("kèm theo", "(Kèm theo Kế hoạch số 128/KH-UBND ngày 08 tháng 4 năm 2025)"), "LC5029", "18", "thiếu tên cơ quan ban hành văn bản", Severity.Warning),
        new("Reference missing", Plan().Without("kèm theo"), "LC5029", "16", "không tìm thấy"),
        new("Date in the reference", Plan().Text("kèm theo", "(Kèm theo Kế hoạch số 128/KH-UBND ngày 8 tháng 4 năm 2025 của Ủy ban nhân dân quận Ba Đình)"), "LC5014", "18", "ngày ghi “8”, đúng là “08”"),
        new("Paper does not name its annex", Plan().Text("mở đầu", "Ủy ban nhân dân quận ban hành kế hoạch như sau:"), "LC5030", "16", "văn bản chính không có chỉ dẫn về phụ lục này", Severity.Warning),
    ];

    public static TheoryData<string> Broken => Names(Rows);

    [Theory]
    [MemberData(nameof(Broken))]
    public void BrokenRule_GivesItsFinding(string row) => Rows.Single(r => r.Name == row).Judge();

    [Fact]
    public void RecipientThatGoesOnInAParagraph_IsRight() =>
        Plan().Text("nơi nhận 1", "- Các bộ, cơ quan ngang bộ,").Text("nơi nhận 2", "cơ quan thuộc Chính phủ;").ShouldBeRight();

    [Theory]
    [InlineData("nơi nhận 2", "Các phòng, ban của quận;", "đầu dòng không có gạch đầu dòng (-)", 3)]
    [InlineData("nơi nhận 2", "- Các phòng, ban của quận", "cuối dòng không có dấu “;”", 3)]
    public void RecipientThatDoesNotGoOn_IsFound(string key, string text, string wrong, int paragraph) => Plan().Text(key, text).ShouldBreak("LC5027", Cell(2, 1, paragraph), wrong);

    [Fact]
    public void AnnexesNumberedOn_AreFoundEach() =>
        Plan().Replace("<w:pgNumType w:start=\"1\"/>", "").Check().Select(f => (f.Code, f.Location.Text(LanguageTable.English))).ShouldBe([("LC5030", "Text, paragraph 16"), ("LC5030", "Text, paragraph 20")]);

    [Theory]
    [InlineData("nơi nhận 1", "– UBND Thành phố;")]
    [InlineData("họ tên", "Vũ Minh Tiến")]
    [InlineData("kèm theo", "(Kèm theo Kế hoạch số      /KH-UBND ngày     tháng    năm 2025 của Ủy ban nhân dân quận Ba Đình)")]
    public void WordsThatTheDecreeAllows_AreRight(string key, string text) => Plan().Text(key, text).ShouldBeRight();

    [Theory]
    [InlineData("Kính gửi: Bộ Nội vụ")]
    [InlineData("Kính gửi: Bộ Nội vụ.")]
    public void OneAddresseeOnItsLine_IsRight(string text) => Letter().Text("kính gửi", text).Without("kính gửi 1").Without("kính gửi 2").ShouldBeRight();

    [Fact]
    public void FirstOfSeveralAddresseesBesideTheWord_IsRight() => Letter().Text("kính gửi", "Kính gửi: - Bộ Nội vụ;").ShouldBeRight();

    [Fact]
    public void DegreeInASchool_IsForAPersonToJudge() =>
        Plan().Text("cơ quan", "TRƯỜNG ĐẠI HỌC\nTHỦ ĐÔ").Text("họ tên", "PGS.TS Phạm Thị Diễm").ShouldBreak("LC5024", Cell(2, 2, 7), "có học hàm, học vị hoặc danh hiệu “PGS.”", Severity.Warning);

    [Fact]
    public void TableUnderItsOwnTitleWithoutTheWord_IsAnAnnex()
    {
        var paper = Plan().Without("phụ lục").Without("phụ lục 2");
        paper.ShouldBeRight();
        paper.Run("kèm theo 2", NotItalic).ShouldBreak("LC5029", "Nội dung, đoạn 20", "chữ không nghiêng");
    }
}
