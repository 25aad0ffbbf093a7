using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using LearningCity.Docs.Storage;
using LearningCity.Docs.Tests.Documents;
using LearningCity.Docs.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using static LearningCity.Docs.Tests.Http.DocsApplication;

namespace LearningCity.Docs.Tests.Http;

public class SubmissionEndpointsTests(DocsApplication app) : IClassFixture<DocsApplication>
{
    private static readonly string Details = PaperSamples.Json(PaperSamples.DossierOf("phu-luc-iiib")[0]);

    /// <summary>An annex bears the number of the report that it belongs to.</summary>
    [Fact]
    public async Task Dossier_IsAcceptedAndComesToItsPlace()
    {
        var response = await Submit("an-binh-1");
        response.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        var answer = await Json(response);
        var id = answer.GetProperty("id").GetString()!;
        response.Headers.Location!.OriginalString.ShouldBe($"/api/submissions/{id}");
        answer.GetProperty("unit").GetString().ShouldBe("ỦY BAN NHÂN DÂN HUYỆN AN BÌNH");
        answer.GetProperty("year").GetInt32().ShouldBe(2024);
        answer.GetProperty("papers").EnumerateArray().Select(p => $"{p.GetProperty("number")}/{p.GetProperty("symbol")} {p.GetProperty("date")}").ShouldBe(["20/TTr-UBND 2025-04-08", "112/BC-UBND 2025-04-01", "112/BC-UBND 2025-04-01", "04/BB-UBND "]);
        var delivered = await Delivered(id);
        var file = Path.Combine(app.Services.GetRequiredService<DataFolder>().Path, "submissions", delivered.GetProperty("link").GetString()!);
        Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(await File.ReadAllBytesAsync(file))).ShouldBe(delivered.GetProperty("sha256").GetString());
        (await Json(await app.Client.GetAsync("/api/submissions"))).EnumerateArray().Select(s => s.GetProperty("id").GetString()).ShouldContain(id);
    }

    [Fact]
    public async Task SameKey_IsTheSameSubmissionOrAConflict()
    {
        var first = await Json(await Submit("an-binh-2"));
        var again = await Submit("an-binh-2");
        again.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        (await Json(again)).GetProperty("id").GetString().ShouldBe(first.GetProperty("id").GetString());
        await ShouldBeProblem(await Submit("an-binh-2", details: Details.Replace("\"20\"", "\"21\"", StringComparison.Ordinal)), 409, "submission.keyReused");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("khóa của tôi")]
    public async Task KeyThatIsNone_Is400(string? key) => await ShouldBeProblem(await Submit(key), 400, "submission.key");

    [Fact]
    public async Task LongKey_Is400() => await ShouldBeProblem(await Submit(new string('k', 129)), 400, "submission.key");

    [Fact]
    public async Task Draft_Is400() => await ShouldBeProblem(await Submit("k-draft", others: ("draft", "true")), 400, "submission.parts");

    [Fact]
    public async Task FormWithErrors_Is422AndNothingIsKept()
    {
        var refused = await Submit("k-wrong", TestDesk.Wrong());
        await ShouldBeProblem(refused, 422, "LC3101");
        (await Json(refused)).GetProperty("findings").GetArrayLength().ShouldBeGreaterThan(0);
        (await Trail()).ShouldContain("local submission.accept LC3101");
        (await Submit("k-wrong")).StatusCode.ShouldBe(HttpStatusCode.Accepted); // the key is still free
    }

    [Fact]
    public async Task FormWithContradictions_IsAcceptedWithAReasonThatTheTrailKeeps()
    {
        var form = File.ReadAllBytes(Repository.Path("tests", "fixtures", "cases", "day", "alldat.xlsx"));
        await ShouldBeProblem(await Submit("k-contradicted", form), 422, "form.contradictions");
        (await Trail()).ShouldContain("local submission.accept form.contradictions");
        var accepted = await Submit("k-contradicted", form, null, ("acknowledge", "Đã rà soát,\nsố liệu đúng"));
        accepted.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        var id = (await Json(accepted)).GetProperty("id").GetString();
        var row = await app.Services.GetRequiredService<AuditTrail>().RowsAsync().SingleAsync(r => r.Act == "contradictions.acknowledge" && r.Subject == id);
        row.Outcome.ShouldBe("LC3203 4.1.summary, LC3202 4.2.summary: Đã rà soát, số liệu đúng");
        row.FileHash.ShouldBe((await Json(accepted)).GetProperty("sha256").GetString());
        (await app.Services.GetRequiredService<AuditTrail>().VerifyAsync()).Broken.ShouldBeNull();
    }

    [Fact]
    public async Task PaperMadeOverContradictions_IsInTheTrailWithItsReason()
    {
        var form = File.ReadAllBytes(Repository.Path("tests", "fixtures", "cases", "day", "alldat.xlsx"));
        await app.PostDocument("bao-cao", form, Details, ("acknowledge", "Biên bản kiểm tra số 12"));
        (await Trail()).ShouldContain("local contradictions.acknowledge LC3203 4.1.summary, LC3202 4.2.summary: Biên bản kiểm tra số 12");
        var before = (await Trail()).Count(t => t.Contains("contradictions.acknowledge", StringComparison.Ordinal));
        await app.PostDocument("bao-cao", TestDesk.Right(), Details, ("acknowledge", "không cần"));
        (await Trail()).Count(t => t.Contains("contradictions.acknowledge", StringComparison.Ordinal)).ShouldBe(before);
    }

    [Fact]
    public async Task FileThatIsNoForm_Is415() => await ShouldBeProblem(await Submit("k-pdf", "%PDF-1.7"u8.ToArray()), 415, "LC1001");

    [Fact]
    public async Task Returned_SaysWhy()
    {
        var id = (await Json(await Submit("an-binh-3"))).GetProperty("id").GetString()!;
        await Delivered(id);
        await ShouldBeProblem(await app.Client.PostAsync($"/api/submissions/{id}/retry", null), 409, "submission.notWaiting");
        await ShouldBeProblem(await app.Client.PostAsJsonAsync($"/api/submissions/{id}/return", new { reason = "  " }), 400, "submission.reason");
        await ShouldBeProblem(await app.Client.PostAsync($"/api/submissions/{id}/return", new StringContent("{")), 400, "submission.reason");
        var returned = await Json(await app.Client.PostAsJsonAsync($"/api/submissions/{id}/return", new { reason = "Thiếu minh chứng chỉ tiêu 4.1" }));
        returned.GetProperty("state").GetString().ShouldBe("returned");
        returned.GetProperty("reason").GetString().ShouldBe("Thiếu minh chứng chỉ tiêu 4.1");
        await ShouldBeProblem(await app.Client.PostAsJsonAsync($"/api/submissions/{id}/return", new { reason = "x" }), 409, "submission.alreadyReturned");
    }

    [Theory]
    [InlineData("GET", "")]
    [InlineData("POST", "/retry")]
    [InlineData("POST", "/return")]
    public async Task UnknownSubmission_Is404(string method, string act)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), $"/api/submissions/none{act}") { Content = method == "POST" ? JsonContent.Create(new { reason = "x" }) : null };
        await ShouldBeProblem(await app.Client.SendAsync(request), 404, "submission.unknown");
    }

    [Fact]
    public async Task Where_IsSaidBeforehand() => (await Json(await app.Client.GetAsync("/api/submissions/destination"))).GetProperty("where").GetString().ShouldBe("Thư mục tiếp nhận hồ sơ “submissions”");

    [Fact]
    public async Task PapersAndDossiers_AreInTheTrailAndChecksAreNot()
    {
        var before = (await Trail()).Count;
        await app.PostFile("/api/check", TestDesk.Right());
        (await Trail()).Count.ShouldBe(before);
        await app.PostDocument("bao-cao", TestDesk.Right(), Details);
        await app.PostDocument("bao-cao", TestDesk.Wrong(), Details);
        await app.PostParts("/api/dossier", TestDesk.Right(), Details);
        var trail = await Trail();
        trail.ShouldContain("local paper.make done");
        trail.ShouldContain("local dossier.make done");
        trail.Count(t => t.StartsWith("local paper.make LC", StringComparison.Ordinal)).ShouldBe(1);
    }

    [Fact]
    public async Task SubmittedForm_AnswersForTheNextYear()
    {
        await Submit("an-binh-4");
        var unit = Uri.EscapeDataString("Ủy ban nhân dân huyện An Bình");
        (await Codes($"?unit={unit}&year=2025")).ShouldContain("LC4001"); // the sample of 2024 says another figure for 2023 than for 2024
        (await Codes($"?unit={unit}&year=2024")).ShouldNotContain("LC4001");
        (await Codes("")).ShouldNotContain("LC4001");
        await ShouldBeProblem(await app.PostFile($"/api/check?unit={unit}", TestDesk.Right()), 400, "request.unitAndYear");
        await ShouldBeProblem(await app.PostFile($"/api/check?unit={unit}&year=năm", TestDesk.Right()), 400, "request.unitAndYear");
    }

    private async Task<List<string?>> Codes(string query) =>
        [.. (await Json(await app.PostFile("/api/check" + query, TestDesk.Right()))).GetProperty("findings").EnumerateArray().Select(f => f.GetProperty("code").GetString())];

    private async Task<List<string>> Trail() => await app.Services.GetRequiredService<AuditTrail>().RowsAsync().Select(r => $"{r.Person} {r.Act} {r.Outcome}").ToListAsync();

    private Task<HttpResponseMessage> Submit(string? key, byte[]? file = null, string? details = null, params (string Name, string Value)[] others)
    {
        var form = new MultipartFormDataContent { { new ByteArrayContent(file ?? TestDesk.Right()), "file", "biểu.xlsx" }, { new StringContent(details ?? Details), "details" } };
        foreach (var (name, value) in others) { form.Add(new StringContent(value), name); }
        var request = new HttpRequestMessage(HttpMethod.Post, "/api/submissions") { Content = form };
        if (key is not null) { request.Headers.TryAddWithoutValidation("Idempotency-Key", key); }
        return app.Client.SendAsync(request);
    }

    private async Task<JsonElement> Delivered(string id)
    {
        JsonElement found = default;
        await Hang.UntilAsync(async () =>
        {
            found = await Json(await app.Client.GetAsync($"/api/submissions/{id}"));
            return found.GetProperty("state").GetString() == "delivered";
        });
        return found;
    }
}
