using System.Net;
using System.Net.Http.Headers;
using LearningCity.Docs.Access;
using LearningCity.Docs.Tests.Support;
using Microsoft.AspNetCore.Http;
using static LearningCity.Docs.Tests.Http.DocsApplication;

namespace LearningCity.Docs.Tests.Http;

public class RequestRatesTests(EntraRealm entra, DocsApplication local) : IClassFixture<EntraRealm>, IClassFixture<DocsApplication>
{
    private const int PerMinute = 3;

    [Fact]
    public Task Person_HasAMinutesRequestsOfTheirOwn() => With(async app =>
    {
        for (var i = 0; i < PerMinute; i++) { (await Get(app, EntraRealm.User)).StatusCode.ShouldBe(HttpStatusCode.OK); }
        var refused = await Get(app, EntraRealm.User);
        await ShouldBeProblem(refused, 429, "access.tooOften");
        refused.Headers.RetryAfter!.Delta!.Value.TotalSeconds.ShouldBeInRange(1, 60 / PerMinute);
        (await Get(app, "55555555-5555-4555-8555-555555555555")).StatusCode.ShouldBe(HttpStatusCode.OK); // another person
        (await app.Client.GetAsync("/health/live")).StatusCode.ShouldBe(HttpStatusCode.OK); // who watches the service is not counted
    });

    [Fact]
    public Task Nobody_IsCountedByAddress() => With(async app =>
    {
        for (var i = 0; i < PerMinute; i++) { (await From(app, "203.0.113.7")).ShouldBe(401); }
        (await From(app, "203.0.113.7")).ShouldBe(429);
        (await From(app, "::ffff:203.0.113.7")).ShouldBe(429); // the same, written otherwise
        (await From(app, "203.0.113.8")).ShouldBe(401);
        for (var i = 0; i < PerMinute; i++) { (await From(app, $"2001:db8:1:1::{i}")).ShouldBe(401); }
        (await From(app, "2001:db8:1:1:ffff::")).ShouldBe(429);
        (await From(app, "2001:db8:1:2::")).ShouldBe(401);
    });

    [Fact]
    public async Task AtOnesOwnComputer_ThereIsNoLimit()
    {
        for (var i = 0; i < 400; i++) { (await local.Client.GetAsync("/api/access")).StatusCode.ShouldBe(HttpStatusCode.OK); }
    }

    private async Task With(Func<DocsApplication, Task> test)
    {
        var app = new DocsApplication(TestDesk.Open(), [.. entra.Settings, ("Access:RequestsPerMinute", "3")]);
        await app.InitializeAsync();
        try { await test(app); }
        finally { await app.DisposeAsync(); }
    }

    private Task<HttpResponseMessage> Get(DocsApplication app, string user)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, "/api/forms");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", ((IRealm)entra).Forge(Role.Viewer).Token(p => p["oid"] = user));
        return app.Client.SendAsync(request);
    }

    private static async Task<int> From(DocsApplication app, string address) => (await app.Send(http =>
    {
        (http.Request.Scheme, http.Request.Method, http.Request.Path, http.Request.Host) = ("https", "GET", "/api/forms", new HostString("docs.example.vn"));
        http.Connection.RemoteIpAddress = IPAddress.Parse(address);
    })).Response.StatusCode;
}
