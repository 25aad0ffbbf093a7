using System.Buffers.Binary;
using System.IO.Compression;
using System.IO.Hashing;
using System.Text;
using static LearningCity.Docs.Packages.ZipDirectory;

namespace LearningCity.Docs.Packages;

/// <summary>
/// Writes a package with some parts changed. Every other entry is carried over byte for byte, packed data, headers and order: what was not touched cannot have changed.
/// The same input gives the same bytes: a changed part has the zip epoch, 1 January 1980, for its date.
/// </summary>
internal static class PackageEdit
{
    private const ushort Version = 20, Utf8Flag = 1 << 11, EpochDate = 1 << 5 | 1;

    /// <summary>Parts that the package lacks are added behind the others, in the order of their names.</summary>
    public static byte[] Replace(SafePackage package, IReadOnlyDictionary<string, byte[]> newParts)
    {
        var file = package.Original.Span;
        var changed = newParts.ToDictionary(p => p.Key, p => p.Value, StringComparer.OrdinalIgnoreCase);
        var output = new MemoryStream(file.Length);
        var central = new Dictionary<ZipEntry, byte[]>();
        foreach (var entry in package.Directory.Entries.OrderBy(e => e.LocalOffset))
        {
            central[entry] = changed.TryGetValue(entry.Name, out var content) ? WritePart(output, entry.Name, content) : Carry(output, file, entry);
        }
        var added = changed.Where(c => !package.TryFind(c.Key, out _)).OrderBy(c => c.Key, StringComparer.Ordinal).Select(c => WritePart(output, c.Key, c.Value)).ToList();
        WriteDirectory(output, [.. package.Directory.Entries.Select(e => central[e]), .. added], package.Directory.Comment.Span);
        return output.ToArray();
    }

    /// <returns>The entry's record of the directory, as it was but for the place of its data.</returns>
    private static byte[] Carry(MemoryStream output, ReadOnlySpan<byte> file, ZipEntry entry)
    {
        var record = file.Slice(entry.CentralOffset, entry.CentralLength).ToArray();
        var offset = record.AsSpan(entry.OffsetField);
        if (entry.OffsetField == ZipRecord.NarrowOffsetField) { BinaryPrimitives.WriteUInt32LittleEndian(offset, (uint)output.Position); }
        else { BinaryPrimitives.WriteInt64LittleEndian(offset, output.Position); }
        output.Write(file[entry.LocalOffset..entry.RecordEnd]);
        return record;
    }

    private static byte[] WritePart(MemoryStream output, string name, byte[] content)
    {
        var offset = (uint)output.Position;
        var packed = Deflate(content);
        var nameBytes = Encoding.UTF8.GetBytes(name);
        Span<byte> common = stackalloc byte[26];
        BinaryPrimitives.WriteUInt16LittleEndian(common, Version);
        BinaryPrimitives.WriteUInt16LittleEndian(common[2..], nameBytes.Length == name.Length ? (ushort)0 : Utf8Flag);
        BinaryPrimitives.WriteUInt16LittleEndian(common[4..], ZipEntry.Deflated);
        BinaryPrimitives.WriteUInt16LittleEndian(common[8..], EpochDate);
        BinaryPrimitives.WriteUInt32LittleEndian(common[10..], Crc32.HashToUInt32(content));
        BinaryPrimitives.WriteInt32LittleEndian(common[14..], packed.Length);
        BinaryPrimitives.WriteInt32LittleEndian(common[18..], content.Length);
        BinaryPrimitives.WriteUInt16LittleEndian(common[22..], (ushort)nameBytes.Length);

        Span<byte> signature = stackalloc byte[4];
        BinaryPrimitives.WriteUInt32LittleEndian(signature, LocalSignature);
        output.Write(signature);
        output.Write(common);
        output.Write(nameBytes);
        output.Write(packed);

        var record = new byte[CentralLength + nameBytes.Length];
        BinaryPrimitives.WriteUInt32LittleEndian(record, CentralSignature);
        BinaryPrimitives.WriteUInt16LittleEndian(record.AsSpan(4), Version);
        common.CopyTo(record.AsSpan(6));
        BinaryPrimitives.WriteUInt32LittleEndian(record.AsSpan(ZipRecord.NarrowOffsetField), offset);
        nameBytes.CopyTo(record.AsSpan(CentralLength));
        return record;
    }

    private static byte[] Deflate(byte[] content)
    {
        var packed = new MemoryStream();
        using (var deflate = new DeflateStream(packed, CompressionLevel.Optimal, leaveOpen: true)) { deflate.Write(content); }
        return packed.ToArray();
    }

    private static void WriteDirectory(MemoryStream output, List<byte[]> records, ReadOnlySpan<byte> comment)
    {
        var start = (int)output.Position;
        foreach (var record in records) { output.Write(record); }
        Span<byte> end = stackalloc byte[EndLength];
        end.Clear();
        BinaryPrimitives.WriteUInt32LittleEndian(end, EndSignature);
        BinaryPrimitives.WriteUInt16LittleEndian(end[8..], (ushort)records.Count);
        BinaryPrimitives.WriteUInt16LittleEndian(end[10..], (ushort)records.Count);
        BinaryPrimitives.WriteInt32LittleEndian(end[12..], (int)output.Position - start);
        BinaryPrimitives.WriteInt32LittleEndian(end[16..], start);
        BinaryPrimitives.WriteUInt16LittleEndian(end[20..], (ushort)comment.Length);
        output.Write(end);
        output.Write(comment);
    }
}
