namespace LearningCity.Docs.Findings;

/// <summary>Where in the user's file, in the words that the user sees there. A closed union: a cell of a sheet, a cell of a Word table, or the file as a whole.</summary>
internal abstract record Location
{
    private Location() { }

    /// <summary>A cell of a worksheet, such as <c>Phụ lục IIIb!D20</c>.</summary>
    internal sealed record Cell(string Sheet, CellReference Reference) : Location;

    /// <summary>A cell of a Word table: table, row and column counted from 1 as seen on the page; <paramref name="Control"/> is the tag of its content control.</summary>
    internal sealed record TableCell(int Table, int Row, int Column, string? Control = null) : Location;

    /// <summary>A part of the file that is no cell, such as <c>xl/vbaProject.bin</c> or a sheet's name.</summary>
    internal sealed record Part(string Name) : Location;

    /// <summary>
    /// A paragraph of a Word file's part, as an author finds it: table (nested ones counted too), row and column from 1, null outside tables; the paragraph's number in its cell, or in the part outside tables.
    /// </summary>
    internal sealed record Paragraph(string PartName, int? Table, int? Row, int? Column, int Number) : Location;

    /// <summary>The pages of one section of a Word file, counted from 1.</summary>
    internal sealed record Section(int Number) : Location;

    /// <summary>The file as a whole.</summary>
    internal sealed record WholeFile : Location;

    public static readonly Location File = new WholeFile();

    /// <summary>In the user's language; a cell's address is the same in each.</summary>
    public string Text(LanguageTable language) => this switch
    {
        Cell c => $"{c.Sheet}!{c.Reference}",
        TableCell t => language.Render(new Sentence("location.tableCell", t.Table, t.Row, t.Column)),
        Part p => p.Name,
        Paragraph { Table: { } table, Row: { } row, Column: { } column } p =>
            language.Render(new Sentence("location.paragraphInTable", PartText(p.PartName, language), table, row, column, p.Number)),
        Paragraph p => language.Render(new Sentence("location.paragraph", PartText(p.PartName, language), p.Number)),
        Section s => language.Render(new Sentence("location.section", s.Number)),
        WholeFile => language.Render(new Sentence("location.file")),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static string PartText(string part, LanguageTable language) => DocumentStory.Of(part) is { } story ? language.Render(story) : part;
}
