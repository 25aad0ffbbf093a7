using System.IO.Compression;
using System.Text;

namespace LearningCity.Docs.Tests.Support;

/// <summary>
/// One entry as it shall stand in a zip, true or lying: what is null is written truthfully. The checksum of <see cref="Content"/> is always true.
/// </summary>
internal sealed record ZipItem(string Name, byte[] Content)
{
    public bool Stored { get; init; }

    /// <summary>What both headers say of the unpacked size.</summary>
    public uint? DeclaredSize { get; init; }

    /// <summary>What both headers say of the packed size.</summary>
    public uint? DeclaredPackedSize { get; init; }

    /// <summary>Position of the local header as the central directory tells it.</summary>
    public uint? DeclaredOffset { get; init; }

    /// <summary>The name in the local header alone.</summary>
    public string? LocalName { get; init; }

    /// <summary>General purpose bits beside UTF-8: 1 encrypted, 8 sizes follow the data.</summary>
    public ushort Flags { get; init; }

    public ushort? Method { get; init; }

    /// <summary>Bytes of nothing behind the data.</summary>
    public int Gap { get; init; }

    /// <summary>Sizes and offset stand in a zip64 field of the directory.</summary>
    public bool Wide { get; init; }
    public uint? Checksum { get; init; }

    /// <summary>Kind and rights of a file on Unix, as its archivers keep them: <c>0xA1FF</c> is a link.</summary>
    public ushort? Mode { get; init; }

    /// <summary>Already deflated bytes to write in the place of the content's.</summary>
    public byte[]? Packed { get; init; }
}

/// <summary>Writes a zip byte for byte, so that a test can lie in any field.</summary>
internal static class ZipBytes
{
    public static byte[] Of(params IEnumerable<ZipItem> items)
    {
        var output = new MemoryStream();
        var directory = new MemoryStream();
        var count = 0;
        foreach (var item in items)
        {
            var offset = item.DeclaredOffset ?? (uint)output.Length;
            var packed = item.Packed ?? (item.Stored ? item.Content : Deflate(item.Content));
            var method = item.Method ?? (ushort)(item.Stored ? 0 : 8);
            var late = (item.Flags & 8) != 0;
            var checksum = item.Checksum ?? Checksum(item.Content);
            var packedSize = item.DeclaredPackedSize ?? (uint)packed.Length;
            var size = item.DeclaredSize ?? (uint)item.Content.Length;
            Fields(output, item, item.LocalName ?? item.Name, 0x04034b50, method, late ? 0 : checksum, late ? 0 : packedSize, late ? 0 : size, central: null);
            output.Write(packed);
            if (late) { Write(output, 0x08074b50u, checksum, packedSize, size); }
            output.Write(new byte[item.Gap]);
            Fields(directory, item, item.Name, 0x02014b50, method, checksum, packedSize, size, offset);
            count++;
        }
        var start = (uint)output.Length;
        directory.WriteTo(output);
        Write(output, 0x06054b50u, 0u);
        Write(output, (ushort)count, (ushort)count);
        Write(output, (uint)directory.Length, start);
        Write(output, (ushort)0);
        return output.ToArray();
    }

    public static byte[] Deflate(byte[] content)
    {
        var output = new MemoryStream();
        using (var deflate = new DeflateStream(output, CompressionLevel.Optimal)) { deflate.Write(content); }
        return output.ToArray();
    }

    /// <summary>CRC-32 of PKWARE's note, bit by bit: an independent check of the product's.</summary>
    public static uint Checksum(ReadOnlySpan<byte> content)
    {
        var crc = ~0u;
        foreach (var value in content)
        {
            crc ^= value;
            for (var bit = 0; bit < 8; bit++) { crc = (crc >> 1) ^ ((crc & 1) == 0 ? 0 : 0xEDB88320u); }
        }
        return ~crc;
    }

    private static void Fields(MemoryStream output, ZipItem item, string name, uint signature, ushort method, uint checksum, uint packed, uint size, uint? central)
    {
        var nameBytes = Encoding.UTF8.GetBytes(name);
        Write(output, signature);
        if (central is not null) { Write(output, (ushort)(item.Mode is null ? 20 : 20 | 3 << 8)); }
        Write(output, 20, (ushort)(item.Flags | 0x0800), method, 0x6000, 0x5AB3);
        var wide = item.Wide && central is not null;
        Write(output, checksum, wide ? uint.MaxValue : packed, wide ? uint.MaxValue : size);
        Write(output, (ushort)nameBytes.Length, wide ? (ushort)28 : (ushort)0);
        if (central is { } offset)
        {
            Write(output, 0, 0, 0, 0, item.Mode ?? 0);
            Write(output, wide ? uint.MaxValue : offset);
        }
        output.Write(nameBytes);
        if (wide)
        {
            Write(output, 1, (ushort)24);
            Write(output, size, 0, packed, 0, central!.Value, 0u);
        }
    }

    private static void Write(MemoryStream output, params ReadOnlySpan<uint> values)
    {
        foreach (var value in values) { output.Write(BitConverter.GetBytes(value)); }
    }

    private static void Write(MemoryStream output, params ReadOnlySpan<ushort> values)
    {
        foreach (var value in values) { output.Write(BitConverter.GetBytes(value)); }
    }
}
