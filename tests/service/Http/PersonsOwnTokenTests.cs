using System.Net;
using System.Net.Http.Headers;
using LearningCity.Docs.Access;
using LearningCity.Docs.Http;
using LearningCity.Docs.Submissions;
using LearningCity.Docs.Tests.Graph;
using LearningCity.Docs.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace LearningCity.Docs.Tests.Http;

/// <summary>With whose token a destination may act: only of a caller who was let in.</summary>
public class PersonsOwnTokenTests(EntraRealm realm) : IClassFixture<EntraRealm>
{
    private const string Caller = $"entra:{EntraRealm.Tenant}:{EntraRealm.User}";

    [Fact]
    public async Task CallerWhoIsLetIn_IsActedFor()
    {
        var app = await OpenAsync();
        try
        {
            var token = ((IRealm)realm).Forge(Role.Submitter).Token();
            (await Post(app, token)).StatusCode.ShouldBe(HttpStatusCode.OK);
            app.Services.GetRequiredService<PersonTokens>().Of(Caller).ShouldBe(token);
        }
        finally { await app.DisposeAsync(); }
    }

    [Fact]
    public async Task CallerWhoIsNot_LeavesNothing()
    {
        var app = await OpenAsync();
        try
        {
            (await Post(app, ((IRealm)realm).Forge(Role.Viewer).Token())).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
            (await Post(app, ((IRealm)realm).Forge(Role.Submitter).Token(sign: _ => new byte[256]))).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
            app.Services.GetRequiredService<PersonTokens>().Of(Caller).ShouldBeNull();
        }
        finally { await app.DisposeAsync(); }
    }

    [Theory]
    [InlineData("/api/submissions")]
    [InlineData("/api/submissions/s1/retry")]
    public async Task EndpointThatSendsADossier_TakesTheToken(string route)
    {
        var app = await OpenAsync();
        try
        {
            var token = ((IRealm)realm).Forge(Role.Submitter).Token();
            // Refused for what it lacks; who called is known by then.
            ((int)(await Post(app, token, route)).StatusCode).ShouldBeInRange(400, 404);
            app.Services.GetRequiredService<PersonTokens>().Of(Caller).ShouldBe(token);
        }
        finally { await app.DisposeAsync(); }
    }

    private static async Task<HttpResponseMessage> Post(DocsApplication app, string token, string route = "/test/acts")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, route);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return await app.Client.SendAsync(request);
    }

    private async Task<DocsApplication> OpenAsync()
    {
        var secret = Path.Combine(Directory.CreateDirectory(TestFolders.New()).FullName, "secret");
        await File.WriteAllTextAsync(secret, "s3cret");
        var app = new DocsApplication(
            TestDesk.Open(),
            [.. realm.Settings, ("Graph:TenantId", EntraRealm.Tenant), ("Graph:ClientId", EntraRealm.Client), ("Graph:DriveId", FakeGraph.Drive), ("Graph:Folder", "Hồ sơ"), ("Graph:SecretFile", secret)],
            routes => routes.MapPost("/test/acts", () => Results.Ok()).Needs(Role.Submitter).ActsForThePerson());
        await app.InitializeAsync();
        return app;
    }
}
