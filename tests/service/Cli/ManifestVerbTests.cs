using System.Xml.Linq;
using LearningCity.Docs.Tests.AddIn;

namespace LearningCity.Docs.Tests.Cli;

public sealed class ManifestVerbTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("learningcity-cli-");

    private string Output => Path.Combine(folder.FullName, "manifest.xml");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task Origin_IsStampedWithTheProgramsVersion()
    {
        var run = await Run("--origin", "https://hoctap.badinh.gov.vn/", "-o", Output);
        run.Exit.ShouldBe(0);
        run.Data.ShouldBeEmpty();
        run.Words.ShouldContain("địa chỉ https://hoctap.badinh.gov.vn\n");
        var manifest = XElement.Load(Output);
        ManifestRules.Faults(manifest).ShouldBeEmpty();
        manifest.Descendants(ManifestRules.App + "AppDomain").Single().Value.ShouldBe("https://hoctap.badinh.gov.vn");
        manifest.Element(ManifestRules.App + "Version")!.Value.ShouldBe(typeof(Desk).Assembly.GetName().Version!.ToString(4));
        manifest.Descendants(ManifestRules.Overrides + "WebApplicationInfo").ShouldBeEmpty();
    }

    [Fact]
    public async Task ClientId_AddsSignInAtTheEnd()
    {
        (await Run("--origin", "https://a.vn:8443", "--client-id", "{1F4D9FA7-4E99-4977-93BA-3ED3F3600FFF}", "-o", Output)).Exit.ShouldBe(0);
        var last = XElement.Load(Output).Descendants(ManifestRules.Overrides + "VersionOverrides").Single().Elements().Last();
        last.Name.LocalName.ShouldBe("WebApplicationInfo");
        last.Element(ManifestRules.Overrides + "Resource")!.Value.ShouldBe("api://a.vn:8443/1f4d9fa7-4e99-4977-93ba-3ed3f3600fff");
    }

    [Theory]
    [InlineData("“http://a.vn” không dùng https.", "--origin", "http://a.vn")]
    [InlineData("“https://a.vn/docs” có nhiều hơn tên máy và cổng.", "--origin", "https://a.vn/docs")]
    [InlineData("“a.vn” không phải địa chỉ của dịch vụ.", "--origin", "a.vn")]
    [InlineData("Lệnh còn thiếu --origin https://HOST[:PORT].")]
    [InlineData("Không dùng được “abc” cho --client-id; phải là GUID.", "--origin", "https://a.vn", "--client-id", "abc")]
    public async Task WrongCommand_Exits2AndLeavesTheExistingFile(string expected, params string[] args)
    {
        File.WriteAllText(Output, "cũ");
        var run = await Run([.. args, "-o", Output]);
        run.Exit.ShouldBe(2);
        run.Words.ShouldStartWith(expected);
        File.ReadAllText(Output).ShouldBe("cũ");
        folder.GetFileSystemInfos().Length.ShouldBe(1);
    }

    [Fact]
    public async Task Output_WithoutAPlace_Exits2() => (await Run("--origin", "https://a.vn", "-o", Path.Combine(folder.FullName, "không có", "m.xml"))).Exit.ShouldBe(2);

    /// <summary>It needs no form, so it does not wait for them.</summary>
    private static Task<CommandRun> Run(params string[] args) => CommandRun.Of(new Lazy<Desk>(() => throw new InvalidOperationException("The forms were loaded.")), ["manifest", .. args]);
}
