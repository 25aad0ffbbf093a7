using System.CommandLine;
using System.Globalization;
using LearningCity.Docs.Reporting;
using LearningCity.Docs.Storage;

namespace LearningCity.Docs.Cli;

/// <summary><c>audit list [--json]</c> and <c>audit verify [--json]</c>: who did what, and whether the record of it is whole.</summary>
internal static class AuditVerb
{
    public static Command Create(Terminal terminal) => new("audit", terminal.Language.Render("cli.audit"))
    {
        Verb("list", ListAsync, terminal),
        Verb("verify", VerifyAsync, terminal),
    };

    private static Command Verb(string name, Func<AuditTrail, bool, Terminal, Task<int>> run, Terminal terminal)
    {
        var json = CommandLine.Json(terminal);
        var verb = new Command(name, terminal.Language.Render("cli.audit." + name)) { json };
        verb.SetAction(async parsed => await StoredData.OpenAsync(terminal) is { } store ? await run(new AuditTrail(store, TimeProvider.System), parsed.GetValue(json), terminal) : ExitCode.Unusable);
        return verb;
    }

    private static async Task<int> ListAsync(AuditTrail trail, bool json, Terminal terminal)
    {
        var reports = ImmutableArray.CreateBuilder<AuditReport>();
        await foreach (var row in trail.RowsAsync())
        {
            if (json) { reports.Add(new AuditReport(row.Sequence, row.At, row.Person, row.Act, row.Subject, row.FileHash, row.Outcome, row.Hash)); }
            else
            {
                terminal.Say("cli.audit.line", row.Sequence.ToString(CultureInfo.InvariantCulture), row.At.ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture), row.Person, row.Act, row.Outcome, row.Subject ?? "–", row.FileHash ?? "–");
            }
        }
        if (json) { terminal.Write(reports.ToImmutable()); }
        return ExitCode.NothingWrong;
    }

    private static async Task<int> VerifyAsync(AuditTrail trail, bool json, Terminal terminal)
    {
        var verdict = await trail.VerifyAsync();
        var fault = verdict.Fault is { } key ? terminal.Language.Render(key) : null;
        if (json) { terminal.Write(new AuditVerdictReport(verdict.Rows, verdict.LastHash, verdict.Broken, fault)); }
        else if (verdict.Broken is { } broken) { terminal.Say("cli.audit.broken", broken.ToString(CultureInfo.InvariantCulture), fault!); }
        else { terminal.Say("cli.audit.whole", verdict.Rows.ToString(CultureInfo.InvariantCulture), verdict.LastHash); }
        return verdict.Broken is null ? ExitCode.NothingWrong : ExitCode.Errors;
    }
}
