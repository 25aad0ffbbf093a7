using System.Collections.Immutable;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace LearningCity.Docs.Graph;

/// <summary>
/// Phiên tải lên: the bytes of one file, chunk after chunk, to the address that Graph gave for it. The address itself is the permission: no token goes there, and one that did would be refused.
/// After a break the server is asked what has arrived.
/// </summary>
/// <param name="network">Puts no token on anything.</param>
internal sealed class UploadSession(HttpClient network, TimeProvider clock, Uri address, UploadRequest request)
{
    /// <summary>A multiple of 320 KiB, as Graph demands; between 5 and 10 MiB, as it recommends.</summary>
    public const int ChunkBytes = 16 * 320 * 1024;

    /// <summary>Breaks without a byte of progress between them, after which the rest is left for later.</summary>
    private const int BreaksInARow = 3;

    private readonly byte[] chunk = new byte[(int)Math.Min(ChunkBytes, request.Length)];

    /// <param name="begun">Part of the file may be there already.</param>
    public async Task<SessionEnd> SendAsync(bool begun, CancellationToken cancelled)
    {
        long? next = begun ? null : 0;
        long arrived = 0;
        for (var breaks = 0; ;)
        {
            var step = await StepAsync(next is { } start ? await ChunkAsync(start, cancelled) : new(HttpMethod.Get, address), cancelled);
            switch (step)
            {
                case Step.Over over: return over.End;
                // A chunk that was taken without moving on is a break as well.
                case Step.Missing missing when next is null || missing.Offset > next:
                    if (missing.Offset > arrived) { breaks = 0; }
                    next = arrived = missing.Offset;
                    continue;
                case Step.Missing missing: next = missing.Offset; break;
                default: next = null; break;
            }
            var broken = step as Step.Broken;
            if (++breaks == BreaksInARow || broken?.Wait > PatientHandler.LongestWait)
            {
                return new SessionEnd.Result(new UploadResult.Interrupted(address, arrived, broken?.Wait, broken?.Fault ?? GraphFault.Failed));
            }
            await Task.Delay(broken?.Wait ?? TimeSpan.FromSeconds(breaks), clock, cancelled);
        }
    }

    private async Task<HttpRequestMessage> ChunkAsync(long start, CancellationToken cancelled)
    {
        var bytes = (int)Math.Min(chunk.Length, request.Length - start);
        request.Content.Position = start;
        await request.Content.ReadExactlyAsync(chunk.AsMemory(0, bytes), cancelled);
        var content = new ByteArrayContent(chunk, 0, bytes);
        content.Headers.ContentRange = new ContentRangeHeaderValue(start, start + bytes - 1, request.Length);
        return new(HttpMethod.Put, address) { Content = content };
    }

    private async Task<Step> StepAsync(HttpRequestMessage message, CancellationToken cancelled)
    {
        using var sent = message;
        try
        {
            using var answer = await network.SendAsync(message, cancelled);
            return answer.StatusCode switch
            {
                HttpStatusCode.OK or HttpStatusCode.Created or HttpStatusCode.Accepted => Read(await answer.Content.ReadFromJsonAsync<SessionAnswer>(cancelled)),
                HttpStatusCode.NotFound or HttpStatusCode.Gone or HttpStatusCode.Unauthorized => new Step.Over(new SessionEnd.Closed()),
                HttpStatusCode.Conflict => new Step.Over(new SessionEnd.NameTaken()),
                HttpStatusCode.RequestedRangeNotSatisfiable => new Step.Broken(TimeSpan.Zero, GraphFault.Failed),
                _ => GraphAnswers.Of(answer) switch
                {
                    UploadResult.TryLater { Fault: GraphFault.Busy or GraphFault.Failed } later => new Step.Broken(later.RetryAfter, later.Fault),
                    var result => new Step.Over(new SessionEnd.Result(result)),
                },
            };
        }
        catch (HttpRequestException) { return new Step.Broken(null, GraphFault.Unreachable); }
        // An answer cut short.
        catch (JsonException) { return new Step.Broken(null, GraphFault.Failed); }
    }

    private Step Read(SessionAnswer? answer) => answer switch
    {
        { Name: { } name, WebUrl: { } link, ETag: { } version } => new Step.Over(new SessionEnd.Result(new UploadResult.Uploaded(link, name, version))),
        { NextExpectedRanges: [var first, ..] } when Offset(first) is { } next => new Step.Missing(next),
        _ => new Step.Broken(null, GraphFault.Failed),
    };

    /// <summary>Of <c>12345-55232</c> or <c>12345-</c>.</summary>
    private long? Offset(string range) => long.TryParse(range.Split('-')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var next) && next < request.Length ? next : null;

    /// <summary>What an upload address answers: the ranges that it misses, or the finished item.</summary>
    private sealed record SessionAnswer(ImmutableArray<string> NextExpectedRanges, string? Name, Uri? WebUrl, string? ETag);

    private abstract record Step
    {
        /// <summary>The server has everything before this byte; it may be less than was sent.</summary>
        internal sealed record Missing(long Offset) : Step;

        /// <summary>What arrived, the server alone knows.</summary>
        internal sealed record Broken(TimeSpan? Wait, GraphFault Fault) : Step;

        internal sealed record Over(SessionEnd End) : Step;
    }
}

/// <summary>What became of an upload session. A closed union.</summary>
internal abstract record SessionEnd
{
    private SessionEnd() { }

    /// <summary>There is nothing more to do, or not now.</summary>
    internal sealed record Result(UploadResult Value) : SessionEnd;

    /// <summary>The session is there no more: it has expired, or the file was completed and the answer was lost. A look into the library tells.</summary>
    internal sealed record Closed : SessionEnd;

    /// <summary>All bytes have arrived, and the name is not free.</summary>
    internal sealed record NameTaken : SessionEnd;
}
