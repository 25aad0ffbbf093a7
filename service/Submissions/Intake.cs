using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using LearningCity.Docs.Access;
using LearningCity.Docs.Checking;
using LearningCity.Docs.Documents;
using LearningCity.Docs.Storage;
using LearningCity.Docs.Text;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.Docs.Submissions;

/// <summary>Tiếp nhận hồ sơ: what is accepted is on the disk, its file first and then its row, before anyone is told so.</summary>
internal sealed class Intake(Store store, DossierFiles files, OutboxSignal signal, TimeProvider clock)
{
    private const int LongestUnit = 80;

    /// <summary>What makes two submissions the same: the form's file and the details, byte for byte.</summary>
    public static string ContentHash(ReadOnlySpan<byte> file, string details)
    {
        using var sum = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        sum.AppendData(SHA256.HashData(file));
        sum.AppendData(Encoding.UTF8.GetBytes(details));
        return Convert.ToHexStringLower(sum.GetHashAndReset());
    }

    /// <summary>What the person sent under this key before; null when nothing was.</summary>
    public async Task<IntakeResult?> EarlierAsync(Person person, string clientKey, string contentHash)
    {
        await using var tables = store.Open();
        return await EarlierAsync(tables, person, clientKey, contentHash);
    }

    /// <param name="bytes">The dossier.</param>
    /// <param name="acknowledged">Over which contradictions it was made, and why; null where there were none.</param>
    public async Task<IntakeResult> AcceptAsync(Person person, string clientKey, string contentHash, DossierRecord dossier, ReadOnlyMemory<byte> bytes, string? acknowledged = null)
    {
        var now = clock.GetUtcNow();
        var row = Row(person, clientKey, contentHash, dossier, bytes, now);
        files.Write(row.Id, bytes);
        var result = await store.WriteAsync(async tables =>
        {
            // The same key twice at once: the second finds the first here.
            if (await EarlierAsync(tables, person, clientKey, contentHash) is { } earlier) { return earlier; }
            tables.Submissions.Add(row);
            await tables.SaveChangesAsync();
            tables.Outbox.Add(new OutboxRow { SubmissionId = row.Id, DueAt = now });
            tables.Papers.AddRange(dossier.Papers.Select(p => new PaperRow { SubmissionId = row.Id, Name = p.Name, Kind = p.Kind, Number = p.Number, Symbol = p.Symbol, Date = p.Date, Sha256 = p.Sha256 }));
            tables.Figures.AddRange(YearFigure.All(dossier.Form.Entries).Select(f => new FigureRow { SubmissionId = row.Id, Entry = f.Entry, Value = f.Value, Unit = f.Unit }));
            if (acknowledged is not null) { await AuditTrail.AppendAsync(tables, new AuditEntry(person.Key, AuditEntry.Acknowledge, row.Id, row.FileHash, acknowledged), now); }
            await AuditTrail.AppendAsync(tables, new AuditEntry(person.Key, "submission.accept", row.Id, row.FileHash, AuditEntry.Done), now);
            return new IntakeResult.Accepted(row.Id);
        });
        if (result is IntakeResult.Accepted accepted && accepted.Id == row.Id) { signal.Raise(); }
        else { files.Delete(row.Id); }
        return result;
    }

    private static async Task<IntakeResult?> EarlierAsync(StorageContext tables, Person person, string clientKey, string contentHash)
    {
        var earlier = await tables.Submissions.AsNoTracking().Where(s => s.Person == person.Key && s.ClientKey == clientKey).Select(s => new { s.Id, s.ContentHash }).FirstOrDefaultAsync();
        return earlier is null ? null : earlier.ContentHash == contentHash ? new IntakeResult.Accepted(earlier.Id) : new IntakeResult.KeyReused();
    }

    private static SubmissionRow Row(Person person, string clientKey, string contentHash, DossierRecord dossier, ReadOnlyMemory<byte> bytes, DateTimeOffset now)
    {
        var form = dossier.Form.Entries.Form;
        return new SubmissionRow
        {
            Id = Guid.CreateVersion7(now).ToString("N"),
            Person = person.Key,
            ClientKey = clientKey,
            ContentHash = contentHash,
            Form = form.Id,
            FormVersion = form.Version,
            Unit = UnitFigures.Unit(dossier.Agency),
            UnitName = dossier.Agency,
            Year = dossier.Year,
            Name = string.Create(CultureInfo.InvariantCulture, $"{dossier.Year}/{Letters(dossier.Agency)}-{form.Id}-{dossier.Year}.zip"),
            FileHash = Convert.ToHexStringLower(SHA256.HashData(bytes.Span)),
            Size = bytes.Length,
            AcceptedAt = now,
            State = SubmissionState.Accepted,
            ChangedAt = now,
        };
    }

    /// <summary><c>ubnd-quan-ba-dinh</c>: what every file system and address takes. What an official typed is never part of a path.</summary>
    private static string Letters(string unit)
    {
        var plain = VietnameseText.FoldMarks(unit).Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-');
        var words = string.Concat(plain).Split('-', StringSplitOptions.RemoveEmptyEntries);
        var name = string.Join('-', words);
        return name.Length == 0 ? "don-vi" : name.Length <= LongestUnit ? name : name[..LongestUnit].TrimEnd('-');
    }
}

/// <summary>What handing in a dossier came to. A closed union.</summary>
internal abstract record IntakeResult
{
    private IntakeResult() { }

    /// <summary>Now, or before under the same key with the same content.</summary>
    internal sealed record Accepted(string Id) : IntakeResult;

    /// <summary>The key stands for another content.</summary>
    internal sealed record KeyReused : IntakeResult;
}
