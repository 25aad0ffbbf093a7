using LearningCity.Docs.OpenXml;
using LearningCity.Docs.Reading;
using static LearningCity.Docs.Tests.Reading.EntryCells;

namespace LearningCity.Docs.Tests.Reading;

public class CountReaderTests
{
    [Theory]
    [InlineData("35 trẻ", 35)]
    [InlineData("35 trẻ em", 35)]
    [InlineData("35", 35)]
    [InlineData("1.234", 1234)]
    [InlineData("1.234 trẻ", 1234)]
    [InlineData("12,0", 12)]
    [InlineData("0", 0)]
    [InlineData("không", 0)]
    [InlineData("không có", 0)]
    public void WholeNumberInItsUnit_IsRead(string typed, int value) => Word(Children, typed).ShouldBeClean(new EntryValue.Number(value));

    [Fact]
    public void UnitOfTheField_Fits()
    {
        Word(People, "1.234 người").ShouldBeClean(new EntryValue.Number(1234));
        Word(Children, "1.234 người").ShouldBeInvalid("LC2105");
    }

    [Theory]
    [InlineData("12,5 trẻ", "LC2111")]
    [InlineData("12.5", "LC2111")]
    [InlineData("12 hộ", "LC2105")]
    [InlineData("95%", "LC2105")]
    [InlineData("-3", "LC2104")]
    [InlineData("45/50", "LC2101")]
    [InlineData("12 nam 13 nữ", "LC2101")]
    [InlineData("8/4/2025", "LC2402")]
    public void WhatIsNoCount_IsAnError(string typed, string code) => Word(Children, typed).ShouldBeInvalid(code).Severity.ShouldBe(Severity.Error);

    [Theory]
    [InlineData("1,234", "LC2103")]
    [InlineData("1,234,567", "LC2103")]
    [InlineData("khoảng 35 trẻ", "LC2106")]
    public void TwoReadings_AreAPersonsToDecide(string typed, string code) => Word(Children, typed).ShouldBeDoubtful(code);

    [Theory]
    [InlineData("....trẻ")]
    [InlineData("… trẻ")]
    [InlineData("Nam … trẻ")]
    public void PrintedDotsAndUnit_AreBlank(string typed) => Word(Children, typed).ShouldBeClean(new EntryValue.Blank());

    [Fact]
    public void SpacesInANumber_AreTidied() => Word(Children, "1 234 trẻ").ShouldBe(new EntryValue.Number(1234), "LC2113").Fix!.Value.ShouldBe("1.234 trẻ");

    [Fact]
    public void NumberCell_IsReadWithItsFormat()
    {
        Excel(Children, 1234m).ShouldBeClean(new EntryValue.Number(1234));
        Excel(Children, 12.5m).ShouldBeInvalid("LC2111");
        Excel(Children, -1m).ShouldBeInvalid("LC2104");
        Excel(Children, 0.5m, NumberShape.Percent, "50%").ShouldBeInvalid("LC2105");
    }

    [Fact]
    public void NumberKeptAsText_IsToldInExcelOnly()
    {
        Excel(Children, "35").ShouldBe(new EntryValue.Number(35), "LC2112");
        Excel(Children, "35 trẻ").Findings.ShouldBeEmpty();
    }

    [Fact]
    public void UnitInAnOldEncoding_IsConverted() => Word(Children, "35 trÎ").ShouldBe(new EntryValue.Number(35), "LC2303").Fix!.Value.ShouldBe("35 trẻ");
}
