using LearningCity.Docs.OpenXml;
using LearningCity.Docs.Reading;
using LearningCity.Docs.Tests.Reading;
using LearningCity.Docs.Tests.Support;
using static LearningCity.Docs.Tests.Support.WordBuilder;

namespace LearningCity.Docs.Tests.OpenXml;

/// <summary>What a person sees in a cell of a Word table, told by the reader that stands on the walker.</summary>
public class WordStoryWalkerTests
{
    private const string Math = "xmlns:m=\"http://schemas.openxmlformats.org/officeDocument/2006/math\"";

    [Theory]
    [InlineData("<w:strike/>", "[cũ]")]
    [InlineData("<w:dstrike/>", "[cũ]")]
    [InlineData("<w:strike w:val=\"0\"/>", "cũ")]
    [InlineData("<w:rStyle w:val=\"Gach\"/>", "[cũ]")]
    [InlineData("<w:rStyle w:val=\"GachDuoi\"/>", "[cũ]")]
    [InlineData("<w:rStyle w:val=\"Gach\"/><w:strike w:val=\"false\"/>", "cũ")]
    [InlineData("<w:vanish/>", "{cũ}")]
    [InlineData("<w:webHidden/>", "cũ")]
    [InlineData("<w:rStyle w:val=\"An\"/>", "{cũ}")]
    [InlineData("<w:color w:val=\"FFFFFF\"/>", "{cũ}")]
    [InlineData("<w:color w:val=\"fefefe\"/>", "{cũ}")]
    [InlineData("<w:color w:val=\"FF0000\"/>", "cũ")]
    [InlineData("<w:color w:val=\"auto\"/>", "cũ")]
    [InlineData("<w:color w:val=\"FFFFFF\"/><w:highlight w:val=\"red\"/>", "cũ")]
    [InlineData("<w:color w:val=\"FFFF00\"/><w:highlight w:val=\"yellow\"/>", "{cũ}")]
    [InlineData("<w:color w:val=\"00B050\"/><w:shd w:val=\"clear\" w:fill=\"00B050\"/>", "{cũ}")]
    [InlineData("<w:color w:val=\"FFFFFF\"/><w:shd w:val=\"pct50\" w:color=\"000000\" w:fill=\"FFFFFF\"/>", "cũ")]
    [InlineData("<w:strike/><w:rPrChange w:id=\"1\" w:author=\"a\"><w:rPr><w:vanish/></w:rPr></w:rPrChange>", "[cũ]")]
    public void RunThatIsStruckOrNotSeen_IsNoText(string properties, string seen) => Sketch(Para(R("Đạt "), R("cũ", properties))).ShouldBe("Đạt " + seen);

    [Fact]
    public void HiddenText_IsHiddenThroughTheParagraphsStyle_TheDefaults_AndNotTwice()
    {
        var paragraph = $"<w:p><w:pPr><w:pStyle w:val=\"AnCaDoan\"/></w:pPr>{R("a")}{R("b", "<w:vanish w:val=\"0\"/>")}{R("c", "<w:rStyle w:val=\"An\"/>")}</w:p>";
        Sketch(paragraph).ShouldBe("{a}bc");
        Sketch(Para(R("a")), "<w:docDefaults><w:rPrDefault><w:rPr><w:vanish/></w:rPr></w:rPrDefault></w:docDefaults>").ShouldBe("{a}");
    }

    [Theory]
    [InlineData("<w:tcPr><w:shd w:val=\"clear\" w:fill=\"1F4E79\"/></w:tcPr>", "FFFFFF", "a")]
    [InlineData("<w:tcPr><w:shd w:val=\"clear\" w:fill=\"1F4E79\"/></w:tcPr>", "1F4E79", "{a}")]
    [InlineData("<w:tcPr><w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"auto\"/></w:tcPr>", "FFFFFF", "{a}")]
    [InlineData("", "FFFFFF", "{a}")]
    public void ColourOfTheGround_IsTheCells(string cell, string colour, string seen) =>
        Sketch(Reads.Table(File($"<w:tbl><w:tr><w:tc>{cell}{Para(R("a", $"<w:color w:val=\"{colour}\"/>"))}</w:tc></w:tr></w:tbl>")).At(1, 1)!).ShouldBe(seen);

    /// <summary>Which cells a table style colours cannot be told, so nothing is called hidden.</summary>
    [Fact]
    public void WhiteText_InATableOfAColouredStyle_IsSeen()
    {
        string Of(string style) => Sketch(Reads.Table(File($"<w:tbl><w:tblPr><w:tblStyle w:val=\"{style}\"/></w:tblPr><w:tr><w:tc>{Para(R("a", "<w:color w:val=\"FFFFFF\"/>"))}</w:tc></w:tr></w:tbl>")).At(1, 1)!);
        Of("Luoi").ShouldBe("{a}");
        Of("Mau").ShouldBe("a");
    }

    [Theory]
    [InlineData("82,4", "<w:vertAlign w:val=\"superscript\"/>", "2", "82,4", "2")]
    [InlineData("82,4", "<w:position w:val=\"8\"/>", "2", "82,4", "2")]
    [InlineData("82,4", "<w:position w:val=\"2\"/>", "2", "82,42", "")]
    [InlineData("82,4%", "<w:rStyle w:val=\"Cao\"/>", "(1)", "82,4%", "(1)")]
    [InlineData("120 m", "<w:vertAlign w:val=\"superscript\"/>", "2", "120 m2", "")]
    [InlineData("CO", "<w:vertAlign w:val=\"subscript\"/>", "2", "CO2", "")]
    [InlineData("1512", "", "¹", "1512", "¹")]
    public void RaisedMarkBehindAFigure_IsANoteMark(string figure, string properties, string mark, string text, string marks)
    {
        var cell = Only(Para(R(figure), R(mark, properties)));
        (cell.Text, cell.Seen?.NoteMarks ?? "").ShouldBe((text, marks));
        // What is written over the letters would take the mark away.
        cell.IsLetters.ShouldBe(marks.Length == 0);
    }

    [Theory]
    [InlineData("<w:b/>", Looks.Bold)]
    [InlineData("<w:b w:val=\"0\"/>", Looks.Plain)]
    [InlineData("<w:rStyle w:val=\"Dam\"/>", Looks.Plain)]
    [InlineData("<w:u w:val=\"single\"/>", Looks.Underlined)]
    [InlineData("<w:u w:val=\"none\"/>", Looks.Plain)]
    [InlineData("<w:highlight w:val=\"yellow\"/>", Looks.Highlighted)]
    [InlineData("<w:highlight w:val=\"white\"/>", Looks.Plain)]
    [InlineData("<w:shd w:val=\"clear\" w:fill=\"FFFF00\"/>", Looks.Highlighted)]
    [InlineData("<w:bdr w:val=\"single\"/>", Looks.Boxed)]
    internal void LooksOfAMark_AreDirectFormattingOnly(string properties, Looks looks) =>
        (Only(Para(R("4", properties))).Seen?.Stretches[0].Looks ?? Looks.Plain).ShouldBe(looks);

    [Fact]
    public void LooksOfTheParagraphAndTheCell_AreThoseOfTheirText()
    {
        Only($"<w:p><w:pPr><w:shd w:val=\"clear\" w:fill=\"FFFF00\"/></w:pPr>{R("4")}</w:p>").Seen!.Stretches[0].Looks.ShouldBe(Looks.Highlighted);
        Only($"<w:p><w:pPr><w:pBdr><w:top w:val=\"single\"/><w:left w:val=\"single\"/><w:bottom w:val=\"single\"/><w:right w:val=\"single\"/></w:pBdr></w:pPr>{R("4")}</w:p>").Seen!.Stretches[0].Looks.ShouldBe(Looks.Boxed);
        Reads.Table(File($"<w:tbl><w:tr><w:tc><w:tcPr><w:shd w:val=\"clear\" w:fill=\"FFFF00\"/></w:tcPr>{P("4")}</w:tc></w:tr></w:tbl>")).At(1, 1)!.Seen!.Stretches[0].Looks.ShouldBe(Looks.Highlighted);
        Only(P("4")).Seen.ShouldBeNull();
    }

    [Fact]
    public void ParagraphThatIsStruckWhole_TakesItsLineWithIt() =>
        Only(P("một"), Para(R("hai", "<w:strike/>")), P("ba")).Text.ShouldBe("một\nba");

    private const string Begin = "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r>", Separate = "<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>", End = "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>";

    private static string Code(string text) => $"<w:r><w:instrText xml:space=\"preserve\">{text}</w:instrText></w:r>";

    [Fact]
    public void OfNestedFields_OnlyTheResultIsText()
    {
        var inner = Begin + Code(" MERGEFIELD KQ ") + Separate + R("1") + End;
        Sketch(Para(R("a "), Begin, Code(" IF "), inner, Code(" = 1 "), R("Đạt"), Separate, R("Đạt"), End, R(" b"))).ShouldBe("a Đạt b");
        Sketch(Para(Begin, Code(" QUOTE "), Begin, Code(" IF "), inner, Separate, R("x"), End, Separate, R("y"), inner, End)).ShouldBe("y1");
        Sketch(Para($"<w:fldSimple w:instr=\"MERGEFIELD A\">{R("12")}<w:fldSimple w:instr=\"B\">{R("3")}</w:fldSimple></w:fldSimple>")).ShouldBe("123");
        Sketch(Para(Begin, Code(" FORMTEXT "), Separate, R("95,5"), End)).ShouldBe("95,5");
    }

    [Fact]
    public void FieldThatIsNeverClosed_TakesNothingOfTheNextCell() =>
        Reads.Table(File(Table(Row(CellOf(Para(R("a"), Begin, Code("IF"))), Cell("b"))))).Texts().ShouldBe(["a|b"]);

    [Theory]
    [InlineData("<m:f><m:num><m:r><m:t>17</m:t></m:r></m:num><m:den><m:r><m:t>18</m:t></m:r></m:den></m:f><m:r><m:t>=94,4%</m:t></m:r>", "17/18 = 94,4%")]
    [InlineData("<m:f><m:fPr><m:type m:val=\"lin\"/></m:fPr><m:num><m:r><m:t>a+b</m:t></m:r></m:num><m:den><m:r><m:t>c</m:t></m:r></m:den></m:f>", "(a+b)/c")]
    [InlineData("<m:sSup><m:e><m:r><m:t>10</m:t></m:r></m:e><m:sup><m:r><m:t>3</m:t></m:r></m:sup></m:sSup>", "10^3")]
    [InlineData("<m:rad><m:radPr><m:degHide m:val=\"1\"/></m:radPr><m:deg/><m:e><m:r><m:t>16</m:t></m:r></m:e></m:rad>", "√(16)")]
    [InlineData("<m:d><m:dPr><m:begChr m:val=\"[\"/><m:endChr m:val=\"]\"/></m:dPr><m:e><m:r><m:t>1</m:t></m:r></m:e></m:d>", "[1]")]
    [InlineData("<m:r><w:rPr><w:rFonts w:ascii=\"Cambria Math\"/></w:rPr><m:t>95</m:t></m:r><w:del w:id=\"1\" w:author=\"a\"><m:r><m:t>96</m:t></m:r></w:del>", "95")]
    public void Equation_IsOneLineOfText_ThatNoCorrectionIsWrittenOver(string equation, string text)
    {
        foreach (var around in new[] { "oMath", "oMathPara" })
        {
            var whole = around == "oMath" ? equation : $"<m:oMath>{equation}</m:oMath>";
            var cell = Only(Para(R("là "), $"<m:{around} {Math}>{whole}</m:{around}>", R(".")));
            (cell.Text, cell.IsLetters).ShouldBe(($"là {text}.", false));
        }
    }

    private const string Strike = "<w:rPr><w:strike/></w:rPr>", NotSeen = "<w:rPr><w:vanish/></w:rPr>";

    private static string M(string text, string properties = "") => $"<m:r><m:rPr><m:sty m:val=\"p\"/></m:rPr>{properties}<m:t>{text}</m:t></m:r>";

    private static string Fraction(string num, string den) => $"<m:f><m:fPr><m:ctrlPr>{Strike}</m:ctrlPr></m:fPr><m:num>{num}</m:num><m:den>{den}</m:den></m:f>";

    public static TheoryData<string, string> LooksInEquations => new()
    {
        { M("17") + M("96", Strike), "17[96]" },
        { M("17") + M("96", "<w:rPr><w:dstrike/></w:rPr>"), "17[96]" },
        { M("17") + M("96", "<w:rPr><w:rStyle w:val=\"Gach\"/></w:rPr>"), "17[96]" },
        { M("17") + M("96", "<w:rPr><w:strike w:val=\"0\"/></w:rPr>"), "1796" },
        { M("17") + M("96", NotSeen), "17{96}" },
        { M("17") + M("96", "<w:rPr><w:rStyle w:val=\"An\"/></w:rPr>"), "17{96}" },
        { M("17") + M("96", "<w:rPr><w:color w:val=\"FFFFFF\"/></w:rPr>"), "17{96}" },
        { Fraction(M("16", Strike) + M("17"), M("18")) + M("=94,4%"), "[16]17/18 = 94,4%" },
        { Fraction(M("16", Strike), M("18", Strike)) + M("=88,9%", Strike) + M("94,4%"), "[16/18 = 88,9%]94,4%" },
        { Fraction(M("1+", Strike) + M("2"), M("a+b")), "[1+]2/(a+b)" },
        { $"<m:sSup><m:e>{M("10")}</m:e><m:sup>{M("3", Strike)}</m:sup></m:sSup>", "10[^3]" },
        { $"<m:d><m:e>{M("95", Strike)}</m:e></m:d>{M("96")}", "[(95)]96" },
        { $"<m:borderBox><m:borderBoxPr><m:hideTop m:val=\"1\"/><m:strikeBLTR m:val=\"1\"/></m:borderBoxPr><m:e>{M("95")}</m:e></m:borderBox>{M("96")}", "[95]96" },
        { $"<m:borderBox><m:borderBoxPr><m:strikeH m:val=\"0\"/></m:borderBoxPr><m:e>{M("95")}</m:e></m:borderBox>", "95" },
        { $"<m:phant><m:phantPr><m:show m:val=\"0\"/></m:phantPr><m:e>{M("95")}</m:e></m:phant>{M("96")}", "{95}96" },
        { $"<m:phant><m:e>{M("95")}</m:e></m:phant>", "95" },
    };

    [Theory]
    [MemberData(nameof(LooksInEquations))]
    public void RunOfAnEquationThatIsStruckOrNotSeen_IsNoText(string equation, string seen)
    {
        Sketch(Para($"<m:oMath {Math}>{equation}</m:oMath>")).ShouldBe(seen);
        Sketch(Para($"<m:oMathPara {Math}><m:oMath>{equation}</m:oMath></m:oMathPara>")).ShouldBe(seen);
    }

    [Fact]
    public void EquationInAHiddenParagraph_IsHiddenWithItsSigns() =>
        Sketch($"<w:p><w:pPr><w:pStyle w:val=\"AnCaDoan\"/></w:pPr><m:oMath {Math}>{Fraction(M("1"), M("2"))}</m:oMath></w:p>").ShouldBe("{1/2}");

    [Fact]
    public void FigureStruckInAnEquation_IsToldAtItsCell()
    {
        var form = Reads.Form(TypedTable.Word(("1.1.summary", Para(R("Tỷ lệ "), $"<m:oMath {Math}>{M("96%", Strike)}{M("97%")}</m:oMath>"))));
        form.Read("1.1.summary").ShouldBe("Tỷ lệ 97%");
        var told = form.Only("LC2406");
        (told.Entry, told.Location).ShouldBe(("1.1.summary", new Location.TableCell(1, 2 + TypedRow("1.1"), 3)));
        told.Message(LanguageTable.Vietnamese).ShouldContain("“96%”");
    }

    private static int TypedRow(string code) => new TypedTable().Index(code);

    [Theory]
    [InlineData("<w:r><w:drawing><wp:inline><a:graphic><a:graphicData><pic:pic xmlns:pic=\"http://schemas.openxmlformats.org/drawingml/2006/picture\"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>", CellObjects.Picture)]
    [InlineData("<w:r><w:pict><v:shape><v:imagedata r:id=\"x\"/></v:shape></w:pict></w:r>", CellObjects.Picture)]
    [InlineData("<w:r><w:object><v:shape><v:imagedata r:id=\"x\"/></v:shape><o:OLEObject xmlns:o=\"urn:schemas-microsoft-com:office:office\"/></w:object></w:r>", CellObjects.Embedded)]
    [InlineData("<w:r><w:drawing><wp:anchor><wps:wsp/></wp:anchor></w:drawing></w:r>", CellObjects.Shape)]
    [InlineData("<w:r><w:pict><v:oval/></w:pict></w:r>", CellObjects.Shape)]
    [InlineData("<w:r><w:pict><v:rect xmlns:o=\"urn:schemas-microsoft-com:office:office\" o:hr=\"t\"/></w:pict></w:r>", CellObjects.None)]
    [InlineData("<w:r><w:drawing><wps:wsp><wps:txbx><w:txbxContent><w:p><w:r><w:t>chữ</w:t></w:r></w:p></w:txbxContent></wps:txbx></wps:wsp></w:drawing></w:r>", CellObjects.None)]
    [InlineData("<w:r><w:rPr><w:vanish/></w:rPr><w:pict><v:oval/></w:pict></w:r>", CellObjects.None)]
    internal void ObjectInACell_IsNamed(string run, CellObjects objects) => Only(Para(run)).Objects.ShouldBe(objects);

    [Fact]
    public void PartOfAnotherDocumentInACell_IsNamed() => Only("<w:altChunk r:id=\"x\"/>", Para()).Objects.ShouldBe(CellObjects.ImportedPart);

    [Fact]
    public void CellMergedByATrackedChange_IsMerged()
    {
        string Merged(string how, string text) => $"<w:tc><w:tcPr><w:cellMerge w:id=\"1\" w:author=\"a\" w:vMerge=\"{how}\"/></w:tcPr>{P(text)}</w:tc>";
        var grid = Reads.Table(File(Table(Row(Merged("rest", "A"), Cell("1")), Row(Merged("cont", ""), Cell("2")))));
        grid.At(2, 1)!.Text.ShouldBe("A");
    }

    [Fact]
    public void ParagraphInATextBox_IsNotJoinedToTheDeletedMarkAroundIt() =>
        Only($"<w:p><w:pPr><w:rPr><w:del w:id=\"1\" w:author=\"a\"/></w:rPr></w:pPr>{R("một ")}<w:r><w:pict><v:textbox><w:txbxContent>{P("hộp")}</w:txbxContent></v:textbox></w:pict></w:r></w:p>", P("hai")).Text.ShouldBe("hộp\nmột hai");

    private const string Styles = """
        <w:style w:type="character" w:styleId="Gach"><w:rPr><w:strike/></w:rPr></w:style>
        <w:style w:type="character" w:styleId="GachDuoi"><w:basedOn w:val="Gach"/><w:rPr><w:i/></w:rPr></w:style>
        <w:style w:type="character" w:styleId="An"><w:rPr><w:vanish/></w:rPr></w:style>
        <w:style w:type="character" w:styleId="Cao"><w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>
        <w:style w:type="character" w:styleId="Dam"><w:rPr><w:b/><w:highlight w:val="yellow"/></w:rPr></w:style>
        <w:style w:type="paragraph" w:styleId="AnCaDoan"><w:rPr><w:vanish/></w:rPr></w:style>
        <w:style w:type="table" w:styleId="Luoi"><w:rPr><w:b/></w:rPr></w:style>
        <w:style w:type="table" w:styleId="Mau"><w:tblStylePr w:type="firstRow"><w:tcPr><w:shd w:val="clear" w:fill="1F4E79"/></w:tcPr></w:tblStylePr></w:style>
        """;

    private static GridCell Only(params string[] blocks) => Reads.Table(File(Table(Row(CellOf(blocks))))).At(1, 1)!;

    private static string Sketch(string paragraph, string styles = "") => Sketch(Reads.Table(File(Table(Row(CellOf(paragraph))), styles)).At(1, 1)!);

    /// <summary>The stretches in order: [struck], {hidden}.</summary>
    private static string Sketch(GridCell cell) => cell.Seen is null ? cell.Text : string.Concat(cell.Seen.Stretches
        .Select(s => s.Looks.HasFlag(Looks.Hidden) ? $"{{{s.Text}}}" : s.Looks.HasFlag(Looks.Struck) ? $"[{s.Text}]" : s.Text));

    private static byte[] File(string body, string styles = "") => PackageBuilder.Document()
        .With("word/document.xml", $"<w:document {Namespaces}><w:body>{body}</w:body></w:document>")
        .Relationship("word/document.xml", "styles", "styles.xml").Type("word/styles.xml", PackageBuilder.WordTypes + "styles+xml")
        .With("word/styles.xml", $"<w:styles xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">{styles}{Styles}</w:styles>").ToBytes();
}
