using System.Globalization;
using System.Xml.Linq;
using static LearningCity.Docs.Templating.WordXml;

namespace LearningCity.Docs.Documents;

/// <summary>
/// Takes out of a template the columns that a form does not have (a table of figures without standards, without offices), so that one template draws forms of any depth.
/// A column is known by the tag in its header; its width goes to the column of the texts.
/// </summary>
internal sealed class TemplateColumns
{
    private readonly XElement table;
    private readonly List<int> widths;

    private TemplateColumns(XElement table)
    {
        this.table = table;
        widths = [.. table.Element(W + "tblGrid")!.Elements(W + "gridCol").Select(c => (int)c.Attribute(W + "w")!)];
    }

    /// <param name="missing">Tags of the headers to take out, such as <c>{{cot.tieu_chuan}}</c>.</param>
    /// <param name="texts">The tag of the header that gets the room.</param>
    public static void TakeOut(XElement body, IEnumerable<string> missing, string texts)
    {
        foreach (var tag in missing)
        {
            if (Header(body, tag) is { } header) { new TemplateColumns(header.Ancestors(Tbl).First()).TakeOut(header, Header(body, texts)); }
        }
    }

    private static XElement? Header(XElement body, string tag) => body.Descendants(Tc).FirstOrDefault(cell => string.Concat(cell.Descendants(T).Select(t => t.Value)).Trim() == tag);

    private void TakeOut(XElement header, XElement? texts)
    {
        var gone = Place(header);
        var kept = texts is null ? -1 : Place(texts);
        var room = widths[gone];
        foreach (var row in table.Elements(Tr))
        {
            if (kept >= 0) { Widen(At(row, kept), room); }
            var cell = At(row, gone);
            if (Span(cell) == 1) { cell.Remove(); continue; }
            cell.Element(TcPr)!.Element(W + "gridSpan")!.SetAttributeValue(W + "val", Span(cell) - 1);
            Widen(cell, -room);
        }
        if (kept >= 0) { widths[kept] += room; }
        widths.RemoveAt(gone);
        table.Element(W + "tblGrid")!.ReplaceNodes(widths.Select(w => new XElement(W + "gridCol", new XAttribute(W + "w", w))));
    }

    private static int Place(XElement cell) => cell.ElementsBeforeSelf(Tc).Sum(Span);

    private static XElement At(XElement row, int place) => row.Elements(Tc).First(cell => (place -= Span(cell)) < 0);

    private static int Span(XElement cell) => (int?)cell.Element(TcPr)?.Element(W + "gridSpan")?.Attribute(W + "val") ?? 1;

    private static void Widen(XElement cell, int by)
    {
        if (cell.Element(TcPr)?.Element(W + "tcW")?.Attribute(W + "w") is { } width) { width.Value = ((int)width + by).ToString(CultureInfo.InvariantCulture); }
    }
}
