using System.Globalization;
using System.Text;
using System.Xml;
using LearningCity.Docs.OpenXml;
using LearningCity.Docs.Packages;
using LearningCity.Docs.Reading;
using LearningCity.Docs.Text;

namespace LearningCity.Docs.Fixing;

/// <summary>Corrections in a workbook: only the cell's own element in its sheet's part changes; style, comments and drop-downs are elsewhere and stay.</summary>
internal static class WorkbookFixer
{
    /// <summary>Sheet part → its new bytes, and the corrections that were made.</summary>
    public static (Dictionary<string, byte[]> Parts, ImmutableArray<Finding> Done) Fix(SafePackage package, ImmutableArray<Finding> findings)
    {
        var parts = new Dictionary<string, byte[]>(StringComparer.OrdinalIgnoreCase);
        var done = ImmutableArray.CreateBuilder<Finding>();
        var sheets = Sheets(package);
        var strings = new Lazy<List<Runs>>(() => SharedStrings(package));
        var fonts = new Lazy<WorkbookFonts>(() => WorkbookFonts.Read(package));
        foreach (var sheet in findings.GroupBy(f => ((Location.Cell)f.Location).Sheet))
        {
            if (!sheets.TryGetValue(sheet.Key, out var part)) { continue; }
            var wanted = sheet.ToDictionary(f => ((Location.Cell)f.Location).Reference);
            var text = PartText.Of(package, part);
            foreach (var cell in Cells(package, part))
            {
                // Of two cells at one place the first is read.
                if (!wanted.Remove(cell.Reference, out var finding)) { continue; }
                Replace(text, cell, finding.Fix!.Value, cell.Runs ?? (cell.SharedString is { } i && i < strings.Value.Count ? strings.Value[i] : null), fonts.Value);
                done.Add(finding);
            }
            parts[part] = text.ToBytes();
        }
        return (parts, done.ToImmutable());
    }

    /// <summary>The runs of a text with what makes each look as it does; plain text is one run without properties.</summary>
    private sealed record Runs(ImmutableArray<(string Text, string? Font)> Texts, ImmutableArray<string> Properties);

    private sealed record CellElement(CellReference Reference, TextPlace Start, TextPlace End, string Name, string Attributes, int Style, int? SharedString, Runs? Runs);

    private static void Replace(PartText text, CellElement cell, string corrected, Runs? runs, WorkbookFonts fonts)
    {
        var prefix = cell.Name.Contains(':') ? cell.Name[..(cell.Name.IndexOf(':') + 1)] : "";
        runs ??= new Runs([(corrected, null)], [""]);
        var texts = RunCorrection.Of([.. runs.Texts.Select(r => (r.Text, r.Font ?? fonts.Name(cell.Style)))], corrected);
        var content = new StringBuilder();
        for (var i = 0; i < texts.Length; i++)
        {
            if (texts[i].Length == 0 && texts.Length > 1) { continue; }
            var converted = LegacyEncoding.Detect(runs.Texts[i].Text, runs.Texts[i].Font ?? fonts.Name(cell.Style)) is not LegacyKind.None;
            var properties = converted ? fonts.InUnicode(cell.Style, prefix) : runs.Properties[i];
            var t = $"<{prefix}t xml:space=\"preserve\">{PartText.Escape(RichText.Escape(texts[i]))}</{prefix}t>";
            content.Append(properties.Length == 0 && texts.Length == 1 ? t : $"<{prefix}r>{properties}{t}</{prefix}r>");
        }
        var start = text.Start(cell.Start);
        text.Replace(start, text.EndOfTag(text.Start(cell.End)), $"<{cell.Name}{cell.Attributes} t=\"inlineStr\"><{prefix}is>{content}</{prefix}is></{cell.Name}>");
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
                row = int.TryParse(xml.GetAttribute("r"), CultureInfo.InvariantCulture, out var number) && number > 0 ? number : row + 1;
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
        var attributes = new StringBuilder();
        for (var more = xml.MoveToFirstAttribute(); more; more = xml.MoveToNextAttribute())
        {
            if (xml.Name != "t") { attributes.Append(CultureInfo.InvariantCulture, $" {xml.Name}=\"{PartText.Escape(xml.Value).Replace("\"", "&quot;")}\""); }
        }
        xml.MoveToElement();
        var depth = xml.Depth;
        int? shared = null;
        Runs? runs = null;
        while (xml.Read() && xml.Depth > depth)
        {
            if (xml is { NodeType: XmlNodeType.Element, LocalName: "is" }) { runs = ReadRuns(xml); }
            if (xml is { NodeType: XmlNodeType.Text } && type == "s" && int.TryParse(xml.Value, CultureInfo.InvariantCulture, out var index)) { shared = index; }
        }
        return new CellElement(reference, start, new TextPlace(place.LineNumber, place.LinePosition), name, attributes.ToString(), style, shared, runs);
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
