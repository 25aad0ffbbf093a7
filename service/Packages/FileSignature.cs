using System.Buffers.Binary;
using System.Text;

namespace LearningCity.Docs.Packages;

/// <summary>What a file is by its first bytes, whatever its name ends in: officials rename files, and mail programs rename them for them.</summary>
internal static class FileSignature
{
    private const int Shown = 1024;

    public static bool IsZip(ReadOnlySpan<byte> file) => file.StartsWith("PK\u0003\u0004"u8);

    /// <summary>Why a file that is no zip is refused: the finding names what it is.</summary>
    public static Finding Refuse(ReadOnlySpan<byte> file)
    {
        if (file.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0])) { return CompoundFile.Refuse(file); }
        return Refusal.NotOffice(Kind(file));
    }

    private static string Kind(ReadOnlySpan<byte> file)
    {
        if (file.IsEmpty) { return "empty"; }
        var start = file[..Math.Min(file.Length, Shown)];
        if (start.IndexOf("%PDF-"u8) >= 0) { return "pdf"; }
        if (start.StartsWith("{\\rtf"u8)) { return "rtf"; }
        if (start.StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G']) || start.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF])) { return "image"; }
        if (start.StartsWith("PK\u0005\u0006"u8)) { return "zip"; }
        if (start.StartsWith("Rar!"u8) || start.StartsWith((ReadOnlySpan<byte>)[(byte)'7', (byte)'z', 0xBC, 0xAF])) { return "archive"; }
        return Text(start) is { } text ? TextKind(text) : "unknown";
    }

    /// <summary>The start of a text file in UTF-8, UTF-16 or an old one-byte code; null when it holds what no text holds.</summary>
    private static string? Text(ReadOnlySpan<byte> start)
    {
        if (start.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE])) { return Encoding.Unicode.GetString(start[2..]); }
        if (start.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF])) { return Encoding.BigEndianUnicode.GetString(start[2..]); }
        foreach (var value in start)
        {
            if (value < 0x20 && value is not ((byte)'\t' or (byte)'\n' or (byte)'\r' or (byte)'\f')) { return null; }
        }
        return Encoding.UTF8.GetString(start).TrimStart('\uFEFF');
    }

    private static string TextKind(string text)
    {
        var trimmed = text.AsSpan().TrimStart();
        if (trimmed.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase) || trimmed.Contains("<html", StringComparison.OrdinalIgnoreCase)
            || trimmed.StartsWith("<table", StringComparison.OrdinalIgnoreCase))
        {
            return "html";
        }
        return trimmed.StartsWith("<") ? "xml" : "text";
    }
}

/// <summary>
/// A compound file ([MS-CFB]): what Office wrote until 2003, and what it still wraps an encrypted document in. Told by the names in its directory, whose entries of 128
/// bytes lie at multiples of 128 in every such file, so that a damaged one is still named.
/// </summary>
internal static class CompoundFile
{
    private const int EntryLength = 128, NameLengthField = 64, LongestName = 64;

    public static Finding Refuse(ReadOnlySpan<byte> file)
    {
        Finding? refused = null;
        for (var at = 0; at + EntryLength <= file.Length; at += EntryLength)
        {
            switch (Name(file.Slice(at, EntryLength)))
            {
                case "EncryptedPackage": return Refusal.Encrypted();
                case "WordDocument": refused ??= Legacy(".doc", "Word", ".docx"); break;
                case "Workbook" or "Book": refused ??= Legacy(".xls", "Excel", ".xlsx"); break;
                case "PowerPoint Document": refused ??= new Finding(FindingCatalog.LC1017_OtherOfficeFile, Location.File, new Sentence("package.kind.powerPoint")); break;
            }
        }
        return refused ?? Refusal.NotOffice("unknown");
    }

    private static Finding Legacy(string extension, string program, string wanted) =>
        new(FindingCatalog.LC1002_LegacyOfficeFile, Location.File, extension, program, wanted);

    private static string? Name(ReadOnlySpan<byte> entry)
    {
        int length = BinaryPrimitives.ReadUInt16LittleEndian(entry[NameLengthField..]);
        return length is > 2 and <= LongestName && length % 2 == 0 ? Encoding.Unicode.GetString(entry[..(length - 2)]) : null;
    }
}
