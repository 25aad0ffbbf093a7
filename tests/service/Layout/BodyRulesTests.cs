using static LearningCity.Docs.Tests.Layout.BrokenRow;
using static LearningCity.Docs.Tests.Support.OfficialPaper;

namespace LearningCity.Docs.Tests.Layout;

/// <summary>Rules 19 to 22 and 31.</summary>
public class BodyRulesTests
{
    private const string Left = "<w:jc w:val=\"left\"/>", NotBold = "<w:b w:val=\"0\"/>";

    private static readonly BrokenRow[] Rows =
    [
        new("Text 12", Plan().Run("đoạn 2", Size(12)), "LC5019", "10", "cỡ chữ 12"),
        new("Text to the left", Plan().Paragraph("đoạn 2", Left), "LC5019", "10", "không canh đều hai lề"),
        new("Text not indented", Plan().Paragraph("đoạn 2", "<w:ind w:firstLine=\"0\"/>"), "LC5019", "10", "chữ đầu dòng không lùi vào 1 cm hoặc 1,27 cm"),
        new("Text indented by 1,5 cm", Plan().Paragraph("đoạn 2", "<w:ind w:firstLine=\"851\"/>"), "LC5019", "10", "chữ đầu dòng không lùi vào 1 cm hoặc 1,27 cm"),
        new("Text 5 points below", Plan().Paragraph("đoạn 2", "<w:spacing w:before=\"100\"/>"), "LC5019", "10", "cách đoạn trên chưa đủ 6 pt"),
        new("Text at double lines", Plan().Paragraph("đoạn 2", "<w:spacing w:line=\"480\" w:lineRule=\"auto\"/>"), "LC5019", "10", "giãn dòng ngoài khoảng từ dòng đơn đến 1,5 dòng"),
        new("Text at exactly 12 points", Plan().Paragraph("đoạn 2", "<w:spacing w:line=\"240\" w:lineRule=\"exact\"/>"), "LC5019", "10", "giãn dòng ngoài khoảng từ dòng đơn đến 1,5 dòng"),
        new("Paragraph in italics", Plan().Run("đoạn 2", "<w:i/>"), "LC5019", "10", "chữ nghiêng", Severity.Warning),
        new("Chapter to the left", Decision().Paragraph("chương", Left), "LC5020", "7", "không canh giữa"),
        new("Chapter in capitals", Decision().Text("chương", "CHƯƠNG I"), "LC5020", "7", "viết in hoa"),
        new("Chapter in Arabic", Decision().Text("chương", "Chương 1"), "LC5020", "7", "số thứ tự không phải chữ số La Mã"),
        new("Mục in Roman", Decision().Text("chương", "Mục I"), "LC5020", "7", "số thứ tự không phải chữ số Ả Rập"),
        new("Chapter and title on one line", Decision().Text("chương", "Chương I. QUY ĐỊNH CHUNG").Without("tên chương"), "LC5020", "7", "không trình bày thành một dòng riêng"),
        new("Title of a chapter in small letters", Decision().Text("tên chương", "Quy định chung"), "LC5020", "8", "tiêu đề: không viết in hoa"),
        new("Điều not bold", Decision().Run("điều 1", NotBold), "LC5021", "9", "chữ không đậm"),
        new("Điều with a colon", Decision().Text("điều 1", "Điều 1: Phạm vi điều chỉnh"), "LC5021", "9", "sau số thứ tự có “:” thay cho dấu chấm"),
        new("Điều not indented", Decision().Paragraph("điều 1", "<w:ind w:firstLine=\"0\"/>"), "LC5021", "9", "chữ đầu dòng không lùi vào 1 cm hoặc 1,27 cm"),
        new("Điều out of order", Decision().Text("điều 2", "Điều 3. Hiệu lực thi hành"), "LC5021", "13", "thứ tự phải là “Điều 2” nhưng ghi “Điều 3”", Severity.Warning),
        new("Point out of order", Decision().Text("điểm b", "c) Học tập từ xa."), "LC5021", "12", "thứ tự phải là “b)” nhưng ghi “c)”"),
        new("Point with a full stop", Decision().Text("điểm b", "b. Học tập từ xa."), "LC5021", "12", "ghi “b.” thay cho dấu đóng ngoặc đơn sau chữ cái"),
        new("Clause with a stroke", Decision().Text("khoản 1", "1/ Quy chế này quy định việc tổ chức học tập."), "LC5021", "10", "sau số thứ tự có “/” thay cho dấu chấm", Severity.Warning),
        new("Section not bold", Plan().Run("mục I", NotBold), "LC5022", "6", "chữ không đậm"),
        new("Section in small letters", Plan().Text("mục I", "I. Mục đích, yêu cầu"), "LC5022", "6", "không viết in hoa"),
        new("Section with a hyphen", Plan().Text("mục I", "I- MỤC ĐÍCH, YÊU CẦU"), "LC5022", "6", "sau số thứ tự có “-” thay cho dấu chấm"),
        new("Section out of order", Plan().Text("mục II", "III. TỔ CHỨC THỰC HIỆN"), "LC5022", "11", "thứ tự phải là “II.” nhưng ghi “III.”", Severity.Warning),
        new("Title of a clause not bold", Plan().Run("khoản 1", NotBold), "LC5022", "7", "tiêu đề của khoản không đậm", Severity.Warning),
        new("No end mark", Plan().Text("kết thúc", "Yêu cầu các đơn vị nghiêm túc thực hiện."), "LC5031", "14", "không tìm thấy", Severity.Warning),
    ];

    public static TheoryData<string> Broken => Names(Rows);

    [Theory]
    [MemberData(nameof(Broken))]
    public void BrokenRule_GivesItsFinding(string row) => Rows.Single(r => r.Name == row).Judge();

    [Theory]
    [InlineData("<w:ind w:firstLine=\"567\"/>")]
    [InlineData("<w:ind w:left=\"1077\" w:hanging=\"357\"/>")]
    [InlineData("<w:spacing w:before=\"0\" w:after=\"0\" w:beforeAutospacing=\"1\"/>")]
    [InlineData("<w:spacing w:line=\"360\" w:lineRule=\"auto\"/>")]
    [InlineData("<w:spacing w:line=\"240\" w:lineRule=\"auto\"/>")]
    [InlineData("<w:spacing w:line=\"360\" w:lineRule=\"exact\"/>")]
    [InlineData("<w:spacing w:line=\"120\" w:lineRule=\"atLeast\"/>")]
    [InlineData("<w:jc w:val=\"distribute\"/>")]
    public void EdgeOfTheRule_IsRight(string properties) => Plan().Paragraph("đoạn 2", properties).ShouldBeRight();

    [Theory]
    [InlineData("\tHoàn thành các chỉ tiêu.", "<w:ind w:firstLine=\"0\"/>")]
    [InlineData("Hoàn thành các chỉ tiêu.", "<w:jc w:val=\"left\"/>")]
    public void ShortOrTabbedParagraph_IsRight(string text, string properties) => Plan().Text("đoạn 2", text).Paragraph("đoạn 2", properties).ShouldBeRight();

    [Fact]
    public void SameMistakeInManyParagraphs_IsOneFindingWithItsPlaces() =>
        Plan().Run("đoạn 1", Size(12)).Run("đoạn 2", Size(12)).ShouldBreak("LC5019", "Nội dung, đoạn 8", "cỡ chữ 12 (ở 2 đoạn)").Related.Length.ShouldBe(1);

    [Fact]
    public void WordsInItalicsWithinAParagraph_AreRight() =>
        Plan().Replace("- Nâng cao nhận thức", "- Nâng cao </w:t></w:r><w:r><w:rPr><w:i/></w:rPr><w:t>nhận thức</w:t></w:r><w:r><w:t>").ShouldBeRight();

    [Fact]
    public void PointsAfterD_GoOnWithĐ() => Decision().Text("khoản 1", "c) Một;").Text("điểm a", "d) Hai;").Text("điểm b", "đ) Ba.").Check().Select(f => f.Value).ShouldBe(["c) Một;"]);

    [Fact]
    public void PointsNumberedByTheProgram_AreReadAsShown()
    {
        const string list = "<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr>";
        var paper = Decision().Text("điểm a", "Học tập thường xuyên;").Text("điểm b", "Học tập từ xa.").Paragraph("điểm a", list).Paragraph("điểm b", list);
        paper.ShouldBeRight();
        paper.Replace("<w:start w:val=\"1\"/>", "<w:start w:val=\"5\"/>").Check().Select(f => f.Value).ShouldBe(["e) Học tập thường xuyên;", "f) Học tập từ xa."]);
    }

    [Fact]
    public void TitlesOfClausesNotBold_AreOneFinding() =>
        Plan().Run("khoản 1", NotBold).Run("khoản 2", NotBold).ShouldBreak("LC5022", "Nội dung, đoạn 7", "tiêu đề của khoản không đậm (ở 2 đoạn)", Severity.Warning).Related.Length.ShouldBe(1);

    [Fact]
    public void TitleOfAChapterThatIsAlsoTheNameOfAKind_IsNoKind() => Letter().Text("đoạn 1", "Chương I").Text("kết thúc", "QUY ĐỊNH CHUNG./.").Check().ShouldNotContain(f => f.Code == "LC5015");

    [Fact]
    public void FootnoteNumberInAnElement_IsNotItsLetters() =>
        Plan().Replace("<w:t xml:space=\"preserve\">KẾ HOẠCH</w:t></w:r>", "<w:t>KẾ HOẠCH</w:t></w:r><w:r><w:rPr><w:b w:val=\"0\"/><w:sz w:val=\"20\"/><w:vertAlign w:val=\"superscript\"/></w:rPr><w:t>1</w:t></w:r>").ShouldBeRight();

    [Fact]
    public void EndMarkOnALineOfItsOwn_IsRight() => Plan().Text("điểm b", "b) Phòng Nội vụ phối hợp.").Text("kết thúc", "./.").ShouldBeRight();

    [Fact]
    public void SentenceAboutAnArticle_IsNoArticle() => Plan().Text("đoạn 2", "Điều 5 Luật Giáo dục quy định nhiệm vụ này.").ShouldBeRight();

    [Fact]
    public void ListOfNames_IsNotTakenForTitles() => Plan().Text("khoản 1", "1. Nguyễn Văn A").Text("đoạn 1", "2. Trần Thị B").Text("khoản 2", "3. Lê Văn C").Run("khoản 1", NotBold).Run("khoản 2", NotBold).ShouldBeRight();

    [Fact]
    public void HiddenText_IsNothing() => Plan().Text("đoạn 2", "x").Run("đoạn 2", "<w:rFonts w:ascii=\"Arial\"/><w:vanish/>").ShouldBeRight();
}
