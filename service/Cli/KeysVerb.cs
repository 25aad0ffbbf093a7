using System.CommandLine;
using LearningCity.Docs.Access;

namespace LearningCity.Docs.Cli;

/// <summary><c>keys rotate [--revoke]</c>: a new key for the tokens of the mode Accounts.</summary>
internal static class KeysVerb
{
    public static Command Create(Terminal terminal)
    {
        var revoke = new Option<bool>("--revoke") { Description = terminal.Language.Render("cli.option.revoke") };
        var rotate = new Command("rotate", terminal.Language.Render("cli.keys.rotate")) { revoke };
        rotate.SetAction(async parsed =>
        {
            var made = new SigningKeys(DataFolder.Open(terminal.Settings.Value)).Rotate(terminal.Desk.Value.Clock.GetUtcNow(), parsed.GetValue(revoke));
            await StoredData.RecordAsync(terminal, parsed.GetValue(revoke) ? "keys.revoke" : "keys.rotate", made);
            terminal.Say(parsed.GetValue(revoke) ? "cli.keys.revoked" : "cli.keys.rotated", made);
            return ExitCode.NothingWrong;
        });
        return new Command("keys", terminal.Language.Render("cli.keys")) { rotate };
    }
}
