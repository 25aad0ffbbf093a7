using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json;
using LearningCity.Docs.Tests.Support;
using Xunit.Abstractions;

namespace LearningCity.Docs.Tests.Hostile;

/// <summary>
/// Every file of a folder, whatever it is, handed to <c>check</c> and <c>lint</c> of a running service, several at once. The folder is named by <c>LC_CORPUS</c>; without it, our own fixtures and samples.
/// <c>LC_CORPUS_TABLE</c> names a file for the table of what came of them.
/// </summary>
public class CorpusTests(ITestOutputHelper output)
{
    private static readonly TimeSpan Slowest = TimeSpan.FromSeconds(5);

    /// <summary>Of the whole process at its worst. It holds the two largest files that the guard allows at once; an idle one holds about 100 MB.</summary>
    private const long Memory = 1536L << 20;

    [Fact]
    public async Task EveryFile_IsAnsweredInTimeAndWithinMemory()
    {
        await using var service = await ServiceProcess.StartAsync();
        var answers = new ConcurrentBag<Answer>();
        var files = Files();
        files.Count.ShouldBeGreaterThan(20);
        await Parallel.ForEachAsync(files, new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (file, _) =>
        {
            var bytes = await File.ReadAllBytesAsync(file, CancellationToken.None);
            foreach (var verb in (string[])["check", "lint"]) { answers.Add(await AskAsync(service, verb, file, bytes)); }
        });
        var table = Table(answers, service.Memory("VmHWM"));
        output.WriteLine(table);
        if (Environment.GetEnvironmentVariable("LC_CORPUS_TABLE") is { Length: > 0 } path) { await File.WriteAllTextAsync(path, table + Slow(answers)); }

        answers.Where(a => a.Status >= 500).Select(a => a.ToString()).ShouldBeEmpty();
        answers.Where(a => a.Time > Slowest).Select(a => a.ToString()).ShouldBeEmpty();
        service.Memory("VmHWM").ShouldBeLessThan(Memory);
        (await service.Client.GetAsync("/health/live")).EnsureSuccessStatusCode();
    }

    private static List<string> Files()
    {
        var folders = Environment.GetEnvironmentVariable("LC_CORPUS") is { Length: > 0 } corpus ? [corpus] : (string[])[Repository.Path("tests", "fixtures"), Repository.Path("templates")];
        return [.. folders.SelectMany(f => Directory.EnumerateFiles(f, "*", SearchOption.AllDirectories)).Where(f => new FileInfo(f).Length > 0).Order(StringComparer.Ordinal)];
    }

    private static async Task<Answer> AskAsync(ServiceProcess service, string verb, string file, byte[] bytes)
    {
        var time = Stopwatch.StartNew();
        try
        {
            using var response = await service.Client.PostAsync($"/api/{verb}?lang=en", new ByteArrayContent(bytes));
            return new Answer(verb, file, (int)response.StatusCode, Outcome(await response.Content.ReadAsByteArrayAsync()), time.Elapsed);
        }
        catch (TaskCanceledException) { return new Answer(verb, file, 599, "no answer", time.Elapsed); }
    }

    /// <summary>A problem's code; of a check its verdict; of a layout check whether there is an error.</summary>
    private static string Outcome(byte[] body)
    {
        var json = JsonDocument.Parse(body).RootElement;
        if (json.ValueKind is JsonValueKind.Array) { return json.EnumerateArray().Any(f => f.GetProperty("severity").GetString() == "error") ? "departs from the decree" : "conforms"; }
        return json.TryGetProperty("code", out var code) ? code.GetString()! : "a form: " + json.GetProperty("evaluation").GetProperty("verdict").GetString();
    }

    private static string Table(IReadOnlyCollection<Answer> answers, long memory)
    {
        var rows = answers.GroupBy(a => (a.Verb, a.Status, a.Outcome)).OrderBy(g => g.Key.Verb, StringComparer.Ordinal).ThenBy(g => g.Key.Status).ThenByDescending(g => g.Count())
            .Select(g => FormattableString.Invariant($"| {g.Key.Verb} | {g.Key.Status} | {g.Key.Outcome} | {g.Count()} | {g.Max(a => a.Time).TotalMilliseconds:F0} |"));
        return FormattableString.Invariant($"| verb | status | outcome | files | slowest, ms |\n|---|---|---|---:|---:|\n{string.Join('\n', rows)}\n\n{answers.Count} requests, most memory {memory >> 20} MiB\n");
    }

    private static string Slow(IEnumerable<Answer> answers) => "\nSlowest:\n" + string.Join('\n', answers.OrderByDescending(a => a.Time).Take(15)) + "\n";

    private sealed record Answer(string Verb, string File, int Status, string Outcome, TimeSpan Time);
}
