using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http;

namespace LearningCity.Docs.Http;

/// <summary>
/// How many files are worked on at once, and for how long: each may unpack to the guard's limit, and the machine has only so much memory and so many processors. The next ones wait, the rest
/// are told to come again. Who is still sending a file has no place yet, so that a slow line holds up nobody.
/// </summary>
internal sealed class FileLimit : IDisposable
{
    private readonly ConcurrencyLimiter limiter;
    private readonly int places;
    private readonly TimeSpan patience;

    /// <param name="settings"><c>Files:AtOnce</c> (as many as processors, at least two), <c>Files:Waiting</c> (1024: what they hold is bounded by <see cref="UploadRoom"/>), <c>Files:Seconds</c> (20).</param>
    public FileLimit(IConfiguration settings)
    {
        places = settings.GetValue("Files:AtOnce", Math.Max(2, Environment.ProcessorCount));
        patience = TimeSpan.FromSeconds(settings.GetValue("Files:Seconds", 20.0));
        limiter = new ConcurrencyLimiter(new ConcurrencyLimiterOptions { PermitLimit = places, QueueLimit = settings.GetValue("Files:Waiting", 1024), QueueProcessingOrder = QueueProcessingOrder.OldestFirst });
    }

    public long Working => places - (limiter.GetStatistics()?.CurrentAvailablePermits ?? places);

    public long Waiting => limiter.GetStatistics()?.CurrentQueuedCount ?? 0;

    /// <summary>What the work came to under the limit, or the problem that there is no room for it, or that it took too long. It ends early when the caller has gone.</summary>
    public async Task<(T? Result, IResult? Problem)> WorkAsync<T>(HttpContext context, Func<CancellationToken, T> work)
    {
        using var time = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted);
        time.CancelAfter(patience);
        using var place = await PlaceAsync(time.Token, context.RequestAborted);
        if (place is not { IsAcquired: true }) { return (default, Problems.Busy(context, "service.busy")); }
        time.CancelAfter(patience);
        try { return (work(time.Token), null); }
        catch (OperationCanceledException) when (!context.RequestAborted.IsCancellationRequested)
        {
            return (default, Problems.Of(context, StatusCodes.Status503ServiceUnavailable, "service.slow", (decimal)patience.TotalSeconds));
        }
    }

    /// <summary>The same of work that is an answer.</summary>
    public async Task<IResult?> AnswerAsync(HttpContext context, Func<CancellationToken, IResult?> work)
    {
        var (answer, problem) = await WorkAsync(context, work);
        return problem ?? answer;
    }

    public void Dispose() => limiter.Dispose();

    /// <summary>Null when none came free in time.</summary>
    private async Task<RateLimitLease?> PlaceAsync(CancellationToken cancelled, CancellationToken gone)
    {
        try { return await limiter.AcquireAsync(1, cancelled); }
        catch (OperationCanceledException) when (!gone.IsCancellationRequested) { return null; }
    }
}
