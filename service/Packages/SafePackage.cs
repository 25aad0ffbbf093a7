using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;
using System.Text;
using System.Xml;

namespace LearningCity.Docs.Packages;

/// <summary>Excel's package (SpreadsheetML) or Word's (WordprocessingML).</summary>
internal enum PackageKind { Workbook, Document }

/// <summary>
/// A user's file that passed the guard: unpacked, bounded, its parts by name without case. For one request at a time: the parsers it opens share a table of names.
/// </summary>
internal sealed class SafePackage
{
    private readonly Dictionary<string, StoredPart> parts;
    private readonly Dictionary<string, ImmutableArray<Relationship>> relationships;
    private readonly PartXml xml;

    internal SafePackage(PackageOpening opened, PackageKind kind, string mainPart, ImmutableArray<Finding> remarks)
    {
        (parts, relationships, xml) = (opened.Parts, opened.Relationships, opened.Xml);
        (Original, Directory, PartNames) = (opened.File, opened.Directory, opened.PartNames);
        (Kind, MainPart, Remarks, Cancelled) = (kind, mainPart, remarks, opened.Cancelled);
    }

    public PackageKind Kind { get; }

    /// <summary>The workbook or document part, such as <c>xl/workbook.xml</c>: always there, always XML.</summary>
    public string MainPart { get; }

    /// <summary>As the file spells them, in its order.</summary>
    public ImmutableArray<string> PartNames { get; }

    /// <summary>What is no reason to refuse the file but worth telling its owner: links out of it, embedded objects, a signature that an edit would break.</summary>
    public ImmutableArray<Finding> Remarks { get; }

    /// <summary>The file as it came.</summary>
    public ReadOnlyMemory<byte> Original { get; }

    internal ZipDirectory Directory { get; }

    /// <summary>Nobody waits for the answer any more: for whoever works long without reading on.</summary>
    public CancellationToken Cancelled { get; }

    /// <summary>The unpacked bytes, or null without such a part. A picture is unpacked when asked for.</summary>
    public ReadOnlyMemory<byte>? Part(string name) =>
        parts.TryGetValue(name, out var part) ? part.Bytes ?? xml.Unpack(part.Entry) : default(ReadOnlyMemory<byte>?);

    /// <summary>
    /// A parser at the start of the part: no DTD, nothing fetched, comments and instructions left out. Null without such a part or when it is no XML. Reading may throw
    /// <see cref="XmlException"/>: form is not judged by the guard.
    /// </summary>
    public XmlReader? OpenXml(string name) => parts.TryGetValue(name, out var part) && part.IsXml ? xml.Open(part) : null;

    /// <summary>The part's own relationships in their order; <c>""</c> is the package.</summary>
    public ImmutableArray<Relationship> Relationships(string part) => relationships.TryGetValue(part, out var own) ? own : [];

    /// <summary>The part's name as the file spells it.</summary>
    public bool TryFind(string name, [NotNullWhen(true)] out string? spelled)
    {
        spelled = parts.TryGetValue(name, out var part) ? part.Entry.Name : null;
        return spelled is not null;
    }
}

/// <summary>
/// One part. <paramref name="Bytes"/> is null for what is no XML. <paramref name="Utf8"/> are the letters of an XML part without byte order mark;
/// <paramref name="OwnText"/>: they are the part's bytes, which say so themselves.
/// </summary>
internal sealed record StoredPart(ZipEntry Entry, ReadOnlyMemory<byte>? Bytes, ReadOnlyMemory<byte> Utf8, bool OwnText)
{
    public bool IsXml => !Utf8.IsEmpty;

    /// <summary>Of a picture, as it says of itself.</summary>
    public long? Points { get; init; }
}

/// <summary>Opens the parts of one package; <see cref="NameTable"/> is not safe for threads, so each package has its own.</summary>
internal sealed class PartXml(PartInflater inflater, CancellationToken cancelled)
{
    private readonly XmlReaderSettings settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        NameTable = new NameTable(),
        CloseInput = true,
    };

    /// <summary>A text that was brought to UTF-8 may still declare its old encoding, which a reader over letters passes over.</summary>
    public XmlReader Open(StoredPart part)
    {
        var bytes = MemoryMarshal.TryGetArray(part.Utf8, out var array) ? array : part.Utf8.ToArray();
        var stream = new PartStream(bytes, cancelled);
        // The part's name as base address comes back in an XmlException: the finding says which part is damaged.
        return part.OwnText ? XmlReader.Create(stream, settings, part.Entry.Name) : XmlReader.Create(new StreamReader(stream, Encoding.UTF8, false), settings, part.Entry.Name);
    }

    /// <summary>A part that was unpacked before and counted then.</summary>
    public ReadOnlyMemory<byte> Unpack(ZipEntry entry) => inflater.Again(entry);
}

/// <summary>A part as a parser reads it, piece by piece: when nobody waits for the answer any more, the next piece is not given.</summary>
internal sealed class PartStream(ArraySegment<byte> bytes, CancellationToken cancelled) : MemoryStream(bytes.Array!, bytes.Offset, bytes.Count, writable: false)
{
    public override int Read(byte[] buffer, int offset, int count)
    {
        cancelled.ThrowIfCancellationRequested();
        return base.Read(buffer, offset, count);
    }

    public override int Read(Span<byte> buffer)
    {
        cancelled.ThrowIfCancellationRequested();
        return base.Read(buffer);
    }
}
