namespace LearningCity.Docs.Storage;

/// <summary>The dossiers that were accepted, one file each in the data folder, named by their submission.</summary>
internal sealed class DossierFiles(DataFolder data)
{
    public const string Folder = "dossiers";

    private readonly string folder = data.File(Folder);

    /// <summary>On the disk when it returns.</summary>
    public void Write(string submission, ReadOnlyMemory<byte> dossier)
    {
        DurableFile.MakeFolder(folder);
        DurableFile.Write(Place(submission), dossier);
    }

    public Stream Open(string submission) => new FileStream(Place(submission), FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);

    /// <summary>Nothing happens when it is gone already.</summary>
    public void Delete(string submission)
    {
        if (Directory.Exists(folder)) { File.Delete(Place(submission)); }
    }

    /// <summary>Files begun before this time that never became a submission: their process was killed in between.</summary>
    public IEnumerable<string> Before(DateTimeOffset time) => Directory.Exists(folder)
        ? new DirectoryInfo(folder).EnumerateFiles().Where(f => f.LastWriteTimeUtc < time.UtcDateTime).Select(f => f.Name)
        : [];

    public void DeleteFile(string name) => File.Delete(Path.Combine(folder, name));

    public static string Name(string submission) => submission + ".zip";

    private string Place(string submission) => Path.Combine(folder, Name(submission));
}
