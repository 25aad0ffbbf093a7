using System.Runtime.CompilerServices;
using Microsoft.Extensions.Configuration;

namespace LearningCity.Docs.Tests.Support;

/// <summary>Where tests keep what the program keeps: never the data folder of whoever runs them.</summary>
internal static class TestFolders
{
    private static readonly DirectoryInfo Home = Directory.CreateTempSubdirectory("lc-tests-");
    private static int made;

    /// <summary>A data folder of its own.</summary>
    public static string New() => Path.Combine(Home.FullName, Interlocked.Increment(ref made).ToString(System.Globalization.CultureInfo.InvariantCulture));

    public static IConfiguration Settings(string folder, params (string Key, string? Value)[] more) =>
        new ConfigurationBuilder().AddInMemoryCollection([new("Data:Folder", folder), .. more.Select(m => KeyValuePair.Create(m.Key, m.Value))]).Build();

    [ModuleInitializer]
    internal static void Begin()
    {
        Environment.SetEnvironmentVariable("Data__Folder", New());
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Home.Delete(recursive: true);
    }
}
