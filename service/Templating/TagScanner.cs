using System.Globalization;
using System.Text;
using System.Xml.Linq;
using static LearningCity.Docs.Templating.WordXml;

namespace LearningCity.Docs.Templating;

/// <summary>
/// Finds the tags of one part and puts a token in the place of each: Word splits a tag over as many runs as it likes, and the whole tag goes to the run where it begins, so it keeps that run's format.
/// All faults are collected, none stops the search.
/// </summary>
internal sealed class TagScanner(string part, List<Finding> findings, FindingOrder order)
{
    private const int MostAround = 60;

    private readonly TagList tags = [];

    public TagList Tags => tags;

    /// <summary>A part that Word shows: paragraph by paragraph, then attributes, then what is left because no tag is filled there.</summary>
    public void ScanWordPart(XElement root)
    {
        var places = new ParagraphPlaces(part, root, order);
        var read = new HashSet<XElement>();
        foreach (var story in Stories(root).ToList())
        {
            foreach (var paragraph in Paragraphs(story))
            {
                Join(paragraph, places.Of(paragraph));
                read.UnionWith(OwnTexts(paragraph));
            }
        }
        foreach (var element in root.DescendantsAndSelf()) { ScanAttributes(element, places); }
        foreach (var text in UnfilledText.Of(root, read)) { Unfilled(text, places.Of(NearestParagraph(text.Element))); }
    }

    /// <summary>A part of properties: each text and attribute by itself.</summary>
    public void ScanProperties(XElement root)
    {
        var place = new Location.Part(part);
        foreach (var text in root.DescendantNodes().OfType<XText>().Where(t => UnfilledText.HasBraces(t.Value)).ToList()) { text.Value = Replace(text.Value, place); }
        foreach (var attribute in root.DescendantsAndSelf().Attributes().Where(a => UnfilledText.HasBraces(a.Value)).ToList()) { attribute.Value = Replace(attribute.Value, place); }
    }

    private static XElement? NearestParagraph(XElement element) =>
        element.AncestorsAndSelf(P).FirstOrDefault() ?? (element.AncestorsAndSelf(Sdt).FirstOrDefault() ?? element.AncestorsAndSelf(Tbl).FirstOrDefault())?.Descendants(P).FirstOrDefault();

    private void ScanAttributes(XElement element, ParagraphPlaces places)
    {
        foreach (var attribute in element.Attributes().Where(a => UnfilledText.HasBraces(a.Value)).ToList())
        {
            var place = places.Of(NearestParagraph(element));
            if (UnfilledText.Of(attribute) is { } unfilled) { Unfilled(unfilled, place); } else { attribute.Value = Replace(attribute.Value, place); }
        }
    }

    /// <summary>Each tag of a text that is not filled, whole or in part.</summary>
    private void Unfilled(UnfilledText unfilled, Location place)
    {
        var text = unfilled.Text;
        for (var end = 0; UnfilledText.HasBraces(text[end..]);)
        {
            var (open, close) = (text.IndexOf("{{", end, StringComparison.Ordinal), text.IndexOf("}}", end, StringComparison.Ordinal));
            var start = open < 0 || (close >= 0 && close < open) ? close : open;
            end = close < 0 ? text.Length : close + 2;
            var tag = text[start..end].TrimEnd();
            order.Add(place, tag);
            findings.Add(new Finding(FindingCatalog.LC9023_TagInUnfilledPlace, place, tag, Around(text, start, end), new Sentence("template.place." + unfilled.Kind)) { Value = tag });
        }
    }

    private string Replace(string text, Location place)
    {
        var replaced = new StringBuilder();
        var at = 0;
        foreach (var (start, end, tag) in Find(text, place, paragraph: null))
        {
            replaced.Append(text, at, start - at).Append(tag.Token);
            at = end;
        }
        return replaced.Append(text, at, text.Length - at).ToString();
    }

    /// <summary>The text of a paragraph as one; each tag found in it moves whole into the piece that holds its first character.</summary>
    private void Join(XElement paragraph, Location place)
    {
        var pieces = OwnContent(paragraph).Select(e => (Element: e, Text: TextOf(e))).Where(p => p.Text.Length > 0 || IsSoft(p.Element)).ToList();
        var whole = string.Concat(pieces.Select(p => p.Text));
        var found = UnfilledText.HasBraces(whole) ? Find(whole, place, paragraph).ToList() : [];
        if (found.Count == 0) { return; }
        var next = 0;
        var position = 0;
        foreach (var (element, text) in pieces)
        {
            var kept = new StringBuilder();
            var touched = IsSoft(element) && next < found.Count && position > found[next].Start && position < found[next].End;
            for (var i = 0; i < text.Length; i++, position++)
            {
                while (next < found.Count && position >= found[next].End) { next++; }
                var inside = next < found.Count && position >= found[next].Start;
                touched |= inside;
                if (!inside) { kept.Append(text[i]); }
                else if (position == found[next].Start) { kept.Append(found[next].Tag.Token); }
            }
            if (!touched) { continue; }
            var run = element.Parent!;
            if (element.Name == T && kept.Length > 0) { element.Value = kept.ToString(); } else { element.Remove(); }
            if (run.Name == R && run.Elements().All(e => e.Name == RPr)) { run.Remove(); }
        }
    }

    /// <summary>A mark without a character of its own, taken out of a tag and left alone elsewhere.</summary>
    private static bool IsSoft(XElement piece) => piece.Name == W + "softHyphen";

    /// <summary>How a piece of a run reads inside a tag; empty for what is no text.</summary>
    private static string TextOf(XElement piece) => piece.Name.Namespace != W ? "" : piece.Name.LocalName switch
    {
        "t" => piece.Value,
        "noBreakHyphen" => "-",
        "tab" or "cr" => " ",
        "br" when piece.Attribute(W + "type") is null => " ",
        _ => "",
    };

    private IEnumerable<(int Start, int End, TemplateTag Tag)> Find(string text, Location place, XElement? paragraph)
    {
        for (var at = 0; ;)
        {
            var open = text.IndexOf("{{", at, StringComparison.Ordinal);
            var close = text.IndexOf("}}", at, StringComparison.Ordinal);
            if (close >= 0 && (open < 0 || close < open))
            {
                order.Add(place, "}}");
                findings.Add(new Finding(FindingCatalog.LC9003_BracesWithoutTag, place, "}}", Around(text, close, close + 2)) { Value = "}}" });
                at = close + 2;
                continue;
            }
            if (open < 0) { yield break; }
            var another = text.IndexOf("{{", open + 2, StringComparison.Ordinal);
            var raw = open + 2 < text.Length && text[open + 2] == '{';
            if (close < 0 || (another >= 0 && another < close && !raw))
            {
                var until = another >= 0 ? another : text.Length;
                var unclosed = text[open..until].TrimEnd();
                order.Add(place, unclosed);
                findings.Add(new Finding(FindingCatalog.LC9002_TagNotClosed, place, unclosed, Around(text, open, until)) { Value = unclosed });
                at = until;
                continue;
            }
            var end = close + 2;
            while (end < text.Length && text[end] == '}') { end++; }
            yield return (open, end, Tag(text, open, end, place, paragraph));
            at = end;
        }
    }

    private TemplateTag Tag(string text, int start, int end, Location place, XElement? paragraph)
    {
        var faults = new List<TagGrammar.Fault>();
        var tag = new TemplateTag
        {
            Index = tags.Count,
            Text = text[start..end],
            Place = place,
            Around = Around(text, start, end),
            Content = TagGrammar.Read(text[(start + 2)..(end - 2)], faults),
            Paragraph = paragraph,
        };
        order.Add(place, tag.Text);
        foreach (var fault in faults) { findings.Add(tag.Finding(fault.Descriptor, [.. fault.Arguments])); }
        if (tags.Count + 1 >= TemplateTag.Most) { throw TemplateException.Of(FindingCatalog.LC9018_TooLarge, TemplateTag.Most); }
        tags.Add(tag);
        return tag;
    }

    /// <summary>The tag and as much before and after it as a reader needs to find it.</summary>
    private static string Around(string text, int start, int end)
    {
        var from = Math.Max(0, start - MostAround / 2);
        var to = Math.Min(text.Length, end + MostAround / 2);
        return string.Create(CultureInfo.InvariantCulture, $"{(from > 0 ? "…" : "")}{text[from..to]}{(to < text.Length ? "…" : "")}");
    }
}

/// <summary>The tags of a part in the order in which they were found: <see cref="TemplateTag.Index"/> is the place in this list.</summary>
internal sealed class TagList : List<TemplateTag>
{
    /// <summary>Boundaries of a block that nobody typed: <c>if</c> on the name of <paramref name="tag"/>, <c>else</c>, end.</summary>
    public (XNode Open, XNode Else, XNode End) Condition(TemplateTag tag)
    {
        return (Boundary(new TagContent(TagKind.If, tag.Content.Expression, Block: "if")), Boundary(new TagContent(TagKind.Else)), Boundary(new TagContent(TagKind.End)));

        XNode Boundary(TagContent content)
        {
            Add(tag with { Index = Count, Content = content, Paragraph = null });
            return BoundaryOf(this[^1]);
        }
    }
}
