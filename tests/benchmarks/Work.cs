using System.Text.Json;

namespace LearningCity.Docs.Benchmarks;

/// <summary>One engine's work on inputs that are already in memory.</summary>
/// <param name="Run">Bytes in, answer out; nothing is kept between two runs but what the engine itself keeps.</param>
/// <param name="Check">What the last answer is worth, as fields of the JSON line: whether it is right, its size.</param>
internal sealed record Work(string Kind, string Engine, string Version, int Rows, Func<object> Run, Func<object, IEnumerable<KeyValuePair<string, object>>> Check)
{
    /// <param name="rows">How many indicators: 56, 560 or 5600.</param>
    /// <param name="folder">Where <see cref="Inputs"/> were written.</param>
    public static Work Of(string kind, string engine, int rows, string folder) => (kind, engine) switch
    {
        ("xlsx", "ExcelDataReader") => Reads(engine, typeof(ExcelDataReader.ExcelReaderFactory), RivalReaders.ExcelDataReader, rows, folder),
        ("xlsx", "ClosedXML") => Reads(engine, typeof(ClosedXML.Excel.XLWorkbook), RivalReaders.ClosedXml, rows, folder),
        ("xlsx", "OurCheck") => OurWork.Check(rows, folder),
        ("docx", "OurAnnex") => OurWork.Annex(rows, folder),
        ("floor", "unzip-tokenise") => Floor.UnzipAndTokenise(rows, folder),
        ("floor", "zip") => Floor.Zip(rows, folder),
        ("floor", "deflate-document") => Floor.DeflateDocument(rows, folder),
        _ => throw new ArgumentException($"no engine '{engine}' of kind '{kind}'; there are: xlsx ExcelDataReader, ClosedXML, OurCheck; docx OurAnnex; floor unzip-tokenise, zip, deflate-document"),
    };

    public static string VersionOf(Type type) => type.Assembly.GetName().Version?.ToString(3) ?? "";

    private static Work Reads(string engine, Type type, Func<byte[], SheetSum> read, int rows, string folder)
    {
        var bytes = File.ReadAllBytes(Path.Combine(folder, $"form-{rows}.xlsx"));
        var right = JsonSerializer.Deserialize<SheetSum>(File.ReadAllBytes(Path.Combine(folder, $"form-{rows}.expected.json")), JsonSerializerOptions.Web);
        return new("xlsx", engine, VersionOf(type), rows, () => read(bytes), answer => [new("ok", (SheetSum)answer == right)]);
    }
}
