using System.CommandLine;
using LearningCity.Docs.AddIn;

namespace LearningCity.Docs.Cli;

/// <summary><c>manifest --origin https://… -o FILE [--client-id GUID]</c>: the add-in's manifest for an office's own address.</summary>
internal static class ManifestVerb
{
    public static Command Create(Terminal terminal)
    {
        var origin = new Option<string>("--origin") { Description = terminal.Language.Render("cli.option.origin"), HelpName = "https://HOST[:PORT]", Required = true };
        var output = CommandLine.Output(terminal, "FILE.xml");
        var client = new Option<Guid?>("--client-id") { Description = terminal.Language.Render("cli.option.clientId"), HelpName = "GUID" };
        var verb = new Command("manifest", terminal.Language.Render("cli.manifest")) { origin, output, client };
        verb.SetAction(parsed => Run(parsed.GetRequiredValue(origin), parsed.GetRequiredValue(output), parsed.GetValue(client), terminal));
        return verb;
    }

    private static int Run(string address, string output, Guid? client, Terminal terminal)
    {
        if (!AddInOrigin.TryRead(address, out var origin, out var fault))
        {
            terminal.Say(fault);
            return ExitCode.Unusable;
        }
        var version = typeof(ManifestVerb).Assembly.GetName().Version!;
        var shipped = File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, AddInManifest.FileName));
        if (OutputFile.Write(output, AddInManifest.Stamp(shipped, origin, version, client)) is { } unwritten)
        {
            terminal.Say(unwritten);
            return ExitCode.Unusable;
        }
        terminal.Say("cli.written", output);
        terminal.Say("cli.manifest.stamped", version.ToString(4), origin.ToString());
        return ExitCode.NothingWrong;
    }
}
