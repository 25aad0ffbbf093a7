using LearningCity.Docs.Reading;

namespace LearningCity.Docs.Checking;

/// <summary>One thing that must hold in a filled form. A rule looks at entries that could be read; one that could not has its finding already.</summary>
internal interface ICheckingRule
{
    IEnumerable<Finding> Check(FormEntries entries, DateOnly today);
}
