using System.CommandLine;
using LearningCity.Docs.Documents;

namespace LearningCity.Docs.Cli;

/// <summary><c>dossier FILE -d DETAILS.json -o FILE.zip [--draft] [--acknowledge REASON] [--form ID] [--pdf] [--templates FOLDER]</c>: every paper of the form's dossier in one zip, on request each also as PDF.</summary>
internal static class DossierVerb
{
    public static Command Create(Terminal terminal)
    {
        var file = CommandLine.File(terminal);
        var (details, draft, acknowledge, form) = (CommandLine.Details(terminal), CommandLine.Draft(terminal), CommandLine.Acknowledge(terminal), CommandLine.Form(terminal));
        var output = CommandLine.Output(terminal, "FILE.zip");
        var pdf = new Option<bool>("--pdf") { Description = terminal.Language.Render("cli.option.pdf.each") };
        var templates = OwnTemplatesText.Option(terminal);
        var verb = new Command("dossier", terminal.Language.Render("cli.dossier")) { file, details, output, draft, acknowledge, form, pdf, templates };
        verb.SetAction(async (parsed, cancelled) =>
        {
            if (OwnTemplatesText.Open(parsed.GetValue(templates), terminal) is not { } desk) { return ExitCode.Unusable; }
            var made = Make(desk, parsed.GetRequiredValue(file), parsed.GetRequiredValue(details), parsed.GetValue(draft), parsed.GetValue(acknowledge), parsed.GetValue(form), terminal, out var dossier);
            return made ?? await SaveAsync(dossier!, parsed.GetRequiredValue(output), parsed.GetValue(pdf), terminal, cancelled);
        });
        return verb;
    }

    private static int? Make(Desk desk, string file, string details, bool draft, string? reason, string? of, Terminal terminal, out Dossier? dossier)
    {
        OwnTemplatesText.SayDoubts(desk.Documents.Own, terminal);
        return MadeFile.From(file, details, reason, terminal, (form, json, acknowledged) => desk.Documents.MakeDossier(form, json, desk.Today, draft, acknowledged, of: of), out dossier);
    }

    /// <summary>The dossier is saved also when there are no PDFs of it, and the exit status says so.</summary>
    private static async Task<int> SaveAsync(Dossier dossier, string output, bool pdf, Terminal terminal, CancellationToken cancelled)
    {
        var pdfs = pdf ? await PdfFiles.MakeAsync([.. dossier.Papers.Select(p => p.Bytes)], terminal, cancelled) : [];
        var saved = MadeFile.Save((dossier with { Pdfs = pdfs }).Zip(), output, terminal);
        return pdf && pdfs.IsEmpty ? ExitCode.Unusable : saved;
    }
}
