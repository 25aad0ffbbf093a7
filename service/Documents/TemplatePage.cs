using System.Globalization;
using System.Xml.Linq;
using LearningCity.Docs.Forms;
using static LearningCity.Docs.Templating.WordXml;

namespace LearningCity.Docs.Documents;

/// <summary>Turns a template's page to the form's own orientation; its tables keep the proportions of their columns and fill the new width.</summary>
internal static class TemplatePage
{
    public static void Turn(XElement body, PageOrientation wanted)
    {
        foreach (var section in body.Descendants(W + "sectPr"))
        {
            if (section.Element(W + "pgSz") is not { } size || section.Element(W + "pgMar") is not { } margins) { continue; }
            var (width, height) = (Number(size, "w"), Number(size, "h"));
            if ((width > height) == (wanted is PageOrientation.Landscape)) { continue; }
            size.SetAttributeValue(W + "w", height);
            size.SetAttributeValue(W + "h", width);
            size.SetAttributeValue(W + "orient", wanted is PageOrientation.Landscape ? "landscape" : null);
            var around = Number(margins, "left") + Number(margins, "right");
            foreach (var table in body.Descendants(Tbl)) { Stretch(table, height - around, width - around); }
        }
    }

    /// <summary>From <paramref name="old"/> to <paramref name="wide"/> twips; the last column takes what rounding leaves.</summary>
    private static void Stretch(XElement table, int wide, int old)
    {
        var grid = table.Element(W + "tblGrid")!.Elements(W + "gridCol").ToList();
        var widths = grid.ConvertAll(column => Number(column, "w") * wide / old);
        widths[^1] += grid.Sum(column => Number(column, "w")) * wide / old - widths.Sum();
        for (var i = 0; i < grid.Count; i++) { grid[i].SetAttributeValue(W + "w", widths[i]); }
        table.Element(W + "tblPr")?.Element(W + "tblW")?.SetAttributeValue(W + "w", widths.Sum());
        foreach (var row in table.Elements(Tr))
        {
            var at = 0;
            foreach (var properties in row.Elements(Tc).Select(cell => cell.Element(TcPr)))
            {
                var span = (int?)properties?.Element(W + "gridSpan")?.Attribute(W + "val") ?? 1;
                properties?.Element(W + "tcW")?.SetAttributeValue(W + "w", widths.Skip(at).Take(span).Sum());
                at += span;
            }
        }
    }

    private static int Number(XElement element, string attribute) => int.Parse(element.Attribute(W + attribute)!.Value, CultureInfo.InvariantCulture);
}
