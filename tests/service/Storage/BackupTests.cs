using System.IO.Compression;
using System.Text;
using System.Threading.Channels;
using LearningCity.Docs.Storage;
using LearningCity.Docs.Submissions;
using LearningCity.Docs.Tests.Support;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.Docs.Tests.Storage;

public sealed class BackupTests : IDisposable
{
    private readonly DirectoryInfo elsewhere = Directory.CreateTempSubdirectory("lc-backup-");

    private string Zip => Path.Combine(elsewhere.FullName, "sao-lưu.zip");

    public void Dispose() => elsewhere.Delete(recursive: true);

    [Fact]
    public async Task Restored_IsAllThatWasBackedUp()
    {
        await using var test = await TestStore.OpenAsync();
        await File.WriteAllTextAsync(test.Data.File("khóa.json"), "bí mật");
        Directory.CreateDirectory(test.Data.File("documents"));
        await File.WriteAllTextAsync(test.Data.File("documents/to-trinh.docx"), "mẫu riêng");
        var id = await test.SubmitAsync("k1", "hồ sơ");
        new Backup(test.Store, test.Data).Write(Zip).ShouldBe(4);
        if (!OperatingSystem.IsWindows()) { File.GetUnixFileMode(Zip).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite); }

        await using var other = TestStore.Empty("sqlite");
        new Restore(other.Data).Run(Zip, force: false, TestStore.Noon).ShouldBeNull();
        await other.Store.MigrateAsync(TimeProvider.System);
        (await File.ReadAllTextAsync(other.Data.File("khóa.json"))).ShouldBe("bí mật");
        (await File.ReadAllTextAsync(other.Data.File("documents/to-trinh.docx"))).ShouldBe("mẫu riêng");
        if (!OperatingSystem.IsWindows()) { File.GetUnixFileMode(other.Data.File("khóa.json")).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite); }
        using (var file = new StreamReader(other.Files.Open(id))) { (await file.ReadToEndAsync()).ShouldBe("hồ sơ"); }
        (await other.Book.FindAsync(id, null)).ShouldNotBeNull().Papers.Length.ShouldBe(2);
        (await other.Trail.VerifyAsync()).ShouldBe(await test.Trail.VerifyAsync());
        (await other.Outbox().ClaimAsync()).ShouldNotBeNull().Id.ShouldBe(id);
    }

    /// <summary>What was accepted before it began is in it, file and row; what comes meanwhile may be, and never a row without its file.</summary>
    [Fact]
    public async Task BackupWhileOthersWrite_IsWhole()
    {
        await using var test = await TestStore.OpenAsync();
        var before = new List<string> { await test.SubmitAsync("k0") };
        using var other = test.Another();
        var intake = new Intake(other, test.Files, test.Signal, test.Clock);
        var accepted = Channel.CreateUnbounded<string>();
        using var stop = new CancellationTokenSource();
        var writing = Task.Run(async () =>
        {
            try
            {
                for (var i = 1; !stop.IsCancellationRequested; i++)
                {
                    var result = await intake.AcceptAsync(TestStore.An, $"k{i}", $"{i}", TestStore.Dossier(), new byte[1000]);
                    accepted.Writer.TryWrite(result.ShouldBeOfType<IntakeResult.Accepted>().Id);
                }
            }
            finally { accepted.Writer.Complete(); }
        });
        try
        {
            while (before.Count < 5) { before.Add(await accepted.Reader.ReadAsync().AsTask().WaitAsync(Hang.Limit)); }
            new Backup(test.Store, test.Data).Write(Zip);
        }
        finally
        {
            await stop.CancelAsync();
            await writing;
        }

        await using var restored = TestStore.Empty("sqlite");
        new Restore(restored.Data).Run(Zip, force: false, TestStore.Noon).ShouldBeNull();
        await restored.Store.MigrateAsync(TimeProvider.System);
        (await restored.Trail.VerifyAsync()).Broken.ShouldBeNull();
        await using var tables = restored.Store.Open();
        // Of the table itself: the book lists the newest 200, and the writer may have made more.
        var rows = await tables.Submissions.Select(s => s.Id).ToListAsync();
        before.ShouldBeSubsetOf(rows);
        foreach (var row in rows) { restored.Files.Open(row).Dispose(); }
    }

    /// <summary>A service locks it so when its last connection closes.</summary>
    [Fact]
    public async Task DatabaseThatIsLockedForAMoment_IsWaitedFor()
    {
        await using var test = await TestStore.OpenAsync();
        SqliteConnection.ClearAllPools();
        await using var holder = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = test.Store.Place, Pooling = false }.ToString());
        await holder.OpenAsync();
        await using (var hold = holder.CreateCommand())
        {
            hold.CommandText = "PRAGMA locking_mode=EXCLUSIVE; BEGIN EXCLUSIVE;";
            await hold.ExecuteNonQueryAsync();
        }
        var backup = Task.Run(() => new Backup(test.Store, test.Data).Write(Zip));
        (await Task.WhenAny(backup, Task.Delay(TimeSpan.FromSeconds(1)))).ShouldNotBe(backup);
        await holder.CloseAsync();
        (await backup.WaitAsync(Hang.Limit)).ShouldBe(1);
    }

    [Fact]
    public async Task FolderInUse_IsLeftAloneUnlessForcedAndThenKept()
    {
        await using var test = await TestStore.OpenAsync();
        var restored = await test.SubmitAsync("k1");
        new Backup(test.Store, test.Data).Write(Zip);
        var later = await test.SubmitAsync("k2", "sau");
        test.Store.Dispose();
        SqliteConnection.ClearAllPools();

        new Restore(test.Data).Run(Zip, force: false, TestStore.Noon).ShouldNotBeNull().Key.ShouldBe("restore.notEmpty");
        new Restore(test.Data).Run(Zip, force: true, TestStore.Noon).ShouldBeNull();
        await using var tables = test.Another().Open();
        tables.Submissions.Select(s => s.Id).ToList().ShouldBe([restored]);
        File.Exists(test.Data.File($"before-restore-20250512-050000/dossiers/{later}.zip")).ShouldBeTrue();
        Backup.Names(test.Data.Path).ShouldBe([$"dossiers/{restored}.zip"]); // what was set aside is in no later backup
    }

    [Fact]
    public async Task RunningService_IsNotRestoredUnder()
    {
        await using var test = await TestStore.OpenAsync();
        new Backup(test.Store, test.Data).Write(Zip);
        using (FileLock.Share(test.Data.File(FileLock.AtWork)))
        using (FileLock.Share(test.Data.File(FileLock.AtWork))) // two services share it
        {
            new Restore(test.Data).Run(Zip, force: true, TestStore.Noon).ShouldNotBeNull().Key.ShouldBe("restore.atWork");
        }
    }

    [Theory]
    [InlineData("changed")]
    [InlineData("missing")]
    [InlineData("added")]
    [InlineData("unlisted")]
    [InlineData("elsewhere")]
    [InlineData("no zip")]
    public async Task DamagedBackup_TouchesNothing(string damage)
    {
        await using var test = await TestStore.OpenAsync();
        await File.WriteAllTextAsync(test.Data.File("khoa.json"), "bí mật");
        new Backup(test.Store, test.Data).Write(Zip);
        Damage(damage);
        await using var other = TestStore.Empty("sqlite");
        new Restore(other.Data).Run(Zip, force: false, TestStore.Noon).ShouldNotBeNull().Key.ShouldBe("restore.damaged");
        Directory.EnumerateFileSystemEntries(other.Data.Path).ShouldBeEmpty();
    }

    private void Damage(string how)
    {
        if (how == "no zip")
        {
            File.WriteAllText(Zip, "PK");
            return;
        }
        using var zip = ZipFile.Open(Zip, ZipArchiveMode.Update);
        switch (how)
        {
            case "changed":
                zip.GetEntry("khoa.json")!.Delete();
                Add(zip, "khoa.json", "khác");
                break;
            case "missing": zip.GetEntry("khoa.json")!.Delete(); break;
            case "added": Add(zip, "thêm.txt", "x"); break;
            case "unlisted": zip.GetEntry(Backup.Sums)!.Delete(); break;
            case "elsewhere":
                var sums = Text(zip.GetEntry(Backup.Sums)!);
                zip.GetEntry(Backup.Sums)!.Delete();
                Add(zip, "../ngoài.txt", "x");
                Add(zip, Backup.Sums, sums + Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData("x"u8)) + "  ../ngoài.txt\n");
                break;
            default: throw new ArgumentOutOfRangeException(nameof(how));
        }
    }

    private static string Text(ZipArchiveEntry entry)
    {
        using var reader = new StreamReader(entry.Open());
        return reader.ReadToEnd();
    }

    private static void Add(ZipArchive zip, string name, string text)
    {
        using var entry = zip.CreateEntry(name).Open();
        entry.Write(Encoding.UTF8.GetBytes(text));
    }
}
