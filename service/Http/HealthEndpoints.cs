using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace LearningCity.Docs.Http;

/// <summary>Live: the process answers. Ready: the forms are loaded and their blank papers could be drawn, which the start-up proves before it listens.</summary>
internal static class HealthEndpoints
{
    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        var health = routes.MapGroup("/health").WithTags("Health").Open().DisableRateLimiting();
        health.MapGet("/live", () => Results.Ok(new Health("live", null)));
        health.MapGet("/ready", (Desk desk) => Results.Ok(new Health("ready", desk.Forms.Forms.Forms.Length)));
    }
}

/// <param name="Forms">How many forms are known.</param>
internal sealed record Health(string Status, int? Forms);
