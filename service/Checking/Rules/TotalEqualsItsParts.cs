using LearningCity.Docs.Forms;
using LearningCity.Docs.Reading;

namespace LearningCity.Docs.Checking.Rules;

/// <summary>LC3001: Nam + Nữ = Tổng.</summary>
internal sealed class TotalEqualsItsParts : ICheckingRule
{
    public IEnumerable<Finding> Check(FormEntries entries, DateOnly today)
    {
        foreach (var check in entries.Form.Nodes.SelectMany(n => n.Checks).OfType<ConsistencyCheck.Total>())
        {
            if (entries.Number(check.Sum) is not { } total || entries.Numbers(check.Parts) is not { } parts || parts.Sum() == total) { continue; }
            yield return entries[check.Sum].Finding(FindingCatalog.LC3001_TotalDiffers, EntryFindings.Sum(check.Parts, parts), parts.Sum(), check.Sum.Figure(total)) with
            {
                Related = entries.Locations(check.Parts),
            };
        }
    }
}
