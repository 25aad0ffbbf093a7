using LearningCity.Docs.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;

namespace LearningCity.Docs.Tests.Http;

public class FileLimitTests
{
    [Fact]
    public async Task WorkThatTakesTooLong_IsEndedAndSaid()
    {
        using var limit = Limit(("Files:Seconds", "0.2"));
        var problem = await limit.AnswerAsync(new DefaultHttpContext(), UntilCancelled);
        Code(problem).ShouldBe("service.slow");
        limit.Working.ShouldBe(0);
    }

    [Fact]
    public async Task CallerWhoHangsUp_EndsTheWork()
    {
        using var limit = Limit();
        using var gone = new CancellationTokenSource();
        var started = new TaskCompletionSource();
        var work = Task.Run(() => limit.AnswerAsync(new DefaultHttpContext { RequestAborted = gone.Token }, cancelled => { started.SetResult(); return UntilCancelled(cancelled); }));
        await started.Task;
        limit.Working.ShouldBe(1);
        await gone.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => work);
        limit.Working.ShouldBe(0);
    }

    [Fact]
    public async Task MoreThanMayWait_AreToldToComeAgain()
    {
        using var limit = Limit(("Files:AtOnce", "1"), ("Files:Waiting", "1"));
        using var over = new CancellationTokenSource();
        var started = new TaskCompletionSource();
        var first = Task.Run(() => limit.AnswerAsync(new DefaultHttpContext(), _ => { started.SetResult(); over.Token.WaitHandle.WaitOne(); return null; }));
        await started.Task;
        var second = limit.AnswerAsync(new DefaultHttpContext(), _ => null);
        limit.Waiting.ShouldBe(1);
        var context = new DefaultHttpContext();
        Code(await limit.AnswerAsync(context, _ => throw new InvalidOperationException("There was no room for it."))).ShouldBe("service.busy");
        context.Response.Headers.RetryAfter.ToString().ShouldNotBeEmpty();
        await over.CancelAsync();
        (await first).ShouldBeNull();
        (await second).ShouldBeNull(); // it had its turn
    }

    [Fact]
    public async Task WhoWaitsTooLong_IsToldToComeAgain()
    {
        using var limit = Limit(("Files:AtOnce", "1"), ("Files:Seconds", "0.2"));
        using var over = new CancellationTokenSource();
        var started = new TaskCompletionSource();
        var first = Task.Run(() => limit.AnswerAsync(new DefaultHttpContext(), _ => { started.SetResult(); over.Token.WaitHandle.WaitOne(); return null; }));
        await started.Task;
        Code(await limit.AnswerAsync(new DefaultHttpContext(), _ => null)).ShouldBe("service.busy");
        await over.CancelAsync();
        (await first).ShouldBeNull();
    }

    /// <summary>The stages look at the token between their parts.</summary>
    [Fact]
    public void PipelinesWithoutACaller_StopBeforeTheyAnswer()
    {
        var desk = Support.TestDesk.Open();
        var gone = new CancellationToken(canceled: true);
        Should.Throw<OperationCanceledException>(() => desk.Forms.Check(Support.TestDesk.Right(), desk.Today, cancelled: gone));
        Should.Throw<OperationCanceledException>(() => desk.Forms.Fix(Support.TestDesk.Wrong(), desk.Today, gone));
        Should.Throw<OperationCanceledException>(() => desk.Documents.Make(desk.Documents.Kinds.Kinds[0], Support.TestDesk.Right(), "{}", desk.Today, draft: true, cancelled: gone));
    }

    /// <summary>Also one that is given up while its largest part is read.</summary>
    [Fact]
    public void ReaderOfAPackage_GetsNoFurtherPiece()
    {
        using var gone = new CancellationTokenSource();
        var file = Support.PackageBuilder.Document().Body(string.Concat(Enumerable.Repeat("<w:p/>", 100_000))).Parts().Select(p => p with { Stored = true });
        var package = LearningCity.Docs.Packages.PackageGuard.Open(Support.ZipBytes.Of(file), cancelled: gone.Token).ShouldBeOfType<LearningCity.Docs.Packages.GuardResult.Safe>().Package;
        using var xml = package.OpenXml(package.MainPart)!;
        xml.Read().ShouldBeTrue();
        gone.Cancel();
        Should.Throw<OperationCanceledException>(() => { while (xml.Read()) { } });
    }

    private static FileLimit Limit(params (string Name, string Value)[] settings) =>
        new(new ConfigurationBuilder().AddInMemoryCollection(settings.ToDictionary(s => s.Name, s => (string?)s.Value)).Build());

    private static IResult? UntilCancelled(CancellationToken cancelled)
    {
        cancelled.WaitHandle.WaitOne();
        cancelled.ThrowIfCancellationRequested();
        return null;
    }

    private static string? Code(IResult? result) => ((Microsoft.AspNetCore.Http.HttpResults.JsonHttpResult<ApiProblem>)result.ShouldNotBeNull()).Value?.Code;
}
