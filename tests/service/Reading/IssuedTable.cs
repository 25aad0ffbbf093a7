using System.Globalization;
using LearningCity.Docs.Forms;
using LearningCity.Docs.OpenXml;
using LearningCity.Docs.Reading;
using LearningCity.Docs.Tests.Support;

namespace LearningCity.Docs.Tests.Reading;

/// <summary>Where the printed labels stand.</summary>
internal enum LabelPlace { OwnCell, EntryCell, Above }

/// <summary>How a scale or a pair of choices is printed.</summary>
internal enum ScalePrint { Cells, Lines, TwoRows, Boxes, Label }

/// <summary>How a printed choice is marked.</summary>
internal enum MarkWay { Behind, Before, OwnCell, InPlace, OthersStruck, OthersDeleted }

/// <param name="Merged">Groups and parents are merged over their rows; otherwise they stand in the first.</param>
/// <param name="Unit">Units stand in a cell of their own, behind the figure.</param>
/// <param name="Dots">What the paper prints for a figure to be written on.</param>
/// <param name="Extra">A column of somebody else's before the table.</param>
internal sealed record IssuedLayout(Host Host, LabelPlace Labels, bool Merged, bool Unit, string Dots, ScalePrint Scale, ScalePrint Trend, bool Extra);

/// <summary>
/// The UNESCO table as issued, in any of the ways in which its data cells are set: a grid, as either walker would hand it over. What is written, marked or made to stand out is put on top of the printed paper.
/// </summary>
internal sealed class IssuedTable
{
    private const int DataColumns = 10;
    private static readonly FormTexts Texts = new(SampleForms.Official);

    private readonly IssuedLayout layout;
    private readonly Dictionary<string, (int Row, int Column)> slots = [];
    private readonly Dictionary<string, List<(int Row, int Column)[]>> choices = [];
    private readonly Dictionary<(int Row, int Column), Cell> cells = [];
    private readonly int data;
    private int row = 1;

    private sealed record Cell(int Rows, int Columns, ImmutableArray<TextStretch> Text, CellObjects Objects = CellObjects.None);

    public IssuedTable(IssuedLayout layout)
    {
        this.layout = layout;
        Form = SampleForms.Form("unesco-ba-dinh");
        data = (layout.Extra ? 1 : 0) + 5;
        var column = layout.Extra ? 2 : 1;
        if (layout.Extra) { Put(row, 1, "STT"); }
        for (var i = 0; i < Form.Columns.Length; i++) { Put(row, column + i, Form.Columns[i].Title, columns: i == 4 ? DataColumns : 1); }
        row++;
        foreach (var part in Form.Roots)
        {
            Put(row++, column, part.Printed, columns: 4 + DataColumns);
            foreach (var standard in part.Children)
            {
                var first = row;
                foreach (var criterion in standard.Children)
                {
                    var begin = row;
                    foreach (var indicator in criterion.Children) { Indicator(indicator, column + 2); }
                    Put(begin, column + 1, criterion.Printed, layout.Merged ? row - begin : 1);
                }
                Put(first, column, standard.Printed, layout.Merged ? row - first : 1);
            }
        }
    }

    public FormDefinition Form { get; }

    public IEnumerable<FieldDefinition> Choices => Form.Fields.Where(f => f.Kind is FieldKind.Rating or FieldKind.Trend);

    private void Indicator(FormNode node, int column)
    {
        var first = row;
        if (node.Fields is [{ Kind: FieldKind.Rating or FieldKind.Trend } choice]) { Choice(choice); }
        else if (layout.Labels is LabelPlace.Above && node.Fields.Length > 1) { Above(node); }
        else { foreach (var field in node.Fields) { Figure(node, field); } }
        Put(first, column, node.Title, layout.Merged ? row - first : 1);
        Put(first, column + 1, node.Unit!.Name, layout.Merged ? row - first : 1);
    }

    private void Figure(FormNode node, FieldDefinition field)
    {
        var group = field.Group is { } name ? (node.Fields.Where(f => f.Group == name).ToList(), name) : default;
        if (group.Item1 is { } of && of[0] == field) { Put(row, data, group.name, layout.Merged ? of.Count : 1, 4); }
        var start = field.Group is null ? data : data + 4;
        var unit = field.Unit ?? "%";
        if (layout.Labels is LabelPlace.EntryCell)
        {
            Put(row, start, field.HasLabel ? $"{field.Label} {layout.Dots} {unit}" : $"{layout.Dots}{unit}", columns: data + DataColumns - start);
            slots[field.Id] = (row++, start);
            return;
        }
        if (field.HasLabel) { Put(row, start, field.Label, columns: 2); start += 2; }
        var end = layout.Unit ? data + 8 : data + 10;
        Put(row, start, layout.Dots, columns: end - start);
        slots[field.Id] = (row, start);
        if (layout.Unit) { Put(row, data + 8, unit, columns: 2); }
        row++;
    }

    /// <summary>Labels side by side, and the figures under them.</summary>
    private void Above(FormNode node)
    {
        foreach (var group in node.Fields.GroupBy(f => f.Group ?? ""))
        {
            var fields = group.ToList();
            var start = data;
            if (group.Key.Length > 0) { Put(row, data, group.Key, 2, 4); start += 4; }
            var room = data + DataColumns - start;
            for (var i = 0; i < fields.Count; i++)
            {
                var width = i + 1 < fields.Count ? room / fields.Count : room - ((fields.Count - 1) * (room / fields.Count));
                Put(row, start, fields[i].Label, columns: width);
                Put(row + 1, start, layout.Dots, columns: width);
                slots[fields[i].Id] = (row + 1, start);
                start += width;
            }
            row += 2;
        }
    }

    private void Choice(FieldDefinition field)
    {
        var printed = Form.ChoicesOf(field.Kind);
        var places = choices[field.Id] = [];
        var width = DataColumns / printed.Length;
        var print = field.Kind is FieldKind.Rating ? layout.Scale : layout.Trend;
        slots[field.Id] = (row, data);
        switch (print)
        {
            case ScalePrint.Lines:
                Put(row, data, string.Join(field.Kind is FieldKind.Rating ? "\n" : " / ", printed.Select(c => c.Text)), columns: DataColumns);
                break;
            case ScalePrint.Label:
                Put(row, data, field.Label, columns: 6);
                Put(row, data + 6, "", columns: 4);
                slots[field.Id] = (row, data + 6);
                break;
            case ScalePrint.TwoRows when printed[0].Number is not null:
                for (var i = 0; i < printed.Length; i++)
                {
                    Put(row, data + (i * width), printed[i].Number!, columns: width);
                    Put(row + 1, data + (i * width), printed[i].Words, columns: width);
                    places.Add([(row, data + (i * width)), (row + 1, data + (i * width))]);
                }
                row++;
                break;
            case ScalePrint.Boxes when printed.Length == 2:
                for (var i = 0; i < 2; i++)
                {
                    Put(row, data + (i * 4), printed[i].Text, columns: 2);
                    Put(row, data + 2 + (i * 4), "", columns: 2);
                    places.Add([(row, data + (i * 4))]);
                }
                break;
            default:
                for (var i = 0; i < printed.Length; i++)
                {
                    Put(row, data + (i * width), printed[i].Text, columns: width);
                    places.Add([(row, data + (i * width))]);
                }
                if (field.Kind is FieldKind.Rating && print is ScalePrint.Boxes)
                {
                    for (var i = 0; i < printed.Length; i++) { Put(row + 1, data + (i * width), "", columns: width); }
                    row++;
                }
                break;
        }
        row++;
    }

    private void Put(int row, int column, string text, int rows = 1, int columns = 1) => cells[(row, column)] = new Cell(rows, columns, [new TextStretch(text, Looks.Plain)]);

    /// <summary>Where the entry is to be written.</summary>
    public (int Row, int Column) Slot(FieldDefinition field) => slots[field.Id];

    public Location At((int Row, int Column) place) => layout.Host is Host.Excel ? new Location.Cell("Biểu", new CellReference(place.Row, place.Column)) : new Location.TableCell(1, place.Row, place.Column);

    /// <summary>Writes a figure where the paper leaves room for it.</summary>
    public void Write(FieldDefinition field, string figure)
    {
        var place = Slot(field);
        var text = Words(place);
        Set(place, layout.Labels is LabelPlace.EntryCell && layout.Dots.Length > 0 ? text.Replace(layout.Dots, figure, StringComparison.Ordinal)
            : layout.Labels is LabelPlace.EntryCell ? (field.HasLabel ? text.Replace(field.Label, $"{field.Label} {figure}", StringComparison.Ordinal) : figure + text) : figure);
    }

    private string Words((int, int) place) => string.Concat(cells[place].Text.Select(t => t.Text));

    private void Set((int, int) place, params ImmutableArray<TextStretch> text) => cells[place] = cells[place] with { Text = text };

    private void Set((int, int) place, string text) => Set(place, new TextStretch(text, Looks.Plain));

    /// <summary>Marks a printed choice; false where this way is not possible on this paper.</summary>
    public bool Mark(FieldDefinition field, int choice, MarkWay way, string mark)
    {
        var printed = Form.ChoicesOf(field.Kind);
        var places = choices[field.Id];
        var print = field.Kind is FieldKind.Rating ? layout.Scale : layout.Trend;
        if (print is ScalePrint.Label) { return false; }
        if (places.Count == 0) { return InLines(field, choice, way, mark); }
        var own = places[choice];
        switch (way)
        {
            case MarkWay.Behind: Set(own[^1], $"{Words(own[^1])} {mark}"); return true;
            case MarkWay.Before: Set(own[0], $"{mark} {Words(own[0])}"); return true;
            case MarkWay.OwnCell when print is ScalePrint.Boxes:
                Set(field.Kind is FieldKind.Rating ? (own[0].Row + 1, own[0].Column) : (own[0].Row, own[0].Column + 2), mark);
                return true;
            case MarkWay.InPlace when printed[choice].Number is { } number:
                Set(own[0], Words(own[0]).Replace(number, mark, StringComparison.Ordinal));
                return true;
            case MarkWay.OthersStruck:
                foreach (var place in places.Where((_, i) => i != choice).SelectMany(p => p)) { Set(place, new TextStretch(Words(place), Looks.Struck)); }
                return true;
            case MarkWay.OthersDeleted:
                foreach (var place in places.Where((_, i) => i != choice).SelectMany(p => p)) { Set(place, ""); }
                return true;
            default: return false;
        }
    }

    private bool InLines(FieldDefinition field, int choice, MarkWay way, string mark)
    {
        var printed = Form.ChoicesOf(field.Kind);
        var between = field.Kind is FieldKind.Rating ? "\n" : " / ";
        string Joined(Func<PrintedChoice, string> own) => string.Join(between, printed.Select((c, i) => i == choice ? own(c) : c.Text));
        switch (way)
        {
            case MarkWay.Behind: Set(Slot(field), Joined(c => $"{c.Text} {mark}")); return true;
            case MarkWay.Before: Set(Slot(field), Joined(c => $"{mark} {c.Text}")); return true;
            case MarkWay.InPlace when printed[choice].Number is not null: Set(Slot(field), Joined(c => $"{mark} {c.Words}")); return true;
            case MarkWay.OthersDeleted: Set(Slot(field), printed[choice].Text); return true;
            case MarkWay.OthersStruck:
                Set(Slot(field), [.. printed.SelectMany((c, i) => new[] { new TextStretch(c.Text, i == choice ? Looks.Plain : Looks.Struck), new TextStretch(i + 1 < printed.Length ? between : "", Looks.Plain) })]);
                return true;
            default: return false;
        }
    }

    /// <summary>Makes a printed choice look so, without changing its letters.</summary>
    public bool Look(FieldDefinition field, int choice, Looks looks)
    {
        if (choices[field.Id].Count == 0) { return false; }
        foreach (var place in choices[field.Id][choice]) { Set(place, [.. cells[place].Text.Select(t => t with { Looks = t.Looks | looks })]); }
        return true;
    }

    /// <summary>Every cell of the paper, also those of the titles, looks so.</summary>
    public void LookEverywhere(Looks looks)
    {
        foreach (var place in cells.Keys.ToList()) { Set(place, [.. cells[place].Text.Select(t => t with { Looks = t.Looks | looks })]); }
    }

    public void Draw(FieldDefinition field) => cells[Slot(field)] = cells[Slot(field)] with { Objects = CellObjects.Shape };

    /// <summary>Whatever is typed into a cell.</summary>
    public void Type((int Row, int Column) place, string text, Looks looks = Looks.Plain) => Set(place, new TextStretch(text, looks));

    /// <inheritdoc cref="MarkedText"/>
    public void TypeMarked((int Row, int Column) place, string text) => Set(place, MarkedText.Stretches(text));

    /// <summary>Where a choice is printed: number and words may stand apart.</summary>
    public IReadOnlyList<(int Row, int Column)> PlacesOf(FieldDefinition field, int choice) => choices[field.Id][choice];

    /// <summary>Strikes the mark out, where the cell has it.</summary>
    public void Strike((int Row, int Column) place, string mark)
    {
        if (!cells.TryGetValue(place, out var cell)) { return; }
        Set(place, [.. cell.Text.SelectMany(t => t.Text.EndsWith(mark, StringComparison.Ordinal)
            ? (ImmutableArray<TextStretch>)[t with { Text = t.Text[..^mark.Length] }, new TextStretch(mark, t.Looks | Looks.Struck)] : [t])]);
    }

    public FormEntries Read()
    {
        var grid = new Grid(layout.Host, "Biểu", 1);
        foreach (var ((row, column), cell) in cells.OrderBy(c => c.Key))
        {
            var seen = SeenText.Of([.. cell.Text.Where(t => t.Text.Length > 0)]);
            var isBlank = string.IsNullOrWhiteSpace(seen.Visible);
            var number = decimal.TryParse(seen.Visible, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) && layout.Host is Host.Excel;
            grid.Add(new GridCell(row, column)
            {
                Grid = grid,
                RowSpan = cell.Rows,
                ColumnSpan = cell.Columns,
                Text = seen.Visible,
                Kind = isBlank ? RawKind.Blank : number ? RawKind.Number : RawKind.Text,
                Number = number ? value : null,
                Seen = seen.IsPlain ? null : seen,
                Objects = cell.Objects,
            });
        }
        grid.MergeSpans();
        return FormAssembly.Entries(Texts, Form, [new FormTable(Form, new GridScan(grid, Texts, CancellationToken.None))], null, [], CancellationToken.None);
    }
}
