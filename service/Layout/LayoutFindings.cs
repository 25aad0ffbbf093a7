namespace LearningCity.Docs.Layout;

/// <summary>What the rules found. A finding's one argument is the list of what is wrong; its sentence says whose and what the decree asks.</summary>
internal sealed class LayoutFindings
{
    /// <summary>A list of places that nobody reads to its end helps nobody.</summary>
    private const int MostPlaces = 20;

    private const int MostFindings = 1_000;

    private readonly List<Finding> findings = [];

    /// <summary>Of pages and the text first, then of headers, footers and notes; each in the order of the rules.</summary>
    public ImmutableArray<Finding> All => [.. findings.OrderBy(f => f.Location is Location.Paragraph place ? DocumentStory.Rank(place.PartName) : 0)];

    public void Add(FindingDescriptor descriptor, Location place, Severity? severity, params ImmutableArray<Sentence> wrong)
    {
        if (wrong.IsEmpty || findings.Count == MostFindings) { return; }
        findings.Add(new Finding(descriptor, place, wrong) { Severity = severity ?? descriptor.Severity, Basis = DecreeClause.Of(descriptor) });
    }

    public void Add(FindingDescriptor descriptor, PaperLine line, Severity? severity, params ImmutableArray<Sentence> wrong)
    {
        if (wrong.IsEmpty || findings.Count == MostFindings) { return; }
        Add(descriptor, line.Paragraph.Place, severity, wrong);
        findings[^1] = findings[^1] with { Value = line.Excerpt };
    }

    public void Add(FindingDescriptor descriptor, PaperLine line, params ImmutableArray<Sentence> wrong) => Add(descriptor, line, null, wrong);

    /// <summary>One finding for the same mistake in several places: at the first of them, the others related.</summary>
    public void Add(FindingDescriptor descriptor, IReadOnlyList<PaperLine> lines, Severity? severity, Sentence wrong)
    {
        if (lines.Count == 0 || findings.Count == MostFindings) { return; }
        Add(descriptor, lines[0], severity, lines.Count == 1 ? wrong : new Sentence("layout.several", wrong, lines.Count));
        findings[^1] = findings[^1] with { Related = [.. lines.Skip(1).Take(MostPlaces).Select(l => l.Paragraph.Place)] };
    }
}
