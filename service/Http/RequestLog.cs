using System.Buffers;
using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace LearningCity.Docs.Http;

/// <summary>
/// A name for each request, by which the answer, the problem and the log speak of it: the caller's <c>X-Request-Id</c>, else the trace of <c>traceparent</c>, else a new one. One line for each
/// request at level Information: method, route, status, duration; nothing of the file, of the entries or of who asked.
/// </summary>
internal static partial class RequestLog
{
    public const string Header = "X-Request-Id";
    public const string Category = "LearningCity.Docs.Requests";

    private const int LongestName = 64;

    /// <summary>A caller's name goes into logs and headers: nothing that could mean something there.</summary>
    private static readonly SearchValues<char> NameLetters = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.");

    public static void UseRequestLog(this WebApplication app)
    {
        var logger = app.Services.GetRequiredService<ILoggerFactory>().CreateLogger(Category);
        app.Use(async (context, next) =>
        {
            context.TraceIdentifier = Name(context);
            context.Response.OnStarting(() =>
            {
                context.Response.Headers[Header] = context.TraceIdentifier;
                return Task.CompletedTask;
            });
            using var scope = logger.BeginScope(new Dictionary<string, object>(StringComparer.Ordinal) { ["RequestId"] = context.TraceIdentifier });
            var start = Stopwatch.GetTimestamp();
            try { await next(context); }
            finally
            {
                if (logger.IsEnabled(LogLevel.Information))
                {
                    var route = (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "-";
                    var milliseconds = (long)Stopwatch.GetElapsedTime(start).TotalMilliseconds;
                    Answered(logger, context.Request.Method, route, context.Response.StatusCode, milliseconds, context.TraceIdentifier);
                }
            }
        });
    }

    private static string Name(HttpContext context) =>
        context.Request.Headers[Header] is [{ Length: > 0 and <= LongestName } given] && !given.AsSpan().ContainsAnyExcept(NameLetters) ? given
        : Activity.Current is { IdFormat: ActivityIdFormat.W3C } activity ? activity.TraceId.ToHexString()
        : Guid.NewGuid().ToString("N");

    [LoggerMessage(Level = LogLevel.Information, Message = "{Method} {Route} {Status} {Milliseconds} ms {RequestId}")]
    private static partial void Answered(ILogger logger, string method, string route, int status, long milliseconds, string requestId);
}
