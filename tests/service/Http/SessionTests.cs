using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using LearningCity.Docs.Access;
using static LearningCity.Docs.Tests.Http.DocsApplication;

namespace LearningCity.Docs.Tests.Http;

/// <summary>Signing in with name and password, and what becomes of the token.</summary>
public sealed class SessionTests : IAsyncLifetime
{
    private readonly AccountsRealm realm = new();

    public Task InitializeAsync() => realm.InitializeAsync();

    public Task DisposeAsync() => realm.DisposeAsync();

    [Fact]
    public async Task RightPassword_GivesATokenForAWorkingDay()
    {
        var session = await Json(await SignIn("editor", AccountsRealm.Password));
        session.GetProperty("name").GetString().ShouldBe("Editor");
        session.GetProperty("role").GetString().ShouldBe("editor");
        session.GetProperty("expires").GetDateTimeOffset().ShouldBe(IRealm.Now.AddHours(8));
        (await Get(session.GetProperty("token").GetString()!, "/api/documents")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Answer_SetsNoCookie()
    {
        var response = await SignIn("editor", AccountsRealm.Password);
        response.Headers.Contains("Set-Cookie").ShouldBeFalse();
        response.Headers.CacheControl!.NoStore.ShouldBeTrue();
    }

    [Fact]
    public async Task WrongNamePasswordAndLock_AreToldInTheSameWords()
    {
        var unknown = await SignIn("nobody", "x");
        await ShouldBeProblem(unknown, 401, "access.signInRefused");
        for (var i = 0; i < AccountBook.FailuresAllowed; i++) { (await SignIn("editor", "x")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized); }
        var locked = await SignIn("editor", AccountsRealm.Password);
        (await Words(locked)).ShouldBe(await Words(unknown));

        // All but the name of the request.
        static async Task<string> Words(HttpResponseMessage response) =>
            (await response.Content.ReadAsStringAsync()).Replace(response.Headers.GetValues("X-Request-Id").Single(), "", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", 400)]
    [InlineData("null", 400)]
    [InlineData("{}", 400)]
    [InlineData("""{"name": "editor"}""", 400)]
    [InlineData("""{"name": ["editor"], "password": 1}""", 400)]
    [InlineData("5000", 400)]
    [InlineData("text", 415)]
    public async Task RequestThatIsNoSignIn_IsAProblem(string body, int status)
    {
        var content = new StringContent(body == "5000" ? $$"""{"name": "editor", "password": "{{new string('x', 5000)}}"}""" : body, Encoding.UTF8, status == 415 ? "text/plain" : "application/json");
        ((int)(await realm.App.Client.PostAsync("/api/session", content)).StatusCode).ShouldBe(status);
    }

    [Fact]
    public async Task RemovedAccount_IsOutAtOnce()
    {
        var token = await Token("Viewer");
        realm.Accounts.Remove("Viewer").ShouldBeNull();
        await ShouldBeProblem(await Get(token, "/api/forms"), 401, "access.tokenRefused");
    }

    [Fact]
    public async Task LowerRole_CountsForTokensGivenOutBefore()
    {
        var token = await Token("Admin");
        (await Get(token, "/test/Admin")).StatusCode.ShouldBe(HttpStatusCode.OK);
        realm.Accounts.SetRole("Admin", Role.Viewer).ShouldBeNull();
        await ShouldBeProblem(await Get(token, "/test/Admin"), 403, "access.roleNeeded");
        (await Get(token, "/test/Viewer")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task KeysRotated_LeaveSessionsAliveUnlessRevoked()
    {
        var token = await Token("Viewer");
        new SigningKeys(realm.Data).Rotate(IRealm.Now, revoke: false);
        (await Get(token, "/api/forms")).StatusCode.ShouldBe(HttpStatusCode.OK);
        var next = await Token("Viewer");
        new SigningKeys(realm.Data).Rotate(IRealm.Now, revoke: true);
        await ShouldBeProblem(await Get(token, "/api/forms"), 401, "access.tokenRefused");
        await ShouldBeProblem(await Get(next, "/api/forms"), 401, "access.tokenRefused");
    }

    [Fact]
    public async Task SignInsTooOften_Are429WithTheTimeToWait()
    {
        HttpResponseMessage response;
        var tries = 0;
        do
        {
            (response = await SignIn("nobody", "x")).StatusCode.ShouldBeOneOf(HttpStatusCode.Unauthorized, HttpStatusCode.TooManyRequests);
            (++tries).ShouldBeLessThan(20);
        }
        while (response.StatusCode is not HttpStatusCode.TooManyRequests);
        tries.ShouldBeGreaterThan(10);
        await ShouldBeProblem(response, 429, "access.tooOften");
        response.Headers.RetryAfter!.Delta!.Value.TotalSeconds.ShouldBeInRange(1, 6);
    }

    [Fact]
    public async Task Dialog_IsAPageOfItsOwnThatOfficeCanHearFrom()
    {
        var response = await realm.App.Client.GetAsync("/auth/dialog");
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        response.Headers.GetValues("Content-Security-Policy").Single().ShouldStartWith("default-src 'none'; script-src 'self'");
        response.Headers.GetValues("Cross-Origin-Opener-Policy").Single().ShouldBe("unsafe-none");
        var page = await response.Content.ReadAsStringAsync();
        foreach (var file in new[] { "/auth/dialog.js", "/auth/dialog.css" })
        {
            page.ShouldContain($"\"{file}\"");
            (await realm.App.Client.GetAsync(file)).StatusCode.ShouldBe(HttpStatusCode.OK);
        }
        page.ShouldNotContain("<style");
        page.ShouldNotContain(" style=");
    }

    private async Task<string> Token(string name) => (await Json(await SignIn(name, AccountsRealm.Password))).GetProperty("token").GetString()!;

    private Task<HttpResponseMessage> SignIn(string name, string password) => realm.App.Client.PostAsJsonAsync("/api/session", new { name, password });

    private Task<HttpResponseMessage> Get(string token, string route)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, route);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return realm.App.Client.SendAsync(request);
    }
}
