using System.Diagnostics;

namespace LearningCity.Docs.Tests.Support;

/// <summary>LibreOffice as a stranger who opens and saves our files. Every conversion has its own profile, so that several may run at once.</summary>
internal static class LibreOffice
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private static readonly string? Program = new[] { "/usr/bin/soffice", "/usr/local/bin/soffice", "/opt/libreoffice/program/soffice" }.FirstOrDefault(File.Exists);

    /// <summary>Converts to another file type by its extension, such as <c>ods</c> or <c>pdf</c>.</summary>
    public static byte[] Convert(byte[] file, string from, string to) => Convert([file], from, to)[0];

    /// <summary>Several files at once. <paramref name="to"/>: an extension, or one with a filter, such as <c>txt:Text (encoded):UTF8</c>.</summary>
    public static ImmutableArray<byte[]> Convert(ImmutableArray<byte[]> files, string from, string to)
    {
        var folder = Directory.CreateTempSubdirectory("lc-soffice-");
        try
        {
            var sources = files.Select((_, i) => Path.Combine(folder.FullName, $"source{i}.{from}")).ToImmutableArray();
            foreach (var (source, file) in sources.Zip(files)) { File.WriteAllBytes(source, file); }
            var log = Run(folder.FullName, to, [.. sources]);
            return [.. sources.Select(source => Path.Combine(folder.FullName, "out", $"{Path.GetFileNameWithoutExtension(source)}.{to.Split(':')[0]}"))
                .Select(result => File.Exists(result) ? File.ReadAllBytes(result) : throw new InvalidOperationException($"soffice made no {to}: {log}"))];
        }
        finally { folder.Delete(recursive: true); }
    }

    /// <summary>Each workbook's sheets as LibreOffice shows them: fields between tabs, in quotes where they need it. One run for all.</summary>
    public static ImmutableArray<Dictionary<string, string>> Sheets(IReadOnlyList<byte[]> workbooks)
    {
        // Tab, quote, UTF-8, from row 1, no column formats, any language, quotes where needed, as shown, no formulas, blanks kept, every sheet.
        const string AsShown = "csv:Text - txt - csv (StarCalc):9,34,76,1,,0,false,false,true,false,false,-1";
        var folder = Directory.CreateTempSubdirectory("lc-soffice-");
        try
        {
            var sources = workbooks.Select((_, i) => Path.Combine(folder.FullName, $"book{i:D3}.xlsx")).ToArray();
            for (var i = 0; i < sources.Length; i++) { File.WriteAllBytes(sources[i], workbooks[i]); }
            Run(folder.FullName, AsShown, sources);
            return [.. sources.Select(s => Path.GetFileNameWithoutExtension(s) + "-").Select(name => Directory.EnumerateFiles(Path.Combine(folder.FullName, "out"), name + "*.csv")
                .ToDictionary(f => Path.GetFileNameWithoutExtension(f)[name.Length..], File.ReadAllText))];
        }
        finally { folder.Delete(recursive: true); }
    }

    private static string Run(string folder, string to, params string[] sources)
    {
        using var soffice = Process.Start(new ProcessStartInfo(Program ?? throw new InvalidOperationException("soffice is not installed"),
            ["--headless", "--norestore", $"-env:UserInstallation=file://{folder}/profile", "--convert-to", to, "--outdir", Path.Combine(folder, "out"), .. sources])
        { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var log = Task.WhenAll(soffice.StandardOutput.ReadToEndAsync(), soffice.StandardError.ReadToEndAsync());
        if (!soffice.WaitForExit(Patience))
        {
            soffice.Kill(entireProcessTree: true);
            throw new TimeoutException($"soffice did not convert to {to} within {Patience}.");
        }
        return string.Join(' ', log.Result);
    }

    /// <summary>A test that needs soffice: where it is missing the test is skipped by name; with CI=true it must be there and the test fails instead.</summary>
    [AttributeUsage(AttributeTargets.Method)]
    public sealed class FactAttribute : Xunit.FactAttribute
    {
        public FactAttribute()
        {
            if (Program is null && Environment.GetEnvironmentVariable("CI") != "true") { Skip = "LibreOffice (soffice) is not installed: files saved by others are not tried. Install it: apt-get install libreoffice-calc libreoffice-writer"; }
        }
    }
}
