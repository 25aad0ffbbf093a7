using System.IO.Compression;
using System.Net;
using LearningCity.Docs.Tests.Documents;
using LearningCity.Docs.Tests.Support;
using static LearningCity.Docs.Tests.Http.DocsApplication;

namespace LearningCity.Docs.Tests.Http;

public class DossierEndpointTests(DocsApplication app) : IClassFixture<DocsApplication>
{
    [Theory]
    [InlineData("phu-luc-iiib", "04-bien-ban.docx")]
    [InlineData("unesco-ba-dinh", "04-cong-van-so-lieu.docx")]
    public async Task RightForm_MakesTheZip(string form, string last)
    {
        var response = await app.PostParts("/api/dossier", TestDesk.Right(form), Details(form));
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("application/zip");
        response.Content.Headers.ContentDisposition!.FileNameStar.ShouldBe("Hồ sơ.zip");
        using var zip = new ZipArchive(await response.Content.ReadAsStreamAsync());
        zip.Entries.Select(e => e.Name).TakeLast(3).ShouldBe([last, "bieu-da-dien.xlsx", "SHA256SUMS.txt"]);
    }

    [Fact]
    public async Task FormWithErrors_Is422AndADraftIsMade()
    {
        var refused = await app.PostParts("/api/dossier", TestDesk.Wrong(), Details());
        await ShouldBeProblem(refused, 422, "LC3101");
        (await Json(refused)).GetProperty("findings").GetArrayLength().ShouldBeGreaterThan(0);
        (await app.PostParts("/api/dossier", TestDesk.Wrong(), Details(), ("draft", "true"))).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task MistypedDetail_Is422() => await ShouldBeProblem(await app.PostParts("/api/dossier", TestDesk.Right(), """{"agencyy": "X"}"""), 422, "LC6001");

    [Fact]
    public async Task DossierOfACommune_IsMade()
    {
        var response = await app.PostParts("/api/dossier", TestDesk.Right(SampleValues.Commune), PaperSamples.Fixture(PaperSamples.Commune));
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        using var zip = new System.IO.Compression.ZipArchive(await response.Content.ReadAsStreamAsync());
        zip.Entries.Select(e => e.Name).ShouldBe(["01-to-trinh.docx", "02-bao-cao.docx", "03-bieu-ket-qua.docx", "04-bien-ban.docx", "bieu-da-dien.xlsx", "SHA256SUMS.txt"]);
    }

    [Theory]
    [InlineData(null, "LC6018")]
    [InlineData("cdht-xa-muc-2", "LC6016")]
    [InlineData("phu-luc-iiib", null)]
    [InlineData("unesco-ba-dinh", null)]
    public async Task FileOfTwoForms_IsAskedWhichIsMeant(string? form, string? code)
    {
        var file = File.ReadAllBytes(Repository.Path("tests", "fixtures", "foreign", "two-forms-exceljs.xlsx"));
        var response = await app.PostParts("/api/dossier", file, Details(code is null ? form! : "phu-luc-iiib"), [("draft", "true"), .. form is null ? [] : new[] { ("form", form) }]);
        if (code is null) { response.StatusCode.ShouldBe(HttpStatusCode.OK); }
        else { (await response.Content.ReadAsStringAsync()).ShouldContain(code); }
    }

    [Fact]
    public async Task FileThatIsNoForm_Is415() => await ShouldBeProblem(await app.PostParts("/api/dossier", "%PDF-1.7"u8.ToArray(), Details()), 415, "LC1001");

    [Fact]
    public async Task UnknownFormat_Is400() => await ShouldBeProblem(await app.PostParts("/api/dossier", TestDesk.Right(), Details(), ("format", "odt")), 400, "request.format");

    [Fact]
    public async Task CharacterLeftOut_IsNamedInAHeader()
    {
        var response = await app.PostParts("/api/dossier", TestDesk.Right(), Details().Replace("Trần Thị Bình", "Trần\\u0007 Thị Bình", StringComparison.Ordinal));
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        response.Headers.GetValues("X-Findings").ShouldBe(["LC6017 meeting.secretary"]);
        (await app.PostParts("/api/dossier", TestDesk.Right(), Details())).Headers.Contains("X-Findings").ShouldBeFalse();
    }

    private static string Details(string form = "phu-luc-iiib") => PaperSamples.Json(PaperSamples.DossierOf(form)[0]);
}
