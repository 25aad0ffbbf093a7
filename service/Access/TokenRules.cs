using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace LearningCity.Docs.Access;

/// <summary>What is asked of every token, whoever issued it.</summary>
internal static class TokenRules
{
    /// <summary>Longer ones are not even parsed: no issuer of ours makes them.</summary>
    public const int LongestToken = 16 * 1024;

    /// <summary>How far the clocks of issuer and service may be apart.</summary>
    public static readonly TimeSpan Skew = TimeSpan.FromMinutes(2);

    public static JsonWebTokenHandler Handler { get; } = new() { MapInboundClaims = false, MaximumTokenSizeInBytes = LongestToken, SetDefaultTimesOnTokenCreation = false };

    /// <param name="keys">The key that a token names, or none: no other is tried.</param>
    public static TokenValidationParameters For(string issuer, string audience, string algorithm, string type, Func<DateTimeOffset> now, IssuerSigningKeyResolver? keys = null) => new()
    {
        ValidIssuer = issuer,
        ValidAudience = audience,
        ValidAlgorithms = [algorithm],
        ValidTypes = [type],
        IssuerSigningKeyResolver = keys,
        TryAllIssuerSigningKeys = false,
        RequireSignedTokens = true,
        RequireExpirationTime = true,
        LifetimeValidator = (notBefore, expires, _, _) => IsCurrent(notBefore, expires, now().UtcDateTime),
        NameClaimType = JwtRegisteredClaimNames.Name,
        RoleClaimType = "roles",
    };

    /// <summary>By the service's one clock; a token without an end is never current.</summary>
    public static bool IsCurrent(DateTime? notBefore, DateTime? expires, DateTime now) =>
        expires is { } end && now < Later(end) && (notBefore is not { } start || now >= Earlier(start));

    private static DateTime Later(DateTime moment) => moment > DateTime.MaxValue - Skew ? DateTime.MaxValue : moment + Skew;

    private static DateTime Earlier(DateTime moment) => moment < DateTime.MinValue + Skew ? DateTime.MinValue : moment - Skew;
}
