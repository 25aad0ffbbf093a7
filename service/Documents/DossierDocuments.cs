using System.Globalization;
using LearningCity.Docs.Templating;

namespace LearningCity.Docs.Documents;

/// <summary>
/// Hồ sơ: the papers of a form that go up together, from one details file, in the order of <c>documents.yaml</c>, then the filled form and a manifest of SHA-256 sums. The same input makes the same bytes.
/// </summary>
internal sealed class DossierDocuments(FormDocuments documents, DocumentCatalog catalog)
{
    /// <summary>The name of the filled form, without its ending.</summary>
    public const string FilledForm = "bieu-da-dien";

    /// <param name="details">One file for all papers, as JSON.</param>
    /// <param name="filled">The user's own file, put in as it is; null for the form as we write it.</param>
    public DossierResult Make(FormCheck form, string details, bool draft = false, PackagePart? filled = null)
    {
        var kinds = catalog.DossierOf(form.Entries.Form);
        if (kinds.IsEmpty) { throw new ArgumentException($"The form '{form.Entries.Form.Id}' has no dossier.", nameof(form)); }
        var readings = kinds.Select(kind => (kind, reading: DetailsReader.Read(details, kind, catalog, forDossier: true, catalog.ProcedureOf(form.Entries.Form)))).ToList();
        var inDetails = readings.SelectMany(r => r.reading.Findings);
        var inForm = draft ? [] : kinds.SelectMany(kind => KindConditions.Forbidding(kind, form));
        ImmutableArray<Finding> findings = [.. inDetails.Concat(inForm).DistinctBy(f => (f.Code, f.Location, f.Message(LanguageTable.Vietnamese)))];
        if (readings.Exists(r => r.reading.Details is null) || inForm.Any()) { return new DossierResult.Forbidden(findings); }
        var warnings = findings.ToList();
        var papers = ImmutableArray.CreateBuilder<PackagePart>(readings.Count);
        var register = ImmutableArray.CreateBuilder<RegisteredPaper>(readings.Count);
        foreach (var (kind, reading) in readings)
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"{papers.Count + 1:00}-{kind.Id}.docx");
            papers.Add(new PackagePart(name, documents.Render(kind, form, reading.Details!, draft, warnings)));
            register.Add(Registered(kind, reading.Details!, papers[^1]));
        }
        var all = readings.Select(r => r.reading.Details!).ToList();
        var record = new DossierRecord(form, all.Select(d => d.Text("agency")).First(agency => agency is not null)!, all.Select(d => d.Year("year")).First(year => year is not null)!.Value, register.MoveToImmutable());
        var dossier = new Dossier(papers.MoveToImmutable(), filled ?? new PackagePart(FilledForm + ".docx", documents.Filled(form.Entries)), record);
        return new DossierResult.Made(dossier) { Warnings = [.. warnings] };
    }

    private static RegisteredPaper Registered(DocumentKind kind, DocumentDetails details, PackagePart file) => new(
        kind.Id, file.Name, details.Text("number"), kind.Details.Any(d => d.Name == "symbol") ? DocumentSymbol.Of(kind, details) : null, details.Date("date"), Dossier.Sum(file));
}

/// <summary>What making a dossier came to. A closed union.</summary>
internal abstract record DossierResult
{
    private DossierResult() { }

    internal sealed record Made(Dossier Dossier) : DossierResult
    {
        /// <summary>What was left out because no document can hold it: of the details by name, of the form's values by paper.</summary>
        public ImmutableArray<Finding> Warnings { get; init; } = [];
    }

    /// <summary>The form or the details do not allow it: each reason once.</summary>
    internal sealed record Forbidden(ImmutableArray<Finding> Findings) : DossierResult;
}
