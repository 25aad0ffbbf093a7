using System.Buffers.Binary;

namespace LearningCity.Docs.Packages;

/// <summary>
/// How many points a picture says it has, from its first bytes: PNG, GIF, BMP, JPEG. Nothing here draws pictures, but who opens the file does, and a few bytes may claim a picture that fills the
/// memory of his computer.
/// </summary>
internal static class PictureSize
{
    /// <summary>Width times height; null for another kind, or where the bytes end too soon to tell.</summary>
    public static long? Of(ReadOnlySpan<byte> start)
    {
        if (start.Length >= 24 && start.StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G'])) { return Area(BinaryPrimitives.ReadUInt32BigEndian(start[16..]), BinaryPrimitives.ReadUInt32BigEndian(start[20..])); }
        if (start.Length >= 10 && start.StartsWith("GIF8"u8)) { return Area(BinaryPrimitives.ReadUInt16LittleEndian(start[6..]), BinaryPrimitives.ReadUInt16LittleEndian(start[8..])); }
        if (start.Length >= 26 && start.StartsWith("BM"u8)) { return Area(uint.CreateTruncating(Math.Abs((long)BinaryPrimitives.ReadInt32LittleEndian(start[18..]))), uint.CreateTruncating(Math.Abs((long)BinaryPrimitives.ReadInt32LittleEndian(start[22..])))); }
        return start.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) ? Jpeg(start) : null;
    }

    /// <summary>From segment to segment up to the frame (ITU-T T.81, B.2.2).</summary>
    private static long? Jpeg(ReadOnlySpan<byte> start)
    {
        for (var at = 2; at + 9 <= start.Length && start[at] == 0xFF; at += 2 + BinaryPrimitives.ReadUInt16BigEndian(start[(at + 2)..]))
        {
            if (start[at + 1] is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC)) { return Area(BinaryPrimitives.ReadUInt16BigEndian(start[(at + 7)..]), BinaryPrimitives.ReadUInt16BigEndian(start[(at + 5)..])); }
        }
        return null;
    }

    private static long Area(uint width, uint height) => (long)Math.Min((ulong)width * height, long.MaxValue);
}
