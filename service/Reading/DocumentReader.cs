using System.Globalization;
using System.Text;
using System.Xml;
using LearningCity.Docs.OpenXml;
using LearningCity.Docs.Packages;

namespace LearningCity.Docs.Reading;

/// <summary>
/// A Word document → the grids of its tables (WordprocessingML, ECMA-376 part 1, 17.4), forward only. Untouched placeholders are nothing, ticks of every kind are ☑ or ☐;
/// content controls and text boxes are looked through; merged cells are resolved; a table in a cell is a table of its own and belongs to the cell's text as well.
/// </summary>
internal sealed class DocumentReader : WordStoryWalker
{
    private readonly List<Grid> grids = [];
    private readonly List<string> outside = [];
    private readonly Stack<TableBuilder> tables = new();
    private readonly List<OpenControl> controls = [];
    private readonly List<TextPiece>? pieces;
    private readonly LetterCount letters = new();
    private readonly List<(string Number, Grid Grid, (int Row, int Column) Place)> comments = [];
    private int line;
    private StretchBuilder paragraph = new();
    private TextFont paragraphFont;
    private bool isLetters = true;
    private bool hasLegacyLetters;

    private DocumentReader(XmlReader xml, WordLookStyles styles, List<TextPiece>? pieces) : base(xml, styles) => this.pieces = pieces;

    /// <exception cref="XmlException">A part that is not well-formed.</exception>
    public static (ImmutableArray<Grid> Grids, bool HasRevisions, bool HasLegacyLetters) Read(SafePackage package) => Read(package, package.MainPart, null);

    /// <summary>The same walk, telling where in the part each visible text of a table cell stands: what a correction is written over.</summary>
    public static ImmutableArray<TextPiece> Pieces(SafePackage package) => Pieces(package, package.MainPart);

    /// <summary>Of any part that holds a story: the body, a header, footnotes. Outside tables the table is 0.</summary>
    public static ImmutableArray<TextPiece> Pieces(SafePackage package, string part)
    {
        var pieces = new List<TextPiece>();
        Read(package, part, pieces);
        return [.. pieces];
    }

    private static (ImmutableArray<Grid> Grids, bool HasRevisions, bool HasLegacyLetters) Read(SafePackage package, string part, List<TextPiece>? pieces)
    {
        using var xml = package.OpenXml(part)!;
        var reader = new DocumentReader(xml, WordLookStyles.Read(package), pieces);
        reader.Walk();
        if (reader.comments.Count > 0) { reader.Place(DocumentComments.Read(package, reader.letters)); }
        return ([.. reader.grids], reader.HasRevisions, reader.hasLegacyLetters);
    }

    protected override bool KeepsPlaces => pieces is not null;

    protected override void Paragraph(bool goesOn, Action content)
    {
        var (outer, outerFont, outerLetters) = (paragraph, paragraphFont, isLetters);
        (paragraph, paragraphFont, isLetters) = (new StretchBuilder(), default, true);
        if (!goesOn) { line++; }
        content();
        var (words, font, own) = (paragraph, paragraphFont, isLetters);
        (paragraph, paragraphFont, isLetters) = (outer, outerFont, outerLetters);
        if (tables.TryPeek(out var table)) { table.Paragraph(words, font, goesOn, own); }
        else { outside.Add(words.ToString()); }
    }

    protected override void Words(string text, Looks looks)
    {
        var fonts = RunFonts;
        if (Symbols.IsSymbolFont(fonts.OfSigns)) { Drawn(Symbols.FromFont(fonts.OfSigns!, text), looks); }
        else { Append(text, looks); }
        if ((looks & (Looks.Struck | Looks.Hidden)) != 0) { return; }
        var own = new TextFont(fonts.OfLetters, !Ascii.IsValid(text));
        hasLegacyLetters |= own.IsOfLegacyLetters;
        paragraphFont = paragraphFont.With(own);
        if (pieces is not null && !controls.Any(c => c.Placeholder || c.IsBox))
        {
            var (row, column) = tables.TryPeek(out var table) ? table.Position : default;
            ImmutableArray<string> tags = [.. controls.Where(c => c.Tag is not null).Select(c => c.Tag!)];
            pieces.Add(new TextPiece(table?.Grid.Number ?? 0, row, column, tags, line, text, fonts.OfLetters, WordsPlace, RunPlace, PropertiesPlace, FontsPlace));
        }
    }

    protected override void Tab(Looks looks) => Append("\t", looks);

    protected override void Break(string? kind, Looks looks)
    {
        if (kind is "page" or "column") { return; }
        Append("\n", looks);
        line++;
    }

    protected override void Drawn(string text, Looks looks)
    {
        Append(text, looks);
        isLetters = false;
    }

    protected override void Symbol(string? font, int code, Looks looks) => Drawn((Symbols.FromFont(font, code) ?? (char)code).ToString(), looks);

    protected override void CheckBox(bool isTicked, Looks looks) => Drawn((isTicked ? Symbols.Ticked : Symbols.Empty).ToString(), looks);

    private void Append(string text, Looks looks) => paragraph.Append(text, looks);

    protected override void Object(CellObjects kind)
    {
        if (!tables.TryPeek(out var table)) { return; }
        table.Object(kind);
        foreach (var control in controls) { control.Objects |= kind; }
    }

    protected override void Comment(string number)
    {
        if (tables.TryPeek(out var table)) { comments.Add((number, table.Grid, table.Position)); }
    }

    private void Place(Dictionary<string, string> texts)
    {
        foreach (var (number, grid, place) in comments)
        {
            if (!texts.TryGetValue(number, out var text)) { continue; }
            grid.Comments[place] = grid.Comments.TryGetValue(place, out var before) ? $"{before}\n{text}" : text;
        }
    }

    /// <summary>A control's own text is kept under its tag.</summary>
    protected override void Control(WordControl control, Action content)
    {
        var (box, placeholder) = (control.Ticked is { } ticked ? ticked ? Symbols.Ticked : Symbols.Empty : default(char?), control.ShowsPrompt);
        var open = new OpenControl(control.Tag, placeholder, box, control.IsInline);
        controls.Add(open);
        var start = paragraph.Length;
        var place = tables.TryPeek(out var around) ? around.Position : default;
        content();
        if (control.IsInline && box is { } state)
        {
            var drawn = DrawnBox.Of(paragraph.Stretches(start), state);
            paragraph.CutTo(start);
            paragraph.Append(drawn.Sign.ToString(), drawn.Looks);
            if (drawn.IsDoubtful) { Object(CellObjects.DoubtfulBox); }
        }
        else if (control.IsInline && placeholder) { paragraph.CutTo(start); }
        isLetters &= box is null;
        controls.Remove(open);
        if (control.Tag is null || !tables.TryPeek(out var table)) { return; }
        letters.Add(Math.Max(0, paragraph.Length - start));
        var own = open.Text;
        if (own is null)
        {
            own = new StretchBuilder();
            own.Append(paragraph, Math.Min(start, paragraph.Length));
        }
        table.Mark(control.Tag, place, own, placeholder, paragraphFont.Name, box is null && isLetters && open.Letters, open.Objects);
    }

    protected override void Table(Action rows)
    {
        var number = grids.Count + 1;
        var grid = new Grid(Host.Word, number.ToString(CultureInfo.InvariantCulture), number) { Before = [.. outside.TakeLast(30)], IsInCell = tables.Count > 0 };
        var table = new TableBuilder(grid, controls, letters);
        grids.Add(grid);
        var (outer, outerFont, outerLetters) = (paragraph, paragraphFont, isLetters);
        tables.Push(table);
        rows();
        tables.Pop();
        (paragraph, paragraphFont, isLetters) = (outer, outerFont, outerLetters);
        table.Finish();
        if (tables.TryPeek(out var around)) { around.TableInCell(table); }
        outside.Clear();
    }

    protected override void Row(in WordRow row, Action cells)
    {
        var table = tables.Peek();
        table.StartRow(row.SkippedColumns);
        if (row.IsHidden) { table.HideRow(); }
        cells();
    }

    protected override void Cell(in WordCell cell, Action blocks)
    {
        var table = tables.Peek();
        table.StartCell();
        blocks();
        table.EndCell(cell.Span, cell.ContinuesAbove, cell.ContinuesLeft);
    }

    /// <summary>A control that is being read. <see cref="Text"/> comes from the paragraphs that end inside it.</summary>
    internal sealed class OpenControl(string? tag, bool placeholder, char? box, bool isInline)
    {
        public string? Tag { get; } = tag;
        public bool Placeholder { get; } = placeholder;
        public StretchBuilder? Text { get; private set; }
        public bool Letters { get; set; } = box is null;
        public bool IsBox { get; } = box is not null;
        public CellObjects Objects { get; set; }

        /// <summary>Of a check box around whole paragraphs: its state, until a paragraph has it.</summary>
        public char? State { get; private set; } = isInline ? null : box;

        /// <summary>True while paragraphs of such a check box are read.</summary>
        public bool IsBlockBox { get; } = !isInline && box is not null;

        public void Add(StretchBuilder words, string between, Looks looks)
        {
            if (Text is null) { Text = new StretchBuilder(); }
            else { Text.Append(between, looks); }
            Text.Append(words);
        }

        /// <summary>The box once, then nothing: the control's further letters say no more.</summary>
        public DrawnBox? TakeBox(StretchBuilder words)
        {
            if (State is not { } state) { return null; }
            State = null;
            return DrawnBox.Of(words.Stretches(), state);
        }
    }
}
