using System.Text;
using LearningCity.Docs.Reading;
using static LearningCity.Docs.Tests.Reading.EntryCells;

namespace LearningCity.Docs.Tests.Reading;

/// <summary>domain.md section 6, "Text".</summary>
public class SummaryReaderTests
{
    [Theory]
    [InlineData("Có 16/17 xã được công nhận (94,1%).")]
    [InlineData("Dòng một\nDòng hai")]
    [InlineData("Uỷ ban nhân dân hoà nhập")] // the other tone placement is as good
    public void TidyText_IsKeptAsTyped(string typed) => Word(Summary, typed).ShouldBeClean(new EntryValue.Text(typed));

    [Theory]
    [InlineData("")]
    [InlineData("…………")]
    [InlineData(" - ")]
    public void Placeholders_AreBlank(string typed) => Word(Summary, typed).ShouldBeClean(new EntryValue.Blank());

    [Fact]
    public void DecomposedText_IsComposedByTheFix()
    {
        var typed = "Đã tổ chức".Normalize(NormalizationForm.FormD);
        Word(Summary, typed).ShouldBe(new EntryValue.Text(typed), "LC2301").Fix!.Value.ShouldBe("Đã tổ chức");
    }

    [Theory]
    [InlineData(" Đã  tổ chức ", "Đã tổ chức")]
    [InlineData("Đã\u00A0tổ\u200B chức", "Đã tổ chức")]
    public void StraySpaces_AreTidiedByTheFix(string typed, string tidy) => Word(Summary, typed).ShouldBe(new EntryValue.Text(typed), "LC2302").Fix!.Value.ShouldBe(tidy);

    [Fact]
    public void LookAlikes_AreReplacedByTheFix() => Word(Summary, "\u00D0ã tổ chức").ShouldBe(new EntryValue.Text("\u00D0ã tổ chức"), "LC2304").Fix!.Value.ShouldBe("Đã tổ chức");

    [Theory]
    [InlineData("T×nh h×nh kinh tÕ-x· héi", ".VnTime", "Tình hình kinh tế-xã hội")]
    [InlineData("T×nh h×nh kinh tÕ-x· héi", null, "Tình hình kinh tế-xã hội")]
    [InlineData("Coäng hoøa xaõ hoäi", "VNI-Times", "Cộng hòa xã hội")]
    public void OldEncoding_IsConvertedByTheFixAndShown(string typed, string? font, string converted)
    {
        var finding = Word(Summary, typed, font).ShouldBe(new EntryValue.Text(typed), "LC2303");
        finding.Severity.ShouldBe(Severity.Warning);
        finding.Fix!.Value.ShouldBe(converted);
        finding.Message(LanguageTable.Vietnamese).ShouldContain(typed);
        finding.Message(LanguageTable.Vietnamese).ShouldContain(converted);
    }

    [Fact]
    public void SeveralFaults_AreOneFindingAndOneFix()
    {
        var typed = "  \u00D0ã tổ  chức".Normalize(NormalizationForm.FormD);
        var finding = Word(Summary, typed).Findings.ShouldHaveSingleItem();
        finding.Fix!.Value.ShouldBe("Đã tổ chức");
        Word(Summary, finding.Fix.Value).ShouldBeClean(new EntryValue.Text("Đã tổ chức"));
    }

    [Fact]
    public void NumberForASummary_IsItsText() => Excel(Summary, 95m).ShouldBeClean(new EntryValue.Text("95"));
}
