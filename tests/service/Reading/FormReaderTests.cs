using System.Text;
using LearningCity.Docs.Reading;
using LearningCity.Docs.Tests.Support;
using LearningCity.Docs.Writing;

namespace LearningCity.Docs.Tests.Reading;

/// <summary>What is recognised as which form, however the table was rearranged.</summary>
public class FormReaderTests
{
    private static readonly string[] Identity = ["LC1102", "LC1103", "LC1104", "LC1105", "LC1106", "LC1107", "LC1108", "LC1109", "LC1111", "LC1112", "LC1114", "LC2403"];

    [Theory, InlineData("xlsx"), InlineData("docx")]
    public void TypedByHand_IsReadWhole(string host)
    {
        var form = Reads.Form(new TypedTable().Save(host));
        TypedTable.ShouldBeRead(form);
        form.Findings.Select(f => f.Code).ShouldBeEmpty();
    }

    [Theory, InlineData("xlsx"), InlineData("docx")]
    public void HeaderFarDown_IsFound(string host)
    {
        var table = new TypedTable();
        var far = Enumerable.Range(1, 70).Select(i => new[] { $"Ghi chép của phòng, dòng {i}", "", i % 3 == 0 ? "Đạt" : "" });
        var form = Reads.Form(table.Save(host, [.. far, .. table.Header, .. table.Rows]));
        TypedTable.ShouldBeRead(form);
        form.ShouldHaveNo(Identity);
    }

    [Theory, InlineData("xlsx"), InlineData("docx")]
    public void NoHeader_ColumnsAreToldByOrderAndContent(string host)
    {
        var table = new TypedTable();
        TypedTable.ShouldBeRead(Reads.Form(table.Save(host, table.Rows)));
    }

    [Theory]
    [InlineData("xlsx", new[] { 1, 3, 2, 0 })]
    [InlineData("docx", new[] { 1, 3, 2, 0 })]
    [InlineData("xlsx", new[] { 3, 2, 1, 0 })]
    [InlineData("docx", new[] { 2, 3, 0, 1 })]
    public void ColumnsMoved_AndOneMore_AreReadByTheirTitles(string host, int[] order)
    {
        var table = new TypedTable();
        IEnumerable<string> Moved(List<string> row, string more) => [more, .. order.Select(i => row[i]), row == table.Header[0] ? "Ghi chú" : "Đạt nhé, không đạt thì thôi"];
        var form = Reads.Form(table.Save(host, [Moved(table.Header[0], "STT"), .. table.Rows.Select((r, i) => Moved(r, $"{i + 1}"))]));
        TypedTable.ShouldBeRead(form);
        form.ShouldHaveNo(Identity);
    }

    [Theory, InlineData("xlsx"), InlineData("docx")]
    public void HeaderOverTwoRows_IsOneHeader(string host)
    {
        var table = new TypedTable();
        TypedTable.ShouldBeRead(Reads.Form(table.Save(host, [["Tiêu chí,", "", "Ghi chú", "Kết quả tự đánh giá", "Tóm tắt kết quả"], ["chỉ tiêu", "Nội dung", "", "(ghi Đạt/ Không đạt)", "đạt được"],
            .. table.Rows.Select(r => new[] { r[0], r[1], "không có gì", r[3], r[2] })])));
    }

    [Theory]
    [InlineData("xlsx", "x")]
    [InlineData("docx", "☑")]
    [InlineData("xlsx", "✓")]
    public void TwoColumnsToTick_AreTheResult(string host, string tick)
    {
        var table = new TypedTable();
        var form = Reads.Form(table.Save(host, [["Tiêu chí, chỉ tiêu", "Nội dung", "Tóm tắt kết quả đạt được", "Kết quả tự đánh giá", ""], ["", "", "", "Đạt", "Không đạt"],
            .. table.Rows.Select(r => new[] { r[0], r[1], r[2], r[3] == "Đạt" ? tick : "", r[3] == "Đạt" ? "" : tick })]));
        TypedTable.ShouldBeRead(form);
        form.ShouldHaveNo(Identity);
    }

    [Theory, InlineData("xlsx"), InlineData("docx")]
    public void BothTicked_IsAConflict(string host)
    {
        var table = new TypedTable();
        var form = Reads.Form(table.Save(host, [["Tiêu chí, chỉ tiêu", "Nội dung", "Tóm tắt kết quả đạt được", "Đạt", "Không đạt"],
            .. table.Rows.Select(r => new[] { r[0], r[1], r[2], "x", r[3] == "Đạt" ? "" : "x" })]));
        TypedTable.ShouldBeRead(form, [.. form.Entries.Where(e => e.Field.Kind is Docs.Forms.FieldKind.Result && TypedTable.ResultOf(e.Field.Node) != "Đạt").Select(e => e.Id)]);
        form.Read("1.2.result").ShouldBe("?");
    }

    [Theory, InlineData("xlsx"), InlineData("docx")]
    public void RowInsertedBelow_GoesOnWithTheRowAbove(string host)
    {
        var table = new TypedTable();
        table.Rows.Insert(table.Index("1.2"), ["", "", "thêm một ý", ""]);
        var form = Reads.Form(table.Save(host));
        TypedTable.ShouldBeRead(form, "1.1.summary");
        form.Read("1.1.summary").ShouldBe(TypedTable.SummaryOf("1.1") + "\nthêm một ý");
        form.ShouldHaveNo(Identity);
    }

    [Theory, InlineData("xlsx"), InlineData("docx")]
    public void TwoResultsThatDisagree_AreAConflict(string host)
    {
        var table = new TypedTable();
        table.Rows.Insert(table.Index("1.2"), ["", "", "", "Không đạt"]);
        table.Rows.Insert(table.Index("4.2") + 1, ["", "", "", "đạt"]);
        var form = Reads.Form(table.Save(host));
        TypedTable.ShouldBeRead(form, "1.1.result");
        var conflict = form.Only("LC2403");
        (conflict.Entry, conflict.Location.At(), conflict.Related.Single().At()).ShouldBe(("1.1.result", table.At(host, 2 + 0, 3), table.At(host, 3, 3)));
    }

    [Fact]
    public void ResultMergedOverItsIndicators_CountsForEach()
    {
        var table = new TypedTable();
        foreach (var code in (string[])["1.2", "1.3"]) { table[code][TypedTable.Result] = ""; }
        var builder = PackageBuilder.Workbook().Sheet("Biểu", [.. table.Title.Select(t => new object?[] { t }), .. table.Header.Concat(table.Rows).Select(r => r.Select(c => c.Length == 0 ? null : (object?)c).ToArray())]);
        var sheet = Encoding.UTF8.GetString(builder.Parts().Single(p => p.Name == "xl/worksheets/sheet1.xml").Content).Replace("</sheetData>", "</sheetData><mergeCells><mergeCell ref=\"D5:D7\"/></mergeCells>");
        var form = Reads.Form(builder.With("xl/worksheets/sheet1.xml", sheet).ToBytes());
        TypedTable.ShouldBeRead(form, "1.2.result");
        form.Read("1.2.result").ShouldBe("Đạt");
        form.Entries.Single(e => e.Id == "1.3.result").Location.At().ShouldBe("Biểu!D5");
    }

    [Fact]
    public void ResultMergedInWord_CountsForEach()
    {
        string Cell(string text, string properties = "") => $"<w:tc><w:tcPr>{properties}</w:tcPr>{WordBuilder.P(text)}</w:tc>";
        var table = new TypedTable();
        var rows = table.Header.Concat(table.Rows).Select((r, i) => WordBuilder.Row(Cell(r[0]), Cell(r[1]), Cell(r[2]), i switch
        {
            2 => Cell(r[3], "<w:vMerge w:val=\"restart\"/>"),
            3 or 4 => Cell("", "<w:vMerge/>"),
            _ => Cell(r[3]),
        }));
        var form = Reads.Form(new WordBuilder([.. table.Title.Select(WordBuilder.P), WordBuilder.Table([.. rows])]).Build());
        TypedTable.ShouldBeRead(form, "1.2.result");
        form.Read("1.2.result").ShouldBe("Đạt");
        form.Entries.Single(e => e.Id == "1.3.result").Location.At().ShouldBe(table.At("docx", 2, 3));
    }

    [Theory, InlineData("xlsx"), InlineData("docx")]
    public void RowMissing_IsAnErrorBehindTheRowBefore(string host)
    {
        var table = new TypedTable();
        table.Rows.RemoveAt(table.Index("2.3"));
        var form = Reads.Form(table.Save(host));
        TypedTable.ShouldBeRead(form, "2.3.summary", "2.3.result");
        var missing = form.Only("LC1103");
        (missing.Severity, missing.Location.At()).ShouldBe((Severity.Error, table.At(host, 1 + table.Index("2.2"), 1)));
        form.Entries.Single(e => e.Id == "2.3.result").Found.ShouldBeFalse();
    }

    [Theory, InlineData("xlsx"), InlineData("docx")]
    public void RowDoubled_IsAnErrorAtTheSecond(string host)
    {
        var table = new TypedTable();
        table.Rows.Add([.. table["2.3"]]);
        var form = Reads.Form(table.Save(host));
        TypedTable.ShouldBeRead(form);
        var doubled = form.Only("LC1104");
        (doubled.Severity, doubled.Location.At(), doubled.Related[0].At()).ShouldBe((Severity.Error, table.At(host, table.Rows.Count, 1), table.At(host, 1 + table.Index("2.3"), 1)));
    }

    [Theory]
    [InlineData("xlsx", "4.1", "90%", "80%")]
    [InlineData("docx", "4.1", "ít nhất", "trên")]
    [InlineData("xlsx", "3", "thư viện", "thư quán")]
    public void OneWordOfATextAltered_IsToldWithTheWords(string host, string code, string official, string typed)
    {
        var table = new TypedTable();
        var row = table[code];
        row[TypedTable.Text] = row[TypedTable.Text].Replace(official, typed);
        var form = Reads.Form(table.Save(host));
        TypedTable.ShouldBeRead(form);
        var altered = form.Only("LC1102");
        altered.Location.At().ShouldBe(table.At(host, 1 + table.Index(code), 1));
        altered.Severity.ShouldBe(Severity.Warning);
        var sentence = altered.Message(LanguageTable.Vietnamese);
        var (missing, added) = code == "3" ? ("viện", "quán") : (official, typed);
        sentence.ShouldContain(missing);
        sentence.ShouldContain(added);
    }

    [Theory]
    [InlineData("xlsx", "(MỨC ĐỘ 2)", "(MỨC ĐỘ 1)", "LC1109")]
    [InlineData("docx", "(MỨC ĐỘ 2)", "(MỨC ĐỘ 1)", "LC1109")]
    [InlineData("xlsx", "(MỨC ĐỘ 2)", "mức độ1", "LC1109")]
    [InlineData("docx", "CẤP HUYỆN", "CẤP XÃ", "LC1109")]
    [InlineData("xlsx", "TỔNG HỢP KẾT QUẢ", "THỐNG KÊ KẾT QUẢ", "LC1114")]
    [InlineData("docx", "TỔNG HỢP KẾT QUẢ", "THỐNG KÊ KẾT QUẢ", "LC1114")]
    [InlineData("xlsx", " (MỨC ĐỘ 2)", "", "LC1114")]
    [InlineData("xlsx", "MỨC ĐỘ 2", "mức độ2", null)]
    [InlineData("docx", "“CỘNG ĐỒNG HỌC TẬP”", "\"Cộng đồng học tập\"", null)]
    public void AnotherTitle_IsTold(string host, string official, string typed, string? code)
    {
        var table = new TypedTable();
        table.Title[1] = table.Title[1].Replace(official, typed);
        var form = Reads.Form(table.Save(host));
        TypedTable.ShouldBeRead(form);
        if (code is null) { form.ShouldHaveNo("LC1109", "LC1114"); return; }
        var finding = form.Only(code);
        finding.Value.ShouldBe(table.Title[1]);
        if (host == "xlsx") { finding.Location.At().ShouldBe("Biểu!A2"); }
    }

    [Theory, InlineData("xlsx"), InlineData("docx")]
    public void TextsWithoutDiacritics_AreRecognised_AndTold(string host)
    {
        var table = new TypedTable();
        foreach (var row in table.Rows) { row[1] = Bare(row[1]); }
        var form = Reads.Form(table.Save(host));
        TypedTable.ShouldBeRead(form);
        form.Findings.Count(f => f.Code == "LC1102").ShouldBe(17);

        static string Bare(string text) => string.Concat(text.Normalize(NormalizationForm.FormD).Where(c => char.GetUnicodeCategory(c) is not System.Globalization.UnicodeCategory.NonSpacingMark)).Replace('đ', 'd').Replace('Đ', 'D');
    }

    [Theory, InlineData("xlsx"), InlineData("docx")]
    public void EveryTextInNfd_OrOldTonePlacement_IsTheSameForm(string host)
    {
        var table = new TypedTable();
        foreach (var row in table.Rows) { row[1] = row[1].Replace("hóa", "hoá").Normalize(NormalizationForm.FormD).ToUpperInvariant().Replace(" ", " \u00A0").Replace("-", "–"); }
        var form = Reads.Form(table.Save(host));
        TypedTable.ShouldBeRead(form);
        form.ShouldHaveNo(Identity);
    }

    [Theory, InlineData("xlsx"), InlineData("docx")]
    public void RowsInAnotherOrder_AreReadByTheirTexts(string host)
    {
        var table = new TypedTable();
        table.Rows.Reverse();
        var form = Reads.Form(table.Save(host));
        TypedTable.ShouldBeRead(form);
        form.Only("LC1112").Severity.ShouldBe(Severity.Info);
    }

    [Theory, InlineData("xlsx"), InlineData("docx")]
    public void LabelsAndTextsInOneCell_AreRecognised(string host)
    {
        var table = new TypedTable();
        TypedTable.ShouldBeRead(Reads.Form(table.Save(host, [["Tiêu chí, chỉ tiêu", "Tóm tắt", "Đạt/Không đạt"], .. table.Rows.Select(r => new[] { r[1].Length == 0 ? r[0] : $"{r[0]}. {r[1]}", r[2], r[3] })])));
    }

    [Fact]
    public void FormOverTwoSheets_IsOneForm_AndACopyIsAnother()
    {
        var table = new TypedTable();
        object?[][] Rows(IEnumerable<List<string>> rows) => [.. rows.Select(r => r.Select(c => c.Length == 0 ? null : (object?)c).ToArray())];
        var cut = table.Index("3");
        var split = PackageBuilder.Workbook().Sheet("Một", Rows([.. table.Header, .. table.Rows.Take(cut)])).Sheet("Hai", Rows([.. table.Header, .. table.Rows.Skip(cut)])).ToBytes();
        TypedTable.ShouldBeRead(Reads.Form(split));
        var all = Rows([.. table.Header, .. table.Rows]);
        var copies = Reads.Forms(PackageBuilder.Workbook().Sheet("Bản 1", all).Sheet("Bản 2", all).ToBytes());
        copies.Length.ShouldBe(2);
        foreach (var copy in copies) { TypedTable.ShouldBeRead(copy); }
        copies[1].Entries[0].Location.At().ShouldStartWith("Bản 2!");
    }

    [Fact]
    public void FormCutByAPageBreakInWord_IsOneForm()
    {
        var table = new TypedTable();
        var cut = table.Index("3.2");
        var document = PackageBuilder.Document().Table([.. table.Header.Concat(table.Rows.Take(cut)).Select(r => r.ToArray())]).Paragraph("").Table([.. table.Rows.Skip(cut).Select(r => r.ToArray())]);
        var form = Reads.Form(document.ToBytes());
        TypedTable.ShouldBeRead(form);
        form.ShouldHaveNo(Identity);
    }

    [Fact]
    public void CopyBelowOnTheSameSheet_IsNotReadInPlaceOfTheFirst()
    {
        var table = new TypedTable();
        var second = table.Rows.Select(r => new List<string> { r[0], r[1], "bản sau", "Không đạt" }).ToList();
        var form = Reads.Form(table.Save("xlsx", [.. table.Header, .. table.Rows, [""], .. table.Header, .. second]));
        TypedTable.ShouldBeRead(form);
        form.Findings.Count(f => f.Code == "LC1104").ShouldBe(18);
    }

    [Theory, InlineData("xlsx"), InlineData("docx")]
    public void SignaturesRightBelow_AreNotTheLastRowsEntries(string host)
    {
        var table = new TypedTable();
        var form = Reads.Form(table.Save(host, [.. table.Header, .. table.Rows, ["Người lập biểu", "", "Ba Đình, ngày 08 tháng 4 năm 2025", "CHỦ TỊCH"], ["Nguyễn Văn A", "", "", "Trần Thị B"]]));
        TypedTable.ShouldBeRead(form);
        form.ShouldHaveNo(Identity);
    }

    [Theory, InlineData("xlsx"), InlineData("docx")]
    public void NotesBelow_AreNotEntries(string host)
    {
        var table = new TypedTable();
        table.Rows.RemoveAt(table.Rows.Count - 1);
        var form = Reads.Form(table.Save(host, [.. table.Header, .. table.Rows, .. table.Form.Notes!.Items.Prepend(table.Form.Notes.Heading).Select(n => new[] { n, "", "", "" })]));
        TypedTable.ShouldBeRead(form, "total.summary", "total.result");
        form.Only("LC1103").Severity.ShouldBe(Severity.Error);
    }

    [Fact]
    public void TwoFormsOneBelowTheOther_AreBothRead()
    {
        var table = new TypedTable();
        var figures = SampleForms.Form("unesco-ba-dinh");
        var more = figures.Indicators.Select(n => new[] { n.Code, n.Title, n.Unit?.Name ?? "", "" });
        var forms = Reads.Forms(table.Save("xlsx", [.. table.Header, .. table.Rows, [""], [figures.Title], .. more]));
        forms.Select(f => f.Form.Id).ShouldBe(["unesco-ba-dinh", "phu-luc-iiib"], ignoreOrder: true);
        TypedTable.ShouldBeRead(forms.Single(f => f.Form.Id == "phu-luc-iiib"));
        forms.Single(f => f.Form.Id == "unesco-ba-dinh").Entries.ShouldAllBe(e => e.Value is Docs.Reading.EntryValue.Blank);
    }

    /// <summary>A row copied in Word takes its controls along: two controls of one tag.</summary>
    [Fact]
    public void RowCopiedWithItsControls_IsDoubled()
    {
        string Sdt(string tag, string text) => $"<w:p><w:sdt><w:sdtPr><w:tag w:val=\"{tag}\"/></w:sdtPr><w:sdtContent>{WordBuilder.R(text)}</w:sdtContent></w:sdt></w:p>";
        var table = new TypedTable();
        var rows = table.Form.Nodes.Select((n, i) => WordBuilder.Row(WordBuilder.Cell(table.Rows[i][0]), WordBuilder.Cell(table.Rows[i][1]), WordBuilder.CellOf(Sdt($"{n.Code}.summary", table.Rows[i][2])), WordBuilder.CellOf(Sdt($"{n.Code}.result", table.Rows[i][3])))).ToList();
        rows.Insert(3, rows[3]);
        var form = Reads.Form(new WordBuilder([.. table.Title.Select(WordBuilder.P), WordBuilder.Table([WordBuilder.Texts([.. table.Header[0]]), .. rows])]).Build());
        form.Only("LC1104").Location.At().ShouldBe(table.At("docx", 5, 1));
        TypedTable.ShouldBeRead(form);
    }

    [Fact]
    public void FormInsideALayoutTable_IsFound()
    {
        var table = new TypedTable();
        var inner = WordBuilder.Table([.. table.Header.Concat(table.Rows).Select(r => WordBuilder.Texts([.. r]))]);
        TypedTable.ShouldBeRead(Reads.Form(new WordBuilder(WordBuilder.Table(WordBuilder.Row(WordBuilder.CellOf(inner, WordBuilder.P("")), WordBuilder.Cell("ký tên")))).Build()));
    }

    [Fact]
    public void HiddenRows_AreReadAndTold()
    {
        var table = new TypedTable();
        var builder = PackageBuilder.Workbook().Sheet("Biểu", [.. table.Header.Concat(table.Rows).Select(r => r.Select(c => c.Length == 0 ? null : (object?)c).ToArray())]);
        var sheet = Encoding.UTF8.GetString(builder.Parts().Single(p => p.Name == "xl/worksheets/sheet1.xml").Content).Replace("<row r=\"4\">", "<row r=\"4\" hidden=\"1\">");
        var form = Reads.Form(builder.With("xl/worksheets/sheet1.xml", sheet).ToBytes());
        TypedTable.ShouldBeRead(form);
        form.Only("LC1110").Location.At().ShouldBe("Biểu!B4");
    }

    [Theory]
    [InlineData("<f>NOW()</f>", "LC2404")]
    [InlineData("<f>NOW()</f><v></v>", "LC2404")]
    [InlineData("<f>1/0</f><v>#DIV/0!</v>", null)]
    public void FormulaWithoutItsValue_IsTold_ForResultsAndFigures(string content, string? code)
    {
        var results = new TypedTable();
        results["1.1"][TypedTable.Result] = "công thức";
        var figures = SampleForms.Form("unesco-ba-dinh");
        var value = figures.Indicators.First(n => n.Code == "1.1.1-1");
        var filled = FormWorkbook.Write(figures, new Dictionary<string, string> { ["1.1.1-1.value"] = "12,5", ["2.1.1-1.male"] = "777" });
        foreach (var (file, find, entry) in ((byte[], string, string)[])[(results.Save("xlsx"), "<is><t xml:space=\"preserve\">công thức</t></is>", "1.1.result"), (filled, "<v>12.5</v>", "1.1.1-1.value"), (filled, "<v>777</v>", "2.1.1-1.male")])
        {
            var parts = Fixing.Fixes.Parts(file);
            var sheet = parts.Keys.Single(k => k.EndsWith("sheet1.xml", StringComparison.Ordinal));
            var text = System.Text.Encoding.UTF8.GetString(parts[sheet]);
            var at = text.IndexOf(find, StringComparison.Ordinal);
            at.ShouldBeGreaterThan(0, find);
            var open = text.LastIndexOf('<', at - 1);
            var reference = System.Text.RegularExpressions.Regex.Match(text[open..at], "r=\"[A-Z0-9]+\"").Value;
            parts[sheet] = System.Text.Encoding.UTF8.GetBytes(text[..open] + $"<c {reference}{(code is null ? " t=\"e\"" : "")}>{content}" + text[(at + find.Length)..]);
            foreach (var marked in (bool[])[true, false])
            {
                if (!marked) { parts["xl/workbook.xml"] = System.Text.Encoding.UTF8.GetBytes(System.Text.Encoding.UTF8.GetString(parts["xl/workbook.xml"]).Replace("LC_", "XX_")); }
                Reads.Form(ZipBytes.Of(parts.Select(p => new ZipItem(p.Key, p.Value)))).Only(code ?? "LC2401").Entry.ShouldBe(entry);
            }
        }
    }

    [Fact]
    public void FormOnAHiddenSheet_IsReadOnlyWhereNoneIsVisible()
    {
        var table = new TypedTable();
        object?[][] rows = [.. table.Header.Concat(table.Rows).Select(r => r.Select(c => c.Length == 0 ? null : (object?)c).ToArray())];
        string Sheets(string first, string second) => $"<sheet name=\"Một\" sheetId=\"1\" r:id=\"rId1\"{first}/><sheet name=\"Hai\" sheetId=\"2\" r:id=\"rId2\"{second}/>";
        var hidden = Reads.Form(PackageBuilder.Workbook().Sheet("1", rows).Sheet("2", ["khác"]).Book(Sheets(" state=\"hidden\"", "")).ToBytes());
        TypedTable.ShouldBeRead(hidden);
        hidden.Only("LC1110").Location.At().ShouldStartWith("Một!");
        var both = Reads.Form(PackageBuilder.Workbook().Sheet("1", rows).Sheet("2", rows).Book(Sheets(" state=\"veryHidden\"", "")).ToBytes());
        both.Entries[0].Location.At().ShouldStartWith("Hai!");
        both.ShouldHaveNo("LC1110");
    }

    [Fact]
    public void NoForm_SaysWhatWasLookedForAndFound()
    {
        var finding = Reads.NoForm(PackageBuilder.Workbook().Sheet("Thu chi", ["Ngày", "Tiền"], [1, 2]).Sheet("Nhân sự").ToBytes());
        finding.Code.ShouldBe("LC1101");
        var sentence = finding.Message(LanguageTable.Vietnamese);
        foreach (var word in (string[])["Phụ lục IIIb", "Thu chi", "Nhân sự"]) { sentence.ShouldContain(word); }
        Reads.NoForm(PackageBuilder.Document().Paragraph("Kính gửi").Table(["Giấy mời họp", "x"]).ToBytes()).Message(LanguageTable.Vietnamese).ShouldContain("Giấy mời họp");
        foreach (var empty in (byte[][])[PackageBuilder.Workbook().ToBytes(), PackageBuilder.Document().ToBytes(), PackageBuilder.Document().With("word/document.xml", "<w:x xmlns:w=\"urn:x\"/>").ToBytes()])
        {
            Reads.NoForm(empty).Code.ShouldBe("LC1101");
        }
        Reads.NoForm(PackageBuilder.Workbook().Sheet("a").With("xl/worksheets/sheet1.xml", "<worksheet><sheetData>").ToBytes()).ShouldSatisfyAllConditions(
            f => f.Code.ShouldBe("LC1015"), f => f.Location.At().ShouldContain("sheet1.xml"));
    }

    [Fact]
    public void SignaturesRightBelowTheLastIndicator_AreNoEntry()
    {
        var form = SampleForms.Form("unesco-ba-dinh");
        List<object?[]> rows = [[.. form.Columns.Select(c => (object?)c.Title)]];
        rows.AddRange(form.Indicators.Select(i => new object?[] { null, null, i.Title, i.Unit?.Name, i.Fields is [{ Kind: LearningCity.Docs.Forms.FieldKind.Percent }] ? 96m : null }));
        rows.Add(["Người lập biểu", null, null, null, "Thủ trưởng đơn vị"]);
        rows.Add(["(Ký, ghi rõ họ tên)", null, null, null, "(Ký, đóng dấu)"]);
        var entries = Reads.Form(PackageBuilder.Workbook().Sheet("Số liệu", [.. rows]).ToBytes());
        entries.Entries.Single(e => e.Id == "3.3.3-1.rating").Value.ShouldBeOfType<EntryValue.Blank>();
        entries.Entries.Single(e => e.Id == "1.1.1-1.value").Value.ShouldBe(new EntryValue.Number(96));
    }
}
