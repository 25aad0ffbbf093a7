using LearningCity.Docs.OpenXml;

namespace LearningCity.Docs.Reading;

/// <summary>Collects the cells of one Word table in the order in which they are read, and settles spans when it is complete.</summary>
internal sealed class TableBuilder(Grid grid, IReadOnlyList<DocumentReader.OpenControl> controls, LetterCount count)
{
    private readonly List<Draft> cells = [];
    private readonly List<MarkDraft> marks = [];
    private readonly Dictionary<int, Draft> open = [];

    /// <summary>Controls around the whole table are not told its text.</summary>
    private readonly int controlsAround = controls.Count;

    private StretchBuilder? text, withoutTables;
    private TextFont font;
    private bool letters = true;
    private CellObjects objects;
    private List<Grid>? inCell;
    private int row;
    private int column;

    public Grid Grid { get; } = grid;

    private sealed record Draft(int Row, int Column, int Span, StretchBuilder? Text)
    {
        public int RowSpan { get; set; } = 1;
        public CellText Words { get; set; }
        public string? Font { get; init; }
        public bool Letters { get; set; } = true;
        public CellObjects Objects { get; set; }

        /// <summary>Without the tables in it, where there are any.</summary>
        public CellText? Bare { get; init; }
        public ImmutableArray<Grid> Tables { get; init; } = [];
    }

    private sealed record MarkDraft(string Tag, CellText Words, string? Font, bool Letters, CellObjects Objects, int Row, int Column);

    public void StartRow(int skippedColumns)
    {
        row++;
        column = 1 + Math.Clamp(skippedColumns, 0, CellReference.LastColumn - 1);
    }

    public void HideRow() => Grid.HiddenRows.Add(row);

    public void StartCell() => (text, withoutTables, font, letters, objects, inCell) = (null, null, default, true, CellObjects.None, null);

    /// <param name="joined">The mark between the paragraph before and this one is deleted: they are one.</param>
    public void Paragraph(StretchBuilder words, in TextFont paragraphFont, bool joined, bool isLetters)
    {
        if (controls.LastOrDefault(c => c.IsBlockBox) is { } box)
        {
            var drawn = box.TakeBox(words);
            words = new StretchBuilder();
            words.Append(drawn?.Sign.ToString() ?? "", drawn?.Looks ?? Looks.Plain);
            if (drawn is { IsDoubtful: true }) { Object(CellObjects.DoubtfulBox); }
        }
        // A placeholder is no text of the cell; the paragraph comes without it already, unless it is the whole of the control.
        if (controls.Any(c => c.Placeholder)) { words = new StretchBuilder(); }
        letters &= isLetters;
        if (words.Length > 0) { font = font.With(paragraphFont); }
        if (withoutTables is not null) { Add(ref withoutTables, words, joined ? "" : "\n", words.UnseenWhole()); }
        Block(words, joined, isLetters);
    }

    /// <summary>A table inside the cell that is being read: its text is the cell's, row by row.</summary>
    public void TableInCell(TableBuilder table)
    {
        (inCell ??= []).Add(table.Grid);
        if (withoutTables is null)
        {
            withoutTables = new StretchBuilder();
            if (text is not null) { withoutTables.Append(text); }
        }
        letters = false;
        objects |= table.cells.Aggregate(CellObjects.None, (all, cell) => all | cell.Objects);
        Block(table.AsText(), joined: false, isLetters: false);
    }

    private void Block(StretchBuilder words, bool joined, bool isLetters)
    {
        count.Add(words.Length + 1);
        var (between, looks) = (joined ? "" : "\n", words.UnseenWhole());
        for (var i = controlsAround; i < controls.Count; i++)
        {
            if (controls[i].Tag is null) { continue; }
            count.Add(words.Length + 1);
            controls[i].Letters &= isLetters;
            controls[i].Add(words, between, looks);
        }
        Add(ref text, words, between, looks);
    }

    private static void Add(ref StretchBuilder? to, StretchBuilder words, string between, Looks looks)
    {
        if (to is null) { to = new StretchBuilder(); }
        else { to.Append(between, looks); }
        to.Append(words);
    }

    /// <summary>The cells of a row with blanks between them, the rows on lines of their own.</summary>
    private StretchBuilder AsText()
    {
        var whole = new StretchBuilder();
        var last = 0;
        foreach (var cell in cells)
        {
            if (cell.Text is not { IsBlank: false } words) { continue; }
            if (last != 0) { whole.Append(cell.Row == last ? " " : "\n", words.UnseenWhole()); }
            whole.Append(words);
            last = cell.Row;
        }
        return whole;
    }

    public void Object(CellObjects kind) => objects |= kind;

    /// <summary>Where the next cell begins, or the cell that is being read.</summary>
    public (int Row, int Column) Position => (row, column);

    public void Mark(string tag, (int Row, int Column) at, StretchBuilder words, bool placeholder, string? markFont, bool isLetters, CellObjects markObjects)
    {
        var said = placeholder ? default : CellText.Of(words);
        marks.Add(new MarkDraft(tag, said, markFont, isLetters && said.IsWritable, markObjects, at.Row, at.Column));
    }

    public void EndCell(int span, bool continuesAbove, bool continuesLeft)
    {
        var words = text is null ? default : CellText.Of(text);
        if (continuesLeft && cells.Count > 0 && cells[^1].Row == row)
        {
            var left = cells[^1];
            cells[^1] = left with { Span = left.Span + span };
            open[left.Column] = cells[^1];
        }
        else if (continuesAbove && open.TryGetValue(column, out var above))
        {
            above.RowSpan = row - above.Row + 1;
            above.Objects |= objects;
            if (above.Words.Text.Length == 0 && (words.Text.Length > 0 || words.Seen is not null)) { (above.Words, above.Letters) = (words, false); }
        }
        else
        {
            var cell = new Draft(row, column, span, text)
            {
                Words = words,
                Font = font.Name,
                Letters = letters && words.IsWritable,
                Objects = objects,
                Bare = inCell is null ? null : CellText.Of(withoutTables!),
                Tables = inCell is null ? [] : [.. inCell],
            };
            open[column] = cell;
            cells.Add(cell);
        }
        column = Math.Min(column + span, CellReference.LastColumn);
        StartCell();
    }

    /// <summary>Hands cells and marks to the grid.</summary>
    public void Finish()
    {
        var single = marks.GroupBy(m => (m.Row, m.Column)).Where(g => g.Count() == 1).ToDictionary(g => g.Key, g => g.First().Tag);
        foreach (var cell in cells)
        {
            Grid.Add(new GridCell(cell.Row, cell.Column)
            {
                Grid = Grid,
                RowSpan = cell.RowSpan,
                ColumnSpan = cell.Span,
                Text = cell.Words.Text,
                Kind = cell.Words.Kind,
                Seen = cell.Words.Seen,
                Objects = cell.Objects,
                Font = cell.Font,
                IsLetters = cell.Letters,
                Control = single.GetValueOrDefault((cell.Row, cell.Column)),
                Tables = cell.Tables,
                WithoutTables = cell.Bare,
            });
        }
        Grid.MergeSpans();
        foreach (var mark in marks)
        {
            var at = new Location.TableCell(Grid.Number, mark.Row, mark.Column, mark.Tag);
            var content = new RawCell(mark.Words.Text, mark.Words.Kind, at) { Font = mark.Font, IsWholeCell = mark.Letters, Seen = mark.Words.Seen, Objects = mark.Objects };
            Grid.Marks.Add(new GridMark(mark.Tag, mark.Row, mark.Column, content));
        }
    }
}

/// <summary>What a Word cell or control says, and the looks where they say more.</summary>
internal readonly record struct CellText(string? Visible, SeenText? Seen)
{
    public string Text => Visible ?? "";

    public RawKind Kind => string.IsNullOrWhiteSpace(Visible) ? RawKind.Blank : RawKind.Text;

    /// <summary>False when a note mark was left out of the text: what is written over the letters would take it away.</summary>
    public bool IsWritable => Seen is null or { NoteMarks.Length: 0 };

    public static CellText Of(StretchBuilder text)
    {
        var (visible, seen) = text.Whole(WithoutLayout);
        return new(visible, seen);
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
}
