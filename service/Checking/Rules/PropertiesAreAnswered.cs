using LearningCity.Docs.Forms;
using LearningCity.Docs.Reading;

namespace LearningCity.Docs.Checking.Rules;

/// <summary>LC2011 to LC2014: what kind of unit it is must be said where a threshold depends on it, must agree with itself, and with results that say "Không áp dụng".</summary>
internal sealed class PropertiesAreAnswered : ICheckingRule
{
    public IEnumerable<Finding> Check(FormEntries entries, DateOnly today)
    {
        foreach (var property in entries.Form.Properties)
        {
            var entry = entries[property.Field];
            if (property.Field.Required && entry.Value is EntryValue.Blank && entries.Has(property.Id) is null)
            {
                yield return entry.Finding(FindingCatalog.LC2011_PropertyOpen, property.Label, property.Field.Id, property.Basis) with { Value = null, Basis = property.Basis };
            }
            if (property.Within is { } whole && entries.Has(property.Id) is true && entries.Has(whole) is false)
            {
                var other = entries.Form.Property(whole);
                yield return entry.Finding(FindingCatalog.LC2012_PropertiesContradict, property.Label, other.Label) with { Related = [entries[other.Field].Location] };
            }
        }
        foreach (var node in entries.Form.Nodes)
        {
            if (node.Applies is not { } applies || entries.Result(node) is not { } typed) { continue; }
            var (property, result) = (entries.Form.Property(applies.Property), entries[node.Result()!]);
            var has = applies.IsExcluded ? ChoiceWords.No : ChoiceWords.Yes;
            if (typed == ChoiceWords.NotApplicable && entries.AppliesTo(node) is true)
            {
                yield return result.Finding(FindingCatalog.LC2013_ResultThoughItApplies, FormNames.Of(entries.Form, node), property.Label, has) with { Related = [entries[property.Field].Location], Basis = node.Title };
            }
            else if (typed != ChoiceWords.NotApplicable && entries.AppliesTo(node) is false)
            {
                yield return result.Finding(FindingCatalog.LC2014_ResultThoughOutside, FormNames.Of(entries.Form, node), typed, property.Label, applies.IsExcluded ? ChoiceWords.Yes : ChoiceWords.No) with { Related = [entries[property.Field].Location], Basis = node.Title };
            }
        }
    }
}
