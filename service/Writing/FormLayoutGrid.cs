using LearningCity.Docs.Forms;

namespace LearningCity.Docs.Writing;

/// <summary>
/// <see cref="FormDefinition"/> → <see cref="FormGrid"/>, driven by the form's own columns: a node with an ancestor column is merged beside its rows, another heading with cells of its
/// own stands over label and text, one without over the whole width. Figures take a group, a label, a value and a unit; a rating the steps of its scale, a cell each, as the paper prints them.
/// </summary>
internal sealed class FormLayoutGrid
{
    private readonly FormDefinition form;
    private readonly IReadOnlyDictionary<string, string> values;
    private readonly List<GridCell> cells = [];
    private readonly List<double> widths = [];
    private readonly List<int> blocks = [];
    private readonly double size;
    private int row = 1;

    private FormLayoutGrid(FormDefinition form, IReadOnlyDictionary<string, string> values) => (this.form, this.values, size) = (form, values, form.Page is PageOrientation.Landscape ? 11 : 12);

    private CellLook Plain => new(size, Middle: true);

    private CellLook Strong => new(size, Bold: true, Middle: true);

    private CellLook Centred => new(size, Centred: true, Middle: true);

    public static FormGrid Of(FormDefinition form, IReadOnlyDictionary<string, string> values) => new FormLayoutGrid(form, values).Grid();

    private FormGrid Grid()
    {
        var starts = new int[form.Columns.Length];
        for (var i = 0; i < starts.Length; i++)
        {
            starts[i] = widths.Count + 1;
            widths.AddRange(Widths(form.Columns[i]));
        }
        var title = CellLook.Title(TitleSize());
        if (form.Annex is { } annex) { Line(annex, title); }
        else if (form.LayoutBasis?.LocalAnnex is { } place) { cells.Add(new GridCell(row++, 1, place, title) { Columns = widths.Count, IsOpen = true }); }
        foreach (var line in form.TitleLines) { Line(line, title); }
        Line(form.AttachedLine, CellLook.Attached);
        foreach (var property in form.Properties) { Property(property.Field); }
        var header = row;
        for (var i = 0; i < starts.Length; i++)
        {
            var end = i + 1 < starts.Length ? starts[i + 1] : widths.Count + 1;
            cells.Add(new GridCell(row, starts[i], form.Columns[i].Title, new CellLook(size, Bold: true, Centred: true, Middle: true)) { Columns = end - starts[i] });
        }
        row++;
        foreach (var root in form.Roots) { Node(root, starts, keep: false); }
        if (form.Total is { } total) { Node(total, starts, keep: false); }
        if (form.Notes is { } notes)
        {
            Line(notes.Heading, CellLook.NoteHeading);
            foreach (var item in notes.Items) { Line(item, CellLook.Note); }
        }
        var paper = Page.PrintableWidth(form) / widths.Sum();
        return new FormGrid([.. widths.Select(w => w * paper)], row - 1, header, [.. cells], [.. blocks]);
    }

    private double TitleSize()
    {
        var room = (Page.PrintableWidth(form) * FormGrid.PointsPerMillimetre) - FormGrid.CellPadding;
        double[] sizes = [13, 12.5, 12];
        return sizes.FirstOrDefault(s => form.TitleLines.All(line => TimesNewRoman.Width(line, s, bold: true) <= room), sizes[0]);
    }

    /// <summary>Its words, and at the right "☐ Có ☐ Không".</summary>
    private void Property(FieldDefinition field)
    {
        cells.Add(new GridCell(row, 1, field.Label, CellLook.Note with { Middle = true }) { Columns = widths.Count - 2 });
        cells.Add(new GridCell(row, widths.Count - 1, EntryContent.Of(field, values.GetValueOrDefault(field.Id)).Shown, new CellLook(12, Centred: true, Middle: true, Framed: false)) { Columns = 2, Field = field });
        row++;
    }

    private void Line(string text, CellLook look) => cells.Add(new GridCell(row++, 1, text, look) { Columns = widths.Count });

    /// <param name="keep">True right under a heading row: the two stay on one page.</param>
    private void Node(FormNode node, int[] starts, bool keep)
    {
        if (!keep) { blocks.Add(row); }
        if (node.Kind is NodeKind.Indicator) { Indicator(node, starts); return; }
        var column = Array.FindIndex([.. form.Columns], c => c.Role is ColumnRole.Ancestor && c.Ancestor == node.Kind);
        if (column < 0) { Heading(node, starts); }
        var first = row;
        var children = node.Children;
        for (var i = 0; i < children.Length; i++) { Node(children[i], starts, keep: i == 0); }
        if (column < 0) { return; }
        if (row == first) { row++; }
        cells.Add(Held(new GridCell(first, starts[column], node.Printed, Plain) { Rows = row - first }, node));
    }

    /// <summary>A cell longer than the first block beside it: the text must stand in that block.</summary>
    private GridCell Held(GridCell cell, FormNode node) => FirstBlock(node) is var rows && rows < cell.Rows ? cell with { TextRows = rows, Look = cell.Look with { Middle = false } } : cell;

    /// <summary>The rows of the first indicator below, or of its first group of figures.</summary>
    private int FirstBlock(FormNode node) => !node.Children.IsEmpty ? FirstBlock(node.Children[0])
        : node.Fields.IsEmpty || form.Columns.All(c => c.Role is not ColumnRole.Data) ? 1
        : node.Fields[0].Group is { } group ? node.Fields.TakeWhile(f => f.Group == group).Count() : node.Fields.TakeWhile(f => f.Group is null).Count();

    private void Heading(FormNode node, int[] starts)
    {
        if (node.Fields.IsEmpty) { Line(node.Printed, Strong); return; }
        var words = Enumerable.Range(0, starts.Length).Where(i => form.Columns[i].Role is ColumnRole.Label or ColumnRole.Text).Select(i => starts[i]).ToArray();
        var look = node.Kind is NodeKind.Total ? new CellLook(size, Bold: true, Centred: true, Middle: true) : Strong;
        cells.Add(new GridCell(row, words.Min(), node.Printed, look) { Columns = words.Max() - words.Min() + 1 });
        FieldCells(node, starts, bold: true);
        row++;
    }

    private void FieldCells(FormNode node, int[] starts, bool bold)
    {
        for (var i = 0; i < starts.Length; i++)
        {
            if (form.Columns[i].Field is { } name && node.Field(name) is { } field) { Entry(field, starts[i], 1, bold); }
        }
    }

    private void Indicator(FormNode node, int[] starts)
    {
        var first = row;
        FieldCells(node, starts, bold: false);
        var data = Array.FindIndex([.. form.Columns], c => c.Role is ColumnRole.Data);
        if (data >= 0 && !node.Fields.IsEmpty) { Figures(node, starts[data]); } else { row++; }
        for (var i = 0; i < starts.Length; i++)
        {
            GridCell? cell = form.Columns[i].Role switch
            {
                ColumnRole.Label => new GridCell(first, starts[i], node.Label ?? node.Code, Plain),
                ColumnRole.Text => new GridCell(first, starts[i], node.Title, Plain),
                ColumnRole.Unit => new GridCell(first, starts[i], node.Unit?.Name ?? "", Plain with { Centred = true }),
                ColumnRole.Ancestor or ColumnRole.Field or ColumnRole.Data => null,
                _ => throw new ArgumentOutOfRangeException(nameof(node), form.Columns[i].Role, "a column role that has no place on the sheet"),
            };
            if (cell is not null) { cells.Add(Held(cell with { Rows = row - first }, node)); }
        }
    }

    /// <summary>Group · label · value · unit; what is not printed gives its room to its neighbour.</summary>
    private void Figures(FormNode node, int column)
    {
        var (label, value, unit) = (column + DataColumns - 3, column + DataColumns - 2, column + DataColumns - 1);
        for (var i = 0; i < node.Fields.Length; i++)
        {
            var field = node.Fields[i];
            if (field.Group is { } group && (i == 0 || node.Fields[i - 1].Group != group))
            {
                if (i > 0) { blocks.Add(row); }
                cells.Add(new GridCell(row, column, group, Plain) { Rows = node.Fields.Skip(i).TakeWhile(f => f.Group == group).Count(), Columns = label - column });
            }
            var next = field.Group is null ? column : label;
            if (ScaleSteps.Of(form, field, values.GetValueOrDefault(field.Id)) is { } steps) { Steps(field, steps, next, unit); row++; continue; }
            if (field.HasLabel)
            {
                cells.Add(new GridCell(row, next, field.Label, Plain) { Columns = value - next });
                next = value;
            }
            Entry(field, next, (field.Unit is null ? unit + 1 : unit) - next, bold: false);
            if (field.Unit is { } printed) { cells.Add(new GridCell(row, unit, printed, Centred)); }
            row++;
        }
    }

    /// <summary>The scale as issued, a cell for each step.</summary>
    private void Steps(FieldDefinition field, ImmutableArray<ScaleStep> steps, int first, int last)
    {
        for (var i = 0; i < steps.Length; i++)
        {
            cells.Add(new GridCell(row, first + i, steps[i].Shown, Centred) { Columns = i + 1 < steps.Length ? 1 : last - first - i + 1, Field = field, Step = steps[i] });
        }
    }

    /// <summary>Four, or a column for each step of the scale where it has more.</summary>
    private int DataColumns => Math.Max(4, form.RatingScale.Length);

    private void Entry(FieldDefinition field, int column, int columns, bool bold)
    {
        var look = (field.IsProse ? Plain : Centred) with { Bold = bold && field.Kind is FieldKind.Result };
        cells.Add(new GridCell(row, column, EntryContent.Of(field, values.GetValueOrDefault(field.Id)).Shown, look) { Columns = columns, Field = field });
    }

    /// <summary>Shares of the paper's width, in the proportions of the issued papers.</summary>
    private IEnumerable<double> Widths(ColumnDefinition column) => column.Role switch
    {
        ColumnRole.Label => [21],
        ColumnRole.Text => [64],
        ColumnRole.Ancestor => [42],
        ColumnRole.Unit => [29],
        ColumnRole.Field => [form.Fields.First(f => f.Name == column.Field).Kind switch { FieldKind.Summary => 54, FieldKind.Evidence => 40, _ => 26 }],
        ColumnRole.Data => DataColumns == 4 ? [38, 15, 17, 13] : [19, .. Enumerable.Repeat(64.0 / (DataColumns - 1), DataColumns - 1)],
        _ => throw new ArgumentOutOfRangeException(nameof(column), column.Role, "a column role that has no width"),
    };
}
