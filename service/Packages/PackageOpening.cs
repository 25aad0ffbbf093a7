using System.Xml;

namespace LearningCity.Docs.Packages;

/// <summary>A package while it is being opened: each step either fills in what it found or names why the file is refused.</summary>
internal sealed class PackageOpening
{
    private readonly PackageLimits limits;
    private readonly PartInflater inflater;

    public PackageOpening(ReadOnlyMemory<byte> file, ZipDirectory directory, PackageLimits limits, CancellationToken cancelled)
    {
        (File, Directory, this.limits, Cancelled) = (file, directory, limits, cancelled);
        inflater = new PartInflater(file, limits);
        Xml = new PartXml(inflater, cancelled);
        Parts = new Dictionary<string, StoredPart>(directory.Entries.Length, StringComparer.OrdinalIgnoreCase);
        PartNames = [.. directory.Entries.Where(e => !e.IsFolder).Select(e => e.Name)];
    }

    public ReadOnlyMemory<byte> File { get; }
    public CancellationToken Cancelled { get; }
    public ZipDirectory Directory { get; }
    public PartXml Xml { get; }
    public ImmutableArray<string> PartNames { get; }
    public Dictionary<string, StoredPart> Parts { get; }
    public Dictionary<string, ImmutableArray<Relationship>> Relationships { get; } = new(StringComparer.OrdinalIgnoreCase);
    public ContentTypes Types { get; private set; } = new();

    /// <summary>The list of types comes first: it says which of the other parts are XML.</summary>
    public Finding? ReadTypes()
    {
        var entry = Directory.Entries.FirstOrDefault(e => e.Name.Equals(ContentTypes.PartName, StringComparison.OrdinalIgnoreCase));
        if (entry is null) { return Refusal.NotOffice(PartNames.Contains("mimetype") ? "openDocument" : "zip"); }
        return Store(entry) ?? ReadXml(entry.Name, xml => Types = ContentTypes.Read(xml));
    }

    public Finding? UnpackParts()
    {
        foreach (var entry in Directory.Entries)
        {
            Cancelled.ThrowIfCancellationRequested();
            if (!Parts.ContainsKey(entry.Name) && Store(entry) is { } refused) { return refused; }
        }
        return null;
    }

    public Finding? ReadRelationships()
    {
        foreach (var name in PartNames)
        {
            if (Relationship.SourceOf(name) is not { } source) { continue; }
            if (ReadXml(name, xml => Relationships.TryAdd(source, Relationship.Read(xml, source, Spelled))) is { } refused) { return refused; }
        }
        return null;
    }

    private string? Spelled(string name) => Parts.TryGetValue(name, out var part) ? part.Entry.Name : null;

    private Finding? Store(ZipEntry entry)
    {
        var isXml = Types.IsXml(entry.Name);
        if (inflater.Unpack(entry, keep: isXml, out var bytes) is { } refused) { return refused; }
        if (entry.IsFolder) { return null; }
        if (!isXml || bytes.IsEmpty)
        {
            Parts.Add(entry.Name, new StoredPart(entry, isXml ? bytes : default(ReadOnlyMemory<byte>?), default, OwnText: false) { Points = isXml ? null : PictureSize.Of(bytes.Span) });
            return null;
        }
        if (XmlText.ToUtf8(bytes, out var own) is not { } text) { return DamagedXml(entry.Name); }
        var verdict = XmlScan.Scan(text.Span, limits.XmlDepth, limits);
        // Drawings in VML leave tags open as old HTML does, so their depth tells nothing: such a part is carried along, and nobody can read it by whatever name it is called.
        if (verdict is XmlVerdict.TooDeep && entry.Name.EndsWith(".vml", StringComparison.OrdinalIgnoreCase)) { (text, verdict) = (default, XmlVerdict.Fine); }
        Parts.Add(entry.Name, new StoredPart(entry, bytes, text, own));
        return Refused(entry.Name, verdict);
    }

    private Finding? Refused(string name, XmlVerdict verdict)
    {
        return verdict switch
        {
            XmlVerdict.Fine => null,
            XmlVerdict.TooDeep => new Finding(FindingCatalog.LC1012_XmlTooDeep, Refusal.At(name), limits.XmlDepth),
            XmlVerdict.TooLarge => new Finding(FindingCatalog.LC1013_XmlTooLarge, Refusal.At(name), limits.Elements, limits.Attributes),
            XmlVerdict.Dtd => new Finding(FindingCatalog.LC1014_DtdRefused, Refusal.At(name)),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private Finding? ReadXml(string name, Action<XmlReader> read)
    {
        if (!Parts.TryGetValue(name, out var part) || !part.IsXml) { return DamagedXml(name); }
        try
        {
            using var xml = Xml.Open(part);
            read(xml);
            return null;
        }
        catch (XmlException)
        {
            return DamagedXml(name);
        }
    }

    private static Finding DamagedXml(string name) => new(FindingCatalog.LC1015_DamagedXml, Refusal.At(name));
}
