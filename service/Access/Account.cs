namespace LearningCity.Docs.Access;

/// <summary>Tài khoản: someone who signs in with a name and a password.</summary>
/// <param name="Id">Made once and never used again, not even for another account of the same name.</param>
/// <param name="Name">What is typed to sign in.</param>
/// <param name="Password">Its hash, with salt and number of rounds.</param>
/// <param name="Stamp">Changes with the password: tokens given out before are void.</param>
/// <param name="Failures">Wrong passwords since the last right one or the last lock.</param>
/// <param name="LockedUntil">No sign-in before this moment.</param>
internal sealed record Account(string Id, string Name, Role Role, string Password, string Stamp, int Failures, DateTimeOffset? LockedUntil)
{
    public Person Person => new($"account:{Id}", Name, Role);

    /// <summary>A value that nobody can guess and that occurs once.</summary>
    public static string Unique() => Convert.ToHexStringLower(System.Security.Cryptography.RandomNumberGenerator.GetBytes(16));
}
