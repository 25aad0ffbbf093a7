using System.Collections.Concurrent;
using LearningCity.Docs.Storage;
using LearningCity.Docs.Submissions;
using LearningCity.Docs.Tests.Support;

namespace LearningCity.Docs.Tests.Submissions;

public class OutboxTests
{
    private static readonly Sentence Why = new("submission.folder.failed");

    [Theory, OnSqlite, OnPostgres]
    public async Task TwoProcesses_NeverTakeTheSame(string database)
    {
        await using var test = await TestStore.OpenAsync(database);
        for (var i = 0; i < 10; i++) { await test.SubmitAsync($"k{i}"); }
        using var other = test.Another();
        var taken = new ConcurrentBag<string>();
        await Task.WhenAll(new[] { test.Outbox("one"), test.Outbox("two", store: other) }.Select(outbox => Task.Run(async () =>
        {
            while (await outbox.ClaimAsync() is { } row) { taken.Add(row.Id); }
        })));
        taken.Count.ShouldBe(10);
        taken.ShouldBeUnique();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task LeaseOfADeadProcess_EndsAndItsWordCountsNoMore(string database)
    {
        await using var test = await TestStore.OpenAsync(database);
        var id = await test.SubmitAsync("k1");
        var (dead, next) = (test.Outbox("dead"), test.Outbox("next"));
        (await dead.ClaimAsync()).ShouldNotBeNull();
        (await next.ClaimAsync()).ShouldBeNull();
        (await next.NextAsync()).ShouldBe(TestStore.Noon.AddSeconds(60));
        test.Clock.Advance(TimeSpan.FromSeconds(60));
        (await next.ClaimAsync()).ShouldNotBeNull().Attempts.ShouldBe(2);
        await dead.SettleAsync(id, new Delivery.Refused(Why));
        (await State(test, id)).ShouldBe(SubmissionState.Delivering);
        await next.SettleAsync(id, new Delivery.Delivered("2024/a.zip"));
        (await State(test, id)).ShouldBe(SubmissionState.Delivered);
        (await next.NextAsync()).ShouldBeNull();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task RenewedLease_Holds(string database)
    {
        await using var test = await TestStore.OpenAsync(database);
        var id = await test.SubmitAsync("k1");
        await test.Outbox("one").ClaimAsync();
        test.Clock.Advance(TimeSpan.FromSeconds(40));
        await test.Outbox("one").RenewAsync(id);
        test.Clock.Advance(TimeSpan.FromSeconds(40));
        (await test.Outbox("two").ClaimAsync()).ShouldBeNull();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task EachResult_HasItsState(string database)
    {
        await using var test = await TestStore.OpenAsync(database);
        var outbox = test.Outbox();
        var id = await test.SubmitAsync("k1");

        await outbox.ClaimAsync();
        await outbox.SettleAsync(id, new Delivery.Retry(null, Why));
        var waiting = (await test.Book.FindAsync(id, null))!;
        (waiting.Row.State, waiting.DueAt).ShouldBe((SubmissionState.Retrying, TestStore.Noon.AddSeconds(5)));
        SubmissionReports.Of(waiting, LanguageTable.English).Reason.ShouldBe(LanguageTable.English.Render(Why));
        (await outbox.ClaimAsync()).ShouldBeNull();

        test.Clock.Advance(TimeSpan.FromSeconds(5));
        await outbox.ClaimAsync();
        await outbox.SettleAsync(id, new Delivery.Retry(TimeSpan.FromMinutes(7), Why)); // the place itself said when
        (await test.Book.FindAsync(id, null))!.DueAt.ShouldBe(TestStore.Noon.AddSeconds(5).AddMinutes(7));

        (await test.Book.RetryAsync(id, "account:binh")).ShouldBeFalse();
        (await test.Book.RetryAsync(id, TestStore.An.Key)).ShouldBeTrue();
        await outbox.ClaimAsync();
        await outbox.SettleAsync(id, new Delivery.NeedsConsent("""{"access_token":{}}"""));
        var asked = (await test.Book.FindAsync(id, null))!.Row;
        (asked.State, asked.Claims).ShouldBe((SubmissionState.NeedsConsent, """{"access_token":{}}"""));

        (await test.Book.RetryAsync(id, null)).ShouldBeTrue();
        await outbox.ClaimAsync();
        (await test.Book.RetryAsync(id, null)).ShouldBeFalse(); // on its way already
        await outbox.SettleAsync(id, new Delivery.Delivered("2024/a.zip"));
        var there = (await test.Book.FindAsync(id, null))!;
        (there.Row.State, there.Row.Link, there.Row.Reason, there.Row.Claims, there.DueAt).ShouldBe((SubmissionState.Delivered, "2024/a.zip", null, null, null));
        (await test.Trail.RowsAsync().Select(r => $"{r.Person} {r.Act} {r.Outcome}").ToListAsync()).ShouldBe(["account:an submission.accept done", "service submission.deliver done"]);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task RefusedByThePlace_IsReturnedWithTheReason(string database)
    {
        await using var test = await TestStore.OpenAsync(database);
        var id = await test.SubmitAsync("k1");
        await test.Outbox().ClaimAsync();
        await test.Outbox().SettleAsync(id, new Delivery.Refused(Why));
        (await State(test, id)).ShouldBe(SubmissionState.Returned);
        (await test.Trail.RowsAsync().LastAsync()).Outcome.ShouldBe(Why.Key);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task ReturnedWhileOnItsWay_StaysReturned(string database)
    {
        await using var test = await TestStore.OpenAsync(database);
        var id = await test.SubmitAsync("k1");
        await test.Outbox().ClaimAsync();
        (await test.Book.ReturnAsync(id, "Thiếu minh chứng", "account:admin")).ShouldBeTrue();
        (await test.Book.ReturnAsync(id, "lần nữa", "account:admin")).ShouldBeFalse();
        await test.Outbox().SettleAsync(id, new Delivery.Delivered("x"));
        var found = (await test.Book.FindAsync(id, null))!;
        (found.Row.State, found.Row.Link, found.DueAt).ShouldBe((SubmissionState.Returned, null, null));
        SubmissionReports.Of(found, LanguageTable.Vietnamese).Reason.ShouldBe("Thiếu minh chứng");
        (await test.Book.ReturnAsync("none", "x", "account:admin")).ShouldBeFalse();
    }

    [Fact]
    public void Pauses_GrowToAnHour()
    {
        Enumerable.Range(1, 4).Select(n => Outbox.Pause(n).TotalSeconds).ShouldBe([5, 10, 20, 40]);
        Outbox.Pause(10).ShouldBe(TimeSpan.FromSeconds(2560));
        new[] { 11, 20, 21, 64, 100, int.MaxValue }.ShouldAllBe(n => Outbox.Pause(n) == TimeSpan.FromHours(1));
    }

    private static async Task<SubmissionState> State(TestStore test, string id) => (await test.Book.FindAsync(id, null))!.Row.State;
}
