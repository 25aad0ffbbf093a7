using LearningCity.Docs.Layout;
using LearningCity.Docs.Tests.Reading;
using LearningCity.Docs.Tests.Support;
using static LearningCity.Docs.Tests.Support.WordBuilder;

namespace LearningCity.Docs.Tests.Layout;

public class StoryReaderTests
{
    private const string Begin = "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r>", Separate = "<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>", End = "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>";

    [Fact]
    public void DeletedRowsAndCells_AreNotThere()
    {
        var row = "<w:tr><w:trPr><w:del w:id=\"1\" w:author=\"a\"/></w:trPr>" + Cell("bỏ") + "</w:tr>";
        var cell = "<w:tc><w:tcPr><w:cellDel w:id=\"1\" w:author=\"a\"/></w:tcPr>" + P("bỏ ô") + "</w:tc>";
        var paper = Read(Table(row, Row(cell, Cell("còn"))));
        Texts(paper).ShouldBe(["còn"]);
        (paper[0].Place.Row, paper[0].Place.Column).ShouldBe((1, 1));
    }

    [Fact]
    public void ParagraphsWhoseMarkIsDeleted_AreOne_InTheFormattingOfTheSecond()
    {
        var first = $"<w:p><w:pPr><w:jc w:val=\"center\"/><w:rPr><w:del w:id=\"1\" w:author=\"a\"/></w:rPr></w:pPr>{R("Kính ")}</w:p>";
        var paper = Read(first, $"<w:p><w:pPr><w:jc w:val=\"right\"/></w:pPr>{R("gửi")}</w:p>", P("hết"));
        Texts(paper).ShouldBe(["Kính gửi", "hết"]);
        paper[0].Format.Alignment.ShouldBe(Alignment.Right);
        paper[1].Place.Number.ShouldBe(3);
    }

    [Fact]
    public void OfNestedFields_OnlyTheResultIsText_AndThePageIsFound()
    {
        string Code(string text) => $"<w:r><w:instrText>{text}</w:instrText></w:r>";
        var page = Begin + Code("PAGE") + Separate + R("1") + End;
        var paper = Read(Para(Begin, Code("IF"), page, Code("=1"), R("không"), Separate, R("có"), End), Para(page), Para($"<w:fldSimple w:instr=\" PAGE \">{R("2")}</w:fldSimple>"));
        Texts(paper).ShouldBe(["có", "1", "2"]);
        paper.Select(p => p.Page?.Instruction).ShouldBe([null, "PAGE", "PAGE"]);
    }

    [Fact]
    public void HiddenText_IsNotThere_AndStruckTextIs() =>
        Texts(Read(Para(R("a"), R("ẩn", "<w:vanish/>"), R("trắng", "<w:color w:val=\"FFFFFF\"/>"), R("b", "<w:strike/>")))).ShouldBe(["ab"]);

    [Fact]
    public void Equation_IsText() =>
        Texts(Read(Para(R("là "), "<m:oMath xmlns:m=\"http://schemas.openxmlformats.org/officeDocument/2006/math\"><m:f><m:num><m:r><m:t>1</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den></m:f></m:oMath>"))).ShouldBe(["là 1/2"]);

    private static ImmutableArray<PaperParagraph> Read(params string[] body) => PaperReader.Read(Reads.Package(new WordBuilder(body).Build())).Paragraphs;

    private static string[] Texts(ImmutableArray<PaperParagraph> paragraphs) => [.. paragraphs.Select(p => string.Concat(p.Runs.Select(r => r.Text)))];
}
