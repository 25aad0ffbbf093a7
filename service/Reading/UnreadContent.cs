using LearningCity.Docs.Forms;
using LearningCity.Docs.Text;

namespace LearningCity.Docs.Reading;

/// <summary>
/// What stands in the rows of a form, is not what its entries say, and may be meant to be: hidden rows and columns, values beneath merged cells, comments with a correction,
/// and text that a conditional format may strike out.
/// </summary>
internal sealed class UnreadContent(FormDefinition form, ImmutableArray<FormTable> tables, IReadOnlyList<Entry> entries, CancellationToken cancelled)
{
    /// <param name="name">How a row is called in a sentence.</param>
    public IEnumerable<Finding> Find(Func<FormNode, Sentence> name) =>
        HiddenRows(name).Concat(tables.SelectMany(HiddenColumns)).Concat(tables.SelectMany(Beneath)).Concat(tables.SelectMany(Comments)).Concat(tables.SelectMany(StruckByCondition));

    /// <summary>Rows that are hidden, also by a filter, are read, for they are a part of the form. Of a row whose own text is hidden nothing counts.</summary>
    private IEnumerable<Finding> HiddenRows(Func<FormNode, Sentence> name)
    {
        var (rows, texts) = (new List<(FormNode Node, Location Location)>(), new List<(FormNode Node, Location Location)>());
        foreach (var node in form.Nodes.Where(n => n.Fields.Length > 0))
        {
            cancelled.ThrowIfCancellationRequested();
            if (tables.FirstOrDefault(t => t.Has(node)) is not { } table) { continue; }
            var (grid, anchor) = (table.Grid, table.AnchorsOf(node)[0]);
            if (anchor.How is Recognition.Hidden) { texts.Add((node, anchor.Cell.Location)); }
            else if (grid.IsHidden || grid.HiddenRows.Contains(anchor.Cell.Row)) { rows.Add((node, anchor.Cell.Location)); }
            else if (grid.HiddenRows.Count > 0 && table.BandOf(node) is { } band
                && grid.HiddenRows.Where(band.Contains).Order().SelectMany(r => grid.Row(r)?.Cells ?? []).FirstOrDefault(c => !c.IsEmpty && !grid.IsCovered(c)) is { } cell)
            {
                rows.Add((node, cell.Location));
            }
        }
        return Told("LC1110.rows", rows).Concat(Told("LC1110.rowsOfHiddenText", texts));

        IEnumerable<Finding> Told(string key, List<(FormNode Node, Location Location)> hidden) => hidden.Count == 0 ? [] :
        [
            new Finding(FindingCatalog.LC1110_HiddenEntries, hidden[0].Location, new Sentence(key) { Arguments = [hidden.Select(p => name(p.Node)).ToImmutableArray()] })
            {
                Related = [.. hidden.Skip(1).Select(h => h.Location)],
            },
        ];
    }

    /// <summary>The cells in rows of the form to the right of its texts.</summary>
    private IEnumerable<GridCell> Data(FormTable table)
    {
        foreach (var node in form.Nodes.Where(n => n.Fields.Length > 0))
        {
            if (table.BandOf(node) is not { } band) { continue; }
            foreach (var row in table.Grid.RowsOf(band.First, band.Last))
            {
                cancelled.ThrowIfCancellationRequested();
                foreach (var cell in row.Cells.Where(c => c.Column > table.Columns.Text && !table.Scan.IsOfficial(c))) { yield return cell; }
            }
        }
    }

    private IEnumerable<Finding> HiddenColumns(FormTable table)
    {
        var grid = table.Grid;
        if (grid.HiddenColumns.Count == 0) { yield break; }
        var columns = Data(table)
            .Where(c => !c.IsEmpty && !grid.IsCovered(c) && Enumerable.Range(c.Column, Math.Min(c.ColumnSpan, 64)).All(grid.IsHiddenColumn))
            .GroupBy(c => c.Column).OrderBy(g => g.Key).ToList();
        if (columns.Count == 0) { yield break; }
        yield return new Finding(FindingCatalog.LC1110_HiddenEntries, columns[0].First().Location, new Sentence("LC1110.columns", string.Join(", ", columns.Select(c => Letters(c.Key)))))
        {
            Related = [.. columns.Skip(1).Select(c => c.First().Location)],
        };
    }

    private static string Letters(int column) => new CellReference(1, column).ToString()[..^1];

    /// <summary>Programs leave values there when they merge cells; one that repeats what the merged cell says is no news.</summary>
    private IEnumerable<Finding> Beneath(FormTable table)
    {
        if (table.Grid.Host is Host.Word) { yield break; }
        var covered = table.Grid.Covered()
            .Where(c => c.Beneath.Text.Length > 0 && c.Range.Column > table.Columns.Text && VietnameseText.Fold(c.Beneath.Text) != VietnameseText.Fold(c.Range.Text))
            .ToList();
        if (covered.Count == 0) { yield break; }
        var data = Data(table).ToHashSet();
        var beneath = covered.FindAll(c => data.Contains(c.Beneath));
        if (beneath is not [var (first, range), ..]) { yield break; }
        yield return new Finding(FindingCatalog.LC2422_BeneathMerged, Place(first), TypedCell.Short(first.Text), range.Location)
        {
            Value = first.Text,
            Entry = entries.FirstOrDefault(e => e.Location == range.Location)?.Id,
            Related = [.. beneath.Skip(1).Select(c => Place(c.Beneath))],
        };

        // Its own place: the grid gives that of the merged cell.
        Location Place(GridCell cell) => new Location.Cell(table.Grid.Name, new CellReference(cell.Row, cell.Column));
    }

    private IEnumerable<Finding> Comments(FormTable table)
    {
        if (table.Grid.Comments.Count == 0) { yield break; }
        foreach (var entry in entries)
        {
            if (PlaceIn(table.Grid, entry.Location) is { } place && table.Grid.Comments.TryGetValue(place, out var comment) && IsCorrection(entry, comment))
            {
                var quoted = TypedCell.Short(WithoutAuthor(comment).Replace('\n', ' '));
                yield return new Finding(FindingCatalog.LC2420_CorrectionInComment, entry.Location, quoted) { Entry = entry.Id, Value = entry.Raw };
            }
        }
    }

    private static (int Row, int Column)? PlaceIn(Grid grid, Location location) => location switch
    {
        Location.Cell(var sheet, var at) when sheet == grid.Name => (at.Row, at.Column),
        Location.TableCell cell when cell.Table == grid.Number && grid.Host is Host.Word => (cell.Row, cell.Column),
        _ => null,
    };

    /// <summary>"Sửa thành 95%", "Đạt -> Không đạt", or just a value that the entry could have.</summary>
    private bool IsCorrection(Entry entry, string comment)
    {
        var words = $" {string.Join(' ', VietnameseText.Fold(comment).Split([' ', '\n', ':', ',', '.', ';', '(', ')'], StringSplitOptions.RemoveEmptyEntries))} ";
        if (Arrows.Any(a => comment.Contains(a, StringComparison.Ordinal))) { return true; }
        if (Verbs.Any(v => words.Contains(v, StringComparison.Ordinal))) { return true; }
        return !entry.Field.IsProse && EntryReader.Read(form, entry.Field, new RawCell(WithoutAuthor(comment), RawKind.Text, entry.Location)).Value is EntryValue.Number or EntryValue.Choice;
    }

    private static readonly ImmutableArray<string> Verbs =
    [
        " sửa ", " sua thanh ", " sua lai ", " thay ", " đổi ", " doi thanh ", " chỉnh ", " dieu chinh ", " đúng là ", " dung la ", " phải là ", " phai la ", " nhầm ",
        " ghi sai ", " cập nhật ", " cap nhat ", " chứ không phải ", " chu khong phai ", " mới đúng ", " moi dung ",
    ];

    private static readonly ImmutableArray<string> Arrows = ["->", "=>", "→", "⇒"];

    /// <summary>Excel begins a note with the name of its author on a line of its own.</summary>
    private static string WithoutAuthor(string comment) =>
        comment.IndexOf(":\n", StringComparison.Ordinal) is > 0 and var end && comment.IndexOf('\n', StringComparison.Ordinal) == end + 1 ? comment[(end + 2)..].Trim() : comment.Trim();

    private IEnumerable<Finding> StruckByCondition(FormTable table)
    {
        if (table.Grid.StruckByCondition.Count == 0) { yield break; }
        foreach (var entry in entries)
        {
            if (entry.Raw.Length > 0 && entry.Location is Location.Cell(var sheet, var at) && sheet == table.Grid.Name
                && table.Grid.StruckByCondition.Any(r => r.Contains(at.Row, at.Column)))
            {
                yield return new Finding(FindingCatalog.LC2421_StruckByCondition, entry.Location) { Entry = entry.Id, Value = entry.Raw };
            }
        }
    }
}
