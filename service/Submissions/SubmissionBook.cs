using LearningCity.Docs.Storage;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.Docs.Submissions;

/// <summary>Sổ hồ sơ đã nộp: what was submitted, and what people decide about it.</summary>
internal sealed class SubmissionBook(Store store, OutboxSignal signal, TimeProvider clock)
{
    private const int Listed = 200;

    /// <summary>The newest first, at most 200.</summary>
    /// <param name="person">Only those of this person; null for everyone's.</param>
    public async Task<ImmutableArray<Submission>> ListAsync(string? person)
    {
        await using var tables = store.Open();
        var rows = tables.Submissions.AsNoTracking();
        if (person is not null) { rows = rows.Where(s => s.Person == person); }
        var listed = await rows.OrderByDescending(s => s.AcceptedAt).ThenByDescending(s => s.Id).Take(Listed).ToListAsync();
        var ids = listed.Select(s => s.Id).ToList();
        var papers = (await tables.Papers.AsNoTracking().Where(p => ids.Contains(p.SubmissionId)).ToListAsync()).ToLookup(p => p.SubmissionId);
        var due = await tables.Outbox.AsNoTracking().Where(o => ids.Contains(o.SubmissionId)).ToDictionaryAsync(o => o.SubmissionId, o => o.DueAt);
        return [.. listed.Select(s => new Submission(s, [.. papers[s.Id].OrderBy(p => p.Name, StringComparer.Ordinal)], due.TryGetValue(s.Id, out var at) ? at : null))];
    }

    /// <summary>Null when there is none, or it is another's.</summary>
    public async Task<Submission?> FindAsync(string id, string? person)
    {
        await using var tables = store.Open();
        if (await tables.Submissions.AsNoTracking().FirstOrDefaultAsync(s => s.Id == id && (person == null || s.Person == person)) is not { } row) { return null; }
        var papers = await tables.Papers.AsNoTracking().Where(p => p.SubmissionId == id).OrderBy(p => p.Name).ToListAsync();
        var due = await tables.Outbox.AsNoTracking().FirstOrDefaultAsync(o => o.SubmissionId == id);
        return new Submission(row, [.. papers], due?.DueAt);
    }

    /// <summary>Trả lại hồ sơ: it is delivered no more, its figures no longer count, and who submitted it reads why. False when there is no such submission, or it was returned before.</summary>
    public Task<bool> ReturnAsync(string id, string reason, string person) => store.WriteAsync(async tables =>
    {
        if (await tables.Submissions.FirstOrDefaultAsync(s => s.Id == id) is not { State: not SubmissionState.Returned } row) { return false; }
        (row.State, row.Reason, row.Claims, row.ChangedAt) = (SubmissionState.Returned, StoredSentence.Write(new Sentence("submission.returned", reason)), null, clock.GetUtcNow());
        await tables.Outbox.Where(o => o.SubmissionId == id).ExecuteDeleteAsync();
        await AuditTrail.AppendAsync(tables, new AuditEntry(person, "submission.return", id, row.FileHash, AuditEntry.Done), clock.GetUtcNow());
        return true;
    });

    /// <summary>Delivers it now instead of when its turn comes, as after a sign-in. False when it does not wait for that.</summary>
    /// <param name="owner">Only if it is this person's; null for anyone's.</param>
    public async Task<bool> RetryAsync(string id, string? owner)
    {
        var now = clock.GetUtcNow();
        var done = await store.WriteAsync(async tables =>
        {
            var waits = await tables.Submissions.AnyAsync(s => s.Id == id && (owner == null || s.Person == owner) && (s.State == SubmissionState.Retrying || s.State == SubmissionState.NeedsConsent));
            return waits && await tables.Outbox.Where(o => o.SubmissionId == id && o.Owner == null).ExecuteUpdateAsync(o => o.SetProperty(r => r.DueAt, now)) == 1;
        });
        if (done) { signal.Raise(); }
        return done;
    }
}

/// <summary>A submission with its papers.</summary>
/// <param name="DueAt">When it is delivered next; null when nothing is left to deliver.</param>
internal sealed record Submission(SubmissionRow Row, ImmutableArray<PaperRow> Papers, DateTimeOffset? DueAt);
