using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace LearningCity.Docs.Tests.Support;

/// <summary>The service as an IT clerk runs it: a process of its own with a real web server, on a free port of loopback.</summary>
internal sealed partial class ServiceProcess : IAsyncDisposable
{
    private readonly Process process;
    private readonly StringBuilder words = new();
    private readonly TaskCompletionSource<string> address = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private ServiceProcess(Process process) => this.process = process;

    public HttpClient Client { get; private set; } = null!;

    public int Id => process.Id;

    /// <summary>All that it wrote to standard error so far.</summary>
    public string Words
    {
        get { lock (words) { return words.ToString(); } }
    }

    /// <param name="settings">In the environment, such as <c>Pdf__LibreOffice</c>.</param>
    public static async Task<ServiceProcess> StartAsync(params (string Name, string Value)[] settings)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(Desk).Assembly.Location, "serve", "--urls", "http://127.0.0.1:0"]) { RedirectStandardError = true, RedirectStandardOutput = true };
        // Whatever the machine that runs the tests is set to.
        foreach (var name in start.Environment.Keys.Where(k => k.StartsWith("ASPNETCORE_", StringComparison.Ordinal)).ToList()) { start.Environment.Remove(name); }
        foreach (var (name, value) in settings) { start.Environment[name] = value; }
        var service = new ServiceProcess(new Process { StartInfo = start, EnableRaisingEvents = true });
        service.process.ErrorDataReceived += (_, line) => service.Heard(line.Data);
        service.process.Exited += (_, _) => service.address.TrySetException(new InvalidOperationException($"The service ended before it served: {service.Words}"));
        service.process.Start();
        service.process.BeginErrorReadLine();
        service.process.BeginOutputReadLine();
        // A client that reuses connections, as many as there are callers; no proxy of the machine in between.
        service.Client = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = new Uri(await service.address.Task.WaitAsync(Hang.Limit)), Timeout = Hang.Limit };
        return service;
    }

    /// <summary>What the kernel says of it: <c>VmHWM</c>, the most memory that it ever held, or <c>VmRSS</c>, what it holds now, in bytes.</summary>
    public long Memory(string field)
    {
        var line = File.ReadLines($"/proc/{Id}/status").First(l => l.StartsWith(field + ":", StringComparison.Ordinal));
        return long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) * 1024;
    }

    /// <summary>SIGTERM, as systemd and Docker stop a service.</summary>
    public void Terminate()
    {
        using var kill = Process.Start("kill", ["-TERM", Id.ToString(CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
    }

    public async Task<int> EndedAsync()
    {
        await process.WaitForExitAsync().WaitAsync(Hang.Limit);
        return process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        Client?.Dispose();
        if (!process.HasExited)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
        }
        process.Dispose();
    }

    private void Heard(string? line)
    {
        if (line is null) { return; }
        lock (words) { words.AppendLine(line); }
        if (Address().Match(line) is { Success: true } said) { address.TrySetResult(said.Value); }
    }

    [GeneratedRegex(@"http://127\.0\.0\.1:[0-9]+")]
    private static partial Regex Address();
}
