using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using System.IO.Hashing;
using LearningCity.Docs.Fixing;
using LearningCity.Docs.Tests.Documents;
using LearningCity.Docs.Tests.Support;
using Xunit.Abstractions;

namespace LearningCity.Docs.Tests.Hostile;

/// <summary>
/// Good files and details, changed by chance: whatever comes of it is findings or a refusal, in time and within memory, and never an exception. <c>LC_FUZZ_COUNT</c> asks for more mutations,
/// <c>LC_FUZZ_SEED</c> for others; the number in a failure makes the same one again.
/// </summary>
public class MutationTests(ITestOutputHelper output)
{
    private const int UsualCount = 4_000;
    private const long Allocated = 512L << 20;
    private static readonly TimeSpan Slowest = TimeSpan.FromSeconds(5);

    private static readonly Desk Desk = TestDesk.Open();

    [Fact]
    public void AnyMutation_IsFindingsOrARefusal()
    {
        var (count, first) = (Number("LC_FUZZ_COUNT", UsualCount), Number("LC_FUZZ_SEED", 1));
        var samples = Samples();
        var (faults, outcomes) = (new ConcurrentBag<string>(), new ConcurrentDictionary<string, int>());
        var slowest = 0L;
        Parallel.For(first, first + count, new ParallelOptions { MaxDegreeOfParallelism = 2 }, seed =>
        {
            var (time, before) = (ProcessorTime.Now, GC.GetAllocatedBytesForCurrentThread());
            try { outcomes.AddOrUpdate(Try(samples, seed), 1, (_, n) => n + 1); }
            catch (Exception e) { faults.Add($"mutation {seed}: {e.GetType().Name}: {e.Message}\n{e.StackTrace?.Split('\n').FirstOrDefault(l => l.Contains("LearningCity.Docs", StringComparison.Ordinal))}"); }
            var (took, allocated) = (ProcessorTime.Now - time, GC.GetAllocatedBytesForCurrentThread() - before);
            InterlockedMax(ref slowest, took.Ticks);
            if (took > Slowest) { faults.Add($"mutation {seed} took {took}"); }
            if (allocated > Allocated) { faults.Add($"mutation {seed} allocated {allocated >> 20} MiB"); }
        });
        output.WriteLine($"{count} mutations from {first}, the slowest {TimeSpan.FromTicks(slowest).TotalMilliseconds:F0} ms");
        foreach (var (outcome, number) in outcomes.OrderByDescending(o => o.Value)) { output.WriteLine($"{number,8} {outcome}"); }
        faults.Take(20).ShouldBeEmpty();
        outcomes.Values.Sum().ShouldBe(count);
    }

    private static string Try(ImmutableArray<Sample> samples, int seed)
    {
        var mutator = new Mutator(seed);
        if (mutator.Next(5) == 0) { return Details(mutator, seed); }
        var sample = samples[mutator.Next(samples.Length)];
        var file = mutator.Next(5) == 0 ? mutator.Archive(sample.File) : mutator.Package(sample.Parts);
        switch (mutator.Next(sample.IsDocument ? 4 : 2))
        {
            case 0: return "fix: " + Desk.Forms.Fix(file, Desk.Today) switch { FixResult.Fixed => "fixed", FixResult.Refused refused => refused.Finding.Code, _ => throw new UnreachableException() };
            case 1: return "check: " + Desk.Forms.Check(file, Desk.Today) switch { CheckResult.Checked => "checked", CheckResult.Refused refused => refused.Finding.Code, _ => throw new UnreachableException() };
            default: return "lint: " + LayoutPipeline.Check(file) switch { LayoutResult.Checked => "checked", LayoutResult.Refused refused => refused.Finding.Code, _ => throw new UnreachableException() };
        }
    }

    private static string Details(Mutator mutator, int seed)
    {
        var kind = Desk.Documents.Kinds.Kinds[mutator.Next(Desk.Documents.Kinds.Kinds.Length)];
        var result = Desk.Documents.Make(kind, Filled[PaperSamples.FormOf(kind)], mutator.Json(PaperSamples.Json(kind)), Desk.Today, draft: seed % 2 == 0);
        return "details: " + result switch { DocumentResult<byte[]>.Made => "made", DocumentResult<byte[]>.Forbidden forbidden => forbidden.Findings[0].Code, DocumentResult<byte[]>.Refused refused => refused.Finding.Code, _ => throw new UnreachableException() };
    }

    private static readonly Dictionary<string, byte[]> Filled = Desk.Forms.Forms.Forms.ToDictionary(f => f.Id, f => TestDesk.Right(f.Id));

    private static ImmutableArray<Sample> Samples()
    {
        string[] foreign = ["iiib-tracked-libreoffice.docx", "iiib-boxes-docxjs.docx", "iiib-types-exceljs.xlsx", "iiib-moved-sheetjs.xlsx", "unesco-merged-libreoffice.docx", "unesco-types-inline-exceljs.xlsx"];
        return
        [
            .. Desk.Forms.Forms.Forms.Select(f => Of(TestDesk.Wrong(f.Id), isDocument: false)),
            .. Desk.Forms.Forms.Forms.Select(f => Of(Desk.Documents.Blank(f, FileFormat.Docx), isDocument: true)),
            Of(OfficialPaper.Plan().Bytes(), isDocument: true),
            .. foreign.Select(f => Of(File.ReadAllBytes(Repository.Path("tests", "fixtures", "foreign", f)), f.EndsWith(".docx", StringComparison.Ordinal))),
        ];
    }

    private static Sample Of(byte[] file, bool isDocument)
    {
        using var zip = new ZipArchive(new MemoryStream(file));
        return new Sample(file, isDocument, [.. zip.Entries.Where(e => e.Length > 0).Select(e =>
        {
            var content = new MemoryStream();
            using (var part = e.Open()) { part.CopyTo(content); }
            return new ZipItem(e.FullName, content.ToArray()) { Stored = true, Checksum = Crc32.HashToUInt32(content.ToArray()) };
        })]);
    }

    private static int Number(string name, int usual) => int.TryParse(Environment.GetEnvironmentVariable(name), CultureInfo.InvariantCulture, out var asked) ? asked : usual;

    private static void InterlockedMax(ref long most, long value)
    {
        for (var seen = Volatile.Read(ref most); value > seen && Interlocked.CompareExchange(ref most, value, seen) != seen; seen = Volatile.Read(ref most)) { }
    }

    private sealed record Sample(byte[] File, bool IsDocument, ImmutableArray<ZipItem> Parts);
}
