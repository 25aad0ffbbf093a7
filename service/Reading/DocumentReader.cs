using System.Globalization;
using System.Text;
using System.Xml;
using LearningCity.Docs.Packages;

namespace LearningCity.Docs.Reading;

/// <summary>
/// A Word document → the grids of its tables (WordprocessingML, ECMA-376 part 1, 17.4), forward only. Revisions are read as if accepted; untouched placeholders are nothing;
/// content controls, hyperlinks, smart tags and text boxes are looked through; merged cells are resolved.
/// </summary>
internal sealed class DocumentReader
{
    private readonly XmlReader xml;
    private readonly List<Grid> grids = [];
    private readonly List<string> outside = [];
    private readonly Stack<TableBuilder> tables = new();
    private readonly List<OpenControl> controls = [];
    private readonly string? defaultFont;
    private readonly List<TextPiece>? pieces;
    private readonly LetterCount letters = new();
    private int line;
    private bool joins;
    private StringBuilder paragraph = new();
    private string? paragraphFont;
    private bool isLetters = true;

    private DocumentReader(XmlReader xml, string? defaultFont, List<TextPiece>? pieces) => (this.xml, this.defaultFont, this.pieces) = (xml, defaultFont, pieces);

    /// <summary>True when the document holds insertions or deletions that nobody has accepted yet.</summary>
    public bool HasRevisions { get; private set; }

    /// <summary>The body's paragraphs outside tables, in order.</summary>
    public IReadOnlyList<string> Outside => outside;

    /// <exception cref="XmlException">A part that is not well-formed.</exception>
    public static (ImmutableArray<Grid> Grids, bool HasRevisions) Read(SafePackage package) => Read(package, package.MainPart, null);

    /// <summary>The same walk, telling where in the part each text of a table cell stands: what a correction is written over.</summary>
    public static ImmutableArray<TextPiece> Pieces(SafePackage package) => Pieces(package, package.MainPart);

    /// <summary>Of any part that holds a story: the body, a header, footnotes. Outside tables the table is 0.</summary>
    public static ImmutableArray<TextPiece> Pieces(SafePackage package, string part)
    {
        var pieces = new List<TextPiece>();
        Read(package, part, pieces);
        return [.. pieces];
    }

    private static (ImmutableArray<Grid> Grids, bool HasRevisions) Read(SafePackage package, string part, List<TextPiece>? pieces)
    {
        using var xml = package.OpenXml(part)!;
        var reader = new DocumentReader(xml, DocumentFonts.Default(package), pieces);
        while (!xml.EOF)
        {
            if (xml is { NodeType: XmlNodeType.Element, LocalName: "body" or "hdr" or "ftr" or "footnote" or "endnote" }) { reader.Blocks(); }
            else { xml.Read(); }
        }
        return ([.. reader.grids], reader.HasRevisions);
    }

    /// <summary>The children of the current element, which are blocks: paragraphs, tables and what wraps them.</summary>
    private void Blocks() => ForEachChild(name =>
    {
        switch (name)
        {
            case "p": Paragraph(); break;
            case "tbl": Table(); break;
            case "sdt": Control(Blocks); break;
            case "AlternateContent": Alternate(Blocks); break;
            case "del" or "moveFrom": Revision(); xml.Skip(); break;
            case "ins" or "moveTo": Revision(); Blocks(); break;
            case "customXml" or "smartTag" or "sdtContent" or "txbxContent": Blocks(); break;
            default: xml.Skip(); break;
        }
    });

    private void Paragraph()
    {
        var (outerParagraph, outerFont, outerLetters) = (paragraph, paragraphFont, isLetters);
        (paragraph, paragraphFont, isLetters) = (new StringBuilder(), null, true);
        var joined = joins;
        joins = false;
        if (!joined) { line++; }
        Inlines();
        var text = paragraph.ToString();
        var font = paragraphFont ?? defaultFont;
        var letters = isLetters;
        (paragraph, paragraphFont, isLetters) = (outerParagraph, outerFont, outerLetters);
        if (tables.TryPeek(out var table)) { table.Paragraph(text, font, joined, letters); }
        else { outside.Add(text); }
    }

    private void Inlines() => ForEachChild(name =>
    {
        switch (name)
        {
            case "r": Run(); break;
            case "pPr": ForEachChild(property => { if (property == "rPr") { ForEachChild(ParagraphMark); } else { xml.Skip(); } }); break;
            case "sdt": Control(Inlines, isInline: true); break;
            case "del" or "moveFrom": Revision(); xml.Skip(); break;
            case "ins" or "moveTo": Revision(); Inlines(); break;
            case "hyperlink" or "smartTag" or "customXml" or "fldSimple" or "sdtContent" or "dir" or "bdo": Inlines(); break;
            case "AlternateContent": Alternate(Inlines); break;
            // An equation stands among the letters and is none: no correction is written over it.
            case "oMath" or "oMathPara": isLetters = false; xml.Skip(); break;
            default: xml.Skip(); break;
        }
    });

    /// <summary>The mark at a paragraph's end may be inserted or deleted by itself; without it the next paragraph goes on with this one.</summary>
    private void ParagraphMark(string name)
    {
        if (name is "ins" or "moveTo" or "del" or "moveFrom") { Revision(); }
        joins |= name is "del" or "moveFrom";
        xml.Skip();
    }

    private void Run()
    {
        var piecesBefore = pieces?.Count ?? 0;
        string? font = null;
        var hidden = false;
        var start = paragraph.Length;
        var (run, properties, fonts) = (At(), default(TextPlace?), default(TextPlace?));
        ForEachChild(name =>
        {
            switch (name)
            {
                case "rPr":
                    properties = At();
                    ForEachChild(property =>
                    {
                        if (property == "rFonts") { fonts = At(); }
                        if (property == "rFonts") { font = Attribute("ascii") ?? Attribute("hAnsi"); }
                        if (property is "vanish") { hidden = IsOn(Attribute("val")); }
                        xml.Skip();
                    });
                    break;
                case "t":
                    var at = At();
                    var text = xml.ReadElementContentAsString();
                    Append(text, font);
                    if (pieces is not null && !controls.Any(c => c.Placeholder || c.IsBox))
                    {
                        var (row, column) = tables.TryPeek(out var table) ? table.Position : default;
                        pieces.Add(new TextPiece(table?.Grid.Number ?? 0, row, column, [.. controls.Where(c => c.Tag is not null).Select(c => c.Tag!)], line, text, font ?? defaultFont, at, run, properties, fonts));
                    }
                    break;
                case "tab" or "ptab":
                    Append("\t", null);
                    xml.Skip();
                    break;
                case "br" or "cr":
                    if (Attribute("type") is not ("page" or "column")) { Append("\n", null); line++; }
                    xml.Skip();
                    break;
                case "noBreakHyphen":
                    Append("-", null);
                    isLetters = false;
                    xml.Skip();
                    break;
                case "sym":
                    isLetters = false;
                    if (int.TryParse(Attribute("char"), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code))
                    {
                        Append((Symbols.FromFont(Attribute("font"), code) ?? (char)code).ToString(), null);
                    }
                    xml.Skip();
                    break;
                case "fldChar":
                    ForEachChild(FieldData);
                    break;
                case "AlternateContent":
                    Alternate(() => ForEachChild(Drawing));
                    break;
                case "drawing" or "pict" or "object":
                    ForEachChild(Drawing);
                    break;
                default:
                    xml.Skip();
                    break;
            }
        });
        if (hidden)
        {
            paragraph.Length = start;
            pieces?.RemoveRange(piecesBefore, pieces.Count - piecesBefore);
        }
        else if (paragraph.Length > start && font is not null) { paragraphFont ??= font; }
    }

    private void Append(string text, string? font) => paragraph.Append(Symbols.IsSymbolFont(font) ? Symbols.FromFont(font!, text) : text);

    /// <summary>Old form fields (17.16.17): a check box shows its state, a drop-down its chosen entry.</summary>
    private void FieldData(string name)
    {
        if (name != "ffData") { xml.Skip(); return; }
        bool? state = null, fallback = null;
        // A drop-down says nothing when its first entry is chosen.
        int? result = null, first = null;
        var entries = new List<string>();
        ForEachDescendant(inner =>
        {
            switch (inner)
            {
                case "checkBox": fallback ??= false; break;
                case "checked": state = IsOn(Attribute("val")); break;
                case "default" when fallback is not null: fallback = IsOn(Attribute("val")); break;
                case "default": first = Index(); break;
                case "result": result = Index(); break;
                case "listEntry": entries.Add(Attribute("val") ?? ""); break;
            }
        });
        isLetters &= fallback is null && entries.Count == 0;
        if (fallback is not null) { paragraph.Append(state ?? fallback.Value ? Symbols.Ticked : Symbols.Empty); }
        else if ((result ?? first ?? 0) is var chosen && (uint)chosen < (uint)entries.Count) { paragraph.Append(entries[chosen]); }

        int? Index() => int.TryParse(Attribute("val"), CultureInfo.InvariantCulture, out var index) ? index : null;
    }

    /// <summary>Text boxes stand where they stand: their paragraphs and tables are blocks of their own.</summary>
    private void Drawing(string name)
    {
        if (name == "txbxContent") { Blocks(); }
        else { ForEachChild(Drawing); }
    }

    /// <summary>mc:AlternateContent (part 3, 10.2.1): the first choice; the fallback says the same again.</summary>
    private void Alternate(Action content)
    {
        var taken = false;
        ForEachChild(name =>
        {
            if (name is "Choice" or "Fallback" && !taken)
            {
                taken = true;
                content();
            }
            else { xml.Skip(); }
        });
    }

    /// <summary>A content control (17.5.2) around blocks, rows, cells or runs: its own text is kept under its tag.</summary>
    private void Control(Action content, bool isInline = false)
    {
        string? tag = null;
        var placeholder = false;
        bool? ticked = null;
        ForEachChild(name =>
        {
            if (name == "sdtPr")
            {
                ForEachChild(property =>
                {
                    switch (property)
                    {
                        case "tag": tag = Attribute("val"); xml.Skip(); break;
                        case "showingPlcHdr": placeholder = IsOn(Attribute("val")); xml.Skip(); break;
                        case "checkbox": ForEachChild(c => { if (c == "checked") { ticked = IsOn(Attribute("val")); } xml.Skip(); }); ticked ??= false; break;
                        default: xml.Skip(); break;
                    }
                });
            }
            else if (name == "sdtContent")
            {
                var control = new OpenControl(tag, placeholder, ticked is { } box ? box ? Symbols.Ticked : Symbols.Empty : null, isInline);
                controls.Add(control);
                var start = paragraph.Length;
                var place = tables.TryPeek(out var around) ? around.Position : default;
                content();
                if (isInline && (placeholder || ticked is not null)) { paragraph.Length = Math.Min(start, paragraph.Length); }
                if (isInline && ticked is { } state) { paragraph.Append(state ? Symbols.Ticked : Symbols.Empty); }
                isLetters &= ticked is null;
                controls.Remove(control);
                if (tag is not null && tables.TryPeek(out var table))
                {
                    letters.Add(Math.Max(0, paragraph.Length - start));
                    var own = paragraph.ToString(Math.Min(start, paragraph.Length), Math.Max(0, paragraph.Length - start));
                    table.Mark(tag, place, control.Text ?? own, placeholder, paragraphFont ?? defaultFont, ticked is null && isLetters && control.Letters);
                }
            }
            else { xml.Skip(); }
        });
    }

    private void Table()
    {
        var table = new TableBuilder(new Grid(Host.Word, (grids.Count + 1).ToString(CultureInfo.InvariantCulture), grids.Count + 1) { Before = [.. outside.TakeLast(30)] }, controls, letters);
        grids.Add(table.Grid);
        var (outerParagraph, outerFont) = (paragraph, paragraphFont);
        tables.Push(table);
        Rows();
        tables.Pop();
        (paragraph, paragraphFont) = (outerParagraph, outerFont);
        table.Finish();
        outside.Clear();
    }

    private void Rows() => ForEachChild(name =>
    {
        switch (name)
        {
            case "tr": Row(); break;
            case "sdt": Control(Rows); break;
            case "ins" or "moveTo": Revision(); Rows(); break;
            case "del" or "moveFrom": Revision(); xml.Skip(); break;
            case "customXml" or "sdtContent": Rows(); break;
            case "AlternateContent": Alternate(Rows); break;
            default: xml.Skip(); break;
        }
    });

    private void Row()
    {
        var table = tables.Peek();
        var mark = table.StartRow();
        var (piecesBefore, gridsBefore) = (pieces?.Count ?? 0, grids.Count);
        var deleted = false;
        void Cells() => ForEachChild(name =>
        {
            switch (name)
            {
                case "trPr":
                    ForEachChild(property =>
                    {
                        if (property == "del") { Revision(); deleted = true; }
                        if (property == "ins") { Revision(); }
                        if (property == "gridBefore" && int.TryParse(Attribute("val"), CultureInfo.InvariantCulture, out var before)) { table.SkipColumns(before); }
                        if (property == "hidden" && IsOn(Attribute("val"))) { table.HideRow(); }
                        xml.Skip();
                    });
                    break;
                case "tc": Cell(table); break;
                case "sdt": Control(Cells); break;
                case "customXml" or "sdtContent" or "ins": Cells(); break;
                case "AlternateContent": Alternate(Cells); break;
                default: xml.Skip(); break;
            }
        });
        Cells();
        if (deleted)
        {
            Forget(piecesBefore, gridsBefore);
            table.DropRow(mark);
        }
    }

    private void Cell(TableBuilder table)
    {
        int span = 1;
        string? vertical = null, horizontal = null;
        var deleted = false;
        var (piecesBefore, gridsBefore, marksBefore) = (pieces?.Count ?? 0, grids.Count, table.MarkCount);
        joins = false;
        table.StartCell();
        ForEachChild(name =>
        {
            switch (name)
            {
                case "tcPr":
                    ForEachChild(property =>
                    {
                        switch (property)
                        {
                            case "gridSpan" when int.TryParse(Attribute("val"), CultureInfo.InvariantCulture, out var columns): span = Math.Clamp(columns, 1, 1000); break;
                            case "vMerge": vertical = Attribute("val") ?? "continue"; break;
                            case "hMerge": horizontal = Attribute("val") ?? "continue"; break;
                            case "cellDel": Revision(); deleted = true; break;
                            case "cellIns": Revision(); break;
                        }
                        xml.Skip();
                    });
                    break;
                case "p": Paragraph(); break;
                case "tbl": Table(); break;
                case "sdt": Control(Blocks); break;
                case "ins" or "moveTo": Revision(); Blocks(); break;
                case "customXml": Blocks(); break;
                case "AlternateContent": Alternate(Blocks); break;
                case "del" or "moveFrom": Revision(); xml.Skip(); break;
                default: xml.Skip(); break;
            }
        });
        joins = false;
        if (!deleted) { table.EndCell(span, vertical == "continue", horizontal == "continue"); return; }
        Forget(piecesBefore, gridsBefore);
        table.DropCell(marksBefore);
    }

    /// <summary>What stood in a deleted row or cell, tables in it too.</summary>
    private void Forget(int piecesBefore, int gridsBefore)
    {
        pieces?.RemoveRange(piecesBefore, pieces.Count - piecesBefore);
        grids.RemoveRange(gridsBefore, grids.Count - gridsBefore);
    }

    /// <summary>Where the current element's name begins in the part's text.</summary>
    private TextPlace At() => pieces is not null && xml is IXmlLineInfo place ? new TextPlace(place.LineNumber, place.LinePosition) : default;

    private void Revision() => HasRevisions = true;

    /// <summary>Calls once for each child element, which the callee must read whole; ends behind the current element.</summary>
    private void ForEachChild(Action<string> child)
    {
        if (xml.IsEmptyElement) { xml.Read(); return; }
        var depth = xml.Depth;
        xml.Read();
        while (xml.Depth > depth)
        {
            if (xml.NodeType is XmlNodeType.Element) { child(xml.LocalName); }
            else { xml.Read(); }
        }
        xml.Read();
    }

    private void ForEachDescendant(Action<string> visit) => ForEachChild(name =>
    {
        visit(name);
        ForEachDescendant(visit);
    });

    private string? Attribute(string name)
    {
        string? value = null;
        if (xml.MoveToFirstAttribute())
        {
            do { if (xml.LocalName == name) { value = xml.Value; } } while (value is null && xml.MoveToNextAttribute());
            xml.MoveToElement();
        }
        return value;
    }

    private static bool IsOn(string? value) => value is not ("0" or "false" or "off");

    /// <summary>A control that is being read. <see cref="Text"/> comes from the paragraphs that end inside it.</summary>
    internal sealed class OpenControl(string? tag, bool placeholder, char? box, bool isInline)
    {
        private StringBuilder? text;

        public string? Tag { get; } = tag;
        public bool Placeholder { get; } = placeholder;
        public string? Text => text?.ToString();
        public bool Letters { get; set; } = box is null;
        public bool IsBox { get; } = box is not null;

        /// <summary>Of a check box around whole paragraphs: its state, until a paragraph has it.</summary>
        public string? Box { get; private set; } = isInline ? null : box?.ToString();

        public void Add(string words, string between)
        {
            if (text is null) { text = new StringBuilder(words); }
            else { text.Append(between).Append(words); }
        }

        /// <summary>The state once, then nothing: the control's own letters draw the box and say no more.</summary>
        public string TakeBox()
        {
            var state = Box!;
            Box = "";
            return state;
        }
    }
}
