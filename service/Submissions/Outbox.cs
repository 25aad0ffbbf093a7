using System.Threading.Channels;
using LearningCity.Docs.Storage;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.Docs.Submissions;

/// <summary>Hàng đợi chuyển hồ sơ: what is due goes to one taker, who holds it by a lease; a taker that dies loses it when the lease ends.</summary>
/// <param name="owner">Tells this taker from all others.</param>
internal sealed class Outbox(Store store, TimeProvider clock, TimeSpan lease, string owner)
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LongestPause = TimeSpan.FromHours(1);

    /// <summary>The pause after so many attempts: 5 seconds, twice as long each time, an hour at most.</summary>
    public static TimeSpan Pause(int attempts) => attempts > 20 ? LongestPause : TimeSpan.FromTicks(Math.Min(LongestPause.Ticks, FirstPause.Ticks << Math.Max(0, attempts - 1)));

    /// <summary>What has been due for longest, now this taker's; null when nothing is.</summary>
    public Task<SubmissionRow?> ClaimAsync() => store.WriteAsync(async tables =>
    {
        var now = clock.GetUtcNow();
        if (await tables.Outbox.Where(o => o.DueAt <= now && (o.LeaseUntil == null || o.LeaseUntil <= now)).OrderBy(o => o.DueAt).FirstOrDefaultAsync() is not { } due) { return null; }
        var row = await tables.Submissions.FirstAsync(s => s.Id == due.SubmissionId);
        (due.Owner, due.LeaseUntil) = (owner, now + lease);
        (row.State, row.Attempts, row.ChangedAt) = (SubmissionState.Delivering, row.Attempts + 1, now);
        return row;
    });

    /// <summary>When there may be something to do next: null when nothing waits.</summary>
    public async Task<DateTimeOffset?> NextAsync()
    {
        await using var tables = store.Open();
        var waiting = await tables.Outbox.AsNoTracking().Select(o => new { o.DueAt, o.LeaseUntil }).ToListAsync();
        return waiting.Count == 0 ? null : waiting.Min(o => o.LeaseUntil is { } held && held > o.DueAt ? held : o.DueAt);
    }

    /// <summary>A delivery that takes longer than the lease.</summary>
    public Task RenewAsync(string submission) => store.WriteAsync(tables =>
    {
        var until = clock.GetUtcNow() + lease;
        return tables.Outbox.Where(o => o.SubmissionId == submission && o.Owner == owner).ExecuteUpdateAsync(o => o.SetProperty(r => r.LeaseUntil, until));
    });

    /// <summary>Given back untried: the service stops.</summary>
    public Task ReleaseAsync(string submission) => store.WriteAsync(async tables =>
    {
        if (await HeldAsync(tables, submission) is not var (due, row)) { return false; }
        (due.Owner, due.LeaseUntil) = (null, null);
        (row.State, row.ChangedAt) = (row.Reason is null ? SubmissionState.Accepted : SubmissionState.Retrying, clock.GetUtcNow());
        return true;
    });

    /// <summary>Records what a delivery came to; nothing, when the lease was lost or the submission was returned meanwhile.</summary>
    public Task SettleAsync(string submission, Delivery delivery) => store.WriteAsync(async tables =>
    {
        if (await HeldAsync(tables, submission) is not var (due, row)) { return false; }
        var now = clock.GetUtcNow();
        (row.ChangedAt, row.Reason, row.Claims) = (now, null, null);
        switch (delivery)
        {
            case Delivery.Delivered delivered:
                (row.State, row.Link) = (SubmissionState.Delivered, delivered.Link);
                await EndAsync(tables, due, row, AuditEntry.Done, now);
                break;
            case Delivery.Refused refused:
                (row.State, row.Reason) = (SubmissionState.Returned, StoredSentence.Write(refused.Reason));
                await EndAsync(tables, due, row, refused.Reason.Key, now);
                break;
            case Delivery.Retry retry:
                (row.State, row.Reason) = (SubmissionState.Retrying, StoredSentence.Write(retry.Reason));
                (due.Owner, due.LeaseUntil, due.DueAt) = (null, null, now + (retry.After ?? Pause(row.Attempts)));
                break;
            case Delivery.NeedsConsent consent:
                (row.State, row.Claims, row.Reason) = (SubmissionState.NeedsConsent, consent.Claims, StoredSentence.Write(new Sentence("submission.needsConsent")));
                (due.Owner, due.LeaseUntil, due.DueAt) = (null, null, now + LongestPause);
                break;
            default: throw new System.Diagnostics.UnreachableException();
        }
        return true;
    });

    private async Task<(OutboxRow Due, SubmissionRow Row)?> HeldAsync(StorageContext tables, string submission) =>
        await tables.Outbox.FirstOrDefaultAsync(o => o.SubmissionId == submission && o.Owner == owner) is { } due ? (due, await tables.Submissions.FirstAsync(s => s.Id == submission)) : null;

    private static Task EndAsync(StorageContext tables, OutboxRow due, SubmissionRow row, string outcome, DateTimeOffset now)
    {
        tables.Outbox.Remove(due);
        return AuditTrail.AppendAsync(tables, new AuditEntry(AuditEntry.Service, "submission.deliver", row.Id, row.FileHash, outcome), now);
    }
}

/// <summary>Tells the worker of this process that something is due.</summary>
internal sealed class OutboxSignal
{
    private readonly Channel<bool> raised = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    public void Raise() => raised.Writer.TryWrite(true);

    /// <summary>Until it is raised, or the time is over.</summary>
    public async Task WaitAsync(TimeSpan time, TimeProvider clock, CancellationToken cancelled)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancelled);
        await Task.WhenAny(raised.Reader.WaitToReadAsync(either.Token).AsTask(), Task.Delay(time, clock, either.Token));
        await either.CancelAsync();
        raised.Reader.TryRead(out _);
    }
}
