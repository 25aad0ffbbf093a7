using ClosedXML.Excel;
using LearningCity.Docs.Forms;

namespace LearningCity.Docs.Writing;

/// <summary>
/// Biểu mẫu Excel: the official form as a workbook, blank or with what was typed. The same input gives the same bytes. What stands here is what the reader looks for:
/// every entry's cell has its mark, a defined name.
/// </summary>
internal static class FormWorkbook
{
    private static readonly SaveOptions AsBuilt = new() { ConsolidateConditionalFormatRanges = false, ConsolidateDataValidationRanges = false, EvaluateFormulasBeforeSaving = false };

    /// <param name="values">Raw texts by entry id: "Đạt", "95,5", "Tăng", "4".</param>
    /// <exception cref="ArgumentException">A value for an entry that the form does not have, or longer than a cell holds (32,767 characters).</exception>
    public static byte[] Write(FormDefinition form, IReadOnlyDictionary<string, string>? values = null)
    {
        values ??= ImmutableDictionary<string, string>.Empty;
        if (values.Keys.FirstOrDefault(id => form.Fields.All(f => f.Id != id)) is { } unknown) { throw new ArgumentException($"The form {form.Id} has no entry '{unknown}'.", nameof(values)); }

        var (grid, heights) = RowHeights.Fit(FormLayoutGrid.Of(form, values));
        using var book = new XLWorkbook();
        var sheet = book.Worksheets.Add(form.Sheet);
        FormSheet.Paint(sheet, form, grid, heights, values);
        var cells = grid.Cells.Where(c => c.Field is not null).GroupBy(c => c.Field!.Id).ToDictionary(c => c.Key, c => sheet.Range(c.Min(x => x.Row), c.Min(x => x.Column), c.Max(x => x.Row + x.Rows - 1), c.Max(x => x.Column + x.Columns - 1)));
        var steps = grid.Cells.Where(c => c.Step is not null).ToLookup(c => c.Field!.Id);
        EntryHelp.Add(form, cells, steps);
        foreach (var field in form.Fields) { book.NamedRanges.Add(field.MarkName, steps.Contains(field.Id) ? cells[field.Id] : cells[field.Id].FirstCell().AsRange()); }

        using var stream = new MemoryStream();
        book.SaveAs(stream, AsBuilt);
        return FormPackage.Seal(stream.ToArray(), form, [.. RowHeights.Growing(grid)]);
    }
}
