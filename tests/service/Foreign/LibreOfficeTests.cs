using ClosedXML.Excel;
using LearningCity.Docs.Tests.Support;
using LearningCity.Docs.Tests.Writing;
using LearningCity.Docs.Writing;

namespace LearningCity.Docs.Tests.Foreign;

/// <summary>Our workbooks in LibreOffice: what it shows, and what is left after it has saved them as its own.</summary>
public class LibreOfficeTests
{
    [LibreOffice.Fact]
    public void Annex_ThroughOds_KeepsTextsMarksAndValues() => RoundTrip("phu-luc-iiib");

    [LibreOffice.Fact]
    public void Unesco_ThroughOds_KeepsTextsMarksAndValues() => RoundTrip("unesco-ba-dinh");

    /// <summary>LibreOffice measures the rows that may grow anew: what it needs is never more than what we gave.</summary>
    [LibreOffice.Fact]
    public void RowsThatLibreOfficeMeasures_AreNotHigherThanOurs()
    {
        var form = SampleForms.Form("phu-luc-iiib");
        var ours = FormWorkbook.Write(form, SampleValues.Right(form.Id));
        using var before = new XLWorkbook(new MemoryStream(ours));
        using var after = new XLWorkbook(new MemoryStream(ThroughOds(ours)));
        foreach (var indicator in form.Indicators)
        {
            var row = before.NamedRange(indicator.Fields[0].MarkName).Ranges.Single().FirstRow().RowNumber();
            after.Worksheet(1).Row(row).Height.ShouldBeLessThanOrEqualTo(before.Worksheet(1).Row(row).Height, indicator.Code);
        }
    }

    [LibreOffice.Fact]
    public void WorkbooksThroughOds_AreReadAsTheSameEntries()
    {
        foreach (var form in SampleForms.Official.Forms) { ReadBackTests.ShouldBeRight(form.Id, ThroughOds(FormWorkbook.Write(form, SampleValues.Right(form.Id)))); }
    }

    private static byte[] ThroughOds(byte[] workbook) => LibreOffice.Convert(LibreOffice.Convert(workbook, "xlsx", "ods"), "ods", "xlsx");

    private static void RoundTrip(string id)
    {
        var form = SampleForms.Form(id);
        var ours = FormWorkbook.Write(form, SampleValues.Right(id));
        using var before = new XLWorkbook(new MemoryStream(ours));
        using var after = new XLWorkbook(new MemoryStream(ThroughOds(ours)));
        Cells(after).ShouldBe(Cells(before));
        after.Worksheet(1).MergedRanges.Select(m => m.RangeAddress.ToString()).ShouldBe(before.Worksheet(1).MergedRanges.Select(m => m.RangeAddress.ToString()), ignoreOrder: true);
        foreach (var field in form.Fields)
        {
            var cell = after.NamedRange(field.MarkName).ShouldNotBeNull(field.Id).Ranges.Single().FirstCell();
            cell.Address.ToString().ShouldBe(before.NamedRange(field.MarkName).Ranges.Single().FirstCell().Address.ToString());
            cell.Style.Protection.Locked.ShouldBeFalse(field.Id);
        }
    }

    private static Dictionary<string, object> Cells(XLWorkbook book) => book.Worksheet(1).CellsUsed(XLCellsUsedOptions.Contents).ToDictionary(c => c.Address.ToString()!, c => c.Value);
}
