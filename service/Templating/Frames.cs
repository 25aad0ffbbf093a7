using System.Xml.Linq;
using static LearningCity.Docs.Templating.WordXml;

namespace LearningCity.Docs.Templating;

/// <summary>
/// Which containers the writer must watch, because blocks may take away what the format asks of them. Everything that the template itself guarantees is left alone.
/// </summary>
internal static class Frames
{
    /// <summary><c>Begins</c>: a frame opens at the element. <c>Counts</c>: its children are counted. <c>End</c>: what is done at its end.</summary>
    internal readonly record struct Frame(bool Begins, bool Counts, WriterMark? End);

    private static readonly Frame None = new(false, false, null);

    public static Frame Of(XElement element)
    {
        if (element.Name == Tbl) { return Has(element, e => e.Name == Tr || (e.Name == Sdt && !MayVanish(e))) ? None : new Frame(true, true, WriterMark.EndOrDrop); }
        if (element.Name == Sdt) { return MayVanish(element) ? new Frame(true, false, WriterMark.EndOrDrop) : None; }
        if (element.Name == SdtContent) { return OfControl(element); }
        if (element.Name == Tc || element.Name == TextBox || (element.Name.Namespace == W && element.Name.LocalName is "hdr" or "ftr" or "footnote" or "endnote"))
        {
            return EndsWithParagraph(element) ? None : new Frame(true, true, WriterMark.EndWithParagraph);
        }
        return None;
    }

    /// <summary>How a child counts; null for properties.</summary>
    public static WriterMark? Counted(XElement child) => child.Name.Namespace != W ? WriterMark.Child : child.Name.LocalName switch
    {
        "p" => WriterMark.Paragraph,
        "sdt" => EndsInTable(child) ? WriterMark.Child : WriterMark.Paragraph,
        "tcPr" or "tblPr" or "tblGrid" or "sectPr" or "bookmarkStart" or "bookmarkEnd" or "permStart" or "permEnd" or "tblPrEx" or "trPr" => null,
        _ => WriterMark.Child,
    };

    private static Frame OfControl(XElement content)
    {
        if (content.Parent?.Parent?.Name == Tbl) { return MayVanish(content.Parent) ? new Frame(false, true, null) : None; }
        if (content.Parent?.Parent?.Name == Tr) { return None; }
        if (Has(content, e => Counted(e) is not null && !MayVanish(e))) { return None; }
        return new Frame(true, true, content.Parent?.Parent is { } around && IsBlockLevel(around) ? WriterMark.EndNotEmpty : WriterMark.EndWithRun);
    }

    private static bool IsBlockLevel(XElement parent) => parent.Name == Tc || parent.Name == TextBox || parent.Name == W + "body" ||
        (parent.Name == SdtContent ? parent.Parent?.Parent is { } around && IsBlockLevel(around) : parent.Name.LocalName is "hdr" or "ftr" or "footnote" or "endnote");

    /// <summary>A table, or a content control around rows, that has no row of its own outside blocks.</summary>
    private static bool MayVanish(XElement element)
    {
        if (element.Name == Tbl) { return Of(element).Begins; }
        return element.Name == Sdt && element.Parent?.Name == Tbl && element.Element(SdtContent) is { } content && !Has(content, e => e.Name == Tr);
    }

    private static bool EndsWithParagraph(XElement element) => element.LastNode is XElement last && Counted(last) is WriterMark.Paragraph;

    private static bool EndsInTable(XElement control) => control.Element(SdtContent)?.Elements().LastOrDefault() is { } last && (last.Name == Tbl || (last.Name == Sdt && EndsInTable(last)));

    /// <summary>Outside all blocks.</summary>
    private static bool Has(XElement parent, Func<XElement, bool> wanted)
    {
        var depth = 0;
        foreach (var node in parent.Nodes())
        {
            if (node is XElement child && depth == 0 && wanted(child)) { return true; }
            if (node is XProcessingInstruction { Target: Boundary } boundary) { depth += boundary.Data[0] switch { OpenMark => 1, EndMark => -1, _ => 0 }; }
        }
        return false;
    }
}
