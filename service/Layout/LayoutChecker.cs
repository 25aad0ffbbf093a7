using System.Xml;
using LearningCity.Docs.Layout.Rules;
using LearningCity.Docs.Packages;

namespace LearningCity.Docs.Layout;

/// <summary>
/// Thể thức: the door of the stage. Any Word document, ours or not → what in it departs from Nghị định 30/2020/NĐ-CP, in the order of the rules. Total: an odd document gives
/// findings or none. What the decree leaves to a person, or what only words tell, is a warning.
/// </summary>
internal static class LayoutChecker
{
    /// <summary>How far below the subject its line may be drawn.</summary>
    private const int HeadMargin = 3;

    public static ImmutableArray<Finding> Check(SafePackage package)
    {
        if (package.Kind is not PackageKind.Document) { return []; }
        try
        {
            return Check(PaperReader.Read(package));
        }
        catch (XmlException e)
        {
            return [new Finding(FindingCatalog.LC1015_DamagedXml, string.IsNullOrEmpty(e.SourceUri) ? Location.File : new Location.Part(e.SourceUri))];
        }
    }

    private static ImmutableArray<Finding> Check(Paper paper)
    {
        var outlines = OutlineReader.Read(paper);
        var findings = new LayoutFindings();
        PageRules.Find(paper, outlines, findings);
        FontRule.Find(paper, outlines, findings);
        PageNumberRule.Find(paper, outlines[0], findings);
        foreach (var outline in outlines)
        {
            var under = new UnderLines(outline, HeadEnd(outline));
            HeadRules.Find(outline, under, findings);
            NumberAndDateRules.Find(outline, findings);
            TitleRules.Find(outline, under, findings);
            BodyRule.Find(paper, outline, findings);
            DivisionRules.Find(outline, findings);
            AddresseeRule.Find(outline, findings);
            FootRules.Find(outline, findings);
            AnnexRules.Find(paper, outline, findings);
        }
        return findings.All;
    }
    private static int HeadEnd(PaperOutline outline) =>
        HeadMargin + (outline.Subject.IsEmpty ? (outline.KindName ?? outline.PlaceAndDate ?? outline.Number)?.Index ?? 0 : outline.Subject[^1].Index);
}
