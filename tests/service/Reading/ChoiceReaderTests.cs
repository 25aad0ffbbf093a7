using LearningCity.Docs.OpenXml;
using LearningCity.Docs.Reading;
using static LearningCity.Docs.Tests.Reading.EntryCells;

namespace LearningCity.Docs.Tests.Reading;

/// <summary>domain.md section 6, "Ticks".</summary>
public class ChoiceReaderTests
{
    [Theory]
    [InlineData("Tăng", "increase")]
    [InlineData("Giảm", "decrease")]
    [InlineData("x Tăng", "increase")]
    [InlineData("Tăng x", "increase")]
    [InlineData("Tăng x / Giảm", "increase")]
    [InlineData("Tăng / x Giảm", "decrease")]
    [InlineData("Tăng / Giảm x", "decrease")]
    [InlineData("☑ Tăng ☐ Giảm", "increase")]
    [InlineData("☐ Tăng ☑ Giảm", "decrease")]
    [InlineData("Tăng ☒ Giảm ☐", "increase")]
    [InlineData("Tăng ☐ Giảm ☒", "decrease")]
    [InlineData("[x] Tăng [ ] Giảm", "increase")]
    [InlineData("[ ] Tăng [X] Giảm", "decrease")]
    [InlineData("☐ Tăng\n☑ Giảm", "decrease")]
    [InlineData("✓ Giảm", "decrease")]
    public void OneOfTheTwo_IsChosen(string typed, string choice) => Word(Trend, typed).ShouldBeClean(new EntryValue.Choice(choice));

    [Theory]
    [InlineData("tang", "increase", "Tăng")]
    [InlineData("TĂNG", "increase", "Tăng")]
    [InlineData("Tăng.", "increase", "Tăng")]
    [InlineData("↑", "increase", "Tăng")]
    [InlineData("increase", "increase", "Tăng")]
    [InlineData("giảm", "decrease", "Giảm")]
    [InlineData("↓", "decrease", "Giảm")]
    public void OtherSpellings_AreReadWithAFix(string typed, string choice, string fix) => Word(Trend, typed).ShouldBe(new EntryValue.Choice(choice), "LC2206").Fix!.Value.ShouldBe(fix);

    [Fact]
    public void RightWordOfOddLetters_IsToldByItsLetters() => Word(Trend, "Gia\u0309m").ShouldBe(new EntryValue.Choice("decrease"), "LC2301").Fix!.Value.ShouldBe("Giảm");

    [Theory]
    [InlineData("T¨ng", "increase", "Tăng")]
    [InlineData("Gi¶m", "decrease", "Giảm")]
    public void TrendInAnOldEncoding_IsConverted(string typed, string choice, string fix) => Word(Trend, typed).ShouldBe(new EntryValue.Choice(choice), "LC2303").Fix!.Value.ShouldBe(fix);

    [Theory]
    [InlineData("☑ Tăng ☑ Giảm")]
    [InlineData("x Tăng / x Giảm")]
    [InlineData("Tăng và Giảm")]
    [InlineData("Tăng, Giảm")]
    public void BothTicked_AreAnError(string typed) => Word(Trend, typed).ShouldBeInvalid("LC2203");

    [Theory]
    [InlineData("☐ Tăng ☐ Giảm")]
    [InlineData("Tăng / Giảm")] // as the form prints it
    [InlineData("Tăng/Giảm")]
    [InlineData("…")]
    public void NothingTicked_IsBlank(string typed) => Word(Trend, typed).ShouldBeClean(new EntryValue.Blank());

    [Theory]
    [InlineData("không đổi")]
    [InlineData("không tăng")]
    [InlineData("Chưa giảm")]
    [InlineData("x")]
    [InlineData("Tăng x Giảm")] // of which of the two?
    public void WhatHasNoBox_IsAnError(string typed) => Word(Trend, typed).ShouldBeInvalid("LC2205").Suggestion.ShouldBeNull();

    [Fact]
    public void WordWithMoreBehind_IsProposed() => Word(Trend, "Tăng mạnh").ShouldBeDoubtful("LC2205").Suggestion!.Value.ShouldBe("Tăng");

    [Fact]
    public void NoTickForAReason_IsBlankWithIt() => Word(Trend, "Chưa có số liệu").ShouldBe(new EntryValue.Blank("Chưa có số liệu"), "LC2002");

    [Fact]
    public void NumberForATrend_IsAnError() => Excel(Trend, 1m).ShouldBeInvalid("LC2205");

    [Theory]
    [InlineData("4")]
    [InlineData("4 Rất tốt")]
    [InlineData("4. Rất tốt")]
    [InlineData("Rất tốt")]
    [InlineData("rất tốt")]
    [InlineData("Mức 4")]
    [InlineData("☐ 5 Xuất sắc ☑ 4 Rất tốt ☐ 3 Tốt ☐ 2 Khá ☐ 1 Yếu")]
    [InlineData("5 Xuất sắc / x 4 Rất tốt / 3 Tốt / 2 Khá / 1 Yếu")]
    [InlineData("5 Xuất sắc ☐\n4 Rất tốt ☒\n3 Tốt ☐\n2 Khá ☐\n1 Yếu ☐")]
    public void OneStep_IsChosen(string typed) => Word(Rated, typed).ShouldBeClean(new EntryValue.Choice("4"));

    [Fact]
    public void NumberCell_IsAStep()
    {
        Excel(Rated, 4m).ShouldBeClean(new EntryValue.Choice("4"));
        Excel(Rated, 4.5m).ShouldBeInvalid("LC2205");
        Excel(Rated, 0m).ShouldBeInvalid("LC2205");
        Excel(Rated, 4m, NumberShape.Percent, "400%").ShouldBeInvalid("LC2205");
    }

    [Theory]
    [InlineData("☑ 5 Xuất sắc ☑ 4 Rất tốt ☐ 3 Tốt ☐ 2 Khá ☐ 1 Yếu")]
    [InlineData("Tốt / Khá")]
    [InlineData("4 Tốt")]
    [InlineData("3 4")]
    public void SeveralSteps_AreAnError(string typed) => Word(Rated, typed).ShouldBeInvalid("LC2204");

    [Theory]
    [InlineData("4,5")]
    [InlineData("6")]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("80%")]
    [InlineData("Trung bình")]
    public void WhatIsNoStep_IsAnError(string typed) => Word(Rated, typed).ShouldBeInvalid("LC2205");

    [Fact]
    public void StepsOutOfFive_AreProposed() => Word(Rated, "4/5").ShouldBeDoubtful("LC2205").Suggestion!.Value.ShouldBe("4");

    [Theory]
    [InlineData("5 Xuất sắc / 4 Rất tốt / 3 Tốt / 2 Khá / 1 Yếu")]
    [InlineData("☐ 5 Xuất sắc ☐ 4 Rất tốt ☐ 3 Tốt ☐ 2 Khá ☐ 1 Yếu")]
    [InlineData("")]
    public void NoStepChosen_IsBlank(string typed) => Word(Rated, typed).ShouldBeClean(new EntryValue.Blank());
}
