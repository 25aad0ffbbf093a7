using static LearningCity.Docs.Tests.Support.WordBuilder;

namespace LearningCity.Docs.Tests.Reading;

/// <summary>Forms in Word whose cells hold more than plain letters: what is read, and what is told.</summary>
public class SeenEntriesTests
{
    private const string Math = "xmlns:m=\"http://schemas.openxmlformats.org/officeDocument/2006/math\"";

    [Fact]
    public void StruckChoice_IsNotTheChoice()
    {
        var form = Reads.Form(TypedTable.Word(("1.1.result", Para(R("Đạt"), R("/"), R("Không đạt", "<w:strike/>"))), ("1.2.result", Para(R("Đạt", "<w:dstrike/>"), R("/Không đạt")))));
        (form.Read("1.1.result"), form.Read("1.2.result")).ShouldBe(("Đạt", "Không đạt"));
        form.Findings.Where(f => f.Code == "LC2414").Select(f => (f.Entry, f.Location.At())).ShouldBe([("1.1.result", "Table 1, row 3, column 4"), ("1.2.result", "Table 1, row 4, column 4")]);
    }

    [Fact]
    public void RetypedFigure_Counts_AndTheStruckOneDoesNot()
    {
        var form = Reads.Form(TypedTable.Word(("1.1.summary", Para(R("Thu nhập "), R("69,5", "<w:strike/>"), R("79,5 triệu đồng")))));
        form.Read("1.1.summary").ShouldBe("Thu nhập 79,5 triệu đồng");
        form.Only("LC2406").Message(LanguageTable.Vietnamese).ShouldStartWith("Chữ bị gạch ngang “69,5” không được tính; ô được đọc là “Thu nhập 79,5 triệu đồng”");
    }

    [Fact]
    public void CellStruckWhole_IsBlank_AndTold()
    {
        var form = Reads.Form(TypedTable.Word(("1.1.result", Para(R("Đạt", "<w:strike/>")))));
        form.Read("1.1.result").ShouldBeNull();
        form.Only("LC2406").Entry.ShouldBe("1.1.result");
    }

    [Fact]
    public void NoteMarkBehindAFigure_IsLeftOut_AndTold()
    {
        var form = Reads.Form(TypedTable.Word(("1.1.summary", Para(R("Tỷ lệ 82,4%"), R("(1)", "<w:vertAlign w:val=\"superscript\"/>"), R(" của 120 m"), R("2", "<w:vertAlign w:val=\"superscript\"/>")))));
        form.Read("1.1.summary").ShouldBe("Tỷ lệ 82,4% của 120 m2");
        form.Only("LC2407").Location.At().ShouldBe("Table 1, row 3, column 3");
    }

    [Fact]
    public void SmallTableInACell_IsTheCellsText()
    {
        var form = Reads.Form(TypedTable.Word(("1.1.summary", P("Kết quả cụ thể:") + Table(Texts("Kế hoạch", "07 văn bản")) + "<w:p/>"), ("1.1.result", Table(Texts("Không đạt")) + "<w:p/>")));
        (form.Read("1.1.summary"), form.Read("1.1.result")).ShouldBe(("Kết quả cụ thể:\nKế hoạch 07 văn bản", "Không đạt"));
    }

    [Fact]
    public void FormInACellOfATableForLayout_IsReadOnce()
    {
        var form = Reads.Form(new Support.WordBuilder(Table(Row(CellOf(P(TypedTable.FormTitle), TypedTable.WordTable(("1.1.result", P("Không đạt"))), P("Nơi nhận"))))).Build());
        form.Read("1.1.result").ShouldBe("Không đạt");
        form.Findings.Where(f => f.Code.StartsWith("LC11", StringComparison.Ordinal)).Select(f => f.Code).ShouldBeEmpty();
    }

    /// <summary>A row is hidden in Word by hiding its text: it is there, and nothing in it is an entry.</summary>
    [Fact]
    public void RowOfHiddenText_IsTold_AndItsEntriesAreBlank()
    {
        const string Hide = "<w:vanish/>";
        var table = new TypedTable();
        var row = table["2.1"];
        var visible = Row(Cell(row[0]), Cell(row[1]), Cell("Đã làm"), Cell("Đạt"));
        var hidden = Row(CellOf(Para(R(row[0], Hide))), CellOf(Para(R(row[1], Hide))), CellOf(Para(R("Đã làm", Hide))), CellOf(Para(R("Đạt", Hide))));
        var whole = TypedTable.WordTable();
        whole.ShouldContain(visible);
        var form = Reads.Form(new Support.WordBuilder(P(TypedTable.FormTitle), whole.Replace(visible, hidden)).Build());
        (form.Read("2.1.summary"), form.Read("2.1.result"), form.Read("2.2.result")).ShouldBe((null, null, "Đạt"));
        form.ShouldHaveNo("LC1103");
        form.Findings.Where(f => f.Code == "LC1110").Select(f => f.Entry).ShouldBe(["2.1.summary", "2.1.result", null], ignoreOrder: true);
        form.Findings.Single(f => f.Code == "LC1110" && f.Entry is null).Location.At().ShouldContain("row 7");
    }

    [Fact]
    public void TextInTheColourOfItsGround_IsNoEntry_AndTold()
    {
        var form = Reads.Form(TypedTable.Word(("1.1.result", Para(R("Không đạt", "<w:color w:val=\"FFFFFF\"/>"), R("Đạt"))), ("1.2.result", Para(R("Đạt", "<w:color w:val=\"FFFFFF\"/>")))));
        (form.Read("1.1.result"), form.Read("1.2.result")).ShouldBe(("Đạt", null));
        form.Findings.Where(f => f.Code == "LC1110").Select(f => f.Entry).ShouldBe(["1.1.result", "1.2.result"]);
    }

    [Fact]
    public void PictureInACell_IsNamed_AndTheCellIsNotBlank()
    {
        var picture = Para("<w:r><w:pict><v:shape><v:imagedata r:id=\"x\"/></v:shape></w:pict></w:r>");
        var form = Reads.Form(TypedTable.Word(("1.1.result", picture)));
        form.Read("1.1.result").ShouldBe("?");
        var told = form.Only("LC2409");
        (told.Entry, told.Location.At()).ShouldBe(("1.1.result", "Table 1, row 3, column 4"));
    }

    /// <summary>A piece of another document that Word shows in the cell: beside words, in a small table, in a control.</summary>
    [Fact]
    public void ImportedPartInACell_IsNamedAtThatCell()
    {
        const string Chunk = "<w:altChunk r:id=\"x\"/>";
        var inTable = Table(Row(CellOf(Chunk, "<w:p/>"))) + "<w:p/>";
        var inControl = $"<w:sdt><w:sdtPr><w:tag w:val=\"k\"/></w:sdtPr><w:sdtContent>{Chunk}<w:p/></w:sdtContent></w:sdt>";
        var form = Reads.Form(TypedTable.Word(("1.1.summary", P("Theo biểu:") + Chunk), ("1.1.result", Chunk + "<w:p/>"), ("1.2.result", inTable), ("2.1.result", inControl)));
        (form.Read("1.1.summary"), form.Read("1.1.result"), form.Read("1.2.result"), form.Read("2.1.result"), form.Read("2.2.result")).ShouldBe(("Theo biểu:", "?", "?", "?", "Đạt"));
        var told = form.Findings.Where(f => f.Code == "LC2409").ToList();
        told.Select(f => (f.Entry, f.Location.At())).ShouldBe([
            ("1.1.summary", "Table 1, row 3, column 3"), ("1.1.result", "Table 1, row 3, column 4"), ("1.2.result", "Table 1, row 4, column 4"), ("2.1.result", told[^1].Location.At())]);
        told[^1].Location.ShouldBeOfType<Location.TableCell>().Row.ShouldBe(2 + new TypedTable().Index("2.1"));
        told.ShouldAllBe(f => f.Message(LanguageTable.Vietnamese) == "Ô chứa phần tài liệu nhúng, không đọc được. Hãy ghi nội dung bằng chữ hoặc số ngay trong ô.");
    }

    [Fact]
    public void EquationInACell_IsRead()
    {
        var equation = $"<m:oMath {Math}><m:f><m:num><m:r><m:t>17</m:t></m:r></m:num><m:den><m:r><m:t>18</m:t></m:r></m:den></m:f><m:r><m:t>=94,4%</m:t></m:r></m:oMath>";
        var form = Reads.Form(TypedTable.Word(("1.1.summary", Para(R("Tỷ lệ là "), equation, R(" (mức độ 2).")))));
        form.Read("1.1.summary").ShouldBe("Tỷ lệ là 17/18 = 94,4% (mức độ 2).");
    }

    private static string Control(string tag, string text, string more = "") => $"<w:sdt><w:sdtPr><w:tag w:val=\"{tag}\"/>{more}</w:sdtPr><w:sdtContent>{text}</w:sdtContent></w:sdt>";

    private const string Placeholder = "<w:showingPlcHdr/>";

    /// <summary>What stands beside or under our control is seen in the cell, and counts.</summary>
    [Fact]
    public void TextBesideTheControl_BelongsToTheCell()
    {
        var form = Reads.Form(TypedTable.Word(
            ("1.1.result", Para(Control("1.1.result", R("Chọn Đạt hoặc Không đạt"), Placeholder), R(" Không đạt"))),
            ("1.2.result", Para(Control("1.2.result", R("Chọn Đạt hoặc Không đạt"), Placeholder)) + P("Không đạt")),
            ("1.3.result", Para(Control("1.3.result", R("Đạt")), R(" (95%)"))),
            ("2.2.result", Para(Control("1.4.result", R("Đạt", "<w:strike/>")), R(" Không đạt"))),
            ("2.1.summary", Para(Control("2.1.summary", R("Đã có 12 mô hình"))) + P("và 3 câu lạc bộ")),
            ("2.1.result", Para(Control("2.1.result", R("Không đạt")), R(" ")))));
        (form.Read("1.1.result"), form.Read("1.2.result"), form.Read("1.3.result"), form.Read("2.2.result")).ShouldBe(("Không đạt", "Không đạt", "?", "Không đạt"));
        (form.Read("2.1.summary"), form.Read("2.1.result")).ShouldBe(("Đã có 12 mô hình\nvà 3 câu lạc bộ", "Không đạt"));
        form.Findings.Single(f => f.Entry == "1.3.result").Location.At().ShouldBe("Table 1, row 5, column 4");
    }
}
