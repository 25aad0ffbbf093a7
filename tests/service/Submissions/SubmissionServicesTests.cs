using LearningCity.Docs.Submissions;
using LearningCity.Docs.Tests.Graph;
using LearningCity.Docs.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace LearningCity.Docs.Tests.Submissions;

/// <summary>Which place the settings choose.</summary>
public class SubmissionServicesTests
{
    private static readonly (string, string?)[] Graph =
        [("Graph:TenantId", GraphLibrary.Tenant), ("Graph:ClientId", GraphLibrary.Tenant), ("Graph:DriveId", FakeGraph.Drive), ("Graph:Folder", "Hồ sơ"), ("Graph:SecretFile", typeof(SubmissionServicesTests).Assembly.Location + ".none")];

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
        var secret = Path.Combine(Directory.CreateDirectory(TestFolders.New()).FullName, "secret");
        File.WriteAllText(secret, "s3cret");
        using var services = Services([.. Graph[..^1], ("Graph:SecretFile", secret)]);
        services.GetRequiredService<IDestination>().ShouldBeOfType<GraphDestination>().Where.Arguments.ShouldBe(["Hồ sơ"]);
    }

    [Fact]
    public void HalfOfGraph_StartsNothing() => ShouldNotStart([("Graph:TenantId", GraphLibrary.Tenant)], "graph.settingMissing", "Graph:ClientId");

    [Fact]
    public void BlankGraph_StartsNothing() => ShouldNotStart([("Graph:TenantId", " ")], "graph.settingMissing", "Graph:TenantId");

    [Fact]
    public void SecretThatIsNotThere_StartsNothing() => ShouldNotStart(Graph, "graph.settingUnreadable", "Graph:SecretFile");

    [Fact]
    public void FolderAndGraph_StartNothing() => ShouldNotStart([.. Graph, ("Submissions:Folder", "/srv/ho-so")], "graph.settingDoubled", "Submissions:Folder");

    private static void ShouldNotStart((string, string?)[] settings, string why, string setting)
    {
        var sentence = Should.Throw<SettingException>(() => Services(settings)).Why;
        sentence.Key.ShouldBe(why);
        sentence.Arguments.ShouldBe([setting]);
    }

    private static ServiceProvider Services(params (string Key, string? Value)[] settings)
    {
        var services = new ServiceCollection();
        services.AddSubmissions(TestFolders.Settings(TestFolders.New(), settings), TimeProvider.System);
        return services.BuildServiceProvider();
    }
}
