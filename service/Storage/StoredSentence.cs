using System.Text.Json;

namespace LearningCity.Docs.Storage;

/// <summary>A sentence kept without a language: its key and its texts, as a JSON array.</summary>
internal static class StoredSentence
{
    public static string Write(Sentence sentence) => JsonSerializer.Serialize(sentence.Arguments.Select(a => (string)a).Prepend(sentence.Key));

    public static Sentence Read(string stored)
    {
        var texts = JsonSerializer.Deserialize<ImmutableArray<string>>(stored);
        return new Sentence(texts[0]) { Arguments = [.. texts[1..]] };
    }
}
