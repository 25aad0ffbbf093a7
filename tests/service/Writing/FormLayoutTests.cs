using ClosedXML.Excel;
using LearningCity.Docs.Forms;
using LearningCity.Docs.Tests.Support;
using LearningCity.Docs.Writing;

namespace LearningCity.Docs.Tests.Writing;

/// <summary>The shape of the two official tables, cell by cell where it matters.</summary>
public class FormLayoutTests
{
    private static readonly FormDefinition Annex = SampleForms.Form("phu-luc-iiib");
    private static readonly FormDefinition Unesco = SampleForms.Form("unesco-ba-dinh");

    [Fact]
    public void CriterionRow_IsMergedOverLabelAndText_AndHasItsOwnEntries()
    {
        using var book = FormWorkbookTests.Open(FormWorkbook.Write(Annex));
        var sheet = book.Worksheet(1);
        foreach (var criterion in Annex.Roots)
        {
            var cell = Cell(sheet, criterion.Printed);
            cell.MergedRange().RangeAddress.ToString().ShouldBe($"A{cell.Address.RowNumber}:B{cell.Address.RowNumber}");
            FormWorkbookTests.Mark(book, criterion.Fields[0]).Address.ToString().ShouldBe($"C{cell.Address.RowNumber}");
            FormWorkbookTests.Mark(book, criterion.Fields[1]).Address.ToString().ShouldBe($"D{cell.Address.RowNumber}");
        }
        Cell(sheet, "TỔNG HỢP").MergedRange().ColumnCount().ShouldBe(2);
    }

    [Fact]
    public void IndicatorRow_IsLabelTextSummaryResult_WithoutMerges()
    {
        using var book = FormWorkbookTests.Open(FormWorkbook.Write(Annex, SampleValues.Right(Annex.Id)));
        var sheet = book.Worksheet(1);
        foreach (var indicator in Annex.Indicators)
        {
            var row = FormWorkbookTests.Mark(book, indicator.Fields[0]).Address.RowNumber;
            sheet.Row(row).Cells(1, 4).Select(c => c.GetString()).ShouldBe([indicator.Label!, indicator.Title, SampleValues.Right(Annex.Id)[$"{indicator.Code}.summary"], "Đạt"]);
            sheet.MergedRanges.Any(m => m.RangeAddress.FirstAddress.RowNumber <= row && row <= m.RangeAddress.LastAddress.RowNumber).ShouldBeFalse();
        }
    }

    [Fact]
    public void Notes_StandUnderTheTable()
    {
        using var book = FormWorkbookTests.Open(FormWorkbook.Write(Annex));
        var sheet = book.Worksheet(1);
        var heading = Cell(sheet, "Lưu ý:").Address.RowNumber;
        heading.ShouldBe(Cell(sheet, "TỔNG HỢP").Address.RowNumber + 1);
        Annex.Notes!.Items.Select((item, i) => sheet.Cell(heading + 1 + i, 1).GetString() == item).ShouldAllBe(same => same);
        Cell(sheet, "Lưu ý:").Style.Border.LeftBorder.ShouldBe(XLBorderStyleValues.None);
    }

    [Fact]
    public void Parents_AreMergedOverTheirRows_PartsOverAllColumns()
    {
        using var book = FormWorkbookTests.Open(FormWorkbook.Write(Unesco));
        var sheet = book.Worksheet(1);
        foreach (var node in Unesco.Nodes.Where(n => n.Kind is NodeKind.Standard or NodeKind.Criterion))
        {
            var below = Unesco.Fields.Where(f => f.Node.StartsWith($"{node.Code}{(node.Kind is NodeKind.Standard ? '.' : '-')}", StringComparison.Ordinal)).ToList();
            var cell = Cell(sheet, node.Printed);
            cell.Address.ColumnNumber.ShouldBe(node.Kind is NodeKind.Standard ? 1 : 2);
            cell.Address.RowNumber.ShouldBe(FormWorkbookTests.Mark(book, below[0]).Address.RowNumber);
            (cell.IsMerged() ? cell.MergedRange().RowCount() : 1).ShouldBe(below.Count, node.Code);
        }
        foreach (var part in Unesco.Roots) { Cell(sheet, part.Printed).MergedRange().ColumnCount().ShouldBe(9); }
        Cell(sheet, "Số liệu thống kê hoặc kết quả khảo sát/đánh giá").MergedRange().ColumnCount().ShouldBe(5);
    }

    [Theory]
    [InlineData("1.1.1-1.value", "E{0}:H{0}", "I", "%")] // nothing printed but %
    [InlineData("1.2.1-2.poor", "H{0}", "E", "Hộ nghèo")]
    [InlineData("1.2.4-1.trend", "H{0}:I{0}", "E", "Tăng / Giảm")]
    [InlineData("2.4.1-2.rating", "E{0}", "E", "5\nXuất sắc")]
    [InlineData("2.4.1-2.rating", "E{0}", "I", "1\nYếu")]
    [InlineData("2.1.2-1.a_female", "H{0}", "G", "Nữ")]
    [InlineData("2.1.2-1.a_female", "H{0}", "I", "trẻ")]
    public void Figures_TakeTheRoomThatTheirLabelsLeave(string entry, string where, string column, string text)
    {
        using var book = FormWorkbookTests.Open(FormWorkbook.Write(Unesco));
        var cell = FormWorkbookTests.Mark(book, Unesco.Fields.Single(f => f.Id == entry));
        (cell.IsMerged() ? cell.MergedRange().RangeAddress.ToString() : cell.Address.ToString()).ShouldBe(string.Format(System.Globalization.CultureInfo.InvariantCulture, System.Text.CompositeFormat.Parse(where), cell.Address.RowNumber));
        cell.Worksheet.Cell($"{column}{cell.Address.RowNumber}").GetString().ShouldBe(text);
    }

    [Fact]
    public void Group_IsMergedOverItsFigures()
    {
        using var book = FormWorkbookTests.Open(FormWorkbook.Write(Unesco));
        Cell(book.Worksheet(1), "Số trẻ em 6 tuổi vào lớp 1").MergedRange().RowCount().ShouldBe(4);
        Cell(book.Worksheet(1), "Đạt chuẩn phổ cập giáo dục tiểu học mức độ 3").MergedRange().RowCount().ShouldBe(8);
    }

    [Fact]
    public void Total_IsHintedAndTurnsRed_NotComputed()
    {
        using var book = FormWorkbookTests.Open(FormWorkbook.Write(Unesco));
        FieldDefinition Field(string id) => Unesco.Fields.Single(f => f.Id == id);
        string At(string id) => FormWorkbookTests.Mark(book, Field(id)).Address.ToStringFixed();
        FormWorkbookTests.Validation(book, Field("2.1.1-1.total")).InputMessage.ShouldStartWith("Tổng = Nam + Nữ.");
        FormWorkbookTests.Mark(book, Field("2.1.1-1.total")).HasFormula.ShouldBeFalse();
        var (male, female, total) = (At("2.1.1-1.male"), At("2.1.1-1.female"), At("2.1.1-1.total"));
        book.Worksheet(1).ConditionalFormats.Select(f => f.Values[1].Value).ShouldContain($"IF(COUNT({male},{female},{total})=3,ROUND({total}-({male}+{female}),6)<>0,FALSE)");
    }

    [Fact]
    public void RateOutsideItsParts_AndSharesOverTheWhole_TurnRed()
    {
        using var book = FormWorkbookTests.Open(FormWorkbook.Write(Unesco));
        string At(string id) => FormWorkbookTests.Mark(book, Unesco.Fields.Single(f => f.Id == id)).Address.ToStringFixed();
        var (male, female, total) = (At("1.2.2-1.male"), At("1.2.2-1.female"), At("1.2.2-1.total"));
        var (poor, near) = (At("1.2.1-2.poor"), At("1.2.1-2.near_poor"));
        var formulas = book.Worksheet(1).ConditionalFormats.Select(f => f.Values[1].Value).ToList();
        formulas.ShouldContain($"IF(COUNT({male},{female},{total})=3,OR({total}<MIN({male},{female}),{total}>MAX({male},{female})),FALSE)");
        formulas.ShouldContain($"IF(COUNT({poor},{near})=2,{poor}+{near}>100,FALSE)");
    }

    [Fact]
    public void Pages_EndBetweenIndicatorsOrGroups_AndHoldWhatTheyShould()
    {
        using var book = FormWorkbookTests.Open(FormWorkbook.Write(Unesco));
        var sheet = book.Worksheet(1);
        var starts = Unesco.Indicators.SelectMany(n => n.Fields.Where((f, i) => i == 0 || f.Group is { } group && n.Fields[i - 1].Group != group)).Select(f => FormWorkbookTests.Mark(book, f).Address.RowNumber)
            .Concat(Unesco.Roots.Select(p => Cell(sheet, p.Printed).Address.RowNumber)).ToHashSet();
        int[] ends = [.. sheet.PageSetup.RowBreaks.Order(), sheet.LastRowUsed().RowNumber()];
        ends.Length.ShouldBeGreaterThan(5);
        var heading = sheet.PageSetup.FirstRowToRepeatAtTop;
        var from = 1;
        foreach (var end in ends)
        {
            var height = Enumerable.Range(from, end - from + 1).Sum(r => sheet.Row(r).Height) + (from == 1 ? 0 : sheet.Row(heading).Height);
            height.ShouldBeLessThanOrEqualTo((210 - 20 - 20) / 25.4 * 72);
            if (from > 1) { starts.ShouldContain(from); }
            from = end + 1;
        }
    }

    [Fact]
    public void FormsWithFreeText_HaveNoFixedPages()
    {
        using var book = FormWorkbookTests.Open(FormWorkbook.Write(Annex));
        book.Worksheet(1).PageSetup.RowBreaks.ShouldBeEmpty();
    }

    [Fact]
    public void RatioWithoutAUnit_IsAskedForInThePrompt()
    {
        using var book = FormWorkbookTests.Open(FormWorkbook.Write(Unesco));
        FormWorkbookTests.Validation(book, Unesco.Fields.Single(f => f.Id == "1.2.1-1.value")).InputMessage.ShouldContain("1,5 lần");
    }

    [Fact]
    public void Evidence_IsAskedForInTheSummarysPrompt()
    {
        using var book = FormWorkbookTests.Open(FormWorkbook.Write(Annex));
        FormWorkbookTests.Validation(book, Annex.Fields.Single(f => f.Id == "4.1.summary")).InputMessage.ShouldContain("số xã đạt / tổng số xã");
        FormWorkbookTests.Validation(book, Annex.Fields.Single(f => f.Id == "4.2.summary")).InputMessage.ShouldContain("năm trước liền kề");
    }

    [Fact]
    public void LongSummary_IsSpreadOverRowsThatExcelAllows()
    {
        var summary = string.Join(' ', Enumerable.Repeat("Ban hành kế hoạch xây dựng xã hội học tập.", 80));
        using var book = FormWorkbookTests.Open(FormWorkbook.Write(Annex, new Dictionary<string, string> { ["1.2.summary"] = summary }));
        var cell = FormWorkbookTests.Mark(book, Annex.Fields.Single(f => f.Id == "1.2.summary"));
        cell.GetString().ShouldBe(summary);
        var rows = cell.MergedRange().Rows().Select(r => r.WorksheetRow().Height).ToList();
        rows.Sum().ShouldBeGreaterThan(RowHeights.Highest);
        rows.ShouldAllBe(h => h <= RowHeights.Highest);
        cell.Style.Alignment.Vertical.ShouldBe(XLAlignmentVerticalValues.Top);
        cell.CellLeft().MergedRange().RowCount().ShouldBe(rows.Count);
        Cell(book.Worksheet(1), Annex.Node("1.3").Title).Address.RowNumber.ShouldBe(cell.MergedRange().LastRow().RowNumber() + 1);
    }

    [Fact]
    public void RowsWithFreeText_MayGrow_RowsWithMergedTextStandFast()
    {
        using var document = DocumentFormat.OpenXml.Packaging.SpreadsheetDocument.Open(new MemoryStream(FormWorkbook.Write(Annex)), false);
        var rows = document.WorkbookPart!.WorksheetParts.Single().Worksheet.Descendants<DocumentFormat.OpenXml.Spreadsheet.Row>().ToDictionary(r => (int)r.RowIndex!.Value, r => r.CustomHeight?.Value ?? false);
        using var book = FormWorkbookTests.Open(FormWorkbook.Write(Annex));
        int Row(string entry) => FormWorkbookTests.Mark(book, Annex.Fields.Single(f => f.Id == entry)).Address.RowNumber;
        rows[Row("1.2.summary")].ShouldBeFalse();
        rows[Row("1.summary")].ShouldBeTrue(); // two lines of printed text that Excel would not measure
    }

    [Fact]
    public void MadeUpAnnex_NeedsNoCode()
    {
        var form = SampleForms.Form("phu-luc-thu-nghiem");
        using var book = FormWorkbookTests.Open(FormWorkbook.Write(form, new Dictionary<string, string> { ["2.1.summary"] = "812/1.045 hộ, đạt 77,7%.", ["2.1.result"] = "Đạt" }));
        book.Worksheet(1).Cell("A1").GetString().ShouldBe("Phụ lục IIb");
        FormWorkbookTests.Mark(book, form.Fields.Single(f => f.Id == "2.1.result")).GetString().ShouldBe("Đạt");
    }

    [Fact]
    public void MadeUpTable_WithFewerLevels_HasOneParentColumn()
    {
        var form = SampleForms.Form("bang-so-lieu-thu-nghiem");
        using var book = FormWorkbookTests.Open(FormWorkbook.Write(form, new Dictionary<string, string> { ["1-1.total"] = "1.250" }));
        Cell(book.Worksheet(1), "1. Người học").MergedRange().RangeAddress.ToString().ShouldBe("A4:A7");
        var total = FormWorkbookTests.Mark(book, form.Fields.Single(f => f.Id == "1-1.total"));
        (total.Address.ToString(), total.GetDouble()).ShouldBe(("F6", 1250));
    }

    private static IXLCell Cell(IXLWorksheet sheet, string text) => sheet.CellsUsed(c => c.GetString() == text).First();
}
