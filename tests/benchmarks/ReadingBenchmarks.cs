using BenchmarkDotNet.Attributes;

namespace LearningCity.Docs.Benchmarks;

/// <summary>Reading the filled form: libraries that only read, and the floor. Times and allocations by BenchmarkDotNet; rivals from npm are in <c>rivals/run.sh</c>.</summary>
[MemoryDiagnoser]
public class ReadingBenchmarks
{
    private byte[] workbook = [];

    [Params(56, 560, 5600)]
    public int Indicators { get; set; }

    [GlobalSetup]
    public void Write()
    {
        System.Text.Encoding.RegisterProvider(System.Text.CodePagesEncodingProvider.Instance);
        workbook = FilledWorkbook.Of(ScaledForm.Of(Indicators)).Bytes;
    }

    [Benchmark(Baseline = true)]
    public object ExcelDataReader() => RivalReaders.ExcelDataReader(workbook);

    [Benchmark]
    public object ClosedXml() => RivalReaders.ClosedXml(workbook);

    [Benchmark]
    public int UnzipAndTokenise() => Floor.Tokenise(workbook);
}
