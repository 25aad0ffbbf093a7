using System.CommandLine;
using System.CommandLine.Help;

namespace LearningCity.Docs.Cli;

/// <summary>The program from a terminal: <c>LearningCity.Docs VERB</c>, in Vietnamese unless <c>--lang en</c>. Without a verb it serves.</summary>
internal static class CommandLine
{
    /// <param name="input">Null for the terminal's.</param>
    /// <param name="serve">Runs the service on the addresses given, null for the usual one, until it is stopped; answers why it could not be started, or null.</param>
    public static async Task<int> RunAsync(string[] args, Lazy<Desk> desk, Lazy<IConfiguration> settings, TextWriter data, TextWriter words, Func<Desk, string?, Action<Sentence>, Task<Sentence?>> serve, TextReader? input = null)
    {
        var terminal = new Terminal(desk, settings, data, words, LanguageTable.For(LanguageAsked(args))) { Input = input ?? Console.In };
        var root = Root(terminal, async (urls, templates) =>
        {
            if (OwnTemplatesText.Open(templates, terminal) is not { } opened) { return ExitCode.Unusable; }
            OwnTemplatesText.Say(opened.Documents.Own, terminal);
            if (await serve(opened, urls, terminal.Say) is not { } fault) { return ExitCode.NothingWrong; }
            terminal.Say(fault);
            return ExitCode.Unusable;
        });
        // An official's file may be called @something.
        var parsed = root.Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (parsed.Errors.Count > 0 && parsed.Action is not (HelpText or VersionText))
        {
            UsageErrors.Say(parsed, terminal);
            return ExitCode.Unusable;
        }
        // Exceptions are Program's; Ctrl+C is the web server's.
        return await parsed.InvokeAsync(new InvocationConfiguration { Output = data, Error = words, EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null });
    }

    /// <summary>The one file of a verb.</summary>
    public static Argument<string> File(Terminal terminal) => new("FILE") { Description = terminal.Language.Render("cli.argument.file") };

    public static Option<bool> Json(Terminal terminal) => new("--json") { Description = terminal.Language.Render("cli.option.json") };

    public static Option<string> Output(Terminal terminal, string name = "FILE") => new("--output", "-o") { Description = terminal.Language.Render("cli.option.output"), HelpName = name, Required = true };

    public static Option<string> Details(Terminal terminal) => new("--details", "-d") { Description = terminal.Language.Render("cli.option.details"), HelpName = "DETAILS.json", Required = true };

    public static Option<bool> Draft(Terminal terminal) => new("--draft") { Description = terminal.Language.Render("cli.option.draft") };

    /// <summary>Which form of a file that holds several.</summary>
    public static Option<string> Form(Terminal terminal) => new("--form") { Description = terminal.Language.Render("cli.option.form"), HelpName = "ID" };

    public static Option<string> Acknowledge(Terminal terminal) => new("--acknowledge") { Description = terminal.Language.Render("cli.option.acknowledge"), HelpName = "REASON" };

    private static RootCommand Root(Terminal terminal, Func<string?, string?, Task<int>> serve)
    {
        var urls = new Option<string>("--urls") { Description = terminal.Language.Render("cli.option.urls"), HelpName = "URL" };
        var templates = OwnTemplatesText.Option(terminal);
        var root = new RootCommand(terminal.Language.Render("cli.program"))
        {
            new Command("serve", terminal.Language.Render("cli.serve")) { urls, templates },
            ListVerbs.Forms(terminal),
            BlankVerb.Create(terminal),
            CheckVerb.Create(terminal),
            FixVerb.Create(terminal),
            RaiseVerb.Create(terminal),
            DocumentVerb.Create(terminal),
            DossierVerb.Create(terminal),
            ListVerbs.Documents(terminal),
            LintVerb.Create(terminal),
            TemplatesVerb.Create(terminal),
            ManifestVerb.Create(terminal),
            AccountsVerb.Create(terminal),
            KeysVerb.Create(terminal),
            TokenVerb.Create(terminal),
            SubmissionsVerb.Create(terminal),
            AuditVerb.Create(terminal),
            BackupVerbs.Backup(terminal),
            BackupVerbs.Restore(terminal),
            urls,
            templates,
            new Option<string>("--lang") { Description = terminal.Language.Render("cli.option.lang"), HelpName = "vi|en", Recursive = true },
        };
        root.SetAction(parsed => serve(parsed.GetValue(urls), parsed.GetValue(templates)));
        root.Subcommands[0].SetAction(parsed => serve(parsed.GetValue(urls), parsed.GetValue(templates)));
        foreach (var option in root.Options)
        {
            if (option is HelpOption) { (option.Action, option.Description) = (new HelpText(terminal), terminal.Language.Render("cli.option.help")); }
            if (option is VersionOption) { (option.Action, option.Description) = (new VersionText(terminal), terminal.Language.Render("cli.option.version")); }
        }
        return root;
    }

    /// <summary>Before anything is parsed: the help itself is in that language.</summary>
    private static string? LanguageAsked(string[] args)
    {
        var at = Array.FindIndex(args, a => a == "--lang" || a.StartsWith("--lang=", StringComparison.Ordinal));
        if (at < 0) { return null; }
        return args[at] == "--lang" ? args.ElementAtOrDefault(at + 1) : args[at]["--lang=".Length..];
    }
}
