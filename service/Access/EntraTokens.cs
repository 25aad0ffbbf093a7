using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace LearningCity.Docs.Access;

/// <summary>A token of Microsoft Entra ID → who asks: by tenant and object, never by a name or an address that may pass to another.</summary>
internal static class EntraTokens
{
    /// <summary>The keys come from the tenant's metadata, or from the file of the settings.</summary>
    public static TokenValidationParameters Rules(EntraSettings settings, string tenant, Func<DateTimeOffset> now)
    {
        var rules = TokenRules.For(settings.Issuer(tenant), settings.ClientId, SecurityAlgorithms.RsaSha256, "JWT", now);
        rules.IssuerSigningKeys = settings.Keys;
        return rules;
    }

    /// <summary>A user of that tenant, through an application that may, asking for our API; null when the token is none of these. A person without one of our app roles has no <see cref="EntraUser.Role"/>.</summary>
    public static EntraUser? Owner(JsonWebToken token, EntraSettings settings, string tenant)
    {
        if (Text(token, "tid") != tenant || !Guid.TryParseExact(Text(token, "oid"), "D", out var user)) { return null; }
        if (!settings.Clients.Contains(Text(token, "azp") ?? "", StringComparer.OrdinalIgnoreCase)) { return null; }
        if (Text(token, "scp")?.Split(' ').Contains(EntraSettings.Scope) is not true) { return null; }
        var roles = token.Claims.Where(c => c.Type == "roles").Select(c => settings.Roles.TryGetValue(c.Value, out var role) ? role : (Role?)null);
        return new EntraUser($"entra:{tenant}:{user:D}", Text(token, "name") ?? Text(token, "preferred_username") ?? $"{user:D}", roles.Max());
    }

    private static string? Text(JsonWebToken token, string claim) => token.TryGetPayloadValue<string>(claim, out var value) ? value : null;
}

/// <summary>Who signed in at Entra; not yet a <see cref="Person"/> while no role is given.</summary>
internal sealed record EntraUser(string Key, string Name, Role? Role);
