using LearningCity.Docs.Forms;
using LearningCity.Docs.Text;

namespace LearningCity.Docs.Reading;

/// <summary>
/// The lines above the table that say what kind of unit it is: by our marks, and else by their printed words, with the answer behind them in the same cell, in the next cell, or in the same paragraph.
/// </summary>
internal static class UnitProperties
{
    /// <param name="before">The tables between the form before and this one, the nearest first.</param>
    public static IEnumerable<(UnitProperty Property, FieldCell? Cell)> Find(FormDefinition form, FormTable first, ImmutableArray<Grid> before)
    {
        if (form.Properties.IsEmpty) { yield break; }
        ImmutableArray<Grid> grids = [first.Grid, .. before];
        var firstRow = form.Nodes.SelectMany(first.AnchorsOf).Select(a => a.Cell.Row).DefaultIfEmpty(int.MaxValue).Min();
        foreach (var property in form.Properties)
        {
            var lines = Labelled(property, grids, first, firstRow).ToList();
            // Two lines that answer differently answer nothing.
            var answers = lines.Select(c => (Cell: c, Value: EntryReader.Read(form, property.Field, c).Value)).Where(l => l.Value is EntryValue.Choice).ToList();
            ImmutableArray<Location> others = [.. answers.Skip(1).Where(a => a.Value != answers[0].Value).Select(a => a.Cell.Location)];
            var cell = others.IsEmpty ? Marked(property, grids) ?? lines.FirstOrDefault() : answers[0].Cell;
            yield return (property, cell is null ? null : new FieldCell(cell) { Conflicts = others });
        }
    }

    private static RawCell? Marked(UnitProperty property, ImmutableArray<Grid> grids)
    {
        foreach (var grid in grids)
        {
            var name = grid.Host is Host.Excel ? property.Field.MarkName : property.Field.Id;
            if (grid.Marks.FirstOrDefault(m => string.Equals(m.Name, name, StringComparison.OrdinalIgnoreCase)) is not { } mark) { continue; }
            return mark.Content ?? (grid.At(mark.Row, mark.Column) is { IsEmpty: false } cell ? cell.Raw() : ResultCells.Blank(grid, mark.Row, mark.Column));
        }
        return null;
    }

    private static IEnumerable<RawCell> Labelled(UnitProperty property, ImmutableArray<Grid> grids, FormTable first, int firstRow)
    {
        var label = VietnameseText.Fold(property.Label);
        foreach (var grid in grids)
        {
            foreach (var row in grid.Rows)
            {
                if (grid == first.Grid && row.Number >= firstRow) { break; }
                for (var i = 0; i < row.Cells.Count; i++)
                {
                    var cell = row.Cells[i];
                    if (cell.Kind is not RawKind.Text || Behind(cell.Text, label) is not { } answer) { continue; }
                    yield return answer.Length > 0 ? cell.Raw(answer) : row.Cells.Skip(i + 1).FirstOrDefault(c => !c.IsEmpty)?.Raw() ?? ResultCells.Blank(grid, cell.Row, cell.Column + cell.ColumnSpan);
                    break;
                }
            }
        }
        foreach (var line in first.Grid.Before)
        {
            if (Behind(line, label) is { } answer) { yield return new RawCell(answer, answer.Length == 0 ? RawKind.Blank : RawKind.Text, Location.File); }
        }
    }

    /// <summary>What stands behind the label; null where the text does not begin with it.</summary>
    private static string? Behind(string text, string label)
    {
        if (text.Length > 1000 || !VietnameseText.Fold(text).StartsWith(label, StringComparison.Ordinal)) { return null; }
        // The shortest beginning that folds to the label; words are folded one way whatever follows them.
        for (var end = Math.Min(label.Length, text.Length); end <= text.Length; end++)
        {
            if (VietnameseText.Fold(text[..end]) == label) { return text[end..].TrimStart(' ', ':', '-', '–', '.', '\t', '\n', '\u00A0').Trim(); }
        }
        return null;
    }
}
