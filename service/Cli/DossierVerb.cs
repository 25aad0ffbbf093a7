using System.CommandLine;

namespace LearningCity.Docs.Cli;

/// <summary><c>dossier FILE -d DETAILS.json -o FILE.zip [--draft]</c>: every paper of the form's dossier in one zip.</summary>
internal static class DossierVerb
{
    public static Command Create(Terminal terminal)
    {
        var file = CommandLine.File(terminal);
        var (details, draft) = (CommandLine.Details(terminal), CommandLine.Draft(terminal));
        var output = CommandLine.Output(terminal, "FILE.zip");
        var verb = new Command("dossier", terminal.Language.Render("cli.dossier")) { file, details, output, draft };
        verb.SetAction(parsed => Run(parsed.GetRequiredValue(file), parsed.GetRequiredValue(details), parsed.GetRequiredValue(output), parsed.GetValue(draft), terminal));
        return verb;
    }

    private static int Run(string file, string details, string output, bool draft, Terminal terminal)
    {
        var desk = terminal.Desk.Value;
        return MadeFile.From(file, details, terminal, (form, json) => desk.Documents.MakeDossier(form, json, desk.Today, draft), out var zip) ?? MadeFile.Save(zip, output, terminal);
    }
}
