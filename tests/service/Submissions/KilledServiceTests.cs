using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text.Json;
using LearningCity.Docs.Storage;
using LearningCity.Docs.Tests.Documents;
using LearningCity.Docs.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.Docs.Tests.Submissions;

/// <summary>
/// The real program, killed (kill -9) at random points while dossiers are handed in and delivered, and started again: nothing that was answered 202 is lost, nothing is at the
/// destination twice. <c>LEARNINGCITY_KILL_ROUNDS</c> for more rounds.
/// </summary>
public class KilledServiceTests
{
    private const int UsualRounds = 5;

    /// <summary>Milliseconds.</summary>
    private const int LongestLife = 800;
    private const int Clients = 3;

    private static readonly int Rounds = int.TryParse(Environment.GetEnvironmentVariable("LEARNINGCITY_KILL_ROUNDS"), NumberStyles.None, CultureInfo.InvariantCulture, out var rounds) ? rounds : UsualRounds;

    private readonly byte[] file = TestDesk.Right();
    private readonly string details = PaperSamples.Json(PaperSamples.DossierOf("phu-luc-iiib")[0]);
    private readonly ConcurrentDictionary<int, string> accepted = [];
    private int sent;

    [Fact]
    public async Task KilledAtAnyPoint_NothingIsLostAndNothingDoubled()
    {
        var folder = TestFolders.New();
        (string, string)[] settings = [("Data:Folder", folder), ("Submissions:LeaseSeconds", "1")];
        for (var round = 0; round < Rounds; round++)
        {
            await using var service = await RunningService.StartAsync(settings);
            var first = new TaskCompletionSource();
            var clients = Enumerable.Range(0, Clients).Select(_ => SubmitUntilItDies(service, first)).ToArray();
            // A cold program needs long for its first answer; one time in four it is killed before, over what the last one left.
            if (round % 4 != 3) { await first.Task.WaitAsync(Hang.Limit); }
            await Task.Delay(RandomNumberGenerator.GetInt32(LongestLife));
            await service.KillAsync();
            await Task.WhenAll(clients);
        }
        accepted.ShouldNotBeEmpty();
        await using (var last = await RunningService.StartAsync(settings))
        {
            // Who got no answer asks again, and who got one gets the same.
            for (var number = 1; number <= sent; number++)
            {
                var id = (await SubmitAsync(last, number)).ShouldNotBeNull();
                accepted.GetOrAdd(number, id).ShouldBe(id);
            }
            foreach (var id in accepted.Values) { await Delivered(last, id); }
        }
        await ShouldBeThereOnce(folder);
    }

    private async Task SubmitUntilItDies(RunningService service, TaskCompletionSource first)
    {
        while (true)
        {
            var number = Interlocked.Increment(ref sent);
            try
            {
                if (await SubmitAsync(service, number) is { } id) { accepted[number] = id; }
                first.TrySetResult();
            }
            catch (HttpRequestException) { return; }
            catch (IOException) { return; }
        }
    }

    /// <summary>The id, once it is answered with 202.</summary>
    private async Task<string?> SubmitAsync(RunningService service, int number)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/submissions")
        {
            Content = new MultipartFormDataContent { { new ByteArrayContent(file), "file", "biểu.xlsx" }, { new StringContent(details.Replace("\"number\": \"20\"", $"\"number\": \"{number}\"", StringComparison.Ordinal)), "details" } },
            Headers = { { "Idempotency-Key", $"k{number}" } },
        };
        using var response = await service.Client.SendAsync(request);
        response.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        return JsonDocument.Parse(await response.Content.ReadAsByteArrayAsync()).RootElement.GetProperty("id").GetString();
    }

    private static Task Delivered(RunningService service, string id) => Hang.UntilAsync(async () =>
        JsonDocument.Parse(await service.Client.GetByteArrayAsync($"/api/submissions/{id}")).RootElement.GetProperty("state").GetString() == "delivered");

    private async Task ShouldBeThereOnce(string folder)
    {
        var settings = TestFolders.Settings(folder);
        using var store = Store.At(settings, DataFolder.Open(settings));
        await using var tables = store.Open();
        var rows = await tables.Submissions.AsNoTracking().ToListAsync();
        rows.Select(r => r.ClientKey).Order(StringComparer.Ordinal).ShouldBe(Enumerable.Range(1, sent).Select(n => $"k{n}").Order(StringComparer.Ordinal));
        rows.Select(r => r.Id).ToHashSet().SetEquals(accepted.Values).ShouldBeTrue();
        (await tables.Outbox.CountAsync()).ShouldBe(0);
        var there = Directory.EnumerateFiles(Path.Combine(folder, "submissions"), "*", SearchOption.AllDirectories).Where(f => !f.EndsWith(".lock", StringComparison.Ordinal)).Select(f => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(f)))).ToList();
        there.Order(StringComparer.Ordinal).ShouldBe(rows.Select(r => r.FileHash).Order(StringComparer.Ordinal));
        there.ShouldBeUnique();
        var trail = new AuditTrail(store, TimeProvider.System);
        (await trail.VerifyAsync()).Broken.ShouldBeNull();
        (await trail.RowsAsync().CountAsync(r => r is { Act: "submission.accept", Outcome: AuditEntry.Done })).ShouldBe(sent);
        (await trail.RowsAsync().CountAsync(r => r.Act == "submission.deliver")).ShouldBe(sent);
    }
}
