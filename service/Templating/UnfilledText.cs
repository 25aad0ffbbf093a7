using System.Text;
using System.Xml.Linq;
using static LearningCity.Docs.Templating.WordXml;

namespace LearningCity.Docs.Templating;

/// <summary>
/// A text in which Word shows or uses tags but no tag is filled: an equation, the instruction of a field, an alternative text, anything else outside the texts of paragraphs. Whole, however many runs it is cut into.
/// </summary>
/// <param name="Element">What tells its place.</param>
/// <param name="Kind">Of place, as the sentences name it: <c>template.place.*</c>.</param>
internal sealed record UnfilledText(XElement Element, string Kind, string Text)
{
    private const string InEquation = "equation", Field = "field", Alternative = "alternative", Other = "other";

    /// <summary>The texts outside of <paramref name="read"/> that hold a brace pair.</summary>
    public static IEnumerable<UnfilledText> Of(XElement root, HashSet<XElement> read) => root.DescendantNodes().OfType<XText>()
        .Where(t => t.Parent is { } parent && !read.Contains(parent) && t.Value.AsSpan().ContainsAny('{', '}'))
        .Select(t => Holder(t.Parent!)).Distinct().Select(holder => Whole(holder, read)).Where(u => HasBraces(u.Text));

    /// <summary>An attribute that is not filled; null for any other.</summary>
    public static UnfilledText? Of(XAttribute attribute)
    {
        var element = attribute.Parent!;
        var name = attribute.Name.LocalName;
        if (element.Name == W + "fldSimple" && name == "instr") { return new UnfilledText(element, Field, attribute.Value); }
        var alternative = name switch
        {
            "descr" or "title" => element.Name == DocPr || element.Name.LocalName is "cNvPr" || element.Name.NamespaceName == Vml,
            "alt" => element.Name.NamespaceName == Vml,
            "val" => element.Name == W + "tblCaption" || element.Name == W + "tblDescription",
            _ => false,
        };
        return alternative ? new UnfilledText(element, Alternative, attribute.Value) : null;
    }

    /// <summary>The texts of a part that Word fills nothing in, paragraph by paragraph or each by itself, and its attributes.</summary>
    public static string? FirstTag(XElement root)
    {
        var texts = root.DescendantNodes().OfType<XText>().Where(t => t.Value.AsSpan().ContainsAny('{', '}')).Select(t => Holder(t.Parent!)).Distinct().Select(holder => holder.Value);
        // Word writes the braces of an address as %7B and %7D.
        var attributes = root.DescendantsAndSelf().Attributes().Where(a => !a.IsNamespaceDeclaration).Select(a => a.Value.Contains("%7", StringComparison.Ordinal) ? Uri.UnescapeDataString(a.Value) : a.Value);
        return texts.Concat(attributes).FirstOrDefault(HasBraces) is not { } text ? null : First(text);
    }

    private const string Vml = "urn:schemas-microsoft-com:vml";

    public static bool HasBraces(string text) => text.Contains("{{", StringComparison.Ordinal) || text.Contains("}}", StringComparison.Ordinal);

    private static string First(string text)
    {
        var start = Math.Max(0, text.IndexOf("{{", StringComparison.Ordinal));
        var close = text.IndexOf("}}", start, StringComparison.Ordinal);
        return close < 0 ? text[start..] : text[start..(close + 2)];
    }

    /// <summary>What a reader takes for one text: the equation, the paragraph around a field's instruction, the paragraph of a drawing or chart, else the element itself.</summary>
    private static XElement Holder(XElement element) =>
        element.AncestorsAndSelf().LastOrDefault(a => a.Name == WordXml.Equation + "oMath") ?? element.Ancestors().FirstOrDefault(a => a.Name.LocalName == "p") ?? element;

    private static UnfilledText Whole(XElement holder, HashSet<XElement> read)
    {
        if (holder.Name.Namespace == WordXml.Equation) { return new UnfilledText(holder, InEquation, holder.Value); }
        var texts = holder.DescendantNodes().OfType<XText>().Where(t => !read.Contains(t.Parent!) && Holder(t.Parent!) == holder).ToList();
        var text = new StringBuilder();
        foreach (var piece in texts) { text.Append(piece.Value); }
        return new UnfilledText(holder, texts.TrueForAll(t => t.Parent!.Name == W + "instrText") ? Field : Other, text.ToString());
    }
}
