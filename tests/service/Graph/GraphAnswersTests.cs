using LearningCity.Docs.Graph;
using Microsoft.Kiota.Abstractions;

namespace LearningCity.Docs.Tests.Graph;

public class GraphAnswersTests
{
    /// <summary>A yes that cannot be read, a wait that ran out and a fault over there may all go another way the next time.</summary>
    [Theory]
    [InlineData(200)]
    [InlineData(201)]
    [InlineData(204)]
    [InlineData(299)]
    [InlineData(408)]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(599)]
    public void AnswerThatMayDifferNextTime_IsLeftForLater(int status) =>
        GraphAnswers.Of(new ApiException("x") { ResponseStatusCode = status }).ShouldBe(new UploadResult.TryLater(null, GraphFault.Failed));

    [Theory]
    [InlineData(199)]
    [InlineData(300)]
    [InlineData(400)]
    [InlineData(407)]
    [InlineData(410)]
    [InlineData(499)]
    public void AnswerThatWillBeTheSame_IsARefusal(int status) =>
        GraphAnswers.Of(new ApiException("x") { ResponseStatusCode = status }).ShouldBe(new UploadResult.Refused(status, GraphFault.Rejected));

    [Fact]
    public void WaitThatIsAskedFor_IsKept() =>
        GraphAnswers.Of(new ApiException("x") { ResponseStatusCode = 500, ResponseHeaders = new Dictionary<string, IEnumerable<string>> { ["retry-after"] = ["30"] } })
            .ShouldBe(new UploadResult.TryLater(TimeSpan.FromSeconds(30), GraphFault.Failed));
}
