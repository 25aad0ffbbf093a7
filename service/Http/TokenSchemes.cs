using LearningCity.Docs.Access;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Http;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace LearningCity.Docs.Http;

/// <summary>A bearer token → who asks. One scheme an issuer; no cookies anywhere, so that no other site can ask in somebody's name.</summary>
internal static partial class TokenSchemes
{
    private const string Prefix = "Bearer ";
    private const string ByIssuer = "Issuer";

    public static void AddAccounts(this AuthenticationBuilder schemes, AccountTokens tokens, Func<DateTimeOffset> now) =>
        schemes.AddJwtBearer(Accounts, options => Configure(options, tokens.Rules(now), token => tokens.Owner(token) is { } person ? new PersonPrincipal(person, Accounts) : null));

    /// <summary>A scheme for each tenant, as each has its issuer and its keys.</summary>
    public static void AddEntra(this AuthenticationBuilder schemes, EntraSettings settings, Func<DateTimeOffset> now)
    {
        foreach (var tenant in settings.Tenants)
        {
            schemes.AddJwtBearer(Entra(tenant), options =>
            {
                Configure(options, EntraTokens.Rules(settings, tenant, now), token => EntraTokens.Owner(token, settings, tenant) switch
                {
                    null => null,
                    { Role: { } role } user => new PersonPrincipal(new Person(user.Key, user.Name, role), Entra(tenant)),
                    _ => new System.Security.Claims.ClaimsPrincipal(new System.Security.Claims.ClaimsIdentity(Entra(tenant))), // signed in, and may do nothing
                });
                if (settings.Keys is null) { options.MetadataAddress = settings.Metadata(tenant); }
            });
        }
        schemes.AddPolicyScheme(ByIssuer, null, options => options.ForwardDefaultSelector = context => Entra(settings.Tenants.FirstOrDefault(t => settings.Issuer(t) == Issuer(context)) ?? settings.Tenants[0]));
    }

    /// <summary>The scheme that a request without further word is read by.</summary>
    public static string Of(AccessSettings access) => access switch
    {
        AccessSettings.Local => LocalScheme.Name,
        AccessSettings.Accounts => Accounts,
        AccessSettings.Entra => ByIssuer,
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private const string Accounts = "Accounts";

    private static string Entra(string tenant) => "Entra " + tenant;

    private static void Configure(JwtBearerOptions options, TokenValidationParameters rules, Func<JsonWebToken, System.Security.Claims.ClaimsPrincipal?> owner)
    {
        options.MapInboundClaims = false;
        options.TokenValidationParameters = rules;
        options.TokenHandlers.Clear();
        options.TokenHandlers.Add(TokenRules.Handler);
        options.SaveToken = false;
        options.Events = new JwtBearerEvents
        {
            OnMessageReceived = message =>
            {
                if (message.Request.Headers.Authorization.ToString().Length > TokenRules.LongestToken) { message.Fail("The token is too long."); }
                return Task.CompletedTask;
            },
            OnTokenValidated = token =>
            {
                if (token.SecurityToken is JsonWebToken read && owner(read) is { } principal) { token.Principal = principal; }
                else { token.Fail("The token names nobody who may come in."); }
                return Task.CompletedTask;
            },
            OnAuthenticationFailed = async failed =>
            {
                if (failed.Exception is SecurityTokenSignatureKeyNotFoundException && !await HasKeysAsync(failed)) { failed.HttpContext.Features.Set(new IssuerSilence()); }
            },
        };
    }

    /// <summary>Whether the issuer's keys are known: else the token may well be right, and signing in again would not help.</summary>
    private static async Task<bool> HasKeysAsync(AuthenticationFailedContext failed)
    {
        if (failed.Options.ConfigurationManager is not { } issuer) { return true; }
        try
        {
            await issuer.GetConfigurationAsync(failed.HttpContext.RequestAborted);
            return true;
        }
        catch (InvalidOperationException e)
        {
            LogSilence(failed.HttpContext.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger("LearningCity.Docs"), failed.Options.MetadataAddress!, e.InnerException?.GetType().Name ?? e.GetType().Name);
            return false;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The keys of {Issuer} cannot be fetched: {Fault}")]
    private static partial void LogSilence(ILogger logger, string issuer, string fault);

    /// <summary>What the token says of itself, unproven: enough to choose who proves it.</summary>
    private static string? Issuer(HttpContext context)
    {
        var header = context.Request.Headers.Authorization.ToString();
        if (header.Length > TokenRules.LongestToken || !header.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase)) { return null; }
        try { return new JsonWebToken(header[Prefix.Length..].Trim()).Issuer; }
        catch (ArgumentException) { return null; }
    }
}

/// <summary>Marks a request whose token nobody could prove, because the issuer does not answer.</summary>
internal sealed record IssuerSilence;
