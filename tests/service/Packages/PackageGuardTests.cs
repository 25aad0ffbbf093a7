using System.Text;
using LearningCity.Docs.Packages;
using LearningCity.Docs.Tests.Support;
using static LearningCity.Docs.Tests.Support.GuardAssertions;

namespace LearningCity.Docs.Tests.Packages;

public class PackageGuardTests
{
    [Fact]
    public void Workbook_IsSafe()
    {
        var package = Safe(PackageBuilder.Workbook().Sheet("Phụ lục IIIb", ["Chỉ tiêu", "Kết quả"], ["1.1", 95.5m, true, null, "Đạt"]).ToBytes());
        package.Kind.ShouldBe(PackageKind.Workbook);
        package.MainPart.ShouldBe("xl/workbook.xml");
        package.Remarks.ShouldBeEmpty();
        package.PartNames.ShouldBe(["[Content_Types].xml", "_rels/.rels", "xl/_rels/workbook.xml.rels", "xl/workbook.xml", "xl/worksheets/sheet1.xml"]);
        PartText(package, "XL/Worksheets/SHEET1.xml").ShouldContain("<v>95.5</v>");
        package.Relationships("xl/workbook.xml").ShouldHaveSingleItem().Target.ShouldBe("xl/worksheets/sheet1.xml");
    }

    [Fact]
    public void Document_IsSafe()
    {
        var package = Safe(PackageBuilder.Document().Paragraph("PHỤ LỤC IIIb").Table(["1.1", "Đạt"], ["1.2", "Không đạt"]).ToBytes());
        package.Kind.ShouldBe(PackageKind.Document);
        package.MainPart.ShouldBe("word/document.xml");
        package.Relationships("word/document.xml").ShouldBeEmpty();
    }

    [Fact]
    public void FileInsideALargerBuffer_IsReadFromItsOwnStart()
    {
        var stored = PackageBuilder.Workbook().Sheet("A", ["x"]).Parts().Select(p => p with { Stored = p.Name.StartsWith("xl/", StringComparison.Ordinal) });
        byte[] buffer = [1, 2, 3, .. ZipBytes.Of(stored)];
        var package = PackageGuard.Open(buffer.AsMemory(3)).ShouldBeOfType<GuardResult.Safe>().Package;
        using var xml = package.OpenXml(package.MainPart)!;
        xml.MoveToContent();
        xml.LocalName.ShouldBe("workbook");
    }

    [Fact]
    public void BuiltPackages_OpenInTheSdk()
    {
        using var workbook = DocumentFormat.OpenXml.Packaging.SpreadsheetDocument.Open(
            new MemoryStream(PackageBuilder.Workbook().Sheet("A", ["x", 1, true]).Sheet("B").ToBytes()), false);
        using var document = DocumentFormat.OpenXml.Packaging.WordprocessingDocument.Open(
            new MemoryStream(PackageBuilder.Document().Paragraph("x").Table(["a"], ["b"]).Paragraph("").ToBytes()), false);
        var validator = new DocumentFormat.OpenXml.Validation.OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Office2019);
        validator.Validate(workbook).Concat(validator.Validate(document)).Select(e => e.Description).ShouldBeEmpty();
    }

    [Fact]
    public void FileTooLarge_IsRefusedBeforeItIsRead()
    {
        var file = PackageBuilder.Workbook().ToBytes();
        var finding = Refused(file, "LC1005", "Toàn tệp", new PackageLimits { FileBytes = file.Length - 1 });
        finding.Message(LanguageTable.Vietnamese).ShouldContain("giới hạn");
        Safe(file, new PackageLimits { FileBytes = file.Length });
    }

    [Theory]
    [InlineData("", "tệp rỗng")]
    [InlineData("%PDF-1.7 …", "tệp PDF")]
    [InlineData("{\\rtf1\\ansi", "tệp RTF")]
    [InlineData("<!DOCTYPE html><table>", "trang web (HTML)")]
    [InlineData("<html xmlns:x=\"urn:schemas-microsoft-com:office:excel\">", "trang web (HTML)")] // an .xls of many reporting programs
    [InlineData("<?xml version=\"1.0\"?><Workbook/>", "tệp XML")]
    [InlineData("Chỉ tiêu;Kết quả\r\n1.1;Đạt", "tệp văn bản thuần (như CSV)")]
    [InlineData("\u0001\u0002\u0003", "tệp thuộc loại không nhận ra được")]
    [InlineData("Rar!\u001a", "tệp nén (RAR, 7z)")]
    public void AnotherKindOfFile_IsNamed(string content, string named) =>
        Refused(Encoding.UTF8.GetBytes(content), "LC1001", "Toàn tệp").Message(LanguageTable.Vietnamese).ShouldContain(named);

    [Fact]
    public void Utf16Text_IsNamed() => Refused([.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes("Chỉ tiêu\tKết quả")], "LC1001", "Toàn tệp")
        .Message(LanguageTable.English).ShouldContain("plain text");

    [Fact]
    public void PhotographOfTheForm_IsNamed() =>
        Refused([0xFF, 0xD8, 0xFF, 0xE0, 0, 16], "LC1001", "Toàn tệp").Message(LanguageTable.Vietnamese).ShouldContain("tệp ảnh");

    [Fact]
    public void OpenDocument_IsNamed()
    {
        var ods = ZipBytes.Of(new ZipItem("mimetype", "application/vnd.oasis.opendocument.spreadsheet"u8.ToArray()) { Stored = true }, new ZipItem("content.xml", "<a/>"u8.ToArray()));
        Refused(ods, "LC1001", "Toàn tệp").Message(LanguageTable.Vietnamese).ShouldContain("OpenDocument");
    }

    [Fact]
    public void OrdinaryZip_IsNamed() =>
        Refused(ZipBytes.Of(new ZipItem("ảnh.txt", [1])), "LC1001", "Toàn tệp").Message(LanguageTable.Vietnamese).ShouldContain("ZIP");

    [Theory]
    [InlineData("WordDocument", "LC1002", ".doc")]
    [InlineData("Workbook", "LC1002", ".xls")]
    [InlineData("Book", "LC1002", ".xls")] // Excel 5 and 95
    [InlineData("EncryptedPackage", "LC1003", "mật khẩu")]
    [InlineData("PowerPoint Document", "LC1017", "PowerPoint")]
    [InlineData("__properties_version1.0", "LC1001", "không nhận ra")] // a mail of Outlook
    public void CompoundFile_IsNamedByItsDirectory(string stream, string code, string said)
    {
        var file = new byte[4096];
        new byte[] { 0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1 }.CopyTo(file, 0);
        Encoding.Unicode.GetBytes("Root Entry").CopyTo(file, 1024);
        file[1024 + 64] = 22;
        Encoding.Unicode.GetBytes(stream).CopyTo(file, 1152);
        file[1152 + 64] = (byte)(2 * stream.Length + 2);
        Refused(file, code, "Toàn tệp").Message(LanguageTable.Vietnamese).ShouldContain(said);
    }

    [Fact]
    public void MacroType_IsRefusedWhateverTheFileIsCalled()
    {
        var renamed = PackageBuilder.Workbook().Type("xl/workbook.xml", "application/vnd.ms-excel.sheet.macroEnabled.main+xml").ToBytes();
        Refused(renamed, "LC1004", "Toàn tệp").Message(LanguageTable.Vietnamese).ShouldContain(".xlsx");
    }

    [Fact]
    public void MacroPart_IsRefused() =>
        Refused(PackageBuilder.Document().With("word/vbaProject.bin", [1, 2]).ToBytes(), "LC1004", "Toàn tệp").Message(LanguageTable.Vietnamese).ShouldContain(".docx");

    [Fact]
    public void MacroSheetOfExcel4_IsRefused() =>
        Refused(PackageBuilder.Workbook().With("xl/macrosheets/sheet1.xml", "<x/>").Type("xl/macrosheets/sheet1.xml", "application/vnd.ms-excel.macrosheet+xml").ToBytes(), "LC1004", "Toàn tệp");

    [Fact]
    public void BinaryWorkbook_IsNamedBeforeItsMacros() => Refused(PackageBuilder.Workbook().Without("xl/workbook.xml").With("xl/workbook.bin", [1]).With("xl/vbaProject.bin", [1])
        .With("_rels/.rels", RootTo(PackageBuilder.Relationships + "officeDocument", "xl/workbook.bin")).With("[Content_Types].xml", BinaryDefault("")).ToBytes(), "LC1016", "Toàn tệp");

    [Fact]
    public void BinaryTypeThatNoMainPartHas_IsAccepted() => Safe(PackageBuilder.Workbook().With("xl/printerSettings/printerSettings1.bin", [1])
        .With("[Content_Types].xml", BinaryDefault($"<Override PartName=\"/xl/workbook.xml\" ContentType=\"{PackageBuilder.SpreadsheetTypes}sheet.main+xml\"/>")).ToBytes());

    [Fact]
    public void PackageWithoutAnyMainPart_IsDamaged() =>
        Refused(PackageBuilder.Workbook().Without("_rels/.rels").With("[Content_Types].xml", BinaryDefault("")).ToBytes(), "LC1009", "Toàn tệp");

    [Theory]
    [InlineData("application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml", "PowerPoint")]
    [InlineData("application/vnd.ms-visio.drawing.main+xml", "Visio")]
    [InlineData("application/vnd.ms-package.xps-fixeddocumentsequence+xml", "chương trình khác")]
    public void AnotherOfficeFile_IsNamed(string type, string named) =>
        Refused(PackageBuilder.Workbook().Type("xl/workbook.xml", type).ToBytes(), "LC1017", "Toàn tệp").Message(LanguageTable.Vietnamese).ShouldContain(named);

    [Theory]
    [InlineData("/xl/workbook.xml")]
    [InlineData("./xl/../xl/workbook.xml")]
    [InlineData("XL/Workbook.xml")]
    [InlineData("\\xl\\workbook.xml")]
    [InlineData("xl/work%62ook.xml")]
    [InlineData("../../xl/workbook.xml")] // leads above the root, which has no above
    public void MainPart_IsFoundHoweverItsTargetIsSpelled(string target) => Safe(PackageBuilder.Workbook()
        .With("_rels/.rels", RootTo("http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument", target)).ToBytes()).MainPart.ShouldBe("xl/workbook.xml");

    [Fact]
    public void StrictPackage_IsSafe() => Safe(PackageBuilder.Workbook()
        .With("_rels/.rels", RootTo("http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument", "xl/workbook.xml")).ToBytes()).MainPart.ShouldBe("xl/workbook.xml");

    [Fact]
    public void PackageWithoutRootRelationships_IsToldByItsTypes() =>
        Safe(PackageBuilder.Document().Without("_rels/.rels").ToBytes()).MainPart.ShouldBe("word/document.xml");

    [Fact]
    public void PackageWithoutMainPart_IsDamaged() =>
        Refused(PackageBuilder.Document().Without("word/document.xml").ToBytes(), "LC1009", "word/document.xml").Message(LanguageTable.Vietnamese).ShouldContain("nội dung chính");

    [Fact]
    public void TwoMainParts_AreRefused()
    {
        var two = PackageBuilder.Document().With("word/document2.xml", "<x/>").Type("word/document2.xml", PackageBuilder.WordTypes + "document.main+xml");
        Refused(two.Relationship("", "officeDocument", "word/document2.xml").ToBytes(), "LC1009", "Toàn tệp").Message(LanguageTable.Vietnamese).ShouldContain("hai phần");
    }

    [Fact]
    public void Template_IsFilledInLikeADocument() =>
        Safe(PackageBuilder.Document().Type("word/document.xml", PackageBuilder.WordTypes + "template.main+xml").ToBytes()).Kind.ShouldBe(PackageKind.Document);

    [Theory]
    [InlineData("[Content_Types].xml", "<Types><Default")]
    [InlineData("_rels/.rels", "<Relationships><Relationship></Relationships>")]
    [InlineData("_rels/.rels", "")]
    public void BrokenPlumbing_IsDamagedXml(string part, string xml) => Refused(PackageBuilder.Workbook().With(part, xml).ToBytes(), "LC1015", part);

    [Fact]
    public void Picture_IsUnpackedWhenAskedFor()
    {
        var picture = new byte[70_000];
        new Random(1).NextBytes(picture);
        var package = Safe(PackageBuilder.Document().With("word/media/image1.png", picture).ToBytes());
        package.Part("word/media/image1.png")!.Value.Span.SequenceEqual(picture).ShouldBeTrue();
        package.OpenXml("word/media/image1.png").ShouldBeNull();
        package.Part("word/media/image2.png").ShouldBeNull();
    }

    /// <summary>What SheetJS writes into every workbook.</summary>
    private static string BinaryDefault(string overrides) =>
        "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"bin\" ContentType=\"application/vnd.ms-excel.sheet.binary.macroEnabled.main\"/>"
        + $"<Default Extension=\"xml\" ContentType=\"application/xml\"/>{overrides}</Types>";

    private static string RootTo(string type, string target) =>
        $"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"a\" Type=\"{type}\" Target=\"{target}\"/></Relationships>";
}
