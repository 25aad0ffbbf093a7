using System.Xml.Linq;
using static LearningCity.Docs.Templating.WordXml;

namespace LearningCity.Docs.Templating;

/// <summary>
/// A template as it reads with all changes accepted, without the wrappers and marks of an editing session: deleted text is no text, and no paper leaves the house with revisions in it.
/// </summary>
internal static class RevisionAcceptance
{
    public static void Apply(XElement root)
    {
        foreach (var row in root.Descendants(Tr).Where(r => r.Element(W + "trPr")?.Element(W + "del") is not null).ToList()) { row.Remove(); }
        foreach (var paragraph in root.Descendants(P).Where(p => p.Element(PPr)?.Element(RPr)?.Element(W + "del") is not null).Reverse().ToList()) { JoinNext(paragraph); }
        foreach (var element in root.Descendants().Where(IsRevisionOrSession).Reverse().ToList())
        {
            if (IsWrapper(element)) { element.AddBeforeSelf(Detached(element.Elements().Where(e => e.Name.LocalName is not ("customXmlPr" or "smartTagPr")))); }
            element.Remove();
        }
        TrimTexts(root);
    }

    /// <summary>Its mark is deleted: its words open the next paragraph, which keeps its own format.</summary>
    private static void JoinNext(XElement paragraph)
    {
        if (paragraph.ElementsAfterSelf().FirstOrDefault() is not { } next || next.Name != P)
        {
            paragraph.Element(PPr)!.Element(RPr)!.Element(W + "del")!.Remove();
            return;
        }
        var words = Detached(paragraph.Elements().Where(e => e.Name != PPr));
        paragraph.Remove();
        if (next.Element(PPr) is { } properties) { properties.AddAfterSelf(words); } else { next.AddFirst(words); }
    }

    private static List<XElement> Detached(IEnumerable<XElement> elements)
    {
        var list = elements.ToList();
        list.ForEach(e => e.Remove());
        return list;
    }

    private static bool IsRevisionOrSession(XElement element) => element.Name.Namespace == W && (IsWrapper(element) || element.Name.LocalName is
        "del" or "moveFrom" or "delText" or "delInstrText" or "moveFromRangeStart" or "moveFromRangeEnd" or "moveToRangeStart" or "moveToRangeEnd" or
        "rPrChange" or "pPrChange" or "tblPrChange" or "trPrChange" or "tcPrChange" or "sectPrChange" or "tblGridChange" or "tblPrExChange" or "numberingChange" or
        "cellIns" or "cellDel" or "cellMerge" or "proofErr" or "lastRenderedPageBreak");

    private static bool IsWrapper(XElement element) => element.Name.Namespace == W && element.Name.LocalName is "ins" or "moveTo" or "smartTag" or "customXml";

    /// <summary>Word shows no blanks at the ends of a text that does not ask for them; once asked for, they would show.</summary>
    private static void TrimTexts(XElement root)
    {
        foreach (var blank in root.DescendantNodes().OfType<XText>().Where(t => t.Parent!.HasElements && string.IsNullOrWhiteSpace(t.Value)).ToList()) { blank.Remove(); }
        foreach (var text in root.Descendants(T))
        {
            if ((string?)text.Attribute(XNamespace.Xml + "space") == "preserve") { continue; }
            var shown = text.Value.Trim(' ', '\t', '\r', '\n');
            if (shown.Length != text.Value.Length) { text.Value = shown; }
        }
    }
}
