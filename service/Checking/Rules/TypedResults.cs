using LearningCity.Docs.Forms;
using LearningCity.Docs.Reading;

namespace LearningCity.Docs.Checking.Rules;

/// <summary>
/// The results as typed, and what follows from those of the indicators (Lưu ý 1.b, 2). True: Đạt; false: Không đạt; null: neither can be said, or is said: a row that does not apply to the unit
/// holds no other up.
/// </summary>
internal sealed class TypedResults(FormEntries entries)
{
    public bool? Typed(FormNode node) => Entry(node)?.Value is EntryValue.Choice { Value: ChoiceWords.Met or ChoiceWords.NotMet } choice ? choice.Value == ChoiceWords.Met : null;

    /// <summary>From the indicators alone, whatever is typed beside the criteria.</summary>
    public bool? Computed(FormNode node) => node.Kind is NodeKind.Indicator ? Typed(node) ?? (entries.IsOutside(node) ? true : null) : All(node.Children.Select(Computed));

    /// <summary>Met when all are; one that is not decides; otherwise unknown.</summary>
    public static bool? All(IEnumerable<bool?> parts)
    {
        bool? all = true;
        foreach (var part in parts)
        {
            if (part is false) { return false; }
            if (part is null) { all = null; }
        }
        return all;
    }

    public Entry? Entry(FormNode node) => node.Result() is { } field ? entries[field] : null;

    public static IEnumerable<FormNode> Indicators(FormNode node) => node.Kind is NodeKind.Indicator ? [node] : node.Children.SelectMany(Indicators);

    /// <summary>Blank although its row is there. False for one that could not be read or found: that is another finding.</summary>
    public bool IsOpen(FormNode indicator) => Entry(indicator) is { Found: true, Value: EntryValue.Blank };
}
