using LearningCity.Docs.Packages;
using LearningCity.Docs.Tests.Support;
using static LearningCity.Docs.Tests.Support.GuardAssertions;

namespace LearningCity.Docs.Tests.Packages;

public class ActiveContentTests
{
    private const string Document = "word/document.xml", Book = "xl/workbook.xml";

    [Theory]
    [InlineData("attachedTemplate", "http://a.example/x.dotm", "bản mẫu")]
    [InlineData("attachedTemplate", "\\\\server\\share\\Normal.dotm", "bản mẫu")]
    [InlineData("attachedTemplate", "file:////server/share/Normal.dotm", "bản mẫu")]
    [InlineData("attachedTemplate", "https://a.example/Normal.dotm", "bản mẫu")] // the name proves nothing
    [InlineData("image", "http://a.example/pixel.png", "hình ảnh")]
    [InlineData("oleObject", "file:///C:\\a.xlsx", "đối tượng liên kết")]
    [InlineData("aFChunk", "http://a.example/a.html", "văn bản chèn")]
    [InlineData("frame", "http://a.example/a.html", "nội dung")]
    public void LinkOutOfADocument_IsRemarked(string type, string target, string named)
    {
        var remark = Remarks(PackageBuilder.Document().Relationship(Document, type, target, external: true)).ShouldHaveSingleItem();
        remark.Code.ShouldBe("LC1020");
        remark.Severity.ShouldBe(Severity.Warning);
        remark.Location.ShouldBe(new Location.Part(Document));
        remark.Value.ShouldBe(target);
        remark.Message(LanguageTable.Vietnamese).ShouldContain($"tham chiếu {named} bên ngoài: {target}");
    }

    [Theory]
    [InlineData("hyperlink", "https://thuvienphapluat.vn/")]
    [InlineData("hyperlink", "http://[malformed:::")]
    [InlineData("attachedTemplate", "Normal.dotm")]
    [InlineData("attachedTemplate", "file:///C:\\Users\\An\\AppData\\Roaming\\Microsoft\\Templates\\Normal.dotm")]
    public void HarmlessLink_IsNotRemarked(string type, string target) =>
        Remarks(PackageBuilder.Document().Relationship(Document, type, target, external: true)).ShouldBeEmpty();

    [Fact]
    public void LinkToAnotherWorkbook_IsRemarked() => Remarks(PackageBuilder.Workbook()
        .With("xl/externalLinks/externalLink1.xml", "<externalLink/>").Type("xl/externalLinks/externalLink1.xml", PackageBuilder.SpreadsheetTypes + "externalLink+xml")
        .Relationship("xl/externalLinks/externalLink1.xml", "externalLinkPath", "số liệu.xlsx", external: true))
        .ShouldHaveSingleItem().Message(LanguageTable.Vietnamese).ShouldContain("sổ tính khác bên ngoài: số liệu.xlsx");

    [Theory]
    [InlineData("oleObject", "embeddings/oleObject1.bin", "OLE")]
    [InlineData("package", "embeddings/sheet.xlsx", "OLE")]
    [InlineData("control", "activeX/activeX1.xml", "ActiveX")]
    [InlineData("aFChunk", "afchunk.docx", "altChunk")]
    public void EmbeddedObject_IsRemarked(string type, string target, string named)
    {
        var remark = Remarks(PackageBuilder.Document().Relationship(Document, type, target)).ShouldHaveSingleItem();
        remark.Code.ShouldBe("LC1021");
        remark.Location.ShouldBe(new Location.Part(Document));
        remark.Message(LanguageTable.Vietnamese).ShouldContain(named);
    }

    [Fact]
    public void EmbeddedText_SaysThatWordShowsItAndWhatToDo()
    {
        var message = Remarks(PackageBuilder.Document().Relationship(Document, "aFChunk", "bieu.mht")).ShouldHaveSingleItem().Message(LanguageTable.Vietnamese);
        message.ShouldContain("word/bieu.mht");
        message.ShouldContain("Word hiển thị nhưng hệ thống không đọc được");
        message.ShouldContain("lưu lại thành tệp .docx mới");
    }

    [Fact]
    public void FiguresOfAChart_AreNotRemarked() =>
        Remarks(PackageBuilder.Document().With("word/charts/chart1.xml", "<c/>").Relationship("word/charts/chart1.xml", "package", "../embeddings/a.xlsx")).ShouldBeEmpty();

    [Theory]
    [InlineData("<w:p><w:r><w:instrText> DDEAUTO c:\\\\windows\\\\cmd.exe</w:instrText></w:r></w:p>")]
    [InlineData("<w:p><w:r><w:instrText>D</w:instrText></w:r><w:r><w:instrText>DE cmd</w:instrText></w:r></w:p>")] // cut over runs
    [InlineData("<w:p><w:r><w:instrText> PAGE </w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText> dde cmd</w:instrText></w:r></w:p>")]
    [InlineData("<w:p><w:fldSimple w:instr=\" DDE cmd\"/></w:p>")]
    public void DdeField_IsRemarked(string markup) =>
        Remarks(PackageBuilder.Document().Body(markup)).ShouldHaveSingleItem().Message(LanguageTable.Vietnamese).ShouldContain("DDE");

    [Theory]
    [InlineData("<w:p><w:r><w:instrText> PAGE </w:instrText></w:r></w:p>")]
    [InlineData("<w:p><w:r><w:instrText> REF DDE </w:instrText></w:r></w:p>")]
    [InlineData("<w:p><w:r><w:t>DDEAUTO instr</w:t></w:r></w:p>")]
    public void OtherField_IsNotRemarked(string markup) => Remarks(PackageBuilder.Document().Body(markup)).ShouldBeEmpty();

    [Fact]
    public void DdeLinkOfAWorkbook_IsRemarked() => Remarks(PackageBuilder.Workbook()
        .With("xl/externalLinks/externalLink1.xml", "<externalLink><ddeLink ddeService=\"cmd\"/></externalLink>")
        .Type("xl/externalLinks/externalLink1.xml", PackageBuilder.SpreadsheetTypes + "externalLink+xml"))
        .ShouldHaveSingleItem().Location.ShouldBe(new Location.Part("xl/externalLinks/externalLink1.xml"));

    public static TheoryData<byte[], bool> Pictures => new()
    {
        { [0x89, .. "PNG\r\n"u8, 0x1A, 0x0A, 0, 0, 0, 13, .. "IHDR"u8, 0, 0, 0x75, 0x30, 0, 0, 0x75, 0x30, 8, 6], true }, // 30,000 by 30,000
        { [0x89, .. "PNG\r\n"u8, 0x1A, 0x0A, 0, 0, 0, 13, .. "IHDR"u8, 0, 0, 0x10, 0, 0, 0, 0x10, 0, 8, 6], false }, // 4,096 by 4,096
        { [0x89, .. "PNG\r\n"u8, 0x1A, 0x0A, 0, 0, 0, 13, .. "IHDR"u8, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 8, 6], true },
        { [.. "GIF89a"u8, 0xFF, 0xFF, 0xFF, 0xFF, 0, 0], true },
        { [.. "BM"u8, .. new byte[16], 0, 0, 1, 0, 0, 0, 0xFF, 0xFF], true }, // upside down
        { [0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 0, 0, 0xFF, 0xC2, 0, 17, 8, 0xFF, 0xFF, 0xFF, 0xFF, 3, 0], true },
        { [0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 0, 0, 0xFF, 0xC0, 0, 17, 8, 0x08, 0x00, 0x08, 0x00, 3, 0], false },
        { [0xFF, 0xD8, 0xFF, 0xE0, 0xFF, 0xFF], false }, // ends too soon to tell
    };

    [Theory]
    [MemberData(nameof(Pictures))]
    public void PictureThatFloodsTheMemory_IsRemarked(byte[] picture, bool floods)
    {
        foreach (var stored in (bool[])[true, false])
        {
            var file = ZipBytes.Of(PackageBuilder.Document().With("word/media/image1.png", [.. picture, .. new byte[50_000]]).Parts().Select(p => p with { Stored = stored }));
            Safe(file).Remarks.Select(r => (r.Code, r.Location)).ShouldBe(floods ? [("LC1025", new Location.Part("word/media/image1.png"))] : []);
        }
    }

    [Fact]
    public void Signature_IsWorthKnowing()
    {
        var remark = Remarks(PackageBuilder.Workbook().With("_xmlsignatures/sig1.xml", "<Signature/>")).ShouldHaveSingleItem();
        remark.Code.ShouldBe("LC1022");
        remark.Severity.ShouldBe(Severity.Info);
    }

    [Fact]
    public void ThousandLinks_AreCutToTheLimit()
    {
        var builder = PackageBuilder.Workbook();
        for (var i = 0; i < 1_000; i++) { builder.Relationship(Book, "image", FormattableString.Invariant($"http://a/{i}"), external: true); }
        Remarks(builder).Length.ShouldBe(PackageLimits.Default.Remarks);
    }

    private static ImmutableArray<Finding> Remarks(PackageBuilder builder) => Safe(builder.ToBytes()).Remarks;
}
