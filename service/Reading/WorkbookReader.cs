using System.Globalization;
using System.Xml;
using LearningCity.Docs.Packages;

namespace LearningCity.Docs.Reading;

/// <summary>
/// A workbook → the grids of its sheets (SpreadsheetML, ECMA-376 part 1, 18), part by part and forward only: formulas by the value the file keeps, numbers with the way they
/// are shown, merged ranges, hidden rows, and our defined names.
/// </summary>
internal sealed class WorkbookReader
{
    private readonly SafePackage package;
    private readonly List<RichText> strings = [];
    private readonly LetterCount letters = new();
    private WorkbookStyles styles = WorkbookStyles.None;
    private bool date1904;

    private WorkbookReader(SafePackage package) => this.package = package;

    /// <exception cref="XmlException">A part that is not well-formed.</exception>
    /// <param name="hidden">The hidden sheets instead of those that the user sees.</param>
    public static ImmutableArray<Grid> Read(SafePackage package, bool hidden = false) => new WorkbookReader(package).Sheets(hidden);

    private ImmutableArray<Grid> Sheets(bool wanted)
    {
        var relationships = package.Relationships(package.MainPart);
        if (Target(relationships, "/sharedStrings") is { } stringsPart) { ReadStrings(stringsPart); }
        if (Target(relationships, "/styles") is { } stylesPart && package.OpenXml(stylesPart) is { } stylesXml) { using (stylesXml) { styles = WorkbookStyles.Read(stylesXml); } }
        var (sheets, names) = ReadWorkbook();
        var grids = ImmutableArray.CreateBuilder<Grid>();
        var parts = SheetParts(package);
        foreach (var (name, id, hidden) in sheets)
        {
            // A part is one sheet: removed, so that a list that names it a thousand times does not read it a thousand times.
            if (hidden != wanted || !parts.Remove(id, out var part) || package.OpenXml(part) is not { } xml) { continue; }
            var grid = new Grid(Host.Excel, name, grids.Count + 1) { IsHidden = hidden };
            using (xml) { ReadSheet(xml, grid); }
            if (names.TryGetValue(name, out var marks))
            {
                foreach (var (mark, cell) in marks) { grid.Marks.Add(new GridMark(mark, cell.Row, cell.Column, null)); }
            }
            grids.Add(grid);
        }
        return grids.ToImmutable();
    }

    /// <summary>Relationship id → worksheet part, each part once.</summary>
    public static Dictionary<string, string> SheetParts(SafePackage package)
    {
        var parts = new Dictionary<string, string>(StringComparer.Ordinal);
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var relationship in package.Relationships(package.MainPart))
        {
            if (relationship is { IsExternal: false, Kind: "worksheet" } && seen.Add(relationship.Target)) { parts.TryAdd(relationship.Id, relationship.Target); }
        }
        return parts;
    }

    private static string? Target(ImmutableArray<Relationship> relationships, string type) =>
        relationships.FirstOrDefault(r => !r.IsExternal && r.Type.EndsWith(type, StringComparison.Ordinal))?.Target;

    private void ReadStrings(string part)
    {
        if (package.OpenXml(part) is not { } xml) { return; }
        using (xml)
        {
            while (xml.Read())
            {
                if (xml is { NodeType: XmlNodeType.Element, LocalName: "si" }) { strings.Add(RichText.Read(xml)); }
            }
        }
    }

    private (List<(string Name, string Id, bool Hidden)> Sheets, Dictionary<string, List<(string Mark, CellReference Cell)>> Marks) ReadWorkbook()
    {
        var sheets = new List<(string, string, bool)>();
        var marks = new Dictionary<string, List<(string, CellReference)>>(StringComparer.OrdinalIgnoreCase);
        using var xml = package.OpenXml(package.MainPart)!;
        while (!xml.EOF)
        {
            if (xml.NodeType is not XmlNodeType.Element) { xml.Read(); continue; }
            switch (xml.LocalName)
            {
                case "workbookPr":
                    date1904 = xml.GetAttribute("date1904") is "1" or "true";
                    break;
                case "sheet":
                    sheets.Add((xml.GetAttribute("name") ?? "", RelationshipId(xml), xml.GetAttribute("state") is "hidden" or "veryHidden"));
                    break;
                case "definedName" when xml.GetAttribute("name") is { } name && name.StartsWith("LC_", StringComparison.OrdinalIgnoreCase):
                    if (TryReadTarget(xml.ReadElementContentAsString(), out var sheet, out var cell))
                    {
                        if (!marks.TryGetValue(sheet, out var list)) { marks[sheet] = list = []; }
                        list.Add((name, cell));
                    }
                    // The reader stands behind the name already, perhaps on the next one.
                    continue;
            }
            xml.Read();
        }
        return (sheets, marks);
    }

    /// <summary>The <c>r:id</c> attribute, whatever its prefix; transitional and strict namespaces.</summary>
    public static string RelationshipId(XmlReader xml)
    {
        var id = "";
        if (xml.MoveToFirstAttribute())
        {
            do
            {
                if (xml.LocalName == "id" && xml.NamespaceURI.EndsWith("/relationships", StringComparison.Ordinal)) { id = xml.Value; }
            }
            while (xml.MoveToNextAttribute());
            xml.MoveToElement();
        }
        return id;
    }

    /// <summary><c>'Phụ lục IIIb'!$D$20</c> or a range, of which the first cell counts; <c>#REF!</c> is no target.</summary>
    private static bool TryReadTarget(string formula, out string sheet, out CellReference cell)
    {
        cell = default;
        var bang = formula.LastIndexOf('!');
        sheet = bang < 0 ? "" : formula[..bang].Trim();
        if (sheet.Length >= 2 && sheet[0] == '\'' && sheet[^1] == '\'') { sheet = sheet[1..^1].Replace("''", "'"); }
        var reference = formula.AsSpan(bang + 1);
        var colon = reference.IndexOf(':');
        return bang > 0 && CellReference.TryParse(colon < 0 ? reference : reference[..colon], out cell);
    }

    private void ReadSheet(XmlReader xml, Grid grid)
    {
        int row = 0, column = 0;
        while (xml.Read())
        {
            if (xml.NodeType is not XmlNodeType.Element) { continue; }
            switch (xml.LocalName)
            {
                case "row":
                    // Both numbers are optional: without them a row or cell follows the one before.
                    row = int.TryParse(xml.GetAttribute("r"), CultureInfo.InvariantCulture, out var number) && number is > 0 and <= CellReference.LastRow ? number : row + 1;
                    column = 0;
                    if (xml.GetAttribute("hidden") is "1" or "true") { grid.HiddenRows.Add(row); }
                    break;
                case "c" when row is > 0 and <= CellReference.LastRow:
                    if (CellReference.TryParse(xml.GetAttribute("r"), out var reference)) { (row, column) = (reference.Row, reference.Column); }
                    else { column++; }
                    if (column <= CellReference.LastColumn && ReadCell(xml, grid, row, column) is { } cell) { grid.Add(cell); }
                    break;
                case "mergeCell" when xml.GetAttribute("ref") is { } range && range.IndexOf(':') is > 0 and var colon:
                    if (CellReference.TryParse(range.AsSpan(0, colon), out var from) && CellReference.TryParse(range.AsSpan(colon + 1), out var to)) { grid.Merge(from, to); }
                    break;
            }
        }
    }

    /// <summary>Null for a cell that holds nothing.</summary>
    private GridCell? ReadCell(XmlReader xml, Grid grid, int row, int column)
    {
        var type = xml.GetAttribute("t");
        var (shape, font) = int.TryParse(xml.GetAttribute("s"), CultureInfo.InvariantCulture, out var style) ? styles[style] : (NumberShape.General, null);
        if (xml.IsEmptyElement) { return null; }
        string? value = null;
        RichText? inline = null;
        var isFormula = false;
        var depth = xml.Depth;
        xml.Read();
        while (xml.Depth > depth)
        {
            if (xml.NodeType is XmlNodeType.Element)
            {
                switch (xml.LocalName)
                {
                    case "v":
                        value = xml.ReadElementContentAsString();
                        continue;
                    case "f":
                        isFormula = true;
                        xml.Skip();
                        continue;
                    case "is":
                        inline = RichText.Read(xml);
                        break;
                }
            }
            xml.Read();
        }
        var text = inline ?? (type == "s" && int.TryParse(value, CultureInfo.InvariantCulture, out var index) && (uint)index < (uint)strings.Count ? strings[index] : null);
        if (text is null && type is "s" or "inlineStr") { return null; }
        if (text is null && type == "str") { text = new RichText(RichText.Unescape(value ?? ""), null); }
        if (text is { } words)
        {
            letters.Add(words.Text.Length);
            var shown = Symbols.IsSymbolFont(font) && words.Font is null ? Symbols.FromFont(font!, words.Text) : words.Text;
            return shown.Length == 0 && !isFormula ? null : new GridCell(row, column)
            {
                Grid = grid, Text = shown, Kind = shown.Length == 0 ? RawKind.Blank : RawKind.Text, Shape = shape, Font = words.Font ?? font, IsFormula = isFormula,
            };
        }
        if (string.IsNullOrEmpty(value))
        {
            // A program that does not calculate leaves a formula without its value: a number that is not there, not a blank.
            return isFormula ? new GridCell(row, column) { Grid = grid, Kind = RawKind.Number, IsFormula = true } : null;
        }
        return type switch
        {
            "b" when value is "1" or "true" => new GridCell(row, column) { Grid = grid, Text = "TRUE", Kind = RawKind.Boolean, Number = 1, IsFormula = isFormula },
            "b" => new GridCell(row, column) { Grid = grid, Text = "FALSE", Kind = RawKind.Boolean, Number = 0, IsFormula = isFormula },
            "e" => new GridCell(row, column) { Grid = grid, Text = value, Kind = RawKind.Error, IsFormula = isFormula },
            "d" => new GridCell(row, column) { Grid = grid, Text = value, Kind = RawKind.Date, Shape = NumberShape.Date, IsFormula = isFormula },
            _ => Numeric(grid, row, column, value, shape, isFormula),
        };
    }

    private GridCell Numeric(Grid grid, int row, int column, string value, NumberShape shape, bool isFormula)
    {
        if (Shortest(value) is not { } number) { return new GridCell(row, column) { Grid = grid, Text = value, Kind = RawKind.Text, IsFormula = isFormula }; }
        return new GridCell(row, column)
        {
            Grid = grid,
            Text = shape switch
            {
                NumberShape.Percent when Math.Abs(number) < decimal.MaxValue / 100 => Text.VietnameseNumber.Write(number * 100) + "%",
                NumberShape.Date => Text.VietnameseDate.FromSerial(number, date1904)?.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture) ?? value,
                _ => Text.VietnameseNumber.Write(number),
            },
            Kind = shape is NumberShape.Date ? RawKind.Date : RawKind.Number,
            Number = number,
            Shape = shape,
            IsFormula = isFormula,
        };
    }

    /// <summary>Excel keeps 0,955 as 0.95499999999999996: the shortest decimal that is the same double is what was typed.</summary>
    private static decimal? Shortest(string value)
    {
        const NumberStyles Plain = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;
        if (value.Length <= 15 && decimal.TryParse(value, Plain, CultureInfo.InvariantCulture, out var typed)) { return typed; }
        return double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var stored) && double.IsFinite(stored)
            && decimal.TryParse(stored.ToString("R", CultureInfo.InvariantCulture), NumberStyles.Float, CultureInfo.InvariantCulture, out var shortest) ? shortest : null;
    }
}
