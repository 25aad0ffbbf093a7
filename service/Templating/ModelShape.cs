namespace LearningCity.Docs.Templating;

/// <summary>Follows the names of a template through a model or a sample of one.</summary>
internal static class ModelShape
{
    /// <summary>A finding when the shape lacks the name, null when it has it or says nothing about it.</summary>
    public static Finding? Missing(TemplateName use, IReadOnlyDictionary<string, object?> shape)
    {
        object? at = shape;
        foreach (var segment in use.Segments)
        {
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
                return use.Tag.Finding(FindingCatalog.LC9014_UnknownName, segment, Suggestion.Sentence(segment, names?.Keys ?? []));
            }
        }
        return null;
    }
}
