using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.Docs.Storage;

/// <summary>
/// What the audit trail is told: papers and dossiers made, submissions and what became of them, sign-ins, and acts of administration. A mere check leaves nothing.
/// </summary>
/// <param name="Person">A key, never a name.</param>
/// <param name="Act">Such as <c>dossier.make</c>: what was done to what.</param>
/// <param name="FileHash">SHA-256 of the file made, sent or refused.</param>
/// <param name="Outcome"><c>done</c>, or why not: a code.</param>
internal sealed record AuditEntry(string Person, string Act, string? Subject, string? FileHash, string Outcome)
{
    public const string Done = "done";

    /// <summary>The act of making a final paper over contradictions: its outcome names them and gives the person's reason.</summary>
    public const string Acknowledge = "contradictions.acknowledge";

    /// <summary>Who could not sign in.</summary>
    public const string Nobody = "nobody";

    /// <summary>The service itself.</summary>
    public const string Service = "service";

    /// <summary>Whoever works on the server's own command line.</summary>
    public const string CommandLine = "command-line";
}

/// <summary>Nhật ký kiểm toán: only ever added to, in the database by its own triggers; a chain of hashes shows what was done to it behind their back.</summary>
internal sealed class AuditTrail(Store store, TimeProvider clock)
{
    /// <summary>On the disk when it returns.</summary>
    public Task WriteAsync(AuditEntry entry) => store.WriteAsync(async tables =>
    {
        await AppendAsync(tables, entry, clock.GetUtcNow());
        return true;
    });

    /// <summary>Within the transaction of what it records: both happen or neither.</summary>
    public static async Task AppendAsync(StorageContext tables, AuditEntry entry, DateTimeOffset at)
    {
        var last = await tables.Audit.AsNoTracking().OrderByDescending(a => a.Sequence).Select(a => new { a.Sequence, a.Hash }).FirstOrDefaultAsync();
        var row = new AuditRow
        {
            Sequence = (last?.Sequence ?? 0) + 1,
            // As the database keeps it: the hash is of that.
            At = DateTimeOffset.FromUnixTimeMilliseconds(at.ToUnixTimeMilliseconds()),
            Person = entry.Person,
            Act = entry.Act,
            Subject = entry.Subject,
            FileHash = entry.FileHash,
            Outcome = entry.Outcome,
            Previous = last?.Hash ?? AuditRow.None,
            Hash = "",
        };
        tables.Audit.Add(row with { Hash = row.Computed() });
        await tables.SaveChangesAsync();
    }

    /// <summary>In their order, one at a time.</summary>
    public async IAsyncEnumerable<AuditRow> RowsAsync([EnumeratorCancellation] CancellationToken cancelled = default)
    {
        await using var tables = store.Open();
        await foreach (var row in tables.Audit.AsNoTracking().OrderBy(a => a.Sequence).AsAsyncEnumerable().WithCancellation(cancelled)) { yield return row; }
    }

    /// <summary>Follows the chain from its first row. Rows taken off its end leave no gap: whoever fears that keeps the last hash elsewhere.</summary>
    public async Task<AuditVerdict> VerifyAsync()
    {
        var (last, hash) = (0L, AuditRow.None);
        await foreach (var row in RowsAsync())
        {
            if (row.Sequence != last + 1) { return new AuditVerdict(last, hash, last + 1, "audit.gap"); }
            if (row.Hash != row.Computed()) { return new AuditVerdict(last, hash, row.Sequence, "audit.changed"); }
            if (row.Previous != hash) { return new AuditVerdict(last, hash, row.Sequence, "audit.unchained"); }
            (last, hash) = (row.Sequence, row.Hash);
        }
        return new AuditVerdict(last, hash, null, null);
    }
}

/// <param name="Rows">How many rows are whole, from the first.</param>
/// <param name="LastHash">The hash of the last of them.</param>
/// <param name="Broken">The first row that is not; null when all are.</param>
/// <param name="Fault">The key of the sentence that says what is wrong with it.</param>
internal sealed record AuditVerdict(long Rows, string LastHash, long? Broken, string? Fault);
