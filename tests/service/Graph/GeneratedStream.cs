using System.Security.Cryptography;

namespace LearningCity.Docs.Tests.Graph;

/// <summary>A file of any size that lies nowhere: each byte follows from its place, and no two chunks are alike.</summary>
public sealed class GeneratedStream(long length) : Stream
{
    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => false;

    public override long Length => length;

    public override long Position { get; set; }

    public static string Hash(long length)
    {
        using var stream = new GeneratedStream(length);
        return Convert.ToHexString(SHA256.HashData(stream));
    }

    public override int Read(byte[] buffer, int offset, int count)
    {
        var bytes = (int)Math.Min(count, length - Position);
        for (var i = 0; i < bytes; i++)
        {
            var place = (ulong)(Position + i);
            buffer[offset + i] = (byte)((place * 0x9E3779B97F4A7C15UL) >> 40);
        }
        Position += bytes;
        return bytes;
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Flush() { }
}
