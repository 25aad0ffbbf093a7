using System.CommandLine;

using LearningCity.Docs.Forms;

namespace LearningCity.Docs.Cli;

/// <summary><c>blank FORM -f xlsx|docx -o FILE</c>: the blank official form.</summary>
internal static class BlankVerb
{
    public static Command Create(Terminal terminal)
    {
        var form = new Argument<string>("FORM") { Description = terminal.Language.Render("cli.argument.form") };
        var format = new Option<FileFormat>("--format", "-f") { Description = terminal.Language.Render("cli.option.format"), HelpName = "xlsx|docx", Required = true };
        var unit = new Option<string>("--unit") { Description = terminal.Language.Render("cli.option.unit"), HelpName = "UNIT" };
        var output = CommandLine.Output(terminal);
        var verb = new Command("blank", terminal.Language.Render("cli.blank")) { form, format, unit, output };
        verb.SetAction(parsed => Run(parsed.GetRequiredValue(form), parsed.GetRequiredValue(format), parsed.GetValue(unit), parsed.GetRequiredValue(output), terminal));
        return verb;
    }

    private static int Run(string id, FileFormat format, string? unit, string output, Terminal terminal)
    {
        var desk = terminal.Desk.Value;
        if (desk.Forms.Forms.Find(id) is not { } form)
        {
            terminal.Say("cli.unknownForm", id, string.Join(", ", desk.Forms.Forms.Forms.Select(f => f.Id)));
            return ExitCode.Unusable;
        }
        if (unit is not null)
        {
            if (form.FindPart(unit) is not { } part)
            {
                terminal.Say("cli.unknownUnit", id, unit, string.Join(", ", form.Parts().Select(u => u.Name)));
                return ExitCode.Unusable;
            }
            form = form.PartOf(part);
        }
        if (OutputFile.Write(output, desk.Documents.Blank(form, format)) is { } fault)
        {
            terminal.Say(fault);
            return ExitCode.Unusable;
        }
        terminal.Say("cli.written", output);
        return ExitCode.NothingWrong;
    }
}
