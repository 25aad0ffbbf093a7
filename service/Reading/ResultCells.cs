using LearningCity.Docs.Forms;
using LearningCity.Docs.OpenXml;
using LearningCity.Docs.Text;

namespace LearningCity.Docs.Reading;

/// <summary>Which cell holds a field of a results form: the field's column, in the rows of the node.</summary>
internal static class ResultCells
{
    /// <summary>Null when the table has no column for the field.</summary>
    /// <param name="next">Where a page break cut the row in two: the table that goes on, and its rows.</param>
    public static FieldCell? Find(FormTable table, FormColumns columns, Band band, FieldDefinition field, (FormTable Table, Band Band)? next, Scales scales)
    {
        if (field.Kind is FieldKind.Result && columns is { MetTick: > 0 and var met, NotMetTick: > 0 and var notMet }) { return Ticked(table.Grid, band, field, met, notMet, scales.Tokens(field.Kind)); }
        var column = columns.OfField(table.Form, field.Name);
        if (column == 0) { return null; }
        if (scales.Of(field) is { } choices && choices.Decide(scales.OfKind(field.Kind)) is { IsBlank: false } chosen) { return chosen; }
        var cells = Cells(table, band, column, field, next);
        if (cells.Count == 0) { return new FieldCell(Blank(table.Grid, RowOf(table.Grid, band, column), column)); }
        if (cells.Count == 1) { return new FieldCell(cells[0].Raw()); }
        if (field.IsProse) { return new FieldCell(cells[0].Raw(string.Join('\n', cells.Select(c => c.Text.Trim())))); }
        var others = cells.Skip(1).Where(c => VietnameseText.Fold(c.Text) != VietnameseText.Fold(cells[0].Text)).Select(c => c.Location).ToImmutableArray();
        return new FieldCell(cells[0].Raw()) { Conflicts = others };
    }

    /// <summary>"Đạt / Không đạt" printed in the cell, before it is known how the other rows look.</summary>
    public static void Scan(FormTable table, FormColumns columns, Band band, FieldDefinition field, Scales scales)
    {
        if (field.Kind is not FieldKind.Result || columns.OfField(table.Form, field.Name) is not (> 0 and var column) || table.Grid.At(band.First, column) is not { } cell) { return; }
        var choices = ChoiceCells.Of(field, scales.Tokens(field.Kind), [cell], column);
        if (choices.ArePrinted) { scales.Add(field, choices); }
    }

    /// <summary>A cell without text that counts; what else it holds (struck text, a picture) stays known.</summary>
    public static RawCell Blank(Grid grid, int row, int column)
    {
        var cell = grid.At(row, column);
        return new("", RawKind.Blank, grid.LocationAt(row, column, cell?.Control)) { Seen = cell?.Seen, Objects = cell?.Objects ?? CellObjects.None };
    }

    public static RawCell Blank(GridCell cell) => Blank(cell.Grid, cell.Row, cell.Column);

    private static List<GridCell> Cells(FormTable table, Band band, int column, FieldDefinition field, (FormTable Table, Band Band)? next)
    {
        var cells = Cells(table.Grid, band, column);
        if (next is { } rest && rest.Table.Columns.OfField(table.Form, field.Name) is > 0 and var further) { cells.AddRange(Cells(rest.Table.Grid, rest.Band, further)); }
        return cells;
    }

    /// <summary>Where nothing can be read: the row with what was struck out or is a picture, else the first.</summary>
    private static int RowOf(Grid grid, Band band, int column) =>
        Enumerable.Range(band.First, band.Last - band.First + 1).FirstOrDefault(r => grid.At(r, column) is { } cell && (cell.Seen is not null || cell.Objects is not CellObjects.None), band.First);

    /// <summary>The cells with something in them, top down; one that is merged over several rows once. A hidden one counts where none can be seen.</summary>
    private static List<GridCell> Cells(Grid grid, Band band, int column)
    {
        var cells = new List<GridCell>(1);
        for (var row = band.First; row <= band.Last; row++)
        {
            if (grid.At(row, column) is { IsEmpty: false } cell && !Prompts.IsPrompt(cell.Text) && (cells.Count == 0 || cells[^1] != cell)) { cells.Add(cell); }
        }
        return cells.Exists(grid.IsOutOfSight) && !cells.TrueForAll(grid.IsOutOfSight) ? cells.FindAll(c => !grid.IsOutOfSight(c)) : cells;
    }

    private enum TickState { Empty, Ticked, Strange }

    /// <summary>Two columns, Đạt and Không đạt, one of which is ticked. What stands there and is no tick is named, never passed over.</summary>
    private static FieldCell Ticked(Grid grid, Band band, FieldDefinition field, int met, int notMet, ChoiceTokens tokens)
    {
        var cells = Cells(grid, band, met).Select(c => (Cell: c, Word: ChoiceWords.Met)).Concat(Cells(grid, band, notMet).Select(c => (Cell: c, Word: ChoiceWords.NotMet)))
            .Select(c => (c.Cell, c.Word, State: Tick(c.Cell, c.Word, tokens))).ToList();
        if (cells.Find(c => c.State is TickState.Strange) is { Cell: { } strange })
        {
            var raw = strange.Raw();
            return new FieldCell(raw) { Reading = new EntryReading(new EntryValue.Unreadable(raw.Text), [new Finding(FindingCatalog.LC2410_NotUnderstood, raw.Location, TypedCell.Short(raw.Text)) { Entry = field.Id, Value = raw.Text }]) };
        }
        var ticked = cells.FindAll(c => c.State is TickState.Ticked);
        if (ticked.Count == 0) { return new FieldCell(Blank(grid, band.First, met)); }
        return new FieldCell(ticked[0].Cell.Raw(ticked[0].Word)) { Conflicts = [.. ticked.Where(t => t.Word != ticked[0].Word).Select(t => t.Cell.Location)] };
    }

    private static TickState Tick(GridCell cell, string word, ChoiceTokens tokens)
    {
        if (NumberWords.IsPlaceholder(cell.Text)) { return TickState.Empty; }
        if (VietnameseText.Fold(cell.Text) is var key && key is "1" or "có") { return TickState.Ticked; }
        if (key is "0") { return TickState.Empty; }
        var read = tokens.Of(cell);
        if (read.All(t => t.Kind is ChoiceTokenKind.Box)) { return read.IsEmpty ? TickState.Strange : TickState.Empty; }
        return read.All(t => t.Kind is ChoiceTokenKind.Mark || (t.Kind is ChoiceTokenKind.Choice && tokens.Printed[t.Choice].Value == word)) ? TickState.Ticked : TickState.Strange;
    }
}
