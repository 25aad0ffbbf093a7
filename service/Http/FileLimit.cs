using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace LearningCity.Docs.Http;

/// <summary>How many files are worked on at once: each may unpack to the guard's limit, and the machine has only so much memory. The next ones wait, the rest are told to come again.</summary>
internal sealed class FileLimit : IDisposable
{
    private const int Waiting = 64;

    private readonly ConcurrencyLimiter limiter = new(new ConcurrencyLimiterOptions { PermitLimit = Math.Max(2, Environment.ProcessorCount), QueueLimit = Waiting, QueueProcessingOrder = QueueProcessingOrder.OldestFirst });

    /// <summary>The work under the limit, or the problem that there is no room for it.</summary>
    public async Task<T> WorkAsync<T>(HttpContext context, Func<Task<T>> work, Func<IResult, T> busy)
    {
        using var place = await limiter.AcquireAsync(1, context.RequestAborted);
        return place.IsAcquired ? await work() : busy(Problems.Busy(context, "service.busy"));
    }

    public void Dispose() => limiter.Dispose();
}

/// <summary>How an endpoint comes under the limit.</summary>
internal static class FileLimitEndpoints
{
    /// <summary>The endpoint works on a user's file from its first step to its last.</summary>
    public static TBuilder WorksOnFiles<TBuilder>(this TBuilder endpoint) where TBuilder : IEndpointConventionBuilder => endpoint.AddEndpointFilter((invocation, next) =>
    {
        var context = invocation.HttpContext;
        var limit = context.RequestServices.GetRequiredService<FileLimit>();
        return new ValueTask<object?>(limit.WorkAsync<object?>(context, async () => await next(invocation), problem => problem));
    });
}
