using LearningCity.Docs.Forms;

namespace LearningCity.Docs.Tests.Support;

/// <summary>The official forms, and made-up ones that no code knows.</summary>
internal static class SampleForms
{
    public static FormCatalog Official { get; } = FormCatalog.Load(Repository.Path("templates", "forms"));

    public static FormCatalog MadeUp { get; } = FormCatalog.Load(Repository.Path("tests", "fixtures", "forms"));

    public static FormDefinition Form(string id) => Official.Find(id) ?? MadeUp.Find(id) ?? throw new ArgumentOutOfRangeException(nameof(id), id, "no such form");
}
