using System.CommandLine;

namespace LearningCity.Docs.Cli;

/// <summary><c>document KIND FILE -d DETAILS.json -o FILE.docx [--draft] [--acknowledge REASON] [--form ID] [--pdf] [--templates FOLDER]</c>: one signed-ready paper from a filled form, on request also as PDF beside it.</summary>
internal static class DocumentVerb
{
    private const string Pdf = ".pdf";

    public static Command Create(Terminal terminal)
    {
        var kind = new Argument<string>("KIND") { Description = terminal.Language.Render("cli.argument.kind") };
        var file = CommandLine.File(terminal);
        var (details, draft, acknowledge, form) = (CommandLine.Details(terminal), CommandLine.Draft(terminal), CommandLine.Acknowledge(terminal), CommandLine.Form(terminal));
        var output = CommandLine.Output(terminal, "FILE.docx");
        var pdf = new Option<bool>("--pdf") { Description = terminal.Language.Render("cli.option.pdf") };
        var templates = OwnTemplatesText.Option(terminal);
        var verb = new Command("document", terminal.Language.Render("cli.document")) { kind, file, details, output, draft, acknowledge, form, pdf, templates };
        verb.SetAction(async (parsed, cancelled) =>
        {
            if (OwnTemplatesText.Open(parsed.GetValue(templates), terminal) is not { } desk) { return ExitCode.Unusable; }
            var made = Make(desk, parsed.GetRequiredValue(kind), parsed.GetRequiredValue(file), parsed.GetRequiredValue(details), parsed.GetValue(draft), parsed.GetValue(acknowledge), parsed.GetValue(form), terminal, out var paper);
            return made ?? await SaveAsync(paper!, parsed.GetRequiredValue(output), parsed.GetValue(pdf), terminal, cancelled);
        });
        return verb;
    }

    private static int? Make(Desk desk, string id, string file, string details, bool draft, string? reason, string? of, Terminal terminal, out byte[]? paper)
    {
        if (desk.Documents.Kinds.Find(id) is not { } kind)
        {
            terminal.Say("cli.unknownKind", id, string.Join(", ", desk.Documents.Kinds.Kinds.Select(k => k.Id)));
            paper = null;
            return ExitCode.Unusable;
        }
        OwnTemplatesText.SayDoubts(desk.Documents.Own, terminal);
        return MadeFile.From(file, details, reason, terminal, (form, json, acknowledged) => desk.Documents.Make(kind, form, json, desk.Today, draft, acknowledged, of: of), out paper);
    }

    /// <summary>The paper is saved also when there is no PDF of it, and the exit status says so. A name that ends in .pdf asks for the PDF alone.</summary>
    private static async Task<int> SaveAsync(byte[] paper, string output, bool pdf, Terminal terminal, CancellationToken cancelled)
    {
        if (pdf && Path.GetExtension(output).Equals(Pdf, StringComparison.OrdinalIgnoreCase)) { return await SavePdfAsync(paper, output, terminal, cancelled); }
        var saved = MadeFile.Save(paper, output, terminal);
        return pdf && saved == ExitCode.NothingWrong ? await SavePdfAsync(paper, Path.ChangeExtension(output, Pdf), terminal, cancelled) : saved;
    }

    private static async Task<int> SavePdfAsync(byte[] paper, string output, Terminal terminal, CancellationToken cancelled) =>
        await PdfFiles.MakeAsync([paper], terminal, cancelled) is [var pdf] ? MadeFile.Save(pdf, output, terminal) : ExitCode.Unusable;
}
