using System.CommandLine;
using LearningCity.Docs.Access;

namespace LearningCity.Docs.Cli;

/// <summary><c>token create --account NAME [--hours N]</c>: a token for a program that asks the service; printed on standard output and kept nowhere.</summary>
internal static class TokenVerb
{
    public static Command Create(Terminal terminal)
    {
        var name = new Option<string>("--account") { Description = terminal.Language.Render("cli.argument.account"), HelpName = "NAME", Required = true };
        var hours = new Option<int>("--hours") { Description = terminal.Language.Render("cli.option.hours"), HelpName = "N", DefaultValueFactory = _ => (int)AccountTokens.SessionLife.TotalHours };
        var create = new Command("create", terminal.Language.Render("cli.token.create")) { name, hours };
        create.SetAction(async parsed => await RunAsync(parsed.GetRequiredValue(name), parsed.GetValue(hours), terminal));
        return new Command("token", terminal.Language.Render("cli.token")) { create };
    }

    private static async Task<int> RunAsync(string name, int hours, Terminal terminal)
    {
        var longest = (int)AccountTokens.LongestLife.TotalHours;
        if (hours < 1 || hours > longest)
        {
            terminal.Say("cli.token.hours", longest);
            return ExitCode.Unusable;
        }
        var data = DataFolder.Open(terminal.Settings.Value);
        var book = new AccountBook(data);
        if (book.Find(name) is not { } account)
        {
            terminal.Say("accounts.unknown", name);
            return ExitCode.Unusable;
        }
        await StoredData.RecordAsync(terminal, "token.create", account.Person.Key);
        terminal.Data.WriteLine(new AccountTokens(book, new SigningKeys(data)).Issue(account, terminal.Desk.Value.Clock.GetUtcNow(), TimeSpan.FromHours(hours)));
        terminal.Say("cli.token.created", account.Name, account.Role.Title(), hours);
        return ExitCode.NothingWrong;
    }
}
