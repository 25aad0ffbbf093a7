using System.Security.Cryptography;
using System.Text.Json.Nodes;
using LearningCity.Docs.Access;
using LearningCity.Docs.Tests.Support;

namespace LearningCity.Docs.Tests.Http;

/// <summary>The service behind Entra ID in a closed network: its keys come from a file, and the tests hold the secret ones.</summary>
public sealed class EntraRealm : IRealm, IAsyncLifetime
{
    public const string Tenant = "11111111-1111-4111-8111-111111111111";
    public const string SecondTenant = "22222222-2222-4222-8222-222222222222";
    public const string Client = "33333333-3333-4333-8333-333333333333";
    public const string User = "44444444-4444-4444-8444-444444444444";

    private readonly RSA key = RSA.Create(2048);
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("learningcity-entra-");
    private readonly DocsApplication app;

    public EntraRealm()
    {
        var file = Path.Combine(folder.FullName, "jwks.json");
        var open = key.ExportParameters(false);
        File.WriteAllText(file, new JsonObject
        {
            ["keys"] = new JsonArray(new JsonObject
            {
                ["kty"] = "RSA",
                ["use"] = "sig",
                ["kid"] = "k1",
                ["n"] = System.Buffers.Text.Base64Url.EncodeToString(open.Modulus),
                ["e"] = System.Buffers.Text.Base64Url.EncodeToString(open.Exponent),
            }),
        }.ToJsonString());
        Settings =
        [
            ("Access:Mode", "Entra"), ("Access:Entra:Tenants:0", Tenant), ("Access:Entra:Tenants:1", SecondTenant), ("Access:Entra:ClientId", Client), ("Access:Entra:KeysFile", file),
            ("Access:Entra:Roles:LC.Xem", "Viewer"), ("Access:Entra:Roles:LC.Lap", "Editor"), ("Access:Entra:Roles:LC.Nop", "Submitter"), ("Access:Entra:Roles:LC.QuanTri", "Admin"),
        ];
        app = new DocsApplication(TestDesk.Open(), Settings, IRealm.MapTestRoutes);
    }

    public DocsApplication App => app;

    internal ImmutableArray<(string Key, string? Value)> Settings { get; }

    Forge IRealm.Forge(Role? role) => new("RS256", "k1", "JWT", () =>
    {
        var payload = new JsonObject
        {
            ["iss"] = $"https://login.microsoftonline.com/{Tenant}/v2.0",
            ["aud"] = Client,
            ["tid"] = Tenant,
            ["oid"] = User,
            ["azp"] = Client,
            ["scp"] = "openid access_as_user",
            ["name"] = "Nguyễn Thị Hòa",
            ["nbf"] = Forge.Seconds(IRealm.Now),
            ["exp"] = Forge.Seconds(IRealm.Now.AddHours(1)),
        };
        if (role is { } given) { payload["roles"] = new JsonArray(new[] { "LC.Xem", "LC.Lap", "LC.Nop", "LC.QuanTri" }[(int)given], "Khác"); }
        return payload;
    }, bytes => key.SignData(bytes, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1), bytes => key.SignData(bytes, HashAlgorithmName.SHA512, RSASignaturePadding.Pkcs1), key.ExportSubjectPublicKeyInfoPem());

    public Task InitializeAsync() => app.InitializeAsync();

    public async Task DisposeAsync()
    {
        await app.DisposeAsync();
        key.Dispose();
        folder.Delete(recursive: true);
    }
}
