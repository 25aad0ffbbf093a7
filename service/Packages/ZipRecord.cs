using System.Buffers.Binary;
using System.Text;
using static LearningCity.Docs.Packages.ZipDirectory;

namespace LearningCity.Docs.Packages;

/// <summary>One record of the directory beside the local header that it points to. Offsets in both follow PKWARE APPNOTE 4.3.7 and 4.3.12.</summary>
internal static class ZipRecord
{
    private const int EncryptedFlags = 1 | 1 << 6 | 1 << 13, SizesFollowFlag = 1 << 3, Utf8Flag = 1 << 11;
    private const ushort Zip64Field = 1;

    /// <summary>Where a record that needs no zip64 field has the offset of its local header.</summary>
    public const int NarrowOffsetField = 42;

    public static Finding? Read(ReadOnlySpan<byte> file, int at, int directoryEnd, int dataLimit, out ZipEntry? entry)
    {
        entry = null;
        if (at + ZipDirectory.CentralLength > directoryEnd || U32(file, at) != CentralSignature) { return Refusal.Damaged("directory"); }
        var central = file[at..directoryEnd];
        int nameLength = U16(central, 28), extraLength = U16(central, 30);
        var length = ZipDirectory.CentralLength + nameLength + extraLength + U16(central, 32);
        if (length > central.Length) { return Refusal.Damaged("directory"); }
        var nameBytes = central.Slice(ZipDirectory.CentralLength, nameLength);
        var spelled = Name(nameBytes, U16(central, 8));
        var name = Normalized(spelled);
        if (!IsSafe(name)) { return new Finding(FindingCatalog.LC1010_UnsafePartName, Refusal.At(spelled)); }
        if ((U16(central, 8) & EncryptedFlags) != 0) { return Refusal.Encrypted(); }

        if (Numbers(central) is not var (size, packed, offset, offsetField)) { return Refusal.Damaged("directory", name); }
        if (packed > dataLimit || offset > dataLimit - LocalLength) { return Refusal.Damaged("directory", name); }
        if (Local(file[(int)offset..dataLimit], central, nameBytes, size, packed) is not { } headerLength) { return Refusal.Damaged("headers", name); }
        int data = (int)offset + headerLength, method = U16(central, 10);
        if (data + packed > dataLimit) { return Refusal.Damaged("overlap", name); }
        if (IsSpecial(central)) { return Refusal.Damaged("special", name); }
        if (method is not (ZipEntry.Stored or ZipEntry.Deflated)) { return Refusal.Damaged("method", name); }
        entry = new ZipEntry(name, method, U32(central, 16), (int)packed, size, (int)offset, data, data + (int)packed, at, length, offsetField);
        return null;
    }

    /// <summary>
    /// Sizes and offset, from the zip64 field where the record has no room for them, and where in the record the offset stands. Null: the field lacks them or they are absurd.
    /// </summary>
    private static (long Size, long Packed, long Offset, int OffsetField)? Numbers(ReadOnlySpan<byte> central)
    {
        long packed = U32(central, 20), size = U32(central, 24), offset = U32(central, NarrowOffsetField);
        var (at, end) = Zip64(central);
        if (!Take(central, ref size, ref at, end) || !Take(central, ref packed, ref at, end)) { return null; }
        var offsetField = offset == uint.MaxValue ? at : NarrowOffsetField;
        if (!Take(central, ref offset, ref at, end)) { return null; }
        return size < 0 || packed < 0 || offset < 0 ? null : (size, packed, offset, offsetField);
    }

    /// <summary>Archivers of Unix keep the kind of a file (4.4.15): a link would be followed by whoever unpacks the archive elsewhere.</summary>
    private static bool IsSpecial(ReadOnlySpan<byte> central)
    {
        const int unix = 3, kindMask = 0xF000, ordinary = 0x8000, folder = 0x4000;
        return central[5] == unix && (U16(central, 40) & kindMask) is not (0 or ordinary or folder);
    }

    private static (int Start, int End) Zip64(ReadOnlySpan<byte> central)
    {
        var at = ZipDirectory.CentralLength + U16(central, 28);
        for (var end = at + U16(central, 30); at + 4 <= end;)
        {
            var fieldEnd = at + 4 + U16(central, at + 2);
            if (fieldEnd > end) { break; }
            if (U16(central, at) == Zip64Field) { return (at + 4, fieldEnd); }
            at = fieldEnd;
        }
        return (0, 0);
    }

    private static bool Take(ReadOnlySpan<byte> central, ref long value, ref int at, int end)
    {
        if (value != uint.MaxValue) { return true; }
        if (at + 8 > end) { return false; }
        value = BinaryPrimitives.ReadInt64LittleEndian(central[at..]);
        at += 8;
        return true;
    }

    /// <summary>The length of the local header; null when it tells another name, method or size than the directory.</summary>
    private static int? Local(ReadOnlySpan<byte> local, ReadOnlySpan<byte> central, ReadOnlySpan<byte> name, long size, long packed)
    {
        if (U32(local, 0) != LocalSignature || U16(local, 26) != name.Length) { return null; }
        var length = LocalLength + name.Length + U16(local, 28);
        if (length > local.Length || !local.Slice(LocalLength, name.Length).SequenceEqual(name)) { return null; }
        if (U16(local, 8) != U16(central, 10) || (U16(local, 6) & EncryptedFlags) != 0) { return null; }
        var sizesFollow = (U16(local, 6) & SizesFollowFlag) != 0;
        return Agrees(U32(local, 18), packed, sizesFollow) && Agrees(U32(local, 22), size, sizesFollow) ? length : null;
    }

    private static bool Agrees(uint local, long central, bool sizesFollow) => local == central || local == uint.MaxValue || (local == 0 && sizesFollow);

    /// <summary>Old archivers leave the UTF-8 flag out; what is no UTF-8 then is read letter for byte.</summary>
    private static string Name(ReadOnlySpan<byte> bytes, ushort flags)
    {
        if ((flags & Utf8Flag) != 0 || System.Text.Unicode.Utf8.IsValid(bytes)) { return Encoding.UTF8.GetString(bytes); }
        return Encoding.Latin1.GetString(bytes);
    }

    /// <summary>Some writers separate folders by backslashes or begin at the root (4.4.17.1 wants neither): the part is the same.</summary>
    private static string Normalized(string name)
    {
        name = name.Replace('\\', '/');
        return name.StartsWith('/') ? name[1..] : name;
    }

    /// <summary>Relative, with forward slashes, every segment a name of its own: no name can lead out of the package.</summary>
    private static bool IsSafe(string name)
    {
        if (name.Length == 0 || name[0] == '/' || name.Contains(':', StringComparison.Ordinal)) { return false; }
        foreach (var letter in name)
        {
            if (char.IsControl(letter) || letter == '\uFFFD') { return false; }
        }
        var path = name.AsSpan().TrimEnd('/');
        foreach (var segment in path.Split('/'))
        {
            if (path[segment] is "" or "." or "..") { return false; }
        }
        return true;
    }
}
