using LearningCity.Docs.Graph;

namespace LearningCity.Docs.Submissions;

/// <summary>Delivery to SharePoint or OneDrive as the service runs it: off, and Microsoft.Graph not even loaded, unless the settings name it.</summary>
internal static class GraphServices
{
    public const string Section = "Graph";

    /// <exception cref="SettingException">A setting that is missing or wrong.</exception>
    public static void AddGraphDestination(this IServiceCollection services, IConfigurationSection section, TimeProvider clock)
    {
        var options = Options(section);
        services.AddSingleton<PersonTokens>().AddSingleton(_ => new GraphDrive(options, clock));
        services.AddSingleton<IDestination>(s => new GraphDestination(s.GetRequiredService<GraphDrive>(), s.GetRequiredService<PersonTokens>(), options.Folder));
    }

    private static GraphOptions Options(IConfigurationSection section) =>
        GraphSettings.Read(section.AsEnumerable(makePathsRelative: true), Environment.GetEnvironmentVariable(GraphSettings.SecretVariable)) switch
        {
            GraphSettings.On on => on.Options,
            GraphSettings.Wrong wrong => throw new SettingException(new Sentence("graph.setting" + wrong.Fault, wrong.Key)),
            _ => throw new SettingException(new Sentence("graph.settingMissing", "Graph:TenantId")),
        };
}
