using System.Net;
using Microsoft.AspNetCore.Http;

namespace LearningCity.Docs.Http;

/// <summary>
/// Trang đăng nhập (<c>/auth/dialog</c>): opened by the pane in an Office dialog, by the page in a window; it hands the token to who opened it. Its script and style stand in <c>addin/public/auth</c>.
/// </summary>
internal static class SignInPage
{
    public static IResult Show(HttpContext context, OfficeJs office)
    {
        var language = context.Language();
        var headers = context.Response.Headers;
        // Nothing but the form, and never inside another page.
        headers.ContentSecurityPolicy = $"default-src 'none'; script-src 'self'{(office.Origin is { } origin ? " " + origin : "")}; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
        // Under a same-origin policy of openers the dialog loses the pane, and Office says 12006.
        headers["Cross-Origin-Opener-Policy"] = "unsafe-none";
        string Say(string key) => WebUtility.HtmlEncode(language.Render(key));
        return Results.Text($"""
            <!doctype html>
            <html lang="{language.Code}">
            <head>
              <meta charset="utf-8">
              <meta name="viewport" content="width=device-width, initial-scale=1">
              <meta name="color-scheme" content="light">
              <meta name="office-js" content="{office.Source}" data-fallback="{office.Fallback}">
              <title>{Say("dialog.title")}</title>
              <link rel="icon" href="/icon.svg" type="image/svg+xml">
              <link rel="stylesheet" href="/auth/dialog.css">
              <script src="/auth/dialog.js" type="module"></script>
            </head>
            <body>
              <form data-unreachable="{Say("dialog.unreachable")}" data-alone="{Say("dialog.alone")}">
                <h1>{Say("dialog.title")}</h1>
                <label for="name">{Say("dialog.name")}</label>
                <input id="name" name="name" autocomplete="username" autocapitalize="none" spellcheck="false" required autofocus>
                <label for="password">{Say("dialog.password")}</label>
                <input id="password" name="password" type="password" autocomplete="current-password" required>
                <button>{Say("dialog.signIn")}</button>
                <p role="alert"></p>
              </form>
            </body>
            </html>
            """, "text/html; charset=utf-8");
    }
}
