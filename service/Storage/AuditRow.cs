using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace LearningCity.Docs.Storage;

/// <summary>Nhật ký: who did what to which file, and what came of it. Each row carries the hash of the one before, so that none can be changed or left out unseen.</summary>
internal sealed record AuditRow
{
    /// <summary>From 1, without a gap.</summary>
    public required long Sequence { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>A key, never a name.</summary>
    public required string Person { get; init; }

    public required string Act { get; init; }

    /// <summary>The submission, account … that it was about.</summary>
    public string? Subject { get; init; }

    /// <summary>SHA-256 of the file that it was about.</summary>
    public string? FileHash { get; init; }

    public required string Outcome { get; init; }

    /// <summary>The hash of the row before; zeros for the first.</summary>
    public required string Previous { get; init; }

    public required string Hash { get; init; }

    public static readonly string None = new('0', SHA256.HashSizeInBytes * 2);

    /// <summary>The hash of what the row says, each text with its length before it: no two rows are told apart by less.</summary>
    public string Computed()
    {
        using var sum = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var text in new[] { Previous, Person, Act, Subject, FileHash, Outcome })
        {
            var bytes = text is null ? [] : Encoding.UTF8.GetBytes(text);
            Append(sum, text is null ? -1 : bytes.Length);
            sum.AppendData(bytes);
        }
        Append(sum, Sequence);
        Append(sum, At.ToUnixTimeMilliseconds());
        return Convert.ToHexStringLower(sum.GetHashAndReset());
    }

    private static void Append(IncrementalHash sum, long number)
    {
        Span<byte> bytes = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(bytes, number);
        sum.AppendData(bytes);
    }
}
