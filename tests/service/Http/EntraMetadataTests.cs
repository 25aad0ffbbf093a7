using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using LearningCity.Docs.Tests.Support;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.Extensions.DependencyInjection;
using static LearningCity.Docs.Tests.Http.DocsApplication;

namespace LearningCity.Docs.Tests.Http;

/// <summary>Where the service fetches Entra's keys itself: what it asks the network for, and how often.</summary>
public sealed class EntraMetadataTests : IAsyncLifetime, IDisposable
{
    private const string Tenant = EntraRealm.Tenant;

    private readonly FakeEntra network = new();
    private readonly DocsApplication app;

    public EntraMetadataTests() => app = new DocsApplication(
        TestDesk.Open(),
        [("Access:Mode", "Entra"), ("Access:Entra:Tenants:0", Tenant), ("Access:Entra:ClientId", EntraRealm.Client)],
        services: services => services.ConfigureAll<JwtBearerOptions>(options => options.BackchannelHttpHandler = network));

    public Task InitializeAsync() => app.InitializeAsync();

    public Task DisposeAsync() => app.DisposeAsync();

    public void Dispose() => network.Dispose();

    [Fact]
    public async Task Keys_AreFetchedOnceFromTheTenant()
    {
        for (var i = 0; i < 3; i++) { (await Get(network.Token())).StatusCode.ShouldBe(HttpStatusCode.OK); }
        network.Asked.ShouldBe([$"https://login.microsoftonline.com/{Tenant}/v2.0/.well-known/openid-configuration", "https://login.microsoftonline.com/keys"]);
    }

    [Fact]
    public async Task UnknownKeyIds_DoNotMakeTheServiceAskAgainAndAgain()
    {
        await Get(network.Token());
        for (var i = 0; i < 10; i++) { await ShouldBeProblem(await Get(network.Token("unknown")), 401, "access.tokenRefused"); }
        network.Asked.Count.ShouldBeLessThanOrEqualTo(4);
    }

    [Fact]
    public async Task NetworkThatIsDown_LetsNobodyInAndBlamesNoToken()
    {
        network.Down = true;
        var response = await Get(network.Token());
        await ShouldBeProblem(response, 503, "access.issuerSilent");
        response.Headers.RetryAfter.ShouldNotBeNull();
    }

    [Fact]
    public async Task NetworkThatGoesDownLater_ChangesNothing()
    {
        await Get(network.Token());
        network.Down = true;
        (await Get(network.Token())).StatusCode.ShouldBe(HttpStatusCode.OK);
        await ShouldBeProblem(await Get(network.Token("unknown")), 401, "access.tokenRefused");
    }

    private Task<HttpResponseMessage> Get(string token)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, "/api/forms");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return app.Client.SendAsync(request);
    }

    /// <summary>The two documents of login.microsoftonline.com.</summary>
    private sealed class FakeEntra : HttpMessageHandler
    {
        private readonly RSA key = RSA.Create(2048);

        public bool Down { get; set; }

        public List<string> Asked { get; } = [];

        public string Token(string kid = "k1") => new Forge("RS256", kid, "JWT", () => new JsonObject
        {
            ["iss"] = $"https://login.microsoftonline.com/{Tenant}/v2.0",
            ["aud"] = EntraRealm.Client,
            ["tid"] = Tenant,
            ["oid"] = EntraRealm.User,
            ["azp"] = EntraRealm.Client,
            ["scp"] = "access_as_user",
            ["roles"] = new JsonArray("Viewer"),
            ["exp"] = Forge.Seconds(IRealm.Now.AddHours(1)),
        }, bytes => key.SignData(bytes, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1), _ => [], "").Token();

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            lock (Asked) { Asked.Add(request.RequestUri!.AbsoluteUri); }
            if (Down) { return Task.FromResult(new HttpResponseMessage(HttpStatusCode.BadGateway)); }
            var open = key.ExportParameters(false);
            var answer = request.RequestUri!.AbsolutePath == "/keys"
                ? new JsonObject { ["keys"] = new JsonArray(new JsonObject { ["kty"] = "RSA", ["use"] = "sig", ["kid"] = "k1", ["n"] = System.Buffers.Text.Base64Url.EncodeToString(open.Modulus), ["e"] = System.Buffers.Text.Base64Url.EncodeToString(open.Exponent) }) }
                : new JsonObject { ["issuer"] = $"https://login.microsoftonline.com/{Tenant}/v2.0", ["jwks_uri"] = "https://login.microsoftonline.com/keys" };
            return Task.FromResult(new HttpResponseMessage { Content = new StringContent(answer.ToJsonString()) });
        }

        protected override void Dispose(bool disposing)
        {
            key.Dispose();
            base.Dispose(disposing);
        }
    }
}
