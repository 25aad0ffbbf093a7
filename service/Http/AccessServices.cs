using LearningCity.Docs.Access;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;

namespace LearningCity.Docs.Http;

/// <summary>Quyền truy cập in the program that serves: who asks is known before anything else is looked at.</summary>
internal static class AccessServices
{
    public static void AddAccess(this IServiceCollection services, AccessSettings access, IConfiguration settings, TimeProvider clock)
    {
        var schemes = services.AddAuthentication(TokenSchemes.Of(access));
        switch (access)
        {
            case AccessSettings.Local: schemes.AddScheme<AuthenticationSchemeOptions, LocalScheme>(LocalScheme.Name, null); break;
            case AccessSettings.Accounts: services.AddAccounts(schemes, DataFolder.Open(settings), clock); break;
            case AccessSettings.Entra entra: schemes.AddEntra(entra.Settings, clock.GetUtcNow); break;
        }
        services.WithoutKeyRing();
        services.AddSingleton<IAuthorizationMiddlewareResultHandler, AccessRefusals>();
        services.AddAuthorizationBuilder().SetDefaultPolicy(EndpointAccess.Nobody).SetFallbackPolicy(EndpointAccess.Nobody);
        services.AddRequestRates(access);
    }

    /// <summary>Who asks, how often, and whether they may: in that order.</summary>
    public static void UseAccess(this WebApplication app)
    {
        app.UseAuthentication();
        app.UseRateLimiter();
        app.UseAuthorization();
    }

    /// <summary>ASP.NET would make keys for cookies at each start, in the home folder of the service's user, which may have none. There are no cookies.</summary>
    private static void WithoutKeyRing(this IServiceCollection services)
    {
        foreach (var ring in services.Where(s => s.ServiceType == typeof(IHostedService) && s.ImplementationType?.Namespace?.StartsWith("Microsoft.AspNetCore.DataProtection", StringComparison.Ordinal) is true).ToList()) { services.Remove(ring); }
    }

    /// <summary>Files that cannot be read, and a key that is missing, show now and not at the first sign-in.</summary>
    private static void AddAccounts(this IServiceCollection services, AuthenticationBuilder schemes, DataFolder data, TimeProvider clock)
    {
        var accounts = new AccountBook(data);
        var keys = new SigningKeys(data);
        _ = accounts.All;
        keys.Current(clock.GetUtcNow());
        var tokens = new AccountTokens(accounts, keys);
        services.AddSingleton(accounts).AddSingleton(tokens).AddSingleton<SignInDesk>();
        schemes.AddAccounts(tokens, clock.GetUtcNow);
    }
}
