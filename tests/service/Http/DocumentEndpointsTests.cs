using System.Net;
using LearningCity.Docs.Tests.Support;
using static LearningCity.Docs.Tests.Http.DocsApplication;

namespace LearningCity.Docs.Tests.Http;

public class DocumentEndpointsTests(DocsApplication app) : IClassFixture<DocsApplication>
{
    [Fact]
    public async Task Kinds_AreListedWithTheDetailsTheyNeed()
    {
        var kinds = await Json(await app.Client.GetAsync("/api/documents"));
        var annex = kinds.EnumerateArray().Single(k => k.GetProperty("id").GetString() == "phu-luc-iiib");
        Forms(annex).ShouldBe(["phu-luc-iiib"]);
        Forms(kinds.EnumerateArray().Single(k => k.GetProperty("id").GetString() == "quyet-dinh")).ShouldBe(
        [
            "cdht-xa-muc-1", "cdht-xa-muc-2", "don-vi-hoc-tap-tinh-1", "don-vi-hoc-tap-tinh-2", "cdht-tinh-muc-1", "cdht-tinh-muc-2", "cdht-huyen-muc-1", "cdht-huyen-muc-2", "phu-luc-iiib",
        ]);
        static IEnumerable<string?> Forms(System.Text.Json.JsonElement kind) => kind.GetProperty("forms").EnumerateArray().Select(f => f.GetString());
        var agency = annex.GetProperty("details").EnumerateArray().Single(d => d.GetProperty("name").GetString() == "agency");
        agency.GetProperty("required").GetBoolean().ShouldBeTrue();
        agency.GetProperty("example").GetString().ShouldNotBeNullOrEmpty();
        annex.GetProperty("details").EnumerateArray().Single(d => d.GetProperty("name").GetString() == "year").GetProperty("example").GetInt32().ShouldBe(2024);
    }

    [Fact]
    public async Task Kinds_TellTheirDossierAndTheirOwnNames()
    {
        var kinds = (await Json(await app.Client.GetAsync("/api/documents"))).EnumerateArray().ToDictionary(k => k.GetProperty("id").GetString()!);
        kinds["to-trinh"].GetProperty("inDossier").GetBoolean().ShouldBeTrue();
        kinds["quyet-dinh"].GetProperty("inDossier").GetBoolean().ShouldBeFalse();
        kinds["bao-cao"].GetProperty("own").GetProperty("number").GetString().ShouldBe("report.number");
        kinds["to-trinh"].GetProperty("own").EnumerateObject().ShouldBeEmpty();
    }

    [Fact]
    public async Task DefectiveOwnTemplate_DisablesItsKindAlone()
    {
        using var templates = new TemplateFolder();
        templates.Copy("to-trinh.docx").Change("to-trinh.docx", "{{nguoi_ky.ho_ten}}", "{{nguoi_ky.ho_tem}}");
        templates.Copy("bien-ban.docx").Change("bien-ban.docx", "Độc lập - Tự do - Hạnh phúc", "Độc lập – Tự do – Hạnh phúc");
        var own = new DocsApplication(TestDesk.Open().WithTemplates(templates.Path));
        await own.InitializeAsync();
        try { await ShouldDisableItsKindAlone(own); }
        finally { await own.DisposeAsync(); }
    }

    [Theory]
    [InlineData("phu-luc-iiib", "phu-luc-iiib")]
    [InlineData("phan-cong", "unesco-ba-dinh")]
    public async Task RightForm_MakesThePaper(string kind, string form)
    {
        var response = await app.PostDocument(kind, TestDesk.Right(form), TestDesk.Details, ("format", "docx"));
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        response.Content.Headers.ContentDisposition!.FileNameStar.ShouldEndWith(".docx");
        var report = await Json(await app.PostFile("/api/check", await response.Content.ReadAsByteArrayAsync()));
        report.GetProperty("host").GetString().ShouldBe("word");
        report.GetProperty("form").GetProperty("id").GetString().ShouldBe(form);
    }

    [Fact]
    public async Task MissingDetail_Is422WithTheFinding()
    {
        var response = await app.PostDocument("phu-luc-iiib", TestDesk.Right(), """{"agency": "ỦY BAN NHÂN DÂN QUẬN BA ĐÌNH"}""");
        await ShouldBeProblem(response, 422, "LC6005");
        (await Json(response)).GetProperty("findings")[0].GetProperty("location").GetProperty("text").GetString().ShouldBe("agencyShort");
    }

    [Fact]
    public async Task FormWithErrors_Is422WithEach()
    {
        var response = await app.PostDocument("phu-luc-iiib", TestDesk.Wrong(), TestDesk.Details);
        await ShouldBeProblem(response, 422, "LC3101");
        (await Json(response)).GetProperty("findings").EnumerateArray().ShouldAllBe(f => f.GetProperty("severity").GetString() == "error");
    }

    private static readonly byte[] Contradicted = File.ReadAllBytes(Repository.Path("tests", "fixtures", "cases", "day", "alldat.xlsx"));

    [Fact]
    public async Task FinalPaperOverContradictions_WaitsForAReason()
    {
        var refused = await app.PostDocument("phu-luc-iiib", Contradicted, TestDesk.Details);
        await ShouldBeProblem(refused, 422, "form.contradictions");
        (await Json(refused)).GetProperty("findings").EnumerateArray().Select(f => $"{f.GetProperty("code")} {f.GetProperty("entry")}").ShouldBe(["LC3203 4.1.summary", "LC3202 4.2.summary"]);
        await ShouldBeProblem(await app.PostDocument("phu-luc-iiib", Contradicted, TestDesk.Details, ("acknowledge", "  ")), 422, "form.contradictions");
        await ShouldBeProblem(await app.PostDocument("phu-luc-iiib", Contradicted, TestDesk.Details, ("acknowledge", new string('x', 1001))), 400, "request.acknowledge");
        (await app.PostDocument("phu-luc-iiib", Contradicted, TestDesk.Details, ("acknowledge", "Số liệu đã rà soát"))).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await app.PostDocument("phu-luc-iiib", Contradicted, TestDesk.Details, ("draft", "true"))).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task DossierOverContradictions_WaitsForAReason()
    {
        var details = Documents.PaperSamples.Json(Documents.PaperSamples.DossierOf("phu-luc-iiib")[0]);
        await ShouldBeProblem(await app.PostParts("/api/dossier", Contradicted, details), 422, "form.contradictions");
        (await app.PostParts("/api/dossier", Contradicted, details, ("acknowledge", "Số liệu đã rà soát"))).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await app.PostParts("/api/dossier", Contradicted, details, ("draft", "true"))).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task IncompleteForm_Is422WhereThePaperAssertsAResult() => await ShouldBeProblem(await app.PostDocument("phu-luc-iiib", TestDesk.Blank(), TestDesk.Details), 422, "LC6012");

    [Fact]
    public async Task IncompleteForm_MakesThePaperThatAssertsNone() =>
        (await app.PostDocument("phan-cong", TestDesk.Blank("unesco-ba-dinh"), TestDesk.Details)).StatusCode.ShouldBe(HttpStatusCode.OK);

    [Fact]
    public async Task Draft_IsMadeFromAFormWithErrors() =>
        (await app.PostDocument("phu-luc-iiib", TestDesk.Wrong(), TestDesk.Details, ("draft", "true"))).StatusCode.ShouldBe(HttpStatusCode.OK);

    [Fact]
    public async Task OtherForm_Is422() => await ShouldBeProblem(await app.PostDocument("phan-cong", TestDesk.Right(), TestDesk.Details), 422, "LC6011");

    [Fact]
    public async Task UnknownKind_Is404() => await ShouldBeProblem(await app.PostDocument("giay-moi", TestDesk.Right(), TestDesk.Details), 404, "request.unknownKind");

    [Fact]
    public async Task UnknownFormat_Is400() => await ShouldBeProblem(await app.PostDocument("phu-luc-iiib", TestDesk.Right(), TestDesk.Details, ("format", "odt")), 400, "request.format");

    [Fact]
    public async Task MissingFile_Is400() => await ShouldBeProblem(await app.PostDocument("phu-luc-iiib", null, TestDesk.Details), 400, "request.missingPart");

    [Fact]
    public async Task UnknownPart_Is400() => await ShouldBeProblem(await app.PostDocument("phu-luc-iiib", TestDesk.Right(), TestDesk.Details, ("foo", "1")), 400, "request.unknownPart");

    [Fact]
    public async Task BodyThatIsNoMultipart_Is415() => await ShouldBeProblem(await app.PostFile("/api/documents/phu-luc-iiib", TestDesk.Right()), 415, "request.mediaType");

    [Fact]
    public async Task MultipartCutShort_Is400() =>
        await ShouldBeProblem(await app.PostFile("/api/documents/phu-luc-iiib", "--b\r\nContent-Disposition: form-data; name=\"file\"\r\n\r\nPK"u8.ToArray(), "multipart/form-data; boundary=b"), 400, "request.multipart");

    [Fact]
    public async Task MultipartWithoutABoundary_Is400() =>
        await ShouldBeProblem(await app.PostFile("/api/documents/phu-luc-iiib", "x"u8.ToArray(), "multipart/form-data"), 400, "request.multipart");

    [Fact]
    public async Task FileThatIsNoForm_Is415() => await ShouldBeProblem(await app.PostDocument("phu-luc-iiib", "%PDF-1.7"u8.ToArray(), TestDesk.Details), 415, "LC1001");

    private static async Task ShouldDisableItsKindAlone(DocsApplication own)
    {
        var details = Documents.PaperSamples.Json(Documents.PaperSamples.Catalog.Find("to-trinh")!);

        var kinds = (await Json(await own.Client.GetAsync("/api/documents?lang=en"))).EnumerateArray().ToDictionary(k => k.GetProperty("id").GetString()!);
        kinds["to-trinh"].GetProperty("disabled").GetString().ShouldNotBeNull().ShouldStartWith("No paper was made, because the agency's own template has faults: to-trinh.docx (1 errors).");
        kinds["to-trinh"].GetProperty("templateFindings")[0].GetProperty("code").GetString().ShouldBe("LC9014");
        (kinds["bien-ban"].GetProperty("ownTemplate").GetBoolean(), kinds["bien-ban"].GetProperty("disabled").GetString()).ShouldBe((true, null));
        (kinds["bao-cao"].GetProperty("ownTemplate").GetBoolean(), kinds["bao-cao"].GetProperty("disabled").GetString()).ShouldBe((false, null));

        foreach (var refused in new[] { await own.PostDocument("to-trinh", TestDesk.Right(), details), await own.PostParts("/api/dossier", TestDesk.Right(), details) })
        {
            await ShouldBeProblem(refused, 422, "document.templateDefective");
            var problem = await Json(refused);
            problem.GetProperty("detail").GetString().ShouldNotBeNull().ShouldContain("to-trinh.docx (1 lỗi)");
            problem.GetProperty("findings")[0].GetProperty("location").GetProperty("text").GetString().ShouldBe("Nội dung, bảng 2, hàng 1, cột 2, đoạn 8");
        }
        var paper = await own.PostDocument("bien-ban", TestDesk.Right(), details);
        paper.StatusCode.ShouldBe(HttpStatusCode.OK);
        TemplateFolder.Text(await paper.Content.ReadAsByteArrayAsync()).ShouldContain("Độc lập – Tự do – Hạnh phúc");
        (await own.PostDocument("bao-cao", TestDesk.Right(), details)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }
}
