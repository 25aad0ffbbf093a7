using LearningCity.Docs.Forms;

namespace LearningCity.Docs.Writing;

/// <summary>
/// Row heights in points, so that every text of a <see cref="FormGrid"/> is seen whole. What a merged block lacks is shared out over its rows. Excel allows 409 points a row: a higher one
/// is made of several rows, every cell merged over them.
/// </summary>
internal static class RowHeights
{
    public const double Highest = 409;

    /// <summary>Never lower than one line of the default font.</summary>
    private const double Lowest = 18;

    /// <summary>Three lines are kept free for a summary: the paper may be filled by hand, and a row whose printed text is merged does not grow by itself.</summary>
    private const double FreeText = 54;

    public static (FormGrid Grid, ImmutableArray<double> Heights) Fit(FormGrid grid)
    {
        var heights = Needed(grid);
        return heights.All(h => h <= Highest) ? (grid, [.. heights]) : Split(grid, heights);
    }

    private static double[] Needed(FormGrid grid)
    {
        var heights = new double[grid.RowCount];
        Array.Fill(heights, Lowest);
        foreach (var cell in grid.Cells.OrderBy(c => c.TextRows ?? c.Rows))
        {
            var rows = cell.TextRows ?? cell.Rows;
            var need = TimesNewRoman.Height(cell.Text, cell.Look.Size, cell.Look.Bold, grid.TextWidth(cell));
            if (cell.Field?.Kind is FieldKind.Summary) { need = Math.Max(need, FreeText); }
            var lacks = need - heights.Skip(cell.Row - 1).Take(rows).Sum();
            for (var r = 0; lacks > 0 && r < rows; r++) { heights[cell.Row - 1 + r] += lacks / rows; }
        }
        for (var r = 0; r < heights.Length; r++) { heights[r] = Math.Ceiling(heights[r] * 4) / 4; }
        return heights;
    }

    /// <summary>Rows that Excel may grow by itself as an official types: free text, and nothing beside it that Excel would not measure.</summary>
    public static IEnumerable<int> Growing(FormGrid grid) => grid.Cells.Where(c => c.Field is { IsProse: true } && c.Rows == 1).Select(c => c.Row)
        .Where(row => !grid.Cells.Any(c => c.Row == row && IsFixed(grid, c)));

    /// <summary>A row whose printed text is merged over columns and needs several lines: Excel measures no merged text, and would make the row too low.</summary>
    private static bool IsFixed(FormGrid grid, GridCell cell) =>
        cell is { Columns: > 1, Rows: 1, Field: null, Look.Framed: true } && cell.Row > grid.HeaderRow && TimesNewRoman.Lines(cell.Text, cell.Look.Size, cell.Look.Bold, grid.TextWidth(cell)) > 1
        && grid.Cells.Any(c => c.Row == cell.Row && c.Field is { IsProse: true });

    private static (FormGrid, ImmutableArray<double>) Split(FormGrid grid, double[] heights)
    {
        var pieces = heights.Select(h => (int)Math.Ceiling(h / Highest)).ToArray();
        var starts = new int[heights.Length + 1];
        starts[0] = 1;
        for (var r = 0; r < pieces.Length; r++) { starts[r + 1] = starts[r] + pieces[r]; }
        int At(int row) => starts[row - 1];
        var cells = grid.Cells.Select(c => c with
        {
            Row = At(c.Row),
            Rows = At(c.Row + c.Rows) - At(c.Row),
            TextRows = c.TextRows is { } rows ? At(c.Row + rows) - At(c.Row) : null,
            Look = c.Look with { Middle = c.Look.Middle && At(c.Row + c.Rows) - At(c.Row) == c.Rows }, // a cell over several pages is read from its top
        });
        return (grid with { RowCount = starts[^1] - 1, HeaderRow = At(grid.HeaderRow), Cells = [.. cells], Blocks = [.. grid.Blocks.Select(At)] },
            [.. heights.SelectMany((h, r) => Enumerable.Repeat(h / pieces[r], pieces[r]))]);
    }
}
