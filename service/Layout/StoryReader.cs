using System.Xml;
using LearningCity.Docs.OpenXml;

namespace LearningCity.Docs.Layout;

/// <summary>
/// One story of a document (body, header, footer) → paragraphs with their effective formatting. Hidden text and prompts of empty content controls are nothing, text boxes
/// are paragraphs of their own behind the one that holds them.
/// </summary>
internal sealed class StoryReader(string part, XmlReader xml, WordLookStyles looks, FormatReader formats, WordStyles styles, ListNumbering lists, Dictionary<string, string> links)
    : WordStoryWalker(xml, looks)
{
    private readonly List<ParagraphDraft> drafts = [];
    private readonly List<PaperSection> sections = [];
    private readonly Stack<TableFrame> tables = new();
    private ParagraphDraft? current, ended;
    private ParagraphFormat paragraphFormat = ParagraphFormat.Empty;
    private RunFormat direct = RunFormat.Empty;

    /// <summary>The run's look; null until its letters ask for it.</summary>
    private RunFormat? format;
    private double? width;
    private int tableCount, outside, boxes, prompts;

    public ImmutableArray<PaperParagraph> Paragraphs => [.. drafts.Select(d => d.Whole())];

    public ImmutableArray<PaperSection> Sections => [.. sections];

    public void Read() => Walk();

    protected override bool Section()
    {
        sections.Add(SectionReader.Read(Xml, links));
        return true;
    }

    protected override void Table(Action rows)
    {
        tables.Push(new TableFrame(++tableCount, styles.Table(null)));
        rows();
        tables.Pop();
    }

    protected override void TableStyled(string style) => tables.Peek().Style = styles.Table(style);

    protected override void Row(in WordRow row, Action cells)
    {
        var table = tables.Peek();
        table.Row++;
        table.Column = 0;
        cells();
    }

    protected override void Cell(in WordCell cell, Action blocks)
    {
        var table = tables.Peek();
        table.Column++;
        table.Paragraphs = 0;
        blocks();
    }

    private WordStyles.Style TableStyle => tables.TryPeek(out var table) ? table.Style : WordStyles.Style.Nothing;

    protected override void Paragraph(bool goesOn, Action content)
    {
        var (outer, outerFormat) = (current, paragraphFormat);
        tables.TryPeek(out var table);
        var place = table is null
            ? new Location.Paragraph(part, null, null, null, ++outside)
            : new Location.Paragraph(part, table.Number, table.Row, table.Column, ++table.Paragraphs);
        // Of two paragraphs in one the mark that stays is the second's, and with it its formatting.
        if (goesOn && ended is not null) { current = ended; }
        else
        {
            current = new ParagraphDraft(place, sections.Count, boxes > 0);
            drafts.Add(current);
        }
        paragraphFormat = ParagraphFormat.Empty;
        current.Shape(styles, TableStyle, ParagraphFormat.Empty, null, lists);
        content();
        ended = current;
        (current, paragraphFormat) = (outer, outerFormat);
    }

    protected override bool ParagraphProperty(string name) => FormatReader.Paragraph(Xml, name, ref paragraphFormat);

    protected override void ParagraphBorder(string side) => paragraphFormat = FormatReader.Border(Xml, side, paragraphFormat);

    protected override void ParagraphStyled(string? style) => current!.Shape(styles, TableStyle, paragraphFormat, style, lists);

    protected override void BeginRun() => (direct, format) = (RunFormat.Empty, null);

    protected override void EndRun() => format = null;

    protected override void RunProperty(string name) => direct = formats.Run(Xml, name, direct);

    protected override void RunStyled(string? style) => format = current!.Look(styles, style, direct);

    private RunFormat Format => format ??= current!.Look(styles, null, RunFormat.Empty);

    protected override void Words(string text, Looks looks) => Append(text, looks);

    protected override void Tab(Looks looks) => Append("\t", looks);

    protected override void Break(string? kind, Looks looks)
    {
        if (kind is "page") { current!.HasPageBreak = true; }
        Append("\n", looks);
    }

    protected override void Drawn(string text, Looks looks) => Append(text, looks);

    protected override void RenderedPageBreak() => current!.HasPageBreak = true;

    private void Append(string text, Looks looks)
    {
        if (prompts > 0 || looks.HasFlag(Looks.Hidden) || current is null) { return; }
        // The look of what is shown counts, not that of the instruction.
        if (current.Page is { } page && ShownField is { } field && IsPage(field)) { current.Page = page with { Format = Format }; }
        current.Append(text, Format);
    }

    protected override void FieldShown(string instruction)
    {
        if (IsPage(instruction)) { current!.Page = new PageField(Format, instruction.Trim(), current.Tabs); }
    }

    private static bool IsPage(string instruction) =>
        instruction.AsSpan().Trim() is var words && (words.Equals("PAGE", StringComparison.OrdinalIgnoreCase) || words.StartsWith("PAGE ", StringComparison.OrdinalIgnoreCase));

    protected override void PageNumber() => current!.Page = new PageField(Format, "PAGE", current.Tabs);

    protected override void TextBox(Action blocks)
    {
        var outer = (direct, format, width);
        boxes++;
        blocks();
        boxes--;
        (direct, format, width) = outer;
    }

    /// <summary>Shapes: a straight line counts as one.</summary>
    protected override void DrawingElement(string name)
    {
        switch (name)
        {
            // Each drawing has its own width.
            case "inline" or "anchor": width = null; break;
            case "extent" or "ext":
                width = ShapeLine.Emu(Xml.GetAttribute("cx")) ?? width;
                break;
            case "prstGeom" when Xml.GetAttribute("prst") is { } preset && (preset == "line" || preset.StartsWith("straightConnector", StringComparison.Ordinal)):
                current?.Lines.Add(new DrawnLine(width));
                break;
            case "line" or "shape" or "rect" when ShapeLine.Vml(Xml) is { } drawn:
                current?.Lines.Add(drawn);
                break;
        }
    }

    /// <summary>A content control that shows its prompt is empty.</summary>
    protected override void Control(WordControl control, Action content)
    {
        if (control.ShowsPrompt) { prompts++; }
        content();
        if (control.ShowsPrompt) { prompts--; }
    }

    private sealed class TableFrame(int number, WordStyles.Style style)
    {
        public int Number => number;
        public int Row { get; set; }
        public int Column { get; set; }
        public int Paragraphs { get; set; }
        public WordStyles.Style Style { get; set; } = style;
    }
}
