using System.Security.Cryptography;
using System.Text.Json.Nodes;
using LearningCity.Docs.Access;
using LearningCity.Docs.Http;
using LearningCity.Docs.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;

namespace LearningCity.Docs.Tests.Http;

/// <summary>The service with accounts of its own: one of each role, named as the role is.</summary>
public sealed class AccountsRealm : IRealm, IAsyncLifetime
{
    public const string Password = "mười ký tự trở lên";

    /// <summary>As the accounts' verbs write it; made once, since passwords are slow to hash on purpose.</summary>
    private static readonly Lazy<byte[]> Book = new(() =>
    {
        var made = Directory.CreateTempSubdirectory("learningcity-accounts-");
        try
        {
            var book = new AccountBook(Open(made));
            foreach (var role in Enum.GetValues<Role>()) { book.Add(role.ToString(), role, Password).ShouldBeNull(); }
            return File.ReadAllBytes(Path.Combine(made.FullName, "accounts.json"));
        }
        finally { made.Delete(recursive: true); }
    });

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("learningcity-accounts-");
    private readonly DocsApplication app;

    public AccountsRealm()
    {
        Data = Open(folder);
        PrivateFile.Write(Data.File("accounts.json"), Book.Value);
        Accounts = new AccountBook(Data);
        app = new DocsApplication(TestDesk.Open(), [.. Settings], IRealm.MapTestRoutes);
    }

    public DocsApplication App => app;

    internal DataFolder Data { get; }

    internal AccountBook Accounts { get; }

    internal IEnumerable<(string Key, string? Value)> Settings => [("Access:Mode", "Accounts"), ("Data:Folder", folder.FullName)];

    Forge IRealm.Forge(Role? role)
    {
        // As the service wrote it.
        var key = JsonNode.Parse(File.ReadAllText(Data.File("keys.json")))!["keys"]![0]!;
        var secret = ECDsa.Create();
        secret.ImportPkcs8PrivateKey(Convert.FromBase64String((string)key["secret"]!), out _);
        var account = Accounts.Find((role ?? Role.Viewer).ToString())!;
        return new Forge("ES256", (string)key["id"]!, "at+jwt", () => new JsonObject
        {
            ["iss"] = "urn:learningcity:docs:accounts",
            ["aud"] = "urn:learningcity:docs",
            ["sub"] = account.Id,
            ["stamp"] = account.Stamp,
            ["nbf"] = Forge.Seconds(IRealm.Now),
            ["exp"] = Forge.Seconds(IRealm.Now.AddHours(8)),
        }, bytes => secret.SignData(bytes, HashAlgorithmName.SHA256), bytes => secret.SignData(bytes, HashAlgorithmName.SHA512), secret.ExportSubjectPublicKeyInfoPem());
    }

    private static DataFolder Open(DirectoryInfo folder) => DataFolder.Open(new ConfigurationBuilder().AddInMemoryCollection([new("Data:Folder", folder.FullName)]).Build());

    public Task InitializeAsync() => app.InitializeAsync();

    public async Task DisposeAsync()
    {
        await app.DisposeAsync();
        folder.Delete(recursive: true);
    }
}

/// <summary>The service in one of the modes that ask for a token, and the means to make tokens as its issuer does.</summary>
internal interface IRealm
{
    /// <summary>The day of <see cref="TestDesk"/>.</summary>
    public static DateTimeOffset Now { get; } = new(2025, 5, 12, 3, 0, 0, TimeSpan.Zero);

    public DocsApplication App { get; }

    /// <param name="role">Null where the mode knows people without any; else the least.</param>
    public Forge Forge(Role? role);

    /// <summary>One endpoint for each role, and one that names none.</summary>
    public static void MapTestRoutes(WebApplication app)
    {
        foreach (var role in Enum.GetValues<Role>()) { app.MapGet($"/test/{role}", () => "in").Needs(role); }
        app.MapGet("/test/forgotten", () => "in");
    }
}
