using System.Text.RegularExpressions;

namespace LearningCity.Docs.Tests;

/// <summary>The flow goes one way: a folder names none that comes after it, and each library is known only where it belongs.</summary>
public partial class ArchitectureTests
{
    private static readonly string[] Order =
        ["Findings", "Language", "Text", "Packages", "OpenXml", "Forms", "Reading", "Checking", "Evaluation", "Fixing", "Writing", "Layout", "Templating", "Documents", "Reporting", "Pdf", "AddIn", "Access", "Storage", "Submissions", "Http", "Cli"];

    /// <summary>Findings and Language are the vocabulary of each other: a finding is a sentence, a sentence may hold a location.</summary>
    private static readonly string[] Vocabulary = ["Findings", "Language"];

    private static readonly (string Name, string Text)[] Files =
        [.. from path in Directory.EnumerateFiles(Repository.Path("service"), "*.cs", SearchOption.AllDirectories)
            let name = Path.GetRelativePath(Repository.Path("service"), path).Replace('\\', '/')
            where !name.StartsWith("bin/", StringComparison.Ordinal) && !name.StartsWith("obj/", StringComparison.Ordinal) && !name.StartsWith("compat/", StringComparison.Ordinal) && !name.StartsWith("graph/", StringComparison.Ordinal)
            select (name, File.ReadAllText(path))];

    [Fact]
    public void EveryFolder_HasItsPlaceInTheFlow() => Files.Select(f => Folder(f.Name)).Where(f => f.Length > 0).Distinct().ShouldBeSubsetOf(Order);

    [Fact]
    public void NoStage_NamesALaterOne()
    {
        var backwards =
            from file in Files
            let folder = Folder(file.Name)
            where folder.Length > 0
            from Match mention in Mention().Matches(file.Text)
            let other = mention.Groups[1].Value
            where Array.IndexOf(Order, other) > Array.IndexOf(Order, folder) && !(Vocabulary.Contains(folder) && Vocabulary.Contains(other))
            select $"{file.Name} uses {other}";
        backwards.Distinct().ShouldBeEmpty();
    }

    [Fact]
    public void NoStage_NamesAFacade() =>
        Files.Where(f => Folder(f.Name) is { Length: > 0 } and not ("Http" or "Cli" or "Reporting") && Facade().IsMatch(f.Text)).Select(f => f.Name).ShouldBeEmpty();

    [Theory]
    [InlineData("Microsoft.AspNetCore", "Http/", "Program.cs", "Access/PasswordHash.cs")]
    [InlineData("Microsoft.IdentityModel", "Access/", "Http/TokenSchemes.cs")]
    [InlineData("System.CommandLine", "Cli/")]
    [InlineData("ClosedXML", "Writing/")]
    [InlineData("Scriban", "Templating/TagGrammar.cs", "Templating/TextTemplate.cs", "Templating/TemplateTag.cs", "Templating/TemplateNode.cs")]
    [InlineData("DocumentFormat.OpenXml", "Writing/", "Documents/", "Templating/")]
    [InlineData("YamlDotNet", "Forms/")]
    [InlineData("Microsoft.EntityFrameworkCore", "Storage/", "Submissions/")]
    [InlineData("Microsoft.Data.Sqlite", "Storage/")]
    [InlineData("Npgsql", "Storage/")]
    // In an assembly of their own, service/graph.
    [InlineData("Microsoft.Graph")]
    [InlineData("Microsoft.Kiota")]
    [InlineData("Microsoft.Identity")]
    public void Library_IsKnownOnlyWhereItBelongs(string library, params string[] places)
    {
        var users = Files.Where(f => Regex.IsMatch(f.Text, $@"^using (static |\w+ = )?{Regex.Escape(library)}\b|\b{Regex.Escape(library)}\.\w", RegexOptions.Multiline)).Select(f => f.Name).ToList();
        users.Where(name => !places.Any(place => name.StartsWith(place, StringComparison.Ordinal))).ShouldBeEmpty();
    }

    /// <summary>Storage, submissions and PDF are no stages of the flow: they keep time (leases, retention, the patience with a converter) and tell the log what nobody waits for.</summary>
    [Fact]
    public void NoStage_KnowsAClockOrACulture() =>
        Files.Where(f => Folder(f.Name) is not ("Http" or "Cli" or "Storage" or "Submissions" or "Pdf" or "") && Ambient().IsMatch(f.Text)).Select(f => f.Name).ShouldBeEmpty();

    private static string Folder(string name) => name.Contains('/', StringComparison.Ordinal) ? name[..name.IndexOf('/', StringComparison.Ordinal)] : "";

    [GeneratedRegex(@"LearningCity\.Docs\.(\w+)")]
    private static partial Regex Mention();

    [GeneratedRegex(@"\b(FormPipeline|DocumentPipeline|Desk)\b")]
    private static partial Regex Facade();

    [GeneratedRegex(@"\b(TimeProvider|ILogger|DateTime\.UtcNow|Console\.)\b")]
    private static partial Regex Ambient();
}
