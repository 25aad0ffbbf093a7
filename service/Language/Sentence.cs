namespace LearningCity.Docs.Language;

/// <summary>
/// A sentence still without a language: a key of the table of sentences and the values for its places. A value may be a string, a number, a sentence or a location.
/// Stages hand on sentences; only the edge renders them.
/// </summary>
internal sealed record Sentence(string Key)
{
    public Sentence(string key, params ImmutableArray<object> arguments) : this(key) => Arguments = arguments;

    public ImmutableArray<object> Arguments { get; init; } = [];
}
