using System.Buffers.Binary;

namespace LearningCity.Docs.Packages;

/// <summary>CRC-32 as zip uses it (reflected polynomial EDB88320), eight bytes a step: a bit that flipped on the way may turn a figure into another without harming the XML.</summary>
internal static class Checksum
{
    private static readonly uint[][] Tables = MakeTables();

    public static uint Of(ReadOnlySpan<byte> bytes) => Extend(0, bytes);

    /// <summary>Goes on from the checksum of what came before.</summary>
    public static uint Extend(uint before, ReadOnlySpan<byte> bytes)
    {
        var crc = ~before;
        uint[] t0 = Tables[0], t1 = Tables[1], t2 = Tables[2], t3 = Tables[3], t4 = Tables[4], t5 = Tables[5], t6 = Tables[6], t7 = Tables[7];
        for (; bytes.Length >= 8; bytes = bytes[8..])
        {
            var low = BinaryPrimitives.ReadUInt32LittleEndian(bytes) ^ crc;
            var high = BinaryPrimitives.ReadUInt32LittleEndian(bytes[4..]);
            crc = t7[(byte)low] ^ t6[(byte)(low >> 8)] ^ t5[(byte)(low >> 16)] ^ t4[low >> 24]
                ^ t3[(byte)high] ^ t2[(byte)(high >> 8)] ^ t1[(byte)(high >> 16)] ^ t0[high >> 24];
        }
        foreach (var value in bytes) { crc = (crc >> 8) ^ t0[(byte)(crc ^ value)]; }
        return ~crc;
    }

    private static uint[][] MakeTables()
    {
        var tables = new uint[8][];
        for (var table = 0; table < 8; table++)
        {
            tables[table] = new uint[256];
            for (var i = 0u; i < 256; i++)
            {
                var crc = table == 0 ? i : tables[table - 1][i];
                for (var bit = 0; bit < 8; bit++) { crc = (crc >> 1) ^ ((crc & 1) == 0 ? 0 : 0xEDB88320u); }
                tables[table][i] = crc;
            }
        }
        return tables;
    }
}
