using System.Globalization;
using System.Xml;
using System.Xml.Linq;

namespace LearningCity.Docs.Templating;

/// <summary>WordprocessingML as the engine sees it: what is text, what holds blocks.</summary>
internal static class WordXml
{
    public static readonly XNamespace W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    public static readonly XNamespace Drawing = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing";
    public static readonly XNamespace Equation = "http://schemas.openxmlformats.org/officeDocument/2006/math";
    public static readonly XName P = W + "p", R = W + "r", T = W + "t", Tbl = W + "tbl", Tr = W + "tr", Tc = W + "tc", TcPr = W + "tcPr", PPr = W + "pPr", RPr = W + "rPr",
        Sdt = W + "sdt", SdtContent = W + "sdtContent", TextBox = W + "txbxContent", DocPr = Drawing + "docPr";

    /// <summary>A block boundary among the nodes of the XML, as a processing instruction: one of the marks below and the index of the tag.</summary>
    public const string Boundary = "lc-block";
    public const char OpenMark = '+', ElseMark = '|', EndMark = '-';

    public static XProcessingInstruction BoundaryOf(TemplateTag tag) =>
        new(Boundary, (tag.Opens ? OpenMark : tag.Continues ? ElseMark : EndMark) + tag.Index.ToString(CultureInfo.InvariantCulture));

    public static int TagOf(XProcessingInstruction boundary) => int.Parse(boundary.Data.AsSpan(1), CultureInfo.InvariantCulture);

    private const int MostDepth = 256;

    /// <exception cref="XmlException">Damaged, with a document type definition, or nested deeper than 256.</exception>
    public static XDocument Load(byte[] xml)
    {
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, IgnoreComments = true, IgnoreProcessingInstructions = true };
        using (var depth = XmlReader.Create(new MemoryStream(xml), settings))
        {
            while (depth.Read()) { if (depth.Depth > MostDepth) { throw new XmlException($"> {MostDepth}"); } }
        }
        using var reader = XmlReader.Create(new MemoryStream(xml), settings);
        return XDocument.Load(reader, LoadOptions.PreserveWhitespace);
    }

    /// <summary>What a paragraph shows, in order, without the paragraphs of text boxes in it; an equation is one piece.</summary>
    public static IEnumerable<XElement> OwnContent(XElement paragraph)
    {
        foreach (var child in paragraph.Elements())
        {
            if (child.Name == R)
            {
                foreach (var piece in child.Elements()) { if (piece.Name != RPr) { yield return piece; } }
            }
            else if (child.Name == PPr)
            {
                if (child.Element(W + "sectPr") is { } section) { yield return section; }
            }
            else if (child.Name.Namespace == Equation) { yield return child; }
            else if (!IsInvisible(child) && child.Name != W + "sdtPr")
            {
                foreach (var piece in OwnContent(child)) { yield return piece; }
            }
        }
    }

    public static IEnumerable<XElement> OwnTexts(XElement paragraph) => OwnContent(paragraph).Where(e => e.Name == T);

    /// <summary>Takes a tag out of its text; a text or run left empty goes with it.</summary>
    public static void TakeOut(XElement text, TemplateTag tag)
    {
        text.Value = text.Value.Replace(tag.Token, "", StringComparison.Ordinal);
        if (text.Value.Length > 0) { return; }
        var run = text.Parent!;
        text.Remove();
        if (run.Name == R && run.Elements().All(e => e.Name == RPr)) { run.Remove(); }
    }

    /// <summary>Marks that show nothing and may stand anywhere between runs.</summary>
    public static bool IsInvisible(XElement element) => element.Name.Namespace == W && element.Name.LocalName is
        "proofErr" or "bookmarkStart" or "bookmarkEnd" or "permStart" or "permEnd" or "commentRangeStart" or "commentRangeEnd" or "lastRenderedPageBreak";

    /// <summary>Paragraphs of a story in order, without those of text boxes, which are stories of their own.</summary>
    public static IEnumerable<XElement> Paragraphs(XElement story)
    {
        foreach (var child in story.Elements())
        {
            if (child.Name == P) { yield return child; }
            else if (child.Name != R) { foreach (var inner in Paragraphs(child)) { yield return inner; } }
        }
    }

    /// <summary>The story itself and each text box in it; each footnote is one too.</summary>
    public static IEnumerable<XElement> Stories(XElement root) => root.Name == W + "footnotes" || root.Name == W + "endnotes"
        ? root.Elements().Concat(root.Descendants(TextBox))
        : root.Descendants(TextBox).Prepend(root);
}
