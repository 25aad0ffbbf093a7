using System.Text;

namespace LearningCity.Docs.Cli;

/// <summary>A password is typed unseen and twice, or sent in as one line; never an argument, which every user of the machine can see.</summary>
internal static class PasswordPrompt
{
    /// <summary>Null when none came, which has been said.</summary>
    public static string? Read(Terminal terminal)
    {
        if (terminal.Input != Console.In || Console.IsInputRedirected) { return Given(terminal, terminal.Input.ReadLine()); }
        var first = Type(terminal, "cli.password.type");
        if (first.Length == 0 || Type(terminal, "cli.password.again") == first) { return Given(terminal, first); }
        terminal.Say("cli.password.differ");
        return null;
    }

    private static string? Given(Terminal terminal, string? password)
    {
        if (!string.IsNullOrEmpty(password)) { return password; }
        terminal.Say("cli.password.none");
        return null;
    }

    private static string Type(Terminal terminal, string prompt)
    {
        terminal.Words.Write(terminal.Language.Render(prompt));
        var typed = new StringBuilder();
        for (ConsoleKeyInfo key; (key = Console.ReadKey(intercept: true)).Key is not ConsoleKey.Enter;)
        {
            if (key.Key is ConsoleKey.Backspace) { typed.Length = Math.Max(0, typed.Length - 1); }
            else if (!char.IsControl(key.KeyChar)) { typed.Append(key.KeyChar); }
        }
        terminal.Words.WriteLine();
        return typed.ToString();
    }
}
