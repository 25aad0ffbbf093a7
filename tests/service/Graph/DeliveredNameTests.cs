using System.Text;
using FsCheck;
using FsCheck.Fluent;
using LearningCity.Docs.Graph;

namespace LearningCity.Docs.Tests.Graph;

public class DeliveredNameTests
{
    [Theory]
    [InlineData("Hồ sơ 2024.zip", 0, "Hồ sơ 2024 (6ab9f1eb8f).zip")]
    [InlineData("Hồ sơ 2024.zip", 2, "Hồ sơ 2024 (6ab9f1eb8f-3).zip")]
    [InlineData("a/b\\c:d.xlsx", 0, "a-b-c-d (6ab9f1eb8f).xlsx")]
    [InlineData("~$tạm.docx", 0, "$tạm (6ab9f1eb8f).docx")]
    [InlineData("không đuôi", 0, "không đuôi (6ab9f1eb8f)")]
    [InlineData("", 0, "(6ab9f1eb8f)")]
    [InlineData(".zip", 0, "(6ab9f1eb8f).zip")]
    [InlineData("v1. Báo cáo rất dài", 0, "v1. Báo cáo rất dài (6ab9f1eb8f)")]
    public void Name_KeepsWhatTheLibraryTakesAndBearsTheMark(string name, int turn, string delivered) => DeliveredName.Of(name, "k1", turn).ShouldBe(delivered);

    [Fact]
    public void DecomposedName_IsComposed() => DeliveredName.Of("Hồ sơ.zip".Normalize(NormalizationForm.FormD), "k1", 0).ShouldBe(DeliveredName.Of("Hồ sơ.zip", "k1", 0));

    [Fact]
    public void LongName_IsCutBeforeTheMark() => DeliveredName.Of(new string('a', 99) + " " + new string('b', 300) + ".zip", "k1", 0).ShouldBe(new string('a', 99) + " (6ab9f1eb8f).zip");

    [Fact]
    public void HalfALetter_IsReplaced() => DeliveredName.Of("a\ud842b.zip", "k1", 0).ShouldBe("a-b (6ab9f1eb8f).zip");

    [Fact]
    public void EveryName_IsTakenByTheLibrary() => Prop.ForAll(ArbMap.Default.ArbFor<string?>(), text =>
    {
        var name = DeliveredName.Of(text ?? "", "k1", 0);
        return name.Length <= 130 && name == name.Trim() && !name.EndsWith('.') && !name.StartsWith('~') && name.IndexOfAny(['"', '*', ':', '<', '>', '?', '/', '\\', '|', '#', '%', '\0', '\n']) < 0;
    }).QuickCheckThrowOnFailure();
}
