using System.Xml;

namespace LearningCity.Docs.OpenXml;

/// <summary>What a table row says of itself before its cells.</summary>
/// <param name="SkippedColumns">Columns of the grid before its first cell.</param>
internal readonly record struct WordRow(int SkippedColumns, bool IsHidden);

/// <summary>What a table cell says of itself before its text.</summary>
/// <param name="ContinuesAbove">Merged with the cell above it.</param>
/// <param name="ContinuesLeft">Merged with the cell before it.</param>
internal readonly record struct WordCell(int Span, bool ContinuesAbove, bool ContinuesLeft);

/// <summary>A content control (17.5.2).</summary>
/// <param name="ShowsPrompt">It is empty and shows what to type.</param>
/// <param name="Ticked">Of a check box: its state.</param>
/// <param name="IsInline">Around runs, not around paragraphs, cells or rows.</param>
internal sealed record WordControl(string? Tag, bool ShowsPrompt, bool? Ticked, bool IsInline);

/// <summary>
/// Walks one story of a Word document (WordprocessingML, ECMA-376 part 1, 17) forward and tells what a person sees, in the order of reading: text with its looks, and what
/// is no text. Revisions are taken as accepted, whether of text, rows, cells, paragraph marks or moves; of a field only the result is told; of alternate contents the first.
/// Who reads a story overrides what it asks for; a method that is given an action must call it once, and what it does before and after stands around the content.
/// </summary>
internal abstract partial class WordStoryWalker
{
    private readonly WordLookStyles styles;
    private readonly Action blocks, inlines, rows, cellRest, rowRest;
    private readonly Action<string> block, inline, row, cell, paragraphProperty, paragraphMark;

    /// <summary>The mark of the paragraph before is deleted: the next one goes on with it.</summary>
    private bool joins;

    private Setting setting = new() { Paper = WordLook.White };
    private int restDepth;

    protected WordStoryWalker(XmlReader xml, WordLookStyles styles)
    {
        (Xml, this.styles) = (xml, styles);
        (blocks, inlines, rows) = (Blocks, Inlines, Rows);
        (cellRest, rowRest) = (() => Rest(block!), () => Rest(cell!));
        (block, inline, row, cell) = (Block, Inline, TableChild, RowChild);
        (paragraphProperty, paragraphMark) = (PropertyOfParagraph, MarkOfParagraph);
        (runChild, runProperty, drawingChild) = (RunChild, PropertyOfRun, DrawingChild);
        paper = setting;
    }

    /// <summary>How text looks where nothing is said of it by itself: the place around it.</summary>
    private struct Setting
    {
        /// <summary>Styles and defaults of the paragraph.</summary>
        public WordLook Styled;

        /// <summary>The table style's part of it.</summary>
        public WordLook OfTable;

        /// <summary>The fonts of the paragraph's styles, and the table style's part of them.</summary>
        public WordFonts Fonts, FontsOfTable;

        /// <summary>The colour behind the paragraph, its cell, its table, and the page or text box.</summary>
        public int? Paragraph, StyleOfParagraph, Cell, Table;
        public int Paper;

        /// <summary>Direct shading and borders of the paragraph and the cell.</summary>
        public Looks OfParagraph, OfCell;

        /// <summary>Of a run of the paragraph that says nothing of its look; null until one asks for it.</summary>
        public Looks? OfPlainRuns;

        public readonly int Ground => Paragraph ?? StyleOfParagraph ?? Cell ?? Table ?? Paper;
    }

    private readonly Setting paper;

    protected XmlReader Xml { get; }

    /// <summary>True when the story holds insertions or deletions that nobody has accepted yet.</summary>
    public bool HasRevisions { get; private set; }

    /// <summary>Walks to the story's root (<c>body</c>, <c>hdr</c>, <c>ftr</c>, each <c>footnote</c>) and through it.</summary>
    protected void Walk()
    {
        while (!Xml.EOF)
        {
            if (Xml is { NodeType: XmlNodeType.Element, LocalName: "body" or "hdr" or "ftr" or "footnote" or "endnote" }) { Blocks(); }
            else { Xml.Read(); }
        }
    }

    protected virtual void Table(Action rows) => rows();

    /// <summary>The style that the table names; before its rows.</summary>
    protected virtual void TableStyled(string style) { }

    protected virtual void Row(in WordRow row, Action cells) => cells();

    protected virtual void Cell(in WordCell cell, Action blocks) => blocks();

    /// <param name="goesOn">The mark of the paragraph before is deleted: both are one paragraph.</param>
    protected virtual void Paragraph(bool goesOn, Action content) => content();

    /// <summary>A child of <c>w:pPr</c>. True: it was read to behind its end.</summary>
    protected virtual bool ParagraphProperty(string name) => false;

    /// <summary>A side of <c>w:pBdr</c>; reads attributes only.</summary>
    protected virtual void ParagraphBorder(string side) { }

    /// <summary>Behind <c>w:pPr</c>.</summary>
    protected virtual void ParagraphStyled(string? style) { }

    protected virtual void Control(WordControl control, Action content) => content();

    /// <summary>Paragraphs and tables in a drawn box, at the place of its anchor.</summary>
    protected virtual void TextBox(Action blocks) => blocks();

    /// <summary>At <c>w:sectPr</c>, of the story or of a paragraph. True: it was read to behind its end.</summary>
    protected virtual bool Section() => false;

    /// <summary>What is seen at this place and cannot be read.</summary>
    protected virtual void Object(CellObjects kind) { }

    /// <summary>Where a comment belongs to, by its number.</summary>
    protected virtual void Comment(string number) { }

    private void Blocks() => Xml.EachChild(block);

    private void Block(string name)
    {
        switch (name)
        {
            case "p": ReadParagraph(); break;
            case "tbl": ReadTable(); break;
            case "sdt": ReadControl(blocks, isInline: false); break;
            case "AlternateContent": Alternate(blocks); break;
            case "del" or "moveFrom": Deleted(); break;
            case "ins" or "moveTo": HasRevisions = true; Blocks(); break;
            case "customXml" or "smartTag" or "sdtContent": Blocks(); break;
            case "altChunk":
                Object(CellObjects.ImportedPart);
                Xml.Skip();
                break;
            case "sectPr":
                if (!Section()) { Xml.Skip(); }
                break;
            default: Xml.Skip(); break;
        }
    }

    private void Deleted()
    {
        HasRevisions = true;
        Xml.Skip();
    }

    /// <summary>Children from where the reader stands to the end of the row or cell that was entered last; ends at its end tag.</summary>
    private void Rest(Action<string> child)
    {
        var depth = restDepth;
        while (Xml.ToChild(depth)) { child(Xml.LocalName); }
    }

    private void ReadTable()
    {
        var outer = setting;
        setting = paper with { Paper = setting.Paper == WordLook.Unknown ? WordLook.Unknown : setting.Ground };
        TakeTableStyle(null);
        Table(rows);
        setting = outer;
    }

    private void Rows() => Xml.EachChild(row);

    private void TableChild(string name)
    {
        switch (name)
        {
            case "tblPr": Xml.EachChild(TableProperty); break;
            case "tr": ReadRow(); break;
            case "sdt": ReadControl(rows, isInline: false); break;
            case "ins" or "moveTo": HasRevisions = true; Rows(); break;
            case "del" or "moveFrom": Deleted(); break;
            case "customXml" or "sdtContent": Rows(); break;
            case "AlternateContent": Alternate(rows); break;
            default: Xml.Skip(); break;
        }
    }

    private void TableProperty(string name)
    {
        if (name == "tblStyle" && Xml.Value() is { } style)
        {
            TakeTableStyle(style);
            TableStyled(style);
        }
        else if (name == "shd" && WordLook.Shading(Xml) is not WordLook.Automatic and var ground) { setting.Table = ground; }
        Xml.Skip();
    }

    private void TakeTableStyle(string? name)
    {
        var style = styles.Table(name);
        (setting.OfTable, setting.FontsOfTable) = (style.Run, style.Fonts);
        // How far the colours of a table style reach cannot be told from here.
        setting.Table = style.Ground is null or WordLook.Automatic ? null : WordLook.Unknown;
    }

    /// <summary>A row's properties come before its cells (17.4.78), so a deleted row is not entered.</summary>
    private void ReadRow()
    {
        var depth = Xml.Depth;
        var isEmpty = Xml.IsEmptyElement;
        Xml.Read();
        var (skipped, hidden, deleted) = (0, false, false);
        if (!isEmpty)
        {
            while (Xml.ToChild(depth) && Xml.LocalName is "trPr" or "tblPrEx")
            {
                Xml.EachChild(property =>
                {
                    switch (property)
                    {
                        case "del" or "moveFrom": deleted = HasRevisions = true; break;
                        case "ins" or "moveTo": HasRevisions = true; break;
                        case "gridBefore": skipped = WordXmlReading.Number(Xml.Value()) ?? 0; break;
                        case "hidden": hidden = Xml.IsOn(); break;
                    }
                    Xml.Skip();
                });
            }
        }
        if (!deleted)
        {
            var outer = restDepth;
            restDepth = isEmpty ? int.MaxValue : depth;
            Row(new WordRow(skipped, hidden), rowRest);
            restDepth = outer;
        }
        if (!isEmpty) { LeaveTo(depth); }
    }

    /// <summary>Behind the end tag of the element at this depth, past whatever of it was not read.</summary>
    private void LeaveTo(int depth)
    {
        while (Xml.ToChild(depth)) { Xml.Skip(); }
        Xml.Leave();
    }

    private void RowChild(string name)
    {
        switch (name)
        {
            case "tc": ReadCell(); break;
            case "sdt": ReadControl(cellsOfRow ??= () => Xml.EachChild(cell), isInline: false); break;
            case "ins" or "moveTo": HasRevisions = true; Xml.EachChild(cell); break;
            case "customXml" or "sdtContent": Xml.EachChild(cell); break;
            case "del" or "moveFrom": Deleted(); break;
            case "AlternateContent": Alternate(cellsOfRow ??= () => Xml.EachChild(cell)); break;
            default: Xml.Skip(); break;
        }
    }

    private Action? cellsOfRow;

    private void ReadCell()
    {
        var depth = Xml.Depth;
        var isEmpty = Xml.IsEmptyElement;
        Xml.Read();
        var outer = setting;
        var (outerJoins, outerRest, fieldsBefore) = (joins, restDepth, OpenFields);
        var (span, above, left, deleted) = (1, false, false, false);
        (setting.Cell, setting.OfCell, joins) = (null, Looks.Plain, false);
        if (!isEmpty)
        {
            while (Xml.ToChild(depth) && Xml.LocalName is "tcPr")
            {
                Xml.EachChild(property =>
                {
                    switch (property)
                    {
                        case "gridSpan": span = Math.Clamp(WordXmlReading.Number(Xml.Value()) ?? 1, 1, 1000); break;
                        case "vMerge": above = Xml.Value() is not "restart"; break;
                        case "hMerge": left = Xml.Value() is not "restart"; break;
                        case "cellDel": deleted = HasRevisions = true; break;
                        case "cellIns": HasRevisions = true; break;
                        case "cellMerge":
                            HasRevisions = true;
                            if (Xml.Value("vMerge") is { } merged) { above = merged is "cont" or "continue"; }
                            break;
                        case "shd":
                            if (WordLook.Shading(Xml) is not WordLook.Automatic and var ground)
                            {
                                setting.Cell = ground;
                                if (WordLook.IsColoured(ground)) { setting.OfCell = Looks.Highlighted; }
                            }
                            break;
                    }
                    Xml.Skip();
                });
            }
        }
        if (!deleted)
        {
            restDepth = isEmpty ? int.MaxValue : depth;
            Cell(new WordCell(span, above, left), cellRest);
        }
        // A field that begins in a cell ends in it, whether the file says so or not.
        CloseFields(fieldsBefore);
        (setting, joins, restDepth) = (outer, outerJoins, outerRest);
        if (!isEmpty) { LeaveTo(depth); }
    }

    private void ReadParagraph()
    {
        var outer = setting;
        (setting.Paragraph, setting.OfParagraph, setting.OfPlainRuns) = (null, Looks.Plain, null);
        TakeParagraphStyle(null);
        var goesOn = joins;
        joins = false;
        Paragraph(goesOn, inlines);
        setting = outer;
    }

    private void TakeParagraphStyle(string? name)
    {
        var style = styles.Paragraph(name);
        (setting.Styled, setting.Fonts) = (setting.OfTable.Under(style.Run), style.Fonts.Over(setting.FontsOfTable));
        setting.StyleOfParagraph = style.Ground is null or WordLook.Automatic ? null : style.Ground;
    }

    private void Inlines() => Xml.EachChild(inline);

    private void Inline(string name)
    {
        switch (name)
        {
            case "r": ReadRun(); break;
            case "pPr":
                paragraphStyle = null;
                Xml.EachChild(paragraphProperty);
                if (paragraphStyle is not null) { TakeParagraphStyle(paragraphStyle); }
                setting.OfPlainRuns = null;
                ParagraphStyled(paragraphStyle);
                break;
            case "sdt": ReadControl(inlines, isInline: true); break;
            case "del" or "moveFrom": Deleted(); break;
            case "ins" or "moveTo": HasRevisions = true; Inlines(); break;
            case "fldSimple": ReadSimpleField(); break;
            case "hyperlink" or "smartTag" or "customXml" or "sdtContent" or "dir" or "bdo": Inlines(); break;
            case "AlternateContent": Alternate(inlines); break;
            case "oMath" or "oMathPara": ReadEquation(); break;
            default: Xml.Skip(); break;
        }
    }

    private string? paragraphStyle;

    private void PropertyOfParagraph(string name)
    {
        switch (name)
        {
            case "pStyle": paragraphStyle = Xml.Value(); break;
            case "rPr": Xml.EachChild(paragraphMark); return;
            case "shd" when WordLook.Shading(Xml) is not WordLook.Automatic and var ground:
                setting.Paragraph = ground;
                if (WordLook.IsColoured(ground)) { setting.OfParagraph |= Looks.Highlighted; }
                break;
            case "pBdr":
                var drawn = 0;
                Xml.EachChild(side =>
                {
                    if (side is "top" or "bottom" && Xml.Value() is not (null or "nil" or "none")) { drawn++; }
                    ParagraphBorder(side);
                    Xml.Skip();
                });
                if (drawn == 2) { setting.OfParagraph |= Looks.Boxed; }
                return;
            case "sectPr":
                if (!Section()) { Xml.Skip(); }
                return;
        }
        if (!ParagraphProperty(name)) { Xml.Skip(); }
    }

    /// <summary>The mark at a paragraph's end may be inserted or deleted by itself.</summary>
    private void MarkOfParagraph(string name)
    {
        HasRevisions |= name is "ins" or "moveTo" or "del" or "moveFrom";
        joins |= name is "del" or "moveFrom";
        Xml.Skip();
    }

    private void ReadControl(Action content, bool isInline)
    {
        var control = new WordControl(null, false, null, isInline);
        Xml.EachChild(name =>
        {
            if (name == "sdtPr")
            {
                Xml.EachChild(property =>
                {
                    switch (property)
                    {
                        case "tag": control = control with { Tag = Xml.Value() }; break;
                        case "showingPlcHdr": control = control with { ShowsPrompt = Xml.IsOn() }; break;
                        case "checkbox":
                            var ticked = false;
                            Xml.EachChild(part =>
                            {
                                if (part == "checked") { ticked = Xml.IsOn(); }
                                Xml.Skip();
                            });
                            control = control with { Ticked = ticked };
                            return;
                    }
                    Xml.Skip();
                });
            }
            else if (name == "sdtContent") { Control(control, content); }
            else { Xml.Skip(); }
        });
    }

    /// <summary>mc:AlternateContent (part 3, 10.2.1): the first choice; the fallback says the same again.</summary>
    private void Alternate(Action content)
    {
        var taken = false;
        Xml.EachChild(name =>
        {
            if (taken || name is not ("Choice" or "Fallback")) { Xml.Skip(); return; }
            taken = true;
            content();
        });
    }
}
