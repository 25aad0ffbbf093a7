using LearningCity.Docs.Forms;

namespace LearningCity.Docs.Reading;

/// <summary>The rows that belong to one node: from its official text to the row before the next one.</summary>
internal readonly record struct Band(int First, int Last)
{
    public bool Contains(int row) => First <= row && row <= Last;
}

/// <summary>One form, or a part of it, in one grid: where its rows and its columns are.</summary>
internal sealed class FormTable
{
    private readonly List<TextAnchor>?[] anchors;
    private readonly Band?[] bands;
    private readonly HashSet<int> stops = [];

    public FormTable(FormDefinition form, GridScan scan)
    {
        (Form, Scan, Grid) = (form, scan, scan.Grid);
        anchors = new List<TextAnchor>?[form.Nodes.Length];
        bands = new Band?[form.Nodes.Length];
        var last = -1;
        var totals = new List<(FormNode Node, TextAnchor Anchor)>();
        foreach (var (anchor, hits) in scan.Hits)
        {
            FormNode? node = null;
            foreach (var hit in hits)
            {
                if (!ReferenceEquals(hit.Form, form)) { continue; }
                if (hit.Role is TextRole.Notes or TextRole.Column) { stops.Add(anchor.Cell.Row); }
                // The same words on several rows of a form: the next one in order is meant.
                if (hit.Role is TextRole.Node && (node is null || (!IsNext(node) && IsNext(hit.Node!)))) { node = hit.Node; }
            }
            if (node is null) { continue; }
            if (node.Kind is NodeKind.Total) { totals.Add((node, anchor)); }
            else { Anchor(node, anchor); }
            last = Math.Max(last, node.Order);
        }
        // "TỔNG HỢP" alone above the table of a sheet is a heading.
        var top = Grid.Host is Host.Word ? 0 : anchors.Select(list => list?[0].Cell.Row ?? int.MaxValue).Concat(stops).Min();
        foreach (var (node, anchor) in totals.Where(t => t.Anchor.Cell.Row > top)) { Anchor(node, anchor); }

        bool IsNext(FormNode node) => node.Order > last && !Has(node);
    }

    public FormDefinition Form { get; }
    public GridScan Scan { get; }
    public Grid Grid { get; }
    public FormColumns Columns { get; private set; } = FormColumns.Unknown;

    /// <summary>Found here by its text (or, later, by its mark or by likeness).</summary>
    public bool Has(FormNode node) => anchors[node.Order] is not null;

    /// <summary>Every place where the node's text stands, top down.</summary>
    public IReadOnlyList<TextAnchor> AnchorsOf(FormNode node) => anchors[node.Order] ?? (IReadOnlyList<TextAnchor>)[];

    /// <summary>Rows above the first official row that are no header: where a page break cut a row in two, they go on with the last row of the table before.</summary>
    public Band? Lead { get; private set; }

    /// <summary>The node whose rows come last here; null for a table with no rows of its own.</summary>
    public FormNode? LastNode => Form.Nodes.Where(n => n.Fields.Length > 0 && Has(n)).MaxBy(n => AnchorsOf(n)[0].Cell.Row);

    public Band? BandOf(FormNode node) => bands[node.Order];

    public void Anchor(FormNode node, TextAnchor anchor)
    {
        var list = anchors[node.Order] ??= new(1);
        if (list.Count > 0 && list[^1].Cell.Row == anchor.Cell.Row) { return; }
        list.Add(anchor);
    }

    /// <summary>After all rows are known: columns and bands.</summary>
    public void Settle(FormColumns? before)
    {
        Columns = FormColumns.Find(this, before);
        var starts = new List<int>(Form.Nodes.Length);
        foreach (var node in Form.Nodes)
        {
            if (!IsRow(node)) { continue; }
            foreach (var anchor in AnchorsOf(node)) { starts.Add(anchor.Cell.Row); }
        }
        starts.AddRange(stops);
        starts.Sort();
        Lead = LeadBefore(starts);
        foreach (var node in Form.Nodes)
        {
            if (!IsRow(node) || AnchorsOf(node) is not [var first, ..]) { continue; }
            var own = Math.Max(first.LastRow, first.Cell.Row);
            // Behind the last entry of the same row.
            var at = starts.BinarySearch(first.Cell.Row);
            while (at < starts.Count && starts[at] == first.Cell.Row) { at++; }
            var next = at < starts.Count ? starts[at] : int.MaxValue;
            bands[node.Order] = new Band(first.Cell.Row, node.Kind is NodeKind.Total ? own : Extend(own, next));
        }
    }

    private Band? LeadBefore(List<int> rows)
    {
        var firstNode = Form.Nodes.Where(n => n.Fields.Length > 0).SelectMany(AnchorsOf).Select(a => a.Cell.Row).DefaultIfEmpty(0).Min();
        var above = rows.Where(r => r < firstNode).DefaultIfEmpty(Grid.Rows.Count > 0 ? Grid.Rows[0].Number - 1 : 0).Max();
        return firstNode - above > 1 ? new Band(above + 1, firstNode - 1) : null;
    }

    /// <summary>A row of the paper with entries of its own, or one that ends the rows before it.</summary>
    private static bool IsRow(FormNode node) => node.Fields.Length > 0 || node.Kind is NodeKind.Part;

    /// <summary>
    /// Rows that somebody inserted below belong to the row above, down to the next official row or the first empty one. Behind the last official row also down to the first
    /// with words of its own before the entries: there the signatures begin.
    /// </summary>
    private int Extend(int last, int next)
    {
        while (last + 1 < next && Grid.Row(last + 1) is { } row && (next < int.MaxValue || !row.Cells.Exists(IsForeign))) { last++; }
        return last;
    }

    private bool IsForeign(GridCell cell) => cell.Kind is RawKind.Text && cell.Column <= Columns.Text && !Scan.IsOfficial(cell);
}
