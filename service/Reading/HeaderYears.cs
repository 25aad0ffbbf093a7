using System.Text.RegularExpressions;
using LearningCity.Docs.Forms;

namespace LearningCity.Docs.Reading;

/// <summary>
/// Two columns for the same thing: last year's and this year's ("năm 2023 | năm 2024"), or an old one that was kept. One is never picked in silence: the year of the form
/// decides where exactly one header names it.
/// </summary>
internal static partial class HeaderYears
{
    /// <summary>As like as this, a header is another one of the same title.</summary>
    private const double Same = 0.6;

    /// <param name="Column">Which column of the form, from 0.</param>
    /// <param name="Cells">The headers, left to right.</param>
    /// <param name="Words">What each says, with the titles above it.</param>
    internal sealed record Rivals(int Column, ImmutableArray<GridCell> Cells, ImmutableArray<string> Words);

    /// <summary>Null where every column of entries has one header.</summary>
    public static Rivals? Candidates(FormDefinition form, List<(GridCell Cell, string Words)> headers, ImmutableArray<GridCell?> found, Func<string, string, double> likeness)
    {
        for (var i = 0; i < found.Length; i++)
        {
            if (form.Columns[i].Role is not (ColumnRole.Field or ColumnRole.Data) || found[i] is not { } title) { continue; }
            var rivals = headers.Where(h => h.Cell != title && !found.Contains(h.Cell) && likeness(form.Columns[i].Title, WithoutYears(h.Words)) >= Same).ToList();
            if (rivals.Count > 0) { return Of(i, rivals.Append(headers.First(h => h.Cell == title))); }
            // One title over several columns, each with a year of its own.
            var own = headers.First(h => h.Cell == title);
            var below = headers.Where(h => h.Cell != title && h.Cell.Row > title.LastRow && h.Cell.Column > title.Column && h.Cell.Column < title.Column + title.ColumnSpan && Years(h.Words).Any()).ToList();
            if (below.Count > 0 && Years(own.Words).Any() && title.Grid.At(below[0].Cell.Row, title.Column) is { } first) { return Of(i, below.Prepend((first, own.Words))); }
        }
        return null;

        static Rivals Of(int column, IEnumerable<(GridCell Cell, string Words)> cells)
        {
            var sorted = cells.OrderBy(c => c.Cell.Column).ToList();
            return new Rivals(column, [.. sorted.Select(c => c.Cell)], [.. sorted.Select(c => c.Words)]);
        }
    }

    /// <summary>The header that alone names the form's year; null when it must be asked.</summary>
    public static GridCell? Decided(Rivals rivals, ImmutableArray<int> formYears)
    {
        if (formYears is not [var year]) { return null; }
        var named = Enumerable.Range(0, rivals.Cells.Length).Where(i => Years(rivals.Words[i]).Contains(year)).ToList();
        return named.Count == 1 ? rivals.Cells[named[0]] : null;
    }

    public static IEnumerable<int> Years(string text) => Year().Matches(text).Select(m => int.Parse(m.Value, System.Globalization.CultureInfo.InvariantCulture)).Distinct();

    private static string WithoutYears(string text) => Year().Replace(text, "").Replace("năm", "", StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex(@"(?<!\d)(?:19|20)\d\d(?!\d)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Year();
}
