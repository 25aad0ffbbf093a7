namespace LearningCity.Docs.Documents;

/// <summary>
/// Every detail of the catalogue under its template name, also those that the file does not give: a text as it is or empty, a date in the words of an official paper, a list as items
/// <c>{muc, dau, thu_tu}</c> with the mark that ends it (<c>;</c>, at the last <c>.</c>).
/// </summary>
internal static class DetailNames
{
    private const string RoomForYear = "     ";

    public static void Add(Dictionary<string, object?> model, DocumentDetails details, DocumentCatalog catalog)
    {
        foreach (var detail in catalog.Details)
        {
            PaperModel.Set(model, detail.TemplateName, detail.Type switch
            {
                DetailType.List => Items(details.List(detail.Name)),
                DetailType.Date => LetterReference.Day(details.Date(detail.Name), details.Year("year")),
                DetailType.Year => details.Year(detail.Name)?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? RoomForYear,
                DetailType.Flag => details.Flag(detail.Name),
                _ => details.Text(detail.Name) ?? "",
            });
        }
    }

    /// <summary>An item's own closing mark gives way to the list's.</summary>
    public static object?[] Items(ImmutableArray<string> items) => [.. items.Select((item, i) => (object?)new Dictionary<string, object?>
    {
        ["muc"] = item.TrimEnd(';', '.', ' '),
        ["dau"] = i == items.Length - 1 ? "." : ";",
        ["thu_tu"] = i + 1,
    })];

    /// <summary>The lines of a text as paragraphs of their own, without the dash that some begin with: the paper sets one.</summary>
    public static object?[] Lines(string text) => Lines(text.Split(['\n', '\r', '\v']).Select(line => line.TrimStart('-', '–', '+', '•', ' ').TrimEnd()));

    public static object?[] Lines(IEnumerable<string> lines) => [.. lines.Where(line => line.Length > 0).Select(line => (object?)new Dictionary<string, object?> { ["dong"] = line })];
}
