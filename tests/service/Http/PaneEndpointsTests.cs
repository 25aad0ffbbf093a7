using System.Net;
using System.Text.RegularExpressions;
using LearningCity.Docs.Http;
using LearningCity.Docs.Tests.Support;
using Microsoft.Extensions.Configuration;

namespace LearningCity.Docs.Tests.Http;

public partial class PaneEndpointsTests(DocsApplication app) : IClassFixture<DocsApplication>
{
    [BuiltPane.Fact]
    public async Task Page_NamesNoOfficeAndNothingInline()
    {
        var page = await app.Client.GetStringAsync("/");
        page.ShouldContain("Thành phố học tập");
        page.ShouldNotContain("office-js");
        page.ShouldNotContain("<style"); // the policy forbids what is inline
        page.ShouldNotContain(" style=");
        page.ShouldNotContain("onclick");
    }

    [BuiltPane.Fact]
    public async Task Pane_NamesOfficeAndItsFallback() => (await app.Client.GetStringAsync("/taskpane.html"))
        .ShouldContain("""<meta name="office-js" content="https://appsforoffice.microsoft.com/lib/1/hosted/office.js" data-fallback="/officejs/office.js">""");

    [BuiltPane.Theory]
    [InlineData("/")]
    [InlineData("/index.html")]
    [InlineData("/taskpane.html")]
    public async Task EachAnswer_HasItsOwnNumberInPageAndPolicy(string route)
    {
        var (first, second) = (await app.Client.GetAsync(route), await app.Client.GetAsync(route));
        var nonce = Nonce().Match(await first.Content.ReadAsStringAsync()).Groups[1].Value;
        nonce.Length.ShouldBe(24);
        first.Headers.GetValues("Content-Security-Policy").Single().ShouldContain($"style-src 'self' 'nonce-{nonce}'");
        Nonce().Match(await second.Content.ReadAsStringAsync()).Groups[1].Value.ShouldNotBe(nonce);
    }

    [BuiltPane.Fact]
    public async Task EveryFileOfThePage_IsServed()
    {
        var page = await app.Client.GetStringAsync("/");
        var files = File_().Matches(page).Select(m => m.Groups[1].Value).ToArray();
        files.Length.ShouldBeGreaterThan(2);
        foreach (var file in files) { (await app.Client.GetAsync(file)).StatusCode.ShouldBe(HttpStatusCode.OK, file); }
        var built = await app.Client.GetAsync(files.First(f => f.StartsWith("/built/", StringComparison.Ordinal)));
        built.Headers.CacheControl!.ToString().ShouldBe("public, max-age=31536000, immutable");
    }

    [BuiltPane.Theory]
    [InlineData("office.js")]
    [InlineData("excel-win32-16.01.js")]
    [InlineData("word-win32-16.01.js")]
    [InlineData("excel-web-16.00.js")]
    [InlineData("word-web-16.00.js")]
    [InlineData("vi-vn/office_strings.js")]
    [InlineData("en-us/office_strings.js")]
    public async Task OfficeJs_IsServedFromOurOrigin(string file) => (await app.Client.GetAsync("/officejs/" + file)).StatusCode.ShouldBe(HttpStatusCode.OK);

    [Fact]
    public void ClosedNetwork_LoadsOfficeFromHereAlone() => OfficeJs.Of(Settings(("OfficeJs:Source", "self"))).ShouldBe(new OfficeJs("/officejs/office.js", null, null));

    [Fact]
    public void OtherNetwork_IsAllowedByItsOrigin() => OfficeJs.Of(Settings(("OfficeJs:Url", "https://appsforoffice.gcc.example/lib/office.js"))).Origin.ShouldBe("https://appsforoffice.gcc.example");

    [Theory]
    [InlineData("OfficeJs:Source", "internet", "OfficeJs:Source")]
    [InlineData("OfficeJs:Url", "http://plain.example/office.js", "OfficeJs:Url")]
    [InlineData("OfficeJs:Url", "office.js", "OfficeJs:Url")]
    public void WrongSetting_StopsTheStartAndIsNamed(string key, string value, string named) =>
        Should.Throw<SettingException>(() => OfficeJs.Of(Settings((key, value)))).Message.ShouldContain(named);

    private static IConfiguration Settings(params (string Key, string Value)[] settings) =>
        new ConfigurationBuilder().AddInMemoryCollection(settings.Select(s => KeyValuePair.Create(s.Key, (string?)s.Value))).Build();

    [GeneratedRegex("<meta property=\"csp-nonce\" nonce=\"([^\"]*)\">")]
    private static partial Regex Nonce();

    [GeneratedRegex("(?:href|src)=\"(/[^\"]+)\"")]
    private static partial Regex File_();
}
