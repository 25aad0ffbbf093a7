using LearningCity.Docs.Storage;

namespace LearningCity.Docs.Submissions;

/// <summary>Delivers what is due, one dossier after another, until the service stops.</summary>
internal sealed partial class DeliveryWorker(Outbox outbox, DossierFiles files, IDestination destination, OutboxSignal signal, TimeProvider clock, TimeSpan lease, ILogger<DeliveryWorker> log) : BackgroundService
{
    /// <summary>Other processes, and the command line, put work into the outbox without a signal.</summary>
    private static readonly TimeSpan LongestRest = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                while (!stoppingToken.IsCancellationRequested && await DeliverNextAsync(stoppingToken)) { }
                var next = await outbox.NextAsync();
                var rest = next is { } at ? at - clock.GetUtcNow() : LongestRest;
                if (rest > TimeSpan.Zero) { await signal.WaitAsync(rest < LongestRest ? rest : LongestRest, clock, stoppingToken); }
            }
            catch (Exception e) when (Store.Fault(e) is not null)
            {
                // The database is away for a while; what waits in it waits on.
                LogFault(log, e.GetType().Name);
                await signal.WaitAsync(LongestRest, clock, stoppingToken);
            }
        }
    }

    /// <summary>False when nothing is due.</summary>
    public async Task<bool> DeliverNextAsync(CancellationToken cancelled)
    {
        if (await outbox.ClaimAsync() is not { } row) { return false; }
        try { await outbox.SettleAsync(row.Id, await DeliverAsync(row, cancelled)); }
        catch (OperationCanceledException) when (cancelled.IsCancellationRequested) { await outbox.ReleaseAsync(row.Id); }
        return true;
    }

    private async Task<Delivery> DeliverAsync(SubmissionRow row, CancellationToken cancelled)
    {
        using var done = CancellationTokenSource.CreateLinkedTokenSource(cancelled);
        var renewing = RenewAsync(row.Id, done.Token);
        try { return await destination.DeliverAsync(new Parcel(row.Id, row.Person, row.Name, row.FileHash, row.Size, () => files.Open(row.Id)), cancelled); }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // The edge of this loop: a fault with one dossier must not stop the service for everyone.
            LogFault(log, e.GetType().Name);
            return new Delivery.Retry(null, new Sentence("submission.fault"));
        }
        finally
        {
            await done.CancelAsync();
            await renewing;
        }
    }

    private async Task RenewAsync(string submission, CancellationToken done)
    {
        try
        {
            while (true)
            {
                await Task.Delay(lease / 3, clock, done);
                await outbox.RenewAsync(submission);
            }
        }
        catch (OperationCanceledException) { } // delivered, or stopping: the lease is given up either way
        catch (Exception e) when (Store.Fault(e) is not null) { LogFault(log, e.GetType().Name); } // the lease runs out, and the dossier is delivered again, to the same place
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Delivery: {Fault}")]
    private static partial void LogFault(ILogger logger, string fault);
}
