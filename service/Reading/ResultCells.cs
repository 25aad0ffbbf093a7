using LearningCity.Docs.Forms;
using LearningCity.Docs.OpenXml;
using LearningCity.Docs.Text;

namespace LearningCity.Docs.Reading;

/// <summary>Which cell holds a field of a results form: the field's column, in the rows of the node.</summary>
internal static class ResultCells
{
    /// <summary>Null when the table has no column for the field.</summary>
    /// <param name="next">Where a page break cut the row in two: the table that goes on, and its rows.</param>
    public static FieldCell? Find(FormTable table, FormColumns columns, Band band, FieldDefinition field, (FormTable Table, Band Band)? next, Scales scales, CancellationToken cancelled)
    {
        if (field.Kind is FieldKind.Result && columns is { MetTick: > 0 and var met, NotMetTick: > 0 and var notMet }) { return Ticked(table, band, field, met, notMet, scales.Tokens(field.Kind), cancelled); }
        var column = columns.OfField(table.Form, field.Name);
        if (column == 0) { return null; }
        if (scales.Of(field) is { } choices && choices.Decide(scales.OfKind(field.Kind), scales.Places(field.Kind)) is { IsBlank: false } chosen) { return chosen; }
        var cells = Cells(table, band, column, field, next, cancelled);
        if (cells.Count == 0) { return new FieldCell(Blank(table.Grid, RowOf(table.Grid, band, column), column)); }
        var beside = Beside(Unread(table, band, [column], field, cells), new Sentence("LC2406.read", TypedCell.Short(cells[0].Text)));
        if (cells.Count == 1) { return new FieldCell(cells[0].Raw()) { Beside = beside }; }
        if (field.IsProse) { return new FieldCell(cells[0].Raw(string.Join('\n', cells.Select(c => c.Text.Trim())))) { Beside = beside }; }
        var others = cells.Skip(1).Where(c => VietnameseText.Fold(c.Text) != VietnameseText.Fold(cells[0].Text)).Select(c => c.Location).ToImmutableArray();
        return new FieldCell(cells[0].Raw()) { Conflicts = others, Beside = beside };
    }

    /// <summary>"Đạt / Không đạt" printed in the cell, before it is known how the other rows look.</summary>
    public static void Scan(FormTable table, FormColumns columns, Band band, FieldDefinition field, Scales scales, CancellationToken cancelled)
    {
        if (field.Kind is not FieldKind.Result || columns.OfField(table.Form, field.Name) is not (> 0 and var column) || table.Grid.At(band.First, column) is not { } cell) { return; }
        var choices = ChoiceCells.Of(field, scales.Tokens(field.Kind), [cell], column, cancelled);
        if (choices.ArePrinted) { scales.Add(field, choices); }
    }

    /// <summary>A cell without text that counts; what else it holds (struck text, a picture) stays known.</summary>
    public static RawCell Blank(Grid grid, int row, int column)
    {
        var cell = grid.At(row, column);
        return new("", RawKind.Blank, grid.LocationAt(row, column, cell?.Control)) { Seen = cell?.Seen, Objects = cell?.Objects ?? CellObjects.None };
    }

    public static RawCell Blank(GridCell cell) => Blank(cell.Grid, cell.Row, cell.Column);

    private static List<GridCell> Cells(FormTable table, Band band, int column, FieldDefinition field, (FormTable Table, Band Band)? next, CancellationToken cancelled)
    {
        var cells = Cells(table.Grid, band, column, cancelled);
        if (next is { } rest && rest.Table.Columns.OfField(table.Form, field.Name) is > 0 and var further) { cells.AddRange(Cells(rest.Table.Grid, rest.Band, further, cancelled)); }
        return cells;
    }

    /// <summary>Where nothing can be read: the row with what was struck out or is a picture, else the first.</summary>
    private static int RowOf(Grid grid, Band band, int column) =>
        Enumerable.Range(band.First, band.Last - band.First + 1).FirstOrDefault(r => grid.At(r, column) is { } cell && (cell.Seen is not null || cell.Objects is not CellObjects.None), band.First);

    /// <summary>The cells with something in them, top down; one that is merged over several rows once. A hidden one counts where none can be seen.</summary>
    private static List<GridCell> Cells(Grid grid, Band band, int column, CancellationToken cancelled)
    {
        var cells = new List<GridCell>(1);
        for (var row = band.First; row <= band.Last; row++)
        {
            cancelled.ThrowIfCancellationRequested();
            if (grid.At(row, column) is { IsEmpty: false } cell && !Prompts.IsPrompt(cell.Text) && (cells.Count == 0 || cells[^1] != cell)) { cells.Add(cell); }
        }
        return cells.Exists(grid.IsOutOfSight) && !cells.TrueForAll(grid.IsOutOfSight) ? cells.FindAll(c => !grid.IsOutOfSight(c)) : cells;
    }

    private enum TickState { Empty, Ticked, Strange }

    /// <summary>
    /// Two columns, Đạt and Không đạt, one of which is ticked. A tick that is struck out is withdrawn, and told. What stands there and is no tick is named, never passed over.
    /// </summary>
    private static FieldCell Ticked(FormTable table, Band band, FieldDefinition field, int met, int notMet, ChoiceTokens tokens, CancellationToken cancelled)
    {
        var grid = table.Grid;
        var cells = Cells(grid, band, met, cancelled).Select(c => (Cell: c, Word: ChoiceWords.Met)).Concat(Cells(grid, band, notMet, cancelled).Select(c => (Cell: c, Word: ChoiceWords.NotMet)))
            .Select(c => (c.Cell, c.Word, State: Tick(c.Cell, c.Word, tokens))).ToList();
        // A formula without its value is told as such.
        if (cells.Find(c => c.Cell is { IsFormula: true, Kind: RawKind.Number, Number: null }) is { Cell: { } open }) { return new FieldCell(open.Raw()); }
        if (cells.Find(c => c.State is TickState.Strange) is { Cell: { } strange })
        {
            var raw = strange.Raw();
            return new FieldCell(raw) { Reading = new EntryReading(new EntryValue.Unreadable(raw.Text), [new Finding(FindingCatalog.LC2410_NotUnderstood, raw.Location, TypedCell.Short(raw.Text)) { Entry = field.Id, Value = raw.Text }]) };
        }
        var ticked = cells.FindAll(c => c.State is TickState.Ticked);
        var unread = Unread(table, band, [met, notMet], field, ticked.Select(t => t.Cell));
        if (ticked.Count == 0)
        {
            if (unread.Count == 0) { return new FieldCell(Blank(grid, band.First, met)); }
            var told = unread.Find(u => u.Reading.Value is EntryValue.Unreadable) is { Cell: not null } covered ? covered : unread[0];
            return new FieldCell(Blank(told.Cell)) { Reading = told.Reading with { Findings = [.. unread.SelectMany(u => u.Reading.Findings)] } };
        }
        var (first, word, _) = ticked[0];
        return new FieldCell(first.Raw(word) with { Seen = first.Seen })
        {
            Conflicts = [.. ticked.Where(t => t.Word != word).Select(t => t.Cell.Location)],
            Beside = Beside(unread, new Sentence("LC2406.ticked", word)),
        };
    }

    /// <summary>The cells of these columns that hold more than plain text (struck or hidden text, a picture), each read as if alone. A struck box without a tick says nothing.</summary>
    private static List<(GridCell Cell, EntryReading Reading)> Unread(FormTable table, Band band, ImmutableArray<int> columns, FieldDefinition field, IEnumerable<GridCell> but) =>
        [.. columns.SelectMany(column => Enumerable.Range(band.First, band.Last - band.First + 1).Select(row => table.Grid.At(row, column))).OfType<GridCell>()
            .Where(c => c.Objects is not CellObjects.None || (c.Seen is { } seen && !(Symbols.IsEmptyBox(seen.Struck) && seen.Hidden.Length == 0))).Distinct().Except(but)
            .Select(c => (Cell: c, Reading: EntryReader.Read(table.Form, field, Blank(c)))).Where(u => !u.Reading.Findings.IsEmpty)];

    /// <summary>What they are to be told of, where another cell has the value: of struck text also what counts in its place.</summary>
    private static ImmutableArray<Finding> Beside(List<(GridCell Cell, EntryReading Reading)> unread, Sentence counts) =>
        [.. unread.SelectMany(u => u.Reading.Findings).Select(f => f.Descriptor == FindingCatalog.LC2406_Withdrawn ? f with { Arguments = [f.Arguments[0], counts] } : f)];

    private static TickState Tick(GridCell cell, string word, ChoiceTokens tokens)
    {
        if (NumberWords.IsPlaceholder(cell.Text)) { return TickState.Empty; }
        if (VietnameseText.Fold(cell.Text) is var key && key is "1" or "có") { return TickState.Ticked; }
        if (key is "0") { return TickState.Empty; }
        var read = tokens.Of(cell).RemoveAll(t => t.Looks.HasFlag(Looks.Struck));
        if (read.All(t => t.Kind is ChoiceTokenKind.Box)) { return read.IsEmpty ? TickState.Strange : TickState.Empty; }
        return read.All(t => t.Kind is ChoiceTokenKind.Mark || (t.Kind is ChoiceTokenKind.Choice && tokens.Printed[t.Choice].Value == word)) ? TickState.Ticked : TickState.Strange;
    }
}
