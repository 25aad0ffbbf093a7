using LearningCity.Docs.Pdf;
using LearningCity.Docs.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace LearningCity.Docs.Http;

/// <summary>How a thing that the service needs stands. <c>Degraded</c>: something cannot be done, the rest can. <c>Failing</c>: no work should be sent here.</summary>
internal enum Condition { Ok, Degraded, Failing }

/// <summary>One thing that readiness asks for, by name: <c>forms</c>, <c>disk</c>, <c>pdf</c>. Another one is another registration of this type.</summary>
internal sealed record ReadinessCheck(string Name, Func<CancellationToken, Task<Condition>> Look);

/// <summary>Live: the process answers. Ready: everything that work needs is there, each thing by its name; 503 when one is not.</summary>
internal static class HealthEndpoints
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    public static IServiceCollection AddReadiness(this IServiceCollection services, Desk desk, IConfiguration settings)
    {
        // Their blank papers are drawn before the service listens; without a form there is nothing to do.
        services.AddSingleton(new ReadinessCheck("forms", _ => Task.FromResult(desk.Forms.Forms.Forms.IsEmpty ? Condition.Failing : Condition.Ok)));
        services.AddSingleton(new ReadinessCheck("pdf", _ => Task.FromResult(LibreOfficeProgram.Find(settings["Pdf:LibreOffice"]) is null ? Condition.Degraded : Condition.Ok)));
        services.AddSingleton(s => new ReadinessCheck("disk", cancelled => DiskAsync(s.GetRequiredService<DataFolder>().Path, cancelled)));
        services.AddSingleton(s => new ReadinessCheck("database", async cancelled => await s.GetRequiredService<Store>().AnswersAsync(cancelled) ? Condition.Ok : Condition.Failing));
        return services;
    }

    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        var health = routes.MapGroup("/health").WithTags("Health").Open().DisableRateLimiting();
        health.MapGet("/live", () => Results.Ok(new Health("live", null, null)));
        health.MapGet("/ready", ReadyAsync).Produces<Health>().Produces<Health>(StatusCodes.Status503ServiceUnavailable);
    }

    private static async Task<IResult> ReadyAsync(Desk desk, IEnumerable<ReadinessCheck> checks, HttpContext context)
    {
        var conditions = await Task.WhenAll(checks.Select(async check => (check.Name, Condition: await LookAsync(check, context.RequestAborted))));
        var worst = conditions.Max(c => c.Condition);
        var status = worst switch { Condition.Ok => "ready", Condition.Degraded => "degraded", _ => "notReady" };
        var health = new Health(status, desk.Forms.Forms.Forms.Length, conditions.OrderBy(c => c.Name, StringComparer.Ordinal).ToDictionary(c => c.Name, c => c.Condition switch { Condition.Ok => "ok", Condition.Degraded => "degraded", _ => "failing" }));
        return Results.Json(health, statusCode: worst is Condition.Failing ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status200OK);
    }

    /// <summary>What does not answer in time is failing.</summary>
    private static async Task<Condition> LookAsync(ReadinessCheck check, CancellationToken gone)
    {
        using var time = CancellationTokenSource.CreateLinkedTokenSource(gone);
        time.CancelAfter(Patience);
        try { return await check.Look(time.Token).WaitAsync(time.Token); }
        catch (OperationCanceledException) when (!gone.IsCancellationRequested) { return Condition.Failing; }
    }

    /// <summary>A file can be written where the service keeps its own.</summary>
    private static async Task<Condition> DiskAsync(string folder, CancellationToken cancelled)
    {
        var probe = Path.Combine(folder, ".ready-" + Guid.NewGuid().ToString("N"));
        try
        {
            await File.WriteAllBytesAsync(probe, new byte[1], cancelled);
            File.Delete(probe);
            return Condition.Ok;
        }
        catch (IOException) { return Condition.Failing; }
        catch (UnauthorizedAccessException) { return Condition.Failing; }
    }
}

/// <param name="Forms">How many forms are known.</param>
/// <param name="Checks">Each thing needed → <c>ok</c>, <c>degraded</c>, <c>failing</c>.</param>
internal sealed record Health(string Status, int? Forms, IReadOnlyDictionary<string, string>? Checks);
