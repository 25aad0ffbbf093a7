using LearningCity.Docs.Evaluation;

namespace LearningCity.Docs.Cli;

/// <summary>A checked file in words: form and verdict, findings with the worst first, what is left for each office, the counts.</summary>
internal static class CheckText
{
    private const int NamedEntries = 12;
    private static readonly ImmutableArray<Severity> WorstFirst = [Severity.Error, Severity.Warning, Severity.Info];

    public static void Write(string file, CheckResult.Checked check, Terminal terminal)
    {
        foreach (var form in check.Forms)
        {
            var definition = form.Entries.Form;
            terminal.Say("cli.check.header", file, definition.Annex ?? definition.Sheet, definition.Version);
            terminal.Say("cli.check.verdict", form.Evaluation.Summary);
            WriteFindings(form.Findings, terminal);
            WriteLeft(form.Evaluation, terminal);
            WriteCounts(form.Findings, terminal);
            WriteToDo(form.Findings, terminal);
        }
    }

    /// <summary>A document whose layout was checked.</summary>
    public static void Write(string file, LayoutResult.Checked check, Terminal terminal)
    {
        terminal.Say("cli.lint.header", file);
        WriteFindings(check.Findings, terminal);
        WriteCounts(check.Findings, terminal);
    }

    /// <summary><c>Phụ lục IIIb!D20: lỗi LC3102: …</c></summary>
    public static string Line(Finding finding, LanguageTable language) =>
        language.Render("cli.finding", finding.Location, new Sentence("severity." + finding.Severity), finding.Code, finding.Message(language));

    private static void WriteFindings(ImmutableArray<Finding> findings, Terminal terminal)
    {
        foreach (var finding in WorstFirst.SelectMany(severity => findings.Where(f => f.Severity == severity && !findings.Any(cause => Follows(f, cause)))))
        {
            Write(finding, terminal);
            foreach (var following in findings.Where(f => Follows(f, finding))) { Write(following, terminal); }
        }
    }

    private static bool Follows(Finding finding, Finding cause) => finding.FollowsFrom is { } from && from.Code == cause.Code && from.Entry == cause.Entry;

    private static void WriteCounts(ImmutableArray<Finding> findings, Terminal terminal) =>
        terminal.Say("cli.check.counts", [.. WorstFirst.Select(severity => (object)findings.Count(f => f.Severity == severity))]);

    /// <summary>"Không phát hiện lỗi nào" only where nothing is left to do.</summary>
    private static void WriteToDo(ImmutableArray<Finding> findings, Terminal terminal)
    {
        if (findings.Count(f => f.Severity is not Severity.Info) is > 0 and var left) { terminal.Say("cli.check.toDo", left); }
        else if (findings.IsEmpty) { terminal.Say("cli.check.clean"); }
        else { terminal.Say("cli.check.onlyNotes", findings.Length); }
    }

    private static void Write(Finding finding, Terminal terminal)
    {
        if (finding.FollowsFrom is { } cause) { terminal.Say("cli.finding.follows", cause.Code); }
        terminal.Say(finding);
        if (!finding.Places.IsEmpty) { WritePlaces(finding, terminal); return; }
        if (finding.Fix is { } fix) { terminal.Say("cli.finding.fix", fix.Label); }
        if (finding.Suggestion is { } suggestion) { terminal.Say("cli.finding.suggestion", suggestion.Label); }
    }

    /// <summary>The cells of one cause: the first few by name, and what corrects each where all are corrected alike.</summary>
    private static void WritePlaces(Finding finding, Terminal terminal)
    {
        var named = finding.Places.Take(NamedEntries).Select(p => new Sentence("list.place", p.Location)).ToImmutableArray();
        terminal.Say(finding.Places.Length > NamedEntries ? "cli.finding.places.more" : "cli.finding.places", new Sentence("list.places", named));
        if (finding.Places.Count(p => p.Fix is not null) is > 0 and var fixes) { terminal.Say("cli.finding.fixes", fixes); }
    }

    private static void WriteLeft(FormEvaluation evaluation, Terminal terminal)
    {
        var behind = evaluation.ByUnit.Where(u => !u.Left.IsEmpty).ToList();
        if (behind.Count == 0) { return; }
        terminal.Say("cli.check.left");
        foreach (var unit in behind)
        {
            var named = string.Join(", ", unit.Left.Take(NamedEntries)) + (unit.Left.Length > NamedEntries ? ", …" : "");
            terminal.Say("cli.check.leftOfUnit", unit.Unit.Name, unit.Left.Length, named);
        }
    }
}
