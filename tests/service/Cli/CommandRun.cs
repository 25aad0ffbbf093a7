using LearningCity.Docs.Cli;
using LearningCity.Docs.Tests.Support;
using Microsoft.Extensions.Configuration;

namespace LearningCity.Docs.Tests.Cli;

/// <summary>What a command came to.</summary>
/// <param name="Served">The addresses, when the service was asked for.</param>
internal sealed record CommandRun(int Exit, string Data, string Words, string? Served)
{
    public static Task<CommandRun> Of(Lazy<Desk> desk, params string[] args) => Of(desk, TestFolders.New(), args);

    /// <param name="folder">The data folder.</param>
    public static Task<CommandRun> Of(Lazy<Desk> desk, string folder, string[] args) => Of(desk, TestFolders.Settings(folder), "", args);

    /// <param name="typed">What stands on standard input.</param>
    public static async Task<CommandRun> Of(Lazy<Desk> desk, IConfiguration settings, string typed, string[] args)
    {
        using var input = new StringReader(typed);
        using var data = new StringWriter();
        using var words = new StringWriter();
        string? served = null;
        var exit = await CommandLine.RunAsync(args, desk, new(() => settings), data, words, (_, urls, _) =>
        {
            served = urls ?? "default";
            return Task.FromResult<Sentence?>(null);
        }, input);
        return new CommandRun(exit, data.ToString(), words.ToString().ReplaceLineEndings("\n"), served);
    }
}
