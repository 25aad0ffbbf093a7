using LearningCity.Docs.Storage;
using LearningCity.Docs.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.Docs.Tests.Storage;

public class StoreTests
{
    /// <summary>Tables are written by hand and the model by itself; every column of one is in the other.</summary>
    [Theory, OnSqlite, OnPostgres]
    public async Task Tables_AreTheModel(string database)
    {
        await using var test = await TestStore.OpenAsync(database);
        await using var tables = test.Store.Open();
        await tables.Database.OpenConnectionAsync();
        foreach (var entity in tables.Model.GetEntityTypes())
        {
            await using var command = tables.Database.GetDbConnection().CreateCommand();
            command.CommandText = $"SELECT * FROM \"{entity.GetTableName()}\" WHERE 1 = 0";
            await using var reader = await command.ExecuteReaderAsync();
            Enumerable.Range(0, reader.FieldCount).Select(reader.GetName).Order().ShouldBe(entity.GetProperties().Select(p => p.GetColumnName()).Order(), entity.GetTableName());
        }
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task SeveralProcesses_BringItUpToDateAtOnce(string database)
    {
        await using var test = TestStore.Empty(database);
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => test.Another().MigrateAsync(TimeProvider.System))));
        await test.Store.MigrateAsync(TimeProvider.System); // and again, when there is nothing to do
        (await test.Book.ListAsync(person: null)).ShouldBeEmpty();
    }

    /// <summary>EF's lock is a row; a process that is killed leaves it, and the next one would wait for ever.</summary>
    [Fact]
    public async Task LockOfAKilledProcess_HoldsNobodyUp()
    {
        await using var test = TestStore.Empty("sqlite");
        await using (var tables = test.Store.Open())
        {
            await tables.Database.ExecuteSqlRawAsync("CREATE TABLE \"__EFMigrationsLock\" (\"Id\" INTEGER NOT NULL PRIMARY KEY, \"Timestamp\" TEXT NOT NULL); INSERT INTO \"__EFMigrationsLock\" VALUES (1, '2025-01-01');");
        }
        await test.Store.MigrateAsync(TimeProvider.System).WaitAsync(Hang.Limit);
        (await test.Book.ListAsync(person: null)).ShouldBeEmpty();
    }

    [Fact]
    public async Task SqliteCommits_AreOnTheDisk()
    {
        await using var test = await TestStore.OpenAsync();
        await using var tables = test.Store.Open();
        (await Pragma(tables, "synchronous")).ShouldBe("2"); // FULL
        (await Pragma(tables, "journal_mode")).ShouldBe("wal");
        (await Pragma(tables, "foreign_keys")).ShouldBe("1");
        (await Pragma(tables, "busy_timeout")).ShouldBe("30000");
    }

    [Fact]
    public async Task FolderThatIsGone_IsOneSentence()
    {
        await using var test = TestStore.Empty("sqlite");
        Directory.Delete(test.Data.Path);
        (await Should.ThrowAsync<SettingException>(() => test.Store.MigrateAsync(TimeProvider.System))).Why.Key.ShouldBe("storage.notWritten");
        Directory.CreateDirectory(test.Data.Path);
    }

    [Fact]
    public async Task FileThatIsNoDatabase_IsOneSentence()
    {
        await using var test = TestStore.Empty("sqlite");
        await File.WriteAllTextAsync(test.Data.File(Docs.Storage.Store.SqliteFile), string.Concat(Enumerable.Repeat("không phải cơ sở dữ liệu ", 100)));
        (await Should.ThrowAsync<SettingException>(() => test.Store.MigrateAsync(TimeProvider.System))).Why.Key.ShouldBe("storage.unusable");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task WriteThatFails_LeavesNothing(string database)
    {
        await using var test = await TestStore.OpenAsync(database);
        await Should.ThrowAsync<InvalidOperationException>(() => test.Store.WriteAsync<bool>(async tables =>
        {
            await AuditTrail.AppendAsync(tables, new AuditEntry("account:an", "test", null, null, AuditEntry.Done), TestStore.Noon);
            throw new InvalidOperationException("on purpose");
        }));
        (await test.Trail.VerifyAsync()).Rows.ShouldBe(0);
        await test.Trail.WriteAsync(new AuditEntry("account:an", "test", null, null, AuditEntry.Done)); // and the next writer gets its turn
        (await test.Trail.VerifyAsync()).Rows.ShouldBe(1);
    }

    private static async Task<string> Pragma(StorageContext tables, string name)
    {
        await tables.Database.OpenConnectionAsync();
        await using var command = tables.Database.GetDbConnection().CreateCommand();
        command.CommandText = $"PRAGMA {name}";
        return Convert.ToString(await command.ExecuteScalarAsync(), System.Globalization.CultureInfo.InvariantCulture)!;
    }
}
