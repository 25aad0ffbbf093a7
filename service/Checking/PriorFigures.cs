using LearningCity.Docs.Forms;
using LearningCity.Docs.Reading;
using LearningCity.Docs.Text;

namespace LearningCity.Docs.Checking;

/// <summary>Số liệu năm trước: what one unit's accepted forms said of the year before, as far as this year's can be compared with it.</summary>
/// <param name="Year">The year that the figures are of.</param>
internal sealed record PriorFigures(int Year, ImmutableDictionary<(string Form, string Entry), YearFigure> Figures)
{
    /// <summary>Last year's figure of the same entry, in the same unit; null when there is none.</summary>
    public YearFigure? Of(FormDefinition form, YearFigure now) => Figures.TryGetValue((form.Id, now.Entry), out var before) && before.Unit == now.Unit ? before : null;
}

/// <summary>One figure of one year.</summary>
/// <param name="Unit">What it is counted in: <c>%</c>, <c>lần</c>, <c>triệu</c> …; empty for a count.</param>
internal sealed record YearFigure(string Entry, decimal Value, string Unit)
{
    public const string Percent = "%";

    /// <summary>The figures of a filled form: its number cells, and this year's figure in the summary of a row that is about a rise.</summary>
    public static ImmutableArray<YearFigure> All(FormEntries entries) => [.. entries.Form.Nodes.SelectMany(node => Of(entries, node))];

    public static IEnumerable<YearFigure> Of(FormEntries entries, FormNode node)
    {
        foreach (var field in node.Fields)
        {
            if (entries[field].Value is EntryValue.Number number) { yield return new YearFigure(field.Id, number.Value, UnitOf(field, number)); }
        }
        if (node.Rule is Rule.Attested { Evidence: Evidence.Rises } && SummaryFigures.Of(entries, node) is var (entry, prose) && InSummary(prose) is var (value, unit)) { yield return new YearFigure(entry.Id, value, unit); }
    }

    private static string UnitOf(FieldDefinition field, EntryValue.Number number) => number.Unit switch
    {
        NumberUnit.Percent => Percent,
        NumberUnit.Ratio => "lần",
        NumberUnit.AsField => field.Kind is FieldKind.Percent ? Percent : "",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>This year's of two years' figures, or the only figure that the summary gives.</summary>
    private static (decimal Value, string Unit)? InSummary(string prose)
    {
        if (VietnameseNumber.TryCompareYears(prose, out var years)) { return years.ThisYear is { } now ? (now, years.Dimension) : null; }
        return VietnameseNumber.FindFigures(prose) is [{ Change: Change.None } only] && !only.Notes.HasFlag(NumberNotes.AmbiguousComma) && only.Year is not YearMention.YearBefore && YearComparison.Measured(only) is { } measured
            ? measured
            : null;
    }
}
