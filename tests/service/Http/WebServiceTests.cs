using System.Net;
using System.Net.Sockets;
using LearningCity.Docs.Http;
using LearningCity.Docs.Tests.Support;
using Microsoft.AspNetCore.TestHost;
using static LearningCity.Docs.Tests.Http.DocsApplication;

namespace LearningCity.Docs.Tests.Http;

public class WebServiceTests(DocsApplication app) : IClassFixture<DocsApplication>
{
    [Theory]
    [InlineData("/health/live", "live")]
    [InlineData("/health/ready", "ready")]
    public async Task Health_Answers(string route, string status) => (await Json(await app.Client.GetAsync(route))).GetProperty("status").GetString().ShouldBe(status);

    [Fact]
    public async Task OpenApi_DescribesEveryRoute()
    {
        var paths = (await Json(await app.Client.GetAsync("/openapi/v1.json"))).GetProperty("paths");
        paths.EnumerateObject().Select(p => p.Name).ShouldBe(
            ["/api/forms", "/api/forms/{form}", "/api/forms/{form}/blank", "/api/check", "/api/fix", "/api/raise", "/api/documents", "/api/documents/{kind}", "/api/dossier", "/api/lint", "/api/submissions", "/api/submissions/destination", "/api/submissions/{id}", "/api/submissions/{id}/retry", "/api/submissions/{id}/return", "/samples", "/samples/{name}", "/api/access", "/api/me", "/api/session", "/health/live", "/health/ready"],
            ignoreOrder: true);
        paths.GetProperty("/api/check").GetProperty("post").GetProperty("requestBody").GetProperty("content").TryGetProperty("application/octet-stream", out _).ShouldBeTrue();
    }

    /// <summary>
    /// The types of the task pane are made from <c>addin/openapi.json</c>: a change of the API is read here before the pane is built on it. <c>addin/openapi.received.json</c> takes its place, then
    /// <c>npm run api</c> in <c>addin/</c>.
    /// </summary>
    [Fact]
    public async Task OpenApi_IsTheOneThatThePaneIsBuiltOn()
    {
        var (approved, received) = (Repository.Path("addin", "openapi.json"), Repository.Path("addin", "openapi.received.json"));
        var document = await app.Client.GetStringAsync("/openapi/v1.json");
        if (File.Exists(approved) && File.ReadAllText(approved) == document) { File.Delete(received); return; }
        File.WriteAllText(received, document);
        document.ShouldBe(File.Exists(approved) ? File.ReadAllText(approved) : "");
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/api/forms")]
    [InlineData("/api/nowhere")]
    public async Task EveryAnswer_CarriesTheSecurityHeaders(string route)
    {
        var headers = (await app.Client.GetAsync(route)).Headers;
        headers.GetValues("Content-Security-Policy").Single().ShouldStartWith("default-src 'none'; script-src 'self'");
        headers.GetValues("X-Content-Type-Options").Single().ShouldBe("nosniff");
        headers.GetValues("Referrer-Policy").Single().ShouldBe("no-referrer");
    }

    [Theory]
    [InlineData("https://localhost/health/live", "max-age=31536000")]
    [InlineData("http://localhost/health/live", null)]
    public async Task HttpsAlone_IsToldToStayHttps(string address, string? told)
    {
        var headers = (await app.Client.GetAsync(address)).Headers;
        (headers.TryGetValues("Strict-Transport-Security", out var values) ? values.Single() : null).ShouldBe(told);
    }

    [Fact]
    public async Task UnknownAddress_Is404() => await ShouldBeProblem(await app.Client.GetAsync("/api/nowhere"), 404, "request.notFound");

    [Fact]
    public async Task WrongMethod_Is405() => await ShouldBeProblem(await app.Client.GetAsync("/api/check"), 405, "request.method");

    [Fact]
    public async Task Samples_AreListedAndDownloaded()
    {
        var samples = await Json(await app.Client.GetAsync("/samples"));
        samples.EnumerateArray().Select(s => s.GetProperty("name").GetString()).ShouldContain("phu-luc-iiib.mistakes.xlsx");
        var sample = await app.Client.GetAsync("/samples/phu-luc-iiib.mistakes.xlsx");
        sample.Content.Headers.ContentDisposition!.FileNameStar.ShouldBe("Phụ lục IIIb - mẫu có lỗi thường gặp.xlsx");
    }

    [Theory]
    [InlineData("/samples/nothing.xlsx")]
    [InlineData("/samples/..%2fforms%2fphu-luc-iiib.yaml")]
    public async Task NameThatIsNoSample_Is404(string route) => await ShouldBeProblem(await app.Client.GetAsync(route), 404, "request.unknownSample");

    [Fact]
    public async Task UnexpectedFault_Is500WithoutItsMessageOrStack()
    {
        await using var faulty = WebService.Build(TestDesk.Open(new BrokenClock()), host: builder => builder.WebHost.UseTestServer());
        await faulty.StartAsync();
        var response = await faulty.GetTestClient().PostAsync("/api/check", new ByteArrayContent(TestDesk.Right()));
        await ShouldBeProblem(response, 500, "service.fault");
        var answer = await response.Content.ReadAsStringAsync();
        answer.ShouldNotContain("secret");
        answer.ShouldNotContain("   at ");
    }

    [Fact]
    public async Task AddressThatIsNone_IsSaid() =>
        (await WebService.RunAsync(TestDesk.Open(), "127.0.0.1", _ => throw new InvalidOperationException("It must not say that it runs."))).ShouldNotBeNull().Key.ShouldBe("serve.badUrl");

    [Fact]
    public async Task TakenPort_IsSaidAndNothingRuns()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var address = $"http://127.0.0.1:{((IPEndPoint)other.LocalEndpoint).Port}";
        var fault = (await WebService.RunAsync(TestDesk.Open(), address, _ => throw new InvalidOperationException("It must not say that it runs."))).ShouldNotBeNull();
        fault.Key.ShouldBe("serve.taken");
        LanguageTable.Vietnamese.Render(fault).ShouldContain(address);
    }

    private sealed class BrokenClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => throw new InvalidOperationException("secret");
    }
}
