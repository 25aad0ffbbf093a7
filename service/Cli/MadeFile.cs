using System.Text;
using LearningCity.Docs.Documents;
using LearningCity.Docs.Packages;

namespace LearningCity.Docs.Cli;

/// <summary>What is made from a filled form and its details: both read, the paper or dossier made, and saved; what stands against it said.</summary>
internal static class MadeFile
{
    /// <summary>Null when it is made; else the exit status, and why is said.</summary>
    public static int? From<T>(string file, string details, string? reason, Terminal terminal, Func<ReadOnlyMemory<byte>, string, Acknowledgement?, DocumentResult<T>> make, out T? made)
    {
        made = default;
        if (InputFile.Read(file, out var form) is { } noForm) { return Refuse(file, noForm, terminal); }
        if (InputFile.Read(details, out var json) is { } noDetails) { return Refuse(details, noDetails, terminal); }
        if (!Acknowledgement.TryRead(reason, out var acknowledged))
        {
            terminal.Say("cli.acknowledge.long", Acknowledgement.LongestReason);
            return ExitCode.Unusable;
        }
        switch (make(form, WithoutMark(json), acknowledged))
        {
            case DocumentResult<T>.Refused refused: return Refuse(file, refused.Finding, terminal);
            case DocumentResult<T>.Forbidden forbidden: return Forbid(forbidden.Findings, new Sentence("cli.document.forbidden"), terminal);
            case DocumentResult<T>.Contradicted contradicted: return Forbid(contradicted.Findings, new Sentence("cli.document.contradicted", contradicted.Why), terminal);
            case DocumentResult<T>.Defective defective: return Forbid(defective, terminal);
            case DocumentResult<T>.Made one:
                made = one.Product;
                foreach (var warning in one.Warnings) { terminal.Say(warning); }
                return null;
            default: throw new System.Diagnostics.UnreachableException();
        }
    }

    public static int Save(byte[] made, string output, Terminal terminal)
    {
        if (OutputFile.Write(output, made) is { } fault)
        {
            terminal.Say(fault);
            return ExitCode.Unusable;
        }
        terminal.Say("cli.written", output);
        return ExitCode.NothingWrong;
    }

    /// <summary>Notepad begins a UTF-8 file with a byte order mark, which JSON does not have.</summary>
    private static string WithoutMark(ReadOnlyMemory<byte> json) => Encoding.UTF8.GetString(json.Span).TrimStart('\uFEFF');

    private static int Refuse(string file, Finding finding, Terminal terminal)
    {
        terminal.Say("cli.refused", file, CheckText.Line(finding, terminal.Language));
        return ExitCode.Unusable;
    }

    private static int Forbid<T>(DocumentResult<T>.Defective defective, Terminal terminal)
    {
        foreach (var template in defective.Templates) { OwnTemplatesText.SayFindings(template, terminal); }
        terminal.Say(defective.Why);
        return ExitCode.Errors;
    }

    private static int Forbid(ImmutableArray<Finding> findings, Sentence why, Terminal terminal)
    {
        foreach (var finding in findings) { terminal.Say(finding); }
        terminal.Say(why);
        return ExitCode.Errors;
    }
}
