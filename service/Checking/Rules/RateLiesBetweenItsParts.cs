using LearningCity.Docs.Forms;
using LearningCity.Docs.Reading;

namespace LearningCity.Docs.Checking.Rules;

/// <summary>LC3002: the rate of all lies between the rates of men and women, whatever their numbers.</summary>
internal sealed class RateLiesBetweenItsParts : ICheckingRule
{
    public IEnumerable<Finding> Check(FormEntries entries, DateOnly today)
    {
        foreach (var check in entries.Form.Nodes.SelectMany(n => n.Checks).OfType<ConsistencyCheck.Between>())
        {
            if (entries.Number(check.Field) is not { } whole || entries.Numbers(check.Parts) is not { } parts || (whole >= parts.Min() && whole <= parts.Max())) { continue; }
            var (lowest, highest) = (check.Parts[parts.IndexOf(parts.Min())], check.Parts[parts.IndexOf(parts.Max())]);
            yield return entries[check.Field].Finding(FindingCatalog.LC3002_RateOutsideParts, check.Field.Figure(whole), lowest.Figure(parts.Min()), highest.Figure(parts.Max())) with
            {
                Related = entries.Locations(check.Parts),
            };
        }
    }
}
