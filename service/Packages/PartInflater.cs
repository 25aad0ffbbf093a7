using System.IO.Compression;
using System.IO.Hashing;
using System.Runtime.InteropServices;

namespace LearningCity.Docs.Packages;

/// <summary>
/// Unpacks the entries of one file and counts what comes out. The declared size only chooses the first buffer (up to 1 MB); a part that unpacks to another size or
/// checksum than declared is damaged, whichever way the header lied.
/// </summary>
internal sealed class PartInflater
{
    private const int FirstBuffer = PackageLimits.Megabyte, CountingBuffer = 16 * 1024;

    private readonly ArraySegment<byte> file;
    private readonly PackageLimits limits;
    private long unpacked;

    public PartInflater(ReadOnlyMemory<byte> file, PackageLimits limits)
    {
        this.file = MemoryMarshal.TryGetArray(file, out var array) ? array : file.ToArray();
        this.limits = limits;
    }

    /// <summary>
    /// The part's bytes; those of a stored entry are the file's own, not a copy. Without <paramref name="keep"/> only its first ones: of a picture it is enough to know that
    /// it is whole and how large.
    /// </summary>
    public Finding? Unpack(ZipEntry entry, bool keep, out ReadOnlyMemory<byte> bytes)
    {
        if (entry.Method == ZipEntry.Stored)
        {
            bytes = file.AsMemory(entry.DataOffset, entry.PackedSize);
            return OverLimit(entry, bytes.Length, bytes.Length) ?? Verify(entry, bytes.Length, Crc32.HashToUInt32(bytes.Span));
        }
        try
        {
            return Inflate(entry, keep, out bytes);
        }
        catch (InvalidDataException)
        {
            bytes = default;
            return Refusal.Damaged("packing", entry.Name);
        }
    }

    /// <summary>A part that passed before, so that its size is true and within the limits.</summary>
    public ReadOnlyMemory<byte> Again(ZipEntry entry)
    {
        if (entry.Method == ZipEntry.Stored) { return file.AsMemory(entry.DataOffset, entry.PackedSize); }
        using var inflate = new DeflateStream(Packed(entry), CompressionMode.Decompress);
        var bytes = new byte[entry.Size];
        inflate.ReadExactly(bytes);
        return bytes;
    }

    private MemoryStream Packed(ZipEntry entry) => new(file.Array!, file.Offset + entry.DataOffset, entry.PackedSize, writable: false);

    private Finding? Inflate(ZipEntry entry, bool keep, out ReadOnlyMemory<byte> bytes)
    {
        bytes = default;
        using var packed = Packed(entry);
        using var inflate = new DeflateStream(packed, CompressionMode.Decompress);
        var buffer = GC.AllocateUninitializedArray<byte>((int)Math.Min(entry.Size, keep ? FirstBuffer : CountingBuffer));
        var (at, total) = (0, 0L);
        var checksum = new Crc32();
        byte[]? first = null;
        while (true)
        {
            if (total == entry.Size)
            {
                if (inflate.ReadByte() >= 0) { return Refusal.Damaged("size", entry.Name); }
                break;
            }
            if (at == buffer.Length)
            {
                if (keep) { Array.Resize(ref buffer, (int)Math.Min(entry.Size, Math.Min(2L * at, limits.PartBytes + 1L))); }
                else if (first is null) { (first, buffer, at) = (buffer, GC.AllocateUninitializedArray<byte>(CountingBuffer), 0); }
                else { at = 0; }
            }
            var room = buffer.AsSpan(at, (int)Math.Min(buffer.Length - at, entry.Size - total));
            var count = inflate.Read(room);
            if (count == 0) { break; }
            checksum.Append(room[..count]);
            at += count;
            total += count;
            if (OverLimit(entry, total, packed.Position) is { } refused) { return refused; }
        }
        bytes = first ?? buffer.AsMemory(0, at);
        return Verify(entry, total, checksum.GetCurrentHashAsUInt32());
    }

    /// <summary>The ratio counts the packed bytes read so far, so that a bomb is known by its first megabytes and not only by its whole.</summary>
    private Finding? OverLimit(ZipEntry entry, long total, long packedSoFar)
    {
        if (total > limits.RatioFreeBytes + limits.Ratio * packedSoFar)
        {
            return new Finding(FindingCatalog.LC1008_CompressionBomb, Refusal.At(entry.Name), limits.Ratio);
        }
        if (total > limits.PartBytes) { return new Finding(FindingCatalog.LC1007_UnpackedTooLarge, Refusal.At(entry.Name), Megabytes(limits.PartBytes)); }
        return unpacked + total > limits.UnpackedBytes ? new Finding(FindingCatalog.LC1007_UnpackedTooLarge, Location.File, Megabytes(limits.UnpackedBytes)) : null;
    }

    /// <summary>A bit that flipped on the way may turn a figure into another without harming the XML.</summary>
    private Finding? Verify(ZipEntry entry, long total, uint checksum)
    {
        unpacked += total;
        if (total != entry.Size) { return Refusal.Damaged("size", entry.Name); }
        return checksum != entry.Checksum ? Refusal.Damaged("checksum", entry.Name) : null;
    }

    /// <summary>As a person reads it: at most one decimal.</summary>
    public static decimal Megabytes(long bytes) => Math.Round((decimal)bytes / PackageLimits.Megabyte, 1);
}
