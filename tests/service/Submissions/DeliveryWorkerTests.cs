using System.Collections.Concurrent;
using System.Threading.Channels;
using LearningCity.Docs.Storage;
using LearningCity.Docs.Submissions;
using LearningCity.Docs.Tests.Support;
using Microsoft.Extensions.Logging.Abstractions;

namespace LearningCity.Docs.Tests.Submissions;

public class DeliveryWorkerTests
{
    private static readonly Sentence Why = new("submission.folder.failed");

    /// <summary>How long the worker rests at most.</summary>
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(5);

    [Fact]
    public async Task PlaceThatIsAway_IsTriedAgainUntilItTakesTheDossier()
    {
        await using var test = await TestStore.OpenAsync();
        var place = new Place(new Delivery.Retry(null, Why), new Delivery.Retry(TimeSpan.FromMinutes(2), Why), new Delivery.Delivered("2024/a.zip"));
        using var worker = Worker(test, place);
        await worker.StartAsync(CancellationToken.None);
        await Rests(test);
        var id = await test.SubmitAsync("k1");
        await place.Asked(1);
        await Until(test, id, SubmissionState.Retrying, attempts: 1);
        await Advance(test, TimeSpan.FromSeconds(5));
        await place.Asked(2);
        await Until(test, id, SubmissionState.Retrying, attempts: 2);
        await Advance(test, TimeSpan.FromMinutes(2) - Rest);
        place.Parcels.Count.ShouldBe(2);
        await Advance(test, Rest);
        await place.Asked(3);
        await Until(test, id, SubmissionState.Delivered, attempts: 3);
        await worker.StopAsync(CancellationToken.None);
        place.Parcels.Select(p => p.Key).Distinct().ShouldBe([id]);
        place.Parcels.First().Person.ShouldBe(TestStore.An.Key);
    }

    [Fact]
    public async Task FaultOfThePlace_StopsNobodyElse()
    {
        await using var test = await TestStore.OpenAsync();
        var place = new Place(null, new Delivery.Delivered("b"));
        using var worker = Worker(test, place);
        var first = await test.SubmitAsync("k1");
        test.Clock.Advance(TimeSpan.FromMilliseconds(1));
        var second = await test.SubmitAsync("k2");
        (await worker.DeliverNextAsync(CancellationToken.None)).ShouldBeTrue();
        (await worker.DeliverNextAsync(CancellationToken.None)).ShouldBeTrue();
        (await worker.DeliverNextAsync(CancellationToken.None)).ShouldBeFalse();
        (await State(test, first)).ShouldBe(SubmissionState.Retrying);
        (await State(test, second)).ShouldBe(SubmissionState.Delivered);
    }

    /// <summary>Longer than the lease: it is renewed all the while, and nobody else begins.</summary>
    [Fact]
    public async Task LongDelivery_KeepsItsLease()
    {
        await using var test = await TestStore.OpenAsync();
        var release = new TaskCompletionSource<Delivery>();
        var place = new Place(release.Task);
        using var worker = Worker(test, place);
        var id = await test.SubmitAsync("k1");
        var delivering = worker.DeliverNextAsync(CancellationToken.None);
        await place.Asked(1);
        for (var third = 0; third < 9; third++)
        {
            await test.Clock.SomebodyWaitsAsync();
            test.Clock.Advance(TimeSpan.FromSeconds(20));
            await Renewed(test);
            (await test.Outbox("other").ClaimAsync()).ShouldBeNull();
        }
        release.SetResult(new Delivery.Delivered("a"));
        await delivering;
        (await State(test, id)).ShouldBe(SubmissionState.Delivered);
    }

    [Fact]
    public async Task ServiceThatStops_GivesTheDossierBack()
    {
        await using var test = await TestStore.OpenAsync();
        using var stop = new CancellationTokenSource();
        var place = new Place(Task.Delay(Timeout.Infinite, stop.Token).ContinueWith<Delivery>(_ => throw new OperationCanceledException(stop.Token), TaskScheduler.Default));
        using var worker = Worker(test, place);
        var id = await test.SubmitAsync("k1");
        var delivering = worker.DeliverNextAsync(stop.Token);
        await place.Asked(1);
        await stop.CancelAsync();
        await delivering;
        (await State(test, id)).ShouldBe(SubmissionState.Accepted);
        (await test.Outbox("next").ClaimAsync()).ShouldNotBeNull();
    }

    private static DeliveryWorker Worker(TestStore test, IDestination place) =>
        new(test.Outbox("worker"), test.Files, place, test.Signal, test.Clock, TimeSpan.FromSeconds(60), NullLogger<DeliveryWorker>.Instance);

    private static async Task<SubmissionState> State(TestStore test, string id) => (await test.Book.FindAsync(id, null))!.Row.State;

    /// <summary>The worker writes what came of it after the place has answered.</summary>
    private static Task Until(TestStore test, string id, SubmissionState state, int attempts) =>
        Hang.UntilAsync(async () => (await test.Book.FindAsync(id, null))!.Row is { } row && row.State == state && row.Attempts == attempts);

    private static Task Renewed(TestStore test) =>
        Hang.UntilAsync(async () => await test.Outbox().NextAsync() >= test.Clock.GetUtcNow() + TimeSpan.FromSeconds(60));

    /// <summary>The worker has found nothing due, and waits: an advance before that would be lost on it.</summary>
    private static Task Rests(TestStore test) => test.Clock.SomebodyWaitsForAsync(test.Clock.GetUtcNow() + Rest);

    /// <summary>From rest to rest; what the last one wakes is not waited for.</summary>
    private static async Task Advance(TestStore test, TimeSpan time)
    {
        for (var end = test.Clock.GetUtcNow() + time; test.Clock.GetUtcNow() < end;)
        {
            await Rests(test);
            test.Clock.Advance(Rest);
        }
    }

    /// <summary>Answers in turn as told; null is a fault.</summary>
    private sealed class Place(params Task<Delivery>?[] answers) : IDestination
    {
        private readonly Channel<bool> asked = Channel.CreateUnbounded<bool>();
        private int seen;

        public Place(params Delivery?[] answers) : this([.. answers.Select(a => a is null ? null : Task.FromResult(a))]) { }

        public ConcurrentQueue<Parcel> Parcels { get; } = new();

        public Sentence Where => Why;

        public Task<Delivery> DeliverAsync(Parcel parcel, CancellationToken cancelled)
        {
            var answer = answers[Parcels.Count];
            Parcels.Enqueue(parcel);
            asked.Writer.TryWrite(true);
            return answer ?? throw new InvalidOperationException("on purpose");
        }

        /// <summary>So many times.</summary>
        public async Task Asked(int times)
        {
            for (; seen < times; seen++) { await asked.Reader.ReadAsync().AsTask().WaitAsync(Hang.Limit); }
        }
    }
}
