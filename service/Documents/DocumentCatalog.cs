using LearningCity.Docs.Forms;

namespace LearningCity.Docs.Documents;

/// <summary>The papers that the program makes: <c>templates/documents/documents.yaml</c>, read strictly once.</summary>
internal sealed class DocumentCatalog
{
    public const string FileName = "documents.yaml";

    private DocumentCatalog(FormYaml yaml, FormCatalog forms)
    {
        if (yaml.Number("schema") != 1) { throw yaml.Fault("schema", "only schema 1 is known"); }
        var layouts = yaml.Child("layouts");
        ResultsTemplate = layouts.Text("results");
        FiguresTemplate = layouts.Text("figures");
        layouts.Done();
        var abbreviations = yaml.Child("abbreviations");
        Abbreviations = abbreviations.Keys.ToImmutableDictionary(key => key, abbreviations.Text);
        Details = [.. yaml.Children("details").Select(Detail)];
        if (Details.GroupBy(d => d.Name).FirstOrDefault(g => g.Count() > 1) is { } doubled) { throw yaml.Fault("details", $"'{doubled.Key}' is defined twice"); }
        Kinds = [.. yaml.Children("kinds").Select(kind => Kind(kind, forms))];
        if (Kinds.GroupBy(k => k.Id).FirstOrDefault(g => g.Count() > 1) is { } twice) { throw yaml.Fault("kinds", $"'{twice.Key}' is defined twice"); }
        Dossiers = yaml.Children("dossiers").ToImmutableDictionary(d => d.Text("form"), Dossier);
        yaml.Done();
    }

    /// <summary>In the order of the file.</summary>
    public ImmutableArray<DocumentKind> Kinds { get; }

    /// <summary>Every name that a details file may hold, whatever the kind: one file serves a whole dossier.</summary>
    public ImmutableArray<DetailDefinition> Details { get; }

    /// <summary>Hồ sơ: by form, the papers that go up together, in their order.</summary>
    public ImmutableDictionary<string, ImmutableArray<DocumentKind>> Dossiers { get; }

    /// <summary>UBND → Ủy ban nhân dân.</summary>
    public ImmutableDictionary<string, string> Abbreviations { get; }

    private string ResultsTemplate { get; }
    private string FiguresTemplate { get; }

    public DocumentKind? Find(string id) => Kinds.FirstOrDefault(k => k.Id == id);

    /// <summary>The template that draws a form of this layout.</summary>
    public string TemplateOf(FormLayout layout) => layout is FormLayout.Results ? ResultsTemplate : FiguresTemplate;

    /// <exception cref="FormFileException">A defect in the file: with line and sentence.</exception>
    public static DocumentCatalog Load(string folder, FormCatalog forms) => Read(FileName, File.ReadAllText(Path.Combine(folder, FileName)), forms);

    public static DocumentCatalog Read(string file, string text, FormCatalog forms) => new(FormYaml.Parse(file, text), forms);

    private static DetailDefinition Detail(FormYaml yaml)
    {
        var type = yaml.Word("type", ("text", DetailType.Text), ("number", DetailType.Number), ("symbol", DetailType.Symbol), ("date", DetailType.Date), ("year", DetailType.Year), ("list", DetailType.List), ("flag", DetailType.Flag));
        var detail = new DetailDefinition(yaml.Text("name"), yaml.Text("as"), type, yaml.Text("label"), type is DetailType.List ? yaml.Texts("example") : [yaml.Text("example")]);
        yaml.Done();
        return detail;
    }

    private DocumentKind Kind(FormYaml yaml, FormCatalog forms)
    {
        var letter = yaml.Child("letter");
        var kind = new DocumentKind(yaml.Text("id"), yaml.Text("form"), yaml.Text("template"), yaml.Text("title"), new LetterKind(letter.Text("name"), letter.OptionalText("sign")),
            [.. Named(yaml, "required").Select(d => d with { Required = true }), .. Named(yaml, "optional")])
        {
            Claims = yaml.Word("claims", ("nothing", Claim.Nothing), ("figures", Claim.Figures), ("result", Claim.Result), ("recognition", Claim.Recognition)),
            Subject = yaml.OptionalText("subject") ?? "",
            Own = Own(yaml),
            Dates = [.. Named(yaml, "dates").Select(d => d.Name)],
        };
        letter.Done();
        yaml.Done();
        return forms.Find(kind.Form) is not null ? kind : throw yaml.Fault("form", $"there is no form '{kind.Form}'");
    }

    private ImmutableDictionary<string, string> Own(FormYaml yaml)
    {
        if (yaml.OptionalChild("own") is not { } own) { return ImmutableDictionary<string, string>.Empty; }
        var names = own.Keys.ToImmutableDictionary(key => key, own.Text);
        return names.Values.FirstOrDefault(name => !Details.Any(d => d.Name == name)) is { } unknown ? throw yaml.Fault("own", $"there is no detail '{unknown}'") : names;
    }

    private ImmutableArray<DocumentKind> Dossier(FormYaml yaml)
    {
        var form = yaml.Text("form");
        ImmutableArray<DocumentKind> kinds = [.. yaml.Texts("kinds").Select(id => Kinds.FirstOrDefault(k => k.Id == id && k.Form == form) ?? throw yaml.Fault("kinds", $"'{form}' has no kind '{id}'"))];
        yaml.Done();
        return kinds;
    }

    private IEnumerable<DetailDefinition> Named(FormYaml yaml, string key) =>
        yaml.Texts(key).Select(name => Details.FirstOrDefault(d => d.Name == name) ?? throw yaml.Fault(key, $"there is no detail '{name}'"));
}
