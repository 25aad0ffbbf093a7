namespace LearningCity.Docs.Cli;

/// <summary>What a verb speaks through. JSON goes to <paramref name="Data"/> alone; every word for a person goes to <paramref name="Words"/>.</summary>
/// <param name="Desk">Opened when a verb first needs a form.</param>
/// <param name="Settings">Those of the program, from the same places as the service's.</param>
internal sealed record Terminal(Lazy<Desk> Desk, Lazy<IConfiguration> Settings, TextWriter Data, TextWriter Words, LanguageTable Language)
{
    /// <summary>What is typed, or sent in.</summary>
    public required TextReader Input { get; init; }

    public void Say(string key, params ImmutableArray<object> arguments) => Say(new Sentence(key) { Arguments = arguments });

    public void Say(Sentence sentence) => Words.WriteLine(Language.Render(sentence));

    public void Say(Finding finding) => Words.WriteLine(CheckText.Line(finding, Language));

    /// <summary>Writes one JSON value and ends the line.</summary>
    public void Write<T>(T value) => Data.WriteLine(System.Text.Json.JsonSerializer.Serialize(value, Reporting.CheckReports.Json));
}

/// <summary>Exit statuses, as other programs test them.</summary>
internal static class ExitCode
{
    public const int NothingWrong = 0;

    /// <summary>Findings of severity error.</summary>
    public const int Errors = 1;

    /// <summary>The file cannot be read as a form, or the command is wrong.</summary>
    public const int Unusable = 2;
}
