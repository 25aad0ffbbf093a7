using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Threading.RateLimiting;

namespace LearningCity.Docs.Pdf;

/// <summary>
/// A user's papers as PDF, by a LibreOffice of their own: one conversion at a time, a few waiting, each with a profile and a folder that nobody else uses and that are gone afterwards. Nothing of one
/// user's papers, and nothing of a conversion that went wrong, is there for the next; a new profile costs some 0.2 s. Thread-safe.
/// </summary>
/// <param name="setting">Where LibreOffice is; null to look for it.</param>
/// <param name="waiting">How many may wait for the one that is converted.</param>
/// <param name="patience">After which a conversion is ended, for each of its papers; null for 60 s; a report takes about one.</param>
internal sealed class LibreOfficePdf(string? setting = null, int waiting = 8, TimeSpan? patience = null, TimeProvider? clock = null) : IDisposable
{
    private static readonly TimeSpan UsualPatience = TimeSpan.FromSeconds(60);

    private const string Output = "out";

    private readonly ConcurrencyLimiter queue = new(new ConcurrencyLimiterOptions { PermitLimit = 1, QueueLimit = waiting, QueueProcessingOrder = QueueProcessingOrder.OldestFirst });

    public Task<PdfResult> ConvertAsync(byte[] docx, CancellationToken cancelled = default) => ConvertAsync([docx], cancelled);

    /// <summary>All of them or none, in one turn and by one process: it starts once.</summary>
    public async Task<PdfResult> ConvertAsync(ImmutableArray<byte[]> papers, CancellationToken cancelled = default)
    {
        if (LibreOfficeProgram.Find(setting) is not { } program) { return new PdfResult.NotMade(PdfFault.Absent); }
        using var turn = await queue.AcquireAsync(1, cancelled);
        return turn.IsAcquired ? await ConvertAsync(program, papers, cancelled) : new PdfResult.NotMade(PdfFault.Busy);
    }

    public void Dispose() => queue.Dispose();

    private async Task<PdfResult> ConvertAsync(string program, ImmutableArray<byte[]> papers, CancellationToken cancelled)
    {
        // On Unix the folder is readable by this user alone.
        var folder = Directory.CreateTempSubdirectory("learningcity-pdf-").FullName;
        try
        {
            var files = papers.Select((_, i) => Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"paper-{i + 1}.docx"))).ToImmutableArray();
            for (var i = 0; i < files.Length; i++) { await File.WriteAllBytesAsync(files[i], papers[i], cancelled); }
            if (await RunAsync(program, folder, files, cancelled) is { } fault) { return new PdfResult.NotMade(fault); }
            var pdfs = ImmutableArray.CreateBuilder<byte[]>(files.Length);
            foreach (var file in files)
            {
                var made = Path.Combine(folder, Output, Path.GetFileNameWithoutExtension(file) + ".pdf");
                pdfs.Add(File.Exists(made) ? await File.ReadAllBytesAsync(made, cancelled) : []);
                if (!IsWhole(pdfs[^1])) { return new PdfResult.NotMade(PdfFault.Failed); }
            }
            return new PdfResult.Made(pdfs.ToImmutable(), [.. pdfs.SelectMany(pdf => PdfFonts.Substitutes(pdf)).Distinct().Order(StringComparer.Ordinal)]);
        }
        finally { await RemoveAsync(folder); }
    }

    private async Task<PdfFault?> RunAsync(string program, string folder, ImmutableArray<string> files, CancellationToken cancelled)
    {
        using var time = new CancellationTokenSource((patience ?? UsualPatience) * files.Length, clock ?? TimeProvider.System);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancelled, time.Token);
        using var process = new Process { StartInfo = Start(program, folder, files) };
        try { process.Start(); }
        catch (Win32Exception) { return PdfFault.Absent; }
        // Its words would else end among ours, or fill the pipe and stop it.
        _ = process.StandardOutput.BaseStream.CopyToAsync(Stream.Null, CancellationToken.None);
        _ = process.StandardError.BaseStream.CopyToAsync(Stream.Null, CancellationToken.None);
        process.StandardInput.Close();
        try
        {
            await process.WaitForExitAsync(limit.Token);
            return process.ExitCode == 0 ? null : PdfFault.Failed;
        }
        catch (OperationCanceledException) when (!cancelled.IsCancellationRequested) { return PdfFault.Slow; }
        finally
        {
            // The program is a script that starts another: the whole tree goes, also when the one who asked has gone.
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
                await process.WaitForExitAsync(CancellationToken.None);
            }
        }
    }

    private static ProcessStartInfo Start(string program, string folder, ImmutableArray<string> files) => new(program,
        [
            "--headless", "--norestore", "--nodefault", "--nologo", "--nofirststartwizard", "-env:UserInstallation=" + new Uri(Path.Combine(folder, "profile")).AbsoluteUri,
            "--convert-to", "pdf:writer_pdf_Export", "--outdir", Path.Combine(folder, Output), .. files,
        ])
    { WorkingDirectory = folder, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, CreateNoWindow = true };

    /// <summary>Begins as a PDF does and has its end: ISO 32000-1, 7.5.2 and 7.5.5.</summary>
    private static bool IsWhole(ReadOnlySpan<byte> pdf)
    {
        const int tail = 1024;
        return pdf.StartsWith("%PDF-"u8) && pdf[Math.Max(0, pdf.Length - tail)..].IndexOf("%%EOF"u8) >= 0;
    }

    /// <summary>A process that was just ended may hold its files a moment longer. What even then cannot be removed is left to the system's care of its temp folder.</summary>
    private static async Task RemoveAsync(string folder)
    {
        const int attempts = 5;
        for (var attempt = 1; attempt <= attempts; attempt++)
        {
            try
            {
                Directory.Delete(folder, recursive: true);
                return;
            }
            catch (IOException) { await Task.Delay(100 * attempt, CancellationToken.None); }
            catch (UnauthorizedAccessException) { await Task.Delay(100 * attempt, CancellationToken.None); }
        }
    }
}
