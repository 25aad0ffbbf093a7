using System.Xml.Linq;
using static LearningCity.Docs.Templating.WordXml;

namespace LearningCity.Docs.Templating;

/// <summary>
/// Moves the tags of blocks out of the text to where they can repeat whole elements: before and after rows, paragraphs or runs, as processing instructions. A control paragraph or row, one that holds nothing but
/// block tags, vanishes.
/// </summary>
internal sealed class BlockLifter(TagList tags, List<Finding> findings)
{
    private sealed record Move(TemplateTag Tag, XElement Anchor, bool After);

    private readonly List<Move> moves = [];
    private readonly HashSet<XElement> vanishing = [];
    private Dictionary<int, TagBlock> blockOf = [];

    /// <summary>One story: the tags of its paragraphs only.</summary>
    public void Lift(XElement story)
    {
        var paragraphs = Paragraphs(story).ToList();
        var own = new HashSet<XElement>(paragraphs);
        var blockTags = tags.Where(t => t.Paragraph is not null && own.Contains(t.Paragraph) && t.IsBlock);
        var blocks = TagBlock.Pair(blockTags, findings);
        blockOf = blocks.SelectMany(b => b.Tags.Select(t => (t.Index, b))).ToDictionary(pair => pair.Index, pair => pair.b);
        foreach (var block in blocks.Where(b => !b.IsInline).OrderBy(b => b.Open.Index)) { Place(block); }
        Carry();
        foreach (var block in blocks.Where(b => b.IsInline)) { PlaceAmongRuns(block); }
    }

    private void Place(TagBlock block)
    {
        var chains = block.Tags.Select(t => t.Paragraph!.AncestorsAndSelf().Reverse().ToList()).ToList();
        var shared = 0;
        while (chains.TrueForAll(c => shared < c.Count && c[shared] == chains[0][shared])) { shared++; }
        var level = chains[0][shared - 1];
        var children = chains.ConvertAll(c => c[shared]);
        if (level.Name == Tr) { PlaceOneRow(block, level); return; }
        if (children.TrueForAll(c => c.Name == Tc) && level.Ancestors(Tr).FirstOrDefault() is { } row) { PlaceOneRow(block, row); return; }
        var rows = children.TrueForAll(c => c.Name == Tr);
        if (!rows && !children.TrueForAll(c => c.Name == P)) { Crossing(block); return; }
        var decided = new List<Move>();
        foreach (var (tag, anchor) in block.Tags.Zip(children))
        {
            var control = IsControl(anchor);
            if (control) { decided.Add(new Move(tag, anchor, After: false)); }
            else if (tag == block.Open && Leads(tag, anchor)) { decided.Add(new Move(tag, anchor, After: false)); }
            else if (tag == block.End && Trails(tag, anchor)) { decided.Add(new Move(tag, anchor, After: true)); }
            else { Crossing(block); return; }
        }
        moves.AddRange(decided);
        foreach (var (move, anchor) in decided.Zip(children)) { if (IsControl(anchor)) { vanishing.Add(anchor); } }
    }

    private void PlaceOneRow(TagBlock block, XElement row)
    {
        if (!block.Middle.IsEmpty || !Leads(block.Open, row) || !Trails(block.End, row)) { Crossing(block); return; }
        moves.Add(new Move(block.Open, row, After: false));
        moves.Add(new Move(block.End, row, After: true));
    }

    private void Crossing(TagBlock block) =>
        findings.Add(block.Open.Finding(FindingCatalog.LC9011_BlockCrossesStructure, block.End.Text, block.End.Place));

    /// <summary>Nothing but tags of blocks that reach beyond this paragraph or row.</summary>
    private bool IsControl(XElement anchor)
    {
        var any = false;
        foreach (var unit in Units(anchor))
        {
            if (unit is null || !unit.IsBlock) { return false; }
            if (!blockOf.TryGetValue(unit.Index, out var block) || block.Tags.All(t => t.Paragraph!.AncestorsAndSelf().Contains(anchor))) { return false; }
            any = true;
        }
        return any;
    }

    /// <summary>Only opening tags stand before it.</summary>
    private bool Leads(TemplateTag tag, XElement anchor) => Units(anchor).TakeWhile(u => u != tag).All(u => u is { Opens: true });

    /// <summary>Only closing tags stand after it.</summary>
    private bool Trails(TemplateTag tag, XElement anchor) => Units(anchor).SkipWhile(u => u != tag).Skip(1).All(u => u is { Kind: TagKind.End });

    /// <summary>What a paragraph or row shows, in order: a tag, or null for anything else that is not blank.</summary>
    private IEnumerable<TemplateTag?> Units(XElement anchor)
    {
        foreach (var piece in (anchor.Name == P ? [anchor] : Paragraphs(anchor)).SelectMany(OwnContent))
        {
            if (piece.Name != T)
            {
                if (!IsInvisible(piece)) { yield return null; }
                continue;
            }
            var text = piece.Value;
            for (var i = 0; i < text.Length; i++)
            {
                if (text[i] == TemplateTag.TokenLead)
                {
                    yield return tags[TemplateTag.IndexOf(text.AsSpan(i))];
                    i += TemplateTag.TokenLength - 1;
                }
                else if (!char.IsWhiteSpace(text[i])) { yield return null; }
            }
        }
    }

    /// <summary>Takes the moved tags out of their texts, sets the boundaries in the order of the document, removes control paragraphs and rows.</summary>
    private void Carry()
    {
        var last = new Dictionary<XElement, XNode>();
        var emptied = moves.Select(m => m.Tag.Paragraph!).Distinct().Where(p => Units(p).All(u => u is not null && moves.Exists(m => m.Tag == u))).ToList();
        foreach (var (tag, anchor, after) in moves.OrderBy(m => m.Tag.Index))
        {
            TakeOut(TextOf(tag), tag);
            if (!after) { anchor.AddBeforeSelf(BoundaryOf(tag)); continue; }
            var boundary = BoundaryOf(tag);
            last.GetValueOrDefault(anchor, anchor).AddAfterSelf(boundary);
            last[anchor] = boundary;
        }
        foreach (var paragraph in emptied.Where(p => p.Parent is not null && !vanishing.Contains(p)))
        {
            var siblings = paragraph.Parent!.Elements().Where(e => e != paragraph && !vanishing.Contains(e)).ToList();
            if (siblings.Count > 0 && siblings[^1].Name == P) { paragraph.Remove(); }
        }
        foreach (var element in vanishing) { element.Remove(); }
        moves.Clear();
        vanishing.Clear();
    }

    /// <summary>Within one text the tags stay where they are; else the runs are cut at them.</summary>
    private void PlaceAmongRuns(TagBlock block)
    {
        var texts = block.Tags.Select(TextOf).ToList();
        if (texts.TrueForAll(t => t == texts[0])) { return; }
        if (texts.Exists(t => t.Parent!.Name != R || t.Parent.Parent != texts[0].Parent!.Parent)) { Crossing(block); return; }
        foreach (var tag in block.Tags) { CutAt(tag); }
    }

    private static void CutAt(TemplateTag tag)
    {
        var text = TextOf(tag);
        var run = text.Parent!;
        var at = text.Value.IndexOf(tag.Token, StringComparison.Ordinal);
        var second = new XElement(run.Name, run.Attributes(), run.Element(RPr));
        if (text.Value[(at + TemplateTag.TokenLength)..] is { Length: > 0 } rest) { second.Add(new XElement(T, rest)); }
        var following = text.ElementsAfterSelf().ToList();
        following.ForEach(e => e.Remove());
        second.Add(following);
        text.Value = text.Value[..at];
        if (text.Value.Length == 0) { text.Remove(); }
        var boundary = BoundaryOf(tag);
        run.AddAfterSelf(boundary);
        if (second.Elements().Any(e => e.Name != RPr)) { boundary.AddAfterSelf(second); }
        if (run.Elements().All(e => e.Name == RPr)) { run.Remove(); }
    }

    private static XElement TextOf(TemplateTag tag) => OwnTexts(tag.Paragraph!).First(t => t.Value.Contains(tag.Token, StringComparison.Ordinal));
}
