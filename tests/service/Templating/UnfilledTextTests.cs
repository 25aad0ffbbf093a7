using System.IO.Compression;
using LearningCity.Docs.Templating;
using LearningCity.Docs.Tests.Support;
using static LearningCity.Docs.Tests.Support.WordBuilder;
using static LearningCity.Docs.Tests.Templating.TemplateFixture;

namespace LearningCity.Docs.Tests.Templating;

/// <summary>A tag where nothing is filled is told with its place: it would stay in the paper.</summary>
public class UnfilledTextTests
{
    private const string Document = "word/document.xml";
    private const string Math = "xmlns:m=\"http://schemas.openxmlformats.org/officeDocument/2006/math\"";
    private const string Drawing = "xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\" xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\"";

    [Theory]
    [InlineData($"<m:oMath {Math}><m:r><m:t>{{{{ten}}}}</m:t></m:r></m:oMath>", "phương trình")]
    [InlineData($"<m:oMath {Math}><m:r><m:t>x + {{</m:t></m:r><m:r><m:t>{{te</m:t></m:r><m:r><m:t>n}}}}</m:t></m:r></m:oMath>", "phương trình")]
    [InlineData($"<m:oMathPara {Math}><m:oMath><m:f><m:num><m:r><m:t>{{{{ten}}}}</m:t></m:r></m:num></m:f></m:oMath></m:oMathPara>", "phương trình")]
    [InlineData("<w:r><w:instrText> DOCPROPERTY {{ten}} </w:instrText></w:r>", "mã trường")]
    [InlineData("<w:r><w:instrText> HYPERLINK \"{</w:instrText></w:r><w:r><w:instrText>{ten</w:instrText></w:r><w:r><w:instrText>}}\"</w:instrText></w:r>", "mã trường")]
    [InlineData("<w:fldSimple w:instr=\" TITLE {{ten}} \"><w:r><w:t>a</w:t></w:r></w:fldSimple>", "mã trường")]
    [InlineData($"<w:r><w:drawing {Drawing}><wp:inline><wp:docPr id=\"1\" name=\"Hình 1\" descr=\"Ảnh {{{{ten}}}}\"/></wp:inline></w:drawing></w:r>", "văn bản thay thế")]
    [InlineData($"<w:r><w:drawing {Drawing}><wp:inline><wp:docPr id=\"1\" name=\"Hình 1\" title=\"{{{{ten}}}}\"/></wp:inline></w:drawing></w:r>", "văn bản thay thế")]
    [InlineData($"<w:r><w:drawing {Drawing}><wp:inline><a:p><a:r><a:t>{{{{te</a:t></a:r><a:r><a:t>n}}}}</a:t></a:r></a:p></wp:inline></w:drawing></w:r>", "hình vẽ")]
    [InlineData("<w:r><w:pict><v:shape xmlns:v=\"urn:schemas-microsoft-com:vml\" alt=\"{{ten}}\"/></w:pict></w:r>", "văn bản thay thế")]
    [InlineData("<w:r><w:ruby><w:rt><w:r><w:t>{{ten}}</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>a</w:t></w:r></w:rubyBase></w:ruby></w:r>", "hình vẽ hoặc chữ chú âm")]
    public void TagInAPlaceThatIsNotFilled_IsAFaultWithItsPlace(string content, string place)
    {
        var finding = TemplateCheck.Check(new WordBuilder(P("{{ten}}"), Para(R("xem "), content), P("{{ten}}")).Build(), "mau.docx", Model(("ten", "x"))).ShouldHaveSingleItem();
        (finding.Code, finding.Severity, finding.Location).ShouldBe(("LC9023", Severity.Error, new Location.Paragraph(Document, null, null, null, 2)));
        finding.Value.ShouldBe("{{ten}}");
        finding.Message(LanguageTable.Vietnamese).ShouldContain("đứng trong " + place);
    }

    [Theory]
    [InlineData($"<m:oMath {Math}><m:r><m:t>{{x}}</m:t></m:r></m:oMath>")]
    [InlineData("<w:r><w:instrText> MACROBUTTON {5AE2-01} </w:instrText></w:r>")]
    [InlineData("<w:hyperlink w:anchor=\"a\"><w:r><w:t>{{te</w:t></w:r><w:r><w:t>n}}</w:t></w:r></w:hyperlink>")]
    public void TextThatIsNoTagOrIsFilled_IsNone(string content) => TemplateCheck.Check(new WordBuilder(Para(content)).Build(), "mau.docx", Model(("ten", "x"))).ShouldBeEmpty();

    [Fact]
    public void DescriptionOfATable_IsAFaultAtItsFirstParagraph()
    {
        var table = Table(Texts("a", "b")).Replace("<w:tblPr>", "<w:tblPr><w:tblCaption w:val=\"{{ten}}\"/>", StringComparison.Ordinal);
        table.ShouldContain("tblCaption");
        TemplateCheck.Check(new WordBuilder(table, P("")).Build(), "mau.docx", shape: null).Select(f => (f.Code, f.Location)).ShouldBe([("LC9023", new Location.Paragraph(Document, 1, 1, 1, 1))]);
    }

    [Theory]
    [InlineData("word/charts/chart1.xml", "<c:chart xmlns:c=\"c\" xmlns:a=\"a\"><a:p><a:r><a:t>Năm {</a:t></a:r><a:r><a:t>{nam}</a:t></a:r><a:r><a:t>}</a:t></a:r></a:p></c:chart>", "{{nam}}")]
    [InlineData("word/charts/chart1.xml", "<c:chart xmlns:c=\"c\"><c:v>{{nam}}</c:v></c:chart>", "{{nam}}")]
    [InlineData("word/diagrams/data1.xml", "<d xmlns:a=\"a\"><a:p><a:t>{{nam}}</a:t></a:p></d>", "{{nam}}")]
    [InlineData("word/settings.xml", "<s><docVar val=\"{{nam}}\"/></s>", "{{nam}}")]
    [InlineData("word/_rels/footer9.xml.rels", "<R><Relationship Id=\"a\" Target=\"https://vi.du/?nam=%7B%7Bnam%7D%7D\"/></R>", "{{nam}}")]
    [InlineData("word/afchunk.htm", "<p>{{nam}}<br></p>", "{{nam}}<br></p>")]
    public void TagInAPartThatIsNotFilled_IsAFaultOfThePart(string part, string xml, string tag) =>
        Check(part, xml).Select(f => (f.Code, f.Severity, f.Location, f.Value)).ShouldBe([("LC9020", Severity.Error, new Location.Part(part), tag)]);

    [Theory]
    [InlineData("word/theme/theme1.xml", "<t><e uri=\"{05A4C25C-085E-4340-85A3-A5531E510DB2}\"/><e uri=\"{05A4C25C-085E-4340-85A3-A5531E510DB3}\"/></t>")]
    [InlineData("word/comments.xml", "<c><t>{{nam}}</t></c>")]
    [InlineData("word/media/image1.png", "{{nam}}")]
    public void PartWithoutTagsOrForTheAuthorOnly_IsNone(string part, string xml) => Check(part, xml).ShouldBeEmpty();

    [Theory]
    [InlineData("docProps/custom.xml")]
    [InlineData("customXml/item1.xml")]
    public void Properties_AreFilled(string part) => Check(part, "<p>{{nam}}</p>").ShouldBeEmpty();

    [Fact]
    public void EquationOfTheCase_IsToldWithItsPlace()
    {
        var findings = TemplateCheck.Check(new WordBuilder(P("{{nam}}"), Table(Texts("a", "b"), Row(Cell("c"), CellOf(Para($"<m:oMath {Math}><m:r><m:t>{{{{so.tong | so}}}}</m:t></m:r></m:oMath>"))))).Build(), "mau.docx", shape: null);
        findings.Select(f => (f.Code, f.Location, f.Value)).ShouldBe([("LC9023", new Location.Paragraph(Document, 1, 2, 2, 1), "{{so.tong | so}}")]);
    }

    private static ImmutableArray<Finding> Check(string part, string xml)
    {
        using var file = new MemoryStream();
        file.Write(new WordBuilder(P("a")).Build());
        using (var zip = new ZipArchive(file, ZipArchiveMode.Update, leaveOpen: true))
        {
            zip.GetEntry(part)?.Delete();
            using var writer = new StreamWriter(zip.CreateEntry(part).Open());
            writer.Write(xml);
        }
        return TemplateCheck.Check(file.ToArray(), "mau.docx", Model(("nam", "2025")));
    }
}
