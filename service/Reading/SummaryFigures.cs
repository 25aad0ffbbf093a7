using LearningCity.Docs.Forms;
using LearningCity.Docs.Text;

namespace LearningCity.Docs.Reading;

/// <summary>The figures in the prose of "Tóm tắt kết quả đạt được": hints for a person, never a result.</summary>
internal static class SummaryFigures
{
    /// <summary>The summary of a row; null when the row has none or it is blank.</summary>
    public static (Entry Entry, string Text)? Of(FormEntries entries, FormNode node)
    {
        var field = node.Fields.FirstOrDefault(f => f.Kind is FieldKind.Summary);
        return field is not null && entries[field] is { Value: EntryValue.Text text } entry ? (entry, text.Value) : null;
    }

    /// <summary>"100% năm 2024, 100% năm 2023": what stands at its most cannot rise.</summary>
    public static bool FullBothYears(FormEntries entries, FormNode node) =>
        Of(entries, node) is { } summary && VietnameseNumber.TryCompareYears(summary.Text, out var years) && IsFullBothYears(years);

    public static bool IsFullBothYears(YearComparison years) => years is { ThisYear: 100, LastYear: 100 } && NumberWords.IsPercent(years.Unit);
}
