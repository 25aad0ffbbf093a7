using LearningCity.Docs.Forms;
using LearningCity.Docs.OpenXml;
using LearningCity.Docs.Text;

namespace LearningCity.Docs.Reading;

/// <summary>Which cell holds a field of a results form: the field's column, in the rows of the node.</summary>
internal static class ResultCells
{
    /// <summary>Where the field is and what it holds. <paramref name="Conflicts"/>: other cells of the same field that say something else.</summary>
    internal sealed record Found(RawCell Cell, ImmutableArray<Location> Conflicts);

    /// <summary>Null when the table has no column for the field.</summary>
    /// <param name="next">Where a page break cut the row in two: the table that goes on, and its rows.</param>
    public static Found? Find(FormTable table, Band band, FieldDefinition field, (FormTable Table, Band Band)? next)
    {
        if (field.Kind is FieldKind.Result && table.Columns is { MetTick: > 0 and var met, NotMetTick: > 0 and var notMet }) { return Ticked(table.Grid, band, met, notMet); }
        var column = table.Columns.OfField(table.Form, field.Name);
        if (column == 0) { return null; }
        var cells = Cells(table.Grid, band, column);
        if (next is { } rest && rest.Table.Columns.OfField(table.Form, field.Name) is > 0 and var further) { cells.AddRange(Cells(rest.Table.Grid, rest.Band, further)); }
        if (cells.Count == 0) { return new Found(Blank(table.Grid, RowOf(table.Grid, band, column), column), []); }
        if (cells.Count == 1) { return new Found(cells[0].Raw(), []); }
        if (field.Kind is FieldKind.Summary)
        {
            return new Found(cells[0].Raw(string.Join('\n', cells.Select(c => c.Text.Trim()))), []);
        }
        var others = cells.Skip(1).Where(c => VietnameseText.Fold(c.Text) != VietnameseText.Fold(cells[0].Text)).Select(c => c.Location).ToImmutableArray();
        return new Found(cells[0].Raw(), others);
    }

    /// <summary>A cell without text that counts; what else it holds (struck text, a picture) stays known.</summary>
    public static RawCell Blank(Grid grid, int row, int column)
    {
        var cell = grid.At(row, column);
        return new("", RawKind.Blank, grid.LocationAt(row, column, cell?.Control)) { Seen = cell?.Seen, Objects = cell?.Objects ?? CellObjects.None };
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

    /// <summary>Two columns, Đạt and Không đạt, one of which is ticked.</summary>
    private static Found Ticked(Grid grid, Band band, int met, int notMet)
    {
        var (yes, no) = (Tick(grid, band, met), Tick(grid, band, notMet));
        return (yes, no) switch
        {
            ({ } cell, null) => new Found(cell.Raw("Đạt"), []),
            (null, { } cell) => new Found(cell.Raw("Không đạt"), []),
            ({ } cell, { } other) => new Found(cell.Raw("Đạt"), [other.Location]),
            _ => new Found(Blank(grid, band.First, met), []),
        };
    }

    private static GridCell? Tick(Grid grid, Band band, int column) =>
        Cells(grid, band, column).FirstOrDefault(c => !Symbols.IsEmptyBox(c.Text) && (Symbols.IsTick(c.Text) || VietnameseText.Fold(c.Text) is "đạt" or "không đạt" or "có" or "1"));
}
