using System.Globalization;
using System.Text;
using System.Xml;
using LearningCity.Docs.Packages;
using LearningCity.Docs.Reading;
using LearningCity.Docs.Text;

namespace LearningCity.Docs.Fixing;

/// <summary>
/// Corrections in a workbook: only the cell's own element in its sheet's part changes; comments and drop-downs are elsewhere and stay. A figure becomes a number; where the
/// cell's style would show it otherwise, or in letters of another encoding, a style like it is added.
/// </summary>
internal static class WorkbookFixer
{
    private const string UnicodeFont = "Times New Roman";

    /// <summary>Changed part → its new bytes, and the corrections that were made.</summary>
    public static (Dictionary<string, byte[]> Parts, ImmutableArray<Finding> Done) Fix(SafePackage package, ImmutableArray<Finding> findings)
    {
        var parts = new Dictionary<string, byte[]>(StringComparer.OrdinalIgnoreCase);
        var done = ImmutableArray.CreateBuilder<Finding>();
        var sheets = Sheets(package);
        var strings = new Lazy<List<Runs>>(() => SharedStrings(package));
        var styles = CellStyles.Read(package);
        foreach (var sheet in findings.GroupBy(f => ((Location.Cell)f.Location).Sheet))
        {
            if (!sheets.TryGetValue(sheet.Key, out var part) || PartText.Of(package, part) is not { } text) { continue; }
            var wanted = sheet.ToDictionary(f => ((Location.Cell)f.Location).Reference);
            foreach (var cell in Cells(package, part))
            {
                // Of two cells at one place the first is read.
                if (!wanted.Remove(cell.Reference, out var finding)) { continue; }
                var runs = cell.Runs ?? (cell.SharedString is { } i && i < strings.Value.Count ? strings.Value[i] : null);
                Replace(text, cell, Number(cell, finding.Fix!, styles) ?? Text(cell, finding.Fix!.Value, runs, styles));
                done.Add(finding);
            }
            if (text.IsChanged) { parts[part] = text.ToBytes(); }
        }
        if (styles.Changed() is var (stylesPart, bytes)) { parts[stylesPart] = bytes; }
        return (parts, done.ToImmutable());
    }

    /// <summary>Every text of every sheet that is in a font of an old encoding, as the workbook has it.</summary>
    public static ImmutableArray<LegacyLine> LegacyLines(SafePackage package) => [.. Legacy(package, CellStyles.Read(package)).SelectMany(s => s.Cells).Select(c => c.Line)];

    /// <summary>Changed part → its new bytes: those texts that are to be converted in Unicode, cell by cell, as others may share the string in another font.</summary>
    public static (Dictionary<string, byte[]> Parts, ImmutableArray<(LegacyLine Line, string Text)> Done) Convert(SafePackage package)
    {
        var parts = new Dictionary<string, byte[]>(StringComparer.OrdinalIgnoreCase);
        var done = ImmutableArray.CreateBuilder<(LegacyLine, string)>();
        var styles = CellStyles.Read(package);
        var sheets = Legacy(package, styles).ToList();
        var judge = new LegacyJudge([.. sheets.SelectMany(s => s.Cells).Select(c => c.Line)]);
        foreach (var (part, cells) in sheets)
        {
            if (PartText.Of(package, part) is not { } text) { continue; }
            foreach (var (cell, runs, line) in cells)
            {
                if (judge.Of(line) is not LegacyVerdict.Convert) { continue; }
                var texts = judge.Converted(line);
                Replace(text, cell, Text(cell, runs, texts, styles));
                done.Add((line, string.Concat(texts)));
            }
            if (text.IsChanged) { parts[part] = text.ToBytes(); }
        }
        if (styles.Changed() is var (stylesPart, bytes)) { parts[stylesPart] = bytes; }
        return (parts, done.ToImmutable());
    }

    private static IEnumerable<(string Part, List<(CellElement Cell, Runs Runs, LegacyLine Line)> Cells)> Legacy(SafePackage package, CellStyles styles)
    {
        var strings = SharedStrings(package);
        foreach (var (sheet, part) in Sheets(package))
        {
            var own = new List<(CellElement, Runs, LegacyLine)>();
            var seen = new HashSet<CellReference>();
            foreach (var cell in Cells(package, part))
            {
                if (!seen.Add(cell.Reference) || cell.IsFormula) { continue; }
                var runs = cell.Runs ?? (cell.SharedString is { } i && i < strings.Count ? strings[i] : cell.Plain is { } plain ? new Runs([(plain, null)], [""]) : null);
                if (runs is null || runs.Texts.All(r => System.Text.Ascii.IsValid(r.Text))) { continue; }
                var font = styles.Font(cell.Style);
                var line = new LegacyLine(new Location.Cell(sheet, cell.Reference), [.. runs.Texts.Select(r => (r.Text, r.Font ?? font))]);
                if (line.Runs.Any(r => LegacyEncoding.IsLegacyFont(r.Font))) { own.Add((cell, runs, line)); }
            }
            yield return (part, own);
        }
    }

    /// <summary>The runs of a text with what makes each look as it does; plain text is one run without properties.</summary>
    private sealed record Runs(ImmutableArray<(string Text, string? Font)> Texts, ImmutableArray<string> Properties);

    private sealed record CellElement(CellReference Reference, TextPlace Start, TextPlace End, string Name, ImmutableArray<(string Name, string Value)> Attributes, int Style, int? SharedString, Runs? Runs, string? Plain, bool IsFormula)
    {
        public string Prefix => Name.Contains(':') ? Name[..(Name.IndexOf(':') + 1)] : "";

        public string Tag(int style)
        {
            var attributes = style == Style ? Attributes : Attributes.Any(a => a.Name == "s") ? [.. Attributes.Select(a => a.Name == "s" ? ("s", Text(style)) : a)] : Attributes.Add(("s", Text(style)));
            return $"<{Name}{string.Concat(attributes.Select(a => $" {a.Name}=\"{PartText.EscapeValue(a.Value)}\""))}";
        }

        private static string Text(int style) => style.ToString(CultureInfo.InvariantCulture);
    }

    private static void Replace(PartText text, CellElement cell, string corrected) =>
        text.Replace(text.Start(cell.Start), text.EndOfTag(text.Start(cell.End)), corrected);

    /// <summary>Null for a correction that is no number, or whose format the workbook cannot be given.</summary>
    private static string? Number(CellElement cell, Fix fix, CellStyles styles)
    {
        if (fix.Number is not { } number) { return null; }
        var style = NumberFormat.Shows(styles.Format(cell.Style), number) ? cell.Style : styles.With(cell.Style, number.Format, font: null);
        return style is { } shown ? $"{cell.Tag(shown)}><{cell.Prefix}v>{number.Stored}</{cell.Prefix}v></{cell.Name}>" : null;
    }

    /// <summary>What is written is Unicode: a run, or a cell, that stays in .VnTime or VNI-Times would show other letters.</summary>
    private static string Text(CellElement cell, string corrected, Runs? runs, CellStyles styles)
    {
        var font = styles.Font(cell.Style);
        runs ??= new Runs([(corrected, null)], [""]);
        return Text(cell, runs, RunCorrection.Of([.. runs.Texts.Select(r => (r.Text, r.Font ?? font))], corrected), styles);
    }

    private static string Text(CellElement cell, Runs runs, ImmutableArray<string> texts, CellStyles styles)
    {
        var (prefix, font) = (cell.Prefix, styles.Font(cell.Style));
        var content = new StringBuilder();
        for (var i = 0; i < texts.Length; i++)
        {
            if (texts[i].Length == 0 && texts.Length > 1) { continue; }
            var properties = LegacyEncoding.IsLegacyFont(runs.Texts[i].Font) ? InUnicode(runs.Properties[i]) : runs.Properties[i];
            var t = $"<{prefix}t xml:space=\"preserve\">{PartText.Escape(RichText.Escape(texts[i]))}</{prefix}t>";
            content.Append(properties.Length == 0 && texts.Length == 1 ? t : $"<{prefix}r>{properties}{t}</{prefix}r>");
        }
        var style = LegacyEncoding.IsLegacyFont(font) ? styles.With(cell.Style, format: null, UnicodeFont) ?? cell.Style : cell.Style;
        return $"{cell.Tag(style)} t=\"inlineStr\"><{prefix}is>{content}</{prefix}is></{cell.Name}>";
    }

    private static string InUnicode(string properties)
    {
        var run = System.Xml.Linq.XElement.Parse(properties);
        run.Elements().First(e => e.Name.LocalName == "rFont").SetAttributeValue("val", UnicodeFont);
        return run.ToString(System.Xml.Linq.SaveOptions.DisableFormatting);
    }

    private static Dictionary<string, string> Sheets(SafePackage package)
    {
        var sheets = new Dictionary<string, string>(StringComparer.Ordinal);
        var parts = WorkbookReader.SheetParts(package);
        using var xml = package.OpenXml(package.MainPart)!;
        while (xml.Read())
        {
            if (xml is not { NodeType: XmlNodeType.Element, LocalName: "sheet" }) { continue; }
            var name = xml.GetAttribute("name") ?? "";
            var id = WorkbookReader.RelationshipId(xml);
            if (parts.TryGetValue(id, out var part)) { sheets.TryAdd(name, part); }
        }
        return sheets;
    }

    private static List<CellElement> Cells(SafePackage package, string part)
    {
        var cells = new List<CellElement>();
        using var xml = package.OpenXml(part)!;
        var place = (IXmlLineInfo)xml;
        int row = 0, column = 0;
        while (xml.Read())
        {
            if (xml is { NodeType: XmlNodeType.Element, LocalName: "row" })
            {
                // Counted as the reader counts them, or a correction would be of another cell.
                row = int.TryParse(xml.GetAttribute("r"), CultureInfo.InvariantCulture, out var number) && number is > 0 and <= CellReference.LastRow ? number : row + 1;
                column = 0;
            }
            if (xml is not { NodeType: XmlNodeType.Element, LocalName: "c" } || row is 0 or > CellReference.LastRow) { continue; }
            if (CellReference.TryParse(xml.GetAttribute("r"), out var given)) { (row, column) = (given.Row, given.Column); }
            else { column++; }
            if (column > CellReference.LastColumn || xml.IsEmptyElement) { continue; }
            cells.Add(Cell(xml, place, new CellReference(row, column)));
        }
        return cells;
    }

    private static CellElement Cell(XmlReader xml, IXmlLineInfo place, CellReference reference)
    {
        var start = new TextPlace(place.LineNumber, place.LinePosition);
        var name = xml.Name;
        var type = xml.GetAttribute("t");
        _ = int.TryParse(xml.GetAttribute("s"), CultureInfo.InvariantCulture, out var style);
        var attributes = ImmutableArray.CreateBuilder<(string, string)>();
        for (var more = xml.MoveToFirstAttribute(); more; more = xml.MoveToNextAttribute())
        {
            if (xml.Name != "t") { attributes.Add((xml.Name, xml.Value)); }
        }
        xml.MoveToElement();
        var depth = xml.Depth;
        int? shared = null;
        Runs? runs = null;
        string? plain = null;
        var isFormula = false;
        while (xml.Read() && xml.Depth > depth)
        {
            if (xml is { NodeType: XmlNodeType.Element, LocalName: "is" }) { runs = ReadRuns(xml); }
            isFormula |= xml is { NodeType: XmlNodeType.Element, LocalName: "f" };
            if (xml is { NodeType: XmlNodeType.Text or XmlNodeType.SignificantWhitespace } && type == "str" && !isFormula) { plain = RichText.Unescape((plain ?? "") + xml.Value); }
            if (xml is { NodeType: XmlNodeType.Text } && type == "s" && int.TryParse(xml.Value, CultureInfo.InvariantCulture, out var index)) { shared = index; }
        }
        return new CellElement(reference, start, new TextPlace(place.LineNumber, place.LinePosition), name, attributes.ToImmutable(), style, shared, runs, plain, isFormula);
    }

    private static List<Runs> SharedStrings(SafePackage package)
    {
        var strings = new List<Runs>();
        var part = package.Relationships(package.MainPart).FirstOrDefault(r => r.Kind == "sharedStrings")?.Target;
        if (part is null || package.OpenXml(part) is not { } xml) { return strings; }
        using (xml)
        {
            while (xml.Read())
            {
                if (xml is { NodeType: XmlNodeType.Element, LocalName: "si" }) { strings.Add(ReadRuns(xml)); }
            }
        }
        return strings;
    }

    /// <summary>From inside <c>si</c> or <c>is</c>; ends on its end tag.</summary>
    private static Runs ReadRuns(XmlReader xml)
    {
        var (texts, properties) = (ImmutableArray.CreateBuilder<(string, string?)>(), ImmutableArray.CreateBuilder<string>());
        if (xml.IsEmptyElement) { return new Runs([("", null)], [""]); }
        var depth = xml.Depth;
        string? font = null;
        var own = "";
        xml.Read();
        while (xml.Depth > depth)
        {
            if (xml.NodeType is XmlNodeType.Element)
            {
                switch (xml.LocalName)
                {
                    case "rPh" or "phoneticPr":
                        xml.Skip();
                        continue;
                    case "r":
                        (own, font) = ("", null);
                        break;
                    case "rPr":
                        var outer = System.Xml.Linq.XElement.Load(xml.ReadSubtree());
                        font = (string?)outer.Elements().FirstOrDefault(e => e.Name.LocalName == "rFont")?.Attribute("val");
                        own = outer.ToString(System.Xml.Linq.SaveOptions.DisableFormatting);
                        break;
                    case "t":
                        texts.Add((RichText.Unescape(xml.ReadElementContentAsString()), font));
                        properties.Add(own);
                        continue;
                }
            }
            xml.Read();
        }
        return texts.Count == 0 ? new Runs([("", null)], [""]) : new Runs(texts.ToImmutable(), properties.ToImmutable());
    }
}
