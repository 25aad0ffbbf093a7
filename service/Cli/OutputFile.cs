namespace LearningCity.Docs.Cli;

/// <summary>A file that is written whole or not at all: beside its place first, then renamed over what was there.</summary>
internal static class OutputFile
{
    /// <summary>Null when it is written; else why not.</summary>
    public static Sentence? Write(string path, ReadOnlySpan<byte> bytes)
    {
        var place = Path.GetFullPath(path);
        if (Directory.Exists(place) || place.StartsWith("/dev/", StringComparison.Ordinal)) { return new Sentence("cli.output.notAFile", path); }
        try
        {
            // Through a link the file that it points to is replaced, not the link.
            if (File.Exists(place)) { place = File.ResolveLinkTarget(place, returnFinalTarget: true)?.FullName ?? place; }
            Replace(place, bytes);
            return null;
        }
        catch (DirectoryNotFoundException) { return new Sentence("cli.output.noFolder", path); }
        catch (UnauthorizedAccessException) { return new Sentence("cli.output.denied", path); }
        catch (IOException e) { return new Sentence("cli.output.failed", path, e.Message); }
    }

    private static void Replace(string place, ReadOnlySpan<byte> bytes)
    {
        var beside = Path.Combine(Path.GetDirectoryName(place)!, $".{Path.GetFileName(place)}.{Guid.NewGuid():N}.tmp");
        try
        {
            using (var file = new FileStream(beside, FileMode.CreateNew, FileAccess.Write, FileShare.None))
            {
                file.Write(bytes);
                file.Flush(flushToDisk: true);
            }
            File.Move(beside, place, overwrite: true);
        }
        finally { File.Delete(beside); }
    }
}
