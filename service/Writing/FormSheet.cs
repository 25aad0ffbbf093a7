using ClosedXML.Excel;
using LearningCity.Docs.Forms;

namespace LearningCity.Docs.Writing;

/// <summary>Paints a <see cref="FormGrid"/> on a worksheet: texts, frames, page set-up, frozen heading, protection without a password.</summary>
internal static class FormSheet
{
    public const string Font = "Times New Roman";
    public const double DefaultSize = 12;

    /// <summary>A frozen block higher than this, in points, leaves no room to work on a small screen.</summary>
    public const double HighestFrozen = 190;

    private const double PixelsPerMillimetre = 96 / 25.4;

    /// <summary>A digit of Times New Roman 12 at 96 dpi: Excel's unit of column width.</summary>
    private const double DigitPixels = 8;

    /// <summary>ClosedXML adds this to every width that it saves.</summary>
    private const double WidthOffset = 0.710625;

    public static void Paint(IXLWorksheet sheet, FormDefinition form, FormGrid grid, ImmutableArray<double> heights, IReadOnlyDictionary<string, string> values)
    {
        for (var c = 0; c < grid.Columns.Length; c++) { sheet.Column(c + 1).Width = (Math.Round(grid.Columns[c] * PixelsPerMillimetre) / DigitPixels) - WidthOffset; }
        for (var r = 0; r < heights.Length; r++) { sheet.Row(r + 1).Height = heights[r]; }
        foreach (var cell in grid.Cells) { Cell(sheet, cell, values); }
        Frame(sheet, grid);
        PageSetup(sheet, form, grid, heights);
        sheet.ShowGridLines = false;
        if (heights.Take(grid.HeaderRow).Sum() <= HighestFrozen) { sheet.SheetView.FreezeRows(grid.HeaderRow); }
        sheet.Protect()
            .AllowElement(XLSheetProtectionElements.FormatRows)
            .AllowElement(XLSheetProtectionElements.FormatColumns)
            .AllowElement(XLSheetProtectionElements.SelectLockedCells)
            .AllowElement(XLSheetProtectionElements.SelectUnlockedCells);
    }

    private static void Cell(IXLWorksheet sheet, GridCell cell, IReadOnlyDictionary<string, string> values)
    {
        var range = sheet.Range(cell.Row, cell.Column, cell.Row + cell.Rows - 1, cell.Column + cell.Columns - 1);
        if (cell.Rows * cell.Columns > 1) { range.Merge(false); }
        var style = range.Style;
        style.Font.FontName = Font;
        style.Font.FontSize = cell.Look.Size;
        style.Font.Bold = cell.Look.Bold;
        style.Font.Italic = cell.Look.Italic;
        style.Alignment.WrapText = true;
        style.Alignment.Horizontal = cell.Look.Centred ? XLAlignmentHorizontalValues.Center : XLAlignmentHorizontalValues.Left;
        style.Alignment.Vertical = cell.Look.Middle ? XLAlignmentVerticalValues.Center : XLAlignmentVerticalValues.Top;
        var first = range.FirstCell();
        if (cell.Field is not { } field)
        {
            first.SetValue(cell.Text);
            if (cell.IsOpen) { style.Protection.Locked = false; }
            return;
        }
        style.Protection.Locked = false;
        if (cell.Step is not null) { first.SetValue(cell.Text); return; }
        if (EntryContent.NumberFormat(field) is { } format) { style.NumberFormat.Format = format; }
        var content = EntryContent.Of(field, values.GetValueOrDefault(field.Id));
        if (content.Number is { } number) { first.SetValue(number); }
        else if (content.Shown.Length > 0)
        {
            first.SetValue(content.Shown);
            // A text stays one also when somebody edits it: "- Đã ban hành" would be taken for a formula, and "=…" might be one that does harm.
            if (content.Shown[0] is '=' or '+' or '-' or '@' or '\t' or '\r') { style.IncludeQuotePrefix = true; }
        }
    }

    /// <summary>One frame for the whole table: merged cells, entries and cells that the paper leaves empty alike.</summary>
    private static void Frame(IXLWorksheet sheet, FormGrid grid)
    {
        var border = sheet.Range(grid.HeaderRow, 1, grid.Cells.Where(c => c.Look.Framed).Max(c => c.Row + c.Rows - 1), grid.Columns.Length).Style.Border;
        border.OutsideBorder = XLBorderStyleValues.Thin;
        border.InsideBorder = XLBorderStyleValues.Thin;
    }

    private static void PageSetup(IXLWorksheet sheet, FormDefinition form, FormGrid grid, ImmutableArray<double> heights)
    {
        var page = sheet.PageSetup;
        page.PaperSize = XLPaperSize.A4Paper;
        page.PageOrientation = form.Page is PageOrientation.Portrait ? XLPageOrientation.Portrait : XLPageOrientation.Landscape;
        page.FitToPages(1, 0);
        page.CenterHorizontally = true;
        (page.Margins.Top, page.Margins.Bottom, page.Margins.Left, page.Margins.Right) = (Inches(Page.Top), Inches(Page.Bottom), Inches(Page.Left), Inches(Page.Right));
        (page.Margins.Header, page.Margins.Footer) = (Inches(10), Inches(10));
        page.SetRowsToRepeatAtTop(grid.HeaderRow, grid.HeaderRow);
        page.PrintAreas.Add(1, 1, grid.RowCount, grid.Columns.Length);
        page.DifferentFirstPageOnHF = true;
        foreach (var pages in new[] { XLHFOccurrence.OddPages, XLHFOccurrence.EvenPages }) { page.Header.Center.AddText(XLHFPredefinedText.PageNumber, pages).SetFontName(Font).SetFontSize(13); }
        foreach (var row in Page.Breaks(form, grid, heights)) { page.AddHorizontalPageBreak(row); }
    }

    private static double Inches(double millimetres) => millimetres / 25.4;
}
