namespace LearningCity.Docs;

/// <summary>
/// Thư mục dữ liệu: where everything stands that the service keeps between two starts (setting <c>Data:Folder</c>). Made at first need, for the service's own user alone.
/// </summary>
internal sealed class DataFolder
{
    private const string Setting = "Data:Folder";
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    private DataFolder(string path) => Path = path;

    /// <summary>Absolute; it exists.</summary>
    public string Path { get; }

    /// <exception cref="SettingException">No place for it, or one that cannot be made.</exception>
    public static DataFolder Open(IConfiguration settings)
    {
        var path = Place(settings) ?? throw new SettingException(new Sentence("data.noHome", Setting));
        try
        {
            if (OperatingSystem.IsWindows()) { Directory.CreateDirectory(path); }
            else { Directory.CreateDirectory(path, OwnerOnly); }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException) { throw new SettingException(new Sentence("data.notMade", Setting, path, e.Message)); }
        return new DataFolder(path);
    }

    /// <summary>The full path of one of its folders; null where there is none yet. Nothing is made.</summary>
    /// <exception cref="SettingException">The setting is no absolute path.</exception>
    public static string? FindFolder(IConfiguration settings, string name) =>
        Place(settings) is { } path && System.IO.Path.Combine(path, name) is var folder && Directory.Exists(folder) ? folder : null;

    /// <summary>The full path of a file in it.</summary>
    public string File(string name) => System.IO.Path.Combine(Path, name);

    private static string? Place(IConfiguration settings)
    {
        if (settings[Setting] is not { Length: > 0 } path) { return Usual(); }
        return System.IO.Path.IsPathFullyQualified(path) ? path : throw new SettingException(new Sentence("data.notAbsolute", Setting, path));
    }

    /// <summary>Per user: <c>~/.local/share/LearningCity.Docs</c>, on Windows <c>%LOCALAPPDATA%\LearningCity.Docs</c>. Null for a user without a home.</summary>
    private static string? Usual()
    {
        var user = Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify);
        return user.Length > 0 ? System.IO.Path.Combine(user, "LearningCity.Docs") : null;
    }
}
