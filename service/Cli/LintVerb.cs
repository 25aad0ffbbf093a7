using System.CommandLine;
using LearningCity.Docs.Packages;
using LearningCity.Docs.Reporting;

namespace LearningCity.Docs.Cli;

/// <summary><c>lint FILE.docx [--json]</c>: the layout of a Word document against Nghị định 30/2020.</summary>
internal static class LintVerb
{
    public static Command Create(Terminal terminal)
    {
        var file = new Argument<string>("FILE.docx") { Description = terminal.Language.Render("cli.argument.docx") };
        var json = CommandLine.Json(terminal);
        var verb = new Command("lint", terminal.Language.Render("cli.lint")) { file, json };
        verb.SetAction(parsed => Run(parsed.GetRequiredValue(file), parsed.GetValue(json), terminal));
        return verb;
    }

    private static int Run(string file, bool json, Terminal terminal)
    {
        switch (InputFile.Read(file, out var bytes) is { } unread ? new LayoutResult.Refused(unread) : LayoutPipeline.Check(bytes))
        {
            case LayoutResult.Refused refused:
                if (json) { Report([refused.Finding], terminal); }
                else { terminal.Say("cli.lint.refused", file, CheckText.Line(refused.Finding, terminal.Language)); }
                return ExitCode.Unusable;
            case LayoutResult.Checked check:
                if (json) { Report(check.Findings, terminal); }
                else { CheckText.Write(file, check, terminal); }
                return check.Conforms ? ExitCode.NothingWrong : ExitCode.Errors;
            default: throw new System.Diagnostics.UnreachableException();
        }
    }

    private static void Report(ImmutableArray<Finding> findings, Terminal terminal) => terminal.Write(CheckReports.Of(findings, terminal.Language));
}
