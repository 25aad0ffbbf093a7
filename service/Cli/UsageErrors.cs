using System.CommandLine;
using System.CommandLine.Parsing;
using LearningCity.Docs.Templating;

namespace LearningCity.Docs.Cli;

/// <summary>A command that was written wrongly → what is missing or not understood, and where the help is.</summary>
internal static class UsageErrors
{
    public static void Say(ParseResult parsed, Terminal terminal)
    {
        var command = parsed.CommandResult.Command;
        var said = false;
        foreach (var fault in Faults(parsed, command))
        {
            terminal.Say(fault);
            said = true;
        }
        if (!said) { terminal.Say("cli.usage.wrong", parsed.Errors[0].Message); }
        terminal.Say("cli.usage.help", command is RootCommand ? "" : HelpText.Path(command) + " ");
    }

    private static IEnumerable<Sentence> Faults(ParseResult parsed, Command command)
    {
        var known = command.Subcommands.Select(c => c.Name).Concat(command.Options.Select(o => o.Name)).ToList();
        foreach (var token in parsed.UnmatchedTokens) { yield return new Sentence("cli.usage.unknown", token, Suggestion.Sentence(token, known)); }
        if (command is not RootCommand && command.Subcommands.Count > 0) { yield return new Sentence("cli.usage.missing", HelpText.Subcommands(command)); }
        foreach (var argument in command.Arguments.Where(a => a.Arity.MinimumNumberOfValues > 0 && parsed.GetResult(a) is not { Tokens.Count: > 0 }))
        {
            yield return new Sentence("cli.usage.missing", argument.Name);
        }
        foreach (var option in command.Options)
        {
            var given = parsed.GetResult(option);
            var written = string.Join(", ", option.Aliases.Append(option.Name));
            if (option.Required && given is null or { Implicit: true }) { yield return new Sentence("cli.usage.missing", $"{written} {option.HelpName}"); }
            else if (given is { Tokens.Count: 0 } && option.Arity.MinimumNumberOfValues > 0) { yield return new Sentence("cli.usage.noValue", written, option.HelpName ?? ""); }
            else if (given is not null && parsed.Errors.Any(e => Of(e.SymbolResult) == option))
            {
                yield return new Sentence("cli.usage.badValue", string.Join(' ', given.Tokens.Select(t => t.Value)), written, option.HelpName ?? "");
            }
        }
    }

    private static Option? Of(SymbolResult? result) => result switch
    {
        OptionResult option => option.Option,
        { Parent: OptionResult option } => option.Option,
        _ => null,
    };
}
