using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticFiles;

namespace LearningCity.Docs.Http;

/// <summary>
/// The one application in its two places: <c>/</c> for a browser, <c>/taskpane.html</c> for Excel and Word, which needs office.js. Each answer carries a number used once, by which the
/// application's own styles are known to the browser.
/// </summary>
internal static class PaneEndpoints
{
    private const string Nonce = "pane.nonce";

    /// <summary>Stands in the built page where the number goes.</summary>
    private const string NoncePlace = "__NONCE__";

    /// <summary>Stands in the built page where the pane's office.js is named.</summary>
    private const string OfficePlace = "<!--office-->";

    private const string Html = "text/html; charset=utf-8";

    /// <summary>The number of this answer's styles, made when first asked for.</summary>
    public static string StyleNonce(this HttpContext context)
    {
        if (context.Items[Nonce] is string made) { return made; }
        var nonce = Convert.ToBase64String(RandomNumberGenerator.GetBytes(16));
        context.Items[Nonce] = nonce;
        return nonce;
    }

    public static void MapPane(this WebApplication app, OfficeJs office)
    {
        var path = Path.Combine(app.Environment.ContentRootPath, "pane", "index.html");
        if (!File.Exists(path))
        {
            // Built without npm: the service does all else, and the page says how to get the pane.
            foreach (var route in new[] { "/", "/index.html", "/taskpane.html" }) { app.MapGet(route, NotBuilt).ExcludeFromDescription().Open(); }
            return;
        }
        var page = File.ReadAllText(path);
        var pane = page.Replace(OfficePlace, $"""<meta name="office-js" content="{office.Source}" data-fallback="{office.Fallback}">""", StringComparison.Ordinal);
        app.MapGet("/", (HttpContext context) => Page(page, context)).ExcludeFromDescription().Open();
        app.MapGet("/index.html", (HttpContext context) => Page(page, context)).ExcludeFromDescription().Open();
        app.MapGet("/taskpane.html", (HttpContext context) => Page(pane, context)).ExcludeFromDescription().Open();
    }

    /// <summary>Files of the pane, and of office.js where a copy lies beside the program. Names with a hash never change.</summary>
    public static void UsePaneFiles(this WebApplication app)
    {
        foreach (var (folder, at) in new[] { ("pane", ""), ("officejs", "/officejs") })
        {
            var root = Path.Combine(app.Environment.ContentRootPath, folder);
            if (!Directory.Exists(root)) { continue; }
            app.UseStaticFiles(new StaticFileOptions
            {
                FileProvider = new Microsoft.Extensions.FileProviders.PhysicalFileProvider(root),
                RequestPath = at,
                ContentTypeProvider = new FileExtensionContentTypeProvider { Mappings = { [".mjs"] = "text/javascript" } },
                OnPrepareResponse = file => file.Context.Response.Headers.CacheControl =
                    file.Context.Request.Path.StartsWithSegments("/built") ? "public, max-age=31536000, immutable" : "public, max-age=3600",
            });
        }
    }

    private static IResult Page(string page, HttpContext context) =>
        Results.Text(page.Replace(NoncePlace, context.StyleNonce(), StringComparison.Ordinal), Html, Encoding.UTF8);

    private static IResult NotBuilt(HttpContext context)
    {
        var language = context.Language();
        var text = System.Net.WebUtility.HtmlEncode(language.Render("pane.absent"));
        return Results.Text($"""<!doctype html><html lang="vi"><meta charset="utf-8"><title>LearningCity.Docs</title><body><h1>LearningCity.Docs</h1><p>{text}</p></body></html>""", Html, Encoding.UTF8, StatusCodes.Status503ServiceUnavailable);
    }
}
