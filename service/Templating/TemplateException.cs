namespace LearningCity.Docs.Templating;

/// <summary>
/// A Word template that cannot be used, or a model that does not fit it: our own mistake or a template author's, never an official's. Holds all that was found, each with its place.
/// </summary>
internal sealed class TemplateException : Exception
{
    public TemplateException(string file, ImmutableArray<Finding> findings) : base(Render(file, findings, LanguageTable.Vietnamese))
    {
        File = file;
        Findings = findings;
    }

    /// <summary>Name of the template, as the author knows it; empty when it is not known yet.</summary>
    public string File { get; }

    /// <summary>In the order of the document.</summary>
    public ImmutableArray<Finding> Findings { get; }

    public static TemplateException Of(FindingDescriptor descriptor, params ImmutableArray<object> arguments) =>
        new("", [new Finding(descriptor, Location.File, arguments)]);

    /// <summary>The same with its file and part, which only the caller knows.</summary>
    public TemplateException In(string file, string part) => new(file, [.. Findings.Select(f => f with { Location = new Location.Part(part) })]);

    /// <summary>One line a finding: file, place, what is wrong.</summary>
    public static string Render(string file, ImmutableArray<Finding> findings, LanguageTable language) =>
        string.Join('\n', findings.Select(f => $"{file}: {f.Location.Text(language)}: {f.Code}: {f.Message(language)}"));
}
