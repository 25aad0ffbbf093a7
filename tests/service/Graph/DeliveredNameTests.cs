using System.Text;
using FsCheck;
using FsCheck.Fluent;
using LearningCity.Docs.Graph;
using LearningCity.Docs.Tests.Support;

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
    [InlineData(". ", 0, "(6ab9f1eb8f)")]
    [InlineData(". . .", 0, "(6ab9f1eb8f)")]
    [InlineData("\u00a0.\u3000", 0, "(6ab9f1eb8f)")]
    [InlineData(" .. Hồ sơ .zip . ", 0, "Hồ sơ (6ab9f1eb8f).zip")]
    [InlineData("Hồ sơ.zip\u00a0", 0, "Hồ sơ (6ab9f1eb8f).zip")]
    [InlineData("Hồ sơ.zip/", 0, "Hồ sơ (6ab9f1eb8f).zip")]
    [InlineData("Hồ sơ. zip", 0, "Hồ sơ. zip (6ab9f1eb8f)")]
    [InlineData("Hồ sơ.đuôi", 0, "Hồ sơ.đuôi (6ab9f1eb8f)")]
    [InlineData("a\u2028b\u2029c.zip", 0, "a-b-c (6ab9f1eb8f).zip")]
    [InlineData("a_vti_b_VTI_.zip", 0, "a-b (6ab9f1eb8f).zip")]
    [InlineData("_v_vti_ti_.zip", 0, "_v-ti_ (6ab9f1eb8f).zip")]
    [InlineData("CON", 0, "_CON (6ab9f1eb8f)")]
    [InlineData("nul.zip", 0, "_nul (6ab9f1eb8f).zip")]
    [InlineData(" ~com1 .2024.zip", 0, "_com1 .2024 (6ab9f1eb8f).zip")]
    [InlineData("LPT¹.tar.gz", 0, "_LPT¹.tar (6ab9f1eb8f).gz")]
    [InlineData("conin$.zip", 0, "_conin$ (6ab9f1eb8f).zip")]
    [InlineData("Công văn.zip", 0, "Công văn (6ab9f1eb8f).zip")]
    [InlineData("console.com1.zip", 0, "console.com1 (6ab9f1eb8f).zip")]
    [InlineData("COM10.zip", 0, "COM10 (6ab9f1eb8f).zip")]
    public void Name_KeepsWhatTheLibraryTakesAndBearsTheMark(string name, int turn, string delivered) => DeliveredName.Of(name, "k1", turn).ShouldBe(delivered);

    [Fact]
    public void DecomposedName_IsComposed() => DeliveredName.Of("Hồ sơ.zip".Normalize(NormalizationForm.FormD), "k1", 0).ShouldBe(DeliveredName.Of("Hồ sơ.zip", "k1", 0));

    [Fact]
    public void LongName_IsCutBeforeTheMark() => DeliveredName.Of(new string('a', 99) + " " + new string('b', 300) + ".zip", "k1", 0).ShouldBe(new string('a', 99) + " (6ab9f1eb8f).zip");

    [Fact]
    public void HalfALetter_IsReplaced() => DeliveredName.Of("a\ud842b.zip", "k1", 0).ShouldBe("a-b (6ab9f1eb8f).zip");

    [Theory]
    [InlineData(". ")]
    [InlineData("-")]
    public void LongName_IsCutToWhatMayEndIt(string seam) =>
        DeliveredName.Of(new string('a', 98) + seam + new string('b', 300) + ".zip", "k1", 0).ShouldBe(new string('a', 98) + (seam == "-" ? "-b" : "") + " (6ab9f1eb8f).zip");

    [Fact]
    public void EveryName_IsTakenByTheLibrary() => Prop.ForAll(Gen.OneOf(ArbMap.Default.GeneratorFor<string?>(), Awkward).ToArbitrary(), text =>
    {
        var name = DeliveredName.Of(text ?? "", "k1", 0);
        name.Length.ShouldBeLessThanOrEqualTo(130);
        name.ShouldBe(name.Trim().TrimEnd('.').TrimStart('.', '~'));
        name.IndexOfAny(['"', '*', ':', '<', '>', '?', '/', '\\', '|', '#', '%', '\0', '\n', '\u2028', '\u2029']).ShouldBe(-1);
        name.ShouldNotContain("_vti_", Case.Insensitive);
        Devices.ShouldNotContain(name.Split('.')[0].TrimEnd().ToUpperInvariant());
        name.ShouldContain("(6ab9f1eb8f)");
    }).Holds(1000);

    private static readonly string[] Devices = ["CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$", .. "0123456789¹²³".SelectMany(n => new[] { $"COM{n}", $"LPT{n}" })];

    /// <summary>Pieces of names that some library or system refuses.</summary>
    private static readonly Gen<string?> Awkward = Gen.Elements([".", " ", "\u00a0", "\u3000", "~", "~$", "-", "_", "_vti_", "_VT", "I_", "/", "a", "ệ", "e\u0323", "\ud842", "\udfb7", "\u2028", "\u200b", ".zip", ".lock", new string('b', 98), .. Devices, "con", "lpT²"])
        .ListOf().Select(pieces => (string?)string.Concat(pieces));
}
