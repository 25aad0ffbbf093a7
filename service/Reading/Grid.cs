using System.Globalization;
using LearningCity.Docs.OpenXml;

namespace LearningCity.Docs.Reading;

/// <summary>
/// A table as drawn, from a worksheet or a Word table: only cells that hold something, with merged ranges resolved. Rows and columns count from 1 as the user sees them.
/// </summary>
internal sealed class Grid
{
    /// <summary>Beyond this many rows under merged ranges a file is not a form any more; further ranges are ignored.</summary>
    private const int MergedRowsAtMost = 2_000_000;

    /// <summary>Further rows and columns of one merged range are not looked at.</summary>
    private const int SpanAtMost = 512;

    private readonly Dictionary<long, GridCell> cells = [];
    private readonly Dictionary<int, MergedRow> merged = [];
    private readonly List<GridRow> rows = [];
    private int mergedRows;
    private bool inOrder = true;

    public Grid(Host host, string name, int number) => (Host, Name, Number) = (host, name, number);

    public Host Host { get; }

    /// <summary>The sheet's name; in Word the table's number as text.</summary>
    public string Name { get; }

    /// <summary>The sheet's or the table's number in the file, from 1.</summary>
    public int Number { get; }

    /// <summary>Rows with at least one cell, top down.</summary>
    public IReadOnlyList<GridRow> Rows => InOrder();

    /// <summary>A Word table that stands in a cell of another.</summary>
    public bool IsInCell { get; init; }

    /// <summary>A sheet that the user does not see.</summary>
    public bool IsHidden { get; init; }

    public int LastRow { get; private set; }

    public int LastColumn { get; private set; }

    public HashSet<int> HiddenRows { get; } = [];

    /// <summary>First and last of neighbouring columns that nobody sees.</summary>
    public List<(int First, int Last)> HiddenColumns { get; } = [];

    /// <summary>Notes and comments that stand at a cell, by row and column.</summary>
    public Dictionary<(int Row, int Column), string> Comments { get; } = [];

    /// <summary>Where a conditional format may strike text out.</summary>
    public List<CellRange> StruckByCondition { get; } = [];

    /// <summary>Our marks in this table: entry id (Word) or defined name (Excel) → where it points.</summary>
    public List<GridMark> Marks { get; } = [];

    /// <summary>What stands before the table in a Word document, and in a sheet nothing: paragraphs in order.</summary>
    public IReadOnlyList<string> Before { get; set; } = [];

    /// <summary>Of two cells at one place the first counts.</summary>
    public void Add(GridCell cell)
    {
        if (!cells.TryAdd(Key(cell.Row, cell.Column), cell)) { return; }
        if (rows.Count == 0 || rows[^1].Number != cell.Row)
        {
            inOrder &= rows.Count == 0 || rows[^1].Number < cell.Row;
            rows.Add(new GridRow(cell.Row));
        }
        inOrder &= rows[^1].Cells.Count == 0 || rows[^1].Cells[^1].Column < cell.Column;
        rows[^1].Cells.Add(cell);
        LastRow = Math.Max(LastRow, cell.Row);
        LastColumn = Math.Max(LastColumn, cell.Column + cell.ColumnSpan - 1);
    }

    /// <summary>After all cells: merges those that span several places by themselves.</summary>
    public void MergeSpans()
    {
        foreach (var cell in InOrder().SelectMany(r => r.Cells).Where(c => c.RowSpan > 1 || c.ColumnSpan > 1)) { Merge(cell); }
    }

    /// <summary>After all cells: a merged range, whose value is in its top left cell.</summary>
    public void Merge(CellReference from, CellReference to)
    {
        if (to.Row < from.Row || to.Column < from.Column) { return; }
        if (!cells.TryGetValue(Key(from.Row, from.Column), out var cell)) { cell = new GridCell(from.Row, from.Column) { Grid = this }; }
        cell.RowSpan = to.Row - from.Row + 1;
        cell.ColumnSpan = to.Column - from.Column + 1;
        Merge(cell);
    }

    /// <summary>The cell that the user sees at this place: its own, or the merged one that covers it; null where nothing was typed.</summary>
    public GridCell? At(int row, int column)
    {
        if (merged.TryGetValue(row, out var ranges) && ranges.At(column) is { } range) { return range; }
        return cells.GetValueOrDefault(Key(row, column));
    }

    /// <summary>What some programs leave beneath a merged range: nobody sees it.</summary>
    public bool IsCovered(GridCell cell) => merged.Count > 0 && At(cell.Row, cell.Column) != cell;

    /// <summary>What stands beneath merged ranges, with the range that covers it.</summary>
    public IEnumerable<(GridCell Beneath, GridCell Range)> Covered()
    {
        if (merged.Count == 0) { yield break; }
        foreach (var row in InOrder())
        {
            if (!merged.TryGetValue(row.Number, out var ranges)) { continue; }
            foreach (var cell in row.Cells)
            {
                if (ranges.At(cell.Column) is { } range && range != cell) { yield return (cell, range); }
            }
        }
    }

    public bool IsHiddenColumn(int column)
    {
        foreach (var (first, last) in HiddenColumns) { if (first <= column && column <= last) { return true; } }
        return false;
    }

    /// <summary>Nobody sees the cell: all of its rows or all of its columns are hidden.</summary>
    public bool IsOutOfSight(GridCell cell) => (HiddenRows.Count > 0 || HiddenColumns.Count > 0)
        && (Enumerable.Range(cell.Row, Math.Min(cell.RowSpan, SpanAtMost)).All(HiddenRows.Contains) || Enumerable.Range(cell.Column, Math.Min(cell.ColumnSpan, SpanAtMost)).All(IsHiddenColumn));

    /// <summary>A1 or table, row and column; of a merged cell its top left.</summary>
    public Location LocationAt(int row, int column, string? control = null)
    {
        var at = At(row, column);
        if (at is not null) { (row, column) = (at.Row, at.Column); }
        return Host is Host.Excel
            ? new Location.Cell(Name, new CellReference(Math.Clamp(row, 1, CellReference.LastRow), Math.Clamp(column, 1, CellReference.LastColumn)))
            : new Location.TableCell(Number, row, column, control);
    }

    public GridRow? Row(int number) => FirstFrom(number) is var i && i < rows.Count && rows[i].Number == number ? rows[i] : null;

    /// <summary>The rows with these numbers that hold something, top down.</summary>
    public IEnumerable<GridRow> RowsOf(int first, int last)
    {
        for (var i = FirstFrom(first); i < rows.Count && rows[i].Number <= last; i++) { yield return rows[i]; }
    }

    /// <summary>Rows and cells stand in a file in their order; a program that does not keep it is no reason to misread the table.</summary>
    private List<GridRow> InOrder()
    {
        if (inOrder) { return rows; }
        var sorted = rows.SelectMany(r => r.Cells).OrderBy(c => c.Row).ThenBy(c => c.Column).GroupBy(c => c.Row).Select(row =>
        {
            var all = new GridRow(row.Key);
            all.Cells.AddRange(row);
            return all;
        }).ToList();
        rows.Clear();
        rows.AddRange(sorted);
        inOrder = true;
        return rows;
    }

    private void Merge(GridCell range)
    {
        // A range may reach to the end of the sheet; only rows that hold something matter.
        for (var i = FirstFrom(range.Row); i < rows.Count && rows[i].Number <= range.LastRow && mergedRows < MergedRowsAtMost; i++, mergedRows++)
        {
            if (!merged.TryGetValue(rows[i].Number, out var ranges)) { merged[rows[i].Number] = ranges = new MergedRow(); }
            ranges.Add(range);
        }
    }

    /// <summary>The index of the first row with this number or a higher one.</summary>
    private int FirstFrom(int number)
    {
        var rows = InOrder();
        int low = 0, high = rows.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (rows[middle].Number < number) { low = middle + 1; } else { high = middle; }
        }
        return low;
    }

    private static long Key(int row, int column) => ((long)row << 20) | (uint)column;
}

/// <summary>A row with something in it.</summary>
internal sealed record GridRow(int Number)
{
    /// <summary>Left to right.</summary>
    public List<GridCell> Cells { get; } = [];
}

/// <summary>The merged ranges over one row. Excel and Word let none overlap; where a file says so, the one that begins first on the left counts.</summary>
internal sealed class MergedRow
{
    private readonly List<GridCell> ranges = [];
    private bool inOrder = true;

    public void Add(GridCell range)
    {
        inOrder &= ranges.Count == 0 || ranges[^1].Column + ranges[^1].ColumnSpan <= range.Column;
        ranges.Add(range);
    }

    /// <summary>The range that covers the column, or null.</summary>
    public GridCell? At(int column)
    {
        if (!inOrder) { Settle(); }
        int low = 0, high = ranges.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (ranges[middle].Column <= column) { low = middle + 1; } else { high = middle; }
        }
        return low > 0 && column < ranges[low - 1].Column + ranges[low - 1].ColumnSpan ? ranges[low - 1] : null;
    }

    private void Settle()
    {
        var apart = new List<GridCell>(ranges.Count);
        foreach (var range in ranges.OrderBy(r => r.Column))
        {
            if (apart.Count == 0 || apart[^1].Column + apart[^1].ColumnSpan <= range.Column) { apart.Add(range); }
        }
        ranges.Clear();
        ranges.AddRange(apart);
        inOrder = true;
    }
}

/// <summary>A cell with what it holds, unread.</summary>
internal sealed class GridCell(int row, int column)
{
    private readonly string text = "";
    private readonly RawKind kind = RawKind.Blank;
    private SeenText? seen;
    private CellText? bare;

    public required Grid Grid { get; init; }
    public int Row { get; } = row;
    public int Column { get; } = column;
    public int RowSpan { get; set; } = 1;
    public int ColumnSpan { get; set; } = 1;
    public string Text { get => bare?.Text ?? text; init => text = value; }
    public RawKind Kind { get => bare?.Kind ?? kind; init => kind = value; }
    public decimal? Number { get; init; }
    public NumberShape Shape { get; init; } = NumberShape.General;
    public bool IsFormula { get; init; }
    public string? Font { get; init; }

    /// <summary>What the number's format prints behind it; null for nothing.</summary>
    public string? Unit { get; init; }

    /// <summary>How all of its text looks, where <see cref="Seen"/> is not given piece by piece.</summary>
    public Looks Looks { get; init; }

    /// <summary>How its text looks, where some of it is more than plain letters; <see cref="Text"/> is then its visible text.</summary>
    public SeenText? Seen
    {
        get => bare is { } own ? own.Seen : seen ?? (Looks is Looks.Plain || text.Length == 0 ? null : seen = SeenText.Of(new TextStretch(text, Looks)));
        init => seen = value;
    }

    /// <summary>What it holds besides letters.</summary>
    public CellObjects Objects { get; init; }

    /// <summary>Word tables that stand in it: their text is its own.</summary>
    public ImmutableArray<Grid> Tables { get; init; } = [];

    /// <summary>What it says besides <see cref="Tables"/>, where there are any.</summary>
    public CellText? WithoutTables { get; init; }

    /// <summary>One of <see cref="Tables"/> is a form of its own: the cell only holds it.</summary>
    public void LeaveOutTables() => bare = WithoutTables;

    /// <summary>The tag of the content control that holds the cell's text, where there is just one.</summary>
    public string? Control { get; init; }

    /// <summary>False when some of <see cref="Text"/> is drawn by other means than letters (symbols, old form fields), or stands elsewhere: nothing can be written over it.</summary>
    public bool IsLetters { get; init; } = true;

    public bool IsEmpty => Kind is RawKind.Blank;

    public int LastRow => Row + RowSpan - 1;

    public Location Location => Grid.LocationAt(Row, Column, Control);

    public RawCell Raw(string? text = null) => new(text ?? Text, text is not null && Kind is not RawKind.Text ? RawKind.Text : Kind, Location)
    {
        Number = text is null ? Number : null,
        Shape = Shape,
        Unit = text is null ? Unit : null,
        IsFormula = IsFormula,
        Font = Font,
        Seen = text is null ? Seen : null,
        Objects = Objects,
        IsWholeCell = text is null && IsLetters,
    };

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Row},{Column}: {Text}");
}

/// <summary>One of our marks: the entry id or the defined name, and what it points at. In Word the control's own content, which may be a part of the cell's.</summary>
internal sealed record GridMark(string Name, int Row, int Column, RawCell? Content);
