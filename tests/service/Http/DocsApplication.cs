using System.Net.Http.Headers;
using System.Text.Json;
using LearningCity.Docs.Http;
using LearningCity.Docs.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace LearningCity.Docs.Tests.Http;

/// <summary>The whole service in memory, on a fixed day; tests speak HTTP to it and nothing else.</summary>
public sealed class DocsApplication : IAsyncLifetime
{
    private readonly WebApplication app;

    public DocsApplication() : this(TestDesk.Open()) { }

    /// <param name="settings">As <c>appsettings.json</c> would have them.</param>
    /// <param name="more">Routes of the test's own.</param>
    /// <param name="services">What stands in for the world outside.</param>
    internal DocsApplication(Desk desk, IEnumerable<(string Key, string? Value)>? settings = null, Action<WebApplication>? more = null, Action<IServiceCollection>? services = null)
    {
        app = WebService.Build(desk, host: builder =>
        {
            builder.WebHost.UseTestServer();
            builder.Configuration.AddInMemoryCollection([new("Data:Folder", TestFolders.New())]).AddInMemoryCollection((settings ?? []).Select(s => KeyValuePair.Create(s.Key, s.Value)));
            services?.Invoke(builder.Services);
        });
        more?.Invoke(app);
    }

    /// <summary>All that the service answers to.</summary>
    internal IEnumerable<Endpoint> Endpoints => ((IEndpointRouteBuilder)app).DataSources.SelectMany(d => d.Endpoints);

    internal IServiceProvider Services => app.Services;

    /// <summary>A request as the test describes it, with the connection that it seems to come by.</summary>
    internal Task<HttpContext> Send(Action<HttpContext> describe) => app.GetTestServer().SendAsync(describe);

    public HttpClient Client { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        await app.StartAsync();
        Client = app.GetTestClient();
    }

    public async Task DisposeAsync() => await app.DisposeAsync();

    public Task<HttpResponseMessage> PostFile(string route, byte[] file, string? mediaType = "application/octet-stream")
    {
        var body = new ByteArrayContent(file);
        if (mediaType is not null) { body.Headers.ContentType = MediaTypeHeaderValue.Parse(mediaType); }
        return Client.PostAsync(route, body);
    }

    public Task<HttpResponseMessage> PostDocument(string kind, byte[]? file, string? details, params (string Name, string Value)[] others) => PostParts($"/api/documents/{kind}", file, details, others);

    public Task<HttpResponseMessage> PostParts(string route, byte[]? file, string? details, params (string Name, string Value)[] others) => PostParts(route, file, details, default, others);

    public Task<HttpResponseMessage> PostParts(string route, byte[]? file, string? details, CancellationToken cancelled, params (string Name, string Value)[] others)
    {
        var form = new MultipartFormDataContent();
        if (file is not null) { form.Add(new ByteArrayContent(file), "file", "biểu mẫu.xlsx"); }
        if (details is not null) { form.Add(new StringContent(details), "details"); }
        foreach (var (name, value) in others) { form.Add(new StringContent(value), name); }
        return Client.PostAsync(route, form, cancelled);
    }

    internal static async Task<JsonElement> Json(HttpResponseMessage response) => JsonDocument.Parse(await response.Content.ReadAsByteArrayAsync()).RootElement;

    internal static async Task ShouldBeProblem(HttpResponseMessage response, int status, string code)
    {
        ((int)response.StatusCode).ShouldBe(status);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        var problem = await Json(response);
        problem.GetProperty("code").GetString().ShouldBe(code);
        problem.GetProperty("status").GetInt32().ShouldBe(status);
        problem.GetProperty("title").GetString().ShouldNotBeNullOrEmpty();
        problem.GetProperty("detail").GetString().ShouldNotBeNullOrEmpty();
    }
}
