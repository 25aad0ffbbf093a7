using System.Text.RegularExpressions;
using LearningCity.Docs.Graph;

namespace LearningCity.Docs.Tests.Graph;

/// <summary>A file of one request: what arrives, what an attempt after it makes of it, and every refusal.</summary>
public class GraphDriveTests
{
    private const int Small = 200_000;

    [Fact]
    public async Task SmallFile_IsPutInOneRequest()
    {
        await using var library = await GraphLibrary.OpenAsync();

        var uploaded = (await library.UploadAsync(GraphLibrary.File(GraphDrive.SimpleBytes))).ShouldBeOfType<UploadResult.Uploaded>();

        var path = library.ShouldHoldOneFile(GraphDrive.SimpleBytes);
        path.ShouldMatch(@"\AHồ sơ nộp/2024/Hồ sơ 2024 \([0-9a-f]{10}\)\.zip\z");
        uploaded.Name.ShouldBe(Path.GetFileName(path));
        uploaded.Link.Host.ShouldBe("city.sharepoint.com");
        uploaded.Version.ShouldBe("\"1\"");
        library.Graph.Arrivals.Select(a => a.Method).ShouldBe(["POST", "GET", "PUT"]);
    }

    [Fact]
    public async Task EmptyFile_IsDelivered()
    {
        await using var library = await GraphLibrary.OpenAsync();
        (await library.UploadAsync(GraphLibrary.File(0))).ShouldBeOfType<UploadResult.Uploaded>();
        library.ShouldHoldOneFile(0);
    }

    [Theory]
    [InlineData("Phụ lục IIIb (bản 2) + A&B, 50%; #1 'cuối'.xlsx")]
    [InlineData("a:b*c?d\"e<f>g|h\\i/../k.zip")]
    [InlineData("...")]
    public async Task AnyName_ArrivesAsTheLibraryTakesIt(string name)
    {
        await using var library = await GraphLibrary.OpenAsync();
        var uploaded = (await library.UploadAsync(GraphLibrary.File(Small, name: name))).ShouldBeOfType<UploadResult.Uploaded>();
        library.ShouldHoldOneFile(Small).ShouldBe(GraphLibrary.Folder + uploaded.Name);
        uploaded.Name.ShouldBe(DeliveredName.Of(name, "k1", 0));
    }

    [Theory]
    [InlineData(Small)]
    [InlineData(10_000_000)]
    public async Task SameRequestAgain_SendsNothing(long length)
    {
        await using var library = await GraphLibrary.OpenAsync();
        var first = await library.UploadAsync(GraphLibrary.File(length));

        (await library.UploadAsync(GraphLibrary.File(length))).ShouldBe(first);

        library.ShouldHoldOneFile(length);
    }

    [Fact]
    public async Task AnswerLost_TheNextAttemptFindsTheFile()
    {
        await using var library = await GraphLibrary.OpenAsync();
        library.Graph.Mishaps.Enqueue(Mishap.AnswerLost("PUT", "content"));
        (await library.UploadAsync(GraphLibrary.File(Small))).ShouldBe(new UploadResult.TryLater(null, GraphFault.Unreachable));

        (await library.UploadAsync(GraphLibrary.File(Small))).ShouldBeOfType<UploadResult.Uploaded>();

        library.ShouldHoldOneFile(Small);
    }

    [Fact]
    public async Task RequestBroken_TheNextAttemptDelivers()
    {
        await using var library = await GraphLibrary.OpenAsync();
        library.Graph.Mishaps.Enqueue(Mishap.Broken("PUT", "content"));
        (await library.UploadAsync(GraphLibrary.File(Small))).ShouldBe(new UploadResult.TryLater(null, GraphFault.Unreachable));
        library.Graph.Items.ShouldBeEmpty();

        (await library.UploadAsync(GraphLibrary.File(Small))).ShouldBeOfType<UploadResult.Uploaded>();

        library.ShouldHoldOneFile(Small);
    }

    [Fact]
    public async Task TwoDossiersOfOneName_AreTwoFiles()
    {
        await using var library = await GraphLibrary.OpenAsync();
        await library.UploadAsync(GraphLibrary.File(Small, key: "k1"));
        await library.UploadAsync(GraphLibrary.File(Small, key: "k2"));
        library.Graph.Items.Count.ShouldBe(2);
        library.Graph.Items.Values.ShouldAllBe(i => i.Versions == 1);
    }

    [Theory]
    [InlineData(Small)]
    [InlineData(10_000_000)]
    public async Task FileOfOursThatDiffers_GetsANewVersion(long length)
    {
        await using var library = await GraphLibrary.OpenAsync();
        await library.UploadAsync(GraphLibrary.File(Small / 2));

        (await library.UploadAsync(GraphLibrary.File(length))).ShouldBeOfType<UploadResult.Uploaded>().Version.ShouldBe("\"2\"");

        library.ShouldHoldOneFile(length, versions: 2);
    }

    [Theory]
    [InlineData(Small)]
    [InlineData(10_000_000)]
    public async Task FolderHasTheName_TheFileTakesTheNext(long length)
    {
        await using var library = await GraphLibrary.OpenAsync();
        library.Graph.Items[GraphLibrary.Folder + DeliveredName.Of("Hồ sơ 2024.zip", "k1", 0)] = FakeGraph.Item.Folder;

        var uploaded = (await library.UploadAsync(GraphLibrary.File(length))).ShouldBeOfType<UploadResult.Uploaded>();

        uploaded.Name.ShouldBe(DeliveredName.Of("Hồ sơ 2024.zip", "k1", 1));
        Regex.IsMatch(uploaded.Name, @"-2\)\.zip\z").ShouldBeTrue();
        library.ShouldHoldOneFile(length);
    }

    [Fact]
    public async Task FoldersHaveEveryName_IsRefused()
    {
        await using var library = await GraphLibrary.OpenAsync();
        for (var turn = 0; turn < 9; turn++) { library.Graph.Items[GraphLibrary.Folder + DeliveredName.Of("Hồ sơ 2024.zip", "k1", turn)] = FakeGraph.Item.Folder; }
        (await library.UploadAsync(GraphLibrary.File(Small))).ShouldBe(new UploadResult.Refused(409, GraphFault.NameTaken));
    }

    [Fact]
    public async Task FileThatMayNotBeWrittenOver_TheNextNameIsTaken()
    {
        await using var library = await GraphLibrary.OpenAsync();
        await library.UploadAsync(GraphLibrary.File(Small / 2));
        library.Graph.Mishaps.Enqueue(Mishap.Status("PUT", "content", 409, "nameAlreadyExists"));

        (await library.UploadAsync(GraphLibrary.File(Small))).ShouldBeOfType<UploadResult.Uploaded>().Name.ShouldBe(DeliveredName.Of("Hồ sơ 2024.zip", "k1", 1));

        library.Graph.Items.Values.Select(i => (i.Length, i.Versions)).ShouldBe([(Small, 1), (Small / 2, 1)], ignoreOrder: true);
    }

    [Fact]
    public async Task NameTakenByAnotherAttemptAtTheSameFile_IsThatFile()
    {
        await using var library = await GraphLibrary.OpenAsync();
        library.Graph.Mishaps.Enqueue(new Mishap("PUT", "content", async (context, serve) =>
        {
            var wire = context.Response.Body;
            context.Response.Body = Stream.Null;
            await serve();
            context.Response.Body = wire;
            context.Response.ContentLength = null;
            await FakeGraph.RefuseAsync(context, 409, "nameAlreadyExists");
        }));

        (await library.UploadAsync(GraphLibrary.File(Small))).ShouldBeOfType<UploadResult.Uploaded>();

        library.ShouldHoldOneFile(Small);
    }

    [Fact]
    public async Task LibraryOfASite_IsAskedForOnce()
    {
        await using var library = await GraphLibrary.OpenAsync(new GraphPlace.Site(FakeGraph.Site));
        (await library.UploadAsync(GraphLibrary.File(Small, key: "k1"))).ShouldBeOfType<UploadResult.Uploaded>();
        (await library.UploadAsync(GraphLibrary.File(Small, key: "k2"))).ShouldBeOfType<UploadResult.Uploaded>();
        library.Graph.Arrivals.Count(a => a.Path.Contains("/sites/", StringComparison.Ordinal)).ShouldBe(1);
    }

    [Theory]
    [InlineData(Small)]
    [InlineData(10_000_000)]
    public async Task NoSuchLibrary_IsRefused(long length)
    {
        await using var library = await GraphLibrary.OpenAsync(new GraphPlace.Drive("b!elsewhere"));
        (await library.UploadAsync(GraphLibrary.File(length))).ShouldBe(new UploadResult.Refused(404, GraphFault.PlaceAbsent));
    }

    public static TheoryData<int, string> Refusals() => new()
    {
        { 400, "Refused 400 Rejected" }, { 403, "Refused 403 Forbidden" }, { 404, "Refused 404 PlaceAbsent" }, { 413, "Refused 413 TooLarge" }, { 415, "Refused 415 Rejected" },
        { 409, "TryLater 600 Locked" }, { 412, "TryLater 600 Locked" }, { 423, "TryLater 600 Locked" }, { 429, "TryLater 600 Busy" }, { 503, "TryLater 600 Busy" }, { 504, "TryLater 600 Busy" },
        { 408, "TryLater 600 Failed" }, { 500, "TryLater 600 Failed" }, { 502, "TryLater 600 Failed" }, { 507, "TryLater 600 Full" },
    };

    [Theory]
    [MemberData(nameof(Refusals))]
    public async Task Refusal_IsSaidAsWhatItMeans(int status, string expected)
    {
        foreach (var (place, length) in new[] { ("content", Small), ("createUploadSession", 10_000_000) })
        {
            await using var library = await GraphLibrary.OpenAsync();
            library.Graph.Mishaps.Enqueue(Mishap.Status(place == "content" ? "PUT" : "POST", place, status, retryAfter: "600"));

            Said(await library.UploadAsync(GraphLibrary.File(length))).ShouldBe(expected, place);

            library.Graph.Items.ShouldBeEmpty();
            library.Clock.Waits.ShouldBeEmpty();
        }
    }

    [Theory]
    [InlineData(429)]
    [InlineData(503)]
    public async Task BusyForAShortWhile_IsWaitedFor(int status)
    {
        await using var library = await GraphLibrary.OpenAsync();
        library.Graph.Mishaps.Enqueue(Mishap.Status("PUT", "content", status, retryAfter: "7"));
        library.Graph.Mishaps.Enqueue(Mishap.Status("PUT", "content", status));
        // A date is of the server's clock; 9 s after what ours says by then.
        library.Graph.Mishaps.Enqueue(Mishap.Status("PUT", "content", status, retryAfter: "Tue, 08 Apr 2025 00:00:18 GMT"));

        (await library.UploadAsync(GraphLibrary.File(Small))).ShouldBeOfType<UploadResult.Uploaded>();

        library.Clock.Waits.ShouldBe([TimeSpan.FromSeconds(7), TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(9)]);
        library.ShouldHoldOneFile(Small);
    }

    [Fact]
    public async Task BusyForAShortWhile_NothingIsSentBeforeItIsOver()
    {
        await using var library = await GraphLibrary.OpenAsync(clock: new SkippingClock { Holds = true });
        library.Graph.Mishaps.Enqueue(Mishap.Status("PUT", "content", 429, retryAfter: "7"));

        var uploading = library.UploadAsync(GraphLibrary.File(Small));
        await library.Clock.WaitBegunAsync();
        var before = library.Graph.Arrivals.Count;
        uploading.IsCompleted.ShouldBeFalse();
        library.Clock.Release();

        (await uploading).ShouldBeOfType<UploadResult.Uploaded>();
        library.Graph.Arrivals.Count.ShouldBe(before + 1);
    }

    [Fact]
    public async Task BusyAgainAndAgain_IsLeftForLater()
    {
        await using var library = await GraphLibrary.OpenAsync();
        for (var i = 0; i < 4; i++) { library.Graph.Mishaps.Enqueue(Mishap.Status("PUT", "content", 503, retryAfter: "3")); }
        (await library.UploadAsync(GraphLibrary.File(Small))).ShouldBe(new UploadResult.TryLater(TimeSpan.FromSeconds(3), GraphFault.Busy));
        library.Clock.Waits.Count.ShouldBe(3);
    }

    [Fact]
    public async Task NoAnswer_IsLeftForLater()
    {
        await using var library = await GraphLibrary.OpenAsync();
        var arrived = new TaskCompletionSource();
        library.Graph.Mishaps.Enqueue(Mishap.Silence("PUT", "content", arrived));

        var uploading = library.UploadAsync(GraphLibrary.File(Small));
        await arrived.Task.WaitAsync(GraphLibrary.Soon);
        library.Clock.RunOut();

        (await uploading).ShouldBe(new UploadResult.TryLater(null, GraphFault.Unreachable));
    }

    [Fact]
    public async Task CallerGivesUp_IsCancelled()
    {
        await using var library = await GraphLibrary.OpenAsync();
        var arrived = new TaskCompletionSource();
        library.Graph.Mishaps.Enqueue(Mishap.Silence("PUT", "content", arrived));
        using var cancelled = new CancellationTokenSource();

        var uploading = library.UploadAsync(GraphLibrary.File(Small), cancelled.Token);
        await arrived.Task.WaitAsync(GraphLibrary.Soon);
        await cancelled.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => uploading);
    }

    [Theory]
    [InlineData("GET", "root:")]
    [InlineData("PUT", "content")]
    public async Task SomebodyElseAnswers_IsLeftForLater(string method, string place)
    {
        await using var library = await GraphLibrary.OpenAsync();
        library.Graph.Mishaps.Enqueue(Mishap.Page(method, place));
        (await library.UploadAsync(GraphLibrary.File(Small))).ShouldBe(new UploadResult.TryLater(null, GraphFault.Unreachable));
    }

    [Theory]
    [InlineData("GET", "root:")]
    [InlineData("PUT", "content")]
    public async Task ProxyFails_IsLeftForLater(string method, string place)
    {
        await using var library = await GraphLibrary.OpenAsync();
        library.Graph.Mishaps.Enqueue(Mishap.Page(method, place, 502));
        (await library.UploadAsync(GraphLibrary.File(Small))).ShouldBe(new UploadResult.TryLater(null, GraphFault.Failed));
    }

    [Theory]
    [InlineData("GET", "root:")]
    [InlineData("PUT", "content")]
    public async Task AnswerCutShort_IsLeftForLater(string method, string place)
    {
        await using var library = await GraphLibrary.OpenAsync();
        library.Graph.Mishaps.Enqueue(Mishap.Truncated(method, place));
        (await library.UploadAsync(GraphLibrary.File(Small))).ShouldBe(new UploadResult.TryLater(null, GraphFault.Failed));
    }

    [Fact]
    public async Task FileShorterThanSaid_IsOurMistake()
    {
        await using var library = await GraphLibrary.OpenAsync();
        var request = GraphLibrary.File(Small) with { Length = Small + 1 };
        await Should.ThrowAsync<EndOfStreamException>(() => library.UploadAsync(request));
        library.Graph.Items.ShouldBeEmpty();
    }

    private static string Said(UploadResult result) => result switch
    {
        UploadResult.Refused refused => $"Refused {refused.Status} {refused.Fault}",
        UploadResult.TryLater later => $"TryLater {later.RetryAfter?.TotalSeconds} {later.Fault}",
        _ => result.ToString(),
    };
}
