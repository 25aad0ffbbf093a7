using System.Xml;

namespace LearningCity.Docs.Layout;

/// <summary>
/// One story of a document (body, header, footer) → paragraphs with their effective formatting. Revisions are read as if accepted, hidden text and prompts of empty content
/// controls are nothing, text boxes are paragraphs of their own behind the one that holds them.
/// </summary>
internal sealed class StoryReader(string part, FormatReader formats, WordStyles styles, ListNumbering lists, Dictionary<string, string> links)
{
    private readonly List<ParagraphDraft> drafts = [];
    private readonly List<PaperSection> sections = [];
    private readonly Stack<TableFrame> tables = new();
    private readonly FieldStack fields = new();
    private XmlReader xml = null!;
    private ParagraphDraft? current;
    private int tableCount, outside, boxes, prompts;

    public ImmutableArray<PaperParagraph> Paragraphs => [.. drafts.Select(d => d.Whole())];

    public ImmutableArray<PaperSection> Sections => [.. sections];

    public void Read(XmlReader reader)
    {
        xml = reader;
        while (xml.Read())
        {
            if (xml.NodeType is XmlNodeType.Element && xml.LocalName is "body" or "hdr" or "ftr") { Blocks(); return; }
        }
    }

    private void Blocks() => xml.EachChild(name =>
    {
        switch (name)
        {
            case "p": Paragraph(); break;
            case "tbl": Table(); break;
            case "sdt": Control(Blocks); break;
            case "AlternateContent": Alternate(Blocks); break;
            case "ins" or "moveTo" or "customXml" or "smartTag" or "sdtContent": Blocks(); break;
            case "sectPr": sections.Add(SectionReader.Read(xml, links)); break;
            default: xml.Skip(); break;
        }
    });

    private void Table()
    {
        var table = new TableFrame(++tableCount, styles.Table(null));
        tables.Push(table);
        Rows(table);
        tables.Pop();
    }

    private void Rows(TableFrame table) => xml.EachChild(name =>
    {
        switch (name)
        {
            case "tblPr":
                xml.EachChild(property =>
                {
                    if (property == "tblStyle") { table.Style = styles.Table(xml.Value()); }
                    xml.Skip();
                });
                break;
            case "tr":
                table.Row++;
                table.Column = 0;
                Cells(table);
                break;
            case "sdt" or "sdtContent" or "customXml" or "ins" or "moveTo": Rows(table); break;
            default: xml.Skip(); break;
        }
    });

    private void Cells(TableFrame table) => xml.EachChild(name =>
    {
        switch (name)
        {
            case "tc":
                table.Column++;
                table.Paragraphs = 0;
                Blocks();
                break;
            case "sdt" or "sdtContent" or "customXml" or "ins" or "moveTo": Cells(table); break;
            default: xml.Skip(); break;
        }
    });

    private void Paragraph()
    {
        var outer = current;
        tables.TryPeek(out var table);
        var place = table is null
            ? new Location.Paragraph(part, null, null, null, ++outside)
            : new Location.Paragraph(part, table.Number, table.Row, table.Column, ++table.Paragraphs);
        current = new ParagraphDraft(place, sections.Count, boxes > 0);
        drafts.Add(current);
        current.Shape(styles, table?.Style ?? WordStyles.Style.Nothing, ParagraphFormat.Empty, null, lists);
        Inlines();
        current = outer;
    }

    private void Inlines() => xml.EachChild(name =>
    {
        switch (name)
        {
            case "pPr":
                var direct = FormatReader.Paragraph(xml, out var style, child =>
                {
                    if (child == "sectPr") { sections.Add(SectionReader.Read(xml, links)); }
                    else { xml.Skip(); }
                });
                current!.Shape(styles, tables.TryPeek(out var table) ? table.Style : WordStyles.Style.Nothing, direct, style, lists);
                break;
            case "r": Run(); break;
            case "fldSimple":
                fields.Begin(xml.Value("instr") ?? "");
                fields.Separate(current!, current!.Look(styles, null, RunFormat.Empty));
                Inlines();
                fields.End(current!, null);
                break;
            case "sdt": Control(Inlines); break;
            case "AlternateContent": Alternate(Inlines); break;
            case "ins" or "moveTo" or "hyperlink" or "smartTag" or "customXml" or "sdtContent" or "dir" or "bdo": Inlines(); break;
            default: xml.Skip(); break;
        }
    });

    private void Run()
    {
        var look = current!.Look(styles, null, RunFormat.Empty);
        RunContent(ref look);
    }

    private void RunContent(ref RunFormat look)
    {
        var format = look;
        xml.EachChild(name =>
        {
            switch (name)
            {
                case "rPr":
                    var direct = formats.Run(xml, out var style);
                    format = current!.Look(styles, style, direct);
                    break;
                case "t": Append(xml.ReadElementContentAsString(), format); break;
                case "tab" or "ptab": Append("\t", format); xml.Skip(); break;
                case "br" or "cr":
                    if (xml.Value("type") is "page") { current!.HasPageBreak = true; }
                    Append("\n", format);
                    xml.Skip();
                    break;
                case "noBreakHyphen": Append("-", format); xml.Skip(); break;
                case "lastRenderedPageBreak": current!.HasPageBreak = true; xml.Skip(); break;
                case "pgNum": FieldStack.Page(current!, format); xml.Skip(); break;
                case "instrText": fields.Instruct(xml.ReadElementContentAsString()); break;
                case "fldChar":
                    switch (xml.Value("fldCharType"))
                    {
                        case "begin": fields.Begin(""); break;
                        case "separate": fields.Separate(current!, format); break;
                        case "end": fields.End(current!, format); break;
                    }
                    xml.Skip();
                    break;
                case "drawing" or "pict" or "object": Drawing(); break;
                case "AlternateContent": Alternate(() => { var inner = format; RunContent(ref inner); }); break;
                default: xml.Skip(); break;
            }
        });
        look = format;
    }

    private void Append(string text, RunFormat format)
    {
        if (prompts > 0 || format.Hidden == true || fields.IsInstruction) { return; }
        fields.Result(current!, format);
        current!.Append(text, format);
    }

    /// <summary>Shapes: a straight line counts as one; the paragraphs of a text box are read.</summary>
    private void Drawing()
    {
        if (xml.IsEmptyElement) { xml.Read(); return; }
        var depth = xml.Depth;
        double? width = null;
        xml.Read();
        while (!xml.EOF && xml.Depth > depth)
        {
            if (xml.NodeType is not XmlNodeType.Element) { xml.Read(); continue; }
            switch (xml.LocalName)
            {
                case "txbxContent":
                    boxes++;
                    Blocks();
                    boxes--;
                    continue;
                case "extent" or "ext":
                    width = ShapeLine.Emu(xml.GetAttribute("cx")) ?? width;
                    break;
                case "prstGeom" when xml.GetAttribute("prst") is { } preset && (preset == "line" || preset.StartsWith("straightConnector", StringComparison.Ordinal)):
                    current?.Lines.Add(new DrawnLine(width));
                    break;
                case "line" or "shape" or "rect" when ShapeLine.Vml(xml) is { } drawn:
                    current?.Lines.Add(drawn);
                    break;
                case "Fallback":
                    xml.Skip();
                    continue;
            }
            xml.Read();
        }
        if (!xml.EOF) { xml.Read(); }
    }

    /// <summary>A content control that shows its prompt is empty.</summary>
    private void Control(Action content)
    {
        var shown = 0;
        xml.EachChild(name =>
        {
            if (name == "sdtPr") { xml.EachChild(property => { if (property == "showingPlcHdr" && xml.IsOn()) { shown = 1; } xml.Skip(); }); return; }
            if (name != "sdtContent") { xml.Skip(); return; }
            prompts += shown;
            content();
            prompts -= shown;
        });
    }

    /// <summary>The first choice is what Word since 2010 shows; the fallback says the same again.</summary>
    private void Alternate(Action content)
    {
        var read = false;
        xml.EachChild(name =>
        {
            if (read || name is not ("Choice" or "Fallback")) { xml.Skip(); return; }
            read = true;
            content();
        });
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
