using System.Buffers.Binary;

namespace LearningCity.Docs.Packages;

/// <summary>
/// One entry of a zip. Offsets count from the file's first byte. <paramref name="Size"/> is what the directory claims; nothing relies on it but the check that the
/// claim was true. <paramref name="RecordEnd"/> is where the next record starts: a data descriptor lies before it.
/// <paramref name="OffsetField"/> is where its directory record tells the local offset.
/// </summary>
internal sealed record ZipEntry(
    string Name, int Method, uint Checksum, int PackedSize, long Size,
    int LocalOffset, int DataOffset, int RecordEnd, int CentralOffset, int CentralLength, int OffsetField)
{
    public const int Stored = 0;
    public const int Deflated = 8;

    public int DataEnd => DataOffset + PackedSize;

    /// <summary>Some archivers add an entry for each folder; it holds no part.</summary>
    public bool IsFolder => Name.EndsWith('/');
}

/// <summary>
/// The directory of a zip (PKWARE APPNOTE 4.3), read strictly: local and central headers tell the same, no two entries share bytes, every name stays inside.
/// Two programs that read such a file see the same parts, so what is checked here is what Excel or Word opens.
/// </summary>
internal sealed record ZipDirectory(ImmutableArray<ZipEntry> Entries, int Start, int Length, ReadOnlyMemory<byte> Comment)
{
    public const uint LocalSignature = 0x04034b50, CentralSignature = 0x02014b50, EndSignature = 0x06054b50;
    public const int LocalLength = 30, CentralLength = 46, EndLength = 22;

    private const uint End64Signature = 0x06064b50, Locator64Signature = 0x07064b50;
    private const int End64Length = 56, Locator64Length = 20, LongestComment = ushort.MaxValue;

    /// <returns>Null and the directory, or why the file is refused.</returns>
    public static Finding? Read(ReadOnlyMemory<byte> memory, PackageLimits limits, out ZipDirectory? directory)
    {
        directory = null;
        var file = memory.Span;
        if (FindEnd(file) is not var (start, length, count, comment)) { return Refusal.Damaged("directory"); }
        if (count > limits.Entries) { return TooMany(limits); }
        var entries = new List<ZipEntry>((int)count);
        var names = new HashSet<string>((int)count, StringComparer.OrdinalIgnoreCase);
        for (var at = start; at < start + length;)
        {
            if (entries.Count == limits.Entries) { return TooMany(limits); }
            if (ZipRecord.Read(file, at, start + length, start, out var entry) is { } refused) { return refused; }
            if (!names.Add(entry!.Name)) { return new Finding(FindingCatalog.LC1011_DuplicatePart, Refusal.At(entry.Name)); }
            entries.Add(entry);
            at += entry.CentralLength;
        }
        if (entries.Count != count) { return Refusal.Damaged("directory"); }
        if (!Separate(entries, start)) { return Refusal.Damaged("overlap"); }
        directory = new ZipDirectory([.. entries], start, length, memory[comment]);
        return null;
    }

    private static Finding TooMany(PackageLimits limits) => new(FindingCatalog.LC1006_TooManyParts, Location.File, limits.Entries);

    /// <summary>The end record lies last, behind it at most a comment; bytes that a mail gateway hung on after that are passed over.</summary>
    private static (int Start, int Length, long Count, Range Comment)? FindEnd(ReadOnlySpan<byte> file)
    {
        var lowest = Math.Max(0, file.Length - EndLength - LongestComment);
        Span<byte> signature = stackalloc byte[4];
        BinaryPrimitives.WriteUInt32LittleEndian(signature, EndSignature);
        for (var window = file[lowest..]; window.LastIndexOf(signature) is >= 0 and var at; window = window[..at])
        {
            var position = lowest + at;
            if (position + EndLength > file.Length) { continue; }
            var end = file[position..];
            var comment = position + EndLength + U16(end, 20);
            if (comment > file.Length) { continue; }
            long count = U16(end, 10), length = U32(end, 12), start = U32(end, 16);
            if (count == ushort.MaxValue || length == uint.MaxValue || start == uint.MaxValue)
            {
                if (FindEnd64(file, position) is not { } end64) { continue; }
                (start, length, count) = end64;
            }
            if (start >= 0 && length >= 0 && start <= position && length <= position - start) { return ((int)start, (int)length, count, (position + EndLength)..comment); }
        }
        return null;
    }

    private static (long Start, long Length, long Count)? FindEnd64(ReadOnlySpan<byte> file, int end)
    {
        var locator = end - Locator64Length;
        if (locator < 0 || U32(file, locator) != Locator64Signature) { return null; }
        var at = (long)BinaryPrimitives.ReadUInt64LittleEndian(file[(locator + 8)..]);
        if (at < 0 || at > locator - End64Length || U32(file, (int)at) != End64Signature) { return null; }
        var record = file[(int)at..];
        var count = BinaryPrimitives.ReadInt64LittleEndian(record[32..]);
        return count < 0 ? null : (BinaryPrimitives.ReadInt64LittleEndian(record[48..]), BinaryPrimitives.ReadInt64LittleEndian(record[40..]), count);
    }

    /// <summary>Sets where each record ends; false when one reaches into the next or into the directory.</summary>
    private static bool Separate(List<ZipEntry> entries, int directoryStart)
    {
        var order = new int[entries.Count];
        var offsets = new int[entries.Count];
        for (var i = 0; i < order.Length; i++) { (order[i], offsets[i]) = (i, entries[i].LocalOffset); }
        Array.Sort(offsets, order);
        for (var i = 0; i < order.Length; i++)
        {
            var next = i + 1 < order.Length ? offsets[i + 1] : directoryStart;
            if (entries[order[i]].DataEnd > next) { return false; }
            entries[order[i]] = entries[order[i]] with { RecordEnd = next };
        }
        return true;
    }

    internal static ushort U16(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt16LittleEndian(bytes[at..]);
    internal static uint U32(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt32LittleEndian(bytes[at..]);
}
