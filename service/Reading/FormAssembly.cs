using LearningCity.Docs.Forms;
using LearningCity.Docs.Text;

namespace LearningCity.Docs.Reading;

/// <summary>
/// The tables of one form → its entries, and what is wrong with the form as a form (LC11xx). Texts decide which row is which, because they are what the official sees and
/// signs; marks help where a text is altered or gone, and a mark that points elsewhere is told.
/// </summary>
internal sealed class FormAssembly
{
    /// <summary>A text that shares fewer words than this with the official one is another text.</summary>
    private const double Alike = 0.6;

    /// <summary>More unrecognised texts than this are not compared with every missing row: such a file is not a form that somebody altered.</summary>
    private const int ComparisonsAtMost = 20_000;

    /// <summary>Further places of a row that stands there many times.</summary>
    private const int OthersAtMost = 20;

    private readonly FormDefinition form;
    private readonly ImmutableArray<FormTable> tables;
    private readonly FormMark? mark;
    private readonly List<Finding> findings = [];
    private readonly Dictionary<string, (FormTable Table, GridMark Mark)> marks = new(StringComparer.Ordinal);

    private readonly FormTexts texts;
    private readonly CancellationToken cancelled;

    private readonly Scales scales;

    /// <summary>The same in the second of two columns that both may count.</summary>
    private readonly Scales seconds;

    /// <summary>The form, or the part of it that the file is.</summary>
    private FormDefinition expected;

    /// <summary>The tables before the form that belong to no other one, the nearest first.</summary>
    private readonly ImmutableArray<Grid> before;

    private FormAssembly(FormTexts texts, FormDefinition form, ImmutableArray<FormTable> tables, FormMark? mark, ImmutableArray<Grid> before, CancellationToken cancelled) =>
        (this.texts, this.form, this.tables, this.mark, this.before, this.cancelled, expected, scales, seconds) = (texts, form, tables, mark, before, cancelled, form, new Scales(form), new Scales(form));

    public static FormEntries Entries(FormTexts texts, FormDefinition form, ImmutableArray<FormTable> tables, FormMark? mark, ImmutableArray<Grid> before, CancellationToken cancelled) =>
        new FormAssembly(texts, form, tables, mark, before, cancelled).Run();

    private FormEntries Run()
    {
        Marks();
        AnchorAcrossPages();
        AnchorBySiblings();
        AnchorByMarks();
        AnchorByLikeness();
        FormColumns? columns = null;
        foreach (var table in tables)
        {
            table.Settle(columns);
            columns = table.Columns;
        }
        Part();
        Identity();
        TwoColumns();
        Scan();
        var entries = ImmutableArray.CreateBuilder<Entry>(expected.Fields.Length);
        foreach (var (property, cell) in UnitProperties.Find(expected, tables[0], before)) { Add(entries, property.Field, cell); }
        foreach (var node in expected.Nodes)
        {
            cancelled.ThrowIfCancellationRequested();
            Read(node, entries);
        }
        findings.AddRange(new UnreadContent(form, tables, entries, cancelled).Find(Name));
        return new FormEntries(expected, tables[0].Grid.Host, entries.ToImmutable(), [.. findings]);
    }

    /// <summary>An office's part is judged by its own rows. Where rows of other offices stand too, the file is the whole form: parts that somebody put together again.</summary>
    private void Part()
    {
        var marked = mark is { Part: { } key } && mark.Id == form.Id ? form.Parts().FirstOrDefault(u => u.Key == key) : null;
        if ((FormTitle.Part(form, tables[0]) ?? marked) is not { } unit) { return; }
        if (form.Nodes.All(n => n.Fields.Length == 0 || n.Unit?.Key == unit.Key || !Found(n))) { expected = form.PartOf(unit); }
    }

    private void Marks()
    {
        foreach (var table in tables)
        {
            foreach (var (field, at) in table.Scan.MarkedFields(form)) { marks.TryAdd(field.Id, (table, at)); }
        }
    }

    /// <summary>A text that a page break cut in two: its end is the first text of the next table.</summary>
    private void AnchorAcrossPages()
    {
        for (var i = 0; i + 1 < tables.Length; i++)
        {
            var (here, there) = (tables[i], tables[i + 1]);
            var firstRow = form.Nodes.Where(n => n.Fields.Length > 0).SelectMany(there.AnchorsOf).Select(a => a.Cell.Row).DefaultIfEmpty(0).Min();
            var end = there.Scan.Loose.Where(c => c.Row <= firstRow).ToList();
            if (here.Scan.Loose.Length * end.Count > ComparisonsAtMost) { continue; }
            foreach (var (first, second) in from first in here.Scan.Loose from second in end select (first, second))
            {
                cancelled.ThrowIfCancellationRequested();
                if (first.Text.Length + second.Text.Length > texts.LongestText * 2) { continue; }
                if (texts.Find($"{first.Text.Trim()} {second.Text.Trim()}").FirstOrDefault(h => h.Form == form && h.Role is TextRole.Node)?.Node is { } node && !tables.Any(t => t.Has(node)))
                {
                    here.Anchor(node, new TextAnchor(first, Recognition.Verbatim, first.LastRow));
                }
            }
        }
    }

    /// <summary>A row that bears another level's words is still this row of the form; that levels are mixed is told.</summary>
    private void AnchorBySiblings()
    {
        var rows = new List<(FormNode Node, FormDefinition Form, GridCell Cell)>();
        foreach (var table in tables)
        {
            foreach (var (anchor, hit) in table.Scan.RowsOfSiblings(form))
            {
                if (form.Nodes.FirstOrDefault(n => n.Code == hit.Node!.Code) is not { } node || Found(node)) { continue; }
                table.Anchor(node, anchor with { How = Recognition.Altered });
                rows.Add((node, hit.Form, anchor.Cell));
            }
        }
        foreach (var other in rows.GroupBy(r => r.Form))
        {
            findings.Add(new Finding(FindingCatalog.LC1120_LevelsMixed, other.First().Cell.Location, form.Annex ?? form.Sheet, other.Key.Annex ?? other.Key.Sheet,
                new Sentence("list.names") { Arguments = [other.Select(r => Name(r.Node)).ToImmutableArray()] })
            {
                // Another locality's words at the same level ask for the same.
                Severity = other.Key.RecognitionLevel == form.RecognitionLevel ? Severity.Warning : Severity.Error,
                Value = other.First().Cell.Text,
                Related = [.. other.Skip(1).Take(OthersAtMost).Select(r => r.Cell.Location)],
            });
        }
        if (mark is not null && texts.Catalog.Find(mark.Id) is { } marked && marked.IsSiblingOf(form) && marked.RecognitionLevel != form.RecognitionLevel)
        {
            findings.Add(new Finding(FindingCatalog.LC1121_MarkOfOtherLevel, Location.File, form.Annex ?? form.Sheet, marked.Annex ?? marked.Sheet));
        }
        if (form is { LayoutBasis: not null, RecognitionLevel: not null } && texts.Siblings(form) > 0 && tables.All(t => t.Scan.Levels(form, mark?.Id).IsEmpty))
        {
            findings.Add(new Finding(FindingCatalog.LC1122_LevelNotTold, FirstPlace(), form.Sheet));
        }
    }

    /// <summary>Where the node's row goes on after a page break: the rows above the first official row of the next table.</summary>
    private (FormTable Table, Band Band)? Continued(FormNode node, FormTable table)
    {
        var i = tables.IndexOf(table);
        return i + 1 < tables.Length && tables[i + 1].Lead is { } lead && table.LastNode == node ? (tables[i + 1], lead) : null;
    }

    /// <summary>A row without its text is still the row that our mark says, unless another row's text stands there.</summary>
    private void AnchorByMarks()
    {
        if (marks.Count == 0) { return; }
        if (form.Nodes.All(n => n.Fields.Length == 0 || Found(n))) { return; }
        var rows = tables.ToDictionary(t => t, t => form.Nodes.Where(n => n.Fields.Length > 0).SelectMany(t.AnchorsOf).Select(a => a.Cell.Row).ToHashSet());
        foreach (var node in form.Nodes.Where(n => n.Fields.Length > 0 && !tables.Any(t => t.Has(n))))
        {
            if (node.Fields.Select(f => marks.TryGetValue(f.Id, out var at) ? at : default).FirstOrDefault(at => at.Table is not null) is not { Table: { } table, Mark: { } found } || rows[table].Contains(found.Row)) { continue; }
            // What was typed over the text stands where the texts of other rows stand; an entry of the row is no text of it.
            var columns = form.Nodes.Where(n => n.Kind == node.Kind).SelectMany(table.AnchorsOf).Select(a => a.Cell.Column).ToList();
            var column = columns.Count > 0 ? columns.GroupBy(c => c).MaxBy(g => g.Count())!.Key : 1;
            var typed = table.Grid.At(found.Row, column) is { Kind: RawKind.Text } text && column != found.Column ? text : null;
            var cell = typed ?? table.Grid.At(found.Row, found.Column) ?? new GridCell(found.Row, found.Column) { Grid = table.Grid };
            table.Anchor(node, new TextAnchor(cell, Recognition.Mark, cell.LastRow));
            Altered(node, typed, table.Grid.LocationAt(found.Row, column));
        }
    }

    /// <summary>A missing row may be one whose text somebody changed: the most like of the unrecognised texts, in the order of the form.</summary>
    private void AnchorByLikeness()
    {
        var missing = form.Nodes.Where(n => !Found(n)).ToList();
        if (missing.Count == 0) { return; }
        var loose = (from table in tables
                     let lastColumn = table.Form.Nodes.SelectMany(table.AnchorsOf).Select(a => a.Cell.Column).DefaultIfEmpty(1).Max()
                     from cell in table.Scan.Loose
                     where cell.Column <= lastColumn && cell.Text.Length <= 900
                     select (table, cell)).ToList();
        if (missing.Count * loose.Count > ComparisonsAtMost) { return; }
        var pairs = (from node in missing
                     from candidate in loose
                     where candidate.cell.Text.Length * 3 >= node.Title.Length && candidate.cell.Text.Length <= node.Title.Length * 3 + 40
                     let difference = Nearest(node, candidate.cell.Text)
                     where difference.Similarity >= Alike
                     orderby difference.Similarity descending
                     select (node, candidate.table, candidate.cell)).ToList();
        var (taken, found) = (new HashSet<GridCell>(), new HashSet<string>());
        foreach (var (node, table, cell) in pairs)
        {
            if (found.Contains(node.Code) || taken.Contains(cell)) { continue; }
            found.Add(node.Code);
            taken.Add(cell);
            table.Anchor(node, new TextAnchor(cell, Recognition.Altered, cell.LastRow));
            Altered(node, cell, cell.Location);
        }
    }

    private WordDifference Nearest(FormNode node, string text)
    {
        cancelled.ThrowIfCancellationRequested();
        var plain = WordDifference.Between(node.Title, text);
        var printed = WordDifference.Between(node.Printed, text);
        return printed.Similarity > plain.Similarity ? printed : plain;
    }

    private void Altered(FormNode node, GridCell? cell, Location location)
    {
        if (cell is not null && (Abbreviations.AreEqual(node.Title, cell.Text) || Abbreviations.AreEqual(node.Printed, cell.Text))) { return; }
        var difference = cell is null ? new Sentence("text.gone") : Nearest(node, cell.Text).Sentence;
        findings.Add(new Finding(FindingCatalog.LC1102_TextAltered, location, Name(node), difference, node.Printed) { Value = cell?.Text });
    }

    private FormTable? TableOf(FormNode node)
    {
        foreach (var table in tables) { if (table.Has(node)) { return table; } }
        return null;
    }

    private bool Found(FormNode node) => TableOf(node) is not null;

    /// <summary>"Tiêu chí 4, Chỉ tiêu 1" or "Chỉ số 1.1.1-1": how a row is called in a sentence.</summary>
    private Sentence Name(FormNode node) => FormNames.Of(form, node);

    private void Identity()
    {
        if (mark is not null && mark.Id == form.Id && mark.Version != form.Version) { findings.Add(new Finding(FindingCatalog.LC1105_OtherVersion, Location.File, mark.Version, form.Version)); }
        FormTitle.Check(form, tables[0], findings);
        TextAnchor? previous = null;
        var lastRow = (Table: -1, Row: 0);
        var outOfOrder = new List<(FormNode Node, Location Location)>();
        var legacy = new List<TextAnchor>();
        foreach (var node in expected.Nodes)
        {
            var (at, count) = (-1, 0);
            for (var i = tables.Length - 1; i >= 0; i--)
            {
                if (!tables[i].Has(node)) { continue; }
                (at, count) = (i, count + tables[i].AnchorsOf(node).Count);
            }
            if (at < 0)
            {
                Missing(node, previous?.Cell.Location);
                continue;
            }
            var anchor = tables[at].AnchorsOf(node)[0];
            previous = anchor;
            if (count > 1) { Duplicates(node, [.. tables.SelectMany(t => t.AnchorsOf(node))]); }
            if (anchor.How is Recognition.Legacy) { legacy.Add(anchor); }
            if (anchor.How is Recognition.NoDiacritics) { findings.Add(new Finding(FindingCatalog.LC1102_TextAltered, anchor.Cell.Location, Name(node), new Sentence("text.noDiacritics"), node.Printed) { Value = anchor.Cell.Text }); }
            if (node.Fields.Length > 0)
            {
                if ((at, anchor.Cell.Row).CompareTo(lastRow) < 0) { outOfOrder.Add((node, anchor.Cell.Location)); }
                else { lastRow = (at, anchor.Cell.Row); }
            }
            Unit(node, tables[at], anchor);
        }
        if (outOfOrder.Count > 0)
        {
            findings.Add(new Finding(FindingCatalog.LC1112_RowsOutOfOrder, outOfOrder[0].Location, new Sentence("list.names") { Arguments = [outOfOrder.Select(o => Name(o.Node)).ToImmutableArray()] }) { Related = [.. outOfOrder.Skip(1).Select(o => o.Location)] });
        }
        findings.AddRange(legacy.Select(a => new Finding(FindingCatalog.LC1111_LegacyEncodingInTexts, a.Cell.Location) { Value = a.Cell.Text }));
        if (form.Layout is FormLayout.Results)
        {
            foreach (var column in form.Columns.Where(c => c.Field is not null && tables.All(t => t.Columns.OfField(form, c.Field!) == 0)))
            {
                findings.Add(new Finding(FindingCatalog.LC1108_ColumnMissing, previous?.Cell.Location ?? Location.File, column.Title));
            }
        }
    }

    /// <summary>A heading (tiêu chuẩn, tiêu chí without cells of its own) that is gone is a person's to look at; a row with entries is an error.</summary>
    private void Missing(FormNode node, Location? after)
    {
        if (node.Fields.Length == 0 && form.Nodes.Where(n => n.Kind == node.Kind).All(n => !tables.Any(t => t.Has(n))))
        {
            if (form.Nodes.First(n => n.Kind == node.Kind) == node) { findings.Add(new Finding(FindingCatalog.LC1108_ColumnMissing, tables[0].Grid.LocationAt(1, 1), FormNames.Kind(node.Kind)) { Severity = Severity.Warning }); }
            return;
        }
        findings.Add(new Finding(FindingCatalog.LC1103_RowMissing, after ?? FirstPlace(), Name(node), node.Title) { Severity = node.Fields.Length > 0 ? Severity.Error : Severity.Warning });
    }

    private Location FirstPlace() => form.Nodes.SelectMany(n => tables.SelectMany(t => t.AnchorsOf(n))).Select(a => a.Cell.Location).FirstOrDefault() ?? Location.File;

    private void Duplicates(FormNode node, ImmutableArray<TextAnchor> places)
    {
        // Unmerged parents repeat their title beside every row, and an indicator beside each of its figures.
        if (node.Fields.Length == 0) { return; }
        var extra = places.Skip(1).Where((place, i) => form.Layout is FormLayout.Results || place.Cell.Row > places[i].LastRow + 1 || node.Fields.Length == 1).ToImmutableArray();
        if (extra.Length == 0) { return; }
        findings.Add(new Finding(FindingCatalog.LC1104_RowDuplicated, extra[0].Cell.Location, Name(node)) { Related = [places[0].Cell.Location, .. extra.Skip(1).Take(OthersAtMost).Select(e => e.Cell.Location)] });
    }

    private void Unit(FormNode node, FormTable table, TextAnchor anchor)
    {
        if (node.Unit is not { } unit || table.Columns.Unit == 0 || table.Grid.At(anchor.Cell.Row, table.Columns.Unit) is not { Kind: RawKind.Text } cell) { return; }
        var typed = LegacyEncoding.Detect(cell.Text, cell.Font) is not LegacyKind.None and var kind ? LegacyEncoding.Convert(cell.Text, kind) : cell.Text;
        if (typed == unit.Name || Abbreviations.AreEqual(typed, unit.Name)) { return; }
        if (Continued(node, table) is not null && VietnameseText.Fold(unit.Name).StartsWith(VietnameseText.Fold(typed), StringComparison.Ordinal)) { return; }
        findings.Add(new Finding(FindingCatalog.LC1106_UnitChanged, cell.Location, Name(node), unit.Name, typed.Trim()) { Value = cell.Text });
    }

    private void Read(FormNode node, ImmutableArray<Entry>.Builder entries)
    {
        if (node.Fields.Length == 0) { return; }
        var table = TableOf(node);
        if (table?.BandOf(node) is not { } band)
        {
            foreach (var field in node.Fields) { entries.Add(new Entry(field, new EntryValue.Blank(), "", Location.File) { Found = false }); }
            return;
        }
        var next = Continued(node, table);
        var cells = Cells(table, table.Columns, node, band, next, scales);
        var second = table.Columns.Second is { } other ? Cells(table, other, node, band, next, seconds) : null;
        var told = false;
        foreach (var field in node.Fields)
        {
            if (!told && MarkIn(table, band, field) is null && marks.TryGetValue(field.Id, out var at) && Elsewhere(node, at) is { } stranger)
            {
                told = true;
                findings.Add(new Finding(FindingCatalog.LC1107_MarksDisagree, at.Table.Grid.LocationAt(at.Mark.Row, at.Mark.Column, at.Mark.Name), Name(node), Name(stranger)) { Related = [table.AnchorsOf(node)[0].Cell.Location] });
            }
            if (second is not null && Differ(field, cells[field.Id], second[field.Id]))
            {
                var raw = cells[field.Id]!.Cell;
                entries.Add(new Entry(field, new EntryValue.Unreadable(raw.Text, Doubtful: true), raw.Text, raw.Location));
            }
            else { Add(entries, field, second is null ? WithMark(cells[field.Id], field, table, band) : cells[field.Id]); }
        }
    }

    private Dictionary<string, FieldCell?> Cells(FormTable table, FormColumns columns, FormNode node, Band band, (FormTable Table, Band Band)? next, Scales known) => form.Layout is FormLayout.Figures
        ? FigureCells.Find(table, columns, node, band, next, known, field => MarkIn(table, band, field) is { } own ? table.Grid.At(own.Row, own.Column) : null, cancelled).ToDictionary(f => f.Key, f => (FieldCell?)f.Value, StringComparer.Ordinal)
        : node.Fields.ToDictionary(field => field.Id, field => ResultCells.Find(table, columns, band, field, next, known, cancelled), StringComparer.Ordinal);

    /// <summary>Which of two columns counts is for a person to say, wherever they say different things.</summary>
    private bool Differ(FieldDefinition field, FieldCell? first, FieldCell? second) => first is not null && second is not null && Value(field, first) != Value(field, second);

    private EntryValue Value(FieldDefinition field, FieldCell cell) => (cell.Reading ?? EntryReader.Read(form, field, cell.Cell)).Value;

    private void TwoColumns()
    {
        foreach (var table in tables.Where(t => !t.Columns.Rivals.IsEmpty))
        {
            var rivals = table.Columns.Rivals;
            findings.Add(new Finding(FindingCatalog.LC1116_TwoColumns, rivals[0].Location, TypedCell.Short(rivals[0].Text), TypedCell.Short(rivals[1].Text)) { Related = [.. rivals.Skip(1).Select(c => c.Location)], Value = rivals[0].Text });
        }
    }

    /// <summary>The choices that the paper prints, of all rows, before the first of them is decided.</summary>
    private void Scan()
    {
        foreach (var node in expected.Nodes)
        {
            cancelled.ThrowIfCancellationRequested();
            if (node.Fields.Length == 0 || TableOf(node) is not { } table || table.BandOf(node) is not { } band) { continue; }
            Scan(table, table.Columns, node, band, scales);
            if (table.Columns.Second is { } second) { Scan(table, second, node, band, seconds); }
        }
    }

    private void Scan(FormTable table, FormColumns columns, FormNode node, Band band, Scales known)
    {
        if (form.Layout is FormLayout.Figures) { FigureCells.Scan(table, columns, node, band, Continued(node, table), known, cancelled); return; }
        foreach (var field in node.Fields) { ResultCells.Scan(table, columns, band, field, known, cancelled); }
    }

    /// <summary>Our mark of the field, where it stands in the node's own rows.</summary>
    private GridMark? MarkIn(FormTable table, Band band, FieldDefinition field) => marks.TryGetValue(field.Id, out var at) && at.Table == table && band.Contains(at.Mark.Row) ? at.Mark : null;

    /// <summary>The node in whose rows the mark stands; null when it stands outside every row.</summary>
    private FormNode? Elsewhere(FormNode node, (FormTable Table, GridMark Mark) at) =>
        form.Nodes.FirstOrDefault(other => other != node && other.Fields.Length > 0 && at.Table.BandOf(other) is { } band && band.Contains(at.Mark.Row));

    /// <summary>
    /// What is printed and typed in the row says what the entry is. Our mark tells its place more exactly, and helps where the row does not say: no column of the form, or
    /// nothing found and something at the mark that stands in no column of the form.
    /// </summary>
    private FieldCell? WithMark(FieldCell? cell, FieldDefinition field, FormTable table, Band band)
    {
        if (MarkIn(table, band, field) is not { } mark) { return cell; }
        var marked = Marked(table, mark);
        if (cell is null) { return new FieldCell(marked); }
        if (cell.Reading is not null) { return cell; }
        if (scales.Of(field) is { ArePrinted: true } choices) { return cell.IsBlank && marked.Kind is RawKind.Blank && !choices.Holds(table.Grid.At(mark.Row, mark.Column)) ? cell with { Cell = marked } : cell; }
        var place = table.Grid.LocationAt(mark.Row, mark.Column);
        if (WithoutControl(cell.Cell.Location) == place)
        {
            // What stands in the cell beside our control was typed there too, and is seen: the cell counts.
            return cell.IsBlank || cell.Cell.Text.AsSpan().Trim().SequenceEqual(marked.Text.AsSpan().Trim()) ? cell with { Cell = marked } : cell with { Cell = cell.Cell with { Location = place } };
        }
        if (!cell.IsBlank) { return cell; }
        if (!table.Columns.IsOfForm(mark.Column)) { return cell with { Cell = marked }; }
        return marked.Kind is RawKind.Blank ? cell with { Cell = marked } : cell;
    }

    private static Location WithoutControl(Location location) => location is Location.TableCell cell ? cell with { Control = null } : location;

    private static RawCell Marked(FormTable table, GridMark mark)
    {
        if (mark.Content is { } content) { return Prompts.IsPrompt(content.Text) ? content with { Text = "", Kind = RawKind.Blank } : content; }
        return table.Grid.At(mark.Row, mark.Column) is { IsEmpty: false } cell ? cell.Raw() : ResultCells.Blank(table.Grid, mark.Row, mark.Column);
    }

    private void Add(ImmutableArray<Entry>.Builder entries, FieldDefinition field, FieldCell? found)
    {
        if (found is not { Cell: var cell, Conflicts: var conflicts })
        {
            entries.Add(new Entry(field, new EntryValue.Blank(), "", Location.File) { Found = false });
            return;
        }
        findings.AddRange(found.Beside);
        if (conflicts.IsEmpty)
        {
            var reading = found.Reading ?? EntryReader.Read(form, field, cell);
            foreach (var finding in reading.Findings)
            {
                // What stands beside the letters of a summary would go with a whole new text; a figure or a result can be written anew.
                findings.Add(cell.IsWholeCell ? finding : finding with { Fix = null, Suggestion = field.IsProse ? null : finding.Suggestion ?? finding.Fix });
            }
            entries.Add(new Entry(field, reading.Value, cell.Text, cell.Location) { NeedsReview = reading.NeedsReview });
            return;
        }
        findings.Add(new Finding(FindingCatalog.LC2403_ConflictingCells, cell.Location) { Entry = field.Id, Value = cell.Text, Related = conflicts });
        entries.Add(new Entry(field, new EntryValue.Unreadable(cell.Text), cell.Text, cell.Location));
    }
}
