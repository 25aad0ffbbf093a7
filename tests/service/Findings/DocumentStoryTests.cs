namespace LearningCity.Docs.Tests.Findings;

public class DocumentStoryTests
{
    [Theory]
    [InlineData("word/document.xml", "Nội dung")]
    [InlineData("word/document2.xml", "Nội dung")]
    [InlineData("word/header1.xml", "Đầu trang 1")]
    [InlineData("word/footer12.xml", "Chân trang 12")]
    [InlineData("word/footer.xml", "Chân trang")]
    [InlineData("word/footnotes.xml", "Chú thích cuối trang")]
    [InlineData("word/endnotes.xml", "Chú thích cuối văn bản")]
    [InlineData("word/header99999.xml", "word/header99999.xml")]
    [InlineData("docProps/custom.xml", "docProps/custom.xml")]
    public void Part_IsCalledAsWordShowsIt(string part, string shown) =>
        new Location.Paragraph(part, null, null, null, 3).Text(LanguageTable.Vietnamese).ShouldBe($"{shown}, đoạn 3");

    [Fact]
    public void Parts_StandInTheOrderOfAReader()
    {
        string[] order = ["word/document.xml", "word/header1.xml", "word/header2.xml", "word/header10.xml", "word/footer1.xml", "word/footnotes.xml", "word/endnotes.xml", "docProps/custom.xml"];
        order.Reverse().OrderBy(DocumentStory.Rank).ShouldBe(order);
    }

    [Fact]
    public void Report_KeepsThePartsName() =>
        Reporting.CheckReports.Of(new Location.Paragraph("word/header1.xml", 1, 2, 3, 4), LanguageTable.Vietnamese)
            .ShouldBe(new Reporting.ParagraphLocationReport("Đầu trang 1, bảng 1, hàng 2, cột 3, đoạn 4", "word/header1.xml", 1, 2, 3, 4));
}
