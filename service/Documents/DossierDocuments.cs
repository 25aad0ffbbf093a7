using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using LearningCity.Docs.Templating;

namespace LearningCity.Docs.Documents;

/// <summary>
/// Hồ sơ: the papers of a form that go up together, from one details file, in the order of <c>documents.yaml</c>, then the filled form and a manifest of SHA-256 sums. The same input makes the same bytes.
/// </summary>
internal sealed class DossierDocuments(FormDocuments documents, DocumentCatalog catalog)
{
    /// <summary>In the form of <c>sha256sum</c>, so that anyone can check it with what the system has.</summary>
    public const string Manifest = "SHA256SUMS.txt";

    /// <summary>The name of the filled form, without its ending.</summary>
    public const string FilledForm = "bieu-da-dien";

    /// <param name="details">One file for all papers, as JSON.</param>
    /// <param name="filled">The user's own file, put in as it is; null for the form as we write it.</param>
    /// <param name="warnings">Gets what was left out of the values because no document can hold it, by paper.</param>
    public DossierResult Make(FormCheck form, string details, bool draft = false, PackagePart? filled = null, List<Finding>? warnings = null)
    {
        var id = form.Entries.Form.Id;
        var kinds = catalog.Dossiers.GetValueOrDefault(id, []);
        if (kinds.IsEmpty) { throw new ArgumentException($"The form '{id}' has no dossier.", nameof(form)); }
        var readings = kinds.Select(kind => (kind, reading: DetailsReader.Read(details, kind, catalog, forDossier: true))).ToList();
        ImmutableArray<Finding> forbidding = [.. readings.SelectMany(r => r.reading.Findings).Concat(draft ? [] : kinds.SelectMany(kind => KindConditions.Forbidding(kind, form)))
            .DistinctBy(f => (f.Code, f.Location, f.Message(LanguageTable.Vietnamese)))];
        if (!forbidding.IsEmpty) { return new DossierResult.Forbidden(forbidding); }
        var files = ImmutableArray.CreateBuilder<PackagePart>();
        foreach (var (kind, reading) in readings)
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"{files.Count + 1:00}-{kind.Id}.docx");
            files.Add(new PackagePart(name, documents.Render(kind, form.Entries, reading.Details!, draft, warnings)));
        }
        files.Add(filled ?? new PackagePart(FilledForm + ".docx", documents.Filled(form.Entries)));
        files.Add(new PackagePart(Manifest, Encoding.UTF8.GetBytes(string.Concat(files.Select(f => $"{Convert.ToHexStringLower(SHA256.HashData(f.Bytes))}  {f.Name}\n")))));
        return new DossierResult.Made(files.ToImmutable());
    }

    /// <summary>All files in one zip, its dates fixed.</summary>
    public static byte[] Zip(ImmutableArray<PackagePart> files)
    {
        using var zip = new ZipWriter();
        foreach (var file in files) { zip.Add(ZipWriter.Pack(file)); }
        return zip.Finish();
    }
}

/// <summary>What making a dossier came to. A closed union.</summary>
internal abstract record DossierResult
{
    private DossierResult() { }

    /// <summary>In their order, the manifest last.</summary>
    internal sealed record Made(ImmutableArray<PackagePart> Files) : DossierResult;

    /// <summary>The form or the details do not allow it: each reason once.</summary>
    internal sealed record Forbidden(ImmutableArray<Finding> Findings) : DossierResult;
}
