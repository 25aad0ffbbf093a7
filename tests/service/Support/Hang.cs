using System.Diagnostics;

namespace LearningCity.Docs.Tests.Support;

/// <summary>A test that waits for something that never comes fails instead of hanging. Nothing is expected to be quicker than this: the machine may be busy with other things.</summary>
internal static class Hang
{
    public static readonly TimeSpan Limit = TimeSpan.FromMinutes(3);

    /// <summary>Looks again and again until it is so.</summary>
    public static async Task UntilAsync(Func<Task<bool>> isSo)
    {
        for (var begun = Stopwatch.GetTimestamp(); !await isSo();)
        {
            Stopwatch.GetElapsedTime(begun).ShouldBeLessThan(Limit);
            await Task.Delay(TimeSpan.FromMilliseconds(10));
        }
    }
}
