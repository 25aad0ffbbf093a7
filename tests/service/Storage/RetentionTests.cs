using LearningCity.Docs.Storage;
using LearningCity.Docs.Submissions;
using LearningCity.Docs.Tests.Support;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;

namespace LearningCity.Docs.Tests.Storage;

public class RetentionTests
{
    [Fact]
    public async Task FileOfAFinishedSubmission_GoesAfterItsDaysAndNothingElseDoes()
    {
        await using var test = await TestStore.OpenAsync();
        var delivered = await Delivered(test, "k1");
        var waiting = await test.SubmitAsync("k2", "hai");
        var retention = new Retention(test.Store, test.Files, test.Clock, days: 30);
        test.Clock.Advance(TimeSpan.FromDays(30));
        (await retention.ApplyAsync()).ShouldBe(0);
        test.Clock.Advance(TimeSpan.FromSeconds(1));
        (await retention.ApplyAsync()).ShouldBe(1);
        (await retention.ApplyAsync()).ShouldBe(0);
        Kept(test).ShouldBe([DossierFiles.Name(waiting)]);
        var row = (await test.Book.FindAsync(delivered, null)).ShouldNotBeNull();
        (row.Row.State, row.Row.FileRemovedAt).ShouldBe((SubmissionState.Delivered, test.Clock.GetUtcNow()));
        row.Papers.ShouldNotBeEmpty();
        (await new UnitFigures(test.Store).BeforeAsync(TestStore.Agency, 2025)).ShouldNotBeNull();
        (await test.Trail.RowsAsync().LastAsync()).Act.ShouldBe("submission.forget");
        (await test.Trail.VerifyAsync()).Broken.ShouldBeNull();
    }

    [Fact]
    public async Task WithoutTheSetting_EverythingStays()
    {
        await using var test = await TestStore.OpenAsync();
        var id = await Delivered(test, "k1");
        test.Clock.Advance(TimeSpan.FromDays(4000));
        (await new Retention(test.Store, test.Files, test.Clock, days: null).ApplyAsync()).ShouldBe(0);
        Kept(test).ShouldBe([DossierFiles.Name(id)]);
    }

    /// <summary>Its process was killed between file and row.</summary>
    [Fact]
    public async Task FileThatNeverBecameASubmission_GoesAfterADay()
    {
        await using var test = await TestStore.OpenAsync();
        var id = await test.SubmitAsync("k1");
        test.Files.Write("mo-coi", new byte[1]);
        var retention = new Retention(test.Store, test.Files, test.Clock, days: null);
        foreach (var file in Directory.GetFiles(test.Data.File(DossierFiles.Folder))) { File.SetLastWriteTimeUtc(file, TestStore.Noon.UtcDateTime); }
        test.Clock.Advance(TimeSpan.FromDays(1));
        (await retention.ApplyAsync()).ShouldBe(0);
        test.Clock.Advance(TimeSpan.FromSeconds(1));
        (await retention.ApplyAsync()).ShouldBe(1);
        Kept(test).ShouldBe([DossierFiles.Name(id)]);
    }

    [Fact]
    public async Task ItIsApplied_OnceADay()
    {
        await using var test = await TestStore.OpenAsync();
        using var daily = new DailyRetention(new Retention(test.Store, test.Files, test.Clock, days: 1), test.Clock, NullLogger<DailyRetention>.Instance);
        await daily.StartAsync(CancellationToken.None);
        await test.Clock.SomebodyWaitsAsync();
        await Delivered(test, "k1");
        test.Clock.Advance(TimeSpan.FromDays(1)); // the file is a day old, not older
        await test.Clock.SomebodyWaitsAsync();
        test.Clock.Advance(TimeSpan.FromDays(1) - TimeSpan.FromSeconds(1)); // now it is, and it is not looked at yet
        Kept(test).ShouldHaveSingleItem();
        test.Clock.Advance(TimeSpan.FromSeconds(1));
        await test.Clock.SomebodyWaitsAsync();
        await daily.StopAsync(CancellationToken.None);
        Kept(test).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData("", null)]
    [InlineData("365", 365)]
    public void Setting_IsANumberOfDays(string? set, int? days) => Retention.Days(Settings(set)).ShouldBe(days);

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("một năm")]
    public void OtherSetting_StopsTheStart(string set) => Should.Throw<SettingException>(() => Retention.Days(Settings(set))).Why.Key.ShouldBe("storage.days");

    private static IConfiguration Settings(string? days) => new ConfigurationBuilder().AddInMemoryCollection([new(Retention.Setting, days)]).Build();

    private static IEnumerable<string> Kept(TestStore test) => Directory.GetFiles(test.Data.File(DossierFiles.Folder)).Select(f => Path.GetFileName(f));

    private static async Task<string> Delivered(TestStore test, string key)
    {
        var id = await test.SubmitAsync(key);
        await test.Outbox().ClaimAsync();
        await test.Outbox().SettleAsync(id, new Delivery.Delivered("a"));
        return id;
    }
}
