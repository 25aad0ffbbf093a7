using FsCheck;
using FsCheck.Fluent;
using LearningCity.Docs.Tests.Support;
using LearningCity.Docs.Writing;

namespace LearningCity.Docs.Tests.Writing;

public class TimesNewRomanTests
{
    private static readonly Gen<string> Words = Gen.Elements("đánh", "giá", "Không", "đạt", "ưỡn", "THƯỜNG", "100%", "xã", "nghiệp", "35/KH-UBND", "“Cộng", "—").ArrayOf().Select(w => string.Join(' ', w));

    [Theory]
    [InlineData("0000000000", 12, 60)] // a digit is half an em
    [InlineData("MMMM", 10, 35.6)]
    public void PlainWidth_IsTheFontsOwnWithALittleRoom(string text, double size, double own)
    {
        var width = TimesNewRoman.Width(text, size, bold: false);
        width.ShouldBeGreaterThanOrEqualTo(own);
        width.ShouldBeLessThan(own * 1.06);
    }

    [Theory]
    [InlineData("đạt", "đat")]
    [InlineData("Tổng", "Tông")]
    [InlineData("Ế", "E")]
    public void Marks_TakeNoWidth(string marked, string bare) => TimesNewRoman.Width(marked, 12, false).ShouldBe(TimesNewRoman.Width(bare, 12, false), 0.001);

    [Fact]
    public void DecomposedText_IsAsWideAsComposed() =>
        TimesNewRoman.Width("Cộng đồng học tập".Normalize(System.Text.NormalizationForm.FormD), 12, false).ShouldBe(TimesNewRoman.Width("Cộng đồng học tập", 12, false));

    [Theory]
    [InlineData("", 1)]
    [InlineData("một", 1)]
    [InlineData("một hai", 2)]
    [InlineData("một\nhai", 2)]
    [InlineData("một\n\nhai", 3)]
    [InlineData("nghiêngnghiêng", 3)] // a word wider than the cell is broken
    public void Lines_WrapAtSpacesAndBreaks(string text, int lines) => TimesNewRoman.Lines(text, 12, false, 36).ShouldBe(lines);

    [Fact]
    public void Height_GrowsWithTheText() =>
        Prop.ForAll(Words.ToArbitrary(), Words.ToArbitrary(), Gen.Choose(20, 300).ToArbitrary(), (text, more, width) =>
            TimesNewRoman.Height(text + " " + more, 12, false, width) >= TimesNewRoman.Height(text, 12, false, width)).Holds();

    [Fact]
    public void Height_HasRoomForEveryLine() =>
        Prop.ForAll(Words.ToArbitrary(), Gen.Choose(20, 300).ToArbitrary(), (text, width) =>
            TimesNewRoman.Height(text, 12, false, width) >= Math.Max(1, Math.Floor(TimesNewRoman.Width(text.Replace(" ", "", StringComparison.Ordinal), 12, false) / width)) * 12 * 1.35).Holds();
}
