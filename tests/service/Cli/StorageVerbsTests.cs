using System.Text.Json;
using LearningCity.Docs.Storage;
using LearningCity.Docs.Submissions;
using LearningCity.Docs.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.Docs.Tests.Cli;

/// <summary>The verbs over a data folder, as a clerk on the server uses them beside the running service.</summary>
public class StorageVerbsTests
{
    private static readonly Lazy<Desk> Desk = new(() => TestDesk.Open());

    [Fact]
    public async Task Submissions_AreListedAndReturned()
    {
        await using var test = await TestStore.OpenAsync();
        var id = await test.SubmitAsync("k1");
        var listed = await Run(test, "submissions", "list", "--json");
        JsonDocument.Parse(listed.Data).RootElement[0].GetProperty("state").GetString().ShouldBe("accepted");
        var returned = await Run(test, "submissions", "return", id, "--reason", "Thiếu  minh chứng");
        returned.ShouldBe(new CommandRun(0, "", $"{id}  trả lại  {TestStore.Agency}, năm 2024, phu-luc-iiib  Thiếu minh chứng\n", null));
        (await Run(test, "submissions", "return", id, "--reason", "x")).ShouldBe(new CommandRun(2, "", "Hồ sơ này đã được trả lại.\n", null));
        (await Run(test, "submissions", "retry", id)).Words.ShouldBe("Hồ sơ này không chờ chuyển lại.\n");
        (await Run(test, "submissions", "return", "none", "--reason", "x")).ShouldBe(new CommandRun(2, "", "Không có hồ sơ đã nộp mang mã “none”.\n", null));
        (await test.Trail.RowsAsync().LastAsync()).Person.ShouldBe("command-line");
    }

    [Fact]
    public async Task Retry_MakesAWaitingOneDue()
    {
        await using var test = await TestStore.OpenAsync();
        var id = await test.SubmitAsync("k1");
        await test.Outbox().ClaimAsync();
        await test.Outbox().SettleAsync(id, new Delivery.Retry(TimeSpan.FromDays(4000), new Sentence("submission.folder.denied")));
        (await Run(test, "submissions", "retry", id)).Exit.ShouldBe(0);
        (await test.Book.FindAsync(id, null))!.DueAt!.Value.ShouldBeLessThanOrEqualTo(TimeProvider.System.GetUtcNow());
    }

    [Fact]
    public async Task Audit_IsListedAndProved()
    {
        await using var test = await TestStore.OpenAsync();
        for (var i = 0; i < 3; i++) { await test.Trail.WriteAsync(new AuditEntry("account:an", "paper.make", "bao-cao", new string('f', 64), AuditEntry.Done)); }
        var rows = JsonDocument.Parse((await Run(test, "audit", "list", "--json")).Data).RootElement;
        rows.GetArrayLength().ShouldBe(3);
        rows[1].EnumerateObject().Select(p => p.Name).ShouldBe(["sequence", "at", "person", "act", "subject", "fileHash", "outcome", "hash"]);
        (await Run(test, "audit", "list")).Words.ShouldStartWith("1  2025-05-12 05:00:00Z  account:an  paper.make  done  bao-cao  ffff");
        (await Run(test, "audit", "verify")).Exit.ShouldBe(0);
        await using (var tables = test.Store.Open()) { await tables.Database.ExecuteSqlRawAsync("DROP TRIGGER \"Audit_NoUpdate\"; UPDATE \"Audit\" SET \"Person\" = 'x' WHERE \"Sequence\" = 2;"); }
        (await Run(test, "audit", "verify")).ShouldBe(new CommandRun(1, "", "Nhật ký hỏng từ dòng 2: nội dung đã bị sửa: không khớp mã băm của chính dòng đó.\n", null));
        JsonDocument.Parse((await Run(test, "audit", "verify", "--json")).Data).RootElement.GetProperty("broken").GetInt64().ShouldBe(2);
    }

    [Fact]
    public async Task ActsOfAdministration_AreInTheTrail()
    {
        var folder = TestFolders.New();
        async Task Type(params string[] args) => (await CommandRun.Of(Desk, TestFolders.Settings(folder), "mật khẩu rất dài\nmật khẩu rất dài\n", args)).Exit.ShouldBe(0);
        await Type("accounts", "add", "an.nguyen");
        await Type("accounts", "role", "an.nguyen", "--role", "admin");
        await Type("token", "create", "--account", "an.nguyen");
        await Type("keys", "rotate");
        await Type("accounts", "remove", "an.nguyen");
        (await CommandRun.Of(Desk, folder, ["accounts", "remove", "an.nguyen"])).Exit.ShouldBe(2);
        var listed = (await CommandRun.Of(Desk, folder, ["audit", "list", "--json"])).Data;
        listed.ShouldNotContain("an.nguyen");
        var rows = JsonDocument.Parse(listed).RootElement.EnumerateArray().ToList();
        rows.Select(r => r.GetProperty("act").GetString()).ShouldBe(["account.add", "account.role", "token.create", "keys.rotate", "account.remove"]);
        rows[4].GetProperty("subject").GetString().ShouldBe(rows[0].GetProperty("subject").GetString());
        rows[0].GetProperty("subject").GetString().ShouldStartWith("account:");
    }

    [Fact]
    public async Task BackupAndRestore_GoRound()
    {
        await using var test = await TestStore.OpenAsync();
        var id = await test.SubmitAsync("k1");
        var zip = TestFolders.New() + ".zip";
        (await Run(test, "backup", zip)).Exit.ShouldBe(0);
        var folder = TestFolders.New();
        (await CommandRun.Of(Desk, folder, ["restore", zip])).Exit.ShouldBe(0);
        (await CommandRun.Of(Desk, folder, ["submissions", "list"])).Words.ShouldStartWith(id);
        (await CommandRun.Of(Desk, folder, ["restore", zip])).Words.ShouldStartWith("Không phục hồi: thư mục dữ liệu");
        (await CommandRun.Of(Desk, folder, ["restore", zip, "--force"])).Exit.ShouldBe(0);
        JsonDocument.Parse((await CommandRun.Of(Desk, folder, ["audit", "list", "--json"])).Data).RootElement.EnumerateArray().Select(r => r.GetProperty("act").GetString()).ShouldBe(["submission.accept", "backup", "restore"]);
        (await CommandRun.Of(Desk, folder, ["restore", zip + ".none"])).Exit.ShouldBe(2);
    }

    [Theory]
    [InlineData("submissions", "list")]
    [InlineData("audit", "verify")]
    [InlineData("backup", "/nowhere/x.zip")]
    public async Task WithoutData_SaysSoAndMakesNone(params string[] verb)
    {
        var folder = TestFolders.New();
        var run = await CommandRun.Of(Desk, folder, verb);
        run.Exit.ShouldBe(2);
        run.Words.ShouldBe($"Chưa có dữ liệu: không thấy {Path.Combine(folder, Store.SqliteFile)}.\n");
        Directory.EnumerateFileSystemEntries(folder).ShouldBeEmpty();
    }

    [Fact]
    public async Task Check_ComparesWithLastYearWhenAskedTo()
    {
        await using var test = await TestStore.OpenAsync();
        await test.SubmitAsync("k1");
        var file = TestFolders.New() + ".xlsx";
        await File.WriteAllBytesAsync(file, TestDesk.Right());
        (await Run(test, "check", file, "--unit", "UỶ BAN NHÂN DÂN huyện An Bình", "--year", "2025")).Words.ShouldContain("LC4001");
        (await Run(test, "check", file)).Words.ShouldNotContain("LC4");
        var none = await Run(test, "check", file, "--unit", "UBND huyện khác", "--year", "2025");
        none.Exit.ShouldBe(0);
        none.Words.ShouldStartWith("Chưa có biểu năm 2024 đã nộp của “UBND huyện khác”");
        (await Run(test, "check", file, "--unit", "x")).Exit.ShouldBe(2);
        (await CommandRun.Of(Desk, TestFolders.New(), ["check", file, "--unit", "x", "--year", "2025"])).Exit.ShouldBe(0);
    }

    /// <summary>No stack trace, no waiting: one line and exit 2.</summary>
    [Theory]
    [InlineData("Data:Folder", "/proc/learningcity", "Không tạo được thư mục dữ liệu /proc/learningcity")]
    [InlineData("Storage:KeepSubmissionsDays", "mãi", "Thiết lập Storage:KeepSubmissionsDays phải là số ngày")]
    [InlineData("Submissions:Folder", "hồ sơ", "Thiết lập Submissions:Folder phải là đường dẫn đầy đủ")]
    [InlineData("ConnectionStrings:Postgres", "Host=/nowhere;Database=x;Username=y", "Không dùng được cơ sở dữ liệu PostgreSQL /nowhere/x")]
    public async Task ServiceThatCannotKeepAnything_DoesNotStart(string setting, string value, string said)
    {
        if (!OperatingSystem.IsLinux() && setting == "Data:Folder") { return; }
        var (exit, words) = await RunningService.RunAsync(["serve", "--urls", "http://127.0.0.1:0"], ("Data:Folder", TestFolders.New()), (setting, value));
        words.ShouldStartWith(said);
        words.TrimEnd().Split('\n').Length.ShouldBe(1);
        exit.ShouldBe(2);
    }

    private static Task<CommandRun> Run(TestStore test, params string[] args) => CommandRun.Of(Desk, test.Data.Path, args);
}
