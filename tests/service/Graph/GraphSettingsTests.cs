using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using LearningCity.Docs.Graph;

namespace LearningCity.Docs.Tests.Graph;

/// <summary>Half a configuration starts nothing and says which line.</summary>
public sealed class GraphSettingsTests : IDisposable
{
    private const string Client = "0c3f9a21-0000-4000-8000-000000000002";

    private readonly string folder = Directory.CreateTempSubdirectory("lc-graph-").FullName;

    private static Dictionary<string, string?> Whole => new() { ["TenantId"] = GraphLibrary.Tenant, ["ClientId"] = Client, ["SiteId"] = FakeGraph.Site, ["Folder"] = "/Hồ sơ/2025/" };

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void NothingSaid_IsOff() => GraphSettings.Read([new("Folder", " ")], secret: "left over").ShouldBeOfType<GraphSettings.Off>();

    [Fact]
    public void WholeConfiguration_IsOn()
    {
        var options = GraphSettings.Read(Whole, "s3cret\n").ShouldBeOfType<GraphSettings.On>().Options;
        options.ShouldBe(new GraphOptions(Guid.Parse(GraphLibrary.Tenant), Guid.Parse(Client), new GraphCredential.Secret("s3cret"), new GraphPlace.Site(FakeGraph.Site), "Hồ sơ/2025"));
        options.Authority.ShouldBe("https://login.microsoftonline.com/" + GraphLibrary.Tenant);
        options.ToString().ShouldNotContain("s3cret");
    }

    [Fact]
    public void Library_MayBeNamedByItself() =>
        Read(("SiteId", null), ("DriveId", FakeGraph.Drive)).ShouldBeOfType<GraphSettings.On>().Options.Place.ShouldBe(new GraphPlace.Drive(FakeGraph.Drive));

    [Theory]
    [InlineData("TenantId")]
    [InlineData("ClientId")]
    [InlineData("SiteId")]
    [InlineData("Folder")]
    public void SettingMissing_IsNamed(string key) => Read((key, null)).ShouldBe(new GraphSettings.Wrong("Graph:" + key, GraphSettingFault.Missing));

    [Theory]
    [InlineData("TenantId", "common")]
    [InlineData("TenantId", "contoso.onmicrosoft.com")]
    [InlineData("ClientId", "{0c3f9a21-0000-4000-8000-000000000001}")]
    [InlineData("SiteId", "https://city.sharepoint.com/sites/hoso")]
    [InlineData("SiteId", "city.sharepoint.com")]
    [InlineData("Folder", "/")]
    [InlineData("Folder", "Hồ sơ/../2025")]
    [InlineData("Folder", "Hồ sơ//2025")]
    [InlineData("Folder", "Hồ sơ:2025")]
    [InlineData("Folder", "Hồ sơ. ")]
    public void SettingMalformed_IsNamed(string key, string value) => Read((key, value)).ShouldBe(new GraphSettings.Wrong("Graph:" + key, GraphSettingFault.Malformed));

    [Fact]
    public void LibraryMalformed_IsNamed() => Read(("SiteId", null), ("DriveId", "b!../x")).ShouldBe(new GraphSettings.Wrong("Graph:DriveId", GraphSettingFault.Malformed));

    [Fact]
    public void TwoPlaces_AreOneTooMany() => Read(("DriveId", FakeGraph.Drive)).ShouldBe(new GraphSettings.Wrong("Graph:DriveId", GraphSettingFault.Doubled));

    [Theory]
    [InlineData("Secret")]
    [InlineData("ClientSecret")]
    [InlineData("Tenant")]
    public void UnknownSetting_IsNamed(string key) => Read((key, "x")).ShouldBe(new GraphSettings.Wrong("Graph:" + key, GraphSettingFault.Unknown));

    [Fact]
    public void NoCredential_IsNamed() => GraphSettings.Read(Whole, null).ShouldBe(new GraphSettings.Wrong("Graph:CertificateFile", GraphSettingFault.Missing));

    [Fact]
    public void SecretFile_IsRead()
    {
        var file = Write("secret", "s3cret\n");
        GraphSettings.Read(With(("SecretFile", file)), null).ShouldBeOfType<GraphSettings.On>().Options.Credential.ShouldBe(new GraphCredential.Secret("s3cret"));
        GraphSettings.Read(With(("SecretFile", file)), "another").ShouldBe(new GraphSettings.Wrong("Graph:SecretFile", GraphSettingFault.Doubled));
        GraphSettings.Read(With(("SecretFile", Write("empty", "\n"))), null).ShouldBe(new GraphSettings.Wrong("Graph:SecretFile", GraphSettingFault.Malformed));
        GraphSettings.Read(With(("SecretFile", file + ".none")), null).ShouldBe(new GraphSettings.Wrong("Graph:SecretFile", GraphSettingFault.Unreadable));
    }

    [Fact]
    public void CertificateFile_IsReadWithItsKey()
    {
        using var key = RSA.Create(2048);
        using var certificate = new CertificateRequest("CN=lc", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).CreateSelfSigned(DateTimeOffset.UtcNow, DateTimeOffset.UtcNow.AddDays(1));
        var whole = Write("lc.pem", certificate.ExportCertificatePem() + "\n" + key.ExportPkcs8PrivateKeyPem());

        var read = GraphSettings.Read(With(("CertificateFile", whole)), null).ShouldBeOfType<GraphSettings.On>().Options.Credential.ShouldBeOfType<GraphCredential.Certificate>().Value;
        read.HasPrivateKey.ShouldBeTrue();
        read.Thumbprint.ShouldBe(certificate.Thumbprint);

        GraphSettings.Read(With(("CertificateFile", Write("public.pem", certificate.ExportCertificatePem()))), null).ShouldBe(new GraphSettings.Wrong("Graph:CertificateFile", GraphSettingFault.Malformed));
        GraphSettings.Read(With(("CertificateFile", whole)), "s3cret").ShouldBe(new GraphSettings.Wrong("Graph:CertificateFile", GraphSettingFault.Doubled));
        GraphSettings.Read(With(("CertificateFile", whole + ".none")), null).ShouldBe(new GraphSettings.Wrong("Graph:CertificateFile", GraphSettingFault.Unreadable));
    }

    private static GraphSettings Read(params (string Key, string? Value)[] changes) => GraphSettings.Read(With(changes), "s3cret");

    private static Dictionary<string, string?> With(params (string Key, string? Value)[] changes)
    {
        var settings = Whole;
        foreach (var (key, value) in changes) { settings[key] = value; }
        return settings;
    }

    private string Write(string name, string content)
    {
        var path = Path.Combine(folder, name);
        File.WriteAllText(path, content);
        return path;
    }
}
