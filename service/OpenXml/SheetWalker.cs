using System.Globalization;
using System.Xml;

namespace LearningCity.Docs.OpenXml;

/// <summary>A rectangle of cells, both corners in it.</summary>
internal readonly record struct CellRange(CellReference From, CellReference To)
{
    public bool Contains(int row, int column) => From.Row <= row && row <= To.Row && From.Column <= column && column <= To.Column;

    /// <summary><c>A1:B2</c>, or <c>A1</c> for one cell.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out CellRange range)
    {
        var colon = text.IndexOf(':');
        range = default;
        if (!CellReference.TryParse(colon < 0 ? text : text[..colon], out var from)) { return false; }
        var to = from;
        if (colon >= 0 && !CellReference.TryParse(text[(colon + 1)..], out to)) { return false; }
        range = new CellRange(from, to);
        return true;
    }
}

/// <summary>
/// One forward pass over a worksheet part (ECMA-376 part 1, 18.3): cell by cell with what is stored in it, and, complete when there are no more cells, what the sheet says of its
/// rows, columns and ranges. Cells beyond the last row or column of Excel are not on the sheet.
/// </summary>
/// <param name="asWritten">For a writer: places and attributes of the elements, and text as it is stored.</param>
internal sealed class SheetWalker(XmlReader xml, WorkbookStyles styles, bool asWritten = false)
{
    private readonly IXmlLineInfo place = (IXmlLineInfo)xml;
    private bool rowsAreHidden;
    private bool isBeyond;
    private ImmutableArray<CellRange> formatted = [];
    private bool formatStrikes;

    public int Row { get; private set; }

    public int Column { get; private set; }

    /// <summary>The cell's <c>t</c>: s, inlineStr, str, b, e, d, n; null is a number.</summary>
    public string? Type { get; private set; }

    public int Style { get; private set; }

    /// <summary>The content of <c>v</c>; of a formula the value that the file keeps.</summary>
    public string? Value { get; private set; }

    public RichText? Inline { get; private set; }

    public bool IsFormula { get; private set; }

    /// <summary>A picture placed in the cell: by WPS (<c>DISPIMG</c>), by the function IMAGE, or by Excel 365 as a value of a kind of its own.</summary>
    public bool IsPicture { get; private set; }

    /// <summary>Of the cell's start tag; asked for by a writer.</summary>
    public TextPlace Start { get; private set; }

    /// <summary>Of its end tag.</summary>
    public TextPlace End { get; private set; }

    /// <summary>The element's name with its prefix, and its attributes but <c>t</c>; asked for by a writer.</summary>
    public string Name { get; private set; } = "";

    public ImmutableArray<(string Name, string Value)> Attributes { get; private set; } = [];

    /// <summary>Rows that nobody sees: hidden, by hand or by a filter, or of no height.</summary>
    public List<int> HiddenRows { get; } = [];

    /// <summary>First and last of neighbouring columns that nobody sees.</summary>
    public List<(int First, int Last)> HiddenColumns { get; } = [];

    public List<CellRange> Merged { get; } = [];

    /// <summary>Where a conditional format may strike text out. Whether it does, only a program that calculates can say.</summary>
    public List<CellRange> StruckByCondition { get; } = [];

    /// <summary>The sheet shows nothing in the place of a 0.</summary>
    public bool HidesZeros { get; private set; }

    /// <summary>The next cell that holds something; false behind the last one.</summary>
    public bool Read()
    {
        while (xml.Read())
        {
            if (xml.NodeType is not XmlNodeType.Element)
            {
                if (xml is { NodeType: XmlNodeType.EndElement, LocalName: "conditionalFormatting" }) { EndFormat(); }
                continue;
            }
            switch (xml.LocalName)
            {
                case "row":
                    ReadRow();
                    break;
                case "c" when Row > 0:
                    if (ReadPlace() && !xml.IsEmptyElement)
                    {
                        ReadCell();
                        return true;
                    }
                    break;
                default:
                    ReadFact();
                    break;
            }
        }
        return false;
    }

    private void ReadRow()
    {
        // Both numbers are optional: without them a row or cell follows the one before.
        var given = int.TryParse(xml.GetAttribute("r"), CultureInfo.InvariantCulture, out var number) && number > 0;
        Row = given && number <= CellReference.LastRow ? number : Math.Min(Row, CellReference.LastRow) + 1;
        isBeyond = Row > CellReference.LastRow || (given && number > CellReference.LastRow);
        if (isBeyond) { Row = CellReference.LastRow; }
        Column = 0;
        var height = xml.GetAttribute("ht");
        var hidden = xml.GetAttribute("hidden");
        if (!isBeyond && (hidden is "1" or "true" || IsZero(height) || (rowsAreHidden && hidden is null && height is null))) { HiddenRows.Add(Row); }
    }

    /// <summary>False for a cell that is beyond the sheet.</summary>
    private bool ReadPlace()
    {
        var given = xml.GetAttribute("r");
        if (CellReference.TryParse(given, out var reference))
        {
            (Row, Column, isBeyond) = (reference.Row, reference.Column, false);
            return true;
        }
        Column++;
        return !isBeyond && Column <= CellReference.LastColumn && !IsBeyond(given);
    }

    /// <summary>"A1048577", "XFE1".</summary>
    private static bool IsBeyond(ReadOnlySpan<char> reference)
    {
        var letters = reference.IndexOfAnyExceptInRange('A', 'Z');
        return letters is > 0 and <= 8 && !reference[letters..].ContainsAnyExceptInRange('0', '9') && reference[letters] != '0';
    }

    private static bool IsZero(string? length) => length is not null && double.TryParse(length, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number == 0;

    private void ReadCell()
    {
        (Type, Value, Inline, IsFormula, IsPicture) = (xml.GetAttribute("t"), null, null, false, false);
        Style = int.TryParse(xml.GetAttribute("s"), CultureInfo.InvariantCulture, out var style) ? style : 0;
        if (Type is "e" && xml.GetAttribute("vm") is not null) { IsPicture = true; }
        if (asWritten) { ReadMarkup(); }
        var depth = xml.Depth;
        xml.Read();
        while (xml.Depth > depth)
        {
            if (xml.NodeType is XmlNodeType.Element)
            {
                switch (xml.LocalName)
                {
                    case "v":
                        Value = xml.ReadElementContentAsString();
                        continue;
                    case "f":
                        IsFormula = true;
                        IsPicture |= ShowsPicture(xml.ReadElementContentAsString());
                        continue;
                    case "is":
                        Inline = RichText.Read(xml, asWritten);
                        break;
                }
            }
            xml.Read();
        }
        if (asWritten) { End = new TextPlace(place.LineNumber, place.LinePosition); }
        // What WPS keeps as the value is the formula again.
        IsPicture |= Type is "str" && Value is not null && Value.StartsWith("=DISPIMG(", StringComparison.OrdinalIgnoreCase);
    }

    private static bool ShowsPicture(ReadOnlySpan<char> formula)
    {
        formula = formula.TrimStart("= ".AsSpan());
        while (true)
        {
            if (formula.StartsWith("_xlfn.", StringComparison.OrdinalIgnoreCase)) { formula = formula["_xlfn.".Length..]; }
            else if (formula.StartsWith("_xlws.", StringComparison.OrdinalIgnoreCase)) { formula = formula["_xlws.".Length..]; }
            else { break; }
        }
        return formula.StartsWith("DISPIMG(", StringComparison.OrdinalIgnoreCase) || formula.StartsWith("IMAGE(", StringComparison.OrdinalIgnoreCase);
    }

    private void ReadMarkup()
    {
        (Start, Name) = (new TextPlace(place.LineNumber, place.LinePosition), xml.Name);
        var attributes = ImmutableArray.CreateBuilder<(string, string)>();
        for (var more = xml.MoveToFirstAttribute(); more; more = xml.MoveToNextAttribute())
        {
            if (xml.Name != "t") { attributes.Add((xml.Name, xml.Value)); }
        }
        xml.MoveToElement();
        Attributes = attributes.ToImmutable();
    }

    private void ReadFact()
    {
        switch (xml.LocalName)
        {
            case "sheetView":
                HidesZeros |= xml.GetAttribute("showZeros") is "0" or "false";
                break;
            case "sheetFormatPr":
                rowsAreHidden = xml.GetAttribute("zeroHeight") is "1" or "true";
                break;
            case "col" when xml.GetAttribute("hidden") is "1" or "true" || IsZero(xml.GetAttribute("width")):
                if (int.TryParse(xml.GetAttribute("min"), CultureInfo.InvariantCulture, out var first)
                    && int.TryParse(xml.GetAttribute("max"), CultureInfo.InvariantCulture, out var last) && first <= last)
                {
                    HiddenColumns.Add((first, last));
                }
                break;
            case "mergeCell" when CellRange.TryParse(xml.GetAttribute("ref"), out var range) && range.From != range.To:
                Merged.Add(range);
                break;
            case "conditionalFormatting":
                (formatted, formatStrikes) = (Ranges(xml.GetAttribute("sqref")), false);
                break;
            case "cfRule":
                formatStrikes |= int.TryParse(xml.GetAttribute("dxfId"), CultureInfo.InvariantCulture, out var differential) && styles.Strikes(differential);
                break;
            // Rules of Excel 2010 and later have their format in themselves and their ranges behind.
            case "strike":
                formatStrikes |= FontLooks.Of(xml) is Looks.Struck;
                break;
            case "sqref" when !xml.IsEmptyElement && formatStrikes:
                if (xml.Read() && xml.NodeType is XmlNodeType.Text) { formatted = Ranges(xml.Value); }
                break;
        }
    }

    private void EndFormat()
    {
        if (formatStrikes) { StruckByCondition.AddRange(formatted); }
        (formatted, formatStrikes) = ([], false);
    }

    private static ImmutableArray<CellRange> Ranges(string? list)
    {
        var ranges = ImmutableArray.CreateBuilder<CellRange>();
        foreach (var part in (list ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (CellRange.TryParse(part, out var range)) { ranges.Add(range); }
        }
        return ranges.ToImmutable();
    }
}
