using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.Reflection;

namespace LearningCity.Docs.Cli;

/// <summary>Hướng dẫn: how a verb is written, in the language asked for.</summary>
internal sealed class HelpText(Terminal terminal) : SynchronousCommandLineAction
{
    private const int Indent = 2, Gap = 3;

    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        var command = parseResult.CommandResult.Command;
        terminal.Words.WriteLine(command.Description);
        terminal.Words.WriteLine();
        terminal.Say("cli.help.usage", Usage(command));
        Table("cli.help.verbs", command.Subcommands.Select(c => (Usage(c, program: false), c.Description)));
        Table("cli.help.arguments", command.Arguments.Select(a => (a.Name, a.Description)));
        Table("cli.help.options", Options(command).Select(o => (string.Join(", ", o.Aliases.Where(Plain).Append(o.Name)) + (o.HelpName is null ? "" : " " + o.HelpName), o.Description)));
        if (command is RootCommand) { terminal.Say("cli.help.exit"); }
        return ExitCode.NothingWrong;
    }

    /// <summary><c>check FILE… [--json]</c></summary>
    private static string Usage(Command command, bool program = true)
    {
        var name = typeof(HelpText).Assembly.GetName().Name;
        var parts = new List<string>(program ? [name!] : []);
        if (command is RootCommand) { parts.Add("VERB"); }
        else
        {
            parts.Add(program ? Path(command) : command.Name);
            if (command.Subcommands.Count > 0) { parts.Add(Subcommands(command)); }
            parts.AddRange(command.Arguments.Select(a => a.Arity.MaximumNumberOfValues > 1 ? a.Name + "…" : a.Name));
            parts.AddRange(command.Options.Where(o => o is not (HelpOption or VersionOption)).Select(Usage));
        }
        return string.Join(' ', parts);
    }

    /// <summary>As it is typed after the program's name: <c>templates check</c>.</summary>
    public static string Path(Command command) =>
        string.Join(' ', Above(command).Reverse().Where(c => c is not RootCommand).Append(command).Select(c => c.Name));

    /// <summary>What must follow a verb that does nothing by itself: <c>check|names</c>.</summary>
    public static string Subcommands(Command command) => string.Join('|', command.Subcommands.Select(c => c.Name));

    private static string Usage(Option option)
    {
        var written = (option.Aliases.FirstOrDefault() ?? option.Name) + (option.HelpName is null ? "" : " " + option.HelpName);
        return option.Required ? written : $"[{written}]";
    }

    /// <summary>The verb's own options, then those that every verb has.</summary>
    private static IEnumerable<Option> Options(Command command) =>
        command.Options.Concat(Above(command).SelectMany(c => c.Options).Where(o => o.Recursive && o is not VersionOption)).Distinct();

    /// <summary>The verbs that it stands under, the nearest first.</summary>
    private static IEnumerable<Command> Above(Command command) => command.Parents.OfType<Command>().SelectMany(parent => Above(parent).Prepend(parent));

    /// <summary>The forms <c>/h</c> and <c>-?</c> work and need not be learnt.</summary>
    private static bool Plain(string alias) => alias[0] is '-' && alias != "-?";

    private void Table(string heading, IEnumerable<(string Term, string? Text)> rows)
    {
        var all = rows.ToList();
        if (all.Count == 0) { return; }
        terminal.Words.WriteLine();
        terminal.Say(heading);
        var width = all.Max(r => r.Term.Length) + Gap;
        foreach (var (term, text) in all) { terminal.Words.WriteLine(new string(' ', Indent) + term.PadRight(width) + text); }
    }
}

/// <summary>Phiên bản.</summary>
internal sealed class VersionText(Terminal terminal) : SynchronousCommandLineAction
{
    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        terminal.Words.WriteLine(typeof(VersionText).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion);
        return ExitCode.NothingWrong;
    }
}
