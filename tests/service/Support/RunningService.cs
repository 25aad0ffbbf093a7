using System.Diagnostics;
using System.Text.RegularExpressions;

namespace LearningCity.Docs.Tests.Support;

/// <summary>The real program in a process of its own, on a free port.</summary>
internal sealed partial class RunningService : IAsyncDisposable
{
    private readonly Process process;

    private RunningService(Process process, Uri address) => (this.process, Client) = (process, new HttpClient { BaseAddress = address, Timeout = Hang.Limit });

    public HttpClient Client { get; }

    /// <summary>When it answers.</summary>
    public static async Task<RunningService> StartAsync(params (string Key, string Value)[] settings)
    {
        var process = Process.Start(Program(["--urls", "http://127.0.0.1:0"], settings))!;
        var words = new List<string>();
        while (await process.StandardError.ReadLineAsync().WaitAsync(Hang.Limit) is { } line)
        {
            words.Add(line);
            if (AddressPattern().Match(line) is not { Success: true } found) { continue; }
            _ = process.StandardError.BaseStream.CopyToAsync(Stream.Null);
            return new RunningService(process, new Uri(found.Value));
        }
        throw new InvalidOperationException($"The program did not start: {string.Join('\n', words)}");
    }

    /// <summary>The program with a verb: exit status and every word for a person.</summary>
    public static async Task<(int Exit, string Words)> RunAsync(string[] arguments, params (string Key, string Value)[] settings)
    {
        using var process = Process.Start(Program(arguments, settings))!;
        var words = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, words);
    }

    /// <summary>kill -9.</summary>
    public async Task KillAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited) { await KillAsync(); }
        process.Dispose();
        Client.Dispose();
    }

    private static ProcessStartInfo Program(string[] arguments, (string Key, string Value)[] settings)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath is { } host && Path.GetFileNameWithoutExtension(host) == "dotnet" ? host : "dotnet", [Path.Combine(AppContext.BaseDirectory, "LearningCity.Docs.dll"), .. arguments])
        {
            RedirectStandardError = true,
        };
        foreach (var (key, value) in settings) { start.Environment[key.Replace(":", "__", StringComparison.Ordinal)] = value; }
        return start;
    }

    [GeneratedRegex(@"http://127\.0\.0\.1:\d+")]
    private static partial Regex AddressPattern();
}
