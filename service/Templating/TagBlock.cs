namespace LearningCity.Docs.Templating;

/// <summary>A block with its tags: <paramref name="Open"/>, in the <paramref name="Middle"/> any <c>else if</c> and perhaps an <c>else</c>, <paramref name="End"/>.</summary>
internal sealed record TagBlock(TemplateTag Open, ImmutableArray<TemplateTag> Middle, TemplateTag End)
{
    public const int MostDeep = 16;

    public IEnumerable<TemplateTag> Tags => [Open, .. Middle, End];

    /// <summary>All tags in one paragraph: the block works among its runs.</summary>
    public bool IsInline => Tags.All(t => t.Paragraph == Open.Paragraph);

    private sealed record Opening(TemplateTag Tag)
    {
        public List<TemplateTag> Middle { get; } = [];

        /// <summary>A list has one other content, for when it is empty; after an <c>else</c> nothing follows.</summary>
        public bool Takes(TemplateTag tag) => !Middle.Exists(t => t.Kind is TagKind.Else) && (tag.Kind is TagKind.Else || Tag.Kind is not TagKind.For);
    }

    /// <summary>Pairs the tags of one story in their order; what has no partner is reported and left out.</summary>
    public static List<TagBlock> Pair(IEnumerable<TemplateTag> tags, List<Finding> findings)
    {
        var blocks = new List<TagBlock>();
        var open = new Stack<Opening>();
        foreach (var tag in tags)
        {
            if (tag.Opens)
            {
                open.Push(new Opening(tag));
                if (open.Count == MostDeep + 1) { findings.Add(tag.Finding(FindingCatalog.LC9012_BlocksTooDeep, MostDeep)); }
            }
            else if (tag.Continues)
            {
                if (open.TryPeek(out var around) && around.Takes(tag)) { around.Middle.Add(tag); } else { findings.Add(tag.Finding(FindingCatalog.LC9010_StrayElse)); }
            }
            else if (!open.TryPop(out var opening)) { findings.Add(NotOpened(tag, blocks)); }
            else { blocks.Add(new TagBlock(opening.Tag, [.. opening.Middle], tag)); }
        }
        foreach (var left in open.Reverse()) { findings.Add(NotClosed(left.Tag, blocks)); }
        return blocks;
    }

    /// <summary>Its closing tag was mostly taken by a block inside it, which is then the one that lacks its own: that pair is named.</summary>
    private static Finding NotClosed(TemplateTag open, List<TagBlock> blocks) =>
        WithPair(blocks.LastOrDefault(b => b.Open.Index > open.Index), pair => open.Finding(FindingCatalog.LC9007_BlockNotClosed, pair));

    /// <summary>The block before it is mostly the one that has an end too many: that pair is named.</summary>
    private static Finding NotOpened(TemplateTag end, List<TagBlock> blocks) => WithPair(blocks.LastOrDefault(), pair => end.Finding(FindingCatalog.LC9008_BlockNotOpened, pair));

    private static Finding WithPair(TagBlock? block, Func<Sentence, Finding> finding) => block is null ? finding(new Sentence("template.noSuggestion"))
        : finding(new Sentence("template.closesInner", block.End.Text, block.End.Place, block.Open.Text, block.Open.Place)) with { Related = [block.Open.Place, block.End.Place] };
}
