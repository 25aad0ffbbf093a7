namespace LearningCity.Docs.Access;

/// <summary>Who asks.</summary>
/// <param name="Key">Never changes and is never reused: <c>local</c>, <c>account:ID</c>, or <c>entra:TENANT:OBJECT</c>; never a name or an e-mail address.</param>
/// <param name="Name">For people to read.</param>
internal sealed record Person(string Key, string Name, Role Role)
{
    /// <summary>Whoever sits at this computer, when the service answers on loopback alone and nobody signs in.</summary>
    public static Person Local { get; } = new("local", "local", Role.Admin);
}
