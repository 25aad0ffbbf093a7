namespace LearningCity.Docs.Templating;

/// <summary>
/// A Word file with tags (mẫu văn bản), read and compiled once, rendered any number of times by any number of threads: per render no XML is read, no DOM is built, and the same model makes the same bytes.
/// </summary>
internal sealed class WordTemplate
{
    private readonly string file;
    private readonly ImmutableArray<Part> parts;

    private WordTemplate(string file, ImmutableArray<Part> parts, ImmutableArray<TemplateName> uses, ImmutableArray<Finding> warnings)
    {
        this.file = file;
        this.parts = parts;
        Uses = uses;
        Warnings = warnings;
        Names = [.. uses.Select(u => u.Text).Where(n => n.Length > 0).Distinct().Order(StringComparer.Ordinal)];
    }

    /// <summary>In the order of the template: what is copied, already packed, or what is rendered.</summary>
    private sealed record Part(string Name, ZipWriter.PackedPart? Copy, TextTemplate? Text, PartNotation? Notation, int FirstFreeId);

    /// <summary>The names that the template uses, from the root down, <c>[]</c> for an item of a list.</summary>
    public ImmutableArray<string> Names { get; }

    /// <summary>What a template author should look at, though the template works.</summary>
    public ImmutableArray<Finding> Warnings { get; }

    private ImmutableArray<TemplateName> Uses { get; }

    /// <param name="docx">The file.</param>
    /// <param name="fileName">How the author knows the file; it stands in front of each message.</param>
    /// <exception cref="TemplateException">All faults of the template at once.</exception>
    public static WordTemplate Compile(byte[] docx, string fileName)
    {
        var read = CompiledPart.ReadAll(docx, fileName);
        ImmutableArray<Finding> findings = [.. read.OrderBy(p => p.Rank).SelectMany(p => p.Findings)];
        if (findings.Any(f => f.Severity is Severity.Error)) { throw new TemplateException(fileName, findings); }
        var parts = ImmutableArray.CreateBuilder<Part>(read.Length);
        var firstFreeId = 1 + read.Max(p => p.HighestDrawingId());
        foreach (var part in read)
        {
            if (part.Xml is null || part.Nodes is [TemplateNode.Fixed])
            {
                parts.Add(new Part(part.Part.Name, ZipWriter.Pack(part.Part), null, null, 0));
                continue;
            }
            var prefix = part.Xml.Root!.GetPrefixOfNamespace(WordXml.W) is { Length: > 0 } w ? w + ":" : "";
            parts.Add(new Part(part.Part.Name, null, new TextTemplate(part.Nodes), new PartNotation(prefix), firstFreeId));
            firstFreeId += PartWriter.MostRepeats * 10;
        }
        return new WordTemplate(fileName, parts.ToImmutable(), [.. read.SelectMany(p => p.Names)], findings);
    }

    /// <summary>Names in the template that a model of this shape lacks, each with the nearest name that it has.</summary>
    /// <param name="shape">A model or a sample of one: dictionaries, lists with one item, anything else for a value. An empty list or null says nothing about what is in it.</param>
    public ImmutableArray<Finding> Check(IReadOnlyDictionary<string, object?> shape) => [.. Uses.Select(use => ModelShape.Missing(use, shape)).OfType<Finding>()];

    /// <param name="model">Plain data: dictionaries, lists, strings, decimals, integers, booleans.</param>
    /// <param name="warnings">Gets what a person should look at in the values: characters that a document cannot hold and that were left out.</param>
    /// <exception cref="TemplateException">The model lacks a name that the template uses, or the document would be too large.</exception>
    public byte[] Render(IReadOnlyDictionary<string, object?> model, List<Finding>? warnings = null)
    {
        using var zip = new ZipWriter();
        foreach (var part in parts)
        {
            if (part.Copy is not null) { zip.Add(part.Copy); } else { zip.Add(part.Name, stream => Render(part, model, stream, warnings)); }
        }
        return zip.Finish();
    }

    /// <summary>The rendered parts only, not packed: name and XML.</summary>
    public ImmutableArray<(string Name, byte[] Xml)> RenderXml(IReadOnlyDictionary<string, object?> model) =>
        [.. parts.Where(p => p.Copy is null).Select(part =>
        {
            using var xml = new MemoryStream();
            Render(part, model, xml, warnings: null);
            return (part.Name, xml.ToArray());
        })];

    private void Render(Part part, IReadOnlyDictionary<string, object?> model, Stream sink, List<Finding>? warnings)
    {
        using var writer = new PartWriter(sink, part.Notation!, part.FirstFreeId);
        try
        {
            part.Text!.Render(model, writer);
            writer.Finish();
            foreach (var (value, count) in writer.LeftOut) { warnings?.Add(new Finding(FindingCatalog.LC9021_CharactersLeftOut, new Location.Part(part.Name), file, part.Text.NameOf(value), count)); }
        }
        catch (TemplateException problem)
        {
            throw problem.In(file, part.Name);
        }
    }
}
