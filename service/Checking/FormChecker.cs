using LearningCity.Docs.Checking.Rules;
using LearningCity.Docs.Reading;

namespace LearningCity.Docs.Checking;

/// <summary>Kiểm tra: what reading found and what the rules find, in the order of the form, what is about the whole file first.</summary>
internal static class FormChecker
{
    /// <summary>In the order in which causes come before what follows from them.</summary>
    private static readonly ImmutableArray<ICheckingRule> Rules =
    [
        new FormIsInForce(),
        new PropertiesAreAnswered(),
        new RequiredEntryIsFilled(),
        new EvidenceStandsBehindDat(),
        new TotalEqualsItsParts(),
        new RateLiesBetweenItsParts(),
        new PartsStayWithinTheWhole(),
        new CriterionFollowsItsIndicators(),
        new RecognitionFollowsTheCriteria(),
        new SummaryFiguresAgree(),
        new SummaryBearsOutTheThreshold(),
        new SummaryBearsOutTheLevel(),
        new SummaryBearsOutTheRise(),
    ];

    /// <param name="prior">The unit's accepted figures of the year before; null when none are known.</param>
    /// <param name="cancelled">Asked between the rules.</param>
    public static ImmutableArray<Finding> Check(FormEntries entries, DateOnly today, PriorFigures? prior = null, CancellationToken cancelled = default)
    {
        var findings = new List<Finding>(entries.Findings);
        foreach (var rule in prior is null ? Rules : Rules.Add(new FiguresFollowLastYear(prior)))
        {
            cancelled.ThrowIfCancellationRequested();
            findings.AddRange(rule.Check(entries, today));
        }
        if (findings.Count < 2) { return [.. findings]; }
        var order = entries.Form.Fields.ToDictionary(f => f.Id, f => f.Order, StringComparer.Ordinal);
        return [.. FindingPlaces.Gathered([.. findings
            .OrderBy(f => f.Entry is { } id ? order.GetValueOrDefault(id, -1) : -1)
            .ThenByDescending(f => f.Severity)
            .ThenBy(f => f.Code, StringComparer.Ordinal)])];
    }
}
