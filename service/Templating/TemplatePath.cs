namespace LearningCity.Docs.Templating;

/// <summary>
/// A name in a tag: <c>co_quan.ten</c>, <c>../nam</c>, <c>this</c>, <c>@index</c>. <paramref name="Up"/> counts the <c>../</c>; only <c>each</c> opens a scope.
/// <paramref name="Variable"/> is <c>@index</c>, <c>@first</c> or <c>@last</c>, else null. No names and no variable: the current item itself.
/// </summary>
internal sealed record TemplatePath(int Up, ImmutableArray<string> Names, string? Variable)
{
    public bool IsThis => Names.IsEmpty && Variable is null;

    public override string ToString() =>
        Variable ?? string.Concat(Enumerable.Repeat("../", Up)) + (Names.IsEmpty ? "this" : string.Join('.', Names));
}

/// <summary>
/// A name as the whole template sees it: the names from the root down to it, with <c>[]</c> for an item of a list, such as <c>tieu_chuan[].chi_so[].ten</c>.
/// </summary>
internal sealed record TemplateName(ImmutableArray<string> Segments, TemplateTag Tag)
{
    public const string Item = "[]";

    public string Text => string.Join('.', Segments).Replace("." + Item, Item, StringComparison.Ordinal);
}
