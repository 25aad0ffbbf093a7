using System.IO.Compression;
using System.Net;
using LearningCity.Docs.Pdf;
using LearningCity.Docs.Tests.Documents;
using LearningCity.Docs.Tests.Pdf;
using LearningCity.Docs.Tests.Support;
using static LearningCity.Docs.Tests.Http.DocsApplication;

namespace LearningCity.Docs.Tests.Http;

/// <summary><c>format=pdf</c>.</summary>
public class PdfEndpointTests
{
    [LibreOffice.Fact]
    public Task Paper_IsAPdf() => With(new LibreOfficePdf(), async app =>
    {
        var response = await Post(app);
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("application/pdf");
        response.Content.Headers.ContentDisposition!.FileNameStar.ShouldEndWith(".pdf");
        (await response.Content.ReadAsByteArrayAsync()).Take(5).ShouldBe("%PDF-"u8.ToArray());
    });

    [Theory]
    [InlineData("whole")]
    [InlineData("other-font", "Times New Roman -> LiberationSerif")]
    public Task FontThatStandsIn_IsNamedInAHeader(string program, params string[] header) => With(Fake(program), async app =>
    {
        var headers = (await Post(app)).Headers;
        (headers.TryGetValues("X-Font-Substitution", out var named) ? named : []).ShouldBe(header);
    });

    [Fact]
    public Task Dossier_HasEveryPaperAlsoAsPdfAndTheFontIsNamed() => With(Fake("other-font"), async app =>
    {
        var response = await PostDossier(app);
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        response.Headers.GetValues("X-Font-Substitution").ShouldBe(["Times New Roman -> LiberationSerif"]);
        using var zip = new ZipArchive(await response.Content.ReadAsStreamAsync());
        zip.Entries.Select(e => e.Name).ShouldBe([
            "01-to-trinh.docx", "01-to-trinh.pdf", "02-bao-cao.docx", "02-bao-cao.pdf", "03-phu-luc-iiib.docx", "03-phu-luc-iiib.pdf", "04-bien-ban.docx", "04-bien-ban.pdf", "bieu-da-dien.xlsx", "SHA256SUMS.txt"]);
    });

    [Theory]
    [InlineData("not there", "service.pdfAbsent")]
    [InlineData("torn", "service.pdfFailed")]
    public Task DossierWithoutPdf_Is503(string program, string code) => With(Fake(program), async app => await ShouldBeProblem(await PostDossier(app), 503, code));

    [Fact]
    public Task WithoutLibreOffice_Is503AndTheWordFileIsStillMade() => With(Fake("not there"), async app =>
    {
        var response = await Post(app);
        await ShouldBeProblem(response, 503, "service.pdfAbsent");
        response.Headers.RetryAfter.ShouldBeNull(); // waiting does not install it
        (await app.PostDocument("phu-luc-iiib", TestDesk.Right(), TestDesk.Details)).StatusCode.ShouldBe(HttpStatusCode.OK);
    });

    [Fact]
    public Task PdfThatIsNotWhole_Is503() => With(Fake("torn"), async app => await ShouldBeProblem(await Post(app), 503, "service.pdfFailed"));

    [Fact]
    public Task ConversionThatHangs_Is503() => With(new LibreOfficePdf(LibreOfficePdfTests.Program("hanging"), patience: TimeSpan.FromSeconds(1)), async app =>
    {
        var response = await Post(app);
        await ShouldBeProblem(response, 503, "service.pdfSlow");
        response.Headers.RetryAfter.ShouldNotBeNull();
    });

    [Fact]
    public async Task FullQueue_Is503AndChecksGoOn()
    {
        var pdf = new LibreOfficePdf(LibreOfficePdfTests.Program("hanging"), waiting: 0);
        using var done = new CancellationTokenSource();
        var first = pdf.ConvertAsync(new byte[] { 1 }, done.Token);
        await With(pdf, async app =>
        {
            var response = await Post(app);
            await ShouldBeProblem(response, 503, "service.pdfBusy");
            response.Headers.RetryAfter.ShouldNotBeNull();
        });
        await done.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => first);
    }

    /// <summary>More papers wait for LibreOffice than files may be worked on at once.</summary>
    [Fact]
    public async Task PapersThatWait_HoldUpNoCheck()
    {
        var places = Environment.ProcessorCount + 2;
        var pdf = new LibreOfficePdf(LibreOfficePdfTests.Program("hanging"), waiting: places);
        using var done = new CancellationTokenSource();
        var first = pdf.ConvertAsync(new byte[] { 1 }, done.Token);
        await With(pdf, async app =>
        {
            using var gone = new CancellationTokenSource();
            var waiting = Enumerable.Range(0, places + 1).Select(_ => Post(app, gone.Token)).ToList();
            var refused = await Task.WhenAny(waiting).WaitAsync(Hang.Limit); // all the others are in the queue
            await ShouldBeProblem(await refused, 503, "service.pdfBusy");
            waiting.Remove(refused);
            (await app.PostFile("/api/check", TestDesk.Right())).StatusCode.ShouldBe(HttpStatusCode.OK);
            waiting.ShouldAllBe(w => !w.IsCompleted);
            await gone.CancelAsync();
            foreach (var post in waiting) { await Should.ThrowAsync<OperationCanceledException>(() => post); }
        });
        await done.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => first);
    }

    [Fact]
    public Task FormWithErrors_Is422BeforeAnyPdf() => With(Fake("not there"), async app =>
        await ShouldBeProblem(await app.PostDocument("phu-luc-iiib", TestDesk.Wrong(), TestDesk.Details, ("format", "pdf")), 422, "LC3101"));

    private static LibreOfficePdf Fake(string program) => new(LibreOfficePdfTests.Program(program));

    private static Task<HttpResponseMessage> Post(DocsApplication app, CancellationToken cancelled = default) =>
        app.PostParts("/api/documents/phu-luc-iiib", TestDesk.Right(), TestDesk.Details, cancelled, ("format", "pdf"));

    private static Task<HttpResponseMessage> PostDossier(DocsApplication app) =>
        app.PostParts("/api/dossier", TestDesk.Right(), PaperSamples.Json(PaperSamples.DossierOf("phu-luc-iiib")[0]), ("format", "pdf"));

    private static async Task With(LibreOfficePdf pdf, Func<DocsApplication, Task> test)
    {
        var app = new DocsApplication(TestDesk.Open(pdf: pdf));
        await app.InitializeAsync();
        try { await test(app); }
        finally { await app.DisposeAsync(); }
    }
}
