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
        var path = settings[Setting] is { Length: > 0 } set ? set : Usual();
        if (!System.IO.Path.IsPathFullyQualified(path)) { throw new SettingException(new Sentence("data.notAbsolute", Setting, path)); }
        try
        {
            if (OperatingSystem.IsWindows()) { Directory.CreateDirectory(path); }
            else { Directory.CreateDirectory(path, OwnerOnly); }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException) { throw new SettingException(new Sentence("data.notMade", Setting, path, e.Message)); }
        return new DataFolder(path);
    }

    /// <summary>The full path of a file in it.</summary>
    public string File(string name) => System.IO.Path.Combine(Path, name);

    /// <summary>Per user: <c>~/.local/share/LearningCity.Docs</c>, on Windows <c>%LOCALAPPDATA%\LearningCity.Docs</c>. A user without a home has none.</summary>
    private static string Usual()
    {
        var user = Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify);
        return user.Length > 0 ? System.IO.Path.Combine(user, "LearningCity.Docs") : throw new SettingException(new Sentence("data.noHome", Setting));
    }
}
