using LearningCity.Docs.Forms;
using LearningCity.Docs.Reading;

namespace LearningCity.Docs.Checking.Rules;

/// <summary>LC3003: shares of one whole do not exceed it together (hộ nghèo + hộ cận nghèo ≤ 100%).</summary>
internal sealed class PartsStayWithinTheWhole : ICheckingRule
{
    public IEnumerable<Finding> Check(FormEntries entries, DateOnly today)
    {
        foreach (var check in entries.Form.Nodes.SelectMany(n => n.Checks).OfType<ConsistencyCheck.SumMax>())
        {
            if (entries.Numbers(check.Parts) is not { } parts || parts.Sum() <= check.Value) { continue; }
            yield return entries[check.Parts[0]].Finding(FindingCatalog.LC3003_PartsExceedWhole, EntryFindings.Sum(check.Parts, parts), parts.Sum(), check.Value) with
            {
                Related = entries.Locations(check.Parts.Skip(1)),
            };
        }
    }
}
