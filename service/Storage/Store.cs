using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;

namespace LearningCity.Docs.Storage;

/// <summary>
/// The database: SQLite in the data folder, or PostgreSQL where <c>ConnectionStrings:Postgres</c> says. Writers go one after another, within the process and between processes, so
/// what a writer has read stays true until it has written.
/// </summary>
internal sealed class Store : IDisposable
{
    public const string Postgres = "Postgres";
    public const string SqliteFile = "learningcity.db";
    private const string MigrationLock = "migrating.lock";

    /// <summary>Any numbers, as long as nothing else in the database locks by them.</summary>
    private const long WritingKey = 0x4C43_0001;
    private const long MigratingKey = 0x4C43_0002;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly DbContextOptions<StorageContext> options;
    private readonly DataFolder folder;
    private readonly SemaphoreSlim writing = new(1, 1);

    private Store(DbContextOptions<StorageContext> options, DataFolder folder, bool isPostgres, string place) =>
        (this.options, this.folder, IsPostgres, Place) = (options, folder, isPostgres, place);

    public bool IsPostgres { get; }

    /// <summary>The database in a person's words; never a password.</summary>
    public string Place { get; }

    /// <summary>Nothing is opened or made yet.</summary>
    /// <exception cref="SettingException">A connection string that is none.</exception>
    public static Store At(IConfiguration settings, DataFolder folder)
    {
        var builder = new DbContextOptionsBuilder<StorageContext>();
        // Migrations are written by hand for both databases at once, so there is no snapshot of one of them; a test compares tables and model.
        builder.ConfigureWarnings(w => w.Ignore(RelationalEventId.PendingModelChangesWarning));
        if (settings.GetConnectionString(Postgres) is { Length: > 0 } connection)
        {
            var parts = Parsed(connection);
            return new Store(builder.UseNpgsql(connection).Options, folder, isPostgres: true, $"PostgreSQL {parts.Host}/{parts.Database}");
        }
        var file = folder.File(SqliteFile);
        var sqlite = new SqliteConnectionStringBuilder { DataSource = file, ForeignKeys = true };
        return new Store(builder.UseSqlite(sqlite.ToString()).AddInterceptors(new SqliteConnectionSettings()).Options, folder, isPostgres: false, file);
    }

    /// <summary>To read; what is changed through it is not saved safely.</summary>
    public StorageContext Open() => new(options);

    /// <summary>Whether it can be read now.</summary>
    public async Task<bool> AnswersAsync(CancellationToken cancelled)
    {
        await using var tables = Open();
        return await tables.Database.CanConnectAsync(cancelled);
    }

    /// <summary>One transaction, alone: all of it is on the disk when it returns, or none.</summary>
    public async Task<T> WriteAsync<T>(Func<StorageContext, Task<T>> work)
    {
        await writing.WaitAsync();
        try
        {
            await using var tables = Open();
            await using var transaction = await tables.Database.BeginTransactionAsync();
            // SQLite's transaction begins with its write lock; PostgreSQL's does not.
            if (IsPostgres) { await tables.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({WritingKey})"); }
            var result = await work(tables);
            await tables.SaveChangesAsync();
            await transaction.CommitAsync();
            return result;
        }
        finally { writing.Release(); }
    }

    /// <summary>Makes the database, or brings it up to date; of several processes that start at once, one does it and the others wait.</summary>
    /// <exception cref="SettingException">The data folder cannot be written to, or the database cannot be used.</exception>
    public async Task MigrateAsync(TimeProvider clock, CancellationToken cancelled = default)
    {
        try
        {
            DurableFile.Write(folder.File("probe"), new byte[4096]);
            File.Delete(folder.File("probe"));
            using var alone = await FileLock.TakeAsync(folder.File(MigrationLock), Patience, clock, cancelled);
            await using var tables = Open();
            await tables.Database.OpenConnectionAsync(cancelled);
            if (IsPostgres) { await tables.Database.ExecuteSqlAsync($"SELECT pg_advisory_lock({MigratingKey})", cancelled); }
            else
            {
                await tables.Database.ExecuteSqlRawAsync("PRAGMA journal_mode=WAL;", cancelled);
                // EF's own lock is a row that a killed process leaves behind for ever; whoever is here is alone.
                await tables.Database.ExecuteSqlRawAsync("DROP TABLE IF EXISTS \"__EFMigrationsLock\";", cancelled);
            }
            await tables.Database.MigrateAsync(cancelled);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException) { throw new SettingException(new Sentence("storage.notWritten", folder.Path, e.Message)); }
        catch (Exception e) when (Fault(e) is { } fault) { throw new SettingException(new Sentence("storage.unusable", Place, fault.Message)); }
    }

    /// <summary>The database's own fault in what EF Core throws, which is often wrapped; null when it is none of the database's.</summary>
    public static DbException? Fault(Exception thrown) => thrown as DbException ?? (thrown is DbUpdateException or InvalidOperationException ? thrown.InnerException as DbException : null);

    /// <summary>The SQLite database as of one moment, whoever writes meanwhile.</summary>
    public void CopyTo(string path)
    {
        using var source = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Place, Mode = SqliteOpenMode.ReadWrite }.ToString());
        using var target = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString());
        source.Open();
        SqliteConnectionSettings.Apply(source);
        target.Open();
        source.BackupDatabase(target);
    }

    public void Dispose() => writing.Dispose();

    private static NpgsqlConnectionStringBuilder Parsed(string connection)
    {
        try { return new NpgsqlConnectionStringBuilder(connection); }
        catch (ArgumentException) { throw new SettingException(new Sentence("storage.connection", $"ConnectionStrings:{Postgres}")); }
    }

    /// <summary>What SQLite forgets with each connection: a commit is on the disk, and who finds the file locked waits.</summary>
    private sealed class SqliteConnectionSettings : DbConnectionInterceptor
    {
        public static void Apply(DbConnection connection)
        {
            using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA busy_timeout=30000; PRAGMA synchronous=FULL;";
            command.ExecuteNonQuery();
        }

        public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Apply(connection);

        public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            Apply(connection);
            return Task.CompletedTask;
        }
    }
}
