using System.Text;

namespace LearningCity.Docs.Reading;

/// <summary>Collects the cells of one Word table in the order in which they are read, and settles spans when it is complete.</summary>
internal sealed class TableBuilder(Grid grid, IReadOnlyList<DocumentReader.OpenControl> controls, LetterCount count)
{
    private readonly List<Draft> cells = [];
    private readonly List<(string Tag, string Text, string? Font, bool Letters, int Row, int Column)> marks = [];
    private readonly Dictionary<int, Draft> open = [];
    private readonly List<(int Column, Draft? Before, int RowSpan)> undo = [];
    private StringBuilder? text;
    private string? font;
    private bool letters = true;
    private int row;
    private int column;

    public Grid Grid { get; } = grid;

    private sealed record Draft(int Row, int Column, int Span)
    {
        public int RowSpan { get; set; } = 1;
        public string Text { get; set; } = "";
        public string? Font { get; set; }
        public bool Letters { get; set; } = true;
    }

    /// <summary>Returns what <see cref="DropRow"/> needs to forget the row.</summary>
    public (int Cells, int Marks) StartRow()
    {
        row++;
        column = 1;
        undo.Clear();
        return (cells.Count, marks.Count);
    }

    /// <summary>A row deleted by a tracked change: it is not there once accepted.</summary>
    public void DropRow((int Cells, int Marks) start)
    {
        cells.RemoveRange(start.Cells, cells.Count - start.Cells);
        marks.RemoveRange(start.Marks, marks.Count - start.Marks);
        Grid.HiddenRows.Remove(row);
        row--;
        for (var i = undo.Count - 1; i >= 0; i--)
        {
            var (at, before, span) = undo[i];
            if (before is null) { open.Remove(at); continue; }
            before.RowSpan = span;
            open[at] = before;
        }
    }

    /// <summary>A cell deleted by a tracked change: the next one takes its place.</summary>
    public void DropCell(int markCount)
    {
        marks.RemoveRange(markCount, marks.Count - markCount);
        StartCell();
    }

    public int MarkCount => marks.Count;

    public void SkipColumns(int columns) => column = Math.Min(column + Math.Clamp(columns, 0, CellReference.LastColumn), CellReference.LastColumn);

    public void HideRow() => Grid.HiddenRows.Add(row);

    public void StartCell() => (text, font, letters) = (null, null, true);

    /// <param name="joined">The mark between the paragraph before and this one is deleted: they are one.</param>
    public void Paragraph(string words, string? paragraphFont, bool joined, bool isLetters)
    {
        if (controls.LastOrDefault(c => c.Box is not null) is { } box) { words = box.TakeBox(); }
        // A placeholder is no text of the cell; the paragraph comes without it already, unless it is the whole of the control.
        if (controls.Any(c => c.Placeholder)) { words = ""; }
        letters &= isLetters;
        count.Add(words.Length + 1);
        var between = joined ? "" : "\n";
        foreach (var control in controls)
        {
            if (control.Tag is null) { continue; }
            count.Add(words.Length + 1);
            control.Letters &= isLetters;
            control.Add(words, between);
        }
        if (text is null) { text = new StringBuilder(words); }
        else { text.Append(between).Append(words); }
        if (words.Length > 0) { font ??= paragraphFont; }
    }

    /// <summary>Where the next cell begins, or the cell that is being read.</summary>
    public (int Row, int Column) Position => (row, column);

    public void Mark(string tag, (int Row, int Column) at, string words, bool placeholder, string? markFont, bool isLetters) => marks.Add((tag, placeholder ? "" : WithoutLayout(words), markFont, isLetters, at.Row, at.Column));

    public void EndCell(int span, bool continuesAbove, bool continuesLeft)
    {
        var words = WithoutLayout(text?.ToString() ?? "");
        if (continuesLeft && cells.Count > 0 && cells[^1].Row == row)
        {
            var left = cells[^1];
            undo.Add((left.Column, open.GetValueOrDefault(left.Column), left.RowSpan));
            cells[^1] = left with { Span = left.Span + span };
            open[left.Column] = cells[^1];
        }
        else if (continuesAbove && open.TryGetValue(column, out var above))
        {
            undo.Add((column, above, above.RowSpan));
            above.RowSpan = row - above.Row + 1;
            if (above.Text.Length == 0 && words.Length > 0) { (above.Text, above.Letters) = (words, false); }
        }
        else
        {
            var cell = new Draft(row, column, span) { Text = words, Font = font, Letters = letters };
            undo.Add((column, open.GetValueOrDefault(column), open.GetValueOrDefault(column)?.RowSpan ?? 1));
            open[column] = cell;
            cells.Add(cell);
        }
        column = Math.Min(column + span, CellReference.LastColumn);
        StartCell();
    }

    /// <summary>Blank paragraphs, line breaks and tabs at the ends set the text in its cell and are no part of it; blanks that were typed beside the text are.</summary>
    private static string WithoutLayout(string text)
    {
        var (start, end) = (0, text.Length);
        var (first, last) = (text.Length - text.TrimStart().Length, text.TrimEnd().Length);
        if (last <= first) { return ""; }
        if (text.LastIndexOfAny(Layout, first) is >= 0 and var before) { start = before + 1; }
        if (text.IndexOfAny(Layout, last) is >= 0 and var behind) { end = behind; }
        return text[start..end].Replace('\t', ' ');
    }

    private static readonly char[] Layout = ['\n', '\t'];

    /// <summary>Hands cells and marks to the grid.</summary>
    public void Finish()
    {
        var single = marks.GroupBy(m => (m.Row, m.Column)).Where(g => g.Count() == 1).ToDictionary(g => g.Key, g => g.First().Tag);
        foreach (var cell in cells)
        {
            var words = cell.Text.Trim();
            Grid.Add(new GridCell(cell.Row, cell.Column)
            {
                Grid = Grid,
                RowSpan = cell.RowSpan,
                ColumnSpan = cell.Span,
                Text = cell.Text,
                Kind = words.Length == 0 ? RawKind.Blank : RawKind.Text,
                Font = cell.Font,
                IsLetters = cell.Letters,
                Control = single.GetValueOrDefault((cell.Row, cell.Column)),
            });
        }
        Grid.MergeSpans();
        foreach (var mark in marks)
        {
            var kind = string.IsNullOrWhiteSpace(mark.Text) ? RawKind.Blank : RawKind.Text;
            Grid.Marks.Add(new GridMark(mark.Tag, mark.Row, mark.Column, new RawCell(mark.Text, kind, new Location.TableCell(Grid.Number, mark.Row, mark.Column, mark.Tag)) { Font = mark.Font, IsWholeCell = mark.Letters }));
        }
    }
}
