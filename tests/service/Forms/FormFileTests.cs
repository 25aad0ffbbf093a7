using LearningCity.Docs.Forms;

namespace LearningCity.Docs.Tests.Forms;

/// <summary>A defect in a shipped form stops the start-up with file, line and sentence.</summary>
public class FormFileTests
{
    private static readonly string Sound = File.ReadAllText(Repository.Path("templates", "forms", "unesco-ba-dinh.yaml"));

    [Fact]
    public void SoundFile_IsRead() => FormFile.Read("unesco-ba-dinh.yaml", Sound).Indicators.Count().ShouldBe(56);

    [Theory]
    [InlineData("page: landscape", "page: landscape\ncolour: red", "colour: red", "unknown key 'colour'")]
    [InlineData("kind: part\n  code: \"1\"", "kind: part\n  code: \"1\"\n  remark: x", "remark: x", "unknown key 'remark'")]
    [InlineData("code: \"1.1.2\"", "code: \"1.1.1\"", "code: \"1.1.1\"\n      title: \"Khuyến khích", "the code '1.1.1' is used twice")]
    [InlineData("{id: near_poor, kind: percent", "{id: poor, kind: percent", "{id: poor, kind: percent, label: \"Hộ cận nghèo\"", "the field '1.2.1-2.poor' is defined twice")]
    [InlineData("rule: {type: percent_min, field: value, value: 95}", "rule: {type: percent_min, field: rate, value: 95}", "field: rate, value: 95}", "the rule names the missing field 'rate'")]
    [InlineData("rule: {type: percent_min, field: value, value: 95}", "rule: {type: at_least, field: value, value: 95}", "type: at_least", "there is no rule 'at_least'")]
    [InlineData("min: \"$min_rating\"", "min: \"$pass_mark\"", "min: \"$pass_mark\"", "there is no setting 'pass_mark'")]
    [InlineData("title: \"Bảo đảm bình đẳng giới\"", "title: \"Bảo đảm bình đẳng giới\"", "title: \"Bảo đảm", "is not in Unicode NFC")]
    [InlineData("unit: {key: KH}", "unit: {key: XX}", "unit: {key: XX}", "there is no unit 'XX'")]
    [InlineData("layout: figures", "layout: pictures", "layout: pictures", "'pictures' is not one of results, figures")]
    [InlineData("default: poor_and_near_poor", "default: rich", "default: rich", "'rich' is not one of")]
    [InlineData("valid_from: \"2025-04-08\"", "valid_from: \"08/4/2025\"", "valid_from: \"08/4/2025\"", "is not a date")]
    [InlineData("version: \"2025-04-08\"\n", "", null, "version: the key is missing")]
    public void Defect_IsNamedWithItsLine(string was, string becomes, string? at, string sentence)
    {
        if (was == becomes) { becomes = was.Normalize(System.Text.NormalizationForm.FormD); }
        Sound.ShouldContain(was);
        var start = Sound.IndexOf(was, StringComparison.Ordinal);
        var text = string.Concat(Sound.AsSpan(0, start), becomes, Sound.AsSpan(start + was.Length));
        var fault = Should.Throw<FormFileException>(() => FormFile.Read("unesco-ba-dinh.yaml", text));
        fault.Message.ShouldContain(sentence);
        if (at is not null)
        {
            if (sentence.Contains("NFC", StringComparison.Ordinal)) { at = becomes; }
            var line = 1 + text[..text.IndexOf(at, StringComparison.Ordinal)].Count(c => c == '\n');
            fault.Message.ShouldStartWith($"unesco-ba-dinh.yaml({line}):");
        }
    }

    [Fact]
    public void BrokenYaml_IsNamedWithItsLine() => Should.Throw<FormFileException>(() => FormFile.Read("x.yaml", "schema: 1\nid: [")).Line.ShouldBeGreaterThan(1);

    [Theory]
    [InlineData("poverty_rate", "poor", 1)]
    [InlineData("poverty_rate", "poor_and_near_poor", 2)]
    public void SettingInForce_ChoosesTheRule(string setting, string value, int fields)
    {
        var text = Sound.Replace($"- id: {setting}\n", $"- id: {setting}\n  value: {value}\n");
        var form = FormFile.Read("unesco-ba-dinh.yaml", text);
        form.Node("1.2.1-2").Rule.ShouldBeOfType<Rule.PercentMax>().Fields.Length.ShouldBe(fields);
        form.Settings.Single(s => s.Id == setting).Value.ShouldBe(value);
    }
}
