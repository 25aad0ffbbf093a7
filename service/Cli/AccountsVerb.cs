using System.CommandLine;
using LearningCity.Docs.Access;
using LearningCity.Docs.Reporting;

namespace LearningCity.Docs.Cli;

/// <summary><c>accounts add|list|role|password|unlock|remove</c>: who may sign in, in the mode Accounts. The running service takes each change in at the next request.</summary>
internal static class AccountsVerb
{
    public static Command Create(Terminal terminal) => new("accounts", terminal.Language.Render("cli.accounts")) { Add(terminal), List(terminal), SetRole(terminal), SetPassword(terminal), Unlock(terminal), Remove(terminal) };

    private static Command Add(Terminal terminal)
    {
        var (name, role) = (Name(terminal), RoleOption(terminal));
        var verb = new Command("add", terminal.Language.Render("cli.accounts.add")) { name, role };
        verb.SetAction(async parsed => await WithPasswordAsync(terminal, (book, password) => book.Add(parsed.GetRequiredValue(name), parsed.GetValue(role) ?? Role.Viewer, password), "account.add", "cli.accounts.added", parsed.GetRequiredValue(name)));
        return verb;
    }

    private static Command SetPassword(Terminal terminal)
    {
        var name = Name(terminal);
        var verb = new Command("password", terminal.Language.Render("cli.accounts.password")) { name };
        verb.SetAction(async parsed => await WithPasswordAsync(terminal, (book, password) => book.SetPassword(parsed.GetRequiredValue(name), password), "account.password", "cli.accounts.passwordSet", parsed.GetRequiredValue(name)));
        return verb;
    }

    private static Command SetRole(Terminal terminal)
    {
        var name = Name(terminal);
        var role = RoleOption(terminal);
        role.Required = true;
        var verb = new Command("role", terminal.Language.Render("cli.accounts.role")) { name, role };
        verb.SetAction(async parsed => await ChangeAsync(terminal, book => book.SetRole(parsed.GetRequiredValue(name), parsed.GetRequiredValue(role)!.Value), "account.role", "cli.accounts.roleSet", parsed.GetRequiredValue(name)));
        return verb;
    }

    private static Command Unlock(Terminal terminal)
    {
        var name = Name(terminal);
        var verb = new Command("unlock", terminal.Language.Render("cli.accounts.unlock")) { name };
        verb.SetAction(async parsed => await ChangeAsync(terminal, book => book.Unlock(parsed.GetRequiredValue(name)), "account.unlock", "cli.accounts.unlocked", parsed.GetRequiredValue(name)));
        return verb;
    }

    private static Command Remove(Terminal terminal)
    {
        var name = Name(terminal);
        var verb = new Command("remove", terminal.Language.Render("cli.accounts.remove")) { name };
        verb.SetAction(async parsed => await ChangeAsync(terminal, book => book.Remove(parsed.GetRequiredValue(name)), "account.remove", "cli.accounts.removed", parsed.GetRequiredValue(name)));
        return verb;
    }

    private static Command List(Terminal terminal)
    {
        var json = CommandLine.Json(terminal);
        var verb = new Command("list", terminal.Language.Render("cli.accounts.list")) { json };
        verb.SetAction(parsed =>
        {
            var now = terminal.Desk.Value.Clock.GetUtcNow();
            var accounts = Book(terminal).All.OrderBy(a => a.Name, StringComparer.OrdinalIgnoreCase).ToImmutableArray();
            if (parsed.GetValue(json)) { terminal.Write(accounts.Select(a => new AccountReport(a.Name, a.Role.Name(), a.LockedUntil > now)).ToImmutableArray()); }
            else if (accounts.IsEmpty) { terminal.Say("cli.accounts.none"); }
            else
            {
                foreach (var account in accounts) { terminal.Say(account.LockedUntil > now ? "cli.accounts.locked" : "cli.accounts.account", account.Name, account.Role.Title()); }
            }
            return ExitCode.NothingWrong;
        });
        return verb;
    }

    public static Argument<string> Name(Terminal terminal) => new("NAME") { Description = terminal.Language.Render("cli.argument.account") };

    public static AccountBook Book(Terminal terminal) => new(DataFolder.Open(terminal.Settings.Value));

    private static Option<Role?> RoleOption(Terminal terminal) => new("--role")
    {
        Description = terminal.Language.Render("cli.option.role"),
        HelpName = RoleNames.All,
        CustomParser = given =>
        {
            if (RoleNames.Parse(given.Tokens is [var only] ? only.Value : null) is { } role) { return role; }
            given.AddError("role");
            return null;
        },
    };

    private static async Task<int> WithPasswordAsync(Terminal terminal, Func<AccountBook, string, Sentence?> change, string act, string done, string name) =>
        PasswordPrompt.Read(terminal) is { } password ? await ChangeAsync(terminal, book => change(book, password), act, done, name) : ExitCode.Unusable;

    private static async Task<int> ChangeAsync(Terminal terminal, Func<AccountBook, Sentence?> change, string act, string done, string name)
    {
        var before = Book(terminal).Find(name);
        if (change(Book(terminal)) is { } fault)
        {
            terminal.Say(fault);
            return ExitCode.Unusable;
        }
        await StoredData.RecordAsync(terminal, act, (before ?? Book(terminal).Find(name))?.Person.Key);
        terminal.Say(done, name);
        return ExitCode.NothingWrong;
    }
}
