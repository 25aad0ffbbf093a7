using System.CommandLine;
using System.Globalization;
using LearningCity.Docs.Documents;
using LearningCity.Docs.Packages;

namespace LearningCity.Docs.Cli;

/// <summary><c>raise FILE -o FILE [--recognised yyyy-MM-dd]</c>: a filled form of level 1 taken over into the form of level 2; what the new level asks for is listed.</summary>
internal static class RaiseVerb
{
    public static Command Create(Terminal terminal)
    {
        var file = CommandLine.File(terminal);
        var output = CommandLine.Output(terminal);
        var recognised = new Option<string>("--recognised") { Description = terminal.Language.Render("cli.raise.recognised"), HelpName = "yyyy-MM-dd" };
        var verb = new Command("raise", terminal.Language.Render("cli.raise")) { file, recognised, output };
        verb.SetAction(parsed => Run(parsed.GetRequiredValue(file), parsed.GetValue(recognised), parsed.GetRequiredValue(output), terminal));
        return verb;
    }

    private static int Run(string file, string? recognised, string output, Terminal terminal)
    {
        DateOnly? day = null;
        if (recognised is not null)
        {
            if (!DateOnly.TryParseExact(recognised, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var read))
            {
                terminal.Say("request.date", recognised);
                return ExitCode.Unusable;
            }
            day = read;
        }
        var desk = terminal.Desk.Value;
        if (InputFile.Read(file, out var bytes) is { } unread) { return Refuse(file, unread, terminal); }
        switch (desk.Documents.TakeOver(bytes, day, desk.Today))
        {
            case DocumentResult<TakenOver>.Refused refused: return Refuse(file, refused.Finding, terminal);
            case DocumentResult<TakenOver>.Forbidden forbidden:
                foreach (var finding in forbidden.Findings) { terminal.Say(finding); }
                return ExitCode.Errors;
            case DocumentResult<TakenOver>.Made { Product: var made }:
                foreach (var warning in made.Warnings) { terminal.Say(warning); }
                foreach (var change in made.Changes) { terminal.Say("cli.raise.change", change.After.Code, change.Before.Title, change.After.Title); }
                if (made.From.Recognition is { } term) { terminal.Say("cli.raise.term", term.UpgradeAfterMonths, term.UpgradeBasis); }
                return MadeFile.Save(made.File, output, terminal);
            default: throw new System.Diagnostics.UnreachableException();
        }
    }

    private static int Refuse(string file, Finding finding, Terminal terminal)
    {
        terminal.Say("cli.refused", file, CheckText.Line(finding, terminal.Language));
        return ExitCode.Unusable;
    }
}
