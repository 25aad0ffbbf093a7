using System.Xml.Linq;
using static LearningCity.Docs.Templating.WordXml;

namespace LearningCity.Docs.Templating;

/// <summary>
/// <c>{{merge flag}}</c> in a cell: where the flag is true the cell begins a vertical merge, elsewhere it belongs to the cell above and is empty (ECMA-376 part 1, 17.4.84).
/// Becomes two blocks: one in the cell's properties, one around its content.
/// </summary>
internal static class MergeLifter
{
    /// <summary>What stands before vMerge in the properties of a cell (17.4.69).</summary>
    private static readonly ImmutableArray<string> BeforeMerge = ["cnfStyle", "tcW", "gridSpan", "hMerge"];

    /// <summary>Takes the tags out of the text; the cells they stand in.</summary>
    public static List<(XElement Cell, TemplateTag Tag)> Take(TagList tags, List<Finding> findings)
    {
        var merged = new List<(XElement Cell, TemplateTag Tag)>();
        foreach (var tag in tags.Where(t => t.Kind is TagKind.Merge))
        {
            var cell = tag.Paragraph?.Ancestors().TakeWhile(a => a.Name != TextBox).FirstOrDefault(a => a.Name == Tc);
            if (cell is null || merged.Exists(m => m.Cell == cell)) { findings.Add(tag.Finding(FindingCatalog.LC9013_MergeNotInCell)); continue; }
            TakeOut(OwnTexts(tag.Paragraph!).First(t => t.Value.Contains(tag.Token, StringComparison.Ordinal)), tag);
            merged.Add((cell, tag));
        }
        return merged;
    }

    public static void Wrap(List<(XElement Cell, TemplateTag Tag)> merged, TagList tags)
    {
        foreach (var (cell, tag) in merged) { Wrap(cell, tag, tags); }
    }

    private static void Wrap(XElement cell, TemplateTag merge, TagList tags)
    {
        if (cell.Element(TcPr) is not { } properties)
        {
            properties = new XElement(TcPr);
            cell.AddFirst(properties);
        }
        properties.Elements(W + "vMerge").Remove();
        var paragraph = new XElement(P, cell.Elements(P).FirstOrDefault()?.Element(PPr));
        var (open, otherwise, end) = tags.Condition(merge);
        object[] choice = [open, new XElement(W + "vMerge", new XAttribute(W + "val", "restart")), otherwise, new XElement(W + "vMerge"), end];
        var before = properties.Elements().LastOrDefault(e => e.Name.Namespace == W && BeforeMerge.Contains(e.Name.LocalName));
        if (before is null) { properties.AddFirst(choice); } else { before.AddAfterSelf(choice); }
        (open, otherwise, end) = tags.Condition(merge);
        properties.AddAfterSelf(open);
        cell.Add(otherwise, paragraph, end);
    }
}
