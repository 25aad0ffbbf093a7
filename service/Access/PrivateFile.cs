namespace LearningCity.Docs.Access;

/// <summary>A file that the service's own user alone may read (0600), written whole or not at all, by one program at a time.</summary>
internal static class PrivateFile
{
    private const UnixFileMode Owner = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const int Patience = 500;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    /// <summary>Null when there is none.</summary>
    /// <exception cref="SettingException">Others may read it: what it kept secret may be known.</exception>
    public static byte[]? Read(string path)
    {
        if (!File.Exists(path)) { return null; }
        if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(path) & ~(Owner | UnixFileMode.UserExecute)) != 0) { throw new SettingException(new Sentence("access.fileOpen", path)); }
        return File.ReadAllBytes(path);
    }

    public static void Write(string path, ReadOnlySpan<byte> bytes)
    {
        var beside = $"{path}.{Guid.NewGuid():N}.tmp";
        try
        {
            using (var file = new FileStream(beside, Options(FileMode.CreateNew)))
            {
                file.Write(bytes);
                file.Flush(flushToDisk: true);
            }
            File.Move(beside, path, overwrite: true);
        }
        finally { File.Delete(beside); }
    }

    /// <summary>Held while a file is read, changed and written: the verbs and the running service change the same ones.</summary>
    public static IDisposable Hold(string path)
    {
        for (var tries = 0; ; tries++)
        {
            try { return new FileStream(path + ".lock", Options(FileMode.OpenOrCreate)); }
            catch (IOException) when (tries < Patience) { Thread.Sleep(Pause); }
        }
    }

    private static FileStreamOptions Options(FileMode mode)
    {
        var options = new FileStreamOptions { Mode = mode, Access = FileAccess.Write, Share = FileShare.None };
        if (!OperatingSystem.IsWindows()) { options.UnixCreateMode = Owner; }
        return options;
    }
}
