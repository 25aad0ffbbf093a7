using LearningCity.Docs.Forms;

namespace LearningCity.Docs.Documents;

/// <summary>The papers that the program makes: <c>templates/documents/documents.yaml</c>, read strictly once.</summary>
internal sealed class DocumentCatalog
{
    public const string FileName = "documents.yaml";

    private readonly ImmutableDictionary<string, ImmutableArray<DocumentKind>> dossiers;

    private DocumentCatalog(FormYaml yaml)
    {
        if (yaml.Number("schema") != 1) { throw yaml.Fault("schema", "only schema 1 is known"); }
        var layouts = yaml.Child("layouts");
        ResultsTemplate = layouts.Text("results");
        FiguresTemplate = layouts.Text("figures");
        layouts.Done();
        var abbreviations = yaml.Child("abbreviations");
        var families = yaml.Child("families");
        Families = families.Keys.ToImmutableDictionary(key => key, families.Text);
        Abbreviations = abbreviations.Keys.ToImmutableDictionary(key => key, abbreviations.Text);
        Details = [.. yaml.Children("details").Select(Detail)];
        if (Details.GroupBy(d => d.Name).FirstOrDefault(g => g.Count() > 1) is { } doubled) { throw yaml.Fault("details", $"'{doubled.Key}' is defined twice"); }
        Procedures = [.. yaml.Children("procedures").Select(p => Procedure.Read(p, Details))];
        Kinds = [.. yaml.Children("kinds").Select(Kind)];
        if (Kinds.GroupBy(k => k.Id).FirstOrDefault(g => g.Count() > 1) is { } twice) { throw yaml.Fault("kinds", $"'{twice.Key}' is defined twice"); }
        dossiers = yaml.Children("dossiers").ToImmutableDictionary(d => Family(d, "family", d.Text("family")), Dossier);
        yaml.Done();
    }

    /// <summary>In the order of the file.</summary>
    public ImmutableArray<DocumentKind> Kinds { get; }

    /// <summary>Every name that a details file may hold, whatever the kind: one file serves a whole dossier.</summary>
    public ImmutableArray<DetailDefinition> Details { get; }

    /// <summary>By the family of forms, the title that its papers name: “Cộng đồng học tập”.</summary>
    public ImmutableDictionary<string, string> Families { get; }

    /// <summary>By family and level.</summary>
    public ImmutableArray<Procedure> Procedures { get; }

    /// <summary>UBND → Ủy ban nhân dân.</summary>
    public ImmutableDictionary<string, string> Abbreviations { get; }

    private string ResultsTemplate { get; }
    private string FiguresTemplate { get; }

    public DocumentKind? Find(string id) => Kinds.FirstOrDefault(k => k.Id == id);

    /// <summary>Null where no circular orders one.</summary>
    public Procedure? ProcedureOf(FormDefinition form) => Procedures.FirstOrDefault(p => p.IsFor(form));

    /// <summary>Hồ sơ: the papers of the form that go up together, in their order; empty where none do.</summary>
    public ImmutableArray<DocumentKind> DossierOf(FormDefinition form) =>
        form.Family is { } family && dossiers.TryGetValue(family, out var kinds) ? [.. kinds.Where(kind => kind.Fits(form))] : [];

    /// <summary>The template that draws a form of this layout.</summary>
    public string TemplateOf(FormLayout layout) => layout is FormLayout.Results ? ResultsTemplate : FiguresTemplate;

    /// <exception cref="FormFileException">A defect in the file: with line and sentence.</exception>
    public static DocumentCatalog Load(string folder) => Read(FileName, File.ReadAllText(Path.Combine(folder, FileName)));

    public static DocumentCatalog Read(string file, string text) => new(FormYaml.Parse(file, text));

    private static DetailDefinition Detail(FormYaml yaml)
    {
        var type = yaml.Word("type", ("text", DetailType.Text), ("number", DetailType.Number), ("symbol", DetailType.Symbol), ("date", DetailType.Date), ("year", DetailType.Year), ("list", DetailType.List), ("flag", DetailType.Flag));
        var detail = new DetailDefinition(yaml.Text("name"), yaml.Text("as"), type, yaml.Text("label"), type is DetailType.List ? yaml.Texts("example") : [yaml.Text("example")]);
        yaml.Done();
        return detail;
    }

    private DocumentKind Kind(FormYaml yaml)
    {
        var letter = yaml.Child("letter");
        var kind = new DocumentKind(yaml.Text("id"), [.. yaml.Texts("families").Select(family => Family(yaml, "families", family))], yaml.Text("template"), yaml.Text("title"), new LetterKind(letter.Text("name"), letter.OptionalText("sign")),
            [.. Named(yaml, "required").Select(d => d with { Required = true }), .. Named(yaml, "optional")])
        {
            Claims = yaml.Word("claims", ("nothing", Claim.Nothing), ("figures", Claim.Figures), ("result", Claim.Result), ("recognition", Claim.Recognition), ("refusal", Claim.Refusal)),
            Issuer = yaml.Has("issuer") ? yaml.Word("issuer", ("council", Issuer.Council), ("submitter", Issuer.Submitter)) : Issuer.Office,
            Addressee = yaml.OptionalText("addressee") is { } name ? Details.FirstOrDefault(d => d.Name == name)?.Name ?? throw yaml.Fault("addressee", $"there is no detail '{name}'") : null,
            Due = yaml.Has("due") ? yaml.Word("due", ("filing", Due.Filing), ("decision", Due.Decision)) : Due.None,
            Subject = yaml.OptionalText("subject") ?? "",
            Own = Own(yaml),
            Dates = [.. Named(yaml, "dates").Select(d => d.Name)],
        };
        letter.Done();
        yaml.Done();
        return kind with { IsAnnex = kind.Template == ResultsTemplate || kind.Template == FiguresTemplate };
    }

    private ImmutableDictionary<string, string> Own(FormYaml yaml)
    {
        if (yaml.OptionalChild("own") is not { } own) { return ImmutableDictionary<string, string>.Empty; }
        var names = own.Keys.ToImmutableDictionary(key => key, own.Text);
        return names.Values.FirstOrDefault(name => !Details.Any(d => d.Name == name)) is { } unknown ? throw yaml.Fault("own", $"there is no detail '{unknown}'") : names;
    }

    private ImmutableArray<DocumentKind> Dossier(FormYaml yaml)
    {
        var family = yaml.Text("family");
        ImmutableArray<DocumentKind> kinds = [.. yaml.Texts("kinds").Select(id => Kinds.FirstOrDefault(k => k.Id == id && k.Families.Contains(family)) ?? throw yaml.Fault("kinds", $"'{family}' has no kind '{id}'"))];
        yaml.Done();
        return kinds;
    }

    private string Family(FormYaml yaml, string key, string family) => Families.ContainsKey(family) ? family : throw yaml.Fault(key, $"there is no family '{family}'");

    private IEnumerable<DetailDefinition> Named(FormYaml yaml, string key) =>
        yaml.Texts(key).Select(name => Details.FirstOrDefault(d => d.Name == name) ?? throw yaml.Fault(key, $"there is no detail '{name}'"));
}
