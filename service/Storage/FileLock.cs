namespace LearningCity.Docs.Storage;

/// <summary>One process, of all on this machine, at a time. The system lets go when the process ends, however it ends.</summary>
internal static class FileLock
{
    /// <summary>Shared by everyone who works in a data folder.</summary>
    public const string AtWork = "at-work.lock";

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    /// <summary>Waits for its turn.</summary>
    /// <exception cref="IOException">It was not its turn in time.</exception>
    public static async Task<FileStream> TakeAsync(string path, TimeSpan patience, TimeProvider clock, CancellationToken cancelled)
    {
        var began = clock.GetTimestamp();
        while (true)
        {
            try { return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None); }
            catch (IOException) when (File.Exists(path) && clock.GetElapsedTime(began) < patience) { await Task.Delay(Pause, clock, cancelled); }
        }
    }

    /// <summary>Many may share it, as long as nobody has it alone.</summary>
    public static FileStream Share(string path)
    {
        if (!File.Exists(path)) { File.WriteAllBytes(path, []); }
        return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
    }
}
