using LearningCity.Docs.Checking;
using LearningCity.Docs.Forms;
using LearningCity.Docs.Reading;
using LearningCity.Docs.Tests.Support;
using static LearningCity.Docs.Tests.Support.WordBuilder;

namespace LearningCity.Docs.Tests.Reading;

/// <summary>Files as officials send them (tests/fixtures/cases): boxes and tick columns, two columns for the same thing.</summary>
public class TickColumnTests
{
    private static FormEntries Case(string file) => Reads.Form(File.ReadAllBytes(Repository.Path("tests", "fixtures", "cases", file)));

    [Fact]
    public void TrendsTickedInBoxes_OurNameOnThePrintedWord_AreTheTicks()
    {
        var form = Case("02a-cell-checkbox-trend.xlsx");
        form.Entries.Where(e => e.Field.Kind is FieldKind.Trend).Select(e => (e.Id, form.Read(e.Id))).ShouldBe([
            ("1.2.4-1.trend", "increase"), ("1.2.4-2.trend", "increase"), ("1.3.1-3.trend", "decrease"), ("1.3.2-2.trend", "decrease"), ("1.3.2-3.trend", "decrease"), ("1.3.2-4.trend", "increase")]);
    }

    [Fact]
    public void ResultsTickedInBoxes_AreRead()
    {
        var form = Case("02b-cell-checkbox-results.xlsx");
        var results = form.Entries.Where(e => e.Field.Name == "result").Select(e => form.Read(e.Id)).ToList();
        (results.Count(r => r == "Đạt"), results.Count(r => r == "Không đạt")).ShouldBe((17, 1));
        form.Read("2.3.result").ShouldBe("Không đạt");
    }

    [Fact]
    public void OneTickOfAnotherKind_IsReadToo()
    {
        var form = Case("02c-tick-columns-mixed.xlsx");
        form.Read("1.2.result").ShouldBe("Đạt");
        form.Entries.Where(e => e.Field.Name == "result").ShouldAllBe(e => e.Value is EntryValue.Choice);
    }

    [Fact]
    public void OldColumnHidden_IsAskedAtBothHeaders_AndNeverPicked()
    {
        var form = Case("11b-hidden-old-column.xlsx");
        var asked = form.Only("LC1116");
        (asked.Severity, asked.Location.At(), asked.Related.Single().At()).ShouldBe((Severity.Error, "Phụ lục IIIb!D5", "Phụ lục IIIb!E5"));
        form.Read("1.1.result").ShouldBe("Đạt");
        form.Read("2.1.result").ShouldBe("?");
        form.Read("total.result").ShouldBe("?");
    }

    [Fact]
    public void TwoYears_AreAskedAtBothHeaders_AndNeverPicked()
    {
        var form = Case("11d-two-years-unesco.xlsx");
        var asked = form.Only("LC1116");
        (asked.Location.At(), asked.Related.Single().At()).ShouldBe(("Phân công nhiệm vụ!E5", "Phân công nhiệm vụ!I5"));
        form.Read("1.1.1-1.value").ShouldBe("?");
    }

    public static TheoryData<string, string, string?> Ticks()
    {
        var data = new TheoryData<string, string, string?>();
        foreach (var host in (string[])["xlsx", "docx"])
        {
            foreach (var tick in (string[])["x", "X", "X.", "✓", "✔", "☑", "✅", "đạt", "dat", "Đạt", "1", "có"]) { data.Add(host, tick, "Đạt"); }
            foreach (var strange in (string[])["xx", "Đạt 95%", "Chưa đạt", "Không đạt", "TRUE", "xem phụ lục"]) { data.Add(host, strange, "?"); }
            foreach (var nothing in (string[])["☐", "…", "-", ""]) { data.Add(host, nothing, null); }
        }
        return data;
    }

    [Theory]
    [MemberData(nameof(Ticks))]
    public void TickColumn_IsReadOrNamedAtItsCell_NeverPassedOver(string host, string typed, string? read)
    {
        var table = new TypedTable();
        var rows = table.Rows.Select((r, i) => new[] { r[0], r[1], r[2], i == 1 ? typed : "x", "" }).Prepend(["Tiêu chí, chỉ tiêu", "Nội dung", "Tóm tắt kết quả đạt được", "Đạt", "Không đạt"]);
        var form = Reads.Form(table.Save(host, rows));
        form.Read("1.1.result").ShouldBe(read);
        form.Entries.Single(e => e.Id == "1.1.result").Location.At().ShouldBe(table.At(host, 2, 3));
        if (read != "?") { form.ShouldHaveNo("LC2410"); return; }
        var told = form.Only("LC2410");
        (told.Entry, told.Location.At(), told.Value).ShouldBe(("1.1.result", table.At(host, 2, 3), typed));
        told.Message(LanguageTable.Vietnamese).ShouldStartWith($"Ô có ghi “{typed}” nhưng không hiểu được");
        FormChecker.Check(form, new DateOnly(2025, 4, 8)).ShouldNotContain(f => f.Code == "LC2001" && f.Entry == "1.1.result");
    }

    public static TheoryData<string, string, string?, string> OneColumn()
    {
        var data = new TheoryData<string, string, string?, string>();
        foreach (var host in (string[])["xlsx", "docx"])
        {
            foreach (var strange in (string[])["TRUE", "Đạt 95%"]) { data.Add(host, strange, "?", "LC2201"); }
            foreach (var tick in (string[])["X.", "x", "xx"]) { data.Add(host, tick, "?", "LC2207"); }
            data.Add(host, "dat", "Đạt", "LC2202");
            data.Add(host, "Chưa đạt", "Không đạt", "LC2202");
        }
        return data;
    }

    /// <summary>The same in one result column, where a tick alone does not say which result it is.</summary>
    [Theory]
    [MemberData(nameof(OneColumn))]
    public void OneResultColumn_IsReadOrNamedAtItsCell_NeverPassedOver(string host, string typed, string? read, string code)
    {
        var table = new TypedTable();
        table["1.1"][TypedTable.Result] = typed;
        var form = Reads.Form(table.Save(host));
        form.Read("1.1.result").ShouldBe(read);
        var told = form.Only(code);
        (told.Entry, told.Location.At()).ShouldBe(("1.1.result", table.At(host, 1 + table.Index("1.1"), TypedTable.Result)));
    }

    /// <summary>Row 1.1 of a table with a column for each result: what stands in the two cells, as a cell's content in Word and as a cell in Excel.</summary>
    private static FormEntries Ticked(string host, string met, string notMet)
    {
        var table = new TypedTable();
        var rows = table.Rows.Select((r, i) => (Texts: new[] { r[0], r[1], r[2] }, Met: i == table.Index("1.1") ? met : Plain(host, "x"), NotMet: i == table.Index("1.1") ? notMet : Plain(host, "")));
        string[] header = ["Tiêu chí, chỉ tiêu", "Nội dung", "Tóm tắt kết quả đạt được", "Đạt", "Không đạt"];
        if (host == "docx")
        {
            return Reads.Form(new WordBuilder(P(TypedTable.FormTitle), Table([WordBuilder.Texts(header), .. rows.Select(r => Row([.. r.Texts.Select(t => Cell(t)), CellOf(r.Met), CellOf(r.NotMet)]))])).Build());
        }
        string Text(string column, int row, string text) => text.Length == 0 ? "" : $"<c r=\"{column}{row}\" t=\"inlineStr\"><is><t>{text}</t></is></c>";
        var lines = rows.Select((r, i) => $"<row r=\"{i + 3}\">{string.Concat(r.Texts.Select((t, c) => Text("ABC"[c].ToString(), i + 3, t)))}{Placed(r.Met, "D", i + 3)}{Placed(r.NotMet, "E", i + 3)}</row>");
        return Reads.Form(WorkbookXml.Of($"<row r=\"1\">{Text("A", 1, TypedTable.FormTitle)}</row><row r=\"2\">{string.Concat(header.Select((t, c) => Text("ABCDE"[c].ToString(), 2, t)))}</row>{string.Concat(lines)}", name: "Biểu")
            .Styles("", "<font/><font><strike/></font>", "<xf fontId=\"1\"/>").ToBytes());

        static string Placed(string cell, string column, int row) => cell.Replace("r=\"\"", $"r=\"{column}{row}\"");
    }

    private static string Plain(string host, string text) => host == "docx" ? P(text) : text.Length == 0 ? "" : $"<c r=\"\" t=\"inlineStr\"><is><t>{text}</t></is></c>";

    /// <summary>A struck run, and behind it plain text.</summary>
    private static string Struck(string host, string struck, string plain = "") => host == "docx"
        ? Para(R(struck, "<w:strike/>"), plain.Length == 0 ? "" : R(plain))
        : $"<c r=\"\" t=\"inlineStr\"><is><r><rPr><strike/></rPr><t>{struck}</t></r>{(plain.Length == 0 ? "" : $"<r><t>{plain}</t></r>")}</is></c>";

    /// <summary>A cell that is struck as a whole by its own font.</summary>
    private static string StruckCell(string host, string text) => host == "docx" ? Struck(host, text) : $"<c r=\"\" s=\"1\" t=\"inlineStr\"><is><t>{text}</t></is></c>";

    private static string MetCell(string host) => host == "xlsx" ? "Biểu!D4" : "Table 1, row 3, column 4";

    private static string NotMetCell(string host) => host == "xlsx" ? "Biểu!E4" : "Table 1, row 3, column 5";

    public static TheoryData<string> Hosts => new("xlsx", "docx");

    [Theory]
    [MemberData(nameof(Hosts))]
    public void StruckTick_IsWithdrawn_AndTheOtherColumnsTickCounts(string host)
    {
        foreach (var struck in (string[])[Struck(host, "x"), StruckCell(host, "✓"), Struck(host, "Đạt")])
        {
            var form = Ticked(host, struck, Plain(host, "x"));
            form.Read("1.1.result").ShouldBe("Không đạt");
            form.Entries.Single(e => e.Id == "1.1.result").Location.At().ShouldBe(NotMetCell(host));
            var told = form.Only("LC2406");
            (told.Entry, told.Location.At()).ShouldBe(("1.1.result", MetCell(host)));
            told.Message(LanguageTable.Vietnamese).ShouldContain("không được tính; dấu ở cột “Không đạt” được tính");
        }
        var other = Ticked(host, Plain(host, "x"), StruckCell(host, "x"));
        (other.Read("1.1.result"), other.Only("LC2406").Location.At()).ShouldBe(("Đạt", NotMetCell(host)));
    }

    [Theory]
    [MemberData(nameof(Hosts))]
    public void TickStruckAndMadeAnewInItsCell_Counts(string host)
    {
        var form = Ticked(host, Struck(host, "Không đạt ", "x"), Plain(host, ""));
        (form.Read("1.1.result"), form.Only("LC2406").Location.At()).ShouldBe(("Đạt", MetCell(host)));
        form.ShouldHaveNo("LC2410", "LC2403");
    }

    [Theory]
    [MemberData(nameof(Hosts))]
    public void OnlyTickStruck_IsNoEntry_ToldAtItsCell(string host)
    {
        var form = Ticked(host, Plain(host, ""), Struck(host, "x"));
        form.Read("1.1.result").ShouldBeNull();
        (form.Only("LC2406").Entry, form.Only("LC2406").Location.At()).ShouldBe(("1.1.result", NotMetCell(host)));
        form.Entries.Single(e => e.Id == "1.1.result").Location.At().ShouldBe(NotMetCell(host));
        form.Only("LC2406").Message(LanguageTable.Vietnamese).ShouldContain("ô được coi là chưa ghi");
    }

    [Theory]
    [MemberData(nameof(Hosts))]
    public void StruckBox_SaysNothing(string host)
    {
        var form = Ticked(host, Plain(host, "x"), Struck(host, "☐"));
        form.Read("1.1.result").ShouldBe("Đạt");
        form.ShouldHaveNo("LC2406");
    }

    /// <summary>A picture or an imported part may be the tick: the cell is not blank.</summary>
    [Theory]
    [InlineData("<w:altChunk r:id=\"x\"/><w:p/>", "phần tài liệu nhúng")]
    [InlineData("<w:p><w:r><w:pict><v:shape><v:imagedata r:id=\"x\"/></v:shape></w:pict></w:r></w:p>", "ảnh")]
    public void ObjectInATickColumn_IsNamedAtItsCell(string content, string named)
    {
        var form = Ticked("docx", P(""), content);
        form.Read("1.1.result").ShouldBe("?");
        var told = form.Only("LC2409");
        (told.Entry, told.Location.At()).ShouldBe(("1.1.result", NotMetCell("docx")));
        told.Message(LanguageTable.Vietnamese).ShouldContain(named);
    }

    [Fact]
    public void PictureInATickColumnOfASheet_IsNamedAtItsCell()
    {
        var form = Ticked("xlsx", "", "<c r=\"\" t=\"e\" vm=\"1\"><v>#VALUE!</v></c>");
        (form.Read("1.1.result"), form.Only("LC2409").Location.At()).ShouldBe(("?", NotMetCell("xlsx")));
    }

    [Fact]
    public void FormulaWithoutItsValue_InATickColumn_IsNoBlank()
    {
        var form = Ticked("xlsx", "<c r=\"\"><f>IF(A1=1,1,0)</f></c>", "");
        (form.Read("1.1.result"), form.Only("LC2404").Location.At()).ShouldBe(("?", MetCell("xlsx")));
    }

    [Theory]
    [InlineData("1", "Đạt")]
    [InlineData("0", null)]
    public void TrueOrFalse_InATickColumnOfASheet_IsATickOrNone(string stored, string? read) =>
        Ticked("xlsx", $"<c r=\"\" t=\"b\"><v>{stored}</v></c>", "").Read("1.1.result").ShouldBe(read);

    public static TheoryData<string, string, string, string, string?> Years() => new()
    {
        { "xlsx", "Năm 2024", "năm 2023", "năm 2024", "Không đạt" }, { "docx", "Năm 2024", "năm 2023", "năm 2024", "Không đạt" },
        { "xlsx", "Số liệu năm 2023", "năm 2023", "năm 2024", "Đạt" }, { "docx", "Số liệu năm 2023", "năm 2023", "năm 2024", "Đạt" },
        { "xlsx", "", "năm 2023", "năm 2024", null }, { "docx", "", "năm 2023", "năm 2024", null },
        { "xlsx", "Năm 2025", "năm 2023", "năm 2024", null }, { "docx", "(ngày 25 tháng 4 năm 2024)", "năm 2023", "năm 2024", null },
        { "xlsx", "Năm 2024", "", "", null }, { "docx", "Năm 2024", "", "", null },
    };

    [Theory]
    [MemberData(nameof(Years))]
    public void TwoResultColumns_TheFormsYearDecides_ElseIsAsked(string host, string line, string first, string second, string? read)
    {
        var table = new TypedTable();
        if (line.Length > 0) { table.Title.Add(line); }
        var title = table.Form.Columns[3].Title;
        var rows = table.Rows.Select((r, i) => new[] { r[0], r[1], r[2], "Đạt", i == 1 ? "Không đạt" : "Đạt" }).Prepend([.. table.Header[0].Take(3), $"{title} {first}".Trim(), $"{title} {second}".Trim()]);
        var form = Reads.Form(table.Save(host, rows));
        form.Read("1.1.result").ShouldBe(read ?? "?");
        form.Read("1.2.result").ShouldBe("Đạt");
        if (read is not null) { form.ShouldHaveNo("LC1116"); return; }
        var asked = form.Only("LC1116");
        (asked.Location.At(), asked.Related.Single().At()).ShouldBe((table.At(host, 0, 3), table.At(host, 0, 4)));
    }

    [Theory]
    [InlineData("xlsx")]
    [InlineData("docx")]
    public void YearsUnderOneTitle_AreTwoColumns(string host)
    {
        var table = new TypedTable();
        var title = table.Form.Columns[3].Title;
        var rows = table.Rows.Select((r, i) => new[] { r[0], r[1], r[2], "Đạt", i == 1 ? "Không đạt" : "Đạt" }).Prepend(["", "", "", "2023", "2024"]).Prepend([.. table.Header[0].Take(3), title, title]);
        var form = Reads.Form(table.Save(host, rows));
        form.Read("1.1.result").ShouldBe("?");
        form.Only("LC1116").Location.At().ShouldBe(table.At(host, 0, 3));
    }
}
