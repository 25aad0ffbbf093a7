namespace LearningCity.Docs.Pdf;

/// <summary>Where LibreOffice is: named by the setting, else on the PATH, else where its installers put it.</summary>
internal static class LibreOfficeProgram
{
    /// <summary>On Windows <c>soffice.com</c> is the one that waits for its end.</summary>
    private static readonly ImmutableArray<string> Names = OperatingSystem.IsWindows() ? ["soffice.com", "soffice.exe"] : ["soffice", "libreoffice"];

    private static readonly ImmutableArray<string> UsualFolders = OperatingSystem.IsWindows()
        ? [Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.ProgramFiles), "LibreOffice", "program")]
        : ["/Applications/LibreOffice.app/Contents/MacOS", "/usr/lib/libreoffice/program", "/opt/libreoffice/program"];

    /// <param name="setting">The program's path; null or empty to look for it. One that is set and not there is not replaced by another.</param>
    public static string? Find(string? setting)
    {
        if (!string.IsNullOrWhiteSpace(setting)) { return File.Exists(setting) ? Path.GetFullPath(setting) : null; }
        var path = Environment.GetEnvironmentVariable("PATH") ?? "";
        // A relative entry would find a program in whatever folder the user stands in.
        var folders = path.Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Where(Path.IsPathFullyQualified).Concat(UsualFolders);
        return folders.SelectMany(folder => Names.Select(name => Path.Combine(folder, name))).FirstOrDefault(File.Exists);
    }
}
