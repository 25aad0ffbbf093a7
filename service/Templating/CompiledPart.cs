using System.Globalization;
using System.Xml.Linq;

namespace LearningCity.Docs.Templating;

/// <summary>One part of a template, read: what it is made of, the names that it uses, and what is wrong with it in the order of the document.</summary>
/// <param name="Nodes">Empty for a part that is only copied.</param>
/// <param name="HasBlocks">Its blocks are whole, so that each name is known to stand inside or outside of a repeat.</param>
internal sealed record CompiledPart(PackagePart Part, XDocument? Xml, ImmutableArray<TemplateNode> Nodes, ImmutableArray<TemplateName> Names, ImmutableArray<Finding> Findings, bool HasBlocks, FindingOrder Order)
{
    private static readonly ImmutableArray<FindingDescriptor> BlockFaults =
    [
        FindingCatalog.LC9007_BlockNotClosed, FindingCatalog.LC9008_BlockNotOpened, FindingCatalog.LC9010_StrayElse, FindingCatalog.LC9011_BlockCrossesStructure,
    ];

    /// <summary>Where a reader comes to it.</summary>
    public int Rank => DocumentStory.Rank(Part.Name);

    /// <summary>All parts, in the order of the file.</summary>
    /// <exception cref="TemplateException">Not a .docx that can be read, or more tags than can be.</exception>
    public static ImmutableArray<CompiledPart> ReadAll(byte[] docx, string fileName) => [.. TemplateParts.Read(docx, fileName).Select(p => Read(p.Part, p.Kind, p.Xml, p.Tag))];

    /// <summary>The names of this part that a model of this shape lacks. None where a broken block leaves open what a name belongs to.</summary>
    public IEnumerable<Finding> Missing(IReadOnlyDictionary<string, object?> shape) => HasBlocks ? Names.Select(use => ModelShape.Missing(use, shape)).OfType<Finding>() : [];

    public int HighestDrawingId() =>
        Xml?.Descendants(WordXml.DocPr).Select(d => int.TryParse((string?)d.Attribute("id"), CultureInfo.InvariantCulture, out var id) ? id : 0).DefaultIfEmpty(0).Max() ?? 0;

    private static CompiledPart Read(PackagePart part, PartKind kind, XDocument? xml, string? tag)
    {
        var order = new FindingOrder();
        if (xml is null)
        {
            ImmutableArray<Finding> unfilled = tag is null ? [] : [new Finding(FindingCatalog.LC9020_TagNotFilledHere, new Location.Part(part.Name), part.Name, tag) { Value = tag }];
            return new CompiledPart(part, null, [], [], unfilled, HasBlocks: true, order);
        }
        var findings = new List<Finding>();
        var (nodes, names) = Compile(part.Name, kind, xml.Root!, findings, order);
        var hasBlocks = !findings.Exists(f => BlockFaults.Contains(f.Descriptor));
        // Outside of a repeat perhaps only because that repeat is broken.
        if (!hasBlocks) { findings.RemoveAll(f => f.Descriptor == FindingCatalog.LC9016_OutsideRepeat); }
        return new CompiledPart(part, xml, nodes, names, order.Sort(findings), hasBlocks, order);
    }

    private static (ImmutableArray<TemplateNode> Nodes, ImmutableArray<TemplateName> Names) Compile(string part, PartKind kind, XElement root, List<Finding> findings, FindingOrder order)
    {
        var scanner = new TagScanner(part, findings, order);
        if (kind is PartKind.Properties)
        {
            scanner.ScanProperties(root);
            return PartCompiler.Compile(root, scanner.Tags, findings);
        }
        scanner.ScanWordPart(root);
        var merged = MergeLifter.Take(scanner.Tags, findings);
        var lifter = new BlockLifter(scanner.Tags, findings);
        foreach (var story in WordXml.Stories(root).ToList()) { lifter.Lift(story); }
        MergeLifter.Wrap(merged, scanner.Tags);
        RangeMarks.Settle(root, scanner.Tags);
        return PartCompiler.Compile(root, scanner.Tags, findings);
    }
}
