using System.Net;
using LearningCity.Docs.Access;
using Microsoft.Extensions.Configuration;

namespace LearningCity.Docs.Tests.Access;

public sealed class AccessSettingsTests : IDisposable
{
    private const string Id = "11111111-1111-4111-8111-111111111111";
    private const string OtherId = "22222222-2222-4222-8222-222222222222";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("learningcity-settings-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public void Nothing_IsLocal() => Read().ShouldBeOfType<AccessSettings.Local>();

    [Theory]
    [InlineData("Local", "local")]
    [InlineData("accounts", "accounts")]
    [InlineData("ACCOUNTS", "accounts")]
    public void Mode_IsReadInLettersOfAnySize(string written, string mode) => Read(("Mode", written)).Mode.ShouldBe(mode);

    [Fact]
    public void Entra_WithTenantAndClient_HasTheRestByItself()
    {
        var entra = Entra();
        entra.Issuer(Id).ShouldBe($"https://login.microsoftonline.com/{Id}/v2.0");
        entra.Authority.ShouldBe($"https://login.microsoftonline.com/{Id}");
        entra.Resource.ShouldBe($"api://{OtherId}");
        entra.Clients.ShouldBe([OtherId]);
        entra.Roles["Editor"].ShouldBe(Role.Editor);
        entra.Keys.ShouldBeNull();
    }

    [Fact]
    public void Entra_WithSeveralTenants_SignsInAtNoneInParticular() => Entra(("Entra:Tenants:1", OtherId)).Authority.ShouldBe("https://login.microsoftonline.com/organizations");

    [Theory]
    [InlineData("access.wrong", "Access:Mode", "Mode", "Khác")]
    [InlineData("access.wrong", "Access:Mode", "Mode", "1")]
    [InlineData("access.unknown", "Access:Modus", "Modus", "Accounts")]
    [InlineData("access.wrong", "Access:RequestsPerMinute", "RequestsPerMinute", "0")]
    [InlineData("access.wrong", "Access:Proxies:0", "Proxies:0", "proxy.local")]
    [InlineData("access.otherMode", "Access:Entra", "Entra:ClientId", Id)]
    [InlineData("access.missing", "Access:Entra:ClientId", "Mode", "Entra")]
    public void WrongSetting_IsNamed(string fault, string setting, string key, string value) => ShouldFail(fault, setting, (key, value));

    [Theory]
    [InlineData("access.missing", "Entra:Tenants", "Entra:Tenants:0", null)]
    [InlineData("access.wrong", "Entra:Tenants:0", "Entra:Tenants:0", "hanoi.gov.vn")]
    [InlineData("access.wrong", "Entra:ClientId", "Entra:ClientId", "00000000-0000-0000-0000-000000000000")]
    [InlineData("access.missing", "Entra:ClientId", "Entra:ClientId", "")]
    [InlineData("access.unknown", "Entra:Tenant", "Entra:Tenant", Id)]
    [InlineData("access.wrong", "Entra:Instance", "Entra:Instance", "http://login.microsoftonline.com/")]
    [InlineData("access.wrong", "Entra:Roles:Sếp", "Entra:Roles:Sếp", "Boss")]
    [InlineData("access.wrong", "Entra:KeysFile", "Entra:KeysFile", "jwks.json")]
    [InlineData("access.wrong", "Entra:KeysFile", "Entra:KeysFile", "/there/is/none.json")]
    public void HalfConfiguredEntra_IsNamed(string fault, string setting, string key, string? value) =>
        ShouldFail(fault, "Access:" + setting, [.. new[] { (key, value), ("Mode", "Entra"), ("Entra:Tenants:0", Id), ("Entra:ClientId", OtherId) }.DistinctBy(s => s.Item1)]);

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"keys": []}""")]
    [InlineData("""{"keys": [{"kty": "EC", "crv": "P-256", "kid": "a", "x": "AA", "y": "AA"}]}""")]
    [InlineData("<html>")]
    public void KeysFileWithoutAKeyOfUse_IsNamed(string content)
    {
        var file = Path.Combine(folder.FullName, "jwks.json");
        File.WriteAllText(file, content);
        ShouldFail("access.wrong", "Access:Entra:KeysFile", ("Mode", "Entra"), ("Entra:Tenants:0", Id), ("Entra:ClientId", OtherId), ("Entra:KeysFile", file));
    }

    [Fact]
    public void Proxies_AreAddressesOrNetworks() => Read(("Mode", "Accounts"), ("Proxies:0", "10.1.2.3"), ("Proxies:1", "10.2.0.0/16")).Proxies.ShouldBe([IPNetwork.Parse("10.1.2.3/32"), IPNetwork.Parse("10.2.0.0/16")]);

    private static EntraSettings Entra(params (string Key, string? Value)[] more) =>
        Read([("Mode", "Entra"), ("Entra:Tenants:0", Id), ("Entra:ClientId", OtherId), .. more]).ShouldBeOfType<AccessSettings.Entra>().Settings;

    private static AccessSettings Read(params (string Key, string? Value)[] settings) =>
        AccessSettings.Read(new ConfigurationBuilder().AddInMemoryCollection(settings.Select(s => KeyValuePair.Create("Access:" + s.Key, s.Value))).Build());

    private static void ShouldFail(string fault, string setting, params (string Key, string? Value)[] settings)
    {
        var why = Should.Throw<SettingException>(() => Read(settings)).Why;
        why.Key.ShouldBe(fault);
        LanguageTable.Vietnamese.Render(why).ShouldContain(setting);
    }
}
