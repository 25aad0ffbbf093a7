using LearningCity.Docs.Graph;

namespace LearningCity.Docs.Tests.Graph;

/// <summary>A file of many chunks: whole however the line breaks, without a token on the way, and taken up again where it stopped.</summary>
public class UploadSessionTests
{
    private const int Chunk = UploadSession.ChunkBytes;
    private const int TenMegabytes = 10 * 1024 * 1024;
    private const int Large = (3 * Chunk) + 12_345;

    [Theory]
    [InlineData(GraphDrive.SimpleBytes + 1, 1)]
    [InlineData(TenMegabytes, 2)]
    [InlineData(TenMegabytes + 1, 3)]
    [InlineData(60 * 1024 * 1024, 12)]
    public async Task LargeFile_ArrivesWholeInChunksWithoutAToken(long length, int chunks)
    {
        await using var library = await GraphLibrary.OpenAsync();

        var uploaded = (await library.UploadAsync(GraphLibrary.File(length))).ShouldBeOfType<UploadResult.Uploaded>();

        uploaded.Name.ShouldBe(Path.GetFileName(library.ShouldHoldOneFile(length)));
        library.Graph.Chunks.Count().ShouldBe(chunks);
        library.Graph.Chunks.ShouldAllBe(c => c.Authorization == null);
        library.Graph.Chunks.SkipLast(1).ShouldAllBe(c => c.Length % (320 * 1024) == 0);
        library.Graph.Arrivals.Where(a => a.Path.StartsWith("/graph/", StringComparison.Ordinal)).ShouldAllBe(a => a.Authorization != null);
    }

    [Theory]
    [InlineData(429)]
    [InlineData(503)]
    public async Task BusyAtAChunk_IsWaitedForAndThatChunkSentAgain(int status)
    {
        await using var library = await GraphLibrary.OpenAsync();
        library.Graph.Mishaps.Enqueue(Mishap.Status("PUT", "/upload/", status, retryAfter: "7"));
        (await library.UploadAsync(GraphLibrary.File(Large))).ShouldBeOfType<UploadResult.Uploaded>();
        library.Clock.Waits.ShouldBe([TimeSpan.FromSeconds(7)]);
        library.ShouldHoldOneFile(Large);
    }

    public static TheoryData<string> Breaks() => ["Broken", "AnswerLost", "500", "502", "408", "416", "Page", "Truncated"];

    [Theory]
    [MemberData(nameof(Breaks))]
    public async Task ChunkBreaks_TheServerIsAskedWhatArrived(string kind)
    {
        await using var library = await GraphLibrary.OpenAsync();
        library.Graph.Mishaps.Enqueue(new Mishap("PUT", "/upload/", (_, serve) => serve()));
        library.Graph.Mishaps.Enqueue(Break(kind));

        (await library.UploadAsync(GraphLibrary.File(Large))).ShouldBeOfType<UploadResult.Uploaded>();

        library.ShouldHoldOneFile(Large);
        library.Graph.Arrivals.Count(a => a.Method == "GET" && a.Path.StartsWith("/upload/", StringComparison.Ordinal)).ShouldBe(1);
        // Four chunks, and the one that broke again; not when only its answer was lost.
        library.Graph.Chunks.Count().ShouldBe(kind == "AnswerLost" ? 4 : 5);
    }

    [Fact]
    public async Task NoAnswerToAChunk_TheServerIsAskedWhatArrived()
    {
        await using var library = await GraphLibrary.OpenAsync();
        var arrived = new TaskCompletionSource();
        library.Graph.Mishaps.Enqueue(Mishap.Silence("PUT", "/upload/", arrived));

        var uploading = library.UploadAsync(GraphLibrary.File(Large));
        await arrived.Task.WaitAsync(GraphLibrary.Soon);
        library.Clock.RunOut();

        (await uploading).ShouldBeOfType<UploadResult.Uploaded>();
        library.ShouldHoldOneFile(Large);
    }

    [Fact]
    public async Task AnswerToTheLastChunkLost_TheFileIsFound()
    {
        await using var library = await GraphLibrary.OpenAsync();
        for (var i = 0; i < 3; i++) { library.Graph.Mishaps.Enqueue(new Mishap("PUT", "/upload/", (_, serve) => serve())); }
        library.Graph.Mishaps.Enqueue(Mishap.AnswerLost("PUT", "/upload/"));

        (await library.UploadAsync(GraphLibrary.File(Large))).ShouldBeOfType<UploadResult.Uploaded>();

        library.ShouldHoldOneFile(Large);
        library.Graph.Chunks.Count().ShouldBe(4);
    }

    [Fact]
    public async Task LineStaysBroken_TheNextAttemptGoesOnFromThere()
    {
        await using var library = await GraphLibrary.OpenAsync();
        library.Graph.Mishaps.Enqueue(new Mishap("PUT", "/upload/", (_, serve) => serve()));
        for (var i = 0; i < 3; i++) { library.Graph.Mishaps.Enqueue(Mishap.Broken(i == 0 ? "PUT" : "GET", "/upload/")); }

        var interrupted = (await library.UploadAsync(GraphLibrary.File(Large))).ShouldBeOfType<UploadResult.Interrupted>();
        interrupted.ShouldBe(new UploadResult.Interrupted(interrupted.Session, Chunk, null, GraphFault.Unreachable));
        library.Clock.Waits.ShouldBe([TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2)]);
        library.Graph.Items.ShouldBeEmpty();
        library.Graph.Arrivals.Clear();

        (await library.UploadAsync(GraphLibrary.File(Large, session: interrupted.Session))).ShouldBeOfType<UploadResult.Uploaded>();

        library.ShouldHoldOneFile(Large);
        library.Graph.Chunks.Sum(c => c.Length).ShouldBe(Large - Chunk);
    }

    [Fact]
    public async Task BusyForLong_IsLeftForThen()
    {
        await using var library = await GraphLibrary.OpenAsync();
        library.Graph.Mishaps.Enqueue(new Mishap("PUT", "/upload/", (_, serve) => serve()));
        library.Graph.Mishaps.Enqueue(Mishap.Status("PUT", "/upload/", 503, retryAfter: "600"));

        var interrupted = (await library.UploadAsync(GraphLibrary.File(Large))).ShouldBeOfType<UploadResult.Interrupted>();

        interrupted.ShouldBe(new UploadResult.Interrupted(interrupted.Session, Chunk, TimeSpan.FromSeconds(600), GraphFault.Busy));
        library.Clock.Waits.ShouldBeEmpty();
    }

    [Fact]
    public async Task SessionExpiresBetweenChunks_AnotherIsOpened()
    {
        await using var library = await GraphLibrary.OpenAsync();
        library.Graph.Mishaps.Enqueue(new Mishap("PUT", "/upload/", (_, serve) => serve()));
        library.Graph.Mishaps.Enqueue(new Mishap("PUT", "/upload/", (_, serve) =>
        {
            library.Graph.Expire();
            return serve();
        }));

        (await library.UploadAsync(GraphLibrary.File(Large))).ShouldBeOfType<UploadResult.Uploaded>();

        library.ShouldHoldOneFile(Large);
        library.Graph.Arrivals.Count(a => a.Path.EndsWith("createUploadSession", StringComparison.Ordinal)).ShouldBe(2);
    }

    [Fact]
    public async Task SessionExpiredMeanwhile_AnotherIsOpened()
    {
        await using var library = await GraphLibrary.OpenAsync();
        library.Graph.Mishaps.Enqueue(Mishap.Status("PUT", "/upload/", 503, retryAfter: "600"));
        var interrupted = (await library.UploadAsync(GraphLibrary.File(Large))).ShouldBeOfType<UploadResult.Interrupted>();
        library.Graph.Expire();

        (await library.UploadAsync(GraphLibrary.File(Large, session: interrupted.Session))).ShouldBeOfType<UploadResult.Uploaded>();

        library.ShouldHoldOneFile(Large);
    }

    [Fact]
    public async Task EverySessionExpires_IsLeftForLater()
    {
        await using var library = await GraphLibrary.OpenAsync();
        for (var i = 0; i < 4; i++) { library.Graph.Mishaps.Enqueue(Mishap.Status("PUT", "/upload/", 404, "itemNotFound")); }
        (await library.UploadAsync(GraphLibrary.File(Large))).ShouldBe(new UploadResult.TryLater(null, GraphFault.Failed));
    }

    [Fact]
    public async Task ServerLosesWhatItHad_ItIsSentAgain()
    {
        await using var library = await GraphLibrary.OpenAsync();
        library.Graph.Mishaps.Enqueue(new Mishap("PUT", "/upload/", (_, serve) => serve()));
        library.Graph.Mishaps.Enqueue(new Mishap("PUT", "/upload/", (context, _) =>
        {
            library.Graph.Forget(1_000_000);
            return FakeGraph.RefuseAsync(context, 500, "generalException");
        }));

        (await library.UploadAsync(GraphLibrary.File(Large))).ShouldBeOfType<UploadResult.Uploaded>();

        library.ShouldHoldOneFile(Large);
    }

    [Fact]
    public async Task NameTakenWhenAllBytesAreThere_TheFileIsLookedFor()
    {
        await using var library = await GraphLibrary.OpenAsync();
        for (var i = 0; i < 3; i++) { library.Graph.Mishaps.Enqueue(new Mishap("PUT", "/upload/", (_, serve) => serve())); }
        // Another attempt at the same file was faster.
        library.Graph.Mishaps.Enqueue(new Mishap("PUT", "/upload/", (context, _) =>
        {
            library.Graph.Items[GraphLibrary.Folder + DeliveredName.Of("Hồ sơ 2024.zip", "k1", 0)] = new FakeGraph.Item(Large, GeneratedStream.Hash(Large), 1);
            return FakeGraph.RefuseAsync(context, 409, "nameAlreadyExists");
        }));

        (await library.UploadAsync(GraphLibrary.File(Large))).ShouldBeOfType<UploadResult.Uploaded>();

        library.ShouldHoldOneFile(Large);
    }

    [Fact]
    public async Task FolderTakesTheNameMeanwhile_TheFileTakesTheNext()
    {
        await using var library = await GraphLibrary.OpenAsync();
        library.Graph.Mishaps.Enqueue(new Mishap("PUT", "/upload/", (_, serve) =>
        {
            library.Graph.Items[GraphLibrary.Folder + DeliveredName.Of("Hồ sơ 2024.zip", "k1", 0)] = FakeGraph.Item.Folder;
            return serve();
        }));
        (await library.UploadAsync(GraphLibrary.File(Large))).ShouldBeOfType<UploadResult.Uploaded>().Name.ShouldBe(DeliveredName.Of("Hồ sơ 2024.zip", "k1", 1));
        library.ShouldHoldOneFile(Large);
    }

    public static TheoryData<int, object> Refusals() => new()
    {
        { 400, new UploadResult.Refused(400, GraphFault.Rejected) },
        { 403, new UploadResult.Refused(403, GraphFault.Forbidden) },
        { 412, new UploadResult.TryLater(TimeSpan.FromSeconds(60), GraphFault.Locked) },
        { 413, new UploadResult.Refused(413, GraphFault.TooLarge) },
        { 423, new UploadResult.TryLater(TimeSpan.FromSeconds(60), GraphFault.Locked) },
        { 507, new UploadResult.TryLater(TimeSpan.FromSeconds(60), GraphFault.Full) },
    };

    [Theory]
    [MemberData(nameof(Refusals))]
    public async Task ChunkRefused_IsSaidAsWhatItMeans(int status, object expected)
    {
        await using var library = await GraphLibrary.OpenAsync();
        library.Graph.Mishaps.Enqueue(Mishap.Status("PUT", "/upload/", status, retryAfter: "60"));
        (await library.UploadAsync(GraphLibrary.File(Large))).ShouldBe(expected);
    }

    private static Mishap Break(string kind) => kind switch
    {
        "Broken" => Mishap.Broken("PUT", "/upload/"),
        "AnswerLost" => Mishap.AnswerLost("PUT", "/upload/"),
        "Page" => Mishap.Page("PUT", "/upload/"),
        "Truncated" => Mishap.Truncated("PUT", "/upload/"),
        _ => Mishap.Status("PUT", "/upload/", int.Parse(kind, System.Globalization.CultureInfo.InvariantCulture)),
    };
}
