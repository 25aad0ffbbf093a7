namespace LearningCity.Docs.Forms;

/// <summary>The forms that the program knows: one YAML file each, loaded once at start-up. A new annex is a new file and no code.</summary>
internal sealed class FormCatalog
{
    private FormCatalog(ImmutableArray<FormDefinition> forms) => Forms = forms;

    /// <summary>In the order of their ids.</summary>
    public ImmutableArray<FormDefinition> Forms { get; }

    /// <summary>As lists show them: what is in force first, what ended below.</summary>
    public IEnumerable<FormDefinition> InOrder(DateOnly today) => Forms.OrderBy(f => f.InForce(today) ? 0 : 1).ThenBy(f => f.Order).ThenBy(f => f.Id, StringComparer.Ordinal);

    public FormDefinition? Find(string id) => Forms.FirstOrDefault(f => f.Id == id);

    /// <summary>Reads every <c>*.yaml</c> of a folder.</summary>
    /// <exception cref="FormFileException">A file that is not a sound form: with file, line and sentence.</exception>
    public static FormCatalog Load(string folder) =>
        Of(Directory.EnumerateFiles(folder, "*.yaml").Order(StringComparer.Ordinal).Select(path => FormFile.Read(Path.GetFileName(path), File.ReadAllText(path))));

    public static FormCatalog Of(IEnumerable<FormDefinition> forms)
    {
        var all = forms.OrderBy(f => f.Id, StringComparer.Ordinal).ToImmutableArray();
        var twice = all.GroupBy(f => f.Id).FirstOrDefault(g => g.Count() > 1);
        if (all.FirstOrDefault(f => f.NextLevel is { } next && all.All(other => other.Id != next || !other.IsSiblingOf(f))) is { } alone)
        {
            throw new FormFileException($"{alone.Id}.yaml", 1, $"next_level: there is no form '{alone.NextLevel}' of the same family and place");
        }
        return twice is null ? new FormCatalog(all) : throw new FormFileException($"{twice.Key}.yaml", 1, $"two forms have the id '{twice.Key}'");
    }
}
