using LearningCity.Docs.Access;
using Microsoft.AspNetCore.Builder;

namespace LearningCity.Docs.Http;

/// <summary>What every answer says to the browser: scripts and styles from here alone (and office.js from where it is set), nothing guessed, nothing told to other sites; the API's answers are not kept.</summary>
internal static class SecurityHeaders
{
    /// <summary>Who may show the pane in a frame: Office on the web. Microsoft publishes no list, so the setting <c>Pane:FrameAncestors</c> replaces it.</summary>
    private const string OfficeOnTheWeb = "'self' https://*.officeapps.live.com https://*.office.com https://*.sharepoint.com https://onedrive.live.com https://*.cloud.microsoft";

    /// <summary>What neither page nor pane asks for, so that nothing in them can.</summary>
    private const string Unused = "camera=(), geolocation=(), microphone=(), payment=(), usb=()";

    /// <summary>Seconds. Of this host alone: what else an office runs under its name is not ours to decide.</summary>
    private const string OneYear = "max-age=31536000";

    public static void UseSecurityHeaders(this WebApplication app, OfficeJs office, AccessSettings access)
    {
        var ancestors = app.Configuration["Pane:FrameAncestors"] is { Length: > 0 } given ? given : OfficeOnTheWeb;
        var scripts = office.Origin is { } origin ? $"'self' {origin}" : "'self'";
        var signIn = access is AccessSettings.Entra { Settings.Instance: var instance } ? " " + new Uri(instance).GetLeftPart(UriPartial.Authority) : "";
        app.Use((context, next) =>
        {
            context.Response.OnStarting(() =>
            {
                var headers = context.Response.Headers;
                // A page may have a stricter one of its own.
                if (headers.ContentSecurityPolicy.Count == 0)
                {
                    headers.ContentSecurityPolicy = $"default-src 'none'; script-src {scripts}; style-src 'self' 'nonce-{context.StyleNonce()}'; img-src 'self' data: blob:; font-src 'self'; " +
                        $"connect-src 'self'{signIn}; worker-src 'self'; frame-src 'self'{signIn}; base-uri 'none'; form-action 'self'; object-src 'none'; frame-ancestors {ancestors}";
                }
                headers.XContentTypeOptions = "nosniff";
                headers["Referrer-Policy"] = "no-referrer";
                headers["Permissions-Policy"] = Unused;
                if (context.Request.IsHttps) { headers.StrictTransportSecurity = OneYear; }
                if (context.Request.Path.StartsWithSegments("/api")) { headers.CacheControl = "no-store"; }
                else if (headers.CacheControl.Count == 0) { headers.CacheControl = "no-cache"; }
                return Task.CompletedTask;
            });
            return next(context);
        });
    }
}
