using System.Security;
using LearningCity.Docs.Templating;
using LearningCity.Docs.Tests.Support;
using static LearningCity.Docs.Tests.Support.WordBuilder;
using static LearningCity.Docs.Tests.Templating.TemplateFixture;

namespace LearningCity.Docs.Tests.Templating;

/// <summary>Word cuts a tag wherever it likes: at every place, by everything that may stand there, the output is that of the whole tag.</summary>
public class SplitTagTests
{
    private const string First = "<w:rPr><w:b/></w:rPr>", Second = "<w:rPr><w:i/><w:lang w:val=\"en-US\"/></w:rPr>";

    /// <summary>What stands between the two halves of a text cut in the run of the first.</summary>
    public static TheoryData<string> Interruptions => new(
        $"</w:t></w:r><w:r>{Second}<w:t xml:space=\"preserve\">",
        $"</w:t></w:r><w:r w:rsidR=\"00AB12CD\">{First}<w:t xml:space=\"preserve\">",
        $"</w:t></w:r><w:proofErr w:type=\"spellStart\"/><w:r>{First}<w:t xml:space=\"preserve\">",
        $"</w:t></w:r><w:proofErr w:type=\"spellEnd\"/><w:proofErr w:type=\"gramStart\"/><w:r>{Second}<w:t xml:space=\"preserve\">",
        $"</w:t></w:r><w:bookmarkStart w:id=\"9\" w:name=\"_GoBack\"/><w:bookmarkEnd w:id=\"9\"/><w:r>{Second}<w:t xml:space=\"preserve\">",
        $"</w:t></w:r><w:r>{First}<w:lastRenderedPageBreak/><w:t xml:space=\"preserve\">",
        $"</w:t><w:lastRenderedPageBreak/><w:t xml:space=\"preserve\">",
        "</w:t><w:softHyphen/><w:t xml:space=\"preserve\">",
        $"</w:t></w:r><w:del w:id=\"3\" w:author=\"a\"><w:r>{First}<w:delText>zz}}</w:delText></w:r></w:del><w:r>{First}<w:t xml:space=\"preserve\">",
        $"</w:t></w:r><w:ins w:id=\"4\" w:author=\"a\"><w:r>{Second}<w:t></w:t></w:r></w:ins><w:r>{First}<w:t xml:space=\"preserve\">",
        $"</w:t></w:r><w:commentRangeStart w:id=\"5\"/><w:commentRangeEnd w:id=\"5\"/><w:r>{Second}<w:t xml:space=\"preserve\">",
        $"</w:t></w:r><w:smartTag w:uri=\"u\" w:element=\"e\"><w:r>{Second}<w:t></w:t></w:r></w:smartTag><w:r>{Second}<w:t xml:space=\"preserve\">",
        $"</w:t></w:r><w:r>{Second}<w:t></w:t></w:r><w:r>{Second}<w:t xml:space=\"preserve\">");

    private static readonly Dictionary<string, object?> Data = Model(("ten", "Ba Đình"), ("co", true), ("so_lieu", 1234.5m),
        ("rows", List(Model(("ten", "a"), ("dau", true)), Model(("ten", "b"), ("dau", false)))));

    [Theory, MemberData(nameof(Interruptions))]
    public void EveryCutOfEveryTag_MakesTheSameDocument(string interruption)
    {
        string[] texts = ["{{if co}}", "{{ten}}", "{{so_lieu | so}}", "{{end}}", "{{for hang in rows}}", "{{merge hang.dau}}", "{{hang.ten}}", "{{end}}", "{{rows_ten | noi “; ”}}"];
        Data["rows_ten"] = List("a", "b");
        var whole = Text(texts, -1, 0, "");
        var cuts = 0;
        for (var tag = 0; tag < texts.Length; tag++)
        {
            for (var at = 1; at < texts[tag].Length; at++, cuts++) { Text(texts, tag, at, interruption).ShouldBe(whole, $"{texts[tag]} at {at}"); }
        }
        cuts.ShouldBe(texts.Sum(t => t.Length - 1));
    }

    [Fact]
    public void TwoCuts_KeepTheFormatOfTheFirstRun()
    {
        var docx = Fill(Model(("ten", "x")), Para(R("a ", "<w:u w:val=\"single\"/>"), R("{", "<w:b/>"), R("{te", "<w:i/>"), R("n}", "<w:color w:val=\"FF0000\"/>"), R("} z", "<w:strike/>")));
        WordReading.Xml(docx).ShouldContain("<w:r><w:rPr><w:b/></w:rPr><w:t xml:space=\"preserve\">x</w:t></w:r><w:r><w:rPr><w:strike/></w:rPr><w:t xml:space=\"preserve\"> z</w:t></w:r>");
    }

    [Fact]
    public void NoBreakHyphenAndBlanksInATag_AreItsCharacters()
    {
        var docx = Fill(Model(("l", List("a", "b"))), "<w:p><w:r><w:t>{{l\u00A0| noi “</w:t><w:noBreakHyphen/><w:t>”\u200B}}</w:t></w:r></w:p>");
        WordReading.Paragraphs(docx).ShouldBe(["a-b"]);
    }

    [Fact]
    public void BlanksThatWordHides_StayHidden() =>
        WordReading.Paragraphs(Fill(Model(("ten", "x")), "<w:p><w:r><w:t>a </w:t></w:r><w:r><w:t> {{ten}} </w:t></w:r></w:p>")).ShouldBe(["ax"]);

    /// <summary>The document's XML; the runs' formats are compared too.</summary>
    private static string Text(string[] tags, int cutTag, int cutAt, string interruption)
    {
        var run = 0;
        string Run(string before = "", string after = "")
        {
            var tag = tags[run];
            var text = run++ == cutTag ? SecurityElement.Escape(tag[..cutAt]) + interruption + SecurityElement.Escape(tag[cutAt..]) : SecurityElement.Escape(tag);
            return $"<w:p><w:r>{First}<w:t xml:space=\"preserve\">{before}{text}{after}</w:t></w:r></w:p>";
        }
        var body = Run() + Run("a ", " b") + Run("c ") + Run() + Table(Row(CellOf(Run())), Row(CellOf(Run("", "x")), CellOf(Run())), Row(CellOf(Run()))) + Run();
        var xml = WordReading.Xml(WordTemplate.Compile(new WordBuilder(body).Build(), "mau.docx").Render(Data));
        // What stood in the middle of a tag stays behind it: an empty run of the interruption, a bookmark, the format of the second half.
        return System.Text.RegularExpressions.Regex.Replace(xml, "<w:bookmark[^>]*>|<w:r>(<w:rPr>(<w:i/><w:lang w:val=\"en-US\"/>|<w:b/>)</w:rPr>)?(<w:t xml:space=\"preserve\"(/>|></w:t>))?</w:r>", "")
            .Replace(Second, First, StringComparison.Ordinal).Replace($"</w:t></w:r><w:r>{First}<w:t xml:space=\"preserve\">", "", StringComparison.Ordinal).Replace("</w:t><w:t xml:space=\"preserve\">", "", StringComparison.Ordinal);
    }
}
