using System.Globalization;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.Docs.Storage;

/// <summary>
/// Thời hạn lưu: so many days after a submission has come to its end its file goes (<c>Storage:KeepSubmissionsDays</c>; without it all are kept). Its row, the register, the figures
/// and the audit trail stay. Files that never became a submission, because their process was killed, go after a day in any case.
/// </summary>
internal sealed class Retention(Store store, DossierFiles files, TimeProvider clock, int? days)
{
    public const string Setting = "Storage:KeepSubmissionsDays";

    private static readonly TimeSpan Orphaned = TimeSpan.FromDays(1);

    /// <exception cref="SettingException">No number of days.</exception>
    public static int? Days(IConfiguration settings)
    {
        if (settings[Setting] is not { Length: > 0 } set) { return null; }
        return int.TryParse(set, NumberStyles.None, CultureInfo.InvariantCulture, out var days) && days is > 0 and <= 36500 ? days : throw new SettingException(new Sentence("storage.days", Setting, set));
    }

    /// <summary>How many files went.</summary>
    public async Task<int> ApplyAsync()
    {
        var gone = days is { } kept ? await RemoveOldAsync(clock.GetUtcNow().AddDays(-kept)) : 0;
        return gone + await RemoveOrphansAsync();
    }

    /// <summary>The row says so first: a file without its row is removed as an orphan, a row without its file would be a loss.</summary>
    private async Task<int> RemoveOldAsync(DateTimeOffset before)
    {
        var now = clock.GetUtcNow();
        var old = await store.WriteAsync(async tables =>
        {
            var rows = await tables.Submissions.Where(s => (s.State == SubmissionState.Delivered || s.State == SubmissionState.Returned) && s.FileRemovedAt == null && s.ChangedAt < before).ToListAsync();
            foreach (var row in rows)
            {
                row.FileRemovedAt = now;
                await AuditTrail.AppendAsync(tables, new AuditEntry(AuditEntry.Service, "submission.forget", row.Id, row.FileHash, AuditEntry.Done), now);
            }
            return rows.Select(r => r.Id).ToList();
        });
        foreach (var id in old) { files.Delete(id); }
        return old.Count;
    }

    private async Task<int> RemoveOrphansAsync()
    {
        var found = files.Before(clock.GetUtcNow() - Orphaned).ToList();
        if (found.Count == 0) { return 0; }
        await using var tables = store.Open();
        var known = (await tables.Submissions.AsNoTracking().Where(s => s.FileRemovedAt == null).Select(s => s.Id).ToListAsync()).Select(DossierFiles.Name).ToHashSet(StringComparer.Ordinal);
        var orphans = found.Where(name => !known.Contains(name)).ToList();
        foreach (var name in orphans) { files.DeleteFile(name); }
        return orphans.Count;
    }
}

/// <summary>Applies it at the start and then once a day.</summary>
internal sealed partial class DailyRetention(Retention retention, TimeProvider clock, ILogger<DailyRetention> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                var gone = await retention.ApplyAsync();
                LogGone(log, gone);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException || Store.Fault(e) is not null) { LogFault(log, e.GetType().Name); } // tomorrow again
            await Task.Delay(TimeSpan.FromDays(1), clock, stoppingToken);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Retention: {Files} files removed")]
    private static partial void LogGone(ILogger logger, int files);

    [LoggerMessage(Level = LogLevel.Error, Message = "Retention: {Fault}")]
    private static partial void LogFault(ILogger logger, string fault);
}
