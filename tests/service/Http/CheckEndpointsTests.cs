using System.Net;
using LearningCity.Docs.Packages;
using LearningCity.Docs.Tests.Support;
using static LearningCity.Docs.Tests.Http.DocsApplication;

namespace LearningCity.Docs.Tests.Http;

public class CheckEndpointsTests(DocsApplication app) : IClassFixture<DocsApplication>
{
    [Fact]
    public async Task RightForm_ConformsAndIsMet()
    {
        var report = await Json(await app.PostFile("/api/check", TestDesk.Right()));
        report.GetProperty("host").GetString().ShouldBe("excel");
        report.GetProperty("conforms").GetBoolean().ShouldBeTrue();
        report.GetProperty("evaluation").GetProperty("verdict").GetString().ShouldBe("met");
        report.GetProperty("entries").GetProperty("4.1.result").GetProperty("value").GetString().ShouldBe("Đạt");
        report.GetProperty("findings").GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task FormWithMistakes_Is200WithFindingsAtTheirCells()
    {
        var response = await app.PostFile("/api/check", TestDesk.Wrong());
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        var report = await Json(response);
        report.GetProperty("conforms").GetBoolean().ShouldBeFalse();
        var both = report.GetProperty("findings").EnumerateArray().Single(f => f.GetProperty("code").GetString() == "LC2203");
        both.GetProperty("severity").GetString().ShouldBe("error");
        both.GetProperty("entry").GetString().ShouldBe("3.2.result");
        both.GetProperty("location").GetProperty("sheet").GetString().ShouldBe("Phụ lục IIIb");
        both.GetProperty("location").GetProperty("cell").GetString().ShouldBe("D17");
        both.GetProperty("message").GetString()!.ShouldContain("ghi cả hai");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("application/octet-stream")]
    [InlineData("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")]
    [InlineData("application/zip")]
    public async Task FileOfAnyUsualMediaType_IsChecked(string? mediaType) => (await app.PostFile("/api/check", TestDesk.Right(), mediaType)).StatusCode.ShouldBe(HttpStatusCode.OK);

    [Fact]
    public async Task ForeignMediaType_Is415() => await ShouldBeProblem(await app.PostFile("/api/check", TestDesk.Right(), "application/json"), 415, "request.mediaType");

    [Fact]
    public async Task EmptyBody_Is400() => await ShouldBeProblem(await app.PostFile("/api/check", []), 400, "request.empty");

    [Theory]
    [InlineData("/api/check")]
    [InlineData("/api/fix")]
    public async Task FileThatIsNoOfficeFile_Is415(string route) => await ShouldBeProblem(await app.PostFile(route, "%PDF-1.7"u8.ToArray()), 415, "LC1001");

    [Theory]
    [InlineData("/api/check")]
    [InlineData("/api/fix")]
    public async Task WorkbookWithoutAForm_Is400(string route) => await ShouldBeProblem(await app.PostFile(route, OtherWorkbook()), 400, "LC1101");

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task FileAboveTheLimit_Is413(bool lengthKnown)
    {
        var large = new byte[PackageLimits.Default.FileBytes + 1];
        HttpContent body = lengthKnown ? new ByteArrayContent(large) : new StreamContent(new Unseekable(large));
        await ShouldBeProblem(await app.Client.PostAsync("/api/check", body), 413, "LC1005");
    }

    [Fact]
    public async Task Fix_AnswersTheFileWithoutFixableFindings()
    {
        var response = await app.PostFile("/api/fix", TestDesk.Wrong());
        response.Content.Headers.ContentType!.MediaType.ShouldBe("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        response.Content.Headers.ContentDisposition!.FileNameStar.ShouldBe("Biểu mẫu đã sửa.xlsx");
        var report = await Json(await app.PostFile("/api/check", await response.Content.ReadAsByteArrayAsync()));
        report.GetProperty("entries").GetProperty("1.1.result").GetProperty("raw").GetString().ShouldBe("Đạt");
        report.GetProperty("findings").EnumerateArray().ShouldAllBe(f => f.GetProperty("fix").ValueKind == System.Text.Json.JsonValueKind.Null);
    }

    [Theory]
    [InlineData("/api/check?lang=en", null, "both")]
    [InlineData("/api/check", "en-GB,en;q=0.9,vi;q=0.8", "both")]
    [InlineData("/api/check", "fr,vi;q=0.9,en;q=0.5", "ghi cả hai")]
    [InlineData("/api/check?lang=vi", "en", "ghi cả hai")]
    public async Task Language_IsTheCallersChoice(string route, string? accepted, string expected)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, route) { Content = new ByteArrayContent(TestDesk.Wrong()) };
        if (accepted is not null) { request.Headers.Add("Accept-Language", accepted); }
        var report = await Json(await app.Client.SendAsync(request));
        report.GetProperty("findings").EnumerateArray().Single(f => f.GetProperty("code").GetString() == "LC2203").GetProperty("message").GetString()!.ShouldContain(expected);
    }

    private static byte[] OtherWorkbook()
    {
        using var book = new ClosedXML.Excel.XLWorkbook();
        book.AddWorksheet("Danh sách").Cell(1, 1).Value = "Họ và tên";
        using var stream = new MemoryStream();
        book.SaveAs(stream);
        return stream.ToArray();
    }

    private sealed class Unseekable(byte[] bytes) : MemoryStream(bytes)
    {
        public override bool CanSeek => false;
    }
}
