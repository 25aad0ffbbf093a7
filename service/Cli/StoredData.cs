using LearningCity.Docs.Checking;
using LearningCity.Docs.Storage;

namespace LearningCity.Docs.Cli;

/// <summary>The data folder and its database, for the verbs that need them.</summary>
internal static class StoredData
{
    /// <summary>Brought up to date; where there is none yet, that is said and nothing is made. Null then.</summary>
    public static async Task<Store?> OpenAsync(Terminal terminal)
    {
        var data = DataFolder.Open(terminal.Settings.Value);
        var store = Store.At(terminal.Settings.Value, data);
        if (!store.IsPostgres && !File.Exists(store.Place))
        {
            terminal.Say("storage.none", store.Place);
            return null;
        }
        await store.MigrateAsync(TimeProvider.System);
        return store;
    }

    /// <summary>An act of administration, into the audit trail; the database is made when there is none yet.</summary>
    public static async Task RecordAsync(Terminal terminal, string act, string? subject)
    {
        using var store = Store.At(terminal.Settings.Value, DataFolder.Open(terminal.Settings.Value));
        await store.MigrateAsync(TimeProvider.System);
        await new AuditTrail(store, TimeProvider.System).WriteAsync(new AuditEntry(AuditEntry.CommandLine, act, subject, null, AuditEntry.Done));
    }

    /// <summary>What the unit submitted for the year before; null, and it is said, when that is nothing.</summary>
    public static async Task<PriorFigures?> BeforeAsync(string unit, int year, Terminal terminal)
    {
        var store = await OpenAsync(terminal);
        var prior = store is null ? null : await new UnitFigures(store).BeforeAsync(unit, year);
        if (store is not null && prior is null) { terminal.Say("cli.check.noPrior", unit, (year - 1).ToString(System.Globalization.CultureInfo.InvariantCulture)); }
        return prior;
    }
}
