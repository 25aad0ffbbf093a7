using System.Globalization;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace LearningCity.Docs.Forms;

/// <summary>A defect in a shipped form: our mistake, so the start-up stops with file, line and sentence.</summary>
internal sealed class FormFileException : Exception
{
    public FormFileException(string file, long line, string sentence) : base($"{file}({line.ToString(CultureInfo.InvariantCulture)}): {sentence}") => Line = line;
    public FormFileException() { }
    public FormFileException(string message) : base(message) { }
    public FormFileException(string message, Exception innerException) : base(message, innerException) { }

    /// <summary>From 1.</summary>
    public long Line { get; }
}

/// <summary>
/// Strict reading of YAML: each key is taken once, <see cref="Done"/> refuses what nobody took, every text must be NFC, every fault names its line.
/// </summary>
internal sealed class FormYaml
{
    private readonly string file;
    private readonly YamlMappingNode map;
    private readonly HashSet<string> taken = new(StringComparer.Ordinal);

    private FormYaml(string file, YamlMappingNode map) => (this.file, this.map) = (file, map);

    public static FormYaml Parse(string file, string text)
    {
        try
        {
            var stream = new YamlStream();
            stream.Load(new StringReader(text));
            if (stream.Documents.Count != 1) { throw new FormFileException(file, 1, "one YAML document is expected"); }
            return Map(file, stream.Documents[0].RootNode);
        }
        catch (YamlException e) { throw new FormFileException(file, e.Start.Line, e.Message); }
    }

    public IEnumerable<string> Keys => map.Children.Keys.Select(Scalar);

    public bool Has(string key) => map.Children.ContainsKey(new YamlScalarNode(key));

    public string Text(string key) => OptionalText(key) ?? throw Missing(key);

    /// <summary>Null for an absent key, <c>null</c> or <c>~</c>.</summary>
    public string? OptionalText(string key) => Take(key) is { } node && !IsNull(node) ? Scalar(node) : null;

    public bool Flag(string key) => OptionalText(key) switch { null or "false" => false, "true" => true, _ => throw Fault(key, "true or false is expected") };

    public decimal Number(string key) => OptionalNumber(key) ?? throw Missing(key);

    public decimal? OptionalNumber(string key) => OptionalText(key) is not { } text ? null : ParseNumber(text) ?? throw Fault(key, $"'{text}' is not a number");

    public int? OptionalInteger(string key) => OptionalNumber(key) is not { } number ? null : number == Math.Truncate(number) ? (int)number : throw Fault(key, "a whole number is expected");

    public DateOnly Date(string key) => OptionalDate(key) ?? throw Missing(key);

    public DateOnly? OptionalDate(string key) => OptionalText(key) is not { } text ? null
        : DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : throw Fault(key, $"'{text}' is not a date (yyyy-MM-dd)");

    /// <summary>One of the words, by position: the closed vocabularies of form files.</summary>
    public T Word<T>(string key, params (string Word, T Value)[] words) => Pick(key, Text(key), words);

    public T Pick<T>(string key, string text, params (string Word, T Value)[] words)
    {
        foreach (var (word, value) in words) { if (word == text) { return value; } }
        throw Fault(key, $"'{text}' is not one of {string.Join(", ", words.Select(w => w.Word))}");
    }

    public ImmutableArray<string> Texts(string key) => [.. Items(key).Select(Scalar)];

    public ImmutableArray<int> Integers(string key) => [.. Items(key).Select(n => (int)(ParseNumber(Scalar(n)) ?? throw new FormFileException(file, n.Start.Line, "a whole number is expected")))];

    public FormYaml Child(string key) => Map(file, Take(key) ?? throw Missing(key));

    public FormYaml? OptionalChild(string key) => Take(key) is { } node && !IsNull(node) ? Map(file, node) : null;

    public ImmutableArray<FormYaml> Children(string key) => [.. Items(key).Select(n => Map(file, n))];

    /// <summary>Refuses every key that was not taken.</summary>
    public void Done()
    {
        foreach (var key in map.Children.Keys)
        {
            if (!taken.Contains(Scalar(key))) { throw new FormFileException(file, key.Start.Line, $"unknown key '{Scalar(key)}'"); }
        }
    }

    public FormFileException Fault(string key, string sentence) =>
        new(file, map.Children.TryGetValue(new YamlScalarNode(key), out var node) ? node.Start.Line : map.Start.Line, $"{key}: {sentence}");

    private FormFileException Missing(string key) => Fault(key, "the key is missing");

    private static decimal? ParseNumber(string text) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static FormYaml Map(string file, YamlNode node) =>
        node is YamlMappingNode map ? new FormYaml(file, map) : throw new FormFileException(file, node.Start.Line, "a mapping (key: value) is expected");

    private YamlNode? Take(string key)
    {
        taken.Add(key);
        return map.Children.TryGetValue(new YamlScalarNode(key), out var node) ? node : null;
    }

    private IEnumerable<YamlNode> Items(string key) => Take(key) switch
    {
        null => [],
        YamlSequenceNode list => list.Children,
        var node => throw new FormFileException(file, node.Start.Line, $"{key}: a list is expected"),
    };

    private static bool IsNull(YamlNode node) => node is YamlScalarNode { Style: ScalarStyle.Plain, Value: "" or "null" or "~" };

    private string Scalar(YamlNode node)
    {
        if (node is not YamlScalarNode { Value: { } value }) { throw new FormFileException(file, node.Start.Line, "a text is expected"); }
        return value.IsNormalized() ? value : throw new FormFileException(file, node.Start.Line, $"the text '{value}' is not in Unicode NFC");
    }
}
