namespace LearningCity.Docs.Packages;

/// <summary>A file of this machine, named by its path → its bytes, or the finding that says why there are none.</summary>
internal static class InputFile
{
    public static Finding? Read(string path, out ReadOnlyMemory<byte> bytes)
    {
        bytes = default;
        try
        {
            if (Directory.Exists(path)) { return NotOpened("folder"); }
            using var file = File.OpenRead(path);
            // What the guard would refuse by its size is not read at all.
            if (file.Length > PackageLimits.Default.FileBytes)
            {
                return new Finding(FindingCatalog.LC1005_FileTooLarge, Location.File, PartInflater.Megabytes(file.Length), PartInflater.Megabytes(PackageLimits.Default.FileBytes));
            }
            var read = new byte[file.Length];
            file.ReadExactly(read);
            bytes = read;
            return null;
        }
        catch (FileNotFoundException) { return NotOpened("missing"); }
        catch (DirectoryNotFoundException) { return NotOpened("missing"); }
        catch (UnauthorizedAccessException) { return NotOpened("denied"); }
        catch (IOException) { return NotOpened("other"); }
    }

    private static Finding NotOpened(string why) => new(FindingCatalog.LC1000_FileNotOpened, Location.File, new Sentence("file.notOpened." + why));
}
