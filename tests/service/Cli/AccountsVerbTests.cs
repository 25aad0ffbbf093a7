using System.Net.Http.Headers;
using System.Text.Json;
using LearningCity.Docs.Access;
using LearningCity.Docs.Tests.Http;
using LearningCity.Docs.Tests.Support;
using Microsoft.Extensions.Configuration;

namespace LearningCity.Docs.Tests.Cli;

/// <summary><c>accounts</c>, <c>keys</c> and <c>token</c>: what they write, the service lets in.</summary>
public sealed class AccountsVerbTests : IDisposable
{
    private const string Password = "mật khẩu đủ dài";
    private static readonly Lazy<Desk> Desk = new(() => TestDesk.Open());

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("learningcity-verbs-");
    private readonly IConfiguration settings;

    public AccountsVerbTests() => settings = new ConfigurationBuilder().AddInMemoryCollection([new("Data:Folder", folder.FullName)]).Build();

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task AccountIsAddedListedAndRemoved()
    {
        (await Run("accounts", "list")).Words.ShouldContain("Chưa có tài khoản");
        (await Type(Password, "accounts", "add", "an.nguyen", "--role", "Editor")).Exit.ShouldBe(0);
        (await Type(Password, "accounts", "add", "bình")).Exit.ShouldBe(0);
        var list = await Run("accounts", "list");
        list.Words.ShouldContain("an.nguyen: người lập văn bản");
        list.Words.ShouldContain("bình: người xem");
        (await Run("accounts", "remove", "bình")).Exit.ShouldBe(0);
        var left = JsonDocument.Parse((await Run("accounts", "list", "--json")).Data).RootElement.EnumerateArray().ShouldHaveSingleItem();
        left.GetProperty("name").GetString().ShouldBe("an.nguyen");
        left.GetProperty("role").GetString().ShouldBe("editor");
        left.GetProperty("locked").GetBoolean().ShouldBeFalse();
    }

    [Fact]
    public async Task RoleAndPassword_AreChanged()
    {
        await Type(Password, "accounts", "add", "an.nguyen");
        (await Run("accounts", "role", "an.nguyen", "--role", "admin")).Exit.ShouldBe(0);
        (await Type("một mật khẩu mới", "accounts", "password", "an.nguyen")).Exit.ShouldBe(0);
        var account = Book.SignIn("an.nguyen", "một mật khẩu mới", DateTimeOffset.UnixEpoch).ShouldNotBeNull();
        account.Role.ShouldBe(Role.Admin);
    }

    [Fact]
    public async Task LockedAccount_IsShownAndUnlocked()
    {
        await Type(Password, "accounts", "add", "an.nguyen");
        for (var i = 0; i < AccountBook.FailuresAllowed; i++) { Book.SignIn("an.nguyen", "sai", IRealm.Now); }
        (await Run("accounts", "list")).Words.ShouldContain("tạm khóa");
        (await Run("accounts", "unlock", "an.nguyen")).Exit.ShouldBe(0);
        (await Run("accounts", "list")).Words.ShouldNotContain("tạm khóa");
    }

    [Theory]
    [InlineData("Tài khoản", "accounts", "add", "hai chữ")]
    [InlineData("mật khẩu", "accounts", "add", "an.nguyen")] // an empty line
    [InlineData("ông chủ", "accounts", "add", "an.nguyen", "--role", "ông chủ")]
    [InlineData("7", "accounts", "add", "an.nguyen", "--role", "7")]
    [InlineData("--role", "accounts", "role", "an.nguyen")]
    [InlineData("nobody", "accounts", "unlock", "nobody")]
    [InlineData("nobody", "token", "create", "--account", "nobody")]
    [InlineData("add|list|role|password|unlock|remove", "accounts")]
    public async Task WhatCannotBe_Exits2AndSaysWhy(string why, params string[] args)
    {
        var run = await Type(why == "mật khẩu" ? "\n" : Password, args);
        run.Exit.ShouldBe(2);
        run.Words.ShouldContain(why, Case.Insensitive);
        Book.All.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("0")]
    [InlineData("721")]
    public async Task TokenForTooLong_IsNotIssued(string hours)
    {
        await Type(Password, "accounts", "add", "an.nguyen");
        var run = await Run("token", "create", "--account", "an.nguyen", "--hours", hours);
        (run.Exit, run.Data).ShouldBe((2, ""));
    }

    [Fact]
    public async Task Token_OpensTheServiceUntilTheKeyIsRevoked()
    {
        await Type(Password, "accounts", "add", "an.nguyen");
        var run = await Run("token", "create", "--account", "an.nguyen", "--hours", "720");
        run.Exit.ShouldBe(0);
        var app = new DocsApplication(TestDesk.Open(), [("Access:Mode", "Accounts"), ("Data:Folder", folder.FullName)]);
        await app.InitializeAsync();
        try
        {
            app.Client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", run.Data.Trim());
            (await DocsApplication.Json(await app.Client.GetAsync("/api/me"))).GetProperty("name").GetString().ShouldBe("an.nguyen");
            (await Run("keys", "rotate")).Exit.ShouldBe(0);
            (await app.Client.GetAsync("/api/me")).IsSuccessStatusCode.ShouldBeTrue();
            (await Run("keys", "rotate", "--revoke")).Exit.ShouldBe(0);
            await DocsApplication.ShouldBeProblem(await app.Client.GetAsync("/api/me"), 401, "access.tokenRefused");
        }
        finally { await app.DisposeAsync(); }
    }

    private AccountBook Book => new(DataFolder.Open(settings));

    private Task<CommandRun> Run(params string[] args) => Type("", args);

    private Task<CommandRun> Type(string typed, params string[] args) => CommandRun.Of(Desk, settings, typed, args);
}
