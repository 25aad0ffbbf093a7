using LearningCity.Docs.Cli;

namespace LearningCity.Docs.Tests.Cli;

/// <summary>What a command came to.</summary>
/// <param name="Served">The addresses, when the service was asked for.</param>
internal sealed record CommandRun(int Exit, string Data, string Words, string? Served)
{
    public static async Task<CommandRun> Of(Lazy<Desk> desk, params string[] args)
    {
        using var data = new StringWriter();
        using var words = new StringWriter();
        string? served = null;
        var exit = await CommandLine.RunAsync(args, desk, data, words, (_, urls, _) =>
        {
            served = urls ?? "default";
            return Task.FromResult<Sentence?>(null);
        });
        return new CommandRun(exit, data.ToString(), words.ToString().ReplaceLineEndings("\n"), served);
    }
}
