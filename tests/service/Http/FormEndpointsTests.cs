using System.Net;
using static LearningCity.Docs.Tests.Http.DocsApplication;

namespace LearningCity.Docs.Tests.Http;

public class FormEndpointsTests(DocsApplication app) : IClassFixture<DocsApplication>
{
    [Fact]
    public async Task Forms_AreListedWithVersionAndValidity()
    {
        var forms = await Json(await app.Client.GetAsync("/api/forms"));
        // What is in force first, what ended below.
        forms.EnumerateArray().Select(f => f.GetProperty("id").GetString()).ShouldBe(
        [
            "cdht-xa-muc-1", "cdht-xa-muc-2", "don-vi-hoc-tap-tinh-1", "don-vi-hoc-tap-tinh-2", "cdht-tinh-muc-1", "cdht-tinh-muc-2",
            "cdht-huyen-muc-1", "cdht-huyen-muc-2", "phu-luc-iiib", "unesco-ba-dinh",
        ]);
        forms[0].GetProperty("inForce").GetBoolean().ShouldBeTrue();
        forms[8].GetProperty("version").GetString().ShouldBe("2024-04-25");
        forms[8].GetProperty("validTo").GetString().ShouldBe("2025-06-30");
    }

    [Fact]
    public async Task Form_TellsWhoReceivesAndDecidesAndByWhen()
    {
        var procedure = (await Json(await app.Client.GetAsync("/api/forms/cdht-xa-muc-2"))).GetProperty("procedure");
        procedure.GetProperty("steps").EnumerateArray().Select(s => (s.GetProperty("step").GetString(), s.GetProperty("before").GetString())).ShouldBe(
            [("writer", null), ("chair", null), ("filing", "28/02"), ("council", null), ("decision", "31/03")]);
        procedure.GetProperty("note").GetString()!.ShouldContain("Phú Thọ");
        var unit = (await Json(await app.Client.GetAsync("/api/forms/don-vi-hoc-tap-tinh-1"))).GetProperty("procedure");
        unit.GetProperty("steps").EnumerateArray().Select(s => s.GetProperty("step").GetString()).ShouldNotContain("chair");
        (await Json(await app.Client.GetAsync("/api/forms/unesco-ba-dinh"))).GetProperty("procedure").ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
    }

    [Fact]
    public async Task Form_ShowsItsTreeWithEntryIds()
    {
        var form = await Json(await app.Client.GetAsync("/api/forms/phu-luc-iiib"));
        var criterion = form.GetProperty("nodes")[3];
        criterion.GetProperty("code").GetString().ShouldBe("4");
        criterion.GetProperty("children")[0].GetProperty("fields")[1].GetProperty("id").GetString().ShouldBe("4.1.result");
    }

    [Fact]
    public async Task UnknownForm_Is404() => await ShouldBeProblem(await app.Client.GetAsync("/api/forms/phu-luc-iv"), 404, "request.unknownForm");

    [Theory]
    [InlineData("phu-luc-iiib", "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")]
    [InlineData("phu-luc-iiib", "docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document")]
    [InlineData("unesco-ba-dinh", "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")]
    [InlineData("unesco-ba-dinh", "docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document")]
    public async Task BlankForm_IsDownloadedAndCheckedAsThatForm(string form, string format, string mediaType)
    {
        var response = await app.Client.GetAsync($"/api/forms/{form}/blank?format={format}");
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        response.Content.Headers.ContentType!.MediaType.ShouldBe(mediaType);
        response.Content.Headers.ContentDisposition!.FileNameStar.ShouldEndWith($" - biểu trống.{format}");

        var report = await Json(await app.PostFile("/api/check", await response.Content.ReadAsByteArrayAsync(), mediaType));
        report.GetProperty("form").GetProperty("id").GetString().ShouldBe(form);
        report.GetProperty("conforms").GetBoolean().ShouldBeTrue();
    }

    [Fact]
    public async Task BlankForm_InAnUnknownFormat_Is400() => await ShouldBeProblem(await app.Client.GetAsync("/api/forms/phu-luc-iiib/blank?format=pdf"), 400, "request.format");

    [Fact]
    public async Task BlankForm_OfAnUnknownForm_Is404() => await ShouldBeProblem(await app.Client.GetAsync("/api/forms/x/blank"), 404, "request.unknownForm");
}
