using LearningCity.Docs.Access;
using Microsoft.Extensions.Configuration;

namespace LearningCity.Docs.Tests.Access;

public sealed class SigningKeysTests : IDisposable
{
    private static readonly DateTimeOffset Now = new(2025, 5, 12, 3, 0, 0, TimeSpan.Zero);

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("learningcity-keys-");
    private readonly DataFolder data;
    private readonly SigningKeys keys;

    public SigningKeysTests()
    {
        data = DataFolder.Open(new ConfigurationBuilder().AddInMemoryCollection([new("Data:Folder", folder.FullName)]).Build());
        keys = new SigningKeys(data);
    }

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public void FirstKey_IsMadeOnceAndForTheOwnerAlone()
    {
        var first = keys.Current(Now).KeyId;
        new SigningKeys(data).Current(Now).KeyId.ShouldBe(first);
        if (!OperatingSystem.IsWindows()) { File.GetUnixFileMode(data.File("keys.json")).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite); }
    }

    [Fact]
    public void RotatedKey_ProvesWhatItSignedUntilThatHasEnded()
    {
        var old = keys.Current(Now).KeyId;
        var made = new SigningKeys(data).Rotate(Now, revoke: false);
        keys.Current(Now).KeyId.ShouldBe(made);
        keys.Find(made, Now).ShouldNotBeNull();
        keys.Find(old, Now + AccountTokens.LongestLife - TimeSpan.FromSeconds(1)).ShouldNotBeNull();
        keys.Find(old, Now + AccountTokens.LongestLife).ShouldBeNull();
    }

    [Fact]
    public void RevokedKey_ProvesNothing()
    {
        var old = keys.Current(Now).KeyId;
        keys.Rotate(Now, revoke: true);
        keys.Find(old, Now).ShouldBeNull();
        File.ReadAllText(data.File("keys.json")).ShouldNotContain(old);
    }

    [Fact]
    public void SpentKey_IsThrownAwayAtTheNextRotation()
    {
        var old = keys.Current(Now).KeyId;
        keys.Rotate(Now, revoke: false);
        keys.Rotate(Now + AccountTokens.LongestLife, revoke: false);
        File.ReadAllText(data.File("keys.json")).ShouldNotContain(old);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("keys.json")]
    [InlineData("../keys.json")]
    public void KeyIdThatIsNone_FindsNothing(string? id)
    {
        keys.Current(Now);
        keys.Find(id, Now).ShouldBeNull();
    }
}
