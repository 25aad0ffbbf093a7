namespace LearningCity.Docs.Templating;

/// <summary>
/// The order in which an author meets the findings of a part: paragraph by paragraph as the part holds them, within one as the text reads. Stages find in other orders (text boxes after the text around them,
/// blocks after tags).
/// </summary>
internal sealed class FindingOrder
{
    private readonly Dictionary<Location, int> places = [];
    private readonly Dictionary<Location, List<string>> texts = [];

    /// <summary>Places in the order of the part.</summary>
    public void Add(Location place) => places.TryAdd(place, places.Count);

    /// <summary>A tag or a piece of one in the order of its place's text.</summary>
    public void Add(Location place, string text)
    {
        if (!texts.TryGetValue(place, out var own)) { texts[place] = own = []; }
        own.Add(text);
    }

    public ImmutableArray<Finding> Sort(IEnumerable<Finding> findings) => [.. findings.OrderBy(f => places.GetValueOrDefault(f.Location, -1)).ThenBy(InPlace)];

    /// <summary>Of two tags that read the same the first stands for both.</summary>
    private int InPlace(Finding finding) => finding.Value is { } text && texts.TryGetValue(finding.Location, out var own) ? own.IndexOf(text) : -1;
}
