using System.Net;
using LearningCity.Docs.Http;
using LearningCity.Docs.Tests.Support;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using static LearningCity.Docs.Tests.Http.DocsApplication;

namespace LearningCity.Docs.Tests.Http;

/// <summary>What each mode promises before anybody has signed in.</summary>
public class AccessModeTests(DocsApplication local, AccountsRealm accounts, EntraRealm entra) : IClassFixture<DocsApplication>, IClassFixture<AccountsRealm>, IClassFixture<EntraRealm>
{
    [Theory]
    [InlineData("local")]
    [InlineData("accounts")]
    [InlineData("entra")]
    public void EveryEndpoint_NamesWhoMayUseIt(string mode)
    {
        var routes = Mode(mode).Endpoints.OfType<RouteEndpoint>().Where(e => e.RoutePattern.RawText?.StartsWith("/test/", StringComparison.Ordinal) is not true).ToList();
        routes.Count.ShouldBeGreaterThan(10);
        routes.Where(e => e.Metadata.OfType<AccessRule>().Count() != 1).Select(e => e.DisplayName).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("local")]
    [InlineData("accounts")]
    [InlineData("entra")]
    public void OpenEndpoints_AreTheseAndNoOthers(string mode) => Mode(mode).Endpoints.OfType<RouteEndpoint>()
        .Where(e => e.Metadata.GetMetadata<AccessRule>() is { Needs: null }).Select(e => "/" + e.RoutePattern.RawText!.Trim('/'))
        .ShouldBe(["/", "/index.html", "/taskpane.html", "/openapi/v1.json", "/health/live", "/health/ready", "/metrics", "/api/access", "/api/session", "/auth/dialog"], ignoreOrder: true);

    [Theory]
    [InlineData("accounts", "/api/check", "viewer")]
    [InlineData("accounts", "/api/fix", "viewer")]
    [InlineData("accounts", "/api/lint", "viewer")]
    [InlineData("accounts", "/api/forms/{form}/blank", "viewer")]
    [InlineData("accounts", "/samples/{name}", "viewer")]
    [InlineData("accounts", "/api/documents/{kind}", "editor")]
    [InlineData("accounts", "/api/dossier", "editor")]
    public void Role_IsTheOneOfTheTable(string mode, string route, string role) => Mode(mode).Endpoints.OfType<RouteEndpoint>()
        .Where(e => "/" + e.RoutePattern.RawText!.Trim('/') == route).ShouldHaveSingleItem().Metadata.GetMetadata<AccessRule>()!.Needs!.ToString()!.ToLowerInvariant().ShouldBe(role);

    [Theory]
    [InlineData("accounts")]
    [InlineData("entra")]
    public async Task PagesAndHealth_AreOpen(string mode)
    {
        foreach (var route in new[] { "/", "/icon.svg", "/health/ready", "/openapi/v1.json", "/api/access" }) { (await Mode(mode).Client.GetAsync(route)).StatusCode.ShouldBe(HttpStatusCode.OK, route); }
        await ShouldBeProblem(await Mode(mode).Client.GetAsync("/api/nowhere"), 404, "request.notFound");
        await ShouldBeProblem(await Mode(mode).Client.GetAsync("/api/check"), 405, "request.method");
    }

    [Theory]
    [InlineData("local")]
    [InlineData("entra")]
    public async Task WithoutAccounts_NobodySignsInWithAPassword(string mode)
    {
        await ShouldBeProblem(await Mode(mode).Client.PostAsync("/api/session", new StringContent("{}", System.Text.Encoding.UTF8, "application/json")), 404, "access.noAccounts");
        await ShouldBeProblem(await Mode(mode).Client.GetAsync("/auth/dialog"), 404, "access.noAccounts");
    }

    [Fact]
    public async Task EntrasSignIn_IsAllowedByThePolicyAndNowhereElse()
    {
        (await entra.App.Client.GetAsync("/")).Headers.GetValues("Content-Security-Policy").Single().ShouldContain("connect-src 'self' https://login.microsoftonline.com;");
        (await accounts.App.Client.GetAsync("/")).Headers.GetValues("Content-Security-Policy").Single().ShouldContain("connect-src 'self';");
    }

    [Fact]
    public async Task Access_TellsThePaneHowToSignIn()
    {
        (await Json(await local.Client.GetAsync("/api/access"))).GetProperty("mode").GetString().ShouldBe("local");
        var own = await Json(await accounts.App.Client.GetAsync("/api/access"));
        own.GetProperty("dialog").GetString().ShouldBe("/auth/dialog");
        var microsoft = (await Json(await entra.App.Client.GetAsync("/api/access"))).GetProperty("entra");
        microsoft.GetProperty("clientId").GetString().ShouldBe(EntraRealm.Client);
        microsoft.GetProperty("scope").GetString().ShouldBe($"api://{EntraRealm.Client}/access_as_user");
        microsoft.GetProperty("authority").GetString().ShouldBe("https://login.microsoftonline.com/organizations");
    }

    /// <summary>ASP.NET's keys for cookies, which we do not have, would be written into a home folder.</summary>
    [Theory]
    [InlineData("local")]
    [InlineData("accounts")]
    [InlineData("entra")]
    public void NoKeysForCookies_AreMadeAtTheStart(string mode) =>
        Mode(mode).Services.GetServices<IHostedService>().Select(s => s.GetType().FullName!).ShouldAllBe(name => !name.Contains("DataProtection", StringComparison.Ordinal));

    [Fact]
    public async Task Local_KnowsOnePersonWhoMayEverything()
    {
        var me = await Json(await local.Client.GetAsync("/api/me"));
        me.GetProperty("role").GetString().ShouldBe("admin");
        me.GetProperty("mode").GetString().ShouldBe("local");
    }

    [Theory]
    [InlineData("localhost:5270", 200)]
    [InlineData("127.0.0.1", 200)]
    [InlineData("127.8.8.8:80", 200)]
    [InlineData("[::1]:5270", 200)]
    [InlineData("evil.example", 421)]
    [InlineData("localhost.evil.example:5270", 421)]
    [InlineData("127.0.0.1.nip.io", 421)]
    [InlineData("10.0.0.5", 421)]
    public async Task Local_AnswersToLoopbackNamesOnly(string host, int status)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/me");
        request.Headers.Host = host;
        ((int)(await local.Client.SendAsync(request)).StatusCode).ShouldBe(status);
    }

    [Theory]
    [InlineData(null, 200)]
    [InlineData("http://localhost:5270", 200)]
    [InlineData("https://127.0.0.1:3000", 200)]
    [InlineData("http://[::1]:5270", 200)]
    [InlineData("https://evil.example", 403)]
    [InlineData("null", 403)]
    [InlineData("https://localhost.evil.example", 403)]
    public async Task Local_TakesNoOrdersFromOtherSites(string? origin, int status)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/check") { Content = new ByteArrayContent(TestDesk.Right()) };
        if (origin is not null) { request.Headers.Add("Origin", origin); }
        var response = await local.Client.SendAsync(request);
        if (status == 403) { await ShouldBeProblem(response, 403, "access.foreignOrigin"); }
        else { response.StatusCode.ShouldBe(HttpStatusCode.OK); }
    }

    [Theory]
    [InlineData("http", "203.0.113.7", null, null, 403)] // straight from elsewhere, unencrypted
    [InlineData("https", "203.0.113.7", null, null, 401)]
    [InlineData("http", "127.0.0.1", null, null, 401)] // from this machine
    [InlineData("http", "127.0.0.1", "https", "203.0.113.7", 401)] // through the proxy of this machine
    [InlineData("http", "127.0.0.1", "http", "203.0.113.7", 403)]
    [InlineData("http", "127.0.0.1", null, "203.0.113.7", 403)] // a proxy that does not say how
    [InlineData("http", "203.0.113.7", "https", "127.0.0.1", 403)] // who is no proxy of ours is not believed
    public async Task TokensAndPasswords_TravelEncrypted(string scheme, string from, string? forwardedScheme, string? forwardedFor, int status)
    {
        var context = await accounts.App.Send(http =>
        {
            (http.Request.Scheme, http.Request.Method, http.Request.Path) = (scheme, "GET", "/api/forms");
            http.Request.Host = new HostString("docs.example.vn");
            http.Connection.RemoteIpAddress = IPAddress.Parse(from);
            if (forwardedScheme is not null) { http.Request.Headers["X-Forwarded-Proto"] = forwardedScheme; }
            if (forwardedFor is not null) { http.Request.Headers["X-Forwarded-For"] = forwardedFor; }
        });
        context.Response.StatusCode.ShouldBe(status);
    }

    private DocsApplication Mode(string mode) => mode switch { "local" => local, "accounts" => accounts.App, _ => entra.App };
}
