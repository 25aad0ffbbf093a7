using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace LearningCity.Docs.Access;

/// <summary>Passwords are kept as ASP.NET's hasher writes them: PBKDF2, HMAC-SHA512, a salt each.</summary>
internal static class PasswordHash
{
    public const int Shortest = 10, Longest = 256;

    /// <summary>OWASP's figure for this hash.</summary>
    private const int Rounds = 210_000;

    private static readonly PasswordHasher<object> Hasher = new(Options.Create(new PasswordHasherOptions { IterationCount = Rounds }));
    private static readonly object NoUser = new();

    /// <summary>The hash of a password that nobody knows: an unknown name costs as long as a known one.</summary>
    private static readonly Lazy<string> OfNobody = new(() => Of(Account.Unique()));

    public static string Of(string password) => Hasher.HashPassword(NoUser, password);

    /// <param name="hash">Null where there is no account.</param>
    public static bool Fits(string? hash, string password)
    {
        var right = Hasher.VerifyHashedPassword(NoUser, hash ?? OfNobody.Value, password) is not PasswordVerificationResult.Failed;
        return right && hash is not null;
    }
}
