using LearningCity.Docs.Http;
using LearningCity.Docs.Tests.Support;

namespace LearningCity.Docs.Tests.Http;

public class ListenAddressesTests
{
    [Theory]
    [InlineData("http://127.0.0.1:5270", true)]
    [InlineData("http://LOCALHOST:80", true)]
    [InlineData("https://[::1]:443", true)]
    [InlineData("http://127.1.2.3", true)]
    [InlineData("http://*:5270", false)]
    [InlineData("http://+:80", false)]
    [InlineData("http://0.0.0.0:5270", false)]
    [InlineData("http://[::]:5270", false)]
    [InlineData("http://192.168.1.10:5270", false)]
    [InlineData("http://may-chu:5270", false)]
    [InlineData("http://localhost.evil.example", false)]
    [InlineData("http://127.0.0.1.evil.example:80", false)]
    [InlineData("http://localhost:80@evil.example:5270", false)]
    [InlineData("http://unix:/run/lc.sock", false)]
    public void Loopback_IsALoopbackNumberOrTheNameLocalhost(string address, bool loopback) => ListenAddresses.IsLoopback(address).ShouldBe(loopback);

    [Theory]
    [InlineData("urls", "http://127.0.0.1:5270;http://0.0.0.0:5271")]
    [InlineData("http_ports", "5270")]
    [InlineData("https_ports", "5270")]
    [InlineData("Kestrel:Endpoints:A:Url", "https://*:443")]
    public void LocalMode_RefusesEveryWayToNameAnotherAddress(string setting, string value) =>
        Should.Throw<SettingException>(() => new DocsApplication(TestDesk.Open(), [(setting, value)])).Why.Key.ShouldBe("access.notLoopback");

    [Theory]
    [InlineData("http://0.0.0.0:5270", false, "access.plainHttp")]
    [InlineData("http://0.0.0.0:5270", true, null)]
    [InlineData("https://0.0.0.0:5270", false, null)]
    [InlineData("http://127.0.0.1:5270", false, null)]
    public async Task AccountsMode_WantsHttpsOrAProxyThatIsNamed(string url, bool proxy, string? fault)
    {
        var folder = Directory.CreateTempSubdirectory("learningcity-listen-");
        try
        {
            List<(string, string?)> settings = [("Access:Mode", "Accounts"), ("Data:Folder", folder.FullName), ("urls", url)];
            if (proxy) { settings.Add(("Access:Proxies:0", "10.0.0.2")); }
            if (fault is null) { await new DocsApplication(TestDesk.Open(), settings).DisposeAsync(); }
            else { Should.Throw<SettingException>(() => new DocsApplication(TestDesk.Open(), settings)).Why.Key.ShouldBe(fault); }
        }
        finally { folder.Delete(recursive: true); }
    }

    [Fact]
    public async Task Start_IsRefusedInOneSentence()
    {
        var fault = (await WebService.RunAsync(TestDesk.Open(), "http://0.0.0.0:5299", _ => throw new InvalidOperationException("It must not say that it runs."))).ShouldNotBeNull();
        LanguageTable.Vietnamese.Render(fault).ShouldContain("http://0.0.0.0:5299");
    }
}
