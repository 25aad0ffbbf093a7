using Microsoft.Extensions.Configuration;

namespace LearningCity.Docs.Tests;

public sealed class DataFolderTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("learningcity-data-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public void FolderThatIsMissing_IsMadeForItsOwnerAlone()
    {
        var data = DataFolder.Open(Settings(Path.Combine(folder.FullName, "dữ liệu")));
        data.Path.ShouldBe(Path.Combine(folder.FullName, "dữ liệu"));
        data.File("a").ShouldBe(Path.Combine(data.Path, "a"));
        if (!OperatingSystem.IsWindows()) { File.GetUnixFileMode(data.Path).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute); }
    }

    [Fact]
    public void FolderInIt_IsFoundWithoutMakingAny()
    {
        var settings = Settings(Path.Combine(folder.FullName, "dữ liệu"));
        DataFolder.FindFolder(settings, "documents").ShouldBeNull();
        Directory.Exists(Path.Combine(folder.FullName, "dữ liệu")).ShouldBeFalse();
        var made = Directory.CreateDirectory(Path.Combine(folder.FullName, "dữ liệu", "documents"));
        DataFolder.FindFolder(settings, "documents").ShouldBe(made.FullName);
        Should.Throw<SettingException>(() => DataFolder.FindFolder(Settings("data"), "documents")).Why.Key.ShouldBe("data.notAbsolute");
    }

    [Fact]
    public void RelativePath_IsRefused() => Should.Throw<SettingException>(() => DataFolder.Open(Settings("data"))).Why.Key.ShouldBe("data.notAbsolute");

    [Fact]
    public void PlaceThatIsAFile_IsRefused()
    {
        var file = Path.Combine(folder.FullName, "tệp");
        File.WriteAllText(file, "");
        Should.Throw<SettingException>(() => DataFolder.Open(Settings(file))).Why.Key.ShouldBe("data.notMade");
    }

    private static IConfiguration Settings(string path) => new ConfigurationBuilder().AddInMemoryCollection([new("Data:Folder", path)]).Build();
}
