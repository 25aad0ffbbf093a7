using LearningCity.Docs.Forms;
using LearningCity.Docs.OpenXml;
using LearningCity.Docs.Text;

namespace LearningCity.Docs.Reading;

/// <summary>
/// Which cells hold the figures of an indicator. Its data cells may be laid out as we write them (group, label, figure, unit), as the paper prints them ("Nam … trẻ" in one
/// cell), or all in one cell, line by line; ticks stand beside, behind or under their words.
/// </summary>
internal sealed class FigureCells
{
    private readonly FormTable table;
    private readonly FormNode node;
    private readonly Band band;
    private readonly List<Piece> pieces = [];
    private readonly Dictionary<string, RawCell> found = new(StringComparer.Ordinal);

    private const string NoValue = "#";

    /// <summary>A line of a data cell.</summary>
    private sealed record Piece(GridCell Cell, string Text, string Key, bool Whole);

    private FigureCells(FormTable table, FormNode node, Band band) => (this.table, this.node, this.band) = (table, node, band);

    /// <summary>Field id → its cell; a field without an entry here is blank.</summary>
    /// <param name="next">Where a page break cut the row in two: the table that goes on, and its rows.</param>
    public static IReadOnlyDictionary<string, RawCell> Find(FormTable table, FormNode node, Band band, (FormTable Table, Band Band)? next)
    {
        var cells = new FigureCells(table, node, band);
        cells.Collect(table, band);
        if (next is { } rest) { cells.Collect(rest.Table, rest.Band); }
        // What is hidden counts where nothing can be seen.
        var seen = cells.pieces.FindAll(p => !p.Cell.Grid.IsOutOfSight(p.Cell));
        if (seen.Count == cells.pieces.Count) { return cells.Fields(); }
        var visible = new FigureCells(table, node, band);
        visible.pieces.AddRange(seen);
        var found = new Dictionary<string, RawCell>(cells.Fields(), StringComparer.Ordinal);
        foreach (var (field, cell) in visible.Fields()) { if (cell.Kind is not RawKind.Blank) { found[field] = cell; } }
        return found;
    }

    private Dictionary<string, RawCell> Fields()
    {
        foreach (var field in node.Fields.Where(f => f.Kind is FieldKind.Trend or FieldKind.Rating)) { Choice(field); }
        var figures = node.Fields.Where(f => f.Kind is FieldKind.Percent or FieldKind.Count).ToImmutableArray();
        if (figures.Length > 0) { Figures(figures); }
        return found;
    }

    /// <summary>The cell where the field would be typed, for a field that is blank.</summary>
    public static RawCell Blank(FormTable table, Band band) => ResultCells.Blank(table.Grid, band.First, table.Columns.DataFirst);

    private void Collect(FormTable from, Band rows)
    {
        var seen = new HashSet<GridCell>();
        for (var row = rows.First; row <= rows.Last; row++)
        {
            for (var column = from.Columns.DataFirst; column <= from.Columns.DataLast; column++)
            {
                if (from.Grid.At(row, column) is not { } cell || (cell.IsEmpty && !HoldsOther(cell)) || cell.Column < from.Columns.DataFirst || !seen.Add(cell) || Prompts.IsPrompt(cell.Text)) { continue; }
                if (cell.Kind is not RawKind.Text || cell.Text.AsSpan().IndexOfAny('\n', ';') < 0)
                {
                    // A formula without its value shows nothing, and still is where the figure is.
                    pieces.Add(new Piece(cell, cell.Text, cell.Text.Length == 0 ? NoValue : VietnameseText.Fold(cell.Text), true));
                    continue;
                }

                foreach (var line in cell.Text.Split(['\n', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
                {
                    pieces.Add(new Piece(cell, line, VietnameseText.Fold(line), false));
                }
            }
        }
    }

    /// <summary>Struck or hidden text, a picture: nothing to read, and still where the figure is when there is no other.</summary>
    private static bool HoldsOther(GridCell cell) => cell.Seen is not null || cell.Objects is not CellObjects.None;

    private void Figures(ImmutableArray<FieldDefinition> fields)
    {
        if (fields is [var only] && !only.HasLabel)
        {
            var value = pieces.FirstOrDefault(p => !p.Cell.IsEmpty && !IsUnitOrDots(p.Key, only)) ?? pieces.FirstOrDefault(p => p.Cell.IsEmpty);
            if (value is not null)
            {
                // A lone figure is the whole cell, except that its unit may stand on a line of its own.
                var own = value.Whole ? null : string.Join(' ', pieces.Where(p => p.Cell == value.Cell).Select(p => p.Text));
                found[only.Id] = value.Cell.Raw(own);
            }
            return;
        }
        var left = fields.ToList();
        string? group = null;
        FieldDefinition? waiting = null;
        GridCell? label = null;
        var labelled = false;
        var loose = new List<Piece>();
        foreach (var piece in pieces)
        {
            var (text, key) = (piece.Text, piece.Key);
            if (GroupOf(fields, key) is { } heading)
            {
                group = heading;
                text = After(text, heading);
                key = VietnameseText.Fold(text);
                if (key.Length == 0) { continue; }
            }
            if (Labelled(left, group, key) is { } field)
            {
                labelled = true;
                left.Remove(field);
                var rest = After(text, field.Label);
                waiting = null;
                if (VietnameseText.Fold(rest) is var folded && folded.Length > 0 && !IsUnitOrDots(folded, field)) { found[field.Id] = piece.Cell.Raw(rest); }
                else { (waiting, label) = (field, piece.Cell); }
                continue;
            }
            if (waiting is not null && (piece.Cell == label || (piece.Cell.Grid == label!.Grid && label.Row <= piece.Cell.LastRow && piece.Cell.Row <= label.LastRow)))
            {
                if (IsUnitOrDots(key, waiting)) { continue; }
                found[waiting.Id] = piece.Cell.Raw(piece.Whole ? null : piece.Text);
                if (!piece.Cell.IsEmpty) { waiting = null; }
            }
            else { loose.Add(piece); }
        }
        // No labels at all: the figures stand in the order of the form.
        if (!labelled)
        {
            var values = loose.Where(p => !p.Cell.IsEmpty && !IsUnitOrDots(p.Key, fields[0])).ToList();
            for (var i = 0; i < Math.Min(values.Count, fields.Length); i++) { found[fields[i].Id] = values[i].Cell.Raw(values[i].Whole ? null : values[i].Text); }
        }
    }

    private static string? GroupOf(ImmutableArray<FieldDefinition> fields, string key) =>
        fields.Where(f => f.Group is not null).FirstOrDefault(f => key.StartsWith(f.GroupKey, StringComparison.Ordinal))?.Group;

    /// <summary>The field whose label begins the text: of the current group first, the longest label first.</summary>
    private static FieldDefinition? Labelled(List<FieldDefinition> left, string? group, string key) => left
        .Where(f => f.HasLabel && Begins(key, f.LabelKey, f))
        .OrderByDescending(f => f.Group == group)
        .ThenByDescending(f => f.Label.Length)
        .FirstOrDefault();

    private static bool Begins(string key, string label, FieldDefinition field)
    {
        if (!key.StartsWith(label, StringComparison.Ordinal)) { return false; }
        if (key.Length == label.Length || !char.IsLetter(key[label.Length])) { return true; }
        // "Namngười", "TổngTrẻ": the unit printed right behind the label.
        return field.Unit is not null && key.AsSpan(label.Length).StartsWith(field.UnitKey, StringComparison.Ordinal);
    }

    /// <summary>What stands behind the label, as typed.</summary>
    private static string After(string text, string label)
    {
        var key = VietnameseText.Fold(label);
        for (var end = Math.Min(key.Length, text.Length); end <= Math.Min(text.Length, 2 * label.Length + 8); end++)
        {
            if (VietnameseText.Fold(text[..end]) == key)
            {
                while (end < text.Length && text[end] is ' ' or ':' or '=' or '-' or '\t' or '\u00A0') { end++; }
                return text[Math.Min(end, text.Length)..];
            }
        }
        return text;
    }

    /// <summary>The printed unit, or the dots that wait for a figure: no figure. Folding has trimmed trailing dots.</summary>
    private static bool IsUnitOrDots(string key, FieldDefinition field)
    {
        var words = key.AsSpan().Trim(" .,…_-/:()".AsSpan());
        return words.Length == 0 || words is "%" || (field.Unit is not null && words.SequenceEqual(field.UnitKey));
    }

    private void Choice(FieldDefinition field)
    {
        var options = field.Kind is FieldKind.Trend ? Trend : [.. table.Form.RatingScale.Select(r => r.Printed)];
        var own = pieces.Where(p => p.Key != field.LabelKey && !p.Cell.IsEmpty).ToList();
        if (own.Count == 0) { return; }
        var places = options.Select(option => own.FirstOrDefault(p => IsOption(p.Key, option))).ToList();
        if (places.Count(p => p is not null) < 2)
        {
            if (UnderHeadings(field, options, own)) { return; }
            // One cell that says it: "Tăng", "4 Rất tốt", or boxes and words together.
            var cell = own[0].Cell;
            found[field.Id] = own.All(p => p.Cell == cell) && !own[0].Whole ? cell.Raw(string.Join(' ', own.Select(p => p.Text))) : cell.Raw();
            return;
        }
        if (places.All(p => p is null || p.Cell == own[0].Cell) && own.All(p => p.Cell == own[0].Cell))
        {
            found[field.Id] = own[0].Cell.Raw(string.Join(' ', own.Select(p => p.Text)));
            return;
        }
        Chosen(field, options, [.. options.Select((option, i) => places[i] is { } place ? TickFor(place, own, places) : null)], places.First(p => p is not null)!.Cell);
    }

    private static readonly ImmutableArray<string> Trend = ["Tăng", "Giảm"];

    /// <summary>The printed word, alone or with a tick: "Tăng", "Tăng x", "☑ Tăng", "[x] Tăng".</summary>
    private static bool IsOption(string key, string option)
    {
        var word = VietnameseText.Fold(option);
        var at = key.IndexOf(word, StringComparison.Ordinal);
        if (at < 0) { return false; }
        var around = string.Concat(key.AsSpan(0, at), key.AsSpan(at + word.Length));
        return around.Trim() is "" || IsMark(around) || Symbols.IsEmptyBox(around);
    }

    private static bool IsMark(string text) => Symbols.IsTick(text.AsSpan().Trim());

    /// <summary>The cell of the tick that belongs to an option: in its own cell, or in the empty-labelled cell beside it; null when it is not ticked.</summary>
    private GridCell? TickFor(Piece place, List<Piece> own, List<Piece?> places)
    {
        if (VietnameseText.Fold(place.Text) is var key && (key.Contains(Symbols.Ticked) || EndsOrBeginsWithTick(key))) { return place.Cell; }
        var isLeft = own.Any(p => p.Cell.Grid == place.Cell.Grid && p.Cell.Row == place.Cell.Row && p.Cell.Column < places.Where(o => o is not null).Min(o => o!.Cell.Column));
        var column = isLeft ? place.Cell.Column - 1 : place.Cell.Column + place.Cell.ColumnSpan;
        var beside = place.Cell.Grid.At(place.Cell.Row, column);
        if (beside is { IsEmpty: false } && own.Any(p => p.Cell == beside) && IsMark(beside.Text)) { return beside; }
        // Ticks under the words, in a row of their own.
        for (var row = place.Cell.LastRow + 1; row <= band.Last; row++)
        {
            if (place.Cell.Grid.At(row, place.Cell.Column) is { IsEmpty: false } under && IsMark(under.Text)) { return under; }
        }
        return null;
    }

    private static bool EndsOrBeginsWithTick(string key)
    {
        var words = key.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length > 1 && (IsMark(words[0]) || IsMark(words[^1]));
    }

    /// <summary>A row of ticks whose words stand in a row further up, such as the scale printed once at the head of a page.</summary>
    private bool UnderHeadings(FieldDefinition field, ImmutableArray<string> options, List<Piece> own)
    {
        if (!own.All(p => IsMark(p.Text) || Symbols.IsEmptyBox(p.Text))) { return false; }
        for (var row = band.First - 1; row >= 1 && row >= band.First - 40; row--)
        {
            if (table.Grid.Row(row) is not { } heading) { continue; }
            var columns = options.Select(o => heading.Cells.FirstOrDefault(c => c.Kind is RawKind.Text && c.Column >= table.Columns.DataFirst && IsOption(VietnameseText.Fold(c.Text), o))).ToList();
            if (columns.Count(c => c is not null) < 2) { continue; }
            Chosen(field, options, [.. columns.Select(c => c is null ? null : own.FirstOrDefault(p => IsMark(p.Text) && p.Cell.Column >= c.Column && p.Cell.Column < c.Column + c.ColumnSpan)?.Cell)], own[0].Cell);
            return true;
        }
        return false;
    }

    private void Chosen(FieldDefinition field, ImmutableArray<string> options, ImmutableArray<GridCell?> ticks, GridCell first)
    {
        var cell = ticks.FirstOrDefault(t => t is not null) ?? first;
        found[field.Id] = cell.Raw(string.Join(' ', options.Select((option, i) => $"{(ticks[i] is null ? Symbols.Empty : Symbols.Ticked)} {option}")));
    }
}
