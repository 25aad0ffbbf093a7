using System.CommandLine;
using LearningCity.Docs.Documents;
using LearningCity.Docs.Packages;
using LearningCity.Docs.Templating;

namespace LearningCity.Docs.Cli;

/// <summary><c>templates check FILE [--kind KIND]</c> and <c>templates names KIND</c>: for who writes the Word templates of the papers.</summary>
internal static class TemplatesVerb
{
    public static Command Create(Terminal terminal) => new("templates", terminal.Language.Render("cli.templates")) { Check(terminal), Names(terminal) };

    private static Command Check(Terminal terminal)
    {
        var file = new Argument<string>("FILE") { Description = terminal.Language.Render("cli.argument.template") };
        var kind = new Option<string>("--kind") { Description = terminal.Language.Render("cli.option.kind"), HelpName = "KIND" };
        var verb = new Command("check", terminal.Language.Render("cli.templates.check")) { file, kind };
        verb.SetAction(parsed => Check(parsed.GetRequiredValue(file), parsed.GetValue(kind), terminal));
        return verb;
    }

    private static Command Names(Terminal terminal)
    {
        var kind = new Argument<string>("KIND") { Description = terminal.Language.Render("cli.argument.kind") };
        var verb = new Command("names", terminal.Language.Render("cli.templates.names")) { kind };
        verb.SetAction(parsed => Names(parsed.GetRequiredValue(kind), terminal));
        return verb;
    }

    private static int Check(string file, string? id, Terminal terminal)
    {
        var kind = id is null ? null : Kind(id, terminal);
        if (id is not null && kind is null) { return ExitCode.Unusable; }
        if (InputFile.Read(file, out var bytes) is { } unread) { return Refuse(file, unread, terminal); }
        var findings = Guide(terminal).Check(bytes.ToArray(), file, kind);
        if (findings is [{ } only] && only.Descriptor == FindingCatalog.LC9001_NotAWordTemplate) { return Refuse(file, only, terminal); }
        foreach (var finding in findings) { Say(file, finding, terminal); }
        var errors = findings.Count(f => f.Severity is Severity.Error);
        terminal.Say("cli.templates.counts", file, errors, findings.Length - errors);
        return errors > 0 ? ExitCode.Errors : ExitCode.NothingWrong;
    }

    private static int Names(string id, Terminal terminal)
    {
        if (Kind(id, terminal) is not { } kind) { return ExitCode.Unusable; }
        terminal.Say("cli.templates.names.header", kind.Id, kind.Title);
        foreach (var name in Guide(terminal).Names(kind))
        {
            terminal.Say(string.IsNullOrWhiteSpace(name.Sample) ? "cli.templates.name" : "cli.templates.nameLike", name.Name, new Sentence("template.kind." + name.Kind), name.Sample);
        }
        terminal.Say("cli.templates.formatters", string.Join(", ", ValueFormat.Names));
        return ExitCode.NothingWrong;
    }

    private static int Refuse(string file, Finding finding, Terminal terminal)
    {
        Say(file, finding, terminal);
        return ExitCode.Unusable;
    }

    private static void Say(string file, Finding finding, Terminal terminal) => terminal.Say("cli.templates.finding", file, CheckText.Line(finding, terminal.Language));

    private static DocumentKind? Kind(string id, Terminal terminal)
    {
        var kinds = terminal.Desk.Value.Documents.Kinds;
        if (kinds.Find(id) is { } kind) { return kind; }
        terminal.Say("cli.unknownKind", id, string.Join(", ", kinds.Kinds.Select(k => k.Id)));
        return null;
    }

    private static TemplateGuide Guide(Terminal terminal) => terminal.Desk.Value.Documents.Guide;
}
