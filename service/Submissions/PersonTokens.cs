using System.Collections.Concurrent;
using LearningCity.Docs.Access;

namespace LearningCity.Docs.Submissions;

/// <summary>
/// The token with which a person last called, for a destination that acts on behalf of people: from the call until the delivery has exchanged it. In memory only, one for each person.
/// </summary>
internal sealed class PersonTokens
{
    private readonly ConcurrentDictionary<string, string> tokens = [];

    /// <summary>Only these can be exchanged.</summary>
    public static bool IsOfEntra(string person) => person.StartsWith("entra:", StringComparison.Ordinal);

    public void Keep(Person person, string token)
    {
        if (IsOfEntra(person.Key)) { tokens[person.Key] = token; }
    }

    public string? Of(string person) => tokens.GetValueOrDefault(person);

    /// <summary>Not one that came meanwhile.</summary>
    public void Forget(string person, string token) => tokens.TryRemove(KeyValuePair.Create(person, token));
}
