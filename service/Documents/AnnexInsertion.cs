using System.Xml.Linq;
using LearningCity.Docs.Templating;

namespace LearningCity.Docs.Documents;

/// <summary>
/// Puts the annex into a paper's template where its paragraph <c>{{bang_bieu}}</c> stands: the body of the layout's own template, so that the table is drawn in one place only, and the styles that the paper lacks.
/// Margins and numbering from 1 are those of the paper's last section, the size of the page is the annex's.
/// </summary>
internal static class AnnexInsertion
{
    public const string Tag = "{{bang_bieu}}";

    private static readonly XNamespace W = WordXml.W;

    /// <summary>Null when the template has no annex.</summary>
    public static XElement? Place(XDocument paper) => paper.Descendants(W + "p").FirstOrDefault(p => string.Concat(p.Descendants(W + "t").Select(t => t.Value)).Trim() == Tag);

    public static void Insert(XElement place, XElement annex)
    {
        annex.Descendants(W + "placeholder").Remove(); // prompts of the blank form; their texts are in a part of their own
        if (annex.Element(W + "sectPr")?.Element(W + "pgSz") is { } size) { place.Parent?.Element(W + "sectPr")?.Element(W + "pgSz")?.ReplaceWith(size); }
        place.ReplaceWith(annex.Elements().Where(e => e.Name != W + "sectPr"));
    }

    public static void AddStyles(XDocument paper, XDocument annex)
    {
        var known = paper.Root!.Elements(W + "style").Select(Id).ToHashSet();
        paper.Root.Add(annex.Root!.Elements(W + "style").Where(style => !known.Contains(Id(style))));
    }

    private static string? Id(XElement style) => (string?)style.Attribute(W + "styleId");
}
