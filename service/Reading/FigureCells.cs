using LearningCity.Docs.Forms;
using LearningCity.Docs.OpenXml;
using LearningCity.Docs.Text;

namespace LearningCity.Docs.Reading;

/// <summary>
/// Which cells hold the figures of an indicator. The paper prints groups, labels, units, dots and choices in its data cells; what is printed is taken away, and what is left
/// was added: it belongs to the label in its own cell, to the label before it in its row, or to the label above it. An entry exists only where something is left.
/// </summary>
internal sealed class FigureCells
{
    private readonly FormTable table;
    private readonly FormColumns columns;
    private readonly FormNode node;
    private readonly Band band;
    private readonly Scales scales;
    private readonly CancellationToken cancelled;
    private readonly List<Piece> pieces = [];
    private readonly List<GridCell> cells = [];
    private readonly Dictionary<string, FieldCell> found = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Piece> labels = new(StringComparer.Ordinal);

    /// <summary>The group in which a line stands.</summary>
    private readonly Dictionary<Piece, string?> groups = new(ReferenceEqualityComparer.Instance);

    private const string NoValue = "#";

    /// <summary>Further figures that contradict the first.</summary>
    private const int ConflictsAtMost = 20;

    /// <summary>A line of a data cell.</summary>
    private sealed record Piece(GridCell Cell, string Text, string Key, bool Whole)
    {
        public RawCell Raw(string? rest = null)
        {
            var text = rest ?? (Whole ? null : Text);
            // What is struck out, raised or hidden in the cell is told of its part as well.
            return Cell.Raw(WithoutPrinted(text ?? Cell.Text) ?? text) with { Seen = Cell.Seen };
        }
    }

    private FigureCells(FormTable table, FormColumns columns, FormNode node, Band band, Scales scales, CancellationToken cancelled) =>
        (this.table, this.columns, this.node, this.band, this.scales, this.cancelled) = (table, columns, node, band, scales, cancelled);

    /// <summary>Field id → its cell; blank, with the place where it is to be written, for a field of which nothing was added.</summary>
    /// <param name="next">Where a page break cut the row in two: the table that goes on, and its rows.</param>
    /// <param name="marked">Where our own mark says that the field is.</param>
    public static IReadOnlyDictionary<string, FieldCell> Find(
        FormTable table, FormColumns columns, FormNode node, Band band, (FormTable Table, Band Band)? next, Scales scales, Func<FieldDefinition, GridCell?> marked, CancellationToken cancelled)
    {
        var read = Collected(table, columns, node, band, next, scales, cancelled);
        var all = read.Fields(marked);
        // What is hidden counts where nothing can be seen.
        if (!read.cells.Exists(c => c.Grid.IsOutOfSight(c))) { return all; }
        var seen = new FigureCells(table, columns, node, band, scales, cancelled);
        seen.pieces.AddRange(read.pieces.Where(p => !p.Cell.Grid.IsOutOfSight(p.Cell)));
        seen.cells.AddRange(read.cells.Where(c => !c.Grid.IsOutOfSight(c)));
        return seen.Fields(marked).ToDictionary(f => f.Key, f => f.Value.IsBlank ? all[f.Key] : f.Value, StringComparer.Ordinal);
    }

    private static FigureCells Collected(FormTable table, FormColumns columns, FormNode node, Band band, (FormTable Table, Band Band)? next, Scales scales, CancellationToken cancelled)
    {
        var read = new FigureCells(table, columns, node, band, scales, cancelled);
        read.Collect(table, columns, band);
        if (next is { } rest) { read.Collect(rest.Table, rest.Table.Columns, rest.Band); }
        return read;
    }

    private Dictionary<string, FieldCell> Fields(Func<FieldDefinition, GridCell?> marked)
    {
        foreach (var field in node.Fields.Where(IsChoice)) { Choice(field); }
        var figures = node.Fields.Where(f => f.Kind is FieldKind.Percent or FieldKind.Count).ToImmutableArray();
        if (figures.Length > 0) { Figures(figures, marked); }
        foreach (var field in node.Fields) { found.TryAdd(field.Id, new FieldCell(Slot(field))); }
        return found;
    }

    /// <summary>The printed choices of the row, before it is known how those of other rows look.</summary>
    public static void Scan(FormTable table, FormColumns columns, FormNode node, Band band, (FormTable Table, Band Band)? next, Scales scales, CancellationToken cancelled)
    {
        if (!node.Fields.Any(IsChoice)) { return; }
        var read = Collected(table, columns, node, band, next, scales, cancelled);
        foreach (var field in node.Fields.Where(IsChoice))
        {
            var own = read.CellsOf(field).ToList();
            var seen = own.FindAll(c => !c.Grid.IsOutOfSight(c));
            scales.Add(field, ChoiceCells.Of(field, scales.Tokens(field.Kind), seen.Count > 0 ? seen : own, columns.DataFirst, cancelled));
        }
    }

    private static bool IsChoice(FieldDefinition field) => field.Kind is FieldKind.Trend or FieldKind.Rating;

    private void Collect(FormTable from, FormColumns columns, Band rows)
    {
        var seen = new HashSet<GridCell>();
        for (var row = rows.First; row <= rows.Last; row++)
        {
            cancelled.ThrowIfCancellationRequested();
            for (var column = columns.DataFirst; column <= columns.DataLast; column++)
            {
                if (from.Grid.At(row, column) is not { } cell || cell.Column < columns.DataFirst || !seen.Add(cell) || Prompts.IsPrompt(cell.Text)) { continue; }
                // Struck letters and pictures say nothing by themselves, and still may decide a choice.
                if (cell is not { IsEmpty: true, Seen: null, Objects: CellObjects.None }) { cells.Add(cell); }
                if (cell.IsEmpty) { continue; }
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

    private void Choice(FieldDefinition field)
    {
        if (scales.Of(field) is not { } choices) { return; }
        if (choices.ArePrinted)
        {
            var decided = choices.Decide(scales.OfKind(field.Kind), scales.Places(field.Kind));
            found[field.Id] = decided.IsBlank ? new FieldCell(Slot(field)) : decided;
            return;
        }
        if (choices.AreOnlyMarks && (UnderHeading(field, choices) ?? choices.InPlaces(scales.Places(field.Kind))) is { } headed) { found[field.Id] = headed; return; }
        if (choices.AsWritten(scales.Places(field.Kind)) is { } written) { found[field.Id] = written; }
    }

    /// <summary>The cells of a choice; where the row holds figures too, only those with a choice or a mark.</summary>
    private IEnumerable<GridCell> CellsOf(FieldDefinition field) => node.Fields.Length == 1 ? cells
        : cells.Where(c => scales.Tokens(field.Kind).Of(c).Any(t => t.Kind is not (ChoiceTokenKind.Other or ChoiceTokenKind.Note)));

    /// <summary>A row of marks whose words stand in a row further up, such as the scale printed once at the head of a page.</summary>
    private FieldCell? UnderHeading(FieldDefinition field, ChoiceCells choices)
    {
        for (var row = band.First - 1; row >= 1 && row >= band.First - 40; row--)
        {
            if (table.Grid.Row(row) is not { } heading) { continue; }
            var printed = ChoiceCells.Of(field, scales.Tokens(field.Kind), heading.Cells.Where(c => c.Kind is RawKind.Text && c.Column >= columns.DataFirst), columns.DataFirst, cancelled);
            if (printed.ArePrinted) { return choices.Under(printed); }
        }
        return null;
    }

    private void Figures(ImmutableArray<FieldDefinition> fields, Func<FieldDefinition, GridCell?> marked)
    {
        var loose = fields is [var only] && !only.HasLabel ? pieces.Where(p => !IsPrinted(p.Key, only)).ToList() : Labelled(fields);
        ByMark(fields, loose, marked);
        if (loose.Count == 0) { return; }
        var blank = fields.Where(f => !found.ContainsKey(f.Id)).ToList();
        if (labels.Count == 0 && blank.Count > 0 && InOrder(blank, loose)) { return; }
        // One row, one thing: its figure speaks for it.
        foreach (var row in loose.GroupBy(p => (p.Cell.Grid, p.Cell.Row)))
        {
            cancelled.ThrowIfCancellationRequested();
            var first = row.FirstOrDefault(p => IsFigure(p.Key)) ?? row.First();
            Left(fields, first);
            foreach (var further in row.Where(p => p != first)) { Further(fields, further); }
        }
    }

    /// <summary>
    /// Takes each label with what stands in its cell, behind it or under it; what no label claims is left. A label belongs to the group whose heading stands above it. One that
    /// is printed elsewhere in its group, or stands there already, was typed beside a figure: it names no other place than the cell's own.
    /// </summary>
    private List<Piece> Labelled(ImmutableArray<FieldDefinition> fields)
    {
        var left = fields.ToList();
        var loose = new List<Piece>();
        var printed = new List<(Piece Piece, FieldDefinition Field)>();
        var lines = Lines(fields);
        var blank = Blank(fields, lines);
        foreach (var (piece, group, line, lineKey) in lines)
        {
            cancelled.ThrowIfCancellationRequested();
            var text = line;
            if (LabelOf(left, group, lineKey) is not { } field || (!IsLabelAlone(lineKey, field) && blank.Contains((group, field.LabelKey))))
            {
                if (IsPrinted(lineKey, fields)) { continue; }
                loose.Add(piece);
                if (LabelOf(fields, group, lineKey) is { } named) { Repeated(fields, group, named, piece, printed); }
                continue;
            }
            while (true)
            {
                left.Remove(field);
                labels[field.Id] = piece;
                printed.Add((piece, field));
                var rest = After(text, field.Label);
                var behind = Next(left.Where(f => !blank.Contains((group, f.LabelKey))), group, rest);
                var own = behind is { } cut ? rest[..cut.At] : rest;
                if (!IsPrinted(VietnameseText.Fold(own), field)) { found[field.Id] = new FieldCell(piece.Raw(own.TrimEnd(' ', ',', ';'))); }
                if (behind is not { } following) { break; }
                (field, text) = (following.Field, rest[following.At..]);
            }
        }
        foreach (var (label, field) in printed)
        {
            // Words behind a label, "Nữ giới", are a part of it where a figure stands behind them.
            var words = found.TryGetValue(field.Id, out var there) && !there.Cell.Text.Any(char.IsDigit);
            if (there is not null && !words) { continue; }
            var value = Behind(label, printed, loose) ?? Under(label, printed, loose);
            if (value is null || (words && !value.Key.Any(char.IsAsciiDigit))) { continue; }
            loose.Remove(value);
            found[field.Id] = Value(field, value);
        }
        return loose;
    }

    /// <summary>The lines of the data cells with the group that was headed last; what a heading is followed by in its own line is without it.</summary>
    private List<(Piece Piece, string? Group, string Text, string Key)> Lines(ImmutableArray<FieldDefinition> fields)
    {
        string? group = null;
        var lines = new List<(Piece, string?, string, string)>(pieces.Count);
        var headed = pieces.Select(p => GroupOf(fields, p.Key)).ToHashSet();
        var labelled = new HashSet<string>(StringComparer.Ordinal);
        foreach (var piece in pieces)
        {
            var (text, key) = (piece.Text, piece.Key);
            if (GroupOf(fields, key) is { } heading)
            {
                group = heading;
                text = After(text, heading);
                key = VietnameseText.Fold(text);
                labelled.Clear();
                if (key.Length == 0) { continue; }
            }
            if (LabelOf(fields, group, key) is { } label && !labelled.Add(label.LabelKey) && FollowingGroup(fields, group) is { } next && !headed.Contains(next)
                && fields.First(f => f.Group == next).LabelKey == label.LabelKey && fields.All(f => f.Group != group || labelled.Contains(f.LabelKey)))
            {
                // All labels of a group stand there, and the first begins again: the next group, whose heading somebody altered.
                group = next;
                labelled.Clear();
                labelled.Add(label.LabelKey);
            }
            lines.Add((piece, group, text, key));
            groups[piece] = group;
        }
        return lines;
    }

    private static string? FollowingGroup(ImmutableArray<FieldDefinition> fields, string? group) =>
        group is null ? null : fields.SkipWhile(f => f.Group != group).FirstOrDefault(f => f.Group is not null && f.Group != group)?.Group;

    /// <summary>The labels that stand alone, as printed, for every field of their group that has them.</summary>
    private HashSet<(string? Group, string Label)> Blank(ImmutableArray<FieldDefinition> fields, List<(Piece Piece, string? Group, string Text, string Key)> lines)
    {
        var counts = new Dictionary<(string? Group, string Label), int>();
        foreach (var (_, group, _, key) in lines)
        {
            if (LabelOf(fields, group, key) is { } field && IsLabelAlone(key, field)) { counts[(group, field.LabelKey)] = counts.GetValueOrDefault((group, field.LabelKey)) + 1; }
        }
        return [.. counts.Where(c => c.Value >= Math.Max(1, fields.Count(f => f.LabelKey == c.Key.Label && IsOf(f, c.Key.Group)))).Select(c => c.Key)];
    }

    /// <summary>Nothing but the label and what is printed with it.</summary>
    private bool IsLabelAlone(string key, FieldDefinition field) => IsPrinted(key[field.LabelKey.Length..], field);

    /// <summary>
    /// "Nam 1.310" and "Nam 1.276" in one group: of two figures under one label only the one at the label's own place in the order of the form is certain.
    /// </summary>
    private void Repeated(ImmutableArray<FieldDefinition> fields, string? group, FieldDefinition named, Piece piece, List<(Piece Piece, FieldDefinition Field)> printed)
    {
        if (!found.TryGetValue(named.Id, out var first) || first.Reading is not null || !IsOf(named, group) || printed.Exists(l => SameRow(l.Piece.Cell, piece.Cell))) { return; }
        var before = printed.Count(l => IsOf(l.Field, group) && printed.IndexOf(l) < printed.FindIndex(p => p.Field == named));
        if (before != fields.Where(f => f.HasLabel && IsOf(f, group)).ToList().IndexOf(named)) { found[named.Id] = NotUnderstood(named, first.Cell); }
    }

    private static bool IsOf(FieldDefinition field, string? group) => group is null || field.Group is null || field.Group == group;

    /// <summary>What the cell of a field says. A label typed into it is no part of the figure; the label of another field contradicts the place.</summary>
    private FieldCell Value(FieldDefinition field, Piece piece)
    {
        if (LabelOf(node.Fields, field.Group, piece.Key) is not { } named) { return new FieldCell(piece.Raw()); }
        if (named.LabelKey != field.LabelKey) { return NotUnderstood(field, piece.Raw()); }
        return new FieldCell(piece.Cell.Kind is RawKind.Text ? piece.Raw(After(piece.Text, field.Label)) : piece.Raw());
    }

    private static FieldCell NotUnderstood(FieldDefinition field, RawCell raw) => new(raw)
    {
        Reading = new EntryReading(new EntryValue.Unreadable(raw.Text), [new Finding(FindingCatalog.LC2410_NotUnderstood, raw.Location, TypedCell.Short(raw.Text)) { Entry = field.Id, Value = raw.Text }]),
    };

    /// <summary>"Nam 48, nữ 52": where the next label begins in the same line.</summary>
    private static (FieldDefinition Field, int At)? Next(IEnumerable<FieldDefinition> left, string? group, string rest)
    {
        for (var at = 1; at < rest.Length; at++)
        {
            if (rest[at - 1] is not (' ' or ',' or '\u00A0' or '\t') || !char.IsLetter(rest[at])) { continue; }
            var key = VietnameseText.Fold(rest[at..]);
            if (left.FirstOrDefault(f => IsOf(f, group) && f.HasLabel && Begins(key, f.LabelKey, f)) is { } field) { return (field, at); }
        }
        return null;
    }

    /// <summary>In the label's line or in its row, before the next label.</summary>
    private static Piece? Behind(Piece label, List<(Piece Piece, FieldDefinition Field)> labels, List<Piece> loose)
    {
        if (loose.FirstOrDefault(p => p.Cell == label.Cell) is { } line && !labels.Exists(l => l.Piece != label && l.Piece.Cell == label.Cell)) { return line; }
        if (IsHeading(label, labels.Select(l => l.Piece))) { return null; }
        var next = labels.Where(l => SameRow(l.Piece.Cell, label.Cell) && l.Piece.Cell.Column > label.Cell.Column).Select(l => l.Piece.Cell.Column).DefaultIfEmpty(int.MaxValue).Min();
        return loose.FirstOrDefault(p => SameRow(p.Cell, label.Cell) && p.Cell.Column > label.Cell.Column && p.Cell.Column < next);
    }

    /// <summary>Labels side by side with no cell between them head the cells below.</summary>
    private static bool IsHeading(Piece label, IEnumerable<Piece> labels) => labels.Any(l => l.Cell.Grid == label.Cell.Grid && l.Cell.Row == label.Cell.Row
        && (l.Cell.Column == label.Cell.Column + label.Cell.ColumnSpan || label.Cell.Column == l.Cell.Column + l.Cell.ColumnSpan));

    private Piece? Under(Piece label, List<(Piece Piece, FieldDefinition Field)> labels, List<Piece> loose)
    {
        if (!IsHeading(label, labels.Select(l => l.Piece)) && label.Cell.Column + label.Cell.ColumnSpan <= columns.DataLast) { return null; }
        var next = labels.Where(l => l.Piece.Cell.Grid == label.Cell.Grid && l.Piece.Cell.Row > label.Cell.LastRow && Overlap(l.Piece.Cell, label.Cell)).Select(l => l.Piece.Cell.Row).DefaultIfEmpty(int.MaxValue).Min();
        return loose.FirstOrDefault(p => p.Cell.Grid == label.Cell.Grid && p.Cell.Row > label.Cell.LastRow && p.Cell.Row < next && Overlap(p.Cell, label.Cell)
            && !labels.Exists(l => SameRow(l.Piece.Cell, p.Cell)));
    }

    private static bool SameRow(GridCell left, GridCell right) => left.Grid == right.Grid && left.Row <= right.LastRow && right.Row <= left.LastRow;

    private static bool Overlap(GridCell left, GridCell right) => left.Column < right.Column + right.ColumnSpan && right.Column < left.Column + left.ColumnSpan;

    /// <summary>A figure whose label somebody altered is still the one that our mark names.</summary>
    private void ByMark(ImmutableArray<FieldDefinition> fields, List<Piece> loose, Func<FieldDefinition, GridCell?> marked)
    {
        foreach (var field in fields)
        {
            if (found.ContainsKey(field.Id) || marked(field) is not { } cell) { continue; }
            var own = loose.Where(p => p.Cell == cell).ToList();
            if (own.Count == 0) { continue; }
            loose.RemoveAll(own.Contains);
            found[field.Id] = own.Count == 1 ? Value(field, own[0]) : new FieldCell(cell.Raw());
        }
    }

    /// <summary>No labels at all: as many figures as fields, or one in each row, stand in the order of the form.</summary>
    private bool InOrder(List<FieldDefinition> fields, List<Piece> values)
    {
        if (fields.Count == 1 && values.TrueForAll(p => p.Cell == values[0].Cell))
        {
            // A lone figure is the whole cell, except that its unit may stand on a line of its own.
            found[fields[0].Id] = new FieldCell(values[0].Whole ? values[0].Raw() : values[0].Cell.Raw(string.Join(' ', pieces.Where(p => p.Cell == values[0].Cell).Select(p => p.Text))));
            return true;
        }
        if (values.Count == fields.Count)
        {
            for (var i = 0; i < fields.Count; i++) { found[fields[i].Id] = Value(fields[i], values[i]); }
            return true;
        }
        if (fields.Count == 1 || band.Last - band.First + 1 != fields.Count || values.Exists(p => p.Cell.Grid != table.Grid) || values.GroupBy(p => p.Cell.Row).Any(g => g.Count() > 1)) { return false; }
        foreach (var value in values) { found[fields[value.Cell.Row - band.First].Id] = Value(fields[value.Cell.Row - band.First], value); }
        return true;
    }

    /// <summary>What nothing printed claims: a second figure contradicts the first; where the entry is missing, it is named as not understood.</summary>
    private void Left(ImmutableArray<FieldDefinition> fields, Piece piece)
    {
        var near = fields.Where(f => labels.TryGetValue(f.Id, out var label) && SameRow(label.Cell, piece.Cell)).ToList();
        var open = fields.Where(f => !found.ContainsKey(f.Id) && IsOf(f, groups.GetValueOrDefault(piece))).ToList();
        if ((near.Find(open.Contains) ?? open.Find(f => !labels.ContainsKey(f.Id)) ?? open.FirstOrDefault()) is { } missing)
        {
            found[missing.Id] = fields.Length == 1 ? new FieldCell(piece.Raw()) : NotUnderstood(missing, piece.Raw());
            return;
        }
        Further(fields, piece);
    }

    /// <summary>A second figure for an entry that has one; words beside it are a remark.</summary>
    private void Further(ImmutableArray<FieldDefinition> fields, Piece piece)
    {
        var named = LabelOf(fields, groups.GetValueOrDefault(piece), piece.Key);
        var key = named is null ? piece.Key : VietnameseText.Fold(After(piece.Text, named.Label));
        var said = named ?? fields.FirstOrDefault(f => labels.TryGetValue(f.Id, out var label) && SameRow(label.Cell, piece.Cell)) ?? fields[0];
        if (!IsFigure(key) || !found.TryGetValue(said.Id, out var first) || first.Reading is not null || first.Conflicts.Length == ConflictsAtMost) { return; }
        var figure = VietnameseText.Fold(first.Cell.Text);
        if (!IsFigure(figure) && named is null) { found[said.Id] = new FieldCell(piece.Raw()); }
        else if (piece.Cell.Location != first.Cell.Location && Figure(key) != Figure(figure)) { found[said.Id] = first with { Conflicts = first.Conflicts.Add(piece.Cell.Location) }; }
    }

    /// <summary>A number and nothing else, but for its sign of percent.</summary>
    private static bool IsFigure(string key) => key.Length > 0 && key.Any(char.IsAsciiDigit) && key.All(c => char.IsAsciiDigit(c) || c is ' ' or '.' or ',' or '%');

    private static string Figure(string key) => key.Trim(' ', '%');

    private static string? GroupOf(ImmutableArray<FieldDefinition> fields, string key) =>
        fields.Where(f => f.Group is not null).FirstOrDefault(f => key.StartsWith(f.GroupKey, StringComparison.Ordinal))?.Group;

    /// <summary>The field whose label begins the text: of the group that was headed last, the longest label first.</summary>
    private static FieldDefinition? LabelOf(IEnumerable<FieldDefinition> fields, string? group, string key) => fields
        .Where(f => f.HasLabel && IsOf(f, group) && Begins(key, f.LabelKey, f))
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

    private bool IsPrinted(string key, ImmutableArray<FieldDefinition> fields)
    {
        foreach (var field in fields) { if (IsPrinted(key, field)) { return true; } }
        return false;
    }

    /// <summary>The printed unit, the dots that wait for a figure, or a step of a scale that heads another row: nothing was added. Folding has trimmed trailing dots.</summary>
    private bool IsPrinted(string key, FieldDefinition field)
    {
        var words = key.AsSpan().Trim(" .,…_-/:()".AsSpan());
        return words.Length == 0 || words is "%" || (field.Unit is not null && words.SequenceEqual(field.UnitKey)) || scales.IsStep(key);
    }

    /// <summary>"….48….", "95%%": a figure written on the dots, or with a sign of its own before the sign, that the paper prints; null where neither is.</summary>
    private static string? WithoutPrinted(string text)
    {
        var typed = text.Trim();
        var (start, end) = (0, typed.Length);
        while (start < end && (typed[start] is '…' or '_' || (typed[start] is '.' && start + 1 < end && typed[start + 1] is '.' or '…' || (start > 0 && typed[start] is '.' or ' ')))) { start++; }
        while (end > start && (typed[end - 1] is '…' or '_' || (typed[end - 1] is '.' && end - 2 >= start && typed[end - 2] is '.' or '…'))) { end--; }
        // "1.198... trẻ": the rest of the dots stands between the figure and its unit.
        if (typed.AsSpan(start, end - start).IndexOf("..") is var dots && typed.IndexOf('…', start, end - start) is var gap && (dots >= 0 || gap >= 0))
        {
            var from = dots < 0 ? gap : gap < 0 ? start + dots : Math.Min(gap, start + dots);
            var to = from;
            while (to < end && typed[to] is '.' or '…') { to++; }
            var (figure, unit) = (typed[start..from].TrimEnd(), typed[to..end].Trim());
            if (figure.Length > 0 && char.IsAsciiDigit(figure[^1]) && unit.Length > 0 && !unit.Any(char.IsAsciiDigit) && !unit.Contains('…')) { return $"{figure} {unit}"; }
        }
        var twice = end - start > 2 && typed[end - 1] is '%' && typed[start..(end - 1)].TrimEnd() is [.., '%'];
        if (start == 0 && end == typed.Length && !twice) { return null; }
        var kept = twice ? typed[start..(end - 1)].Trim() : typed[start..end].Trim();
        return kept.Length == 0 ? null : kept;
    }

    /// <summary>Struck or hidden text, or a picture, where the figure would be: nothing to read, and still its place.</summary>
    private GridCell? Withdrawn(FieldDefinition field) => cells.Find(c => c.IsEmpty && (labels.TryGetValue(field.Id, out var label)
        ? SameRow(label.Cell, c) && c.Column > label.Cell.Column : node.Fields.Length == 1));

    /// <summary>Where the field is to be written: between its label and its unit, over the unit printed alone, or behind or in the label's own cell.</summary>
    private RawCell Slot(FieldDefinition field)
    {
        if (IsChoice(field))
        {
            if (scales.Of(field)?.First is not { } first) { return ResultCells.Blank(table.Grid, band.First, columns.DataFirst); }
            var beside = first.Column + first.ColumnSpan;
            // The choices printed as the label of a cell to be written.
            return beside <= columns.DataLast && VietnameseText.Fold(first.Text) == field.LabelKey ? ResultCells.Blank(first.Grid, first.Row, beside) : ResultCells.Blank(first);
        }
        if (Withdrawn(field) is { } withdrawn) { return ResultCells.Blank(withdrawn); }
        if (!labels.TryGetValue(field.Id, out var label))
        {
            var index = node.Fields.Where(f => f.Kind is FieldKind.Percent or FieldKind.Count).ToList().IndexOf(field);
            var row = band.First + (index > 0 && band.First + index <= band.Last ? index : 0);
            return ResultCells.Blank(table.Grid, row, columns.DataFirst);
        }
        var (grid, after) = (label.Cell.Grid, label.Cell.Column + label.Cell.ColumnSpan);
        var heads = IsHeading(label, labels.Values);
        if (heads || (after > columns.DataLast && !label.Whole)) { return heads && label.Cell.LastRow < band.Last ? ResultCells.Blank(grid, label.Cell.LastRow + 1, label.Cell.Column) : ResultCells.Blank(label.Cell); }
        return after > columns.DataLast || IsInLabel(label, field) ? ResultCells.Blank(label.Cell) : ResultCells.Blank(grid, label.Cell.Row, after);
    }

    /// <summary>"Nam … trẻ": label and unit stand in one cell, and the figure between them.</summary>
    private static bool IsInLabel(Piece label, FieldDefinition field) => VietnameseText.Fold(After(label.Text, field.Label)) is { Length: > 0 } rest && (rest is "%" || rest.EndsWith(field.Unit is null ? "%" : field.UnitKey, StringComparison.Ordinal));
}
