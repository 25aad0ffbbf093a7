using LearningCity.Docs.Packages;
using LearningCity.Docs.Templating;
using LearningCity.Docs.Text;

namespace LearningCity.Docs.Documents;

/// <summary>
/// Mẫu riêng của cơ quan: a folder of Word templates that take the place of the shipped ones, kind by kind: <c>to-trinh.docx</c> for
/// the kind <c>to-trinh</c>. Read and checked once, so that what was checked is what is used. A defective one disables its kind; the
/// shipped one never steps in unasked.
/// </summary>
internal sealed class OwnTemplates
{
    /// <summary>Their folder in the data folder.</summary>
    public const string FolderName = "documents";

    private const string Ending = ".docx";

    private OwnTemplates(ImmutableArray<OwnTemplate> templates, ImmutableArray<StrayFile> strays) =>
        (Templates, Strays) = (templates, strays);

    public static OwnTemplates None { get; } = new([], []);

    /// <summary>In the order of the kinds.</summary>
    public ImmutableArray<OwnTemplate> Templates { get; }

    /// <summary>What lies in the folder and is the template of no kind.</summary>
    public ImmutableArray<StrayFile> Strays { get; }

    public OwnTemplate? Find(DocumentKind kind) => Templates.FirstOrDefault(t => t.Kind == kind);

    /// <summary>Those of the kinds that cannot be used.</summary>
    public ImmutableArray<OwnTemplate> Defective(IEnumerable<DocumentKind> kinds) =>
        [.. kinds.Select(Find).OfType<OwnTemplate>().Where(t => t.IsDefective)];

    /// <param name="guide">Judges each file as its author has it judged.</param>
    /// <exception cref="IOException">The folder cannot be read; or <see cref="UnauthorizedAccessException"/>.</exception>
    public static OwnTemplates Load(string folder, DocumentCatalog catalog, TemplateGuide guide)
    {
        var names = new DirectoryInfo(folder).EnumerateFileSystemInfos()
            .Where(e => !IsLeftBySystem(e)).Select(e => e.Name).Order(StringComparer.Ordinal).ToList();
        var files = catalog.Kinds.Select(kind => (Kind: kind, Name: Of(kind, names))).Where(file => file.Name is not null).ToList();
        return new OwnTemplates(
            [.. files.Select(file => Read(file.Kind, Path.Combine(folder, file.Name!), guide))],
            [.. names.Except(files.Select(file => file.Name!))
                .Select(name => new StrayFile(Path.Combine(folder, name), Meant(name, catalog)))]);
    }

    /// <summary>The name as it is written; else, as Windows has it, in letters of another size.</summary>
    private static string? Of(DocumentKind kind, List<string> names) =>
        names.Find(name => name == kind.Id + Ending)
        ?? names.Find(name => string.Equals(name, kind.Id + Ending, StringComparison.OrdinalIgnoreCase));

    /// <summary>Hidden files of the system, and Word's note that a document is open (<c>~$to-trinh.docx</c>).</summary>
    private static bool IsLeftBySystem(FileSystemInfo entry) =>
        entry.Attributes.HasFlag(FileAttributes.Hidden) || entry.Name.StartsWith("~$", StringComparison.Ordinal);

    private static OwnTemplate Read(DocumentKind kind, string path, TemplateGuide guide)
    {
        var unread = InputFile.Read(path, out var bytes);
        var docx = bytes.ToArray();
        return new OwnTemplate(kind, path, docx, unread is null ? guide.Check(docx, Path.GetFileName(path), kind) : [unread]);
    }

    /// <summary>The nearest name that a template may have. A shipped template's own name means the kind made with it.</summary>
    private static Sentence Meant(string name, DocumentCatalog catalog) => catalog.Kinds.FirstOrDefault(k => k.Template == name) is { } kind
        ? new Sentence("template.didYouMean", kind.Id + Ending)
        : Suggestion.Sentence(VietnameseText.Compose(name), catalog.Kinds.Select(k => k.Id + Ending));
}

/// <summary>An agency's template of one kind.</summary>
/// <param name="Path">Of the file, as the folder was named.</param>
/// <param name="Findings">In the order of the document: what <c>templates check</c> says of it.</param>
internal sealed record OwnTemplate(DocumentKind Kind, string Path, byte[] Docx, ImmutableArray<Finding> Findings)
{
    /// <summary>The name of the file, without its folder.</summary>
    public string File => System.IO.Path.GetFileName(Path);

    public bool IsDefective => Errors > 0;

    public int Errors => Findings.Count(f => f.Severity is Severity.Error);

    /// <summary>The code of the refusal where it is defective, and the key of its sentence.</summary>
    public const string DefectiveCode = "document.templateDefective";

    /// <summary>Why nothing is made with it.</summary>
    public static Sentence Why(ImmutableArray<OwnTemplate> defective)
    {
        var files = defective.Select(t => new Sentence("document.templateDefective.one", t.File, t.Errors)).ToImmutableArray();
        return new Sentence(DefectiveCode, new Sentence("list.places", files));
    }
}

/// <param name="Meant">"Ý bạn là …?", or nothing.</param>
internal sealed record StrayFile(string Path, Sentence Meant);
