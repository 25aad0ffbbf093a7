using System.Collections.Concurrent;
using System.Threading.Channels;

namespace LearningCity.Docs.Tests.Graph;

/// <summary>A clock on which waits under a minute are over at once and are noted, and time limits, which are longer, run out only when the test says so.</summary>
public sealed class SkippingClock : TimeProvider
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<Alarm, bool> limits = [];
    private readonly Channel<bool> begun = Channel.CreateUnbounded<bool>();
    private readonly Channel<bool> released = Channel.CreateUnbounded<bool>();
    private long ticks = new DateTimeOffset(2025, 4, 8, 0, 0, 0, TimeSpan.Zero).UtcTicks;

    /// <summary>How long was waited, in order.</summary>
    public ConcurrentQueue<TimeSpan> Waits { get; } = [];

    /// <summary>Waits end when <see cref="Release"/> is called, and not at once.</summary>
    public bool Holds { get; init; }

    public override DateTimeOffset GetUtcNow() => new(Interlocked.Read(ref ticks), TimeSpan.Zero);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var alarm = new Alarm(this, () => callback(state));
        alarm.Change(dueTime, period);
        return alarm;
    }

    /// <summary>Ends when somebody has begun to wait.</summary>
    public Task WaitBegunAsync() => begun.Reader.ReadAsync().AsTask().WaitAsync(GraphLibrary.Soon);

    public void Release() => released.Writer.TryWrite(true);

    /// <summary>Every time limit that is running has been reached.</summary>
    public void RunOut()
    {
        foreach (var limit in limits.Keys) { limit.Ring(); }
    }

    private async Task SkipAsync(Alarm alarm, TimeSpan wait)
    {
        Waits.Enqueue(wait);
        begun.Writer.TryWrite(true);
        if (Holds) { await released.Reader.ReadAsync(); }
        Interlocked.Add(ref ticks, wait.Ticks);
        alarm.Ring();
    }

    private sealed class Alarm(SkippingClock clock, Action ring) : ITimer
    {
        private int done;

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            if (dueTime == Timeout.InfiniteTimeSpan) { return true; }
            if (dueTime >= LongestWait) { clock.limits[this] = true; }
            // Elsewhere: whoever makes a timer does not expect it to ring before he has it.
            else { _ = Task.Run(() => clock.SkipAsync(this, dueTime)); }
            return true;
        }

        public void Ring()
        {
            if (Interlocked.Exchange(ref done, 1) == 0) { ring(); }
        }

        public void Dispose()
        {
            done = 1;
            clock.limits.TryRemove(this, out _);
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
