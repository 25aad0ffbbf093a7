using System.CommandLine;
using LearningCity.Docs.Reporting;

namespace LearningCity.Docs.Cli;

/// <summary><c>forms [--json]</c> and <c>documents [--json] [--templates FOLDER]</c>: what the program knows.</summary>
internal static class ListVerbs
{
    public static Command Forms(Terminal terminal) => Create("forms", terminal, [], _ => terminal.Desk.Value, desk => FormReports.List(desk.Forms.Forms, desk.Today), form =>
    {
        terminal.Say("cli.forms.form", form.Id, form.Version, form.Title);
        if (!form.InForce) { terminal.Say("cli.forms.ended", form.ValidFrom, form.ValidTo!.Value); }
        else if (form.ValidTo is { } last) { terminal.Say("cli.forms.validUntil", form.ValidFrom, last); }
        else { terminal.Say("cli.forms.valid", form.ValidFrom); }
    });

    public static Command Documents(Terminal terminal)
    {
        var templates = OwnTemplatesText.Option(terminal);
        return Create(
            "documents", terminal, [templates], parsed => OwnTemplatesText.Open(parsed.GetValue(templates), terminal),
            desk => DocumentReports.List(desk.Documents.Kinds, desk.Forms.Forms, desk.Documents.Own, terminal.Language), kind =>
            {
                terminal.Say("cli.documents.kind", kind.Id, kind.Title, string.Join(", ", kind.Forms));
                foreach (var detail in kind.Details)
                {
                    terminal.Say(detail.Required ? "cli.documents.required" : "cli.documents.optional", detail.Name, detail.Label, System.Text.Json.JsonSerializer.Serialize(detail.Example, CheckReports.Json));
                }
            },
            desk => OwnTemplatesText.Say(desk.Documents.Own, terminal));
    }

    /// <param name="also">What is to be said besides the list.</param>
    private static Command Create<T>(string name, Terminal terminal, ImmutableArray<Option> options, Func<ParseResult, Desk?> open, Func<Desk, ImmutableArray<T>> list, Action<T> say, Action<Desk>? also = null)
    {
        var json = CommandLine.Json(terminal);
        var verb = new Command(name, terminal.Language.Render("cli." + name)) { json };
        foreach (var option in options) { verb.Add(option); }
        verb.SetAction(parsed =>
        {
            if (open(parsed) is not { } desk) { return ExitCode.Unusable; }
            var known = list(desk);
            if (parsed.GetValue(json)) { terminal.Write(known); }
            else
            {
                foreach (var one in known) { say(one); }
            }
            also?.Invoke(desk);
            return ExitCode.NothingWrong;
        });
        return verb;
    }
}
