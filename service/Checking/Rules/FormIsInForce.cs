using LearningCity.Docs.Reading;

namespace LearningCity.Docs.Checking.Rules;

/// <summary>LC1113: a form whose validity has ended is still read and printed; whoever sends it should know.</summary>
internal sealed class FormIsInForce : ICheckingRule
{
    public IEnumerable<Finding> Check(FormEntries entries, DateOnly today) => entries.Form is { ValidTo: { } last } form && today > last
        ? [new Finding(FindingCatalog.LC1113_ValidityEnded, Location.File, form.Annex ?? form.Sheet, last) { Basis = form.ValidToNote }]
        : [];
}
