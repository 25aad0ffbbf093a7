using System.Globalization;
using System.Security.Cryptography;
using LearningCity.Docs.Storage;

namespace LearningCity.Docs.Submissions;

/// <summary>A folder, of this machine or of the network: the default. A dossier appears in it whole or not at all; one of the same name and other content stays, and the new one is a version beside it.</summary>
internal sealed class FolderDestination(string folder, TimeProvider clock) : IDestination
{
    private const string Lock = ".learningcity.lock";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    public Sentence Where { get; } = new("submission.where.folder", Path.GetFileName(Path.TrimEndingDirectorySeparator(folder)));

    public async Task<Delivery> DeliverAsync(Parcel parcel, CancellationToken cancelled)
    {
        try
        {
            var place = Path.GetFullPath(Path.Combine(folder, parcel.Name));
            var home = Path.GetDirectoryName(place)!;
            DurableFile.MakeFolder(home);
            // Two processes must not both find the same name free.
            using var alone = await FileLock.TakeAsync(Path.Combine(folder, Lock), Patience, clock, cancelled);
            foreach (var name in Versions(Path.GetFileNameWithoutExtension(place), Path.GetExtension(place)))
            {
                var version = Path.Combine(home, name);
                if (!File.Exists(version)) { Copy(parcel, version, Path.Combine(folder, $".{parcel.Key}{DurableFile.Unfinished}")); }
                else if (!await IsSameAsync(version, parcel, cancelled)) { continue; }
                return new Delivery.Delivered(Path.GetRelativePath(folder, version).Replace('\\', '/'));
            }
            throw new System.Diagnostics.UnreachableException();
        }
        catch (UnauthorizedAccessException) { return new Delivery.Retry(null, new Sentence("submission.folder.denied")); }
        catch (IOException) { return new Delivery.Retry(null, new Sentence("submission.folder.failed")); }
    }

    private static IEnumerable<string> Versions(string name, string ending)
    {
        yield return name + ending;
        for (var version = 2; ; version++) { yield return name + "-" + version.ToString(CultureInfo.InvariantCulture) + ending; }
    }

    /// <param name="beside">The same in every attempt: what a killed one left is written over.</param>
    private static void Copy(Parcel parcel, string place, string beside) => DurableFile.Write(place, file =>
    {
        using var dossier = parcel.Open();
        dossier.CopyTo(file);
    }, beside);

    private static async Task<bool> IsSameAsync(string place, Parcel parcel, CancellationToken cancelled)
    {
        if (new FileInfo(place).Length != parcel.Size) { return false; }
        await using var there = File.OpenRead(place);
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(there, cancelled)) == parcel.Sha256;
    }
}
