using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using LearningCity.Docs.Tests.Pdf;
using LearningCity.Docs.Tests.Support;

namespace LearningCity.Docs.Tests.Http;

/// <summary>What only a process of its own with a real web server can show.</summary>
public class RunningServiceTests
{
    [Fact]
    public async Task ServiceToldToStop_FinishesThePaperItIsAt()
    {
        var folder = Directory.CreateTempSubdirectory("lc-stop-");
        try
        {
            var (asked, go) = (Path.Combine(folder.FullName, "asked"), Path.Combine(folder.FullName, "go"));
            await using var service = await ServiceProcess.StartAsync(("Pdf__LibreOffice", LibreOfficePdfTests.Program("waiting")), ("LC_ASKED", asked), ("LC_GO", go));
            var paper = service.Client.PostAsync("/api/documents/phu-luc-iiib", Parts());
            await Until(() => File.Exists(asked));
            service.Terminate();
            await Until(() => !Answers(service));
            paper.IsCompleted.ShouldBeFalse();
            await File.WriteAllTextAsync(go, "");
            var response = await paper;
            response.StatusCode.ShouldBe(HttpStatusCode.OK);
            (await response.Content.ReadAsByteArrayAsync()).Take(5).ShouldBe("%PDF-"u8.ToArray());
            (await service.EndedAsync()).ShouldBe(0);
        }
        finally { folder.Delete(recursive: true); }
    }

    /// <summary>Half a file that never goes on, as many times as files may be worked on: the next caller is served at once.</summary>
    [Fact]
    public async Task CallersWithSlowLines_HoldUpNobody()
    {
        await using var service = await ServiceProcess.StartAsync(("Files__AtOnce", "1"), ("Files__Waiting", "0"));
        var slow = new List<TcpClient>();
        try
        {
            for (var i = 0; i < 8; i++)
            {
                var line = new TcpClient();
                slow.Add(line);
                await line.ConnectAsync(IPAddress.Loopback, service.Client.BaseAddress!.Port);
                await line.GetStream().WriteAsync(Encoding.ASCII.GetBytes("POST /api/check HTTP/1.1\r\nHost: localhost\r\nContent-Length: 40000000\r\n\r\nPK"));
            }
            (await service.Client.PostAsync("/api/check", new ByteArrayContent(TestDesk.Right()))).StatusCode.ShouldBe(HttpStatusCode.OK);
        }
        finally { slow.ForEach(line => line.Dispose()); }
    }

    [Fact]
    public async Task LogAsJson_HasALineForEachRequestAndNothingOfTheFile()
    {
        await using var service = await ServiceProcess.StartAsync(("Logging__Format", "json"));
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/check?lang=en") { Content = new ByteArrayContent(TestDesk.Wrong()), Headers = { { "X-Request-Id", "r-1" } } };
        (await service.Client.SendAsync(request)).StatusCode.ShouldBe(HttpStatusCode.OK);
        await Until(() => service.Words.Contains("r-1", StringComparison.Ordinal));
        var line = service.Words.Split('\n').Single(l => l.Contains("r-1", StringComparison.Ordinal));
        var entry = JsonDocument.Parse(line).RootElement;
        entry.GetProperty("Category").GetString().ShouldBe("LearningCity.Docs.Requests");
        entry.GetProperty("State").GetProperty("Route").GetString().ShouldBe("/api/check");
        entry.GetProperty("State").GetProperty("Status").GetInt32().ShouldBe(200);
        line.ShouldNotContain("Đạt");
        line.ShouldNotContain("lang=en");
    }

    [Fact]
    public async Task Counters_AreForThisMachine()
    {
        await using var service = await ServiceProcess.StartAsync();
        for (var i = 0; i < 2; i++) { await service.Client.PostAsync("/api/check", new ByteArrayContent(TestDesk.Wrong())); }
        await service.Client.PostAsync("/api/check", new ByteArrayContent("%PDF-1.7"u8.ToArray()));
        var metrics = await service.Client.GetStringAsync("/metrics");
        metrics.ShouldContain("learningcity_checks_total{form=\"phu-luc-iiib\",verdict=\"");
        metrics.ShouldContain("learningcity_findings_total{code=\"LC2203\"} 2\n");
        metrics.ShouldContain("learningcity_refusals_total{code=\"LC1001\"} 1\n");
        metrics.ShouldContain("learningcity_files_waiting 0\n");
        metrics.ShouldContain("learningcity_uploads_bytes 0\n");
        metrics.ShouldContain("http_server_request_duration_seconds_count{");
        metrics.ShouldContain("http_response_status_code=\"415\"");

        using var proxied = new HttpRequestMessage(HttpMethod.Get, "/metrics") { Headers = { { "X-Forwarded-For", "203.0.113.7" } } };
        (await service.Client.SendAsync(proxied)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    private static MultipartFormDataContent Parts() => new()
    {
        { new ByteArrayContent(TestDesk.Right()) { Headers = { ContentType = new MediaTypeHeaderValue("application/octet-stream") } }, "file", "a.xlsx" },
        { new StringContent(TestDesk.Details), "details" },
        { new StringContent("pdf"), "format" },
    };

    private static bool Answers(ServiceProcess service)
    {
        using var line = new TcpClient();
        try { line.Connect(IPAddress.Loopback, service.Client.BaseAddress!.Port); }
        catch (SocketException) { return false; }
        return true;
    }

    private static Task Until(Func<bool> isSo) => Hang.UntilAsync(() => Task.FromResult(isSo()));
}
