using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace LearningCity.Docs.Templating;

/// <summary>A part of a package, unpacked.</summary>
internal sealed record PackagePart(string Name, byte[] Bytes);

/// <summary>Reads the parts of a .docx in the order of its directory. Limits as for any file of others (1,000 parts, 150 MB unpacked).</summary>
internal static class DocxFile
{
    private const int MostParts = 1_000;
    private const long MostBytes = 150 * 1024 * 1024;

    /// <exception cref="InvalidDataException">No zip, damaged, or beyond the limits.</exception>
    public static ImmutableArray<PackagePart> Read(byte[] docx)
    {
        using var zip = new ZipArchive(new MemoryStream(docx, writable: false), ZipArchiveMode.Read);
        if (zip.Entries.Count > MostParts) { throw new InvalidDataException($"{zip.Entries.Count} parts"); }
        var parts = ImmutableArray.CreateBuilder<PackagePart>();
        long total = 0;
        foreach (var entry in zip.Entries.Where(e => !e.FullName.EndsWith('/')))
        {
            using var unpacked = new MemoryStream();
            using var stream = entry.Open();
            var chunk = new byte[64 * 1024];
            for (int read; (read = stream.Read(chunk)) > 0;)
            {
                if ((total += read) > MostBytes) { throw new InvalidDataException($"> {MostBytes} bytes"); }
                unpacked.Write(chunk, 0, read);
            }
            parts.Add(new PackagePart(entry.FullName, unpacked.ToArray()));
        }
        return parts.ToImmutable();
    }
}

/// <summary>
/// Writes a zip into one growing buffer: parts deflated as they come, dates fixed at 1980-01-01, so that the same parts make the same bytes. .NET's own writer cannot take a part that is deflated already.
/// A part is packed as gzip, whose header (10 bytes) is overwritten by the end of the zip's own header and whose trailer gives CRC and size.
/// </summary>
internal sealed class ZipWriter : Stream
{
    private const int LocalHeader = 30;
    private const int CentralHeader = 46;
    private const int GzipHeader = 10;
    private const int GzipTrailer = 8;
    private const uint FixedDate = 0x0021_0000;

    private readonly List<Entry> entries = [];
    private byte[] buffer = System.Buffers.ArrayPool<byte>.Shared.Rent(64 * 1024);
    private int length;

    private readonly record struct Entry(byte[] Name, int Offset, uint Crc, int Packed, uint Size);

    /// <summary>A part packed once, to be copied into many files. The bytes are the local header and the data.</summary>
    internal sealed record PackedPart(byte[] Name, byte[] Bytes, uint Crc, int Packed, uint Size);

    public static PackedPart Pack(PackagePart part)
    {
        using var one = new ZipWriter();
        one.Add(part.Name, stream => stream.Write(part.Bytes));
        var entry = one.entries[0];
        return new PackedPart(entry.Name, one.buffer[..one.length], entry.Crc, entry.Packed, entry.Size);
    }

    public void Add(PackedPart part)
    {
        entries.Add(new Entry(part.Name, length, part.Crc, part.Packed, part.Size));
        Write(part.Bytes);
    }

    /// <summary>A part as <paramref name="write"/> makes it; never empty.</summary>
    public void Add(string name, Action<Stream> write)
    {
        var nameBytes = Encoding.UTF8.GetBytes(name);
        var start = length;
        var data = start + LocalHeader + nameBytes.Length;
        Reserve(data - GzipHeader - start);
        length = data - GzipHeader;
        using (var gzip = new GZipStream(this, CompressionLevel.Optimal, leaveOpen: true)) { write(gzip); }
        if (length < data + GzipTrailer) { throw new InvalidOperationException($"Part {name} is empty."); }
        length -= GzipTrailer;
        var crc = BinaryPrimitives.ReadUInt32LittleEndian(buffer.AsSpan(length));
        var size = BinaryPrimitives.ReadUInt32LittleEndian(buffer.AsSpan(length + 4));
        var entry = new Entry(nameBytes, start, crc, length - data, size);
        var header = buffer.AsSpan(start);
        BinaryPrimitives.WriteUInt32LittleEndian(header, 0x04034b50);
        Fields(header[4..], entry);
        BinaryPrimitives.WriteUInt16LittleEndian(header[28..], 0);
        nameBytes.CopyTo(header[LocalHeader..]);
        entries.Add(entry);
    }

    /// <summary>The fields that both headers share (APPNOTE 4.3.7): version 2.0, UTF-8 names, deflate, date, CRC, sizes, length of the name.</summary>
    private static void Fields(Span<byte> header, Entry entry)
    {
        BinaryPrimitives.WriteUInt16LittleEndian(header, 20);
        BinaryPrimitives.WriteUInt16LittleEndian(header[2..], Ascii.IsValid(entry.Name) ? (ushort)0 : (ushort)0x0800);
        BinaryPrimitives.WriteUInt16LittleEndian(header[4..], 8);
        BinaryPrimitives.WriteUInt32LittleEndian(header[6..], FixedDate);
        BinaryPrimitives.WriteUInt32LittleEndian(header[10..], entry.Crc);
        BinaryPrimitives.WriteInt32LittleEndian(header[14..], entry.Packed);
        BinaryPrimitives.WriteUInt32LittleEndian(header[18..], entry.Size);
        BinaryPrimitives.WriteUInt16LittleEndian(header[22..], (ushort)entry.Name.Length);
    }

    /// <summary>Writes the directory; the whole file.</summary>
    public byte[] Finish()
    {
        var directory = length;
        Span<byte> header = stackalloc byte[CentralHeader];
        foreach (var entry in entries)
        {
            header.Clear();
            BinaryPrimitives.WriteUInt32LittleEndian(header, 0x02014b50);
            BinaryPrimitives.WriteUInt16LittleEndian(header[4..], 20);
            Fields(header[6..], entry);
            BinaryPrimitives.WriteInt32LittleEndian(header[42..], entry.Offset);
            Write(header);
            Write(entry.Name);
        }
        Span<byte> end = stackalloc byte[22];
        end.Clear();
        BinaryPrimitives.WriteUInt32LittleEndian(end, 0x06054b50);
        BinaryPrimitives.WriteUInt16LittleEndian(end[8..], (ushort)entries.Count);
        BinaryPrimitives.WriteUInt16LittleEndian(end[10..], (ushort)entries.Count);
        BinaryPrimitives.WriteInt32LittleEndian(end[12..], length - directory);
        BinaryPrimitives.WriteInt32LittleEndian(end[16..], directory);
        Write(end);
        return buffer.AsSpan(0, length).ToArray();
    }

    public override void Write(ReadOnlySpan<byte> bytes)
    {
        Reserve(bytes.Length);
        bytes.CopyTo(buffer.AsSpan(length));
        length += bytes.Length;
    }

    public override void Write(byte[] bytes, int offset, int count) => Write(bytes.AsSpan(offset, count));

    private void Reserve(int bytes)
    {
        if (length + bytes <= buffer.Length) { return; }
        var larger = System.Buffers.ArrayPool<byte>.Shared.Rent(Math.Max(buffer.Length * 2, length + bytes));
        buffer.AsSpan(0, length).CopyTo(larger);
        System.Buffers.ArrayPool<byte>.Shared.Return(buffer);
        buffer = larger;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing && buffer.Length > 0)
        {
            System.Buffers.ArrayPool<byte>.Shared.Return(buffer);
            buffer = [];
        }
        base.Dispose(disposing);
    }

    public override bool CanRead => false;
    public override bool CanSeek => false;
    public override bool CanWrite => true;
    public override long Length => length;
    public override long Position { get => length; set => throw new NotSupportedException(); }
    public override void Flush() { }
    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
    public override void SetLength(long value) => throw new NotSupportedException();
}
