using LearningCity.Docs.Forms;
using LearningCity.Docs.Text;

namespace LearningCity.Docs.Reading;

/// <summary>How a row's official text was recognised.</summary>
internal enum Recognition { Verbatim, Legacy, NoDiacritics, Altered, Mark, Hidden }

/// <summary>A cell in which an official text stands. <see cref="LastRow"/> is further down when the text is split over rows.</summary>
internal sealed record TextAnchor(GridCell Cell, Recognition How, int LastRow);

/// <summary>A cell with what its text stands for: more than one thing where several rows or forms share the words.</summary>
internal sealed record TextMatch(TextAnchor Anchor, TextHit[] Texts);

/// <summary>One pass over a grid: which cells hold official texts of which form.</summary>
internal sealed class GridScan
{
    private readonly List<TextMatch> hits = [];
    private readonly HashSet<GridCell> taken = [];
    private readonly FormTexts texts;
    private readonly CancellationToken cancelled;

    public GridScan(Grid grid, FormTexts texts, CancellationToken cancelled)
    {
        (Grid, this.texts, this.cancelled) = (grid, texts, cancelled);
        var loose = new List<GridCell>();
        foreach (var row in grid.Rows)
        {
            cancelled.ThrowIfCancellationRequested();
            foreach (var cell in row.Cells)
            {
                // A row that was hidden with its text is still there; what its entries say is hidden as well.
                if (cell is { IsEmpty: true, Seen.Hidden: { Length: >= 2 } unseen } && texts.Find(unseen) is { Length: > 0 } official)
                {
                    Take(new TextAnchor(cell, Recognition.Hidden, cell.LastRow), official);
                    continue;
                }
                if (cell.Kind is not RawKind.Text || cell.Text.Length < 2 || grid.IsCovered(cell)) { continue; }
                if (texts.Find(cell.Text) is { Length: > 0 } found) { Take(new TextAnchor(cell, Recognition.Verbatim, cell.LastRow), found); }
                else if (cell.Text.Length >= 6) { loose.Add(cell); }
            }
        }
        var first = hits.Count;
        if (loose.Count > 0) { Second(loose); }
        if (hits.Count > first) { hits.Sort((a, b) => (a.Anchor.Cell.Row, a.Anchor.Cell.Column).CompareTo((b.Anchor.Cell.Row, b.Anchor.Cell.Column))); }
        Loose = [.. loose.Where(c => !taken.Contains(c))];
    }

    public Grid Grid { get; }

    /// <summary>Texts that are on no form as they stand: what was typed, and official texts that somebody altered.</summary>
    public ImmutableArray<GridCell> Loose { get; }

    /// <summary>Every cell that holds an official text, top down, with all that the text may stand for.</summary>
    public IReadOnlyList<TextMatch> Hits => hits;

    /// <summary>True for a cell with an official text, or a part of one that is split over rows.</summary>
    public bool IsOfficial(GridCell cell) => taken.Contains(cell);

    public IEnumerable<(TextAnchor Anchor, TextHit Hit)> HitsOf(FormDefinition form)
    {
        foreach (var (anchor, found) in hits)
        {
            foreach (var hit in found)
            {
                if (ReferenceEquals(hit.Form, form)) { yield return (anchor, hit); }
            }
        }
    }

    /// <summary>The forms in this grid, best first; texts that several forms share count for the best one only. Of forms that differ by level or locality alone there is one in a grid.</summary>
    /// <param name="open">The form whose table comes before this one.</param>
    public IEnumerable<FormDefinition> Forms(string? markedForm, FormDefinition? open = null)
    {
        var left = texts.Catalog.Forms;
        var used = new HashSet<GridCell>();
        while (left.Length > 0)
        {
            var (best, score) = (left[0], 0.0);
            foreach (var form in left)
            {
                cancelled.ThrowIfCancellationRequested();
                if (Score(form, used, markedForm) is var own && own > score) { (best, score) = (form, own); }
            }
            if (score < Enough) { yield break; }
            ImmutableArray<FormDefinition> alike = [.. left.Where(f => f == best || f.IsSiblingOf(best))];
            yield return alike.Length == 1 ? best : Level(alike, used, markedForm, open);
            left = left.RemoveAll(alike.Contains);
            foreach (var (anchor, found) in hits)
            {
                if (found.Any(h => alike.Contains(h.Form))) { used.Add(anchor.Cell); }
            }
        }
    }

    /// <summary>
    /// Which of several forms that share most of their rows. What only one level says (a threshold, the title, our mark) tells the level; where levels are mixed the highest is read, so that no one
    /// is judged by the milder thresholds of another form, and the mixture is told. Without any sign the form whose table comes before, else the locality's issued form, else the highest level.
    /// </summary>
    private FormDefinition Level(ImmutableArray<FormDefinition> alike, HashSet<GridCell> used, string? markedForm, FormDefinition? open)
    {
        var told = Levels(alike, markedForm);
        if (told.IsEmpty && open is not null && alike.Contains(open)) { return open; }
        var highest = told.IsEmpty ? null : told.Max();
        return alike.Where(f => highest is null || f.RecognitionLevel == highest)
            .OrderByDescending(f => Score(f, used, markedForm))
            .ThenBy(f => f.LayoutBasis is null ? 0 : 1)
            .ThenByDescending(f => f.RecognitionLevel)
            .First();
    }

    /// <summary>The levels that something in this grid says: rows and titles that stand on forms of one level alone, and our mark.</summary>
    public ImmutableArray<int?> Levels(FormDefinition form, string? markedForm) => Levels([.. texts.Catalog.Forms.Where(f => f == form || f.IsSiblingOf(form))], markedForm);

    private ImmutableArray<int?> Levels(ImmutableArray<FormDefinition> alike, string? markedForm)
    {
        var told = new HashSet<int?>();
        foreach (var (_, found) in hits)
        {
            var levels = found.Where(h => h.Role is TextRole.Node or TextRole.Title && alike.Contains(h.Form)).Select(h => h.Form.RecognitionLevel).Distinct().ToList();
            if (levels is [var only]) { told.Add(only); }
        }
        foreach (var form in alike)
        {
            if (form.Id == markedForm || BeforeSays(form)) { told.Add(form.RecognitionLevel); }
        }
        if (told.Count == 0 && TitleLevel() is { } stated && alike.Any(f => f.RecognitionLevel == stated)) { told.Add(stated); }
        return [.. told];
    }

    /// <summary>The level in the altered title above the table; null where none, or several, are named there.</summary>
    private int? TitleLevel()
    {
        var first = hits.Where(h => h.Texts.Any(t => t.Role is TextRole.Node)).Select(h => h.Anchor.Cell.Row).DefaultIfEmpty(0).Min();
        var lines = Grid.Rows.TakeWhile(r => r.Number < first).SelectMany(r => r.Cells).Where(c => c.Kind is RawKind.Text && c.Text.Length < 400).Select(c => c.Text).Concat(Grid.Before.Where(l => l.Length < 400));
        return FormTitle.Levels(string.Join(' ', lines)) is [var only] ? only : null;
    }

    /// <summary>Rows that bear the words of another level or locality: cells that are official texts of a sibling, and none of this form.</summary>
    public IEnumerable<(TextAnchor Anchor, TextHit Hit)> RowsOfSiblings(FormDefinition form)
    {
        foreach (var (anchor, found) in hits)
        {
            if (found.Any(h => ReferenceEquals(h.Form, form)) || found.Where(h => h.Role is TextRole.Node && h.Form.IsSiblingOf(form)).MinBy(h => h.Form.RecognitionLevel == form.RecognitionLevel ? 0 : 1) is not { } hit) { continue; }
            yield return (anchor, hit);
        }
    }

    /// <summary>Three rows of a form are not there by chance.</summary>
    private const double Enough = 3;

    private double Score(FormDefinition form, HashSet<GridCell> used, string? markedForm)
    {
        var seen = new HashSet<FormNode>(ReferenceEqualityComparer.Instance);
        var title = false;
        var siblings = texts.Siblings(form);
        foreach (var (anchor, found) in hits)
        {
            foreach (var hit in found)
            {
                if (!ReferenceEquals(hit.Form, form) || (used.Count > 0 && used.Contains(anchor.Cell))) { continue; }
                if (hit.Role is TextRole.Node && hit.Node!.Kind is not NodeKind.Total) { seen.Add(hit.Node); }
                // A line of the title that all levels share tells none of them.
                title |= hit.Role is TextRole.Title && (siblings == 0 || found.Count(h => h.Role is TextRole.Title && h.Form.IsSiblingOf(form)) < siblings);
            }
        }
        // The lines about the unit are no rows: in Word they are a table of their own.
        var marks = markedForm == form.Id ? MarkedFields(form).Count(m => m.Field.Kind is not FieldKind.Property) : 0;
        if (seen.Count == 0 && marks == 0) { return 0; }
        // The title and our own mark decide between forms whose rows read alike.
        return Math.Max(seen.Count, marks) + (title || BeforeSays(form) ? 0.9 : 0) + (markedForm == form.Id ? 0.5 : 0);
    }

    private bool BeforeSays(FormDefinition form) =>
        Grid.Before.Count > 0 && VietnameseText.FoldMarks(string.Join(' ', Grid.Before)).Contains(VietnameseText.FoldMarks(form.Title), StringComparison.Ordinal);

    /// <summary>Our marks that belong to the form.</summary>
    public IEnumerable<(FieldDefinition Field, GridMark Mark)> MarkedFields(FormDefinition form)
    {
        foreach (var mark in Grid.Marks)
        {
            if (texts.Marked(form, Grid.Host, mark.Name) is { } field) { yield return (field, mark); }
        }
    }

    /// <summary>Texts that need more than folding: split over rows, in TCVN3 or VNI, without diacritics.</summary>
    private void Second(List<GridCell> loose)
    {
        var below = loose.ToDictionary(c => (c.Row, c.Column));
        foreach (var cell in loose)
        {
            cancelled.ThrowIfCancellationRequested();
            if (taken.Contains(cell)) { continue; }
            var text = cell.Text;
            if (LegacyEncoding.Detect(text, cell.Font) is not LegacyKind.None and var kind && texts.Find(LegacyEncoding.Convert(text, kind)) is { Length: > 0 } legacy)
            {
                Take(new TextAnchor(cell, Recognition.Legacy, cell.LastRow), legacy);
            }
            else if (texts.FindBare(text) is { Length: > 0 } bare)
            {
                Take(new TextAnchor(cell, Recognition.NoDiacritics, cell.LastRow), bare);
            }
            else if (Joined(cell, below) is { } joined)
            {
                Take(new TextAnchor(cell, Recognition.Verbatim, joined.Last.LastRow), joined.Hits);
                for (var next = cell; next is not null && next.Row <= joined.Last.Row; next = below.GetValueOrDefault((next.LastRow + 1, cell.Column))) { taken.Add(next); }
            }
        }
    }

    private (TextHit[] Hits, GridCell Last)? Joined(GridCell cell, Dictionary<(int, int), GridCell> below)
    {
        var text = cell.Text;
        var last = cell;
        for (var parts = 1; parts < 4 && below.TryGetValue((last.LastRow + 1, cell.Column), out var next); parts++)
        {
            text = text.TrimEnd() + " " + next.Text.TrimStart();
            last = next;
            if (text.Length > texts.LongestText * 2) { return null; }
            if (texts.Find(text) is { Length: > 0 } hits) { return (hits, last); }
        }
        return null;
    }

    private void Take(TextAnchor anchor, TextHit[] found)
    {
        hits.Add(new TextMatch(anchor, found));
        taken.Add(anchor.Cell);
    }
}
