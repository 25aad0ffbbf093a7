using System.Diagnostics;
using System.Reflection;
using Xunit.Sdk;

namespace LearningCity.Docs.Tests.Support;

/// <summary>A PostgreSQL of these tests alone, in a temporary folder, reached through a socket in it; started when first asked for, gone with the tests.</summary>
internal static class PostgresServer
{
    private const string Owner = "postgres";

    private static readonly string? Programs = Directory.Exists("/usr/lib/postgresql")
        ? Directory.GetDirectories("/usr/lib/postgresql").Order(StringComparer.Ordinal).Select(version => Path.Combine(version, "bin")).LastOrDefault(bin => File.Exists(Path.Combine(bin, "initdb")))
        : null;

    private static readonly Lazy<string> Running = new(Start);
    private static int databases;

    public static bool IsInstalled => Programs is not null;

    /// <summary>The connection string of a new, empty database.</summary>
    public static string NewDatabase()
    {
        var folder = Running.Value;
        var name = $"test{Interlocked.Increment(ref databases)}";
        Run(Path.Combine(Programs!, "createdb"), "-h", folder, "-U", Owner, name);
        return $"Host={folder};Username={Owner};Database={name};Pooling=true;Maximum Pool Size=20";
    }

    private static string Start()
    {
        if (Programs is null) { throw new InvalidOperationException("PostgreSQL is not installed."); }
        var folder = Directory.CreateTempSubdirectory("lc-pg-").FullName;
        // The server refuses to run as root.
        if (Environment.IsPrivilegedProcess) { Run("chown", Owner, folder); }
        var data = Path.Combine(folder, "data");
        AsOwner("initdb", "-D", data, "-U", Owner, "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync");
        AsOwner("pg_ctl", "-D", data, "-w", "-l", Path.Combine(folder, "log"), "-o", $"-k {folder} -c listen_addresses='' -c max_connections=200 -c fsync=off", "start");
        StopWithTheTests(data, folder);
        return folder;
    }

    /// <summary>However they end: a test host is often killed, and then runs nothing of ours.</summary>
    private static void StopWithTheTests(string data, string folder)
    {
        var tests = Environment.ProcessId.ToString(System.Globalization.CultureInfo.InvariantCulture);
        Run("sh", "-c", $"(while kill -0 {tests}; do sleep 1; done; kill -INT $(head -1 '{data}/postmaster.pid'); sleep 2; rm -rf '{folder}') &");
    }

    private static void AsOwner(string program, params string[] arguments)
    {
        var path = Path.Combine(Programs!, program);
        if (Environment.IsPrivilegedProcess) { Run("runuser", ["-u", Owner, "--", path, .. arguments]); }
        else { Run(path, arguments); }
    }

    /// <summary>Without pipes: the server would inherit them and keep them open.</summary>
    private static void Run(string program, params string[] arguments)
    {
        var quoted = string.Join(' ', arguments.Prepend(program).Select(a => $"'{a.Replace("'", "'\\''", StringComparison.Ordinal)}'"));
        using var process = Process.Start(new ProcessStartInfo("sh", ["-c", $"{quoted} >/dev/null 2>&1 </dev/null"]) { WorkingDirectory = "/" })!;
        process.WaitForExit();
        if (process.ExitCode != 0) { throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}"); }
    }
}

/// <summary>The row of a theory that runs on SQLite.</summary>
public sealed class OnSqliteAttribute : DataAttribute
{
    public override IEnumerable<object[]> GetData(MethodInfo testMethod) => [["sqlite"]];
}

/// <summary>The row of a theory that runs on PostgreSQL: skipped by name where that is missing; with CI=true it must be there and the test fails instead.</summary>
public sealed class OnPostgresAttribute : DataAttribute
{
    public OnPostgresAttribute()
    {
        if (!PostgresServer.IsInstalled && Environment.GetEnvironmentVariable("CI") != "true") { Skip = "PostgreSQL is not installed: this is tried on SQLite only. Install it: apt-get install postgresql"; }
    }

    public override IEnumerable<object[]> GetData(MethodInfo testMethod) => [["postgres"]];
}
