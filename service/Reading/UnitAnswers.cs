using LearningCity.Docs.Forms;

namespace LearningCity.Docs.Reading;

/// <summary>What is known of the unit: answers in the file, and for those that it leaves open, answers that were given beside it.</summary>
internal static class UnitAnswers
{
    /// <summary>True, false, or null where nobody says. What is no case of the whole is none of its parts either.</summary>
    public static bool? Has(this FormEntries entries, string property)
    {
        var known = entries.Form.Property(property);
        if (entries[known.Field].Value is EntryValue.Choice choice) { return choice.Value == ChoiceWords.Yes; }
        return known.Within is { } whole && entries.Has(whole) is false ? false : null;
    }

    /// <summary>Whether the row applies to this unit; null where that depends on what nobody said.</summary>
    public static bool? AppliesTo(this FormEntries entries, FormNode node) =>
        node.Applies is not { } applies ? true : entries.Has(applies.Property) is { } has ? has != applies.IsExcluded : null;

    /// <summary>True for a row that need not be filled: it does not apply to this unit, or the unit says so.</summary>
    public static bool IsOutside(this FormEntries entries, FormNode node) => node.Applies is not null
        && (entries.AppliesTo(node) is false || entries.Result(node) is ChoiceWords.NotApplicable);

    /// <summary>The word typed as the row's result; null when it has none, or none that can be read.</summary>
    public static string? Result(this FormEntries entries, FormNode node) =>
        node.Fields.FirstOrDefault(f => f.Kind is FieldKind.Result) is { } field && entries[field].Value is EntryValue.Choice choice ? choice.Value : null;

    /// <summary>Answers given beside the file: they stand where the file says nothing; where it says something else, the file stands and that is told.</summary>
    /// <param name="answers">By entry id: <c>unit.vung_kho_khan</c>.</param>
    public static FormEntries With(this FormEntries entries, ImmutableDictionary<string, bool> answers)
    {
        foreach (var property in entries.Form.Properties)
        {
            if (!answers.TryGetValue(property.Field.Id, out var answer)) { continue; }
            var entry = entries[property.Field];
            var word = answer ? ChoiceWords.Yes : ChoiceWords.No;
            entries = entry.Value switch
            {
                EntryValue.Blank => entries with { Entries = entries.Entries.Replace(entry, entry with { Value = new EntryValue.Choice(word), IsGiven = true }) },
                EntryValue.Choice choice when choice.Value != word => entries with
                {
                    Findings = entries.Findings.Add(new Finding(FindingCatalog.LC2015_GivenAnswerDiffers, entry.Location, property.Label, choice.Value, word) { Entry = entry.Id, Value = entry.Raw }),
                },
                _ => entries,
            };
        }
        return entries;
    }
}
