using LearningCity.Docs.Submissions;
using LearningCity.Docs.Tests.Graph;
using LearningCity.Docs.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace LearningCity.Docs.Tests.Submissions;

/// <summary>Which place the settings choose.</summary>
public class SubmissionServicesTests
{
    private const string Client = "0c3f9a21-0000-4000-8000-000000000002";

    private static readonly (string, string?)[] Entra = [("Access:Mode", "Entra"), ("Access:Entra:Tenants:0", GraphLibrary.Tenant), ("Access:Entra:ClientId", Client)];

    private static readonly (string, string?)[] Graph =
        [("Graph:TenantId", GraphLibrary.Tenant), ("Graph:DriveId", FakeGraph.Drive), ("Graph:Folder", "Hồ sơ"), ("Graph:SecretFile", Secret()), ("Graph:ClientId", Client)];

    [Fact]
    public void NothingSaid_IsAFolder()
    {
        using var services = Services();
        services.GetRequiredService<IDestination>().ShouldBeOfType<FolderDestination>();
        services.GetService<PersonTokens>().ShouldBeNull();
    }

    [Fact]
    public void GraphSaid_IsTheLibrary()
    {
        using var services = Services([.. Entra, .. Graph]);
        services.GetRequiredService<IDestination>().ShouldBeOfType<GraphDestination>().Where.Arguments.ShouldBe(["Hồ sơ"]);
        services.GetService<PersonTokens>().ShouldNotBeNull();
    }

    [Fact]
    public void HalfOfGraph_StartsNothing() => ShouldNotStart([("Graph:TenantId", GraphLibrary.Tenant)], "graph.settingMissing", "Graph:ClientId");

    [Fact]
    public void BlankGraph_StartsNothing() => ShouldNotStart([("Graph:TenantId", " ")], "graph.settingMissing", "Graph:TenantId");

    [Fact]
    public void FolderAndGraph_StartNothing() => ShouldNotStart([.. Entra, .. Graph, ("Submissions:Folder", "/srv/ho-so")], "graph.settingDoubled", "Submissions:Folder");

    [Theory]
    [InlineData(null)]
    [InlineData("Accounts")]
    public void NobodyToActFor_StartsNothing(string? mode) => ShouldNotStart([("Access:Mode", mode), .. Graph], "graph.needsEntra", "Graph");

    [Fact]
    public void OtherApplicationThanSignsIn_StartsNothing() =>
        ShouldNotStart([.. Entra, .. Graph[..^1], ("Graph:ClientId", GraphLibrary.Tenant)], "graph.otherThanAccess", "Graph:ClientId", "Access:Entra:ClientId");

    [Fact]
    public void OtherOrganisationThanSignsIn_StartsNothing() =>
        ShouldNotStart([.. Entra, .. Graph[1..], ("Graph:TenantId", Client)], "graph.otherThanAccess", "Graph:TenantId", "Access:Entra:Tenants");

    private static void ShouldNotStart((string, string?)[] settings, string why, params string[] named)
    {
        var sentence = Should.Throw<SettingException>(() => Services(settings)).Why;
        sentence.Key.ShouldBe(why);
        sentence.Arguments.ShouldBe(named);
    }

    private static string Secret()
    {
        var secret = Path.Combine(Directory.CreateDirectory(TestFolders.New()).FullName, "secret");
        File.WriteAllText(secret, "s3cret");
        return secret;
    }

    private static ServiceProvider Services(params (string Key, string? Value)[] settings)
    {
        var services = new ServiceCollection();
        services.AddSubmissions(TestFolders.Settings(TestFolders.New(), settings), TimeProvider.System);
        return services.BuildServiceProvider();
    }
}
