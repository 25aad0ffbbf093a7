using LearningCity.Docs.Access;
using LearningCity.Docs.Documents;
using LearningCity.Docs.Storage;
using LearningCity.Docs.Submissions;
using LearningCity.Docs.Tests.Documents;
using Microsoft.Extensions.Configuration;

namespace LearningCity.Docs.Tests.Support;

/// <summary>A data folder of one test, its database up to date, and what works on them.</summary>
internal sealed class TestStore : IAsyncDisposable
{
    public static readonly DateTimeOffset Noon = new(2025, 5, 12, 5, 0, 0, TimeSpan.Zero);
    public static readonly Person An = new("account:an", "An", Role.Submitter);
    public const string Agency = "ỦY BAN NHÂN DÂN HUYỆN AN BÌNH";

    private readonly DirectoryInfo home = Directory.CreateTempSubdirectory("lc-data-");

    private TestStore(string database, params (string Key, string Value)[] more)
    {
        Settings = new ConfigurationBuilder().AddInMemoryCollection([
            new("Data:Folder", home.FullName),
            .. database == "postgres" ? [new KeyValuePair<string, string?>("ConnectionStrings:Postgres", PostgresServer.NewDatabase())] : Array.Empty<KeyValuePair<string, string?>>(),
            .. more.Select(m => KeyValuePair.Create(m.Key, (string?)m.Value)),
        ]).Build();
        Data = DataFolder.Open(Settings);
        Store = Another();
        Files = new DossierFiles(Data);
        Trail = new AuditTrail(Store, Clock);
        Book = new SubmissionBook(Store, Signal, Clock);
        Intake = new Intake(Store, Files, Signal, Clock);
    }

    public IConfiguration Settings { get; }

    public DataFolder Data { get; }

    public Store Store { get; }

    public DossierFiles Files { get; }

    public AuditTrail Trail { get; }

    public Intake Intake { get; }

    public SubmissionBook Book { get; }

    public OutboxSignal Signal { get; } = new();

    public ManualClock Clock { get; } = new(Noon);

    /// <summary>Not brought up to date yet.</summary>
    public static TestStore Empty(string database) => new(database);

    public static async Task<TestStore> OpenAsync(string database = "sqlite")
    {
        var store = new TestStore(database);
        await store.Store.MigrateAsync(TimeProvider.System);
        return store;
    }

    /// <summary>As another process would open it.</summary>
    public Store Another() => Store.At(Settings, Data);

    public Outbox Outbox(string owner = "one", int lease = 60, Store? store = null) => new(store ?? Store, Clock, TimeSpan.FromSeconds(lease), owner);

    /// <summary>A dossier whose content is these words.</summary>
    public static DossierRecord Dossier(string form = "phu-luc-iiib", string agency = Agency, int year = 2024, IReadOnlyDictionary<string, string>? values = null) => new(
        PaperSamples.Filled(form, values ?? SampleValues.Right(form)), agency, year,
        [new RegisteredPaper("bao-cao", "02-bao-cao.docx", "112", "BC-UBND", new DateOnly(2025, 4, 1), new string('a', 64)), new RegisteredPaper("phu-luc-iiib", "03-phu-luc-iiib.docx", null, null, null, new string('b', 64))]);

    /// <summary>The id of what was accepted.</summary>
    public async Task<string> SubmitAsync(string key, string content = "nội dung", DossierRecord? dossier = null, Person? person = null) =>
        (await Intake.AcceptAsync(person ?? An, key, "hash of " + content, dossier ?? Dossier(), System.Text.Encoding.UTF8.GetBytes(content))).ShouldBeOfType<IntakeResult.Accepted>().Id;

    public async ValueTask DisposeAsync()
    {
        Store.Dispose();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        home.Delete(recursive: true);
        await Task.CompletedTask;
    }
}
