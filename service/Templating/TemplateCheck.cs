namespace LearningCity.Docs.Templating;

/// <summary>A template as its author wants it judged while it is being written: everything that is wrong or doubtful, at once, before there are data.</summary>
internal static class TemplateCheck
{
    /// <param name="docx">The file; it need not be one.</param>
    /// <param name="fileName">How the author knows it.</param>
    /// <param name="shape">A model or a sample of one, to look the names up in; null when it is not known what the template will be filled with.</param>
    /// <returns>In the order of the document: its text, then headers, footers and notes.</returns>
    public static ImmutableArray<Finding> Check(byte[] docx, string fileName, IReadOnlyDictionary<string, object?>? shape)
    {
        try
        {
            return [.. CompiledPart.ReadAll(docx, fileName).OrderBy(part => part.Rank).SelectMany(part => shape is null ? part.Findings : part.Order.Sort(part.Findings.Concat(part.Missing(shape))))];
        }
        catch (TemplateException unreadable)
        {
            return unreadable.Findings;
        }
    }

    /// <summary>Every name that a model of this shape offers, with what is behind it, in the model's order.</summary>
    public static ImmutableArray<OfferedName> Names(IReadOnlyDictionary<string, object?> shape) => [.. shape.SelectMany(pair => Names(pair.Key, pair.Value))];

    private static IEnumerable<OfferedName> Names(string name, object? value) => value switch
    {
        IReadOnlyDictionary<string, object?> group => group.SelectMany(pair => Names($"{name}.{pair.Key}", pair.Value)),
        IEnumerable<object?> list => Items(name, list.FirstOrDefault()).Prepend(new OfferedName(name, OfferedKind.List, "")),
        bool flag => [new OfferedName(name, OfferedKind.Flag, flag ? "true" : "false")],
        decimal number => [new OfferedName(name, OfferedKind.Number, ValueFormat.Text(number))],
        int number => [new OfferedName(name, OfferedKind.Number, ValueFormat.Text(number))],
        string text => [new OfferedName(name, OfferedKind.Text, text)],
        null => [new OfferedName(name, OfferedKind.Open, "")],
        _ => throw new ArgumentOutOfRangeException(nameof(value), value.GetType().Name, null),
    };

    private static IEnumerable<OfferedName> Items(string list, object? first) => first is null ? [] : Names(list + TemplateName.Item, first);
}

/// <summary>A name of the model: from the root, <c>[]</c> for an item of a list. <paramref name="Sample"/> is how a value may read.</summary>
internal sealed record OfferedName(string Name, OfferedKind Kind, string Sample);

/// <summary>What a template can do with a name. List: <c>for</c>. Flag: <c>if</c>. Open: the sample has no value, so nothing is said about it.</summary>
internal enum OfferedKind { Text, Number, Flag, List, Open }
