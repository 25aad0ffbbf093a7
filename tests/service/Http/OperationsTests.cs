using System.Net;
using LearningCity.Docs.Http;
using LearningCity.Docs.Pdf;
using LearningCity.Docs.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using static LearningCity.Docs.Tests.Http.DocsApplication;

namespace LearningCity.Docs.Tests.Http;

/// <summary>What the person who runs the service sees of it.</summary>
public class OperationsTests(DocsApplication app) : IClassFixture<DocsApplication>
{
    [Fact]
    public async Task Ready_NamesWhatItLookedAt()
    {
        var health = await Json(await app.Client.GetAsync("/health/ready"));
        health.GetProperty("checks").GetProperty("forms").GetString().ShouldBe("ok");
        health.GetProperty("forms").GetInt32().ShouldBe(SampleForms.Official.Forms.Length);
    }

    [Fact]
    public async Task WithoutLibreOffice_TheServiceIsReadyAndSaysSo()
    {
        await using var without = await StartAsync(("Pdf:LibreOffice", "/nowhere/soffice"));
        var response = await without.GetTestClient().GetAsync("/health/ready");
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        var health = await Json(response);
        health.GetProperty("status").GetString().ShouldBe("degraded");
        health.GetProperty("checks").GetProperty("pdf").GetString().ShouldBe("degraded");
    }

    [Fact]
    public async Task DataFolder_IsTriedByWriting()
    {
        var folder = Directory.CreateTempSubdirectory("lc-ready-");
        try
        {
            await using var there = await StartAsync(("Data:Folder", folder.FullName));
            (await Json(await there.GetTestClient().GetAsync("/health/ready"))).GetProperty("checks").GetProperty("disk").GetString().ShouldBe("ok");
            folder.EnumerateFileSystemInfos(".ready-*").ShouldBeEmpty();
            folder.Delete(recursive: true);
            var response = await there.GetTestClient().GetAsync("/health/ready");
            response.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
            (await Json(response)).GetProperty("checks").GetProperty("disk").GetString().ShouldBe("failing");
        }
        finally { folder.Refresh(); if (folder.Exists) { folder.Delete(recursive: true); } }
    }

    [Fact]
    public async Task CheckThatNeverAnswers_IsFailing()
    {
        await using var hanging = await StartAsync(builder => builder.Services.AddSingleton(new ReadinessCheck("slow", _ => new TaskCompletionSource<Condition>().Task)));
        var response = await hanging.GetTestClient().GetAsync("/health/ready");
        response.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        (await Json(response)).GetProperty("checks").GetProperty("slow").GetString().ShouldBe("failing");
    }

    [Theory]
    [InlineData("nop-ho-so-2025.04", true)]
    [InlineData("a b", false)]
    [InlineData("xin\u0301", false)]
    [InlineData("{\"a\":1}", false)]
    [InlineData("", false)]
    [InlineData("0123456789012345678901234567890123456789012345678901234567890123x", false)] // 65 letters
    public async Task NameOfARequest_IsTheCallersWhenItIsPlain(string given, bool kept)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/nowhere");
        request.Headers.TryAddWithoutValidation("X-Request-Id", given);
        var response = await app.Client.SendAsync(request);
        var name = response.Headers.GetValues("X-Request-Id").Single();
        (name == given).ShouldBe(kept);
        name.ShouldAllBe(c => char.IsAsciiLetterOrDigit(c) || c == '-' || c == '_' || c == '.');
        (await Json(response)).GetProperty("requestId").GetString().ShouldBe(name);
    }

    [Fact]
    public async Task Trace_IsTheNameOfItsRequest()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/forms");
        request.Headers.Add("traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01");
        (await app.Client.SendAsync(request)).Headers.GetValues("X-Request-Id").Single().ShouldBe("4bf92f3577b34da6a3ce929d0e0e4736");
    }

    [Fact]
    public async Task UnexpectedFault_HasTheNameOfItsRequest()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/check") { Content = new ByteArrayContent(TestDesk.Right()), Headers = { { "X-Request-Id", "r-17" } } };
        await using var faulty = await StartAsync(_ => { }, TestDesk.Open(new BrokenClock()));
        var response = await faulty.GetTestClient().SendAsync(request);
        await ShouldBeProblem(response, 500, "service.fault");
        response.Headers.GetValues("X-Request-Id").Single().ShouldBe("r-17");
        (await Json(response)).GetProperty("detail").GetString()!.ShouldContain("r-17");
    }

    [Fact]
    public async Task NoRoomForAFile_Is503AndLaterThereIs()
    {
        await using var small = await StartAsync(("Files:Megabytes", "0"));
        var response = await small.GetTestClient().PostAsync("/api/check", new ByteArrayContent(TestDesk.Right()));
        await ShouldBeProblem(response, 503, "service.busy");
        response.Headers.RetryAfter.ShouldNotBeNull();

        await using var one = await StartAsync(("Files:Megabytes", "1"));
        for (var i = 0; i < 3; i++)
        {
            var file = PackageBuilder.Workbook().With("xl/media/a.png", new byte[700_000]).Parts().Select(p => p with { Stored = true });
            (await one.GetTestClient().PostAsync("/api/check", new ByteArrayContent(ZipBytes.Of(file)))).StatusCode.ShouldBe(HttpStatusCode.BadRequest); // no form in it; the room is free again each time
        }
    }

    [Fact]
    public void FormatOfTheLogThatIsNone_StopsTheStart() =>
        Should.Throw<SettingException>(() => WebService.Build(TestDesk.Open(), host: builder => builder.Configuration["Logging:Format"] = "xml")).Why.Key.ShouldBe("setting.oneOf");

    [Fact]
    public async Task Counters_AreNotForStrangers() => await ShouldBeProblem(await app.Client.GetAsync("/metrics"), 404, "request.notFound"); // in memory nobody has an address

    /// <summary>RFC 6266: a name in UTF-8, and a plain one for old programs; nothing in it can begin another header or leave the folder that it is saved in.</summary>
    [Theory]
    [InlineData("Báo cáo – xã Đông Hội")]
    [InlineData("\"Trích\" dẫn; x=\"y\"")]
    [InlineData("dòng\r\nSet-Cookie: a=b")]
    [InlineData("..\\..\\windows/x")]
    public async Task NameOfADownload_StaysAName(string name)
    {
        foreach (var whole in (string[])[name, string.Concat(Enumerable.Repeat(name + " ", 30))])
        {
            var context = new Microsoft.AspNetCore.Http.DefaultHttpContext { RequestServices = app.Services };
            context.Response.Body = new MemoryStream();
            await Download.Of(new byte[] { 1 }, FileFormat.Docx, whole).ExecuteAsync(context);
            var header = context.Response.Headers.ContentDisposition.ToString();
            header.ShouldAllBe(c => c >= ' ' && c < '\u007F');
            System.Net.Http.Headers.ContentDispositionHeaderValue.Parse(header).FileNameStar.ShouldBe(whole + ".docx");
        }
    }

    /// <summary>What a caller calls his file is not even read.</summary>
    [Theory]
    [InlineData("../../../tmp/lc-evil.xlsx")]
    [InlineData("C:\\Windows\\lc-evil.xlsx")]
    [InlineData("\0.xlsx")]
    public async Task NameOfAnUpload_IsNoPath(string name)
    {
        var form = new MultipartFormDataContent { { new StringContent(TestDesk.Details), "details" } };
        var file = new ByteArrayContent(TestDesk.Right());
        file.Headers.TryAddWithoutValidation("Content-Disposition", $"form-data; name=\"file\"; filename=\"{name.Replace("\0", "%00", StringComparison.Ordinal)}\"");
        form.Add(file);
        (await app.Client.PostAsync("/api/documents/phu-luc-iiib", form)).StatusCode.ShouldBe(HttpStatusCode.OK);
        File.Exists("/tmp/lc-evil.xlsx").ShouldBeFalse();
    }

    private static Task<WebApplication> StartAsync(params (string Name, string Value)[] settings) =>
        StartAsync(builder => { foreach (var (name, value) in settings) { builder.Configuration[name] = value; } });

    private static async Task<WebApplication> StartAsync(Action<WebApplicationBuilder> configure, Desk? desk = null)
    {
        var started = WebService.Build(desk ?? TestDesk.Open(pdf: new LibreOfficePdf()), host: builder => { builder.WebHost.UseTestServer(); configure(builder); });
        await started.StartAsync();
        return started;
    }

    private sealed class BrokenClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => throw new InvalidOperationException("secret");
    }
}
