using System.Globalization;
using System.Text;
using System.Xml.Linq;
using static LearningCity.Docs.Templating.WordXml;

namespace LearningCity.Docs.Templating;

/// <summary>Turns the prepared XML of one part into nodes: as much finished text in one piece as there can be, and marks where blocks may leave a container empty.</summary>
internal sealed class PartCompiler
{
    private static readonly XNamespace Word2010 = "http://schemas.microsoft.com/office/word/2010/wordml";

    private readonly TagList tags;
    private readonly List<Finding> findings;
    private readonly StringBuilder text = new();
    private readonly Stack<OpenBlock> open = [];
    private readonly ImmutableArray<TemplateName>.Builder names = ImmutableArray.CreateBuilder<TemplateName>();
    private ImmutableArray<TemplateNode>.Builder nodes = ImmutableArray.CreateBuilder<TemplateNode>();

    private sealed record OpenBlock(TemplateTag Tag, ImmutableArray<TemplateNode>.Builder Outer, XElement Parent)
    {
        /// <summary>What is finished, before an <c>else if</c> or <c>else</c>.</summary>
        public ImmutableArray<TemplateNode.Branch>.Builder Branches { get; } = ImmutableArray.CreateBuilder<TemplateNode.Branch>();

        /// <summary>The tag whose content is being read.</summary>
        public TemplateTag Current { get; set; } = Tag;

        public bool Repeats => Tag.Kind is TagKind.For && Branches.Count == 0;
    }

    private PartCompiler(TagList tags, List<Finding> findings)
    {
        this.tags = tags;
        this.findings = findings;
    }

    /// <summary>The nodes of a whole part and the names it uses.</summary>
    public static (ImmutableArray<TemplateNode> Nodes, ImmutableArray<TemplateName> Names) Compile(XElement root, TagList tags, List<Finding> findings)
    {
        var compiler = new PartCompiler(tags, findings);
        compiler.text.Append("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n");
        compiler.Element(root);
        compiler.Flush();
        return (compiler.nodes.ToImmutable(), compiler.names.ToImmutable());
    }

    private bool Repeats => open.Any(b => b.Repeats);

    private void Element(XElement element)
    {
        var frame = Frames.Of(element);
        if (frame.Begins) { Mark(WriterMark.Begin); }
        text.Append('<').Append(NameOf(element));
        foreach (var attribute in element.Attributes()) { Attribute(element, attribute); }
        if (element.Name == T) { text.Append(" xml:space=\"preserve\""); }
        if (!element.Nodes().Any() && frame.End is null) { text.Append("/>"); return; }
        text.Append('>');
        Children(element, frame.Counts);
        if (frame.End is { } inside && inside != WriterMark.EndOrDrop) { Mark(inside); }
        text.Append("</").Append(NameOf(element)).Append('>');
        if (frame.End is WriterMark.EndOrDrop) { Mark(WriterMark.EndOrDrop); }
    }

    private void Children(XElement element, bool counts)
    {
        var depth = open.Count;
        foreach (var node in element.Nodes())
        {
            switch (node)
            {
                case XElement child:
                    if (Repeats && child.Name == W + "id" && element.Name == W + "sdtPr") { break; }
                    Element(child);
                    if (counts && Frames.Counted(child) is { } mark) { Mark(mark); }
                    else if (Frames.Of(child).End is WriterMark.EndOrDrop) { Mark(WriterMark.Settle); }
                    break;
                case XProcessingInstruction { Target: Boundary } boundary:
                    Block(tags[TagOf(boundary)], element);
                    break;
                case XText words: Words(words.Value, element, running: element.Name == T); break;
                default: break;
            }
        }
        while (open.Count > depth) { Crossing(open.Peek().Tag, open.Peek().Tag); Leave(); }
    }

    private void Attribute(XElement element, XAttribute attribute)
    {
        if (attribute.Name.LocalName.StartsWith("rsid", StringComparison.Ordinal) && attribute.Name.Namespace == W) { return; }
        if (element.Name == T && attribute.Name == XNamespace.Xml + "space") { return; }
        if (Repeats && attribute.Name.LocalName is ("paraId" or "textId") && attribute.Name.Namespace == Word2010) { return; }
        text.Append(' ').Append(NameOf(element, attribute)).Append("=\"");
        if (Repeats && element.Name == DocPr && attribute.Name == "id") { Mark(WriterMark.NextId); }
        else { Words(attribute.Value, element, running: false); }
        text.Append('"');
    }

    /// <summary>Text with tokens in it.</summary>
    private void Words(string words, XElement parent, bool running)
    {
        var depth = open.Count;
        for (var i = 0; i < words.Length; i++)
        {
            var c = words[i];
            if (c == TemplateTag.TokenLead)
            {
                Tag(tags[TemplateTag.IndexOf(words.AsSpan(i))], parent, running);
                i += TemplateTag.TokenLength - 1;
                continue;
            }
            switch (c)
            {
                case '&': text.Append("&amp;"); break;
                case '<': text.Append("&lt;"); break;
                case '>': text.Append("&gt;"); break;
                case '"': text.Append("&quot;"); break;
                case '\t' or '\n' or '\r' when !running: text.Append(CultureInfo.InvariantCulture, $"&#{(int)c};"); break;
                default: text.Append(c); break;
            }
        }
        while (open.Count > depth) { Crossing(open.Peek().Tag, open.Peek().Tag); Leave(); }
    }

    private void Tag(TemplateTag tag, XElement parent, bool running)
    {
        if (tag.IsBlock) { Block(tag, parent); return; }
        if (tag.Kind is not TagKind.Value) { return; }
        var name = Use(tag);
        Add(new TemplateNode.Value(tag.Content.Expression!, name, running));
    }

    private void Block(TemplateTag tag, XElement parent)
    {
        if (tag.Opens)
        {
            Use(tag);
            Flush();
            open.Push(new OpenBlock(tag, nodes, parent));
            nodes = ImmutableArray.CreateBuilder<TemplateNode>();
            if (tag.Kind is TagKind.For) { Mark(WriterMark.Repeat); }
            return;
        }
        if (open.Count == 0 || open.Peek().Parent != parent) { Crossing(tag, tag); return; }
        if (!tag.Continues) { Leave(); return; }
        Flush();
        var block = open.Peek();
        block.Branches.Add(new TemplateNode.Branch(block.Current.Content.Expression, nodes.ToImmutable()));
        block.Current = tag;
        nodes = ImmutableArray.CreateBuilder<TemplateNode>();
        Use(tag);
    }

    private void Leave()
    {
        Flush();
        var block = open.Pop();
        block.Branches.Add(new TemplateNode.Branch(block.Current.Content.Expression, nodes.ToImmutable()));
        nodes = block.Outer;
        if (block.Tag is { Kind: TagKind.For, Content: { Variable: { } variable, Expression: { } list } })
        {
            nodes.Add(new TemplateNode.Loop(variable, list, block.Branches[0].Body, block.Branches.Count > 1 ? block.Branches[1].Body : []));
        }
        else if (block.Tag.Kind is TagKind.If) { nodes.Add(new TemplateNode.Choice(block.Branches.ToImmutable())); }
    }

    /// <summary>Once a part has other faults this may only be their consequence.</summary>
    private void Crossing(TemplateTag tag, TemplateTag partner)
    {
        if (findings.Exists(f => f.Severity is Severity.Error)) { return; }
        findings.Add(tag.Finding(FindingCatalog.LC9011_BlockCrossesStructure, partner.Text, partner.Place));
    }

    /// <summary>Notes the names that the tag uses, each as the whole template sees it; the first of them.</summary>
    private string Use(TemplateTag tag)
    {
        // A faulty block has been reported; what it would repeat nobody knows.
        var known = !open.Any(b => b.Tag.Kind is TagKind.Faulty);
        var loops = open.Where(b => b.Repeats).Select(b => b.Tag.Content).ToList();
        var first = "";
        foreach (var path in TagGrammar.Paths(tag.Content.Expression))
        {
            var text = string.Join('.', path);
            if (path[0] == "for")
            {
                if (known && loops.Count == 0) { findings.Add(tag.Finding(FindingCatalog.LC9016_OutsideRepeat, text)); }
            }
            else if (known)
            {
                var name = new TemplateName(Absolute(path, loops), tag) { Items = [.. loops.Select((l, i) => new LoopItem(l.Variable!, Absolute([l.Variable!], loops[i..])))] };
                names.Add(name);
                text = name.Text;
            }
            if (first.Length == 0) { first = text; }
        }
        return first;
    }

    /// <param name="loops">The innermost first.</param>
    private static ImmutableArray<string> Absolute(ImmutableArray<string> path, List<TagContent> loops)
    {
        var own = loops.FindIndex(l => l.Variable == path[0]);
        return own < 0 ? path : [.. Absolute(TagGrammar.Paths(loops[own].Expression).First(), loops[(own + 1)..]), TemplateName.Item, .. path[1..]];
    }

    private void Mark(WriterMark mark) => Add(new TemplateNode.Mark(mark));

    private void Add(TemplateNode node)
    {
        Flush();
        nodes.Add(node);
    }

    private void Flush()
    {
        if (text.Length == 0) { return; }
        nodes.Add(new TemplateNode.Fixed(Encoding.UTF8.GetBytes(text.ToString())));
        text.Clear();
    }

    private static string NameOf(XElement element) => Prefix(element, element.Name.Namespace) + element.Name.LocalName;

    private static string NameOf(XElement element, XAttribute attribute)
    {
        if (!attribute.IsNamespaceDeclaration) { return attribute.Name.Namespace == XNamespace.None ? attribute.Name.LocalName : PrefixOf(element, attribute.Name.Namespace) + ":" + attribute.Name.LocalName; }
        return attribute.Name.Namespace == XNamespace.None ? "xmlns" : "xmlns:" + attribute.Name.LocalName;
    }

    private static string Prefix(XElement element, XNamespace space) =>
        space == XNamespace.None || element.GetDefaultNamespace() == space ? "" : PrefixOf(element, space) + ":";

    private static string PrefixOf(XElement element, XNamespace space) => element.GetPrefixOfNamespace(space) ?? throw new InvalidOperationException($"No prefix for {space}.");
}
