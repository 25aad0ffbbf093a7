using System.Text.Json;
using LearningCity.Docs.Documents;
using LearningCity.Docs.Templating;

namespace LearningCity.Docs.Benchmarks;

/// <summary>
/// The papers from the shipped samples of filled forms and officials' details: forms, templates and details are read beforehand and templates compiled, the model and the .docx are in the run.
/// A paper goes by the id of its kind, a whole dossier (papers, filled form, manifest, one zip) by that of its form, where the details are read again for each paper.
/// </summary>
internal static class PaperWork
{
    private static readonly DateOnly Today = new(2025, 6, 1);
    private static readonly FormCatalog Forms = FormCatalog.Load(Folder("templates", "forms"));
    private static readonly DocumentCatalog Catalog = DocumentCatalog.Load(Folder("templates", "documents"));

    /// <summary>Every kind, then every dossier.</summary>
    public static ImmutableArray<string> Names => [.. Catalog.Kinds.Select(k => k.Id), .. Samples.Select(form => DossierOf + form)];

    private const string DossierOf = "dossier-";

    /// <summary>The forms that there is a filled sample of.</summary>
    private static readonly ImmutableArray<string> Samples = ["cdht-xa-muc-2", "phu-luc-iiib", "unesco-ba-dinh"];

    /// <param name="name">One of <see cref="Names"/>.</param>
    public static Work Of(string name)
    {
        if (name.StartsWith(DossierOf, StringComparison.Ordinal)) { return DossierWork(name, name[DossierOf.Length..]); }
        var kind = Catalog.Find(name) ?? throw new ArgumentException($"no paper '{name}'; there are: {string.Join(", ", Names)}");
        var documents = Documents();
        var form = Filled(FormOf(kind));
        var reading = DetailsReader.Read(DetailsOf(kind), kind, Catalog);
        var details = reading.Findings.IsEmpty ? reading.Details! : throw new InvalidDataException(string.Join('\n', reading.Findings));
        return new("paper", name, "", form.Entries.Entries.Length, () => documents.Render(kind, form, details), answer => Worth((byte[])answer, "word/document.xml"));
    }

    /// <summary>For the rivals: what a paper's template is filled with, <c>paper-KIND.model.json</c>, and our paper as the right answer, <c>paper-KIND.docx</c>.</summary>
    public static void WriteModels(string folder)
    {
        foreach (var id in (string[])["to-trinh", "bien-ban", "quyet-dinh"])
        {
            var kind = Catalog.Find(id)!;
            var form = Filled(FormOf(kind));
            var details = DetailsReader.Read(DetailsOf(kind), kind, Catalog).Details!;
            File.WriteAllBytes(Path.Combine(folder, $"paper-{id}.model.json"), JsonSerializer.SerializeToUtf8Bytes(PaperModel.Of(kind, form, details, Catalog, draft: false)));
            File.WriteAllBytes(Path.Combine(folder, $"paper-{id}.docx"), Documents().Render(kind, form, details));
        }
    }

    private static Work DossierWork(string name, string id)
    {
        var dossiers = new DossierDocuments(Documents(), Catalog);
        var (form, details) = (Filled(id), Details(id));
        return new("paper", name, "", form.Entries.Entries.Length,
            () => dossiers.Make(form, details) is DossierResult.Made made ? made.Dossier.Zip() : throw new InvalidDataException("no dossier"),
            answer => Worth((byte[])answer, Dossier.Manifest));
    }

    private static FormDocuments Documents() => new(Folder("templates", "documents"), Catalog);

    private static FormCheck Filled(string form) =>
        new FormPipeline(Forms).Check(File.ReadAllBytes(Path.Combine(Folder("templates", "samples"), form + ".right.xlsx")), Today) is CheckResult.Checked { Forms: [var check, ..] } ? check : throw new InvalidDataException(form);

    private static string DetailsOf(DocumentKind kind) => Details(kind.Id == "quyet-dinh" ? kind.Id : kind.Issuer is Issuer.Office && kind.Claims is not Claim.Refusal ? FormOf(kind) : "tham-dinh");

    private static string FormOf(DocumentKind kind) => Samples.Last(form => kind.Fits(Forms.Find(form)!));

    private static string Details(string of) => File.ReadAllText(Path.Combine(Folder("details"), of switch { "phu-luc-iiib" => "phu-luc-iiib-2277.json", "quyet-dinh" => "quyet-dinh.json", "cdht-xa-muc-2" => "cdht-xa-muc-2-xa.json", "tham-dinh" => "tham-dinh-xa.json", _ => "ke-hoach-128.json" }));

    /// <summary>Right when the part that tells is there and no tag is left in it.</summary>
    private static IEnumerable<KeyValuePair<string, object>> Worth(byte[] file, string telling) =>
    [
        new("ok", DocxFile.Read(file).FirstOrDefault(p => p.Name == telling) is { } part && part.Bytes.AsSpan().IndexOf("{{"u8) < 0),
        new("out_bytes", file.Length),
    ];

    private static string Folder(params string[] parts) => Path.Combine([AppContext.BaseDirectory, .. parts]);
}
