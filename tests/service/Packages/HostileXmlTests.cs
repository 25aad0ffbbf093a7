using System.Text;
using System.Xml;
using LearningCity.Docs.Packages;
using LearningCity.Docs.Tests.Support;
using static LearningCity.Docs.Tests.Support.GuardAssertions;

namespace LearningCity.Docs.Tests.Packages;

/// <summary>Parts made to harm who parses them. What passes the guard may still be malformed, and then says so as <see cref="XmlException"/>, never otherwise.</summary>
public class HostileXmlTests
{
    private const string Custom = "customXml/item1.xml";
    private const string Dtd = "<!DOCTYPE x [<!ENTITY a \"b\">]><x>&a;</x>";

    [Fact]
    public void TwentyThousandNestedControls_AreAFinding()
    {
        var markup = string.Concat(Enumerable.Repeat("<w:sdt><w:sdtContent>", 20_000)) + string.Concat(Enumerable.Repeat("</w:sdtContent></w:sdt>", 20_000));
        var file = PackageBuilder.Document().Body(markup).ToBytes();
        file.Length.ShouldBeLessThan(10_000);
        Refused(file, "LC1012", "word/document.xml").Message(LanguageTable.Vietnamese).ShouldContain("256 cấp");
    }

    [Theory]
    [InlineData(256, true)]
    [InlineData(257, false)]
    public void Depth_IsCountedToTheLimit(int depth, bool safe)
    {
        var file = WithCustom(string.Concat(Enumerable.Repeat("<a b='>'>", depth - 1)) + "<c/>" + string.Concat(Enumerable.Repeat("</a>", depth - 1)));
        if (safe) { ReadAll(Safe(file), Custom).ShouldBe(depth); }
        else { Refused(file, "LC1012", Custom); }
    }

    [Theory]
    [InlineData("word/document.xml")]
    [InlineData("docProps/core.xml")]
    [InlineData("customXml/item1.xml")]
    [InlineData("word/_rels/document.xml.rels")]
    [InlineData("[Content_Types].xml")]
    public void DtdInAnyPart_IsRefused(string part) => Refused(PackageBuilder.Document().With(part, Dtd).ToBytes(), "LC1014", part);

    [Theory]
    [InlineData("<?xml version='1.0'?><!DOCTYPE lolz [<!ENTITY a0 'lol'><!ENTITY a1 '&a0;&a0;'><!ENTITY a2 '&a1;&a1;'>]><lolz>&a2;</lolz>")] // billion laughs
    [InlineData("<!-- <a> --><!DOCTYPE x SYSTEM 'file:///etc/passwd'><x/>")] // external subset
    [InlineData("<?a <!-- ?><!DOCTYPE x PUBLIC '-//a' 'http://a'><x/>")] // the comment is none
    [InlineData("<x><!ENTITY a 'b'></x>")]
    public void DtdHoweverDressed_IsRefused(string xml)
    {
        Refused(WithCustom(xml), "LC1014", Custom);
        Refused(WithCustom([.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(xml)]), "LC1014", Custom);
        Refused(WithCustom(Encoding.BigEndianUnicode.GetBytes(xml)), "LC1014", Custom);
    }

    [Theory]
    [InlineData("<x><!-- <!DOCTYPE x> --></x>")]
    [InlineData("<x><![CDATA[<!DOCTYPE x><!ENTITY]]></x>")]
    [InlineData("<?note <!DOCTYPE x>?><x/>")]
    [InlineData("<x>&lt;!DOCTYPE x&gt;</x>")]
    public void DtdThatIsOnlyText_IsAccepted(string xml) => ReadAll(Safe(WithCustom(xml)), Custom).ShouldBe(1);

    [Fact]
    public void DtdInAPartThatOnlyItsTypeCallsXml_IsRefused() =>
        Refused(PackageBuilder.Document().With("word/odd.dat", Dtd).Type("word/odd.dat", "application/odd+xml").ToBytes(), "LC1014", "word/odd.dat");

    [Fact]
    public void Attributes_AreCountedToTheLimit()
    {
        Safe(WithCustom(Attributes(1_000)));
        Refused(WithCustom(Attributes(1_001)), "LC1013", Custom);
        Refused(WithCustom(Attributes(16_384)), "LC1013", Custom);
    }

    [Fact]
    public void Elements_AreCountedToTheLimit()
    {
        var limits = new PackageLimits { Elements = 1_000 };
        Safe(WithCustom("<a>" + string.Concat(Enumerable.Repeat("<b/>", 999)) + "</a>"), limits);
        Refused(WithCustom("<a>" + string.Concat(Enumerable.Repeat("<b/>", 1_000)) + "</a>"), "LC1013", Custom, limits);
    }

    [Fact]
    public void ThreeMillionElements_AreRefused()
    {
        var noise = new Random(4);
        var xml = new StringBuilder("<a>");
        for (var i = 0; i < 3_000_000; i++) { xml.Append("<b/>").Append((char)('a' + noise.Next(26))); } // noise keeps the ratio low
        Refused(WithCustom(xml.Append("</a>").ToString()), "LC1013", Custom).Message(LanguageTable.Vietnamese).ShouldContain("2.000.000");
    }

    [Theory]
    [InlineData("utf-16", true)]
    [InlineData("utf-16BE", true)]
    [InlineData("utf-16", false)] // no byte order mark
    [InlineData("utf-16BE", false)]
    public void Utf16Part_IsReadAsText(string encoding, bool mark)
    {
        var code = Encoding.GetEncoding(encoding);
        var xml = code.GetBytes("<?xml version=\"1.0\" encoding=\"utf-16\"?><x>Học tập</x>");
        ReadText(Safe(WithCustom(mark ? [.. code.Preamble, .. xml] : xml))).ShouldBe("Học tập");
    }

    [Theory]
    [InlineData("utf-8", "Học tập")]
    [InlineData("UTF-16", "Học tập")] // declares what it is not
    [InlineData("us-ascii", "Hoc tap")]
    public void DeclaredEncoding_IsReadAsText(string declared, string text) =>
        ReadText(Safe(WithCustom($"<?xml version='1.0' encoding='{declared}'?><x>{text}</x>"))).ShouldBe(text);

    [Theory]
    [InlineData("iso-8859-1", new byte[] { 0xE9 }, "é")]
    [InlineData("windows-1252", new byte[] { 0x93 }, "“")]
    [InlineData("windows-1258", new byte[] { 0xF0 }, "đ")]
    public void OneByteEncoding_IsReadAsText(string declared, byte[] letters, string text) =>
        ReadText(Safe(WithCustom([.. Encoding.ASCII.GetBytes($"<?xml version='1.0' encoding='{declared}'?><x>"), .. letters, .. "</x>"u8]))).ShouldBe(text);

    [Theory]
    [InlineData("<?xml version='1.0' encoding='utf-7'?><x>+ADw-</x>")]
    [InlineData("<?xml version='1.0' encoding='IBM037'?><x/>")]
    [InlineData("<?xml version='1.0' encoding='shift_jis'?><x/>")]
    [InlineData("<?xml version='1.0' encoding='us-ascii'?><x>ọ</x>")]
    public void EncodingThatHidesLetters_IsRefused(string xml) => Refused(WithCustom(xml), "LC1015", Custom);

    [Theory]
    [InlineData("[Content_Types].xml")] // parsed by the guard itself
    [InlineData("customXml/item1.xml")]
    public void EncodingDeclaredFarBehind_IsRefused(string part) =>
        Refused(PackageBuilder.Document().With(part, $"<?xml version='1.0'{new string(' ', 5_000)}encoding='utf-7'?><x/>").ToBytes(), "LC1015", part);

    [Fact]
    public void InstructionThatOnlyBeginsLikeADeclaration_IsAccepted() => ReadAll(Safe(WithCustom("<?xml-stylesheet encoding='utf-7'?><x/>")), Custom).ShouldBe(1);

    [Fact]
    public void Utf32Part_IsRefused() => Refused(WithCustom([.. Encoding.UTF32.Preamble, .. Encoding.UTF32.GetBytes("<x/>")]), "LC1015", Custom);

    [Fact]
    public void HalfASurrogate_IsRefused() => Refused(WithCustom([0xFF, 0xFE, (byte)'<', 0, 0x00, 0xD8, (byte)'>', 0]), "LC1015", Custom);

    [Theory]
    [InlineData("<x>\0</x>")]
    [InlineData("<x>")]
    [InlineData("<x a='")]
    [InlineData("<x><!-- ")]
    [InlineData("<x><![CDATA[ ")]
    [InlineData("</x></x><x>")]
    [InlineData("<")]
    [InlineData("no xml at all")]
    [InlineData("<x>\uFFFF</x>")]
    public void MalformedPart_ThrowsXmlExceptionWhereItIsRead(string xml)
    {
        var package = Safe(WithCustom(xml));
        Should.Throw<XmlException>(() => ReadAll(package, Custom));
    }

    [Fact]
    public void BytesThatAreNoUtf8_ThrowXmlExceptionWhereTheyAreRead()
    {
        var package = Safe(WithCustom([.. "<x>"u8, 0xC0, 0xBC, .. "</x>"u8]));
        Should.Throw<XmlException>(() => ReadAll(package, Custom));
    }

    [Fact]
    public void EmptyPart_IsNoXml()
    {
        var package = Safe(WithCustom(""));
        package.OpenXml(Custom).ShouldBeNull();
        package.Part(Custom)!.Value.Length.ShouldBe(0);
    }

    [Fact]
    public void OldDrawingWithOpenTags_IsAccepted() => Safe(PackageBuilder.Workbook().With("xl/drawings/vmlDrawing1.vml", "<xml>" + string.Concat(Enumerable.Repeat("<div><br></div>", 400)) + "</xml>").ToBytes());

    /// <summary>Readers go down into what they are pointed at, whatever it is called: a tree without end would fill the stack, which no program survives.</summary>
    [Fact]
    public void DeepTreeUnderTheNameOfAnOldDrawing_IsNotRead()
    {
        var deep = string.Concat(Enumerable.Repeat("<w:sdt><w:sdtContent>", 100_000));
        var file = PackageBuilder.Document().Without("word/document.xml").With("word/document.vml", "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>" + deep)
            .With("_rels/.rels", $"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"a\" Type=\"{PackageBuilder.Relationships}officeDocument\" Target=\"word/document.vml\"/></Relationships>")
            .Type("word/document.vml", PackageBuilder.WordTypes + "document.main+xml").ToBytes();
        Refused(file, "LC1009", "word/document.vml");
        Safe(PackageBuilder.Document().With("word/header1.vml", deep).ToBytes()).OpenXml("word/header1.vml").ShouldBeNull();
    }

    [Fact]
    public void CommentsAndInstructions_AreLeftOut()
    {
        using var xml = Safe(WithCustom("<?a?><!--b--><x><!--c-->d</x>")).OpenXml(Custom)!;
        var seen = new List<XmlNodeType>();
        while (xml.Read()) { seen.Add(xml.NodeType); }
        seen.ShouldBe([XmlNodeType.Element, XmlNodeType.Text, XmlNodeType.EndElement]);
    }

    private static byte[] WithCustom(string xml) => WithCustom(Encoding.UTF8.GetBytes(xml));

    private static byte[] WithCustom(byte[] xml) => PackageBuilder.Document().With(Custom, xml).ToBytes();

    private static string Attributes(int count) => "<x " + string.Join(' ', Enumerable.Range(0, count).Select(i => FormattableString.Invariant($"a{i}='>'"))) + "/>";

    /// <summary>Reads to the end and returns the greatest depth.</summary>
    private static int ReadAll(SafePackage package, string part)
    {
        using var xml = package.OpenXml(part)!;
        var deepest = 0;
        while (xml.Read()) { if (xml.NodeType == XmlNodeType.Element) { deepest = Math.Max(deepest, xml.Depth + 1); } }
        return deepest;
    }

    private static string ReadText(SafePackage package)
    {
        using var xml = package.OpenXml(Custom)!;
        xml.MoveToContent();
        return xml.ReadElementContentAsString();
    }
}
