using System.Globalization;
using System.Text.Json;
using LearningCity.Docs.Forms;
using LearningCity.Docs.Reading;

namespace LearningCity.Docs.Tests.Foreign;

/// <summary>Files typed by hand and saved by other programs (tests/fixtures/foreign): what a careful person reads from them is what we read.</summary>
public class ForeignFileTests
{
    private static readonly FormPipeline Pipeline = new(FormCatalog.Load(Repository.Path("templates", "forms")));

    public static TheoryData<string> Files() => new(Directory.EnumerateFiles(Repository.Path("tests", "fixtures", "foreign"))
        .Where(f => f.EndsWith(".xlsx", StringComparison.Ordinal) || f.EndsWith(".docx", StringComparison.Ordinal))
        .Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Files))]
    public void FileOfAnotherProgram_ReadsAsAPersonReadsIt(string file)
    {
        var path = Repository.Path("tests", "fixtures", "foreign", file);
        using var expected = JsonDocument.Parse(File.ReadAllText(Path.ChangeExtension(path, ".expected.json")));
        var forms = Pipeline.Check(File.ReadAllBytes(path), new DateOnly(2025, 5, 12)).ShouldBeOfType<CheckResult.Checked>().Forms;
        Matches(forms[0], expected.RootElement);
        if (expected.RootElement.TryGetProperty("others", out var others))
        {
            forms.Length.ShouldBe(1 + others.GetArrayLength());
            for (var i = 1; i < forms.Length; i++) { Matches(forms[i], others[i - 1]); }
        }
        else { forms.Length.ShouldBe(1); }
    }

    private static void Matches(FormCheck check, JsonElement expected)
    {
        var form = check.Entries;
        form.Form.Id.ShouldBe(expected.GetProperty("form").GetString());
        var differences = new List<string>();
        foreach (var entry in expected.GetProperty("entries").EnumerateObject())
        {
            var typed = form.Entries.Single(e => e.Id == entry.Name);
            var (want, got) = (Value(entry.Value), Value(typed.Value));
            if (want != got) { differences.Add($"{entry.Name}: expected <{want}>, read <{got}> from <{typed.Raw}> at {typed.Location.Text(LanguageTable.English)}"); }
        }
        foreach (var blank in expected.GetProperty("blank").EnumerateArray())
        {
            var typed = form.Entries.Single(e => e.Id == blank.GetString());
            if (Value(typed.Value) is { } value) { differences.Add($"{typed.Id}: expected nothing, read <{value}> from <{typed.Raw}> at {typed.Location.Text(LanguageTable.English)}"); }
        }
        differences.ShouldBeEmpty();
        check.Evaluation.Verdict.ToString().ShouldBe(expected.GetProperty("verdict").GetString(), StringCompareShould.IgnoreCase);
        if (expected.TryGetProperty("codes", out var codes))
        {
            foreach (var code in codes.EnumerateArray()) { check.Findings.Select(f => f.Code).ShouldContain(code.GetString()!); }
        }
    }

    private static string? Value(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Number => json.GetDecimal().ToString("0.##########", CultureInfo.InvariantCulture),
        JsonValueKind.Null => null,
        _ => json.GetString()!.Normalize().Replace("\r", ""),
    };

    private static string? Value(EntryValue value) => value switch
    {
        EntryValue.Number number => number.Value.ToString("0.##########", CultureInfo.InvariantCulture),
        EntryValue.Text text => text.Value.Normalize(),
        EntryValue.Choice choice => choice.Value,
        _ => null,
    };
}
