using System.Text.Json.Nodes;
using LearningCity.Docs.Checking;
using LearningCity.Docs.Documents;
using LearningCity.Docs.Evaluation;
using LearningCity.Docs.Forms;
using LearningCity.Docs.Reading;
using LearningCity.Docs.Tests.Support;

namespace LearningCity.Docs.Tests.Documents;

/// <summary>Forms and details from which every kind of paper is made: nothing filled and nothing optional given, as officials fill them, and as large as the form takes.</summary>
internal static class PaperSamples
{
    /// <summary>Details of a commune, of a ward, and of the office that receives their dossiers.</summary>
    public const string Commune = "cdht-xa-muc-2-xa", Ward = "cdht-xa-muc-2-phuong", Receiver = "tham-dinh-xa";

    private const string Iiib = "phu-luc-iiib";

    public static readonly DateOnly Today = new(2025, 4, 1);
    public static readonly string Folder = Repository.Path("templates", "documents");
    public static readonly DocumentCatalog Catalog = DocumentCatalog.Load(Folder);
    public static readonly FormDocuments Documents = new(Folder, Catalog);

    public static string Json(DocumentKind kind) => Fixture(kind.Id switch
    {
        "quyet-dinh" => "quyet-dinh",
        "bao-cao-tham-dinh" or "to-trinh-hoi-dong" or "tra-loi" => Receiver,
        _ => FormOf(kind) switch { Iiib => "phu-luc-iiib-2277", SampleValues.Commune => Commune, _ => "ke-hoach-128" },
    });

    /// <summary>A details file of <c>tests/fixtures/details</c>.</summary>
    public static string Fixture(string name) => File.ReadAllText(Repository.Path("tests", "fixtures", "details", name + ".json"));

    /// <summary>The form that the papers of a kind are made from in tests.</summary>
    public static string FormOf(DocumentKind kind) => kind.Id switch
    {
        "to-trinh" or "bao-cao" or "phu-luc-iiib" or "bien-ban" or "quyet-dinh" => Iiib,
        "bieu-ket-qua" or "bao-cao-tham-dinh" or "to-trinh-hoi-dong" or "tra-loi" => SampleValues.Commune,
        _ => "unesco-ba-dinh",
    };

    /// <summary>A kind of paper that is this form, also a form that has none of its own.</summary>
    public static DocumentKind AnnexOf(ref FormDefinition form)
    {
        const string family = "thu-nghiem";
        var annex = Catalog.Find(Iiib)!;
        form = form with { Family = family, Paper = annex.Id };
        return annex with { Families = [family], Template = Catalog.TemplateOf(form.Layout) };
    }

    public static ImmutableArray<DocumentKind> DossierOf(string form) => Catalog.DossierOf(SampleForms.Form(form));

    /// <summary>All right throughout; for a paper that refuses, a form that falls short.</summary>
    public static FormCheck Typical(DocumentKind kind) => kind.Claims is Claim.Refusal ? Filled(FormOf(kind), SampleValues.CommuneFailed) : Typical(FormOf(kind));

    public static FormCheck Empty(DocumentKind kind) => Empty(FormOf(kind));

    public static FormCheck Extreme(DocumentKind kind) => Extreme(FormOf(kind));

    /// <summary>As read from a form filled by an official; all right throughout.</summary>
    public static FormCheck Typical(string form) => Filled(form, SampleValues.Right(form));

    public static FormCheck Filled(string form, IReadOnlyDictionary<string, string> values)
    {
        var definition = SampleForms.Form(form);
        return Of(new FormEntries(definition, Host.Excel, [.. definition.Fields.Select(f => Read(definition, f, values.GetValueOrDefault(f.Id, "")))], []));
    }

    public static FormCheck Empty(string form) => Filled(form, new Dictionary<string, string>());

    /// <summary>Summaries of 3,000 characters with everything that XML and Word treat in their own way; the other fields as large as they may be.</summary>
    public static FormCheck Extreme(string form) => Of(FilledForm.Of(SampleForms.Form(form), field => field.Kind switch
    {
        FieldKind.Summary => new EntryValue.Text(Long(3000)),
        FieldKind.Result => new EntryValue.Choice("Đạt"),
        FieldKind.Percent => new EntryValue.Number(99.999999m),
        FieldKind.Count => new EntryValue.Number(123_456_789),
        FieldKind.Trend => new EntryValue.Choice("increase"),
        FieldKind.Rating => new EntryValue.Choice("2"),
        FieldKind.Property => new EntryValue.Choice("Không"),
        _ => throw new ArgumentOutOfRangeException(nameof(form)),
    }));

    /// <summary>The details of a kind: only what it needs, left open where it may be.</summary>
    public static DocumentDetails Least(DocumentKind kind) => Details(kind, Only(JsonNode.Parse(Json(kind))!.AsObject(), "", [.. kind.Details.Where(d => d.Required).Select(d => d.Name)]).ToJsonString());

    public static DocumentDetails Usual(DocumentKind kind) => Details(kind, Json(kind));

    /// <summary>Long lists, long names, and thirteen recipients that need two lines each.</summary>
    public static DocumentDetails Most(DocumentKind kind)
    {
        var json = JsonNode.Parse(Json(kind))!.AsObject();
        json["recipients"] = new JsonArray([.. Enumerable.Range(1, 13).Select(i => (JsonNode)$"Các phòng, ban, ngành, tổ chức chính trị - xã hội và đơn vị sự nghiệp trực thuộc số {i} <A & B>")]);
        json["addressees"] = new JsonArray("Ủy ban nhân dân Thành phố (qua Sở Giáo dục và Đào tạo)", "Hội đồng đánh giá, công nhận “Cộng đồng học tập” của Thành phố");
        json["subject"] = Long(400);
        json["signer"]!["name"] = "Công Tằng Tôn Nữ Nguyễn Phước Thị Huyền Trang";
        return Details(kind, json.ToJsonString());
    }

    /// <summary>As usual, and with Word's own signature line.</summary>
    public static DocumentDetails Signed(DocumentKind kind, bool signed = true)
    {
        var json = JsonNode.Parse(Json(kind))!.AsObject();
        json["signer"]!["signatureLine"] = signed;
        return Details(kind, json.ToJsonString());
    }

    public static DocumentDetails Details(DocumentKind kind, string json)
    {
        var reading = DetailsReader.Read(json, kind, Catalog);
        reading.Findings.Select(f => $"{kind.Id} {f.Location}: {f.Message(LanguageTable.English)}").ShouldBeEmpty();
        return reading.Details!;
    }

    /// <summary>For what is drawn from entries alone; the form may have no rules.</summary>
    public static FormCheck Unjudged(FormEntries entries) => new(entries, [], new FormEvaluation(Verdict.None, new Sentence("outcome.recorded"), new OutcomeCounts(0, 0, 0, 0, 0, 0), [], []));

    public static FormCheck Of(FormEntries entries) => new(entries, FormChecker.Check(entries, Today), Evaluator.Evaluate(entries));

    private static Entry Read(FormDefinition form, FieldDefinition field, string typed) =>
        new(field, EntryReader.Read(form, field, new RawCell(typed, RawKind.Text, Location.File)).Value, typed, Location.File);

    private static string Long(int length)
    {
        const string piece = "Đã ban hành 07 văn bản <chỉ đạo> & \"hướng dẫn\"; ộ ợ ữ ỹ; 100% – đạt; {{khong_phai_ten}} '€' 😀\tvà\nxuống dòng. ";
        return string.Concat(Enumerable.Repeat(piece, length / piece.Length + 1))[..length];
    }

    private static JsonObject Only(JsonObject json, string prefix, HashSet<string> names)
    {
        var only = new JsonObject();
        foreach (var (name, value) in json)
        {
            if (value is JsonObject group && Only(group, prefix + name + ".", names) is { Count: > 0 } kept) { only[name] = kept; }
            else if (names.Contains(prefix + name)) { only[name] = value!.DeepClone(); }
        }
        return only;
    }
}
