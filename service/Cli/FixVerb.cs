using System.CommandLine;
using LearningCity.Docs.Fixing;
using LearningCity.Docs.Packages;

namespace LearningCity.Docs.Cli;

/// <summary><c>fix FILE -o FILE</c>: the safe fixes, listed; then what a person still has to correct decides the exit status.</summary>
internal static class FixVerb
{
    public static Command Create(Terminal terminal)
    {
        var file = CommandLine.File(terminal);
        var output = CommandLine.Output(terminal);
        var verb = new Command("fix", terminal.Language.Render("cli.fix")) { file, output };
        verb.SetAction(parsed => Run(parsed.GetRequiredValue(file), parsed.GetRequiredValue(output), terminal));
        return verb;
    }

    private static int Run(string file, string output, Terminal terminal)
    {
        var desk = terminal.Desk.Value;
        var result = InputFile.Read(file, out var bytes) is { } unread ? new FixResult.Refused(unread) : desk.Forms.Fix(bytes, desk.Today);
        if (result is FixResult.Refused refused)
        {
            terminal.Say("cli.refused", file, CheckText.Line(refused.Finding, terminal.Language));
            return ExitCode.Unusable;
        }
        var made = (FixResult.Fixed)result;
        if (OutputFile.Write(output, made.File.Span) is { } fault)
        {
            terminal.Say(fault);
            return ExitCode.Unusable;
        }
        foreach (var correction in made.Corrections) { terminal.Say("cli.fix.correction", correction.Finding.Location, correction.Finding.Code, correction.Before, correction.After); }
        terminal.Say("cli.fix.done", made.Corrections.Length, output);
        return Remaining(made.File, desk, terminal);
    }

    private static int Remaining(ReadOnlyMemory<byte> file, Desk desk, Terminal terminal)
    {
        var errors = desk.Forms.Check(file, desk.Today) is CheckResult.Checked check ? check.Forms.Sum(f => f.Findings.Count(x => x.Severity is Severity.Error)) : 0;
        if (errors == 0) { return ExitCode.NothingWrong; }
        terminal.Say("cli.fix.remaining", errors);
        return ExitCode.Errors;
    }
}
