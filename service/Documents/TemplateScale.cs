using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using LearningCity.Docs.Forms;
using static LearningCity.Docs.Templating.WordXml;

namespace LearningCity.Docs.Documents;

/// <summary>
/// Puts the rating scale into the template of a figures form as the paper prints it: a cell for each step, with a check box. It is drawn here and not in the template, because how many steps there are, and
/// their words, are the form's. Everything else in the row is that of the template's row for choices.
/// </summary>
internal static partial class TemplateScale
{
    /// <summary>The flag of a row that shows the scale.</summary>
    public const string Shape = "thang_diem";

    private const string ChoiceShape = "lua_chon_co_nhan";
    private const string BoxFont = "MS Gothic";
    private static readonly XNamespace Word2010 = "http://schemas.microsoft.com/office/word/2010/wordml";
    private static readonly XNamespace Compatibility = "http://schemas.openxmlformats.org/markup-compatibility/2006";

    /// <param name="data">The tag of the header over the data cells.</param>
    public static void Insert(XElement body, FormDefinition form, string data)
    {
        if (form.RatingScale.IsEmpty || body.Descendants(Tc).FirstOrDefault(cell => Words(cell).Trim() == data) is not { } header) { return; }
        var table = header.Ancestors(Tbl).First();
        var rows = table.Elements(Tr).ToList();
        // Before, of and behind the row: the condition, the row itself, the end of the condition.
        var at = rows.FindIndex(row => Words(row).Contains(ChoiceShape, StringComparison.Ordinal));
        if (at < 0 || at + 2 >= rows.Count) { return; }
        var start = header.ElementsBeforeSelf(Tc).Sum(Span);
        var widths = table.Element(W + "tblGrid")!.Elements(W + "gridCol").Select(c => (int)c.Attribute(W + "w")!).ToList();
        var edges = Divide(table, widths, start, Shares(form.RatingScale, widths.Skip(start).Take(Span(header)).Sum()));
        var added = new[] { new XElement(rows[at]), new XElement(rows[at + 1]), new XElement(rows[at + 2]) };
        foreach (var text in added[0].Descendants(T)) { text.Value = text.Value.Replace(ChoiceShape, Shape, StringComparison.Ordinal); }
        Fill(added[1], start, form, edges);
        rows[at].AddBeforeSelf(added);
    }

    /// <summary>Check boxes are of Word 2010: an older program is told that it may pass over them.</summary>
    public static void Announce(XElement document)
    {
        document.SetAttributeValue(XNamespace.Xmlns + "w14", Word2010.NamespaceName);
        document.SetAttributeValue(XNamespace.Xmlns + "mc", Compatibility.NamespaceName);
        var ignorable = (string?)document.Attribute(Compatibility + "Ignorable") ?? "";
        if (!ignorable.Split(' ').Contains("w14")) { document.SetAttributeValue(Compatibility + "Ignorable", $"{ignorable} w14".Trim()); }
    }

    /// <summary>The room of each step: the same for all, and a little more for the longest words.</summary>
    private static int[] Shares(ImmutableArray<Rating> scale, int room)
    {
        var longest = scale.Max(s => s.Label.Length);
        var weights = scale.Select(s => s.Label.Length == longest ? 1.2 : 1.0).ToArray();
        var shares = weights.Select(w => (int)(room * w / weights.Sum())).ToArray();
        shares[^1] += room - shares.Sum();
        return shares;
    }

    /// <summary>Gives the table the columns that the steps need and keeps every other cell as wide as it is.</summary>
    /// <returns>For each step its width and how many columns it spans.</returns>
    private static List<(int Width, int Span)> Divide(XElement table, List<int> widths, int start, int[] shares)
    {
        var old = Edges(widths);
        var own = Edges(shares).Select(edge => edge + old[start]).ToList();
        var all = old.Concat(own).Distinct().Order().ToList();
        int Columns(int from, int to) => all.IndexOf(to) - all.IndexOf(from);
        foreach (var row in table.Elements(Tr))
        {
            var place = 0;
            foreach (var cell in row.Elements(Tc))
            {
                var span = Span(cell);
                SetSpan(cell, Columns(old[place], old[place + span]));
                place += span;
            }
        }
        table.Element(W + "tblGrid")!.ReplaceNodes(all.Zip(all.Skip(1), (from, to) => new XElement(W + "gridCol", new XAttribute(W + "w", to - from))));
        return [.. own.Zip(own.Skip(1), (from, to) => (to - from, Columns(from, to)))];
    }

    private static List<int> Edges(IEnumerable<int> widths)
    {
        var edges = new List<int> { 0 };
        foreach (var width in widths) { edges.Add(edges[^1] + width); }
        return edges;
    }

    private static void Fill(XElement row, int start, FormDefinition form, List<(int Width, int Span)> steps)
    {
        var name = (string)row.Descendants(W + "tag").First().Attribute(W + "val")!;
        var cells = row.Elements(Tc).ToList();
        var first = cells.FindIndex(c => c.Descendants(T).Any(t => Label().IsMatch(t.Value)));
        foreach (var cell in cells.Skip(Math.Max(first, 0))) { cell.Remove(); }
        // A template whose choice row holds its label elsewhere would lose a cell that is not a data cell.
        if (first != start) { throw new InvalidOperationException($"{ChoiceShape}: {first} != {start}"); }
        row.Add(form.ChoicesOf(FieldKind.Rating).Zip(steps, (choice, step) => Cell(choice, step, what => Code().Replace(name, EntryControls.StepName(what, choice)))));
    }

    private static XElement Cell(PrintedChoice choice, (int Width, int Span) step, Func<string, string> tag)
    {
        XElement Centred(params object[] content) => new(P, new XElement(PPr, new XElement(W + "pStyle", new XAttribute(W + "val", "OBieuGiua"))), content);
        XElement Text(string text) => new(T, new XAttribute(XNamespace.Xml + "space", "preserve"), text);
        var cell = new XElement(Tc, new XElement(TcPr,
                new XElement(W + "tcW", new XAttribute(W + "w", step.Width), new XAttribute(W + "type", "dxa")),
                new XElement(W + "vAlign", new XAttribute(W + "val", "center"))),
            Centred(new XElement(R, Text(choice.Number ?? ""), new XElement(W + "br"), Text(choice.Words))),
            Centred(new XElement(Sdt,
                new XElement(W + "sdtPr",
                    new XElement(W + "alias", new XAttribute(W + "val", tag("ten"))),
                    new XElement(W + "tag", new XAttribute(W + "val", tag("ma"))),
                    new XElement(W + "lock", new XAttribute(W + "val", "sdtLocked")),
                    new XElement(Word2010 + "checkbox",
                        new XElement(Word2010 + "checked", new XAttribute(Word2010 + "val", tag("dau"))),
                        Box("checkedState", "2612"), Box("uncheckedState", "2610"))),
                new XElement(SdtContent, new XElement(R,
                    new XElement(RPr, new XElement(W + "rFonts", new XAttribute(W + "ascii", BoxFont), new XAttribute(W + "eastAsia", BoxFont), new XAttribute(W + "hAnsi", BoxFont), new XAttribute(W + "hint", "eastAsia"))),
                    Text(tag("muc")))))));
        SetSpan(cell, step.Span);
        return cell;

        XElement Box(string state, string code) => new(Word2010 + state, new XAttribute(Word2010 + "val", code), new XAttribute(Word2010 + "font", BoxFont));
    }

    private static string Words(XElement element) => string.Concat(element.Descendants(T).Select(t => t.Value));

    private static int Span(XElement cell) => (int?)cell.Element(TcPr)?.Element(W + "gridSpan")?.Attribute(W + "val") ?? 1;

    private static void SetSpan(XElement cell, int span)
    {
        var properties = cell.Element(TcPr)!;
        properties.Element(W + "gridSpan")?.Remove();
        if (span > 1) { properties.Element(W + "tcW")!.AddAfterSelf(new XElement(W + "gridSpan", new XAttribute(W + "val", span.ToString(CultureInfo.InvariantCulture)))); }
    }

    [GeneratedRegex(@"\bnhan\b", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Label();

    [GeneratedRegex(@"\bma\b", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Code();
}
