using System.Globalization;
using System.IO.Compression;
using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;

namespace LearningCity.Docs.Storage;

/// <summary>
/// Phục hồi: a backup back into the data folder. Its sums are proved before anything is touched; what was in the folder is not deleted but put into a folder of its own beside.
/// </summary>
internal sealed partial class Restore(DataFolder data)
{
    /// <summary>Begins the names of the folders that hold what was there before.</summary>
    public const string Before = "before-restore-";

    private const string Unpacked = "restoring" + DurableFile.Unfinished;

    /// <param name="force">Also into a folder that is in use already.</param>
    /// <returns>Null when it is done; else why nothing was done.</returns>
    public Sentence? Run(string path, bool force, DateTimeOffset now)
    {
        try
        {
            using var zip = ZipFile.OpenRead(path);
            if (Sums(zip) is not { } sums || !IsWhole(zip, sums)) { return new Sentence("restore.damaged", path); }
            SqliteConnection.ClearAllPools(); // a connection that is kept open would go on writing to what is set aside
            var there = Directory.EnumerateFileSystemEntries(data.Path).Where(place => !place.EndsWith(".lock", StringComparison.Ordinal)).ToList();
            if (there.Count > 0 && !force) { return new Sentence("restore.notEmpty", data.Path); }
            using (Alone())
            {
                Unpack(zip, sums.Keys);
                SetAside(there, now);
                foreach (var place in Directory.EnumerateFileSystemEntries(data.File(Unpacked))) { Directory.Move(place, data.File(Path.GetFileName(place))); }
                Directory.Delete(data.File(Unpacked));
            }
            return null;
        }
        catch (AtWorkException) { return new Sentence("restore.atWork", data.Path); }
        catch (InvalidDataException) { return new Sentence("restore.damaged", path); }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException) { return new Sentence("restore.failed", e.Message); }
    }

    /// <summary>Name → sum; null when there are none.</summary>
    private static Dictionary<string, string>? Sums(ZipArchive zip)
    {
        if (zip.GetEntry(Backup.Sums) is not { } manifest) { return null; }
        using var reader = new StreamReader(manifest.Open());
        var sums = new Dictionary<string, string>(StringComparer.Ordinal);
        while (reader.ReadLine() is { } line)
        {
            if (!LinePattern().IsMatch(line) || !sums.TryAdd(line[66..], line[..64])) { return null; }
        }
        return sums;
    }

    /// <summary>The files of the list and no others, each as it was, and none that would land elsewhere.</summary>
    private bool IsWhole(ZipArchive zip, Dictionary<string, string> sums)
    {
        var names = zip.Entries.Select(e => e.FullName).Where(name => name != Backup.Sums).ToList();
        var home = data.Path + Path.DirectorySeparatorChar;
        return names.Count == sums.Count && names.All(name => sums.ContainsKey(name) && !name.Contains('\\', StringComparison.Ordinal) && Path.GetFullPath(data.File(name)).StartsWith(home, StringComparison.Ordinal))
            && sums.All(s => Sum(zip, s.Key) == s.Value);
    }

    private static string Sum(ZipArchive zip, string name)
    {
        using var entry = zip.GetEntry(name)!.Open();
        return Backup.Summed(entry, Stream.Null);
    }

    private void Unpack(ZipArchive zip, IEnumerable<string> names)
    {
        var folder = data.File(Unpacked);
        if (Directory.Exists(folder)) { Directory.Delete(folder, recursive: true); } // left by a restore that was cut short
        DurableFile.MakeFolder(folder);
        foreach (var name in names)
        {
            var place = Path.Combine(folder, name);
            DurableFile.MakeFolder(Path.GetDirectoryName(place)!);
            using var entry = zip.GetEntry(name)!.Open();
            DurableFile.Write(place, entry.CopyTo);
        }
    }

    private void SetAside(List<string> there, DateTimeOffset now)
    {
        if (there.Count == 0) { return; }
        var aside = data.File(Before + now.ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture));
        DurableFile.MakeFolder(aside);
        foreach (var place in there.Where(place => !Path.GetFileName(place).StartsWith(Before, StringComparison.Ordinal) && Path.GetFileName(place) != Unpacked))
        {
            Directory.Move(place, Path.Combine(aside, Path.GetFileName(place)));
        }
    }

    /// <summary>Nobody works in the folder, and nobody begins to.</summary>
    private FileStream Alone()
    {
        try { return new FileStream(data.File(FileLock.AtWork), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None); }
        catch (IOException e) { throw new AtWorkException(e); }
    }

    [GeneratedRegex("^[0-9a-f]{64}  [^/].*$")]
    private static partial Regex LinePattern();

    private sealed class AtWorkException(IOException cause) : Exception(cause.Message, cause);
}
