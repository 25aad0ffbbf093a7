using System.IO.Compression;
using System.Xml.Linq;
using LearningCity.Docs.Documents;
using LearningCity.Docs.Tests.Support;

namespace LearningCity.Docs.Tests.Documents;

public class SignatureLineTests
{
    private static readonly XNamespace O = "urn:schemas-microsoft-com:office:office", V = "urn:schemas-microsoft-com:vml",
        W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main", R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    public static TheoryData<string> Papers => PaperTests.Papers;

    [Theory]
    [MemberData(nameof(Papers))]
    public void NotAskedFor_LeavesThePaperAsItIs(string id)
    {
        var kind = Kind(id);
        var usual = Render(kind, PaperSamples.Usual(kind));
        Render(kind, PaperSamples.Signed(kind, signed: false)).ShouldBe(usual);
        Lines(usual).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Papers))]
    public void AskedFor_StandsInEveryRoomForASignature(string id)
    {
        var kind = Kind(id);
        var docx = Render(kind, PaperSamples.Signed(kind));
        WordReading.Faults(docx).ShouldBeEmpty();
        Render(kind, PaperSamples.Signed(kind)).ShouldBe(docx);
        var lines = Lines(docx);
        lines.ShouldNotBeEmpty();
        Xml(docx).Descendants(W + "pStyle").Where(s => (string?)s.Attribute(W + "val") == "ChoKy").ShouldAllBe(room => room.Ancestors(W + "p").First().Descendants(O + "signatureline").Count() == 1);
        lines.ShouldAllBe(l => (string?)l.Attribute("issignatureline") == "t");
        var ids = lines.Select(l => (string)l.Attribute("id")!).ToList();
        foreach (var one in ids) { Guid.TryParseExact(one, "B", out _).ShouldBeTrue(one); }
        ids.ShouldBeUnique();
        using var zip = new ZipArchive(new MemoryStream(docx));
        zip.GetEntry("word/media/dong-chu-ky.png").ShouldNotBeNull();
        var picture = (string)lines[0].Parent!.Element(V + "imagedata")!.Attribute(R + "id")!;
        WordReading.Xml(docx, "word/_rels/document.xml.rels").ShouldContain($"Id=\"{picture}\"");
    }

    [Theory]
    [InlineData("to-trinh", "Nguyễn Văn An|PHÓ CHỦ TỊCH")]
    [InlineData("bien-ban", "Trần Thị Bình|THƯ KÝ", "Nguyễn Văn An|CHỦ TỌA")]
    public void Signer_IsNamedWithTheTitle(string id, params string[] signers)
    {
        var kind = Kind(id);
        Lines(Render(kind, PaperSamples.Signed(kind))).Select(l => $"{(string?)l.Attribute(O + "suggestedsigner")}|{(string?)l.Attribute(O + "suggestedsigner2")}").ShouldBe(signers);
    }

    [Fact]
    public void OtherPaper_HasOtherIds()
    {
        string Id(string id) => (string)Lines(Render(Kind(id), PaperSamples.Signed(Kind(id))))[0].Attribute("id")!;
        Id("to-trinh").ShouldNotBe(Id("bao-cao"));
    }

    /// <summary>The room for signature and seal is as high as without it, so no page breaks elsewhere.</summary>
    [LibreOffice.Fact]
    public void Paper_HasAsManyPagesAsWithoutIt()
    {
        var kind = Kind("cong-van-so-lieu");
        static int Pages(byte[] docx) => System.Text.RegularExpressions.Regex.Count(System.Text.Encoding.Latin1.GetString(LibreOffice.Convert(docx, "docx", "pdf")), @"/Type\s*/Page\b");
        Pages(Render(kind, PaperSamples.Signed(kind))).ShouldBe(Pages(Render(kind, PaperSamples.Usual(kind))));
    }

    private static DocumentKind Kind(string id) => PaperSamples.Catalog.Find(id)!;

    private static byte[] Render(DocumentKind kind, DocumentDetails details) => PaperSamples.Documents.Render(kind, PaperSamples.Typical(kind), details);

    private static XDocument Xml(byte[] docx) => XDocument.Parse(WordReading.Xml(docx), LoadOptions.PreserveWhitespace);

    private static List<XElement> Lines(byte[] docx) => [.. Xml(docx).Descendants(O + "signatureline")];
}
