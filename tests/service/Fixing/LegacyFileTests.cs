using System.Security;
using System.Text.RegularExpressions;
using LearningCity.Docs.Reading;
using LearningCity.Docs.Tests.Reading;
using LearningCity.Docs.Tests.Support;
using static LearningCity.Docs.Tests.Support.WordBuilder;
using static LearningCity.Docs.Tests.Text.LegacyEncodingTests;

namespace LearningCity.Docs.Tests.Fixing;

/// <summary>A form typed in TCVN3 or VNI: labels, titles and headers become Unicode as the entries do, and their fonts with them.</summary>
public partial class LegacyFileTests
{
    private const string Sheet = "xl/worksheets/sheet1.xml", Document = "word/document.xml", Header = "word/header1.xml";

    public static TheoryData<string, string> Hosts => new() { { "xlsx", ".VnTime" }, { "docx", ".VnTime" }, { "xlsx", "VNI-Times" }, { "docx", "VNI-Times" } };

    [Theory]
    [MemberData(nameof(Hosts))]
    public void WholeForm_BecomesUnicode(string host, string font)
    {
        var file = host == "xlsx" ? Workbook(font) : Word(font);
        var told = Fixes.Checked(file)[0].Findings.Where(f => f.Code == "LC2309").ShouldHaveSingleItem();
        told.Severity.ShouldBe(Severity.Warning);
        told.Location.ShouldNotBe(Location.File);
        var after = Fixes.FixSafely(file, host == "xlsx" ? [Sheet] : [Document, Header]);
        var now = Fixes.Checked(after)[0];
        now.Findings.Where(f => f.Code is "LC1111" or "LC1102" or "LC1114" or ['L', 'C', '2', '3', ..]).Select(f => $"{f.Code} {f.Value}").ShouldBeEmpty();
        TypedTable.ShouldBeRead(now.Entries);
        if (host == "docx")
        {
            Fixes.Part(after, Header).ShouldNotContain(font);
            Fixes.Part(after, Header).ShouldContain("Phòng Giáo dục và Đào tạo quận");
        }
        else
        {
            var cell = TextCell().Matches(Fixes.Part(after, Sheet)).Where(m => !System.Text.Ascii.IsValid(m.Groups[2].Value)).Select(m => m.Groups[1].Value).Distinct();
            cell.ShouldAllBe(style => style != "1" && style != "2");
        }
        Fixes.Fix(after).File.ToArray().ShouldBe(after);
    }

    [Fact]
    public void CapitalsOfAnHFont_AreCapitals_AlsoWhereARunIsPlain()
    {
        var title = $"<w:p>{R("ubnd ", Fonts(".VnTimeH"))}{R(ToTcvn3("quận"), Fonts(".VnTimeH"))}{R(ToTcvn3(" Ba Đình, năm học"), Fonts(".VnTime"))}</w:p>";
        var after = Fixes.Part(Fixes.FixSafely(Word(".VnTime", title), Document, Header), Document);
        Letters(after).ShouldContain("UBND QUẬN Ba Đình, năm học");
    }

    /// <summary>One word cut into runs says nothing by its pieces: the line does.</summary>
    [Theory]
    [InlineData("VNI-Times", "Coäng", "Cộng", 3)]
    [InlineData("VNI-Times", "hoïc", "học", 3)]
    [InlineData(".VnTime", "C«ng", "Công", 1)]
    public void WordCutIntoRuns_IsConvertedWhole(string font, string word, string unicode, int cut)
    {
        var title = $"<w:p>{R(word[..cut], Fonts(font))}{R(word[cut..], Fonts(font))}{R(font[0] == '.' ? ToTcvn3(" đồng học tập") : ToVni(" đồng học tập"), Fonts(font))}</w:p>";
        Letters(Fixes.Part(Fixes.FixSafely(Word(font, title), Document, Header), Document)).ShouldContain($"{unicode} đồng học tập");
    }

    [Fact]
    public void UnicodeInAnOldFont_GetsAnotherFont_AndKeepsItsLetters()
    {
        var title = $"<w:p>{R("Cộng đồng học tập được", Fonts(".VnTime"))}</w:p>";
        var file = Word("Times New Roman", title);
        var after = Fixes.Part(Fixes.FixSafely(file, Document), Document);
        after.ShouldContain($"<w:p>{R("Cộng đồng học tập được", Fonts("Times New Roman"))}</w:p>");
    }

    [Fact]
    public void EntryInUnicodeAndAnOldFont_IsToldAtItsCell()
    {
        var file = Workbook("Times New Roman", ("1.1.summary", "<c r=\"C5\" s=\"1\" t=\"inlineStr\"><is><t>Đã thực hiện được việc</t></is></c>"), oldFont: ".VnTime");
        var finding = Fixes.Checked(file)[0].Findings.Where(f => f.Code == "LC2308").ShouldHaveSingleItem();
        (finding.Entry, finding.Location.At()).ShouldBe(("1.1.summary", "Biểu!C5"));
        (finding.Fix!.Value, finding.Fix.Font).ShouldBe(("Đã thực hiện được việc", "Times New Roman"));
        var after = Fixes.FixSafely(file, Sheet);
        Fixes.Checked(after)[0].Findings.ShouldNotContain(f => f.Code == "LC2308");
    }

    [Theory]
    [InlineData("Cộng đồng häc tËp")] // words of both
    [InlineData("Lê")] // Vietnamese either way
    public void WhatIsNotCertain_IsNamedAndLeftAlone(string words)
    {
        var title = $"<w:p>{R(words, Fonts(".VnTime"))}</w:p>";
        var file = Word("Times New Roman", title);
        var finding = Fixes.Checked(file)[0].Findings.Where(f => f.Code == "LC2307").ShouldHaveSingleItem();
        finding.Value.ShouldBe(words);
        finding.Location.ShouldBe(new Location.Part(Document));
        Fixes.FixSafely(file).ShouldBe(file);
    }

    /// <summary>Many a file lists such a font and has no letter in it.</summary>
    [Theory]
    [InlineData("xlsx")]
    [InlineData("docx")]
    public void FontThatNoLetterIsIn_SendsNobodyThroughTheFileAgain(string host)
    {
        var file = host == "xlsx" ? Workbook("Times New Roman", [], ".VnTime") : Styled("", R("UBND", Fonts(".VnTimeH")), "");
        var package = Reads.Package(file);
        var read = Reads.Official.Read(package).ShouldBeOfType<ReadResult.Read>();
        read.HasLegacyLetters.ShouldBeFalse();
        Docs.Fixing.LegacyFile.Findings(package, [], read.HasLegacyLetters).ShouldBeEmpty();
        Docs.Fixing.LegacyFile.Findings(package, [], hasLetters: true).ShouldBeEmpty();
        Cost(read.HasLegacyLetters).ShouldBeLessThan(Cost(hasLetters: true) / 4);

        long Cost(bool hasLetters)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            Docs.Fixing.LegacyFile.Findings(package, [], hasLetters);
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }
    }

    [Theory]
    [MemberData(nameof(Hosts))]
    public void LettersInSuchAFont_AreToldByTheReader(string host, string font) =>
        Reads.Official.Read(Reads.Package(host == "xlsx" ? Workbook(font) : Word(font))).ShouldBeOfType<ReadResult.Read>().HasLegacyLetters.ShouldBeTrue();

    /// <summary>What the reader of the form does not read: a page header, a hidden sheet.</summary>
    [Fact]
    public void LettersInAPageHeaderAlone_AreFound()
    {
        var file = new WordBuilder(P(TypedTable.FormTitle), TypedTable.WordTable()).With("header", $"<w:p>{R(ToTcvn3("Phòng Giáo dục và Đào tạo quận"), Fonts(".VnTime"))}</w:p>").Build();
        Reads.Official.Read(Reads.Package(file)).ShouldBeOfType<ReadResult.Read>().HasLegacyLetters.ShouldBeFalse();
        Fixes.Checked(file)[0].Findings.Where(f => f.Code == "LC2309").ShouldHaveSingleItem().Location.ShouldBe(new Location.Part(Header));
        Fixes.Part(Fixes.FixSafely(file, Header), Header).ShouldContain("Phòng Giáo dục và Đào tạo quận");
    }

    [Fact]
    public void LettersInAHiddenSheetAlone_AreFound()
    {
        var table = new TypedTable();
        var file = PackageBuilder.Workbook().Sheet("Biểu", [.. table.Title.Select(t => new object?[] { t }), .. table.Header.Concat(table.Rows).Select(r => r.Select(c => c.Length == 0 ? null : (object?)c).ToArray())]).Sheet("Ẩn")
            .With("xl/worksheets/sheet2.xml", $"<worksheet xmlns=\"{WorkbookXml.Main}\"><sheetData><row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><r><rPr><rFont val=\".VnTime\"/></rPr><t>{ToTcvn3("Cộng đồng học tập")}</t></r></is></c></row></sheetData></worksheet>");
        var book = System.Text.Encoding.UTF8.GetString(file.Parts().Single(p => p.Name == "xl/workbook.xml").Content);
        var hidden = file.With("xl/workbook.xml", book.Replace("<sheet name=\"Ẩn\"", "<sheet state=\"hidden\" name=\"Ẩn\"")).ToBytes();
        Reads.Official.Read(Reads.Package(hidden)).ShouldBeOfType<ReadResult.Read>().HasLegacyLetters.ShouldBeFalse();
        Fixes.Checked(hidden)[0].Findings.Where(f => f.Code == "LC2309").ShouldHaveSingleItem().Location.At().ShouldBe("Ẩn!A1");
    }

    /// <summary>The font of a run without one of its own: of its style, of the style that it is based on, of its paragraph, table, document or theme.</summary>
    [Theory]
    [InlineData("", "KyTu", "")]
    [InlineData("", "KyTuDuoi", "")]
    [InlineData("Doan", "", "")]
    [InlineData("DoanDuoi", "", "")]
    [InlineData("DoanUnicode", "KyTu", "")]
    [InlineData("", "", "<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii=\".VnTime\" w:hAnsi=\".VnTime\"/></w:rPr></w:rPrDefault></w:docDefaults>")]
    [InlineData("", "", "<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:asciiTheme=\"minorHAnsi\" w:hAnsiTheme=\"minorHAnsi\"/></w:rPr></w:rPrDefault></w:docDefaults>")]
    [InlineData("", "", "<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\"><w:name w:val=\"Normal\"/><w:rPr><w:rFonts w:ascii=\".VnTime\" w:hAnsi=\".VnTime\"/></w:rPr></w:style>")]
    [InlineData("DoanChuDe", "", "")]
    public void RunWithoutAFontOfItsOwn_IsJudgedByTheFontItIsSeenIn(string paragraph, string character, string styles)
    {
        var file = Styled(paragraph, R(ToTcvn3("Cộng đồng học tập"), character.Length == 0 ? "<w:b/>" : $"<w:rStyle w:val=\"{character}\"/><w:b/>"), styles);
        var told = Fixes.Checked(file)[0].Findings.Where(f => f.Code == "LC2309").ShouldHaveSingleItem();
        told.Location.ShouldBe(new Location.Part(Document));
        var after = Fixes.Part(Fixes.FixSafely(file, Document), Document);
        Letters(after).ShouldStartWith("Cộng đồng học tập");
        after.ShouldContain($"<w:rPr>{(character.Length == 0 ? "" : $"<w:rStyle w:val=\"{character}\"/>")}{Fonts("Times New Roman")}<w:b/></w:rPr>");
    }

    [Theory]
    [InlineData("Doan", "KyTuUnicode")]
    [InlineData("DoanUnicode", "")]
    [InlineData("", "")]
    public void RunInAUnicodeFont_OverAnOldOne_IsNotTouched(string paragraph, string character)
    {
        var file = Styled(paragraph, R("Cộng đồng học tập", character.Length == 0 ? "" : $"<w:rStyle w:val=\"{character}\"/>"), "");
        Fixes.Checked(file)[0].Findings.ShouldNotContain(f => f.Code == "LC2307" || f.Code == "LC2308" || f.Code == "LC2309");
        Fixes.FixSafely(file).ShouldBe(file);
    }

    [Fact]
    public void UnicodeInAnOldFontOfTheStyle_GetsAFontOfItsOwn()
    {
        var file = Styled("Doan", R("Cộng đồng học tập được"), "");
        Fixes.Part(Fixes.FixSafely(file, Document), Document).ShouldContain($"<w:rPr>{Fonts("Times New Roman")}</w:rPr><w:t xml:space=\"preserve\">Cộng đồng học tập được</w:t>");
    }

    /// <summary>An entry of a cell, in the font of the table's style.</summary>
    [Fact]
    public void EntryInTheFontOfTheTablesStyle_IsReadAndCorrected()
    {
        var table = TypedTable.WordTable(("1.1.result", P(ToTcvn3("Không đạt")))).Replace("<w:tblPr>", "<w:tblPr><w:tblStyle w:val=\"Bang\"/>");
        var file = Styled("", "", "", table);
        var told = Fixes.Checked(file)[0].Findings.Where(f => f.Code == "LC2303").ShouldHaveSingleItem();
        (told.Entry, told.Location.At(), told.Fix!.Font).ShouldBe(("1.1.result", "Table 1, row 3, column 4", "Times New Roman"));
        var after = Fixes.Part(Fixes.FixSafely(file, Document), Document);
        after.ShouldContain($"<w:rPr>{Fonts("Times New Roman")}</w:rPr><w:t xml:space=\"preserve\">Không đạt</w:t>");
    }

    private static byte[] Styled(string paragraph, string run, string styles, string? table = null)
    {
        static string Style(string type, string id, string basedOn, string fonts) =>
            $"<w:style w:type=\"{type}\" w:styleId=\"{id}\"><w:name w:val=\"{id}\"/>{(basedOn.Length > 0 ? $"<w:basedOn w:val=\"{basedOn}\"/>" : "")}{(fonts.Length > 0 ? $"<w:rPr>{fonts}</w:rPr>" : "")}</w:style>";
        var sheet = styles + Style("character", "KyTu", "", Fonts(".VnTime")) + Style("character", "KyTuDuoi", "KyTu", "") + Style("character", "KyTuUnicode", "KyTu", Fonts("Times New Roman"))
            + Style("paragraph", "Doan", "", Fonts(".VnTime")) + Style("paragraph", "DoanDuoi", "Doan", "<w:b/>") + Style("paragraph", "DoanUnicode", "Doan", Fonts("Times New Roman"))
            + Style("paragraph", "DoanChuDe", "", "<w:rFonts w:ascii=\"Arial\" w:hAnsi=\"Arial\" w:asciiTheme=\"minorAscii\" w:hAnsiTheme=\"minorHAnsi\"/>")
            + Style("table", "Bang", "", Fonts(".VnTime"));
        var title = run.Length == 0 ? "" : $"<w:p>{(paragraph.Length > 0 ? $"<w:pPr><w:pStyle w:val=\"{paragraph}\"/></w:pPr>" : "")}{run}</w:p>";
        // Whatever the document's font is, the table names its own.
        var own = table ?? TypedTable.WordTable().Replace("<w:r>", $"<w:r><w:rPr>{Fonts("Times New Roman")}</w:rPr>");
        var heading = $"<w:p>{R(TypedTable.FormTitle, Fonts("Times New Roman"))}</w:p>";
        const string A = "xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\"";
        return PackageBuilder.Document()
            .With(Document, $"<w:document {Namespaces}><w:body>{title}{heading}{own}<w:p/></w:body></w:document>")
            .Relationship(Document, "styles", "styles.xml").Type("word/styles.xml", PackageBuilder.WordTypes + "styles+xml")
            .With("word/styles.xml", $"<w:styles xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">{sheet}</w:styles>")
            .Relationship(Document, "theme", "theme/theme1.xml").Type("word/theme/theme1.xml", "application/vnd.openxmlformats-officedocument.theme+xml")
            .With("word/theme/theme1.xml", $"<a:theme {A} name=\"t\"><a:themeElements><a:fontScheme name=\"f\"><a:majorFont><a:latin typeface=\"Arial\"/></a:majorFont><a:minorFont><a:latin typeface=\".VnTime\"/></a:minorFont></a:fontScheme></a:themeElements></a:theme>")
            .ToBytes();
    }

    /// <summary>A run that says how it looks and not in which font: the cell's font is its own.</summary>
    [Theory]
    [InlineData("<r><rPr><b/></rPr><t>{0}</t></r>")]
    [InlineData("<r><rPr><b/><rFont val=\".VnTime\"/><scheme val=\"minor\"/></rPr><t>{0}</t></r>")]
    [InlineData("<r><t>{0}</t></r>")]
    [InlineData("<t>{0}</t>")]
    [InlineData("<r><rPr><b/></rPr><t xml:space=\"preserve\">1. </t></r><r><t>{0}</t></r>")]
    public void RichTextInASheet_IsJudgedByTheFontOfItsCell(string text)
    {
        var cell = $"<c r=\"C5\" s=\"1\" t=\"inlineStr\"><is>{string.Format(System.Globalization.CultureInfo.InvariantCulture, text, ToTcvn3("Cộng đồng học tập"))}</is></c>";
        var file = Workbook("Times New Roman", ("1.1.summary", cell), oldFont: ".VnTime");
        var after = Fixes.FixSafely(file, Sheet);
        Fixes.Checked(after)[0].Entries.Read("1.1.summary").ShouldEndWith("Cộng đồng học tập");
        var now = System.Xml.Linq.XDocument.Parse(Fixes.Part(after, Sheet)).Descendants().Single(e => (string?)e.Attribute("r") == "C5");
        now.Descendants().Where(e => e.Name.LocalName is "rFont").ShouldAllBe(f => (string?)f.Attribute("val") == "Times New Roman");
        now.Descendants().ShouldNotContain(e => e.Name.LocalName == "scheme");
        FontOfStyle(after, (string)now.Attribute("s")!).ShouldBe(("Times New Roman", null));
    }

    /// <summary>A font of the theme's scheme is shown in the theme's font, whatever its name says: the new one is of none.</summary>
    [Fact]
    public void FontOfTheThemesScheme_IsReplacedByOneOfNone()
    {
        var cell = $"<c r=\"C5\" s=\"1\" t=\"inlineStr\"><is><t>{ToTcvn3("Cộng đồng học tập")}</t></is></c>";
        var file = Workbook("Times New Roman", ("1.1.summary", cell), oldFont: ".VnTime\"/><scheme val=\"minor");
        var after = Fixes.FixSafely(file, Sheet);
        var now = System.Xml.Linq.XDocument.Parse(Fixes.Part(after, Sheet)).Descendants().Single(e => (string?)e.Attribute("r") == "C5");
        FontOfStyle(after, (string)now.Attribute("s")!).ShouldBe(("Times New Roman", null));
    }

    private static (string? Name, string? Scheme) FontOfStyle(byte[] file, string style)
    {
        var sheet = System.Xml.Linq.XDocument.Parse(Fixes.Part(file, "xl/styles.xml")).Root!;
        var xf = sheet.Elements().Single(e => e.Name.LocalName == "cellXfs").Elements().ElementAt(int.Parse(style, System.Globalization.CultureInfo.InvariantCulture));
        var font = sheet.Elements().Single(e => e.Name.LocalName == "fonts").Elements().ElementAt((int)xf.Attribute("fontId")!);
        string? Of(string name) => (string?)font.Elements().FirstOrDefault(e => e.Name.LocalName == name)?.Attribute("val");
        return (Of("name"), Of("scheme"));
    }

    /// <summary>A line that does not tell is what all the others are.</summary>
    [Fact]
    public void WordThatDoesNotTell_IsAsTheOthers()
    {
        var title = $"<w:p>{R("Lê", Fonts(".VnTime"))}</w:p>";
        Letters(Fixes.Part(Fixes.FixSafely(Word(".VnTime", title), Document, Header), Document)).ShouldContain("Lờ");
    }

    [Fact]
    public void RunsOfBothKindsInACell_AreEachWhatTheyAre()
    {
        var cell = $"<c r=\"C5\" t=\"inlineStr\"><is><r><rPr><rFont val=\"Times New Roman\"/></rPr><t xml:space=\"preserve\">Đã được </t></r><r><rPr><b/><rFont val=\".VnTime\"/></rPr><t>{ToTcvn3("học tập")}</t></r></is></c>";
        var after = Fixes.FixSafely(Workbook("Times New Roman", ("1.1.summary", cell)), Sheet);
        var now = Fixes.Part(after, Sheet);
        now.ShouldContain(">học tập</t>");
        now.ShouldContain("<b");
        now.ShouldNotContain(".VnTime");
        Fixes.Checked(after)[0].Entries.Read("1.1.summary").ShouldBe("Đã được học tập");
    }

    [Theory]
    [InlineData("xlsx")]
    [InlineData("docx")]
    public void FormInUnicode_IsNotTouched(string host)
    {
        var file = host == "xlsx" ? Workbook("Times New Roman") : Word("Times New Roman");
        Fixes.Checked(file)[0].Findings.ShouldNotContain(f => f.Code == "LC2307" || f.Code == "LC2308" || f.Code == "LC2309");
        Fixes.FixSafely(file).ShouldBe(file);
    }

    private static string Encoded(string text, string font) => font switch { ".VnTime" => ToTcvn3(IsInCapitals(text) ? text.ToLowerInvariant() : text), "VNI-Times" => ToVni(text), _ => text };

    /// <summary>.VnTime has no capital with a tone: such lines are in .VnTimeH.</summary>
    private static bool IsInCapitals(string text) => text.Any(c => c > 'ư' && char.IsUpper(c));

    private static string FontOf(string text, string font) => font == ".VnTime" && IsInCapitals(text) ? ".VnTimeH" : font;

    private static string Fonts(string font) => font == "Times New Roman"
        ? "<w:rFonts w:ascii=\"Times New Roman\" w:hAnsi=\"Times New Roman\" w:eastAsia=\"Times New Roman\" w:cs=\"Times New Roman\"/>"
        : $"<w:rFonts w:ascii=\"{font}\" w:hAnsi=\"{font}\"/>";

    /// <summary>The typed table in one font, with a heading above it and a page header.</summary>
    private static byte[] Word(string font, string title = "")
    {
        var table = new TypedTable();
        string Own(string text) => $"<w:p>{R(Encoded(text, font), Fonts(FontOf(text, font)))}</w:p>";
        var rows = table.Header.Concat(table.Rows).Select(r => Row([.. r.Select(c => CellOf(Own(c)))]));
        return new WordBuilder([title, .. table.Title.Select(Own), Table([.. rows])]).With("header", Own(font == "Times New Roman" ? "Quận" : "Phòng Giáo dục và Đào tạo quận")).Build();
    }

    private static byte[] Workbook(string font, params (string Entry, string Xml)[] cells) => Workbook(font, cells, font);

    private static byte[] Workbook(string font, (string Entry, string Xml) cell, string oldFont) => Workbook(font, [cell], oldFont);

    private static byte[] Workbook(string font, (string Entry, string Xml)[] cells, string styleFont)
    {
        var table = new TypedTable();
        var own = cells.ToDictionary(c => c.Entry, c => c.Xml);
        var style = font == styleFont ? 1 : 0;
        string Text(int row, int column, string text) => text.Length == 0 ? "" : $"<c r=\"{new CellReference(row, column)}\" s=\"{(FontOf(text, font) == font ? style : 2)}\" t=\"inlineStr\"><is><t>{SecurityElement.Escape(Encoded(text, font))}</t></is></c>";
        string Line(int row, IEnumerable<string> texts, string code = "") => $"<row r=\"{row}\">{string.Concat(texts.Select((t, i) => i == 2 && own.TryGetValue($"{code}.summary", out var xml) ? xml : Text(row, i + 1, t)))}</row>";
        var lines = table.Title.Select((t, i) => Line(i + 1, [t])).Append(Line(3, table.Header[0])).Concat(table.Form.Nodes.Select((n, i) => Line(i + 4, table.Rows[i], n.Code)));
        return WorkbookXml.Of(string.Concat(lines), name: "Biểu").Styles("", $"<font><name val=\"Times New Roman\"/></font><font><i/><sz val=\"13\"/><name val=\"{styleFont}\"/></font><font><sz val=\"13\"/><name val=\"{styleFont}H\"/></font>", "<xf fontId=\"1\"/><xf fontId=\"2\"/>").ToBytes();
    }

    private static string Letters(string part) => string.Concat(TextOf().Matches(part).Select(m => m.Groups[1].Value));

    [GeneratedRegex("<w:t[^>]*>([^<]*)</w:t>")]
    private static partial Regex TextOf();

    [GeneratedRegex("<c [^>]*s=\"(\\d+)\"[^>]*><is><t[^>]*>([^<]*)</t>")]
    private static partial Regex TextCell();
}
