using System.Diagnostics;
using System.Globalization;

namespace LearningCity.Docs.Tests.Support;

internal static class ThreadTime
{
    private const string Statistics = "/proc/thread-self/schedstat";

    /// <summary>How long this thread has had a processor, where the system tells: other work on the machine does not count.</summary>
    public static TimeSpan Worked() => File.Exists(Statistics)
        ? TimeSpan.FromMicroseconds(long.Parse(File.ReadAllText(Statistics).Split(' ')[0], CultureInfo.InvariantCulture) / 1000)
        : Stopwatch.GetElapsedTime(0);
}
