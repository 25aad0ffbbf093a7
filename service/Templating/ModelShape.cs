namespace LearningCity.Docs.Templating;

/// <summary>Follows the names of a template through a model or a sample of one.</summary>
internal static class ModelShape
{
    /// <summary>A finding when the shape lacks the name, null when it has it or says nothing about it.</summary>
    public static Finding? Missing(TemplateName use, IReadOnlyDictionary<string, object?> shape)
    {
        object? at = shape;
        for (var i = 0; i < use.Segments.Length; i++)
        {
            var segment = use.Segments[i];
            if (segment == TemplateName.Item)
            {
                if (at is not IEnumerable<object?> list) { return null; }
                at = list.FirstOrDefault();
                if (at is null) { return null; }
                continue;
            }
            if (at is null) { return null; }
            var names = at as IReadOnlyDictionary<string, object?>;
            if (names is null || !names.TryGetValue(segment, out at))
            {
                var meant = i == 0 ? OfItem(segment, use.Items, shape) : null;
                return use.Tag.Finding(FindingCatalog.LC9014_UnknownName, segment, meant is null ? Suggestion.Sentence(segment, names?.Keys ?? []) : new Sentence("template.didYouMean", meant));
            }
        }
        return null;
    }

    /// <summary>The name with its item in front, where an item of a loop around the tag has it: <c>ten</c> inside <c>for x in list</c> is mostly <c>x.ten</c>.</summary>
    private static string? OfItem(string name, ImmutableArray<LoopItem> items, IReadOnlyDictionary<string, object?> shape)
    {
        foreach (var item in items)
        {
            object? at = shape;
            foreach (var segment in item.Segments)
            {
                at = segment == TemplateName.Item ? (at as IEnumerable<object?>)?.FirstOrDefault() : (at as IReadOnlyDictionary<string, object?>)?.GetValueOrDefault(segment);
            }
            if (at is IReadOnlyDictionary<string, object?> names && names.ContainsKey(name)) { return $"{item.Variable}.{name}"; }
        }
        return null;
    }
}
