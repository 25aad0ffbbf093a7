using System.CommandLine;
using LearningCity.Docs.Checking;
using LearningCity.Docs.Packages;
using LearningCity.Docs.Reading;
using LearningCity.Docs.Reporting;

namespace LearningCity.Docs.Cli;

/// <summary><c>check FILE… [--unit UNIT --year YEAR] [--set unit.NAME=có] [--json]</c>: findings and evaluation of each file, with unit and year also against what the unit submitted for the year before.</summary>
internal static class CheckVerb
{
    public static Command Create(Terminal terminal)
    {
        var files = new Argument<string[]>("FILE") { Description = terminal.Language.Render("cli.argument.files"), Arity = ArgumentArity.OneOrMore };
        var json = CommandLine.Json(terminal);
        var unit = new Option<string>("--unit") { Description = terminal.Language.Render("cli.check.unit"), HelpName = "UNIT" };
        var year = new Option<int?>("--year") { Description = terminal.Language.Render("cli.check.year"), HelpName = "YEAR" };
        var set = new Option<string[]>("--set") { Description = terminal.Language.Render("cli.check.set"), HelpName = "unit.NAME=có|không" };
        var verb = new Command("check", terminal.Language.Render("cli.check")) { files, unit, year, set, json };
        verb.SetAction(async parsed =>
        {
            var (asked, of) = (parsed.GetValue(unit), parsed.GetValue(year));
            if (asked is null != of is null)
            {
                terminal.Say("request.unitAndYear");
                return ExitCode.Unusable;
            }
            var (answers, fault) = GivenAnswers.Read(parsed.GetValue(set) ?? [], terminal.Desk.Value.Forms.Forms);
            if (fault is not null)
            {
                terminal.Say(fault);
                return ExitCode.Unusable;
            }
            // Whoever does not ask for last year does not wait for a database.
            var prior = asked is null ? null : await StoredData.BeforeAsync(asked, of!.Value, terminal);
            return Run(parsed.GetRequiredValue(files), prior, answers, parsed.GetValue(json), terminal);
        });
        return verb;
    }

    private static int Run(string[] files, PriorFigures? prior, ImmutableDictionary<string, bool> answers, bool json, Terminal terminal)
    {
        var reports = new List<object>(files.Length);
        var exit = ExitCode.NothingWrong;
        foreach (var file in files)
        {
            var result = InputFile.Read(file, out var bytes) is { } unread ? new CheckResult.Refused(unread) : terminal.Desk.Value.Forms.Check(bytes, terminal.Desk.Value.Today, prior, answers);
            exit = Math.Max(exit, result switch
            {
                CheckResult.Refused => ExitCode.Unusable,
                CheckResult.Checked check => check.Conforms ? ExitCode.NothingWrong : ExitCode.Errors,
                _ => throw new System.Diagnostics.UnreachableException(),
            });
            if (json) { reports.Add(Report(file, result, terminal.Language)); }
            else { Say(file, result, terminal); }
        }
        // As object, so that each is written as what it is.
        if (json) { terminal.Write(reports.Count == 1 ? reports[0] : reports); }
        return exit;
    }

    private static object Report(string file, CheckResult result, LanguageTable language) => result switch
    {
        CheckResult.Checked check => CheckReports.Of(check, language) with { File = file },
        CheckResult.Refused refused => RefusalReport.Of(refused.Finding, file, language),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static void Say(string file, CheckResult result, Terminal terminal)
    {
        if (result is CheckResult.Checked check) { CheckText.Write(file, check, terminal); }
        else { terminal.Say("cli.refused", file, CheckText.Line(((CheckResult.Refused)result).Finding, terminal.Language)); }
    }
}
