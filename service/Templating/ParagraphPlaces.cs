using System.Xml.Linq;
using static LearningCity.Docs.Templating.WordXml;

namespace LearningCity.Docs.Templating;

/// <summary>Where an author finds a paragraph, counted before anything in the part is moved.</summary>
internal sealed class ParagraphPlaces
{
    private readonly Dictionary<XElement, Location> places = [];
    private readonly string part;

    public ParagraphPlaces(string part, XElement root, FindingOrder order)
    {
        this.part = part;
        var tables = root.Descendants(Tbl).Select((table, i) => (table, i)).ToDictionary(pair => pair.table, pair => pair.i + 1);
        var outside = 0;
        var inCell = new Dictionary<XElement, int>();
        foreach (var paragraph in root.Descendants(P))
        {
            places[paragraph] = Place(paragraph);
            order.Add(places[paragraph]);
        }

        Location Place(XElement paragraph)
        {
            if (paragraph.Ancestors(Tc).FirstOrDefault() is not { } cell) { return new Location.Paragraph(part, null, null, null, ++outside); }
            var row = cell.Ancestors(Tr).First();
            var table = row.Ancestors(Tbl).First();
            var number = inCell[cell] = inCell.GetValueOrDefault(cell) + 1;
            return new Location.Paragraph(part, tables[table], Number(row, table), Number(cell, row), number);
        }
    }

    public Location Of(XElement? paragraph) => paragraph is not null && places.TryGetValue(paragraph, out var place) ? place : new Location.Part(part);

    /// <summary>1-based among its kind, content controls around rows or cells not counted.</summary>
    private static int Number(XElement child, XElement parent) => Own(parent, child.Name).TakeWhile(e => e != child).Count() + 1;

    private static IEnumerable<XElement> Own(XElement parent, XName name)
    {
        foreach (var child in parent.Elements())
        {
            if (child.Name == name) { yield return child; }
            else if (child.Name == Sdt || child.Name == SdtContent) { foreach (var inner in Own(child, name)) { yield return inner; } }
        }
    }
}
