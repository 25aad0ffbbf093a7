using System.CommandLine;
using LearningCity.Docs.Reporting;

namespace LearningCity.Docs.Cli;

/// <summary><c>forms [--json]</c> and <c>documents [--json]</c>: what the program knows.</summary>
internal static class ListVerbs
{
    public static Command Forms(Terminal terminal) => Create("forms", terminal, desk => FormReports.List(desk.Forms.Forms), form =>
    {
        terminal.Say("cli.forms.form", form.Id, form.Version, form.Title);
        if (form.ValidTo is { } last) { terminal.Say("cli.forms.validUntil", form.ValidFrom, last); }
        else { terminal.Say("cli.forms.valid", form.ValidFrom); }
    });

    public static Command Documents(Terminal terminal) => Create("documents", terminal, desk => DocumentReports.List(desk.Documents.Kinds), kind =>
    {
        terminal.Say("cli.documents.kind", kind.Id, kind.Title, kind.Form);
        foreach (var detail in kind.Details)
        {
            terminal.Say(detail.Required ? "cli.documents.required" : "cli.documents.optional", detail.Name, detail.Label, System.Text.Json.JsonSerializer.Serialize(detail.Example, CheckReports.Json));
        }
    });

    private static Command Create<T>(string name, Terminal terminal, Func<Desk, ImmutableArray<T>> list, Action<T> say)
    {
        var json = CommandLine.Json(terminal);
        var verb = new Command(name, terminal.Language.Render("cli." + name)) { json };
        verb.SetAction(parsed =>
        {
            var known = list(terminal.Desk.Value);
            if (parsed.GetValue(json)) { terminal.Write(known); }
            else
            {
                foreach (var one in known) { say(one); }
            }
            return ExitCode.NothingWrong;
        });
        return verb;
    }
}
