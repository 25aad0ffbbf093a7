using LearningCity.Docs.Forms;
using LearningCity.Docs.Reading;

namespace LearningCity.Docs.Checking.Rules;

/// <summary>LC2010: where the regulation makes evidence a condition, Đạt without any.</summary>
internal sealed class EvidenceStandsBehindDat : ICheckingRule
{
    public IEnumerable<Finding> Check(FormEntries entries, DateOnly today)
    {
        if (entries.Form.RollUp is not RollUp.AllOf { EvidenceBasis: { } basis }) { yield break; }
        foreach (var node in entries.Form.Indicators)
        {
            if (entries.Result(node) is not ChoiceWords.Met || node.Fields.FirstOrDefault(f => f.Kind is FieldKind.Evidence) is not { } field || entries[field] is not { Found: true, Value: EntryValue.Blank } entry) { continue; }
            yield return entry.Finding(FindingCatalog.LC2010_EvidenceMissing, FormNames.Of(entries.Form, node), basis) with { Value = null, Basis = basis, Related = [entries[node.Result()!].Location] };
        }
    }
}
