namespace LearningCity.Docs.Tests.Support;

/// <summary>Time stands still until the test moves it; who waits for a time is woken when it is reached.</summary>
internal sealed class ManualClock(DateTimeOffset start) : TimeProvider
{
    private readonly Lock gate = new();
    private readonly List<Timer> timers = [];
    private DateTimeOffset now = start;
    private TaskCompletionSource waited = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => GetUtcNow().Ticks;

    public override DateTimeOffset GetUtcNow()
    {
        lock (gate) { return now; }
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new Timer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Once somebody waits for a time that has not come.</summary>
    public Task SomebodyWaitsAsync() => WaitedAsync(_ => true);

    /// <summary>Once somebody waits for this very time.</summary>
    public Task SomebodyWaitsForAsync(DateTimeOffset time) => WaitedAsync(t => t.Due == time);

    private async Task WaitedAsync(Func<Timer, bool> wanted)
    {
        while (true)
        {
            Task next;
            lock (gate)
            {
                if (timers.Any(wanted)) { return; }
                next = waited.Task;
            }
            await next.WaitAsync(Hang.Limit);
        }
    }

    public void Advance(TimeSpan time)
    {
        List<Timer> due;
        lock (gate)
        {
            now += time;
            due = [.. timers.Where(t => t.Due <= now)];
            timers.RemoveAll(due.Contains);
        }
        foreach (var timer in due) { timer.Fire(); }
    }

    private sealed class Timer(ManualClock clock, TimerCallback callback, object? state) : ITimer
    {
        public DateTimeOffset Due { get; private set; }

        public void Fire() => callback(state);

        /// <summary>Once: nothing here uses periods.</summary>
        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (clock.gate)
            {
                clock.timers.Remove(this);
                if (dueTime < TimeSpan.Zero) { return true; }
                Due = clock.now + dueTime;
                clock.timers.Add(this);
                clock.waited.TrySetResult();
                clock.waited = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            }
            return true;
        }

        public void Dispose() => Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
