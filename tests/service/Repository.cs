using System.Runtime.CompilerServices;

namespace LearningCity.Docs.Tests;

/// <summary>Where the tests find the checkout: templates, fixtures, approved files.</summary>
internal static class Repository
{
    public static string Root { get; } = Find();

    public static string Path(params string[] parts) => System.IO.Path.Combine([Root, .. parts]);

    private static string Find([CallerFilePath] string here = "") => System.IO.Path.GetFullPath(System.IO.Path.Combine(System.IO.Path.GetDirectoryName(here)!, "..", ".."));
}
