using Microsoft.AspNetCore.Http;

namespace LearningCity.Docs.Tests.Graph;

/// <summary>One thing that goes wrong, at the first request of this method whose path contains the place.</summary>
/// <param name="Happen">What is done instead of serving the request; it may serve it.</param>
public sealed record Mishap(string Method, string Place, Func<HttpContext, Func<Task>, Task> Happen)
{
    public static Mishap Status(string method, string place, int status, string code = "no", string? retryAfter = null, string? challenge = null) => new(method, place, (context, _) =>
    {
        if (retryAfter is not null) { context.Response.Headers.RetryAfter = retryAfter; }
        if (challenge is not null) { context.Response.Headers.WWWAuthenticate = challenge; }
        return FakeGraph.RefuseAsync(context, status, code);
    });

    /// <summary>It is done, and nobody hears of it.</summary>
    public static Mishap AnswerLost(string method, string place) => new(method, place, async (context, serve) =>
    {
        var wire = context.Response.Body;
        context.Response.Body = Stream.Null;
        await serve();
        context.Response.Body = wire;
        context.Abort();
    });

    /// <summary>The line breaks in the middle of the request.</summary>
    public static Mishap Broken(string method, string place) => new(method, place, async (context, _) =>
    {
        await context.Request.Body.ReadExactlyAsync(new byte[(int)Math.Min(100_000, context.Request.ContentLength ?? 0)]);
        context.Abort();
    });

    /// <summary>No answer ever comes.</summary>
    /// <param name="arrived">Set when the request is there.</param>
    public static Mishap Silence(string method, string place, TaskCompletionSource arrived) => new(method, place, async (context, _) =>
    {
        await context.Request.Body.CopyToAsync(Stream.Null);
        arrived.SetResult();
        await Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
    });

    /// <summary>Somebody on the way, such as a proxy or the sign-in page of the network, answers in its own manner.</summary>
    public static Mishap Page(string method, string place, int status = 200) => Text(method, place, status, "text/html", "<html>Đăng nhập mạng</html>");

    /// <summary>Less than a whole answer.</summary>
    public static Mishap Truncated(string method, string place) => Text(method, place, 200, "application/json", """{"id":"1","na""");

    private static Mishap Text(string method, string place, int status, string type, string text) => new(method, place, (context, _) =>
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = type;
        return context.Response.WriteAsync(text);
    });
}
