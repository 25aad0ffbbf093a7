using LearningCity.Docs.Forms;
using LearningCity.Docs.Text;

namespace LearningCity.Docs.Reading;

/// <summary>
/// Which column of a grid is which column of the form. Columns count from 1; 0 means not found. <see cref="MetTick"/> and <see cref="NotMetTick"/>: two columns to tick
/// in the place of one result column.
/// </summary>
internal sealed record FormColumns(int Text, ImmutableArray<int> ByNumber, int Unit, int DataFirst, int DataLast, int MetTick, int NotMetTick, int HeaderRow)
{
    /// <summary>Two columns of the same title, and nothing that says which one counts: their headers, and what the second would be.</summary>
    public ImmutableArray<GridCell> Rivals { get; init; } = [];

    /// <inheritdoc cref="Rivals"/>
    public FormColumns? Second { get; init; }

    public static readonly FormColumns Unknown = new(0, [], 0, 0, 0, 0, 0, 0);

    /// <summary>A column that the form has, found by its title, its order or its content.</summary>
    public bool IsOfForm(int column) => (DataFirst > 0 && column >= DataFirst && column <= DataLast) || (!ByNumber.IsDefaultOrEmpty && ByNumber.Contains(column)) || column == Text;

    public int OfField(FormDefinition form, string field) => Number(form, c => c.Field == field);

    private int Number(FormDefinition form, Func<ColumnDefinition, bool> which)
    {
        for (var i = 0; i < form.Columns.Length; i++) { if (which(form.Columns[i])) { return ByNumber.IsDefaultOrEmpty ? 0 : ByNumber[i]; } }
        return 0;
    }

    /// <param name="before">The columns of the part of the same form before this one, for a table that goes on without a header.</param>
    public static FormColumns Find(FormTable table, FormColumns? before)
    {
        var (form, grid) = (table.Form, table.Grid);
        var indicators = form.Indicators.SelectMany(table.AnchorsOf).Select(a => a.Cell).ToList();
        if (indicators.Count == 0) { indicators = [.. form.Nodes.SelectMany(table.AnchorsOf).Select(a => a.Cell)]; }
        if (indicators.Count == 0) { return Unknown; }
        var text = indicators.GroupBy(c => c.Column).MaxBy(g => g.Count())!.Key;
        var textEnd = indicators.Where(c => c.Column == text).GroupBy(c => c.Column + c.ColumnSpan - 1).MaxBy(g => g.Count())!.Key;
        var firstRow = form.Nodes.SelectMany(table.AnchorsOf).Min(a => a.Cell.Row);
        var headers = Headers(table, firstRow);
        if (headers.Count == 0 && before is not null && before.Text == text) { return before with { HeaderRow = 0 }; }
        var found = Assign(table, headers, firstRow, out var others);
        FormColumns Build(ImmutableArray<GridCell?> titles, HashSet<int> foreign) => form.Layout is FormLayout.Results
            ? Results(table, headers, [.. titles.Select(c => c?.Column ?? 0)], foreign, text, textEnd, firstRow)
            : Figures(table, titles, [.. titles.Select(c => c?.Column ?? 0)], foreign, text, textEnd);

        if (HeaderYears.Candidates(form, headers, found, (title, words) => Likeness(Tokens(title), Tokens(words))) is not { } candidates) { return Build(found, others); }
        // One title over both, said twice: two columns to tick are one answer.
        if (TickColumns(table, firstRow) is var (yes, no) && candidates.Cells.All(c => c.Column == yes || c.Column == no)) { return Build(found, others); }
        var first = HeaderYears.Decided(candidates, FormTitle.Years(form, table)) ?? candidates.Cells[0];
        FormColumns Of(GridCell title) => Build(found.SetItem(candidates.Column, title), [.. others.Where(c => !Covers(title, c)), .. candidates.Cells.Where(c => c != title).SelectMany(Covered)]);
        if (HeaderYears.Decided(candidates, FormTitle.Years(form, table)) is not null) { return Of(first); }
        return Of(first) with { Rivals = candidates.Cells, Second = Of(candidates.Cells[1]) };
    }

    private static bool Covers(GridCell cell, int column) => column >= cell.Column && column < cell.Column + cell.ColumnSpan;

    private static IEnumerable<int> Covered(GridCell cell) => Enumerable.Range(cell.Column, Math.Min(cell.ColumnSpan, 64));

    /// <summary>The cells above the first row that may be column titles; titles split over two rows are joined.</summary>
    private static List<(GridCell Cell, string Words)> Headers(FormTable table, int firstRow)
    {
        var own = table.Scan.HitsOf(table.Form).Where(h => h.Hit.Role is TextRole.Column && h.Anchor.Cell.Row < firstRow).ToList();
        var top = own.Count > 0 ? own.Min(h => h.Anchor.Cell.Row) : firstRow - 3;
        var titles = table.Scan.HitsOf(table.Form).Where(h => h.Hit.Role is TextRole.Title or TextRole.Annex).Select(h => h.Anchor.Cell).ToHashSet();
        var byColumn = new SortedDictionary<int, (GridCell Cell, string Words)>();
        foreach (var row in table.Grid.Rows)
        {
            if (row.Number < top || row.Number >= firstRow) { continue; }
            foreach (var cell in row.Cells)
            {
                if (cell.Kind is not RawKind.Text || cell.Text.Length > 160 || titles.Contains(cell)) { continue; }
                byColumn[cell.Column] = byColumn.TryGetValue(cell.Column, out var above) ? (above.Cell, above.Words + " " + cell.Text) : (cell, cell.Text);
            }
        }
        // A line of text above the table is no header.
        return byColumn.Count >= 2 || own.Count > 0 ? [.. byColumn.Values] : [];
    }

    /// <summary>Each form column gets the header that says its title, or is most like it; what is left over belongs to somebody else ("Ghi chú", "STT").</summary>
    private static ImmutableArray<GridCell?> Assign(FormTable table, List<(GridCell Cell, string Words)> headers, int firstRow, out HashSet<int> others)
    {
        var form = table.Form;
        var found = new GridCell?[form.Columns.Length];
        var free = headers.Select(h => h.Cell).ToHashSet();
        foreach (var (anchor, hit) in table.Scan.HitsOf(form))
        {
            if (hit.Role is TextRole.Column && anchor.Cell.Row < firstRow && found[hit.Column] is null && free.Remove(anchor.Cell)) { found[hit.Column] = anchor.Cell; }
        }
        if (free.Count > 0 && Array.IndexOf(found, null) >= 0)
        {
            var left = headers.Where(h => free.Contains(h.Cell)).Select(h => (h.Cell, Words: Tokens(h.Words))).ToList();
            var pairs = from i in Enumerable.Range(0, found.Length)
                        where found[i] is null
                        let title = Tokens(form.Columns[i].Title)
                        from header in left
                        let likeness = Likeness(title, header.Words)
                        where likeness > 0
                        orderby likeness descending
                        select (Column: i, header.Cell);
            foreach (var (column, cell) in pairs.ToList())
            {
                if (found[column] is null && free.Remove(cell)) { found[column] = cell; }
            }
        }
        others = [.. free.SelectMany(c => Enumerable.Range(c.Column, Math.Min(c.ColumnSpan, 64)))];
        return [.. found];
    }

    private static FormColumns Results(FormTable table, List<(GridCell Cell, string Words)> headers, int[] columns, HashSet<int> others, int text, int textEnd, int firstRow)
    {
        var form = table.Form;
        int met = 0, notMet = 0;
        foreach (var (cell, words) in headers)
        {
            // Two columns under one title: their own words are the last ones.
            var key = VietnameseText.Fold(words);
            if (key is "không đạt" || key.EndsWith(" không đạt", StringComparison.Ordinal)) { notMet = cell.Column; }
            else if (key is "đạt") { met = cell.Column; }
        }
        (met, notMet) = TickColumns(table, firstRow) ?? (met > 0 && notMet > 0 ? (met, notMet) : (0, 0));
        var taken = columns.Where(c => c > 0).Append(text).ToHashSet();
        var free = Enumerable.Range(textEnd + 1, Math.Max(0, Math.Max(table.Grid.LastColumn, textEnd + 2) - textEnd)).Where(c => !taken.Contains(c) && !others.Contains(c)).ToList();
        for (var i = 0; i < columns.Length; i++)
        {
            if (form.Columns[i].Role is not ColumnRole.Field || columns[i] > 0 || free.Count == 0) { continue; }
            var kind = form.Nodes.SelectMany(n => n.Fields).First(f => f.Name == form.Columns[i].Field).Kind;
            // Headers lost: a result column is told by what is in it; otherwise the official order holds.
            var looks = kind is FieldKind.Result ? free.Where(c => LooksLikeResults(table, c)).DefaultIfEmpty(0).First() : free.FirstOrDefault(c => !LooksLikeResults(table, c));
            columns[i] = looks > 0 ? looks : free[^1] is var last && kind is FieldKind.Result ? last : free[0];
            free.Remove(columns[i]);
        }
        return new FormColumns(text, [.. columns], 0, 0, 0, met, notMet, headers.Count > 0 ? headers.Max(h => h.Cell.LastRow) : 0);
    }

    /// <summary>Columns headed "Đạt" and "Không đạt", or "Kết quả: Đạt" and "Kết quả: Không đạt", in a row right above the first official row.</summary>
    private static (int, int)? TickColumns(FormTable table, int firstRow)
    {
        for (var r = firstRow - 1; r >= Math.Max(1, firstRow - 3); r--)
        {
            if (table.Grid.Row(r) is not { } row) { continue; }
            foreach (var met in row.Cells.Where(c => c.Text.Length is > 0 and < 160))
            {
                if (VietnameseText.Fold(met.Text) is not [.. var title, 'đ', 'ạ', 't'] || title.TrimEnd() is not ("" or [.., ':' or '-' or '–'])) { continue; }
                if (row.Cells.FirstOrDefault(c => c.Text.Length < 160 && VietnameseText.Fold(c.Text) == $"{title}không đạt") is { } notMet) { return (met.Column, notMet.Column); }
            }
        }
        return null;
    }

    private static bool LooksLikeResults(FormTable table, int column) => table.Form.Indicators.SelectMany(table.AnchorsOf)
        .Select(a => table.Grid.At(a.Cell.Row, column))
        .Any(c => c is { Kind: RawKind.Text, Text.Length: < 16 } && VietnameseText.FoldMarks(c.Text).Contains("dat", StringComparison.Ordinal));

    private static FormColumns Figures(FormTable table, ImmutableArray<GridCell?> found, int[] columns, HashSet<int> others, int text, int textEnd)
    {
        var (form, grid) = (table.Form, table.Grid);
        int unitNumber = IndexOf(form, ColumnRole.Unit), dataNumber = IndexOf(form, ColumnRole.Data);
        var unit = unitNumber >= 0 ? columns[unitNumber] : 0;
        var unitEnd = unit > 0 && found[unitNumber] is { } unitCell ? unitCell.Column + unitCell.ColumnSpan - 1 : 0;
        if (unit == 0)
        {
            var units = table.Scan.HitsOf(form).Where(h => h.Hit.Role is TextRole.Unit).Select(h => h.Anchor.Cell.Column).ToList();
            unit = units.Count > 0 ? units.GroupBy(c => c).MaxBy(g => g.Count())!.Key : 0;
            unitEnd = unit;
        }
        var data = dataNumber >= 0 ? columns[dataNumber] : 0;
        var last = 0;
        if (data > 0)
        {
            var cell = found[dataNumber]!;
            var next = columns.Concat(others).Where(c => c > data).DefaultIfEmpty(int.MaxValue).Min();
            last = Math.Max(cell.Column + cell.ColumnSpan - 1, Math.Min(next - 1, Math.Max(grid.LastColumn, data)));
        }
        else
        {
            data = Math.Max(textEnd, unitEnd) + 1;
            last = Math.Max(data, others.Where(c => c >= data).DefaultIfEmpty(grid.LastColumn + 1).Min() - 1);
        }
        columns[dataNumber] = data;
        if (unitNumber >= 0) { columns[unitNumber] = unit; }
        return new FormColumns(text, [.. columns], unit, data, Math.Min(last, data + 63), 0, 0, 0);
    }

    private static int IndexOf(FormDefinition form, ColumnRole role)
    {
        for (var i = 0; i < form.Columns.Length; i++) { if (form.Columns[i].Role == role) { return i; } }
        return -1;
    }

    private static HashSet<string> Tokens(string text) => [.. VietnameseText.FoldMarks(text).Split([' ', '/', '(', ')', ',', '.', ':', ';', '-', '"'], StringSplitOptions.RemoveEmptyEntries)];

    /// <summary>0 for unlike, 1 for the same words. A short header that says two or more of the words ("Tóm tắt", "Đạt/Không đạt") is like.</summary>
    private static double Likeness(HashSet<string> title, HashSet<string> header)
    {
        if (title.Count == 0 || header.Count == 0) { return 0; }
        var common = title.Count(header.Contains);
        var dice = 2.0 * common / (title.Count + header.Count);
        var within = (double)common / Math.Min(title.Count, header.Count);
        return dice >= 0.6 || (common >= 2 && within >= 0.8) ? dice : 0;
    }
}
