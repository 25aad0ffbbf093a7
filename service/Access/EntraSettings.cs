using Microsoft.IdentityModel.Tokens;

namespace LearningCity.Docs.Access;

/// <summary>The section <c>Access:Entra</c>: whose tokens are accepted.</summary>
/// <param name="Instance">Where the tokens come from, with a slash at its end.</param>
/// <param name="Tenants">The organisations let in, as GUIDs.</param>
/// <param name="ClientId">Our application: the audience of every token.</param>
/// <param name="Resource">Our API as the pane asks for it: <c>api://CLIENT-ID</c>, with the host's name in between where the older single sign-on of Office is used.</param>
/// <param name="Clients">Applications that may ask for such a token (<c>azp</c>): our own, unless more are named.</param>
/// <param name="Roles">App role → what it may do here.</param>
/// <param name="Keys">Entra's public keys, where the service cannot fetch them itself; null where it can.</param>
internal sealed record EntraSettings(
    string Instance,
    ImmutableArray<string> Tenants,
    string ClientId,
    string Resource,
    ImmutableArray<string> Clients,
    ImmutableDictionary<string, Role> Roles,
    ImmutableArray<SecurityKey>? Keys)
{
    public const string Scope = "access_as_user";
    private const string UsualInstance = "https://login.microsoftonline.com/";

    /// <summary>Where the pane signs in.</summary>
    public string Authority => Instance + (Tenants is [var only] ? only : "organizations");

    public string Issuer(string tenant) => $"{Instance}{tenant}/v2.0";

    public string Metadata(string tenant) => $"{Issuer(tenant)}/.well-known/openid-configuration";

    public static EntraSettings Read(IConfigurationSection section)
    {
        AccessSettings.ShouldKnow(section, "Instance", "Tenants", "ClientId", "Resource", "Clients", "Roles", "KeysFile");
        var client = Id(section.GetSection("ClientId"));
        var tenants = Ids(section.GetSection("Tenants"));
        if (tenants.IsEmpty) { throw Missing(section.GetSection("Tenants"), "access.kind.id"); }
        var clients = Ids(section.GetSection("Clients"));
        return new EntraSettings(
            Address(section.GetSection("Instance")), tenants, client, section["Resource"] ?? $"api://{client}", clients.IsEmpty ? [client] : clients, ReadRoles(section.GetSection("Roles")), ReadKeys(section.GetSection("KeysFile")));
    }

    private static ImmutableArray<string> Ids(IConfigurationSection setting) => [.. AccessSettings.Values(setting).Select(Id)];

    /// <summary>As Entra writes it: small letters with hyphens.</summary>
    private static string Id(IConfigurationSection setting)
    {
        if (string.IsNullOrEmpty(setting.Value)) { throw Missing(setting, "access.kind.id"); }
        return Guid.TryParseExact(setting.Value, "D", out var id) && id != Guid.Empty ? id.ToString("D") : throw Wrong(setting, "access.kind.id");
    }

    private static string Address(IConfigurationSection setting)
    {
        if (setting.Value is not { } written) { return UsualInstance; }
        return Uri.TryCreate(written, UriKind.Absolute, out var uri) && uri.Scheme == Uri.UriSchemeHttps && uri.Query.Length == 0 ? uri.AbsoluteUri.TrimEnd('/') + "/" : throw Wrong(setting, "access.kind.https");
    }

    /// <summary>Without a mapping, the app roles are called as ours are.</summary>
    private static ImmutableDictionary<string, Role> ReadRoles(IConfigurationSection section) => section.GetChildren().Any()
        ? section.GetChildren().ToImmutableDictionary(s => s.Key, s => RoleNames.Parse(s.Value) ?? throw Wrong(s, "access.kind.role"), StringComparer.Ordinal)
        : Enum.GetValues<Role>().ToImmutableDictionary(r => r.ToString(), StringComparer.Ordinal);

    private static ImmutableArray<SecurityKey>? ReadKeys(IConfigurationSection setting)
    {
        if (setting.Value is not { } path) { return null; }
        if (!Path.IsPathFullyQualified(path)) { throw Wrong(setting, "access.kind.keysFile"); }
        try
        {
            var keys = new JsonWebKeySet(File.ReadAllText(path)) { SkipUnresolvedJsonWebKeys = true }.GetSigningKeys().Where(k => k is RsaSecurityKey or X509SecurityKey && k.KeyId is { Length: > 0 }).ToImmutableArray();
            return keys.IsEmpty ? throw Wrong(setting, "access.kind.keysFile") : keys;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or System.Text.Json.JsonException) { throw Wrong(setting, "access.kind.keysFile"); }
    }

    private static SettingException Missing(IConfigurationSection setting, string kind) => new(new Sentence("access.missing", setting.Path, new Sentence(kind)));

    private static SettingException Wrong(IConfigurationSection setting, string kind) => new(new Sentence("access.wrong", setting.Path, setting.Value ?? "", new Sentence(kind)));
}
