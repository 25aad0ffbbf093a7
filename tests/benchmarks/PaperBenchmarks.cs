using BenchmarkDotNet.Attributes;

namespace LearningCity.Docs.Benchmarks;

/// <summary>Each paper and each whole dossier: time and allocations by BenchmarkDotNet; papers a second and core by <c>time paper</c>.</summary>
[MemoryDiagnoser]
public class PaperBenchmarks
{
    private Func<object> run = () => throw new InvalidOperationException("not set up");

    [ParamsSource(nameof(Names))]
    public string Paper { get; set; } = "";

    public static IEnumerable<string> Names => PaperWork.Names;

    [GlobalSetup]
    public void Read() => run = PaperWork.Of(Paper).Run;

    [Benchmark]
    public object Render() => run();
}
