using System.Text;
using LearningCity.Docs.Pdf;
using LearningCity.Docs.Tests.Support;

namespace LearningCity.Docs.Tests.Pdf;

public class LibreOfficePdfTests
{
    [LibreOffice.Fact]
    public async Task Paper_BecomesAPdfAndIsNotTouched()
    {
        using var pdf = new LibreOfficePdf();
        var paper = OfficialPaper.Plan().Bytes();
        var before = paper.ToArray();
        var made = (await pdf.ConvertAsync(paper)).ShouldBeOfType<PdfResult.Made>();
        Encoding.Latin1.GetString(made.File).ShouldStartWith("%PDF-");
        paper.ShouldBe(before);
        // Either the font is here, or its stand-in is named.
        Encoding.Latin1.GetString(made.File).Contains("TimesNewRoman", StringComparison.Ordinal).ShouldBe(made.Substitutes.IsEmpty);
    }

    [Fact]
    public async Task Folder_IsGoneAfterwards()
    {
        using var pdf = new LibreOfficePdf(Program("whole"));
        var made = (await pdf.ConvertAsync(new byte[] { 1 })).ShouldBeOfType<PdfResult.Made>();
        made.Substitutes.ShouldBeEmpty();
        var folder = Encoding.UTF8.GetString(made.File).Split('(', ')')[1];
        folder.ShouldContain("learningcity-pdf-");
        Directory.Exists(folder).ShouldBeFalse();
    }

    [Fact]
    public async Task SeveralPapers_AreMadeInOneTurn()
    {
        using var pdf = new LibreOfficePdf(Program("whole"), waiting: 0);
        var made = (await pdf.ConvertAsync([[1], [2], [3]])).ShouldBeOfType<PdfResult.Made>();
        made.Files.Length.ShouldBe(3);
        made.Files.Select(f => Encoding.UTF8.GetString(f)).Distinct().Count().ShouldBe(1); // in the same folder
    }

    [Fact]
    public async Task OnePaperOfSeveralWithoutAWholePdf_FailsAll() => (await new LibreOfficePdf(Program("torn")).ConvertAsync([[1], [2]])).ShouldBe(new PdfResult.NotMade(PdfFault.Failed));

    [Theory]
    [InlineData("torn")]
    [InlineData("silent")]
    [InlineData("failing")]
    public async Task ConversionWithoutAWholePdf_Fails(string program) => await ShouldBe(PdfFault.Failed, new LibreOfficePdf(Program(program)));

    [Fact]
    public async Task ProgramThatIsNotThere_IsAbsent() => await ShouldBe(PdfFault.Absent, new LibreOfficePdf("/nowhere/soffice"));

    [Fact]
    public async Task FileThatIsNoProgram_IsAbsent() => await ShouldBe(PdfFault.Absent, new LibreOfficePdf(Repository.Path("README.md")));

    [Fact]
    public async Task ConversionThatHangs_IsEndedWithAllItStartedAndTheNextOneRuns()
    {
        var clock = new ManualClock(DateTimeOffset.UnixEpoch);
        using var pdf = new LibreOfficePdf(Program("hanging"), patience: TimeSpan.FromSeconds(3), clock: clock);
        var (paper, next) = (Guid.NewGuid().ToByteArray(), Guid.NewGuid().ToByteArray());
        var first = pdf.ConvertAsync(paper);
        var second = pdf.ConvertAsync(next);
        var (process, folder) = await Hanging(paper);
        clock.Advance(TimeSpan.FromSeconds(3));
        (await first).ShouldBe(new PdfResult.NotMade(PdfFault.Slow));
        await Ended(process);
        Directory.Exists(folder).ShouldBeFalse();
        await Hanging(next);
        clock.Advance(TimeSpan.FromSeconds(3) - TimeSpan.FromTicks(1));
        second.IsCompleted.ShouldBeFalse();
        clock.Advance(TimeSpan.FromTicks(1));
        (await second).ShouldBe(new PdfResult.NotMade(PdfFault.Slow)); // it had its own turn, not the end of the first
    }

    [Fact]
    public async Task RequestThatIsGivenUp_EndsItsConversion()
    {
        using var pdf = new LibreOfficePdf(Program("hanging"), waiting: 0);
        using var gone = new CancellationTokenSource();
        var paper = Guid.NewGuid().ToByteArray();
        var conversion = pdf.ConvertAsync(paper, gone.Token);
        var (process, folder) = await Hanging(paper);
        await ShouldBe(PdfFault.Busy, pdf); // the queue is full meanwhile
        await gone.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => conversion);
        await Ended(process);
        Directory.Exists(folder).ShouldBeFalse();
    }

    internal static string Program(string name) => Repository.Path("tests", "fixtures", "soffice", name);

    private static async Task ShouldBe(PdfFault fault, LibreOfficePdf pdf) => (await pdf.ConvertAsync(new byte[] { 1 })).ShouldBe(new PdfResult.NotMade(fault));

    /// <summary>The process that the hanging program waits for, and its folder: the one with this paper, for other tests let theirs hang at the same time.</summary>
    private static async Task<(string Process, string Folder)> Hanging(byte[] paper)
    {
        (string Process, string Folder) found = default;
        await Hang.UntilAsync(() =>
        {
            foreach (var process in Directory.EnumerateDirectories("/proc").Select(p => Path.GetFileName(p)!).Where(p => char.IsAsciiDigit(p[0])))
            {
                if (Words(process) == "sleep\03013\0" && new DirectoryInfo($"/proc/{process}/cwd").LinkTarget is { } folder && IsIn(folder, paper)) { found = (process, folder); }
            }
            return Task.FromResult(found != default);
        });
        return found;
    }

    private static bool IsIn(string folder, byte[] paper)
    {
        try { return File.ReadAllBytes(Path.Combine(folder, "paper-1.docx")).AsSpan().SequenceEqual(paper); }
        catch (IOException) { return false; }
    }

    /// <summary>An ended process may stay in the list until its parent has asked for it, without its words.</summary>
    private static Task Ended(string process) => Hang.UntilAsync(() => Task.FromResult(Words(process).Length == 0));

    /// <summary>A process may end while one looks at it.</summary>
    private static string Words(string process)
    {
        try { return File.ReadAllText($"/proc/{process}/cmdline"); }
        catch (IOException) { return ""; }
        catch (UnauthorizedAccessException) { return ""; }
    }
}
