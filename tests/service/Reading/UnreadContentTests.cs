using System.Text;
using LearningCity.Docs.Tests.Support;

namespace LearningCity.Docs.Tests.Reading;

/// <summary>The sheet "Biểu" of a typed Phụ lục IIIb: titles in rows 1 and 2, header in row 3, results in column D.</summary>
public class UnreadContentTests
{
    private const string Sheet = "xl/worksheets/sheet1.xml";

    private static PackageBuilder Typed(Func<string, string> sheet, Action<TypedTable>? change = null)
    {
        var table = new TypedTable();
        change?.Invoke(table);
        var builder = PackageBuilder.Workbook().Sheet("Biểu", [.. table.Title.Select(t => new object?[] { t }), .. table.Header.Concat(table.Rows).Select(r => r.Select(c => c.Length == 0 ? null : (object?)c).ToArray())]);
        return builder.With(Sheet, sheet(Encoding.UTF8.GetString(builder.Parts().Single(p => p.Name == Sheet).Content)));
    }

    private static string Message(Finding finding) => finding.Message(LanguageTable.Vietnamese);

    [Theory]
    [InlineData("<col min=\"4\" max=\"4\" width=\"9\" hidden=\"1\"/>")]
    [InlineData("<col min=\"4\" max=\"16384\" width=\"0\" customWidth=\"1\"/>")]
    public void HiddenColumn_IsReadWhereNothingCanBeSeen_AndTold(string column)
    {
        var form = Reads.Form(Typed(s => s.Replace("<sheetData>", $"<cols>{column}</cols><sheetData>")).ToBytes());
        TypedTable.ShouldBeRead(form);
        var told = form.Only("LC1110");
        told.Location.At().ShouldBe("Biểu!D4");
        Message(told).ShouldBe("Cột D đang bị ẩn nhưng có ghi nội dung; nội dung ẩn chỉ được đọc ở chỗ không có nội dung nào nhìn thấy được. Hãy bỏ ẩn để kiểm tra trước khi trình ký.");
    }

    [Fact]
    public void HiddenColumnWithNothingInIt_IsNoNews() =>
        Reads.Form(Typed(s => s.Replace("<sheetData>", "<cols><col min=\"7\" max=\"9\" hidden=\"1\"/></cols><sheetData>")).ToBytes()).ShouldHaveNo("LC1110");

    [Fact]
    public void OldColumnHidden_IsTold() => Reads.Form(File.ReadAllBytes(Repository.Path("tests", "fixtures", "cases", "11b-hidden-old-column.xlsx"))).Only("LC1110").Location.At().ShouldBe("Phụ lục IIIb!D6");

    [Fact]
    public void RowHiddenByAFilter_IsReadAndTold()
    {
        var form = Reads.Form(Typed(s => s.Replace("<row r=\"5\">", "<row r=\"5\" hidden=\"1\">").Replace("<row r=\"7\">", "<row r=\"7\" ht=\"0\" customHeight=\"1\">").Replace("</sheetData>", "</sheetData><autoFilter ref=\"A3:D20\"/>")).ToBytes());
        TypedTable.ShouldBeRead(form);
        var told = form.Only("LC1110");
        (told.Location.At(), told.Related.Single().At()).ShouldBe(("Biểu!B5", "Biểu!B7"));
        Message(told).ShouldStartWith("Các hàng đang bị ẩn nhưng vẫn được đọc: ");
    }

    /// <summary>A result typed again in a row inserted below, the old one hidden.</summary>
    [Fact]
    public void VisibleValue_ComesBeforeAHiddenOne()
    {
        var table = new TypedTable();
        var row = table.Index("1.1") + 4;
        var form = Reads.Form(Typed(s => s.Replace($"<row r=\"{row + 1}\">", $"<row r=\"{row + 1}\" hidden=\"1\">"), t => t.Rows.Insert(row - 3, ["", "", "", "Không đạt"])).ToBytes());
        TypedTable.ShouldBeRead(form);
        form.ShouldHaveNo("LC2403");
        form.Only("LC1110").Location.At().ShouldBe($"Biểu!D{row + 1}");
    }

    [Fact]
    public void ValueBeneathAMergedCell_IsNotRead_AndTold()
    {
        var table = new TypedTable();
        var row = table.Index("1.1") + 4;
        var cell = $"<c r=\"E{row}\" t=\"inlineStr\"><is><t>Không đạt</t></is></c></row>";
        byte[] File(string beneath) => Typed(s => s.Insert(s.IndexOf("</row>", s.IndexOf($"<row r=\"{row}\">", StringComparison.Ordinal), StringComparison.Ordinal), beneath)
            .Replace("</sheetData>", $"</sheetData><mergeCells><mergeCell ref=\"D{row}:E{row}\"/></mergeCells>")).ToBytes();
        var form = Reads.Form(File(cell[..^6]));
        TypedTable.ShouldBeRead(form);
        var told = form.Only("LC2422");
        (told.Location.At(), told.Entry, told.Value).ShouldBe(($"Biểu!E{row}", "1.1.result", "Không đạt"));
        Message(told).ShouldStartWith($"Bên dưới ô trộn Biểu!D{row} còn nội dung không nhìn thấy: “Không đạt”.");
        Reads.Form(File(cell[..^6].Replace("Không đạt", "đạt"))).ShouldHaveNo("LC2422");
        Reads.Form(File("")).ShouldHaveNo("LC2422");
    }

    [Theory]
    [InlineData("Sửa thành Không đạt", true)]
    [InlineData("Nguyễn Văn A:\nđúng là Không đạt nhé", true)]
    [InlineData("Lan:\nKhông đạt", true)]
    [InlineData("sua thanh khong dat", true)]
    [InlineData("Đạt -&gt; Không đạt", true)]
    [InlineData("Không đạt chứ không phải Đạt", true)]
    [InlineData("16/18 mới đúng", true)]
    [InlineData("Nguồn: báo cáo 12/2024", false)]
    [InlineData("Đã họp ngày 8/4 nhằm thống nhất", false)]
    public void Comment_IsToldWhereItHoldsACorrection(string comment, bool told)
    {
        var row = new TypedTable().Index("1.1") + 4;
        var note = Typed(s => s).With("xl/comments1.xml", $"<comments xmlns=\"{WorkbookXml.Main}\"><authors><author/></authors><commentList><comment ref=\"D{row}\" authorId=\"0\"><text><r><t>{comment}</t></r></text></comment>"
            + "<comment ref=\"H90\" authorId=\"0\"><text><t>sửa thành 95%</t></text></comment></commentList></comments>")
            .Type("xl/comments1.xml", PackageBuilder.SpreadsheetTypes + "comments+xml").Relationship(Sheet, "comments", "../comments1.xml");
        var thread = Typed(s => s).With("xl/threadedComments/t1.xml", $"<ThreadedComments xmlns=\"http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments\"><threadedComment ref=\"D{row}\" id=\"x\"><text>{comment}</text></threadedComment></ThreadedComments>")
            .Type("xl/threadedComments/t1.xml", "application/vnd.ms-excel.threadedcomments+xml").Relationship(Sheet, "threadedComment", "../threadedComments/t1.xml");
        foreach (var file in (PackageBuilder[])[note, thread])
        {
            var form = Reads.Form(file.ToBytes());
            TypedTable.ShouldBeRead(form);
            if (!told) { form.ShouldHaveNo("LC2420"); continue; }
            var finding = form.Only("LC2420");
            (finding.Location.At(), finding.Entry, finding.Severity).ShouldBe(($"Biểu!D{row}", "1.1.result", Severity.Info));
            Message(finding).ShouldContain(System.Net.WebUtility.HtmlDecode(comment[(comment.IndexOf('\n', StringComparison.Ordinal) + 1)..]));
        }
    }

    [Theory]
    [InlineData("<strike/>", true)]
    [InlineData("<b/>", false)]
    public void ConditionalFormatThatStrikes_IsAPersonsToLookAt(string font, bool told)
    {
        var row = new TypedTable().Index("1.1") + 4;
        var form = Reads.Form(Typed(s => s.Replace("</sheetData>", $"</sheetData><conditionalFormatting sqref=\"D{row}:D{row + 1} F1\"><cfRule type=\"expression\" dxfId=\"0\" priority=\"1\"><formula>$A$1=1</formula></cfRule></conditionalFormatting>"))
            .StyleSheet($"<fonts><font/></fonts><cellXfs><xf/></cellXfs><dxfs><dxf><font>{font}</font></dxf></dxfs>").ToBytes());
        TypedTable.ShouldBeRead(form);
        form.Findings.Where(f => f.Code == "LC2421").Select(f => (f.Location.At(), f.Severity)).ShouldBe(told ? [($"Biểu!D{row}", Severity.Warning), ($"Biểu!D{row + 1}", Severity.Warning)] : []);
        form.Findings.Where(f => f.Code == "LC2421").ShouldAllBe(f => f.Entry != null);
    }

    [Fact]
    public void OurOwnForms_HoldNothingUnread()
    {
        foreach (var form in SampleForms.Official.Forms)
        {
            Reads.Form(Docs.Writing.FormWorkbook.Write(form, SampleValues.Right(form.Id))).ShouldHaveNo("LC1110", "LC2406", "LC2407", "LC2409", "LC2420", "LC2421", "LC2422");
        }
    }

    [Theory]
    [InlineData("Sửa thành Không đạt", true)]
    [InlineData("Không đạt", true)]
    [InlineData("Đạt -&gt; Không đạt", true)]
    [InlineData("Không đạt chứ không phải Đạt", true)]
    [InlineData("Nguồn: báo cáo 12/2024", false)]
    public void WordComment_IsToldWhereItHoldsACorrection(string comment, bool told)
    {
        const string Mark = "<w:r><w:commentReference w:id=\"7\"/></w:r>";
        var table = TypedTable.WordTable(("1.1.result", WordBuilder.Para("<w:commentRangeStart w:id=\"7\"/>", WordBuilder.R("Đạt"), "<w:commentRangeEnd w:id=\"7\"/>", Mark)));
        var file = new WordBuilder(WordBuilder.P(TypedTable.FormTitle), table).With("comments", $"<w:comment w:id=\"7\" w:author=\"An\"><w:p><w:r><w:t>{comment}</w:t></w:r></w:p></w:comment>").Build();
        var form = Reads.Form(file);
        form.Read("1.1.result").ShouldBe("Đạt");
        if (!told) { form.ShouldHaveNo("LC2420"); return; }
        var finding = form.Only("LC2420");
        (finding.Location.At(), finding.Entry, finding.Severity).ShouldBe(("Table 1, row 3, column 4", "1.1.result", Severity.Info));
        Message(finding).ShouldContain(System.Net.WebUtility.HtmlDecode(comment));
    }
}
