using System.Globalization;
using LearningCity.Docs.Access;
using LearningCity.Docs.Storage;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace LearningCity.Docs.Submissions;

/// <summary>Storage and submissions as the service runs them.</summary>
internal static class SubmissionServices
{
    private const string FolderSetting = "Submissions:Folder";
    private const string LeaseSetting = "Submissions:LeaseSeconds";

    /// <summary>Longer than any pause in a living process; a killed one holds a dossier up for so long.</summary>
    private const int UsualLease = 60;

    /// <exception cref="SettingException">A setting that is wrong.</exception>
    public static void AddSubmissions(this IServiceCollection services, IConfiguration settings, TimeProvider clock)
    {
        var data = DataFolder.Open(settings);
        var lease = Lease(settings);
        var days = Retention.Days(settings);
        services.TryAddSingleton(data);
        services.AddSingleton(_ => Store.At(settings, data)).AddSingleton<UnitFigures>().AddSingleton<DossierFiles>().AddSingleton<OutboxSignal>();
        AddDestination(services, settings, data, clock);
        // The one clock of the service; what ASP.NET registers as TimeProvider is its own.
        Timed<AuditTrail>();
        Timed<Intake>();
        Timed<SubmissionBook>();
        services.AddSingleton(s => new Outbox(s.GetRequiredService<Store>(), clock, lease, Guid.NewGuid().ToString("N")));
        services.AddSingleton(s => new Retention(s.GetRequiredService<Store>(), s.GetRequiredService<DossierFiles>(), clock, days));
        services.AddHostedService(s => ActivatorUtilities.CreateInstance<StorageStart>(s, clock));
        services.AddHostedService(s => ActivatorUtilities.CreateInstance<DeliveryWorker>(s, clock, lease));
        services.AddHostedService(s => ActivatorUtilities.CreateInstance<DailyRetention>(s, clock));

        void Timed<T>() where T : class => services.AddSingleton(s => ActivatorUtilities.CreateInstance<T>(s, clock));
    }

    private static void AddDestination(IServiceCollection services, IConfiguration settings, DataFolder data, TimeProvider clock)
    {
        var graph = settings.GetSection(GraphServices.Section);
        if (!graph.Exists()) { services.AddSingleton<IDestination>(Destination(settings, data, clock)); }
        else if (string.IsNullOrEmpty(settings[FolderSetting])) { services.AddGraphDestination(graph, AccessSettings.Read(settings), clock); }
        else { throw new SettingException(new Sentence("graph.settingDoubled", FolderSetting)); }
    }

    private static FolderDestination Destination(IConfiguration settings, DataFolder data, TimeProvider clock)
    {
        if (settings[FolderSetting] is not { Length: > 0 } folder) { return new FolderDestination(data.File("submissions"), clock); }
        return Path.IsPathFullyQualified(folder) ? new FolderDestination(folder, clock) : throw new SettingException(new Sentence("data.notAbsolute", FolderSetting, folder));
    }

    private static TimeSpan Lease(IConfiguration settings)
    {
        if (settings[LeaseSetting] is not { Length: > 0 } set) { return TimeSpan.FromSeconds(UsualLease); }
        return int.TryParse(set, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds is > 0 and <= 3600
            ? TimeSpan.FromSeconds(seconds)
            : throw new SettingException(new Sentence("submission.lease", LeaseSetting, set));
    }

    /// <summary>Before anything else starts: the database is there and up to date, and <c>restore</c> knows that someone is at work here.</summary>
    private sealed class StorageStart(Store store, DataFolder data, TimeProvider clock) : IHostedLifecycleService, IDisposable
    {
        private FileStream? atWork;

        public async Task StartingAsync(CancellationToken cancellationToken)
        {
            await store.MigrateAsync(clock, cancellationToken);
            atWork = FileLock.Share(data.File(FileLock.AtWork));
        }

        public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public void Dispose() => atWork?.Dispose();
    }
}
