using Microsoft.AspNetCore.Builder;

namespace LearningCity.Docs.Http;

/// <summary>What every answer says to the browser: scripts and styles from here alone, nothing guessed, nothing told to other sites; the API's answers are not kept.</summary>
internal static class SecurityHeaders
{
    private const string Policy = "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'self'; object-src 'none'";

    public static void UseSecurityHeaders(this WebApplication app) => app.Use((context, next) =>
    {
        context.Response.OnStarting(() =>
        {
            var headers = context.Response.Headers;
            headers.ContentSecurityPolicy = Policy;
            headers.XContentTypeOptions = "nosniff";
            headers["Referrer-Policy"] = "no-referrer";
            headers.CacheControl = context.Request.Path.StartsWithSegments("/api") ? "no-store" : "no-cache";
            return Task.CompletedTask;
        });
        return next(context);
    });
}
