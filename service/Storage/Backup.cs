using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace LearningCity.Docs.Storage;

/// <summary>
/// Sao lưu: the data folder in one zip while the service runs: the database as of one moment, then the files (dossiers, keys, accounts, what lies in the usual folder for dossiers) and
/// the sums of all of them. A PostgreSQL database is not in it; its own tools copy that.
/// </summary>
internal sealed class Backup(Store store, DataFolder data)
{
    /// <summary>In the form of <c>sha256sum</c>.</summary>
    public const string Sums = "SHA256SUMS.txt";

    /// <summary>How many files are in it.</summary>
    /// <exception cref="IOException">The zip cannot be written.</exception>
    public int Write(string path)
    {
        var sums = new StringBuilder();
        var count = 0;
        var copy = data.File($"backup-{Guid.NewGuid():N}{DurableFile.Unfinished}");
        try
        {
            // The database first: a file that comes after is one too many, a row whose file is missing would be a loss.
            if (!store.IsPostgres) { store.CopyTo(copy); }
            DurableFile.Write(Path.GetFullPath(path), file =>
            {
                using var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true);
                if (!store.IsPostgres) { Add(zip, Store.SqliteFile, copy); }
                foreach (var name in Names(data.Path)) { Add(zip, name, data.File(name)); }
                using var manifest = zip.CreateEntry(Sums).Open();
                manifest.Write(Encoding.UTF8.GetBytes(sums.ToString()));
            });
        }
        finally { File.Delete(copy); }
        return count;

        void Add(ZipArchive zip, string name, string place)
        {
            FileStream source;
            try { source = new FileStream(place, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete); }
            catch (FileNotFoundException) { return; } // gone since it was listed, by the retention setting
            using (source)
            using (var target = zip.CreateEntry(name).Open())
            {
                sums.Append(Summed(source, target)).Append("  ").Append(name).Append('\n');
            }
            count++;
        }
    }

    /// <summary>Every file that is part of a backup, with <c>/</c> between folders: neither the database, which is copied on its own, nor what only a running process needs.</summary>
    public static IEnumerable<string> Names(string folder) => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
        .Select(place => Path.GetRelativePath(folder, place).Replace('\\', '/'))
        .Where(name => !name.StartsWith(Store.SqliteFile, StringComparison.Ordinal) && !name.StartsWith(Restore.Before, StringComparison.Ordinal)
            && !name.EndsWith(DurableFile.Unfinished, StringComparison.Ordinal) && !name.EndsWith(".lock", StringComparison.Ordinal))
        .Order(StringComparer.Ordinal);

    /// <summary>Copies to the end and answers the SHA-256 of what was copied.</summary>
    public static string Summed(Stream source, Stream target)
    {
        using var sum = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[128 * 1024];
        for (int read; (read = source.Read(buffer)) > 0;)
        {
            sum.AppendData(buffer, 0, read);
            target.Write(buffer, 0, read);
        }
        return Convert.ToHexStringLower(sum.GetHashAndReset());
    }
}
