using System.Security.Claims;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace LearningCity.Docs.Access;

/// <summary>Phiên đăng nhập of an account: a signed token that says who, and for how long. What its owner may do is looked up at each request, so that a change of role or password counts at once.</summary>
internal sealed class AccountTokens(AccountBook accounts, SigningKeys keys)
{
    public const string Issuer = "urn:learningcity:docs:accounts";
    public const string Audience = "urn:learningcity:docs";

    /// <summary>A working day, for who signs in with a password.</summary>
    public static readonly TimeSpan SessionLife = TimeSpan.FromHours(8);

    /// <summary>For programs: <c>token create --hours</c>.</summary>
    public static readonly TimeSpan LongestLife = TimeSpan.FromDays(30);

    private const string Type = "at+jwt";
    private const string Stamp = "stamp";

    public string Issue(Account account, DateTimeOffset now, TimeSpan life) => TokenRules.Handler.CreateToken(new SecurityTokenDescriptor
    {
        Issuer = Issuer,
        Audience = Audience,
        TokenType = Type,
        IssuedAt = now.UtcDateTime,
        NotBefore = now.UtcDateTime,
        Expires = (now + (life < LongestLife ? life : LongestLife)).UtcDateTime,
        Subject = new ClaimsIdentity([new(JwtRegisteredClaimNames.Sub, account.Id), new(Stamp, account.Stamp), new(JwtRegisteredClaimNames.Jti, Account.Unique())]),
        SigningCredentials = new SigningCredentials(keys.Current(now), SecurityAlgorithms.EcdsaSha256),
    });

    public TokenValidationParameters Rules(Func<DateTimeOffset> now) => TokenRules.For(Issuer, Audience, SecurityAlgorithms.EcdsaSha256, Type, now,
        (_, _, id, _) => keys.Find(id, now()) is { } key ? [key] : []);

    /// <summary>Null when the account is gone or its password has changed since.</summary>
    public Person? Owner(JsonWebToken token) =>
        token.TryGetPayloadValue<string>(JwtRegisteredClaimNames.Sub, out var id) && token.TryGetPayloadValue<string>(Stamp, out var stamp) && accounts.FindById(id) is { } account && account.Stamp == stamp ? account.Person : null;
}
