using System.Diagnostics;
using System.Globalization;

namespace LearningCity.Docs.Tests.Support;

/// <summary>What a piece of work costs its own thread, where the system tells: other work on the machine does not count.</summary>
internal static class ProcessorTime
{
    public static TimeSpan Now => File.Exists("/proc/thread-self/schedstat")
        ? TimeSpan.FromMicroseconds(long.Parse(File.ReadAllText("/proc/thread-self/schedstat").Split(' ')[0], CultureInfo.InvariantCulture) / 1000)
        : Stopwatch.GetElapsedTime(0);

    public static TimeSpan Of(Action work)
    {
        var before = Now;
        work();
        return Now - before;
    }

    /// <summary>The least of several runs; no more runs once one of them is quick enough.</summary>
    public static TimeSpan Least(Action work, TimeSpan enough, int runs = 12)
    {
        var least = Of(work);
        for (var i = 1; i < runs && least > enough; i++) { least = new TimeSpan(Math.Min(least.Ticks, Of(work).Ticks)); }
        return least;
    }
}
