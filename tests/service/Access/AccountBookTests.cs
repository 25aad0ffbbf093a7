using LearningCity.Docs.Access;
using Microsoft.Extensions.Configuration;

namespace LearningCity.Docs.Tests.Access;

public sealed class AccountBookTests : IDisposable
{
    private const string Right = "mật khẩu đủ dài";
    private static readonly DateTimeOffset Now = new(2025, 5, 12, 3, 0, 0, TimeSpan.Zero);

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("learningcity-book-");
    private readonly DataFolder data;
    private readonly AccountBook book;

    public AccountBookTests()
    {
        data = DataFolder.Open(new ConfigurationBuilder().AddInMemoryCollection([new("Data:Folder", folder.FullName)]).Build());
        book = new AccountBook(data);
        book.Add("hòa.nguyễn", Role.Editor, Right).ShouldBeNull();
    }

    public void Dispose() => folder.Delete(recursive: true);

    [Theory]
    [InlineData("hòa.nguyễn")]
    [InlineData("HÒA.NGUYỄN")]
    [InlineData("ho\u0300a.nguye\u0302\u0303n")] // decomposed, as macOS types it
    public void RightPassword_SignsIn(string name) => book.SignIn(name, Right, Now).ShouldNotBeNull().Person.Role.ShouldBe(Role.Editor);

    [Theory]
    [InlineData("hòa.nguyễn", "mật khẩu khác hẳn")]
    [InlineData("hòa.nguyễn", "")]
    [InlineData("nobody", Right)]
    [InlineData("", "")]
    public void WrongNameOrPassword_DoesNot(string name, string password) => book.SignIn(name, password, Now).ShouldBeNull();

    [Fact]
    public void FiveWrongPasswords_LockForAQuarterOfAnHour()
    {
        for (var i = 0; i < AccountBook.FailuresAllowed; i++) { book.SignIn("hòa.nguyễn", "wrong", Now); }
        book.SignIn("hòa.nguyễn", Right, Now).ShouldBeNull();
        book.SignIn("hòa.nguyễn", Right, Now + AccountBook.LockOut - TimeSpan.FromSeconds(1)).ShouldBeNull();
        book.SignIn("hòa.nguyễn", Right, Now + AccountBook.LockOut).ShouldNotBeNull();
    }

    [Fact]
    public void FourWrongPasswords_DoNotLockAndAreForgotten()
    {
        for (var round = 0; round < 2; round++)
        {
            for (var i = 0; i < AccountBook.FailuresAllowed - 1; i++) { book.SignIn("hòa.nguyễn", "wrong", Now); }
            book.SignIn("hòa.nguyễn", Right, Now).ShouldNotBeNull();
        }
    }

    [Fact]
    public void Unlock_LetsInAtOnce()
    {
        for (var i = 0; i < AccountBook.FailuresAllowed; i++) { book.SignIn("hòa.nguyễn", "wrong", Now); }
        book.Unlock("hòa.nguyễn").ShouldBeNull();
        book.SignIn("hòa.nguyễn", Right, Now).ShouldNotBeNull();
    }

    [Fact]
    public void NewPassword_ReplacesTheOldAndItsTokens()
    {
        var before = book.Find("hòa.nguyễn")!;
        book.SetPassword("hòa.nguyễn", "một mật khẩu mới").ShouldBeNull();
        book.SignIn("hòa.nguyễn", Right, Now).ShouldBeNull();
        book.SignIn("hòa.nguyễn", "một mật khẩu mới", Now).ShouldNotBeNull().Id.ShouldBe(before.Id);
        book.Find("hòa.nguyễn")!.Stamp.ShouldNotBe(before.Stamp);
    }

    [Fact]
    public void NameUsedAgain_IsAnotherPerson()
    {
        var before = book.Find("hòa.nguyễn")!;
        book.Remove("hòa.nguyễn").ShouldBeNull();
        book.SignIn("hòa.nguyễn", Right, Now).ShouldBeNull();
        book.Add("hòa.nguyễn", Role.Viewer, Right).ShouldBeNull();
        book.Find("hòa.nguyễn")!.Person.Key.ShouldNotBe(before.Person.Key);
    }

    [Theory]
    [InlineData("HÒA.nguyễn", Right, "accounts.taken")]
    [InlineData("a", Right, "accounts.badName")]
    [InlineData("hai chữ", Right, "accounts.badName")]
    [InlineData("../x", Right, "accounts.badName")]
    [InlineData("an.nguyen", "chín kýtự", "accounts.passwordLength")]
    [InlineData("an.nguyen", "An.Nguyen2025", "accounts.passwordIsName")]
    public void AccountThatCannotBe_IsRefused(string name, string password, string why) => book.Add(name, Role.Viewer, password).ShouldNotBeNull().Key.ShouldBe(why);

    [Fact]
    public void NameThatIsUnknown_CannotBeChanged()
    {
        book.Remove("x").ShouldNotBeNull().Key.ShouldBe("accounts.unknown");
        book.SetRole("x", Role.Admin).ShouldNotBeNull();
        book.SetPassword("x", Right).ShouldNotBeNull();
        book.Unlock("x").ShouldNotBeNull();
    }

    [Fact]
    public void AnotherProgramsChange_IsSeen()
    {
        new AccountBook(data).SetRole("hòa.nguyễn", Role.Admin).ShouldBeNull();
        book.Find("hòa.nguyễn")!.Role.ShouldBe(Role.Admin);
    }

    [Fact]
    public async Task ManyChangesAtOnce_AreAllKept()
    {
        await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Task.Run(() => new AccountBook(data).Add($"người.{i}", Role.Viewer, Right).ShouldBeNull())));
        book.All.Length.ShouldBe(9);
    }

    [Fact]
    public void File_IsTheOwnersAloneAndHoldsNoPassword()
    {
        File.ReadAllText(data.File("accounts.json")).ShouldNotContain(Right);
        if (OperatingSystem.IsWindows()) { return; }
        File.GetUnixFileMode(data.File("accounts.json")).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        File.SetUnixFileMode(data.File("accounts.json"), UnixFileMode.UserRead | UnixFileMode.GroupRead);
        Should.Throw<SettingException>(() => new AccountBook(data).All).Why.Key.ShouldBe("access.fileOpen");
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("""{"accounts": [{"id": "x"}]}""")]
    [InlineData("""{"accounts": [{"id": "x", "name": "x", "role": 7, "password": "", "stamp": "", "failures": 0, "lockedUntil": null}]}""")]
    public void FileThatIsBroken_IsSaidAndNotOverwritten(string content)
    {
        File.WriteAllText(data.File("accounts.json"), content); // keeps its mode
        Should.Throw<SettingException>(() => new AccountBook(data).All).Why.Key.ShouldBe("access.fileBroken");
        Should.Throw<SettingException>(() => new AccountBook(data).Add("an.nguyen", Role.Admin, Right));
        File.ReadAllText(data.File("accounts.json")).ShouldBe(content);
    }
}
