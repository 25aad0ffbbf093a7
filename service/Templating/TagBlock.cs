namespace LearningCity.Docs.Templating;

/// <summary>A block with its tags: <paramref name="Open"/>, perhaps an <paramref name="Else"/>, <paramref name="End"/>.</summary>
internal sealed record TagBlock(TemplateTag Open, TemplateTag? Else, TemplateTag End)
{
    public const int MostDeep = 16;

    public IEnumerable<TemplateTag> Tags => Else is null ? [Open, End] : [Open, Else, End];

    /// <summary>All tags in one paragraph: the block works among its runs.</summary>
    public bool IsInline => Tags.All(t => t.Paragraph == Open.Paragraph);

    /// <summary>Pairs the tags of one story in their order; what has no partner is reported and left out.</summary>
    public static List<TagBlock> Pair(IEnumerable<TemplateTag> tags, List<Finding> findings)
    {
        var blocks = new List<TagBlock>();
        var open = new Stack<(TemplateTag Open, TemplateTag? Else)>();
        foreach (var tag in tags)
        {
            if (tag.Opens)
            {
                open.Push((tag, null));
                if (open.Count == MostDeep + 1) { findings.Add(tag.Finding(FindingCatalog.LC9012_BlocksTooDeep, MostDeep)); }
            }
            else if (tag.Kind is TagKind.Else)
            {
                if (open.Count == 0 || open.Peek().Else is not null) { findings.Add(tag.Finding(FindingCatalog.LC9010_StrayElse)); }
                else { open.Push(open.Pop() with { Else = tag }); }
            }
            else if (tag.Kind is TagKind.End) { Close(tag, open, blocks, findings); }
        }
        foreach (var (left, _) in open.Reverse()) { findings.Add(NotClosed(left, blocks)); }
        return blocks;
    }

    /// <summary>Its closing tag was mostly taken by a block inside it, which is then the one that lacks its own: that pair is named.</summary>
    private static Finding NotClosed(TemplateTag open, List<TagBlock> blocks)
    {
        var taken = blocks.LastOrDefault(b => b.Open.Index > open.Index && b.Open.Content.Block == open.Content.Block);
        var pair = taken is null ? new Sentence("template.noSuggestion") : new Sentence("template.closesInner", taken.End.Text, taken.End.Place, taken.Open.Text, taken.Open.Place);
        return open.Finding(FindingCatalog.LC9007_BlockNotClosed, open.Content.Block!, pair) with { Related = taken is null ? [] : [taken.Open.Place, taken.End.Place] };
    }

    private static void Close(TemplateTag end, Stack<(TemplateTag Open, TemplateTag? Else)> open, List<TagBlock> blocks, List<Finding> findings)
    {
        if (open.Count == 0) { findings.Add(end.Finding(FindingCatalog.LC9008_BlockNotOpened, end.Content.Block!)); return; }
        if (open.Peek().Open.Content.Block != end.Content.Block)
        {
            var inner = open.Peek().Open;
            findings.Add(end.Finding(FindingCatalog.LC9009_OtherBlockClosed, inner.Text, inner.Place));
            // Closes an outer block: the ones inside were forgotten and are named by this finding. Else it is a slip of the pen for the innermost.
            if (open.Any(o => o.Open.Content.Block == end.Content.Block)) { while (open.Peek().Open.Content.Block != end.Content.Block) { open.Pop(); } }
        }
        var (opening, otherwise) = open.Pop();
        blocks.Add(new TagBlock(opening, otherwise, end));
    }
}
