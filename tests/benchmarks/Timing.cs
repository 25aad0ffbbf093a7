using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace LearningCity.Docs.Benchmarks;

/// <summary>Seconds to warm (.NET compiles hot code late on one core), seconds to measure, and no fewer than five runs.</summary>
internal sealed record TimingLimits(double Warm, double Seconds)
{
    private const int FewestRuns = 5;

    public static TimingLimits Parse(ReadOnlySpan<string> options)
    {
        var limits = new TimingLimits(12, 6);
        for (var i = 0; i + 1 < options.Length; i += 2)
        {
            var seconds = double.Parse(options[i + 1], CultureInfo.InvariantCulture);
            limits = options[i] switch
            {
                "--secs" => limits with { Seconds = seconds },
                "--warm" => limits with { Warm = seconds },
                _ => throw new ArgumentException($"no option {options[i]}: --secs N, --warm N"),
            };
        }
        return limits;
    }

    public bool Over(int runs, TimeSpan elapsed) => runs >= FewestRuns && elapsed.TotalSeconds >= Seconds;
}

/// <summary>Times one engine in this process.</summary>
internal static class Timing
{
    public static string Line(Work work, TimingLimits limits)
    {
        var clock = Stopwatch.StartNew();
        var warm = 0;
        do { work.Run(); warm++; } while (warm < 3 || clock.Elapsed.TotalSeconds < limits.Warm);

        var times = new List<double>();
        object answer;
        var (allocated, cpu) = (GC.GetTotalAllocatedBytes(precise: true), Cpu());
        clock.Restart();
        do
        {
            var start = Stopwatch.GetTimestamp();
            answer = work.Run();
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        } while (!limits.Over(times.Count, clock.Elapsed));
        allocated = (GC.GetTotalAllocatedBytes(precise: true) - allocated) / times.Count;
        cpu = (Cpu() - cpu) / times.Count;

        times.Sort();
        var line = new Dictionary<string, object>
        {
            ["kind"] = work.Kind, ["engine"] = work.Engine, ["version"] = work.Version, ["rows"] = work.Rows, ["n"] = times.Count, ["warm"] = warm,
            ["median_ms"] = Quantile(times, 0.5), ["p99_ms"] = Quantile(times, 0.99), ["cpu_ms"] = Math.Round(cpu, 4), ["per_core_second"] = Math.Round(1000 / cpu, 1),
            ["alloc_kib"] = allocated / 1024, ["peak_rss_mib"] = Process.GetCurrentProcess().PeakWorkingSet64 / 1024 / 1024,
        };
        foreach (var (name, value) in work.Check(answer)) line[name] = value;
        return JsonSerializer.Serialize(line);
    }

    private static double Cpu() => Environment.CpuUsage.TotalTime.TotalMilliseconds;

    private static double Quantile(List<double> sorted, double q) => Math.Round(sorted[Math.Clamp((int)Math.Ceiling(q * sorted.Count) - 1, 0, sorted.Count - 1)], 4);
}
