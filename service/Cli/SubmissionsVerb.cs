using System.CommandLine;
using System.Globalization;
using LearningCity.Docs.Reporting;
using LearningCity.Docs.Storage;
using LearningCity.Docs.Submissions;
using LearningCity.Docs.Text;

namespace LearningCity.Docs.Cli;

/// <summary><c>submissions list [--json]</c>, <c>submissions return ID --reason REASON</c>, <c>submissions retry ID</c>: what was submitted, also while the service runs.</summary>
internal static class SubmissionsVerb
{
    public static Command Create(Terminal terminal) => new("submissions", terminal.Language.Render("cli.submissions")) { List(terminal), Return(terminal), Retry(terminal) };

    private static Command List(Terminal terminal)
    {
        var json = CommandLine.Json(terminal);
        var verb = new Command("list", terminal.Language.Render("cli.submissions.list")) { json };
        verb.SetAction(async parsed => await ListAsync(parsed.GetValue(json), terminal));
        return verb;
    }

    private static Command Return(Terminal terminal)
    {
        var id = Id(terminal);
        var reason = new Option<string>("--reason") { Description = terminal.Language.Render("cli.option.reason"), HelpName = "REASON", Required = true };
        var verb = new Command("return", terminal.Language.Render("cli.submissions.return")) { id, reason };
        verb.SetAction(async parsed => await ChangeAsync(parsed.GetRequiredValue(id), book => book.ReturnAsync(parsed.GetRequiredValue(id), VietnameseText.Tidy(parsed.GetRequiredValue(reason)), AuditEntry.CommandLine), "submission.alreadyReturned", terminal));
        return verb;
    }

    private static Command Retry(Terminal terminal)
    {
        var id = Id(terminal);
        var verb = new Command("retry", terminal.Language.Render("cli.submissions.retry")) { id };
        verb.SetAction(async parsed => await ChangeAsync(parsed.GetRequiredValue(id), book => book.RetryAsync(parsed.GetRequiredValue(id), owner: null), "submission.notWaiting", terminal));
        return verb;
    }

    private static Argument<string> Id(Terminal terminal) => new("ID") { Description = terminal.Language.Render("cli.argument.submission") };

    private static async Task<int> ListAsync(bool json, Terminal terminal)
    {
        if (await StoredData.OpenAsync(terminal) is not { } store) { return ExitCode.Unusable; }
        var reports = SubmissionReports.Of(await Book(store).ListAsync(person: null), terminal.Language);
        if (json) { terminal.Write(reports); }
        else
        {
            foreach (var report in reports) { Say(report, terminal); }
            terminal.Say("cli.submissions.count", reports.Length);
        }
        return ExitCode.NothingWrong;
    }

    private static async Task<int> ChangeAsync(string id, Func<SubmissionBook, Task<bool>> change, string refusal, Terminal terminal)
    {
        if (await StoredData.OpenAsync(terminal) is not { } store) { return ExitCode.Unusable; }
        var book = Book(store);
        if (await change(book))
        {
            Say(SubmissionReports.Of((await book.FindAsync(id, person: null))!, terminal.Language), terminal);
            return ExitCode.NothingWrong;
        }
        if (await book.FindAsync(id, person: null) is null) { terminal.Say("submission.unknown", id); }
        else { terminal.Say(refusal); }
        return ExitCode.Unusable;
    }

    private static void Say(SubmissionReport report, Terminal terminal) => terminal.Say("cli.submissions.line", report.Id, new Sentence("submission.state." + report.State), report.Unit,
        report.Year.ToString(CultureInfo.InvariantCulture), report.Form, report.Link ?? report.Reason ?? "");

    /// <summary>The signal is of this process; the service looks into its outbox by itself.</summary>
    private static SubmissionBook Book(Store store) => new(store, new OutboxSignal(), TimeProvider.System);
}
