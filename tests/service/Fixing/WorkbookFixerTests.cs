using System.Security;
using System.Text.RegularExpressions;
using LearningCity.Docs.Tests.Reading;
using LearningCity.Docs.Tests.Support;

namespace LearningCity.Docs.Tests.Fixing;

public partial class WorkbookFixerTests
{
    private const string Sheet = "xl/worksheets/sheet1.xml";

    [Fact]
    public void OnlyTheCellsElementChanges()
    {
        var file = Typed(("1.1.result", "<c s=\"3\" r=\"D4\" t=\"s\" cm=\"1\"><v>0</v></c>"), ("1.3.result", "<c r=\"D6\"\n  t='inlineStr' ><is><t xml:space=\"preserve\"> ĐẠT </t></is>\n</c >"), ("2.1.result", "<c r=\"D8\" t=\"str\"><v>đạt</v></c>"));
        var after = Fixes.FixSafely(file, Sheet);
        var sheet = Fixes.Part(after, Sheet);
        sheet.ShouldContain("<c s=\"3\" r=\"D4\" cm=\"1\" t=\"inlineStr\"><is><t xml:space=\"preserve\">Đạt</t></is></c>");
        Without(sheet, "D4", "D6", "D8").ShouldBe(Without(Fixes.Part(file, Sheet), "D4", "D6", "D8"));
        Fixes.Fix(file).Corrections.Select(c => (c.Finding.Entry, c.Before, c.After)).ShouldBe([("1.1.result", "dat", "Đạt"), ("1.3.result", " ĐẠT ", "Đạt"), ("2.1.result", "đạt", "Đạt")]);
    }

    [Fact]
    public void FormulasAreNeverOverwritten()
    {
        var file = Typed(("1.1.result", "<c r=\"D4\" t=\"str\"><f>LOWER(D5)</f><v>đạt</v></c>"), ("1.1.summary", "<c r=\"C4\" t=\"str\"><f>A1</f><v>T\u00ECnh h\u0069\u0300nh</v></c>"));
        Fixes.FixSafely(file);
    }

    [Fact]
    public void NumberCellsAreNotTouched_OnlyTextIs() =>
        Fixes.FixSafely(Typed(("1.1.summary", "<c r=\"C4\"><v>95.499999999999996</v></c>"), ("1.1.result", "<c r=\"D4\" t=\"b\"><v>1</v></c>"), ("1.3.result", "<c r=\"D6\" t=\"e\"><v>#N/A</v></c>")));

    /// <summary>Whoever asks for it: what is struck out, hidden, a note mark, a picture or a box stays.</summary>
    [Theory]
    [InlineData("<c r=\"D4\" t=\"inlineStr\"><is><r><rPr><strike/></rPr><t>Đạt</t></r><r><t> không đạt</t></r></is></c>")]
    [InlineData("<c r=\"D4\" t=\"inlineStr\"><is><r><t>95</t></r><r><rPr><vertAlign val=\"superscript\"/></rPr><t>1</t></r></is></c>")]
    [InlineData("<c r=\"D4\" t=\"inlineStr\"><is><r><t>dat</t></r><r><rPr><color rgb=\"FFFFFFFF\"/></rPr><t> không</t></r></is></c>")]
    [InlineData("<c r=\"D4\" t=\"e\" vm=\"1\"><v>#VALUE!</v></c>")]
    [InlineData("<c r=\"D4\" t=\"str\"><f>DISPIMG(\"x\",1)</f><v>=DISPIMG(\"x\",1)</v></c>")]
    [InlineData("<c r=\"D4\" s=\"1\" t=\"b\"><v>1</v></c>")]
    [InlineData("<c r=\"D4\" s=\"2\" t=\"inlineStr\"><is><t>dat</t></is></c>")]
    public void WhatACorrectionWouldWipeOut_Stays(string cell)
    {
        var file = WorkbookXml.Of($"<row r=\"4\">{cell}</row>").StyleSheet("<fonts><font/><font><strike/></font></fonts><cellXfs><xf/><xf><extLst><ext><xfComplement i=\"0\"/></ext></extLst></xf><xf fontId=\"1\"/></cellXfs>").ToBytes();
        var wanted = new Finding(FindingCatalog.LC2202_ResultSpelling, new Location.Cell("S", new CellReference(4, 4)), "", "") { Fix = new Fix(new Sentence("fix.write", "Đạt"), "Đạt") };
        var (_, done) = Docs.Fixing.WorkbookFixer.Fix(Reads.Package(file), [wanted]);
        done.ShouldBeEmpty();
        Docs.Fixing.FileFixer.Fix(Reads.Package(file), [wanted]).File.ToArray().ShouldBe(file);
    }

    [Fact]
    public void RunsKeepTheirLook()
    {
        var nfd = "a\u0323";
        var file = Typed(("1.1.summary", $"<c r=\"C4\" t=\"inlineStr\"><is><r><rPr><b/><color rgb=\"FFFF0000\"/></rPr><t xml:space=\"preserve\">Đ{nfd}t </t></r><r><t>t{nfd}i &lt;xã&gt;</t></r></is></c>"));
        var after = Fixes.FixSafely(file, Sheet);
        var cell = Cell(Fixes.Part(after, Sheet), "C4");
        cell.ShouldContain("<b");
        cell.ShouldContain("FFFF0000");
        cell.ShouldContain(">Đạt </t>");
        cell.ShouldContain(">tại &lt;xã&gt;</t>");
    }

    [Fact]
    public void LettersThatXmlCannotHold_StayEscaped()
    {
        var file = Typed(("1.1.summary", "<c r=\"C4\" t=\"inlineStr\"><is><t xml:space=\"preserve\">m\u1ED9\u0323t a\u0323 _x005F_x0041_ _x0007_ 😀</t></is></c>".Replace("\u1ED9\u0323", "o\u0323\u0302")));
        var after = Fixes.FixSafely(file, Sheet);
        var cell = Cell(Fixes.Part(after, Sheet), "C4");
        cell.ShouldContain("một ạ _x005F_x0041_");
        cell.ShouldContain("😀");
    }

    [Fact]
    public void Tcvn3_BecomesUnicode_InAUnicodeFont()
    {
        var file = Typed(("1.1.summary", "<c r=\"C4\" s=\"1\" t=\"s\"><v>2</v></c>"), ("1.1.result", "<c r=\"D4\" s=\"1\" t=\"s\"><v>1</v></c>"));
        var after = Fixes.FixSafely(file, Sheet);
        var sheet = Fixes.Part(after, Sheet);
        foreach (var (cell, text) in (ReadOnlySpan<(string, string)>)[("C4", "Tình hình kinh tế-xã hội"), ("D4", "Đạt")])
        {
            var xml = Cell(sheet, cell);
            xml.ShouldContain(text);
            xml.ShouldContain("s=\"4\"");
        }
        // The style of before, in another font.
        Fixes.Part(after, "xl/styles.xml").ShouldContain("<font><i/><sz val=\"13\"/><name val=\"Times New Roman\"/></font></fonts>");
        Fixes.Part(after, "xl/styles.xml").ShouldContain("fontId=\"2\" applyFont=\"1\"/></cellXfs>");
    }

    [Fact]
    public void PrefixedSheet_StaysPrefixed()
    {
        var file = Typed(("1.1.result", "<c r=\"D4\" t=\"str\"><v>đạt</v></c>"));
        var sheet = PrefixTags().Replace(Fixes.Part(file, Sheet), "$1x:$2").Replace("xmlns=", "xmlns:x=");
        var prefixed = Rewritten(file, sheet);
        var after = Fixes.Part(Fixes.FixSafely(prefixed, Sheet), Sheet);
        after.ShouldContain("<x:c r=\"D4\" t=\"inlineStr\"><x:is><x:t xml:space=\"preserve\">Đạt</x:t></x:is></x:c>");
    }

    [Theory]
    [InlineData("\r\n", true)]
    [InlineData("\r", false)]
    [InlineData("\n", true)]
    public void LineEndsMarksAndWideLetters_DoNotShiftThePlace(string lineEnd, bool withMark)
    {
        var file = Typed(("1.1.result", "<c r=\"D4\" t=\"str\"><v>đạt</v></c>"), ("1.1.summary", "<c r=\"C4\" t=\"inlineStr\"><is><t>😀 đã &#x1F600; làm</t></is></c>"));
        var sheet = Fixes.Part(file, Sheet).Replace("<row", lineEnd + "<!-- > 😀 -->" + lineEnd + "<row").Replace("</row>", "</row>" + lineEnd);
        var bytes = System.Text.Encoding.UTF8.GetBytes(sheet);
        var changed = Rewritten(file, withMark ? [.. System.Text.Encoding.UTF8.Preamble, .. bytes] : bytes);
        var after = Fixes.FixSafely(changed, Sheet);
        Fixes.Parts(after)[Sheet].AsSpan().StartsWith(System.Text.Encoding.UTF8.Preamble).ShouldBe(withMark);
        Without(Fixes.Part(after, Sheet), "D4").ShouldBe(Without(Fixes.Part(changed, Sheet), "D4"));
    }

    [Fact]
    public void SheetInUtf16_StaysUtf16()
    {
        var file = Typed(("1.1.result", "<c r=\"D4\" t=\"str\"><v>đạt</v></c>"));
        var text = "<?xml version=\"1.0\" encoding=\"UTF-16\"?>" + Fixes.Part(file, Sheet);
        var encoding = System.Text.Encoding.Unicode;
        var after = Fixes.FixSafely(Rewritten(file, [.. encoding.Preamble, .. encoding.GetBytes(text)]), Sheet);
        encoding.GetString(Fixes.Parts(after)[Sheet]).ShouldContain(">Đạt</t>");
    }

    /// <summary>A row that no sheet has is read as the one that follows, and what is offered there is made there.</summary>
    [Fact]
    public void RowBeyondTheLimit_IsCorrectedWhereItIsRead()
    {
        var file = Typed(("1.1.result", "<c t=\"str\"><v>đạt</v></c>"));
        var sheet = Regex.Replace(Fixes.Part(file, Sheet), "<row r=\"4\">.*?</row>", row => Regex.Replace(row.Value.Replace("<row r=\"4\"", "<row r=\"2000000\""), "<c r=\"[A-D]4\"", "<c"));
        var changed = Rewritten(file, sheet);
        var offered = Fixes.Checked(changed)[0].Findings.Where(f => f.Fix is not null).Select(f => f.Location).ToList();
        Fixes.Fix(changed).Corrections.Select(c => c.Finding.Location).ShouldBe(offered);
        Fixes.FixSafely(changed, [.. Fixes.ChangedParts(changed, Fixes.Fix(changed).File.ToArray())]);
    }

    /// <summary>Phụ lục IIIb from A3 (title in A1, A2), every result "Đạt"; the entries named hold the markup given.</summary>
    private static byte[] Typed(params (string Entry, string Xml)[] cells)
    {
        var table = new TypedTable();
        var own = cells.ToDictionary(c => c.Entry, c => c.Xml);
        string Text(int row, int column, string text) => text.Length == 0 ? "" : $"<c r=\"{new CellReference(row, column)}\" t=\"inlineStr\"><is><t>{SecurityElement.Escape(text)}</t></is></c>";
        var header = $"<row r=\"1\">{Text(1, 1, table.Form.Title)}</row><row r=\"2\">{string.Concat(table.Header[0].Select((h, c) => Text(2, c + 1, h)))}</row>";
        var rows = table.Form.Nodes.Select((n, i) => $"<row r=\"{i + 3}\">{Text(i + 3, 1, table.Rows[i][0])}{Text(i + 3, 2, table.Rows[i][1])}{own.GetValueOrDefault($"{n.Code}.summary", Text(i + 3, 3, "Đã làm"))}{own.GetValueOrDefault($"{n.Code}.result", Text(i + 3, 4, "Đạt"))}</row>");
        return WorkbookXml.Of(header + string.Concat(rows), name: "Biểu").Strings("<t>dat</t>", "<t>§¹t</t>", "<t>T×nh h×nh kinh tÕ-x· héi</t>")
            .Styles("", "<font><sz val=\"12\"/><name val=\"Times New Roman\"/></font><font><i/><sz val=\"13\"/><name val=\".VnTime\"/></font>", "<xf fontId=\"1\"/><xf/><xf/>").ToBytes();
    }

    private static byte[] Rewritten(byte[] file, string sheet) => Rewritten(file, System.Text.Encoding.UTF8.GetBytes(sheet));

    private static byte[] Rewritten(byte[] file, byte[] sheet) => ZipBytes.Of(Fixes.Parts(file).Select(p => new ZipItem(p.Key, p.Key == Sheet ? sheet : p.Value)));

    private static string Without(string sheet, params string[] cells) => cells.Aggregate(sheet, (text, cell) => text.Replace(Cell(text, cell), ""));

    private static string Cell(string sheet, string cell) => Regex.Match(sheet, $"<c\\s[^>]*r=\"{cell}\"[^>]*>.*?</c\\s*>", RegexOptions.Singleline) is { Success: true } match ? match.Value : throw new ArgumentException(cell);

    [GeneratedRegex("(</?)([A-Za-z])")]
    private static partial Regex PrefixTags();
}
