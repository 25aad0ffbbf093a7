namespace LearningCity.Docs.Benchmarks;

/// <summary>
/// The annex as plain data for template engines. They have no vertical merges, so parts, standards and criteria are full-width rows, and an indicator's text stands
/// on the first row of its figures: less work than our annex, with the same texts.
/// </summary>
internal sealed record TableData(string[] TitleLines, string Attached, string[] Columns, TablePart[] Parts)
{
    public static TableData Of(FormDefinition form) => new(
        [.. form.TitleLines], form.AttachedLine, [.. form.Columns.Select(c => c.Title)],
        [.. form.Roots.Select(part => new TablePart(part.Printed,
            [.. part.Children.Select(standard => new TableStandard(standard.Printed,
                [.. standard.Children.Select(criterion => new TableCriterion(criterion.Printed, [.. criterion.Children.SelectMany(i => Rows(form, i))]))]))]))]);

    /// <summary>Every non-empty paragraph of the right answer, in order.</summary>
    public IEnumerable<string> Paragraphs() =>
        TitleLines.Append(Attached).Concat(Columns).Concat(Parts.SelectMany(p => p.Standards.SelectMany(s => s.Criteria.SelectMany(c => c.Rows.SelectMany(Cells).Prepend(c.Title)).Prepend(s.Title)).Prepend(p.Title)))
            .Select(t => t.Trim()).Where(t => t.Length > 0);

    private static IEnumerable<string> Cells(TableRow r) => [r.Indicator, r.Office, r.Group, r.Label, r.Figure, r.Unit];

    private static IEnumerable<TableRow> Rows(FormDefinition form, FormNode indicator) => indicator.Fields.Select((field, i) => new TableRow(
        i == 0 ? indicator.Title : "", i == 0 ? indicator.Unit?.Name ?? "" : "",
        i == 0 || indicator.Fields[i - 1].Group != field.Group ? field.Group ?? "" : "",
        field.HasLabel ? field.Label : "", SampleFigures.Written(SampleFigures.Of(form, field)), field.Unit ?? ""));
}

internal sealed record TablePart(string Title, TableStandard[] Standards);

internal sealed record TableStandard(string Title, TableCriterion[] Criteria);

internal sealed record TableCriterion(string Title, TableRow[] Rows);

/// <summary>One row: the indicator's text over three of the eight grid columns, then a cell each.</summary>
internal sealed record TableRow(string Indicator, string Office, string Group, string Label, string Figure, string Unit);
