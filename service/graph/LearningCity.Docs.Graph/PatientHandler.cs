using System.Net;

namespace LearningCity.Docs.Graph;

/// <summary>Each request with a time limit; what a busy server puts off for a short while is sent again after the time that it asks for, the rest is the caller's to put off.</summary>
internal sealed class PatientHandler(TimeProvider clock, HttpMessageHandler network) : DelegatingHandler(network)
{
    /// <summary>For one request: a chunk of 5 MiB at 350 kbit/s.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    /// <summary>Longer than this, nobody waits here: the outbox can, and holds no connection meanwhile.</summary>
    public static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(30);

    private const int Attempts = 4;

    /// <summary>Answers are small JSON.</summary>
    private const int AnswerBytes = 1024 * 1024;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            var answer = await OnceAsync(request, cancellationToken);
            if (attempt == Attempts || !IsBusy(answer.StatusCode)) { return answer; }
            var wait = RetryAfter(answer) ?? TimeSpan.FromSeconds(1 << (attempt - 1));
            if (wait > LongestWait) { return answer; }
            answer.Dispose();
            await Task.Delay(wait, clock, cancellationToken);
        }
    }

    private async Task<HttpResponseMessage> OnceAsync(HttpRequestMessage request, CancellationToken cancelled)
    {
        using var patience = new CancellationTokenSource(Patience, clock);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancelled, patience.Token);
        try
        {
            var answer = await base.SendAsync(request, limit.Token);
            // Here, within the limit: whoever reads it later does not wait for the network.
            await answer.Content.LoadIntoBufferAsync(AnswerBytes, limit.Token);
            if (RetryAfter(answer) is { } wait) { answer.Headers.RetryAfter = new(wait); }
            if (!IsJson(answer.Content))
            {
                if (answer.IsSuccessStatusCode) { throw new HttpRequestException("Somebody on the way answered in the place of Graph."); }
                answer.Content = null;
            }
            return answer;
        }
        catch (OperationCanceledException e) when (!cancelled.IsCancellationRequested) { throw new HttpRequestException("No answer in time.", e); }
    }

    /// <summary>A proxy, or the sign-in page of a network, answers with a page.</summary>
    private static bool IsJson(HttpContent content) => content.Headers.ContentType?.MediaType is "application/json" || content.Headers.ContentLength == 0;

    private static bool IsBusy(HttpStatusCode status) => status is HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout;

    /// <summary>From seconds or a date, as seconds from now; whoever reads the header later needs no clock.</summary>
    private TimeSpan? RetryAfter(HttpResponseMessage answer)
    {
        var asked = answer.Headers.RetryAfter;
        var wait = asked?.Delta ?? asked?.Date - clock.GetUtcNow();
        return wait is null ? null : TimeSpan.FromSeconds(Math.Max(0, Math.Ceiling(wait.Value.TotalSeconds)));
    }
}
