namespace LearningCity.Docs.Tests.AddIn;

public class CatalogFileTests
{
    /// <summary>The registry editor reads a file without a mark as the machine's old code page, and is told the same GUID twice.</summary>
    [Fact]
    public void RegistryTemplate_IsReadTheSameOnEveryMachine()
    {
        var text = File.ReadAllText(Repository.Path("deploy", "add-in-catalog.reg"));
        text.ShouldStartWith("Windows Registry Editor Version 5.00\r\n\r\n");
        text.ShouldAllBe(c => char.IsAscii(c));
        text.Replace("\r\n", "", StringComparison.Ordinal).ShouldNotContain("\n");
        text.ShouldContain("""[HKEY_CURRENT_USER\Software\Microsoft\Office\16.0\WEF\TrustedCatalogs\{GUID}]""");
        text.ShouldContain("\"Id\"=\"{GUID}\"\r\n\"Url\"=\"\\\\\\\\SERVER\\\\FOLDER\"\r\n\"Flags\"=dword:00000001\r\n");
    }
}
