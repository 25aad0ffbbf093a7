using System.ComponentModel;
using System.Runtime.InteropServices;
using System.Text;

namespace LearningCity.Docs.Storage;

/// <summary>A file that is there, whole and on the disk, when the call returns; before that it is not there at all.</summary>
internal static class DurableFile
{
    /// <summary>Ends the names of files in the making.</summary>
    public const string Unfinished = ".tmp";

    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Replaces what is there.</summary>
    /// <param name="beside">Where it is made, on the same disk; null for a name of its own. One that was killed over it before is written over.</param>
    public static void Write(string path, Action<Stream> write, string? beside = null)
    {
        beside ??= $"{path}.{Guid.NewGuid():N}{Unfinished}";
        try
        {
            var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write, Share = FileShare.None };
            if (!OperatingSystem.IsWindows()) { options.UnixCreateMode = OwnerOnly; }
            using (var file = new FileStream(beside, options))
            {
                write(file);
                file.Flush(flushToDisk: true);
            }
            File.Move(beside, path, overwrite: true);
        }
        finally { File.Delete(beside); }
        SyncFolder(Path.GetDirectoryName(path)!);
    }

    public static void Write(string path, ReadOnlyMemory<byte> bytes) => Write(path, file => file.Write(bytes.Span));

    /// <summary>Makes the folder and those above it, their names on the disk too.</summary>
    public static void MakeFolder(string path)
    {
        if (Directory.Exists(path)) { return; }
        var above = Path.GetDirectoryName(path);
        if (above is not null) { MakeFolder(above); }
        if (OperatingSystem.IsWindows()) { Directory.CreateDirectory(path); }
        else { Directory.CreateDirectory(path, OwnerOnly | UnixFileMode.UserExecute); }
        if (above is not null) { SyncFolder(above); }
    }

    /// <summary>A name in a folder is on the disk only after the folder is; Windows does that by itself.</summary>
    private static void SyncFolder(string folder)
    {
        if (OperatingSystem.IsWindows()) { return; }
        var handle = Open(Encoding.UTF8.GetBytes(folder + '\0'), 0);
        if (handle < 0) { throw Fault(folder); }
        try
        {
            if (Sync(handle) != 0) { throw Fault(folder); }
        }
        finally { _ = Close(handle); }
    }

    private static IOException Fault(string folder) => new($"{folder}: {new Win32Exception(Marshal.GetLastPInvokeError()).Message}");

    [DllImport("libc", EntryPoint = "open", SetLastError = true)]
    private static extern int Open(byte[] path, int flags);

    [DllImport("libc", EntryPoint = "fsync", SetLastError = true)]
    private static extern int Sync(int handle);

    [DllImport("libc", EntryPoint = "close")]
    private static extern int Close(int handle);
}
