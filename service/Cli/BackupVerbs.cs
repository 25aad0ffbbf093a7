using System.CommandLine;
using LearningCity.Docs.Storage;

namespace LearningCity.Docs.Cli;

/// <summary><c>backup FILE</c>, also while the service runs, and <c>restore FILE [--force]</c>, while it does not.</summary>
internal static class BackupVerbs
{
    public static Command Backup(Terminal terminal)
    {
        var file = File(terminal);
        var verb = new Command("backup", terminal.Language.Render("cli.backup")) { file };
        verb.SetAction(async parsed => await BackupAsync(parsed.GetRequiredValue(file), terminal));
        return verb;
    }

    public static Command Restore(Terminal terminal)
    {
        var file = File(terminal);
        var force = new Option<bool>("--force") { Description = terminal.Language.Render("cli.option.force") };
        var verb = new Command("restore", terminal.Language.Render("cli.restore")) { file, force };
        verb.SetAction(async parsed => await RestoreAsync(parsed.GetRequiredValue(file), parsed.GetValue(force), terminal));
        return verb;
    }

    private static Argument<string> File(Terminal terminal) => new("FILE") { Description = terminal.Language.Render("cli.argument.backup") };

    private static async Task<int> BackupAsync(string file, Terminal terminal)
    {
        if (await StoredData.OpenAsync(terminal) is not { } store) { return ExitCode.Unusable; }
        await Record(store, "backup");
        try
        {
            var count = new Storage.Backup(store, DataFolder.Open(terminal.Settings.Value)).Write(file);
            terminal.Say("backup.done", file, count);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            terminal.Say("cli.output.failed", file, e.Message);
            return ExitCode.Unusable;
        }
        if (store.IsPostgres) { terminal.Say("backup.postgres"); }
        return ExitCode.NothingWrong;
    }

    private static async Task<int> RestoreAsync(string file, bool force, Terminal terminal)
    {
        var data = DataFolder.Open(terminal.Settings.Value);
        if (new Storage.Restore(data).Run(file, force, TimeProvider.System.GetUtcNow()) is { } fault)
        {
            terminal.Say(fault);
            return ExitCode.Unusable;
        }
        terminal.Say("restore.done", file, data.Path);
        if (await StoredData.OpenAsync(terminal) is { } store)
        {
            await Record(store, "restore");
            if (store.IsPostgres) { terminal.Say("backup.postgres"); }
        }
        return ExitCode.NothingWrong;
    }

    private static Task Record(Store store, string act) => new AuditTrail(store, TimeProvider.System).WriteAsync(new AuditEntry(AuditEntry.CommandLine, act, null, null, AuditEntry.Done));
}
