using LearningCity.Docs.Access;
using LearningCity.Docs.Graph;

namespace LearningCity.Docs.Submissions;

/// <summary>Delivery to SharePoint or OneDrive as the service runs it: off, and Microsoft.Graph not even loaded, unless the settings name it.</summary>
internal static class GraphServices
{
    public const string Section = "Graph";

    /// <param name="access">Only who signs in with Entra, in the same organisation and for the same application, can be acted for.</param>
    /// <exception cref="SettingException">A setting that is missing or wrong.</exception>
    public static void AddGraphDestination(this IServiceCollection services, IConfigurationSection section, AccessSettings access, TimeProvider clock)
    {
        var options = Options(section);
        if (access is not AccessSettings.Entra { Settings: var entra }) { throw new SettingException(new Sentence("graph.needsEntra", Section)); }
        if (options.ClientId != Guid.Parse(entra.ClientId)) { throw new SettingException(new Sentence("graph.otherThanAccess", "Graph:ClientId", "Access:Entra:ClientId")); }
        if (!entra.Tenants.Contains(options.TenantId.ToString())) { throw new SettingException(new Sentence("graph.otherThanAccess", "Graph:TenantId", "Access:Entra:Tenants")); }
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
