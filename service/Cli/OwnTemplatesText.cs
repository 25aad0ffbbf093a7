using System.CommandLine;
using LearningCity.Docs.Documents;

namespace LearningCity.Docs.Cli;

/// <summary><c>--templates FOLDER</c>: the agency's own templates, and what is to be said of them.</summary>
internal static class OwnTemplatesText
{
    public static Option<string> Option(Terminal terminal) =>
        new("--templates") { Description = terminal.Language.Render("cli.option.templates"), HelpName = "FOLDER" };

    /// <summary>The desk with the templates of the folder, or of the usual one in the data folder where there is one.</summary>
    /// <returns>Null when the folder does not exist, and that is said.</returns>
    public static Desk? Open(string? folder, Terminal terminal)
    {
        if (folder is not null && !Directory.Exists(folder))
        {
            terminal.Say("cli.own.noFolder", folder);
            return null;
        }
        var own = folder ?? DataFolder.FindFolder(terminal.Settings.Value, OwnTemplates.FolderName);
        return own is null ? terminal.Desk.Value : terminal.Desk.Value.WithTemplates(own);
    }

    /// <summary>At start-up: every template, with all that is wrong with it, and every file that is none.</summary>
    public static void Say(OwnTemplates own, Terminal terminal)
    {
        foreach (var template in own.Templates)
        {
            SayFindings(template, terminal);
            terminal.Say(template.IsDefective ? "cli.own.disabled" : "cli.own.used", template.Path, template.Kind.Id, template.Errors);
        }
        SayStrays(own, terminal);
    }

    /// <summary>Before a paper is made: what is doubtful. A template that cannot be used is told when it is asked for.</summary>
    public static void SayDoubts(OwnTemplates own, Terminal terminal)
    {
        foreach (var template in own.Templates.Where(t => !t.IsDefective)) { SayFindings(template, terminal); }
        SayStrays(own, terminal);
    }

    public static void SayFindings(OwnTemplate template, Terminal terminal)
    {
        foreach (var finding in template.Findings)
        {
            terminal.Say("cli.templates.finding", template.Path, CheckText.Line(finding, terminal.Language));
        }
    }

    private static void SayStrays(OwnTemplates own, Terminal terminal)
    {
        foreach (var stray in own.Strays) { terminal.Say("cli.own.stray", stray.Path, stray.Meant); }
    }
}
