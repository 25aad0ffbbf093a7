using FsCheck.Fluent;
using LearningCity.Docs.Layout;
using LearningCity.Docs.Tests.Support;

namespace LearningCity.Docs.Tests.Layout;

public class LayoutCheckerTests
{
    private const string Letters = "<w:p><w:r><w:t>Một đoạn văn</w:t></w:r></w:p>";

    public static TheoryData<string> Files() => new(Directory.EnumerateFiles(Repository.Path("tests", "fixtures"), "*.docx", SearchOption.AllDirectories)
        .Concat(Directory.EnumerateFiles(Repository.Path("templates"), "*.docx", SearchOption.AllDirectories)).Select(f => Path.GetRelativePath(Repository.Root, f)).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Files))]
    public void DocumentOfAnyone_IsAnsweredWithSentences(string file)
    {
        foreach (var finding in LayoutChecker.Check(GuardAssertions.Safe(File.ReadAllBytes(Repository.Path(file)))))
        {
            finding.Code.ShouldStartWith("LC50");
            finding.Message(LanguageTable.Vietnamese).ShouldNotMatch(@"\{[0-9]");
            finding.Message(LanguageTable.English).ShouldNotMatch(@"\{[0-9]");
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("<w:p/>")]
    [InlineData("<w:tbl/>")]
    [InlineData("<w:tbl><w:tr/><w:tr><w:tc/></w:tr></w:tbl>")]
    [InlineData("<w:p><w:r><w:fldChar w:fldCharType=\"end\"/><w:fldChar w:fldCharType=\"separate\"/><w:instrText>PAGE</w:instrText></w:r></w:p>")]
    [InlineData("<w:p><w:pPr><w:numPr><w:ilvl w:val=\"99\"/><w:numId w:val=\"7\"/></w:numPr><w:ind w:left=\"x\" w:firstLine=\"99999999999\"/><w:spacing w:line=\"-5cm\"/></w:pPr><w:r><w:rPr><w:sz w:val=\"-1\"/><w:color w:val=\"red\"/></w:rPr><w:t>a</w:t></w:r></w:p>")]
    [InlineData("<w:p><w:r><w:t>Số:</w:t></w:r></w:p><w:p><w:r><w:t>Nơi nhận:</w:t></w:r></w:p>")]
    [InlineData("<w:p><w:r><w:t>Độc lập - Tự do - Hạnh phúc</w:t></w:r></w:p><w:p><w:r><w:t>KT. </w:t></w:r></w:p><w:p><w:r><w:t>Phụ lục</w:t></w:r></w:p>")]
    public void OddDocument_GivesFindingsOrNone(string body) => LayoutChecker.Check(GuardAssertions.Safe(PackageBuilder.Document().Body(body).ToBytes())).ShouldAllBe(f => f.Code.StartsWith("LC50"));

    /// <summary>Any of the paper's own lines may be missing, doubled, or stand elsewhere.</summary>
    [Fact]
    public void ShuffledPaper_GivesFindingsOrNone()
    {
        string[] lines =
        [
            "CỘNG HÒA XÃ HỘI", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "ỦY BAN NHÂN DÂN", "Số: 1/", "Số: /KH", "ngày 00 tháng 99 năm 0000", ", ngày 1/", "KẾ HOẠCH", "V/v", "Kính gửi:", "-", "Căn cứ ",
            "Chương I", "Điều 99999999999.", "I.", "I. A", "1. A", "a) b", "ă) b", "TM. ỦY BAN", "KT. CHỦ TỊCH", "CHỦ TỊCH", "(", "Nơi nhận:", "- Lưu: VT", "Phụ lục", "Phụ lục 1: A", "(Kèm theo", "./.", "___", "", "\uFFFE", "ngày tháng năm",
        ];
        var paragraphs = Gen.Elements(lines).ListOf().Select(chosen => string.Concat(chosen.Select(WordBuilder.P)));
        var bodies = Gen.OneOf(paragraphs, paragraphs.Select(p => WordBuilder.Table(WordBuilder.Row(WordBuilder.CellOf(p), WordBuilder.CellOf(p + "<w:p/>")))), paragraphs.SelectMany(a => paragraphs.Select(b => WordBuilder.Table(WordBuilder.Row(WordBuilder.CellOf(a + "<w:p/>"), WordBuilder.CellOf(b + "<w:p/>"))) + a)));
        Prop.ForAll(Arb.From(bodies), body =>
        {
            foreach (var finding in LayoutChecker.Check(GuardAssertions.Safe(PackageBuilder.Document().Body(body.Replace("\uFFFE", "", StringComparison.Ordinal)).ToBytes()))) { finding.Message(LanguageTable.Vietnamese).ShouldNotBeEmpty(); }
        }).Holds();
    }

    /// <summary>Work grows with the file, not with its square.</summary>
    [Theory]
    [InlineData("", "<w:r><w:t>a</w:t></w:r>", "")]
    [InlineData("<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r>", "<w:r><w:instrText> PAGE </w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:tab/></w:r>", "")]
    [InlineData("<w:r><w:t>Phụ lục</w:t></w:r></w:p>", "<w:p><w:r><w:t>Phụ lục</w:t></w:r></w:p>", "<w:p>")]
    [InlineData("<w:r><w:t>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</w:t></w:r></w:p>", "<w:p><w:r><w:t>Điều 1: a</w:t></w:r></w:p>", "<w:p>")]
    [InlineData("</w:p>", "<w:p><w:pPr><w:sectPr><w:pgSz w:w=\"16838\" w:h=\"11906\"/></w:sectPr></w:pPr></w:p>", "<w:p>")]
    public void LongDocument_IsAnsweredWithinBounds(string before, string repeated, string after)
    {
        var body = $"<w:p>{before}{string.Concat(Enumerable.Repeat(repeated, 60_000))}{after}</w:p>";
        var package = GuardAssertions.Safe(PackageBuilder.Document().Body(body).ToBytes(), LearningCity.Docs.Packages.PackageLimits.Default with { Ratio = 10_000 });
        LayoutChecker.Check(package).Length.ShouldBeLessThanOrEqualTo(1_000);
    }

    [Fact]
    public void Workbook_IsNothingToJudge() => LayoutChecker.Check(GuardAssertions.Safe(PackageBuilder.Workbook().Sheet("A", ["x"]).ToBytes())).ShouldBeEmpty();

    [Fact]
    public void DamagedPart_IsNamed()
    {
        var finding = LayoutChecker.Check(GuardAssertions.Safe(PackageBuilder.Document().With("word/document.xml", "<w:document xmlns:w=\"w\"><w:body><w:p></w:body></w:document>").ToBytes())).ShouldHaveSingleItem();
        finding.Code.ShouldBe("LC1015");
        finding.Location.Text(LanguageTable.Vietnamese).ShouldBe("word/document.xml");
    }

    [Fact]
    public void DamagedStyleSheet_SaysNothing() =>
        LayoutChecker.Check(GuardAssertions.Safe(PackageBuilder.Document().Body(Letters).With("word/styles.xml", "<w:styles").Relationship("word/document.xml", "styles", "styles.xml").ToBytes())).ShouldAllBe(f => f.Code != "LC1015");

    [Fact]
    public void StylesBasedOnEachOther_EndSomewhere()
    {
        const string styles = "<w:styles xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"a\"><w:basedOn w:val=\"b\"/></w:style><w:style w:type=\"paragraph\" w:styleId=\"b\"><w:basedOn w:val=\"a\"/><w:rPr><w:rFonts w:ascii=\"Arial\" w:hAnsi=\"Arial\"/></w:rPr></w:style></w:styles>";
        var findings = LayoutChecker.Check(GuardAssertions.Safe(PackageBuilder.Document().Body(Letters).With("word/styles.xml", styles).Relationship("word/document.xml", "styles", "styles.xml").ToBytes()));
        findings.ShouldContain(f => f.Code == "LC5006", findings.Shown());
    }

    [LibreOffice.Fact]
    public void PlanSavedByLibreOffice_StaysRight() => Saved(OfficialPaper.Plan()).Shown().ShouldBe("");

    [LibreOffice.Fact]
    public void LetterSavedByLibreOffice_StaysRight() => Saved(OfficialPaper.Letter()).Shown().ShouldBe("");

    [LibreOffice.Fact]
    public void BrokenPaperSavedByLibreOffice_KeepsItsFinding() =>
        Saved(OfficialPaper.Letter().Run("đoạn 1", "<w:rFonts w:ascii=\"Arial\" w:hAnsi=\"Arial\"/>").Run("V/v", "<w:b/>").Text("số", "Số: 5/UBND-VX")).Select(f => f.Code).ShouldBe(["LC5006", "LC5012", "LC5017"]);

    private static ImmutableArray<Finding> Saved(OfficialPaper paper) =>
        LayoutChecker.Check(GuardAssertions.Safe(LibreOffice.Convert(LibreOffice.Convert(paper.Bytes(), "docx", "odt"), "odt", "docx")));
}
