using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;

namespace LearningCity.Docs.Benchmarks;

/// <summary>
/// Many callers at once on a running service: three of four requests are a check, one makes a paper. Says what was answered, how fast, and what the service's memory did.
/// </summary>
internal static class Load
{
    private const string Details = """{"agency": "ỦY BAN NHÂN DÂN QUẬN BA ĐÌNH", "agencyShort": "UBND quận Ba Đình", "number": "128", "date": "2025-04-28", "year": 2024}""";

    /// <param name="process">Of the service, to read its memory from <c>/proc</c>; null on other systems.</param>
    /// <param name="hangUp">Every second caller gives each request up after a few milliseconds.</param>
    public static async Task<int> RunAsync(string address, int clients, TimeSpan duration, int? process, bool hangUp)
    {
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false, MaxConnectionsPerServer = clients }) { BaseAddress = new Uri(address), Timeout = TimeSpan.FromMinutes(2) };
        var file = await http.GetByteArrayAsync("/samples/phu-luc-iiib.right.xlsx");
        var (times, faults) = (new ConcurrentBag<double>(), new ConcurrentDictionary<string, int>());
        var (checks, papers, gone) = (0, 0, 0);
        var memory = new List<long>();
        using var end = new CancellationTokenSource(duration);
        var callers = Enumerable.Range(0, clients).Select(number => Task.Run(async () =>
        {
            var random = new Random(number);
            while (!end.IsCancellationRequested)
            {
                using var own = new CancellationTokenSource();
                if (hangUp && number % 2 == 0) { own.CancelAfter(random.Next(1, 60)); }
                var isPaper = random.Next(4) == 0;
                var start = Stopwatch.GetTimestamp();
                try
                {
                    using var response = isPaper ? await http.PostAsync("/api/documents/phu-luc-iiib", Parts(file), own.Token) : await http.PostAsync("/api/check", new ByteArrayContent(file), own.Token);
                    await response.Content.ReadAsByteArrayAsync(own.Token);
                    if (response.IsSuccessStatusCode) { times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds); Interlocked.Increment(ref isPaper ? ref papers : ref checks); }
                    else { faults.AddOrUpdate(response.StatusCode.ToString(), 1, (_, n) => n + 1); }
                }
                catch (OperationCanceledException) when (own.IsCancellationRequested) { Interlocked.Increment(ref gone); }
                catch (HttpRequestException e) { faults.AddOrUpdate(e.Message, 1, (_, n) => n + 1); }
            }
        })).ToList();
        while (!end.IsCancellationRequested)
        {
            if (process is { } id) { memory.Add(Resident(id)); }
            await Task.Delay(TimeSpan.FromSeconds(5), end.Token).ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        }
        await Task.WhenAll(callers);
        var sorted = times.Order().ToList();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{clients} callers, {duration.TotalSeconds:F0} s: {checks} checks, {papers} papers, {gone} given up, {faults.Values.Sum()} errors; {sorted.Count / duration.TotalSeconds:F0}/s; ms p50 {At(sorted, 0.5):F0}, p90 {At(sorted, 0.9):F0}, p99 {At(sorted, 0.99):F0}, most {sorted.LastOrDefault():F0}"));
        if (memory.Count > 0) { Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"memory MiB: after a fifth of the time {memory[memory.Count / 5] >> 20}, half {memory[memory.Count / 2] >> 20}, end {memory[^1] >> 20}, most {memory.Max() >> 20}")); }
        foreach (var (fault, count) in faults) { Console.WriteLine($"{count} {fault}"); }
        return faults.IsEmpty ? 0 : 1;
    }

    private static double At(List<double> sorted, double share) => sorted.Count == 0 ? 0 : sorted[Math.Min(sorted.Count - 1, (int)(sorted.Count * share))];

    private static long Resident(int process) => long.Parse(File.ReadLines($"/proc/{process}/status").First(l => l.StartsWith("VmRSS:", StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) * 1024;

    private static MultipartFormDataContent Parts(byte[] file) => new() { { new ByteArrayContent(file), "file", "a.xlsx" }, { new StringContent(Details), "details" } };
}
