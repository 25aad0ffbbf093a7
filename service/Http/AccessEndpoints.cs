using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using LearningCity.Docs.Access;
using LearningCity.Docs.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace LearningCity.Docs.Http;

/// <summary>What the pane must know before anybody signs in.</summary>
/// <param name="Dialog">The page that signs in and hands the token to the pane; null where there is none.</param>
internal sealed record AccessDescription([property: AllowedValues("local", "accounts", "entra")] string Mode, EntraDescription? Entra, string? Dialog);

internal sealed record EntraDescription(string ClientId, string Authority, string Scope);

/// <summary>Who asks, in the mode of the service.</summary>
internal sealed record Me(string Name, [property: AllowedValues("viewer", "editor", "submitter", "admin")] string Role, [property: AllowedValues("local", "accounts", "entra")] string Mode);

/// <summary>What is sent to sign in.</summary>
internal sealed record Credentials(string? Name, string? Password);

/// <param name="Token">Sent with every request: <c>Authorization: Bearer …</c>.</param>
internal sealed record Session(string Token, DateTimeOffset Expires, string Name, [property: AllowedValues("viewer", "editor", "submitter", "admin")] string Role);

/// <summary>Đăng nhập: how one comes in, and who one is.</summary>
internal static class AccessEndpoints
{
    private const string DialogRoute = "/auth/dialog";
    private const int LongestBody = 4096;

    public static void MapAccess(this IEndpointRouteBuilder routes, AccessSettings access, OfficeJs office)
    {
        var group = routes.MapGroup("").WithTags("Access");
        group.MapGet("/api/access", () => Results.Ok(Describe(access))).Produces<AccessDescription>().Open();
        group.MapGet("/api/me", (HttpContext context) => Results.Ok(new Me(context.Person().Name, context.Person().Role.Name(), access.Mode))).Produces<Me>().Needs(Role.Viewer);
        // In every mode, so that the description of the API is one; without accounts there is nothing behind it.
        var hasAccounts = access is AccessSettings.Accounts;
        group.MapPost("/api/session", (Delegate)((HttpContext context) => hasAccounts ? SignInAsync(context) : Task.FromResult(NoAccounts(context)))).Accepts<Credentials>("application/json").Produces<Session>()
            .Refuses(StatusCodes.Status400BadRequest).Refuses(StatusCodes.Status401Unauthorized).Refuses(StatusCodes.Status404NotFound).Refuses(StatusCodes.Status429TooManyRequests).Open().AsSignIn();
        group.MapGet(DialogRoute, (HttpContext context) => hasAccounts ? SignInPage.Show(context, office) : NoAccounts(context)).ExcludeFromDescription().Open();
    }

    private static IResult NoAccounts(HttpContext context) => Problems.Of(context, StatusCodes.Status404NotFound, "access.noAccounts");

    private static AccessDescription Describe(AccessSettings access) => access switch
    {
        AccessSettings.Entra { Settings: var entra } => new AccessDescription(access.Mode, new EntraDescription(entra.ClientId, entra.Authority, $"{entra.Resource}/{EntraSettings.Scope}"), null),
        AccessSettings.Accounts => new AccessDescription(access.Mode, null, DialogRoute),
        _ => new AccessDescription(access.Mode, null, null),
    };

    private static async Task<IResult> SignInAsync(HttpContext context)
    {
        var services = context.RequestServices;
        if (!context.Request.HasJsonContentType()) { return Problems.Of(context, StatusCodes.Status415UnsupportedMediaType, "request.mediaType", context.Request.ContentType ?? "", "application/json"); }
        var (body, problem) = await Upload.ReadAsync(context, context.Request.Body, LongestBody, context.Room());
        if (problem is not null || Read(body.Span) is not { Name: { } name, Password: { } password }) { return Problems.Of(context, StatusCodes.Status400BadRequest, "access.credentials"); }
        var now = services.GetRequiredService<Desk>().Clock.GetUtcNow();
        var trail = services.GetRequiredService<AuditTrail>();
        if (password.Length > PasswordHash.Longest || await services.GetRequiredService<SignInDesk>().SignInAsync(name, password, now, context.RequestAborted) is not { } account)
        {
            // What was typed as a name may be a password: it is written nowhere.
            await trail.WriteAsync(new AuditEntry(AuditEntry.Nobody, "account.sign-in", null, null, "access.signInRefused"));
            return AccessRefusals.SignIn(context, "access.signInRefused", invalid: false);
        }
        await trail.WriteAsync(new AuditEntry(account.Person.Key, "account.sign-in", null, null, AuditEntry.Done));
        var token = services.GetRequiredService<AccountTokens>().Issue(account, now, AccountTokens.SessionLife);
        return Results.Ok(new Session(token, now + AccountTokens.SessionLife, account.Name, account.Role.Name()));
    }

    private static Credentials? Read(ReadOnlySpan<byte> body)
    {
        try { return JsonSerializer.Deserialize<Credentials>(body, JsonSerializerOptions.Web); }
        catch (JsonException) { return null; }
    }
}
