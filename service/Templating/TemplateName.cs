namespace LearningCity.Docs.Templating;

/// <summary>
/// A name as the whole template sees it: the names from the root down to it, with <c>[]</c> for an item of a list, such as <c>tieu_chuan[].chi_so[].ten</c>.
/// </summary>
internal sealed record TemplateName(ImmutableArray<string> Segments, TemplateTag Tag)
{
    public const string Item = "[]";

    /// <summary>The items of the loops around it, the innermost first.</summary>
    public ImmutableArray<LoopItem> Items { get; init; } = [];

    public string Text => string.Join('.', Segments).Replace("." + Item, Item, StringComparison.Ordinal);
}

/// <summary>An item of a loop: what the template calls it and where it stands in the model.</summary>
internal readonly record struct LoopItem(string Variable, ImmutableArray<string> Segments);
