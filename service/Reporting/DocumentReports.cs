using System.ComponentModel.DataAnnotations;
using System.Globalization;
using LearningCity.Docs.Documents;
using LearningCity.Docs.Forms;

namespace LearningCity.Docs.Reporting;

/// <summary>A kind of paper, with the details it needs.</summary>
/// <param name="Forms">The ids of the forms that it can be made from.</param>
/// <param name="InDossier">It goes up with the other papers of each of its forms.</param>
/// <param name="OwnTemplate">It is made with a template of the agency's own, not the shipped one.</param>
/// <param name="Disabled">Why no paper of this kind can be made: in words, the faults of the agency's template; null where it can.</param>
/// <param name="TemplateFindings">What is wrong or doubtful in the agency's template, each with its place.</param>
/// <param name="Own">Where one details file serves several papers: <c>number</c> → <c>report.number</c>, which is this paper's.</param>
internal sealed record DocumentKindReport(
    string Id, string Title, ImmutableArray<string> Forms, bool InDossier, bool OwnTemplate, string? Disabled, ImmutableArray<FindingReport> TemplateFindings, IReadOnlyDictionary<string, string> Own, ImmutableArray<DetailReport> Details);

/// <param name="Name"><c>signer.name</c> is <c>name</c> inside <c>signer</c>.</param>
/// <param name="Type"><c>text</c>, <c>number</c> (digits in a string), <c>symbol</c>, <c>date</c> (yyyy-MM-dd), <c>year</c> (a number), <c>list</c> (an array of strings) or <c>flag</c> (true or false).</param>
/// <param name="Example">As it stands in the details file.</param>
internal sealed record DetailReport(string Name, string Label, [property: AllowedValues("text", "number", "symbol", "date", "year", "list", "flag")] string Type, bool Required, object Example);

/// <summary>Kinds of papers → what other programs read.</summary>
internal static class DocumentReports
{
    public static ImmutableArray<DocumentKindReport> List(DocumentCatalog catalog, FormCatalog forms, OwnTemplates templates, LanguageTable language) => [.. catalog.Kinds.Select(kind =>
    {
        var own = templates.Find(kind);
        var fitting = forms.Forms.Where(kind.Fits).OrderBy(form => form.Order).ToList();
        return new DocumentKindReport(
            kind.Id, kind.Title, [.. fitting.Select(form => form.Id)], fitting.Exists(form => catalog.DossierOf(form).Contains(kind)),
            own is not null, own is { IsDefective: true } ? language.Render(Documents.OwnTemplate.Why([own])) : null, CheckReports.Of(own?.Findings ?? [], language),
            new SortedDictionary<string, string>(kind.Own, StringComparer.Ordinal), [.. kind.Details.Select(Detail)]);
    })];

    private static DetailReport Detail(DetailDefinition detail) => new(detail.Name, detail.Label, CheckReports.Lower(detail.Type.ToString()), detail.Required, detail.Type switch
    {
        DetailType.List => detail.Example,
        DetailType.Year => int.Parse(detail.Example[0], CultureInfo.InvariantCulture),
        DetailType.Flag => bool.Parse(detail.Example[0]),
        _ => detail.Example[0],
    });
}
