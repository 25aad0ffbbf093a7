using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace LearningCity.Docs.Benchmarks;

/// <summary>
/// The work that every engine is given, by number of indicators N: <c>form-N.xlsx</c> to read with <c>form-N.expected.json</c>, <c>data-N.json</c> to fill a Word table
/// with <c>expected-N.json</c>, every non-empty paragraph of the right answer.
/// </summary>
internal static class Inputs
{
    private static readonly JsonSerializerOptions Json = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase, Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public static void Write(string folder)
    {
        Directory.CreateDirectory(folder);
        foreach (var indicators in ScaledForm.Indicators)
        {
            var form = ScaledForm.Of(indicators);
            var (bytes, sum) = FilledWorkbook.Of(form);
            var data = TableData.Of(form);
            File.WriteAllBytes(Path.Combine(folder, $"form-{indicators}.xlsx"), bytes);
            Save($"form-{indicators}.expected.json", sum);
            Save($"data-{indicators}.json", data);
            Save($"expected-{indicators}.json", data.Paragraphs());
        }

        void Save(string name, object value) => File.WriteAllBytes(Path.Combine(folder, name), JsonSerializer.SerializeToUtf8Bytes(value, Json));
    }
}

/// <summary>What a reader must find in the sheet's numeric cells.</summary>
internal sealed record SheetSum(int Numbers, decimal Sum);
