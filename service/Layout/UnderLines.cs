using LearningCity.Docs.Writing;

namespace LearningCity.Docs.Layout;

/// <summary>
/// The lines drawn under elements of the head: a border, a typed row of underscores, an underlined text, or a shape. A shape floats: it may be anchored in any paragraph of
/// the head, so what is left when each element has its own goes to those that have none.
/// </summary>
internal sealed class UnderLines
{
    private const int Near = 2;

    /// <summary>Raised letters are drawn smaller.</summary>
    private const double RaisedScale = 0.65;

    private readonly PaperOutline outline;
    private readonly Dictionary<PaperLine, DrawnLine> shapes = [];

    public UnderLines(PaperOutline outline, int headEnd)
    {
        this.outline = outline;
        var free = outline.Lines[..Math.Min(headEnd, outline.Lines.Length)].Select(l => l.Paragraph).Distinct().SelectMany(p => p.Lines.Select(line => (Holder: p, Line: line))).ToList();
        var elements = new[] { outline.Agency.LastOrDefault(), outline.Motto, outline.Subject.LastOrDefault() }.OfType<PaperLine>().Distinct().ToList();
        foreach (var near in new Func<PaperLine, PaperParagraph, bool>[] { IsAt, IsInCell, (_, _) => true })
        {
            foreach (var element in elements.Where(e => !shapes.ContainsKey(e)))
            {
                var at = free.FindIndex(f => near(element, f.Holder));
                if (at < 0) { continue; }
                shapes[element] = free[at].Line;
                free.RemoveAt(at);
            }
        }
    }

    /// <summary>What is wrong with the line under the element: missing, or its length outside <paramref name="shortest"/> to <paramref name="longest"/> of the text's.</summary>
    /// <remarks>Of an element on several lines the last counts, or the widest.</remarks>
    public ImmutableArray<Sentence> Wrong(ImmutableArray<PaperLine> lines, double shortest, double longest, string lengthKey)
    {
        var line = lines[^1];
        if (line.Paragraph.Format.HasBottomLine == true || line.Letters.Any() && line.Letters.All(r => r.Format.Underline is not (null or "none"))) { return []; }
        var below = Below(line).ToList();
        var width = (double?)null;
        if (below.Find(l => l.IsTypedLine) is { } typed) { width = TimesNewRoman.Width(typed.Text, (double)typed.Runs[0].Points, false) * (typed.Runs[0].Format.IsRaised == true ? RaisedScale : 1); }
        else if (below.Exists(l => l.IsBlank && (l.Paragraph.Format.HasTopLine == true || l.Paragraph.Format.HasBottomLine == true))) { return []; }
        else if (shapes.TryGetValue(line, out var shape)) { width = shape.Width; }
        else { return [new Sentence("layout.noLine")]; }
        if (width is not { } drawn) { return []; }
        return Fits(line) || Fits(lines.MaxBy(Width)!) ? [] : [new Sentence(lengthKey)];

        bool Fits(PaperLine text) => drawn >= Width(text) * shortest && drawn <= Width(text) * longest;
    }

    /// <summary>A length is measured without the font: alone, it is for a person to judge.</summary>
    public static Severity? Weight(IReadOnlyCollection<Sentence> wrong) => wrong.All(s => s.Key.StartsWith("layout.lineNot", StringComparison.Ordinal)) ? Severity.Warning : null;

    private bool IsAt(PaperLine element, PaperParagraph holder) => holder == element.Paragraph || Below(element).Any(l => l.Paragraph == holder);

    private static bool IsInCell(PaperLine element, PaperParagraph holder)
    {
        var place = element.Paragraph.Place;
        return place.Table is not null && (place.Table, place.Row, place.Column) == (holder.Place.Table, holder.Place.Row, holder.Place.Column);
    }

    private static double Width(PaperLine line) => TimesNewRoman.Width(line.Text, (double)(line.Letters.FirstOrDefault()?.Points ?? 13), line.IsBold);

    /// <summary>The next lines in the same cell or outside tables, up to one with letters.</summary>
    private IEnumerable<PaperLine> Below(PaperLine line)
    {
        var place = line.Paragraph.Place;
        return outline.Lines.Skip(line.Index + 1).Take(Near)
            .TakeWhile(l => (l.IsBlank || l.IsTypedLine) && l.Paragraph.Place.Table == place.Table && l.Paragraph.Place.Column == place.Column);
    }
}
