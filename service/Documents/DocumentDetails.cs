using System.Collections.Frozen;

namespace LearningCity.Docs.Documents;

/// <summary>Thông tin văn bản: what a paper needs beyond the filled form, by the names of <c>documents.yaml</c>. What was null or absent is not in it.</summary>
internal sealed record DocumentDetails(FrozenDictionary<string, DetailValue> Values)
{
    public string? Text(string name) => Values.GetValueOrDefault(name) is DetailValue.Text text ? text.Value : null;

    public DateOnly? Date(string name) => Values.GetValueOrDefault(name) is DetailValue.Date date ? date.Value : null;

    public int? Year(string name) => Values.GetValueOrDefault(name) is DetailValue.Year year ? year.Value : null;

    public ImmutableArray<string> List(string name) => Values.GetValueOrDefault(name) is DetailValue.List list ? list.Items : [];

    /// <summary>False where it is not given.</summary>
    public bool Flag(string name) => Values.GetValueOrDefault(name) is DetailValue.Flag { Value: true };
}

/// <summary>One detail, checked. A closed union.</summary>
internal abstract record DetailValue
{
    private DetailValue() { }

    /// <summary>Tidied (NFC, single blanks, none around it), never empty. Numbers and symbols of papers too: a number below 10 with its leading zero.</summary>
    internal sealed record Text(string Value) : DetailValue;

    internal sealed record Date(DateOnly Value) : DetailValue;

    internal sealed record Year(int Value) : DetailValue;

    internal sealed record List(ImmutableArray<string> Items) : DetailValue;

    internal sealed record Flag(bool Value) : DetailValue;
}
