namespace LearningCity.Docs.Tests.Support;

/// <summary>The task pane as the service serves it, which is built with Node.js.</summary>
internal static class BuiltPane
{
    private static readonly bool IsThere = File.Exists(Path.Combine(AppContext.BaseDirectory, "pane", "index.html"));

    private static string? Why => IsThere || Environment.GetEnvironmentVariable("CI") == "true" ? null : "The task pane is not built: it needs Node.js 20.19 or newer with npm (https://nodejs.org)";

    /// <summary>A test that needs the pane: where it is not built the test is skipped by name; with CI=true it must be there and the test fails instead.</summary>
    [AttributeUsage(AttributeTargets.Method)]
    public sealed class FactAttribute : Xunit.FactAttribute
    {
        public FactAttribute() => Skip = Why;
    }

    /// <summary>The same of a theory.</summary>
    [AttributeUsage(AttributeTargets.Method)]
    public sealed class TheoryAttribute : Xunit.TheoryAttribute
    {
        public TheoryAttribute() => Skip = Why;
    }
}
