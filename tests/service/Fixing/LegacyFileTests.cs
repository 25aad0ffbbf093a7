using System.Security;
using System.Text.RegularExpressions;
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
