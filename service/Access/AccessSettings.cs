using System.Net;
using LearningCity.Docs.Templating;

namespace LearningCity.Docs.Access;

/// <summary>
/// Chế độ truy cập (section <c>Access</c>): who may use the service, in one of three ways. A setting that is unknown, missing or wrong stops the start-up: nobody is let in by mistake.
/// </summary>
internal abstract record AccessSettings
{
    private const string Section = "Access";
    private const int UsualRequests = 300, MostRequests = 100_000;

    private AccessSettings() { }

    /// <summary>Requests that one person may make in a minute.</summary>
    public int RequestsPerMinute { get; private init; } = UsualRequests;

    /// <summary>Whose word is taken for where a request comes from and how, besides a proxy on this machine.</summary>
    public ImmutableArray<IPNetwork> Proxies { get; private init; } = [];

    /// <summary>As <c>/api/access</c> names it.</summary>
    public abstract string Mode { get; }

    /// <summary>One person at one computer: no sign-in, answers on loopback alone.</summary>
    public sealed record Local : AccessSettings
    {
        public override string Mode => "local";
    }

    /// <summary>Accounts of our own, with passwords.</summary>
    public sealed record Accounts : AccessSettings
    {
        public override string Mode => "accounts";
    }

    /// <summary>The city's Microsoft Entra ID.</summary>
    public sealed record Entra(EntraSettings Settings) : AccessSettings
    {
        public override string Mode => "entra";
    }

    /// <exception cref="SettingException">Which setting, and why.</exception>
    public static AccessSettings Read(IConfiguration settings)
    {
        var section = settings.GetSection(Section);
        ShouldKnow(section, "Mode", "RequestsPerMinute", "Proxies", "Entra");
        AccessSettings access = section["Mode"]?.ToLowerInvariant() switch
        {
            null or "" or "local" => new Local(),
            "accounts" => new Accounts(),
            "entra" => new Entra(EntraSettings.Read(section.GetSection("Entra"))),
            _ => throw new SettingException(new Sentence("access.wrong", section.GetSection("Mode").Path, section["Mode"]!, new Sentence("access.kind.mode"))),
        };
        if (access is not Entra && section.GetSection("Entra").Exists()) { throw new SettingException(new Sentence("access.otherMode", section.GetSection("Entra").Path, section.GetSection("Mode").Path)); }
        return access with { RequestsPerMinute = Requests(section.GetSection("RequestsPerMinute")), Proxies = [.. Values(section.GetSection("Proxies")).Select(Network)] };
    }

    /// <summary>A mistyped name would otherwise be a setting that silently does nothing.</summary>
    public static void ShouldKnow(IConfigurationSection section, params ImmutableArray<string> names)
    {
        if (section.GetChildren().FirstOrDefault(s => !names.Contains(s.Key, StringComparer.OrdinalIgnoreCase)) is not { } unknown) { return; }
        throw new SettingException(new Sentence("access.unknown", unknown.Path, Suggestion.Sentence(unknown.Key, names)));
    }

    /// <summary>The elements of an array, or the one value.</summary>
    public static IEnumerable<IConfigurationSection> Values(IConfigurationSection section) => section.Value is not null ? [section] : section.GetChildren();

    private static int Requests(IConfigurationSection setting)
    {
        if (setting.Value is not { } written) { return UsualRequests; }
        return int.TryParse(written, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number) && number is >= 1 and <= MostRequests
            ? number
            : throw new SettingException(new Sentence("access.wrong", setting.Path, written, new Sentence("access.kind.number", 1, MostRequests)));
    }

    private static IPNetwork Network(IConfigurationSection setting)
    {
        if (IPNetwork.TryParse(setting.Value, out var network)) { return network; }
        if (IPAddress.TryParse(setting.Value, out var address)) { return new IPNetwork(address, address.GetAddressBytes().Length * 8); }
        throw new SettingException(new Sentence("access.wrong", setting.Path, setting.Value ?? "", new Sentence("access.kind.network")));
    }
}
