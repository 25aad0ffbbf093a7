using LearningCity.Docs.Tests.Support;
using static LearningCity.Docs.Tests.Layout.BrokenRow;
using static LearningCity.Docs.Tests.Support.OfficialPaper;

namespace LearningCity.Docs.Tests.Layout;

/// <summary>Rules 01 to 07.</summary>
public class PageRulesTests
{
    private const string Section1 = "Trang của phần 1 (section 1)", HeaderPlace = "Đầu trang 1, đoạn 1";

    private static OfficialPaper Margin(string from, string to) => Letter().Replace($"w:{from}\"", $"w:{to}\"");

    private static readonly BrokenRow[] Rows =
    [
        new("Letter size", Letter().Replace("w:w=\"11906\" w:h=\"16838\"", "w:w=\"12240\" w:h=\"15840\""), "LC5001", Section1, "khổ 215,9 × 279,4 mm"),
        new("Page a millimetre short", Letter().Replace("w:h=\"16838\"", "w:h=\"16781\""), "LC5001", Section1, "khổ 210 × 296 mm"),
        new("Wide pages without a table", Letter().Replace("w:w=\"11906\" w:h=\"16838\"", "w:w=\"16838\" w:h=\"11906\""), "LC5002", Section1, "trang nằm ngang mà không có bảng, biểu"),
        new("Top 19 mm", Margin("top=\"1134", "top=\"1077"), "LC5003", Section1, "lề trên 19 mm"),
        new("Bottom 26 mm", Margin("bottom=\"1134", "bottom=\"1474"), "LC5003", Section1, "lề dưới 26 mm"),
        new("Left 29 mm", Margin("left=\"1701", "left=\"1644"), "LC5004", Section1, "lề trái 29 mm"),
        new("Left 30 mm and a gutter of 10", Margin("gutter=\"0", "gutter=\"567"), "LC5004", Section1, "lề trái 40 mm"),
        new("Right 25,4 mm", Letter().Replace("w:right=\"1134\"", "w:right=\"1440\""), "LC5005", Section1, "lề phải 25,4 mm"),
        new("Arial in one run", Letter().Run("đoạn 1", "<w:rFonts w:ascii=\"Arial\" w:hAnsi=\"Arial\"/>"), "LC5006", "4", "phông chữ “Arial”"),
        new("Another font for marked letters alone", Letter().Run("đoạn 1", "<w:rFonts w:hAnsi=\"Calibri\"/>"), "LC5006", "4", "phông chữ “Calibri”"),
        new("TCVN3 by its font", Letter().Text("kính gửi 2", "- Së Néi vô.").Run("kính gửi 2", "<w:rFonts w:ascii=\".VnTime\" w:hAnsi=\".VnTime\"/>"), "LC5006", "3", "phông chữ “.VnTime”"),
        new("Blue", Letter().Run("đoạn 1", "<w:color w:val=\"0000FF\"/>"), "LC5006", "4", "chữ màu #0000FF"),
        new("Number on page 1", Letter().Replace("<w:titlePg/>", ""), "LC5007", HeaderPlace, "trang thứ nhất hiển thị số trang"),
        new("Number to the right", Letter().Replace("<w:pStyle w:val=\"PageNumber\"/>", "<w:pStyle w:val=\"PageNumber\"/><w:jc w:val=\"right\"/>"), "LC5007", HeaderPlace, "không canh giữa"),
        new("Number in 12 points", Letter().Replace("<w:r><w:t>2</w:t></w:r>", "<w:r><w:rPr><w:sz w:val=\"24\"/></w:rPr><w:t>2</w:t></w:r>"), "LC5007", HeaderPlace, "cỡ chữ 12"),
        new("Number in italics", Letter().Replace("<w:r><w:t>2</w:t></w:r>", "<w:r><w:rPr><w:i/></w:rPr><w:t>2</w:t></w:r>"), "LC5007", HeaderPlace, "chữ nghiêng"),
        new("Roman number", Letter().Replace(" PAGE ", " PAGE \\* ROMAN "), "LC5007", HeaderPlace, "không dùng chữ số Ả Rập"),
        new("Numbers from 5", Letter().Replace("<w:titlePg/>", "<w:pgNumType w:start=\"5\"/><w:titlePg/>"), "LC5007", Section1, "đánh số bắt đầu từ 5"),
        new("Number in the footer", Letter().Replace("w:headerReference", "w:footerReference").Type("header1", "footer"), "LC5007", HeaderPlace, "số trang đặt ở chân trang"),
        new("No number on several pages", Letter().Replace(" PAGE ", " NUMPAGES ").Text("đoạn 1", string.Concat(Enumerable.Repeat("Đề nghị các cơ quan cung cấp số liệu đầy đủ, kịp thời. ", 80))), "LC5007", "Toàn tệp", "văn bản nhiều trang nhưng không đánh số trang"),
    ];

    public static TheoryData<string> Broken => Names(Rows);

    [Theory]
    [MemberData(nameof(Broken))]
    public void BrokenRule_GivesItsFinding(string row) => Rows.Single(r => r.Name == row).Judge();

    [Theory]
    [InlineData("w:top=\"1134\"", "w:top=\"1417\"")]
    [InlineData("w:left=\"1701\"", "w:left=\"1984\"")]
    [InlineData("w:right=\"1134\"", "w:right=\"850\"")]
    [InlineData("w:w=\"11906\" w:h=\"16838\"", "w:w=\"11907\" w:h=\"16840\"")]
    [InlineData("w:top=\"1134\"", "w:top=\"20mm\"")]
    public void EdgeOfTheRule_IsRight(string from, string to) => Letter().Replace(from, to).ShouldBeRight();

    [Fact]
    public void SameFontInManyParagraphs_IsOneFindingWithItsPlaces()
    {
        var finding = Letter().Run("đoạn 1", "<w:rFonts w:ascii=\"Arial\" w:hAnsi=\"Arial\"/>").Run("kết thúc", "<w:rFonts w:ascii=\"Arial\" w:hAnsi=\"Arial\"/>")
            .ShouldBreak("LC5006", "Nội dung, đoạn 4", "phông chữ “Arial” (ở 2 đoạn)");
        finding.Related.ShouldHaveSingleItem().Text(LanguageTable.English).ShouldBe("Text, paragraph 5");
        finding.Value.ShouldNotBeNull().ShouldStartWith("Căn cứ quy định hiện hành");
    }

    [Fact]
    public void TextOfAnOldEncodingInAUnicodeFont_IsFound() =>
        Letter().Text("đoạn 1", "§Ò nghÞ c¸c c¬ quan cung cÊp sè liÖu häc tËp suèt ®êi cña n¨m 2024 ®óng thêi h¹n, ®Çy ®ñ vµ chÝnh x¸c.").ShouldBreak("LC5006", "Nội dung, đoạn 4", "chữ thuộc bảng mã cũ (TCVN3 hoặc VNI)");

    [Theory]
    [InlineData("HỎA TỐC", true)]
    [InlineData("QUAN TRỌNG", false)]
    public void RedLetters_AreRightInAStampOfUrgencyOnly(string stamp, bool isRight)
    {
        var paper = Letter().Replace("<w:body>", $"<w:body><w:p><w:r><w:rPr><w:color w:val=\"FF0000\"/></w:rPr><w:t>{stamp}</w:t></w:r></w:p>");
        if (isRight) { paper.ShouldBeRight(); }
        else { paper.ShouldBreak("LC5006", "Nội dung, đoạn 1", "chữ màu #FF0000"); }
    }

    [Fact]
    public void NumberBehindATabToTheMiddle_IsRight() =>
        Letter().Replace("<w:pStyle w:val=\"PageNumber\"/></w:pPr>", "<w:pStyle w:val=\"PageNumber\"/><w:tabs><w:tab w:val=\"center\" w:pos=\"4536\"/></w:tabs><w:jc w:val=\"left\"/></w:pPr><w:r><w:tab/></w:r>").ShouldBeRight();

    [Fact]
    public void FaceNamedWithTheFont_IsTheFont() => Letter().Run("đoạn 1", "<w:rFonts w:ascii=\"Times New Roman Bold\" w:hAnsi=\"Times New Roman Bold\"/>").ShouldBeRight();

    [Fact]
    public void FontOfATableStyle_ReachesItsCells()
    {
        const string arial = "<w:style w:type=\"table\" w:styleId=\"Base\"><w:rPr><w:rFonts w:ascii=\"Arial\" w:hAnsi=\"Arial\"/></w:rPr></w:style><w:style w:type=\"table\" w:styleId=\"Grid\"><w:basedOn w:val=\"Base\"/></w:style></w:styles>";
        var findings = Letter().Replace("</w:styles>", arial).Replace("<w:tblPr>", "<w:tblPr><w:tblStyle w:val=\"Grid\"/>").Check();
        findings.ShouldHaveSingleItem().Location.Text(LanguageTable.Vietnamese).ShouldBe(Cell(1, 1, 1));
        findings[0].Code.ShouldBe("LC5006");
    }

    [Fact]
    public void DeletedText_IsNothing() =>
        Letter().Replace("</w:body>", "<w:p><w:del w:id=\"1\"><w:r><w:rPr><w:rFonts w:ascii=\"Arial\"/></w:rPr><w:delText>x</w:delText></w:r></w:del></w:p></w:body>").ShouldBeRight();

    [Theory]
    [InlineData("<w:fldSimple w:instr=\" PAGE \"><w:r><w:t>2</w:t></w:r></w:fldSimple>", true)]
    [InlineData("<w:fldSimple w:instr=\" PAGE \"><w:r><w:rPr><w:sz w:val=\"20\"/></w:rPr><w:t>2</w:t></w:r></w:fldSimple>", false)]
    public void SimpleField_IsANumberToo(string field, bool isRight)
    {
        var paper = Letter().Replace(" PAGE ", " NUMPAGES ").Replace("</w:p></w:hdr>", $"{field}</w:p></w:hdr>");
        if (isRight) { paper.ShouldBeRight(); }
        else { paper.ShouldBreak("LC5007", HeaderPlace, "cỡ chữ 10"); }
    }

    [Theory]
    [InlineData("continuous", true)]
    [InlineData("nextPage", false)]
    public void SecondSection_IsAPageUnlessItGoesOn(string type, bool isRight)
    {
        var paper = Letter().Replace(" PAGE ", " NUMPAGES ").Replace("</w:tbl><w:p><w:pPr><w:pStyle w:val=\"Addressee\"/></w:pPr>", "</w:tbl><w:p><w:pPr><w:pStyle w:val=\"Addressee\"/><w:sectPr><w:pgSz w:w=\"11906\" w:h=\"16838\"/><w:pgMar w:top=\"1134\" w:right=\"1134\" w:bottom=\"1134\" w:left=\"1701\"/></w:sectPr></w:pPr>").Replace("<w:titlePg/>", $"<w:type w:val=\"{type}\"/><w:titlePg/>");
        if (isRight) { paper.ShouldBeRight(); }
        else { paper.ShouldBreak("LC5007", "Toàn tệp", "văn bản nhiều trang nhưng không đánh số trang"); }
    }

    [Fact]
    public void OnePageWithoutNumber_IsRight() => Letter().Replace(" PAGE ", " NUMPAGES ").ShouldBeRight();

    [Fact]
    public void FontOfTheTheme_IsLookedUp()
    {
        var paper = Letter().Run("đoạn 1", "<w:rFonts w:asciiTheme=\"minorHAnsi\" w:hAnsiTheme=\"minorHAnsi\"/>");
        paper.ShouldBeRight();
        paper.Theme("Calibri").ShouldBreak("LC5006", "Nội dung, đoạn 4", "phông chữ “Calibri”");
    }
}
