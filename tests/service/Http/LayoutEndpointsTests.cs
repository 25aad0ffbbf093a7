using System.Net;
using LearningCity.Docs.Tests.Support;
using static LearningCity.Docs.Tests.Http.DocsApplication;

namespace LearningCity.Docs.Tests.Http;

public class LayoutEndpointsTests(DocsApplication app) : IClassFixture<DocsApplication>
{
    [Fact]
    public async Task RightPaper_HasNoFindings()
    {
        var response = await app.PostFile("/api/lint", OfficialPaper.Plan().Bytes());
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await Json(response)).GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task WrongPaper_Is200WithPlaceAndSentence()
    {
        var response = await app.PostFile("/api/lint?lang=vi", OfficialPaper.Plan().Text("số", "Số 5/KH-UBND").Bytes());
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        var finding = (await Json(response)).EnumerateArray().First();
        finding.GetProperty("code").GetString().ShouldStartWith("LC5");
        finding.GetProperty("location").GetProperty("text").GetString().ShouldNotBeNullOrEmpty();
        finding.GetProperty("message").GetString().ShouldNotBeNullOrEmpty();
        finding.GetProperty("related").GetArrayLength().ShouldBe(0); // there, as the page expects
    }

    [Fact]
    public async Task Workbook_Is415() => await ShouldBeProblem(await app.PostFile("/api/lint", TestDesk.Right()), 415, "LC1018");

    [Fact]
    public async Task FileThatIsNoOfficeFile_Is415() => await ShouldBeProblem(await app.PostFile("/api/lint", "%PDF-1.7"u8.ToArray()), 415, "LC1001");

    [Fact]
    public async Task DocumentWhoseXmlIsBroken_Is400() =>
        await ShouldBeProblem(await app.PostFile("/api/lint", PackageBuilder.Document().Body("<w:p>").ToBytes()), 400, "LC1015");

    [Fact]
    public async Task EmptyBody_Is400() => await ShouldBeProblem(await app.PostFile("/api/lint", []), 400, "request.empty");

    /// <summary>What the pane shows for a Word document without a form rests on this code.</summary>
    [Fact]
    public async Task PaperWithoutAForm_IsRefusedByTheCheckWithTheCodeThatThePaneKnows() =>
        await ShouldBeProblem(await app.PostFile("/api/check", OfficialPaper.Letter().Bytes()), 400, "LC1101");
}
