using FsCheck.Fluent;
using LearningCity.Docs.Tests.Support;
using LearningCity.Docs.Text;

namespace LearningCity.Docs.Tests.Text;

public class VietnameseDateTests
{
    [Theory]
    [InlineData("08/04/2025")]
    [InlineData("8/4/2025")]
    [InlineData("08.4.2025")]
    [InlineData("08-04-2025")]
    [InlineData("08 / 4 / 2025")]
    [InlineData("ngày 08/4/2025")]
    [InlineData("ngày 08 tháng 4 năm 2025")]
    [InlineData("Ngày 8 tháng 04 năm 2025.")]
    [InlineData("2025-04-08")]
    [InlineData("2025-04-08T09:25:21+0700")] // as the digital signature of Công văn 2277 prints it
    [InlineData("2025-04-08T09:25:21+07:00")]
    [InlineData("2025-04-08T09:25:21Z")]
    [InlineData("2025-04-08 09:25")]
    public void EightApril_IsRead(string text) => VietnameseDate.Read(text).ShouldBe(new DateReading.Date(new DateOnly(2025, 4, 8)));

    [Theory]
    [InlineData("31/02/2025")]
    [InlineData("29/02/2025")]
    [InlineData("13/13/2025")]
    [InlineData("0/1/2025")]
    [InlineData("tháng 4 năm 2025")]
    [InlineData("4/2025")]
    [InlineData("2025")]
    [InlineData("8/4/202")]
    [InlineData("2025-04-08Tmột giờ")]
    [InlineData("2025-04-08T99:99")]
    [InlineData("1.234.567")]
    public void ImpossibleDate_IsNone(string text) => VietnameseDate.Read(text).ShouldBe(new DateReading.NotADate(text));

    [Fact]
    public void LeapDay_IsRead() => VietnameseDate.Read("29/02/2024").ShouldBe(new DateReading.Date(new DateOnly(2024, 2, 29)));

    [Fact]
    public void TwoDigitYear_IsDoubtful() => VietnameseDate.Read("8/4/25").ShouldBe(new DateReading.Doubtful(new DateOnly(2025, 4, 8), "8/4/25"));

    [Fact]
    public void EmptyText_IsBlank() => VietnameseDate.Read(" \u00A0").ShouldBe(new DateReading.Blank());

    [Theory]
    [InlineData(1, false, "1900-01-01")]
    [InlineData(59, false, "1900-02-28")]
    [InlineData(60, false, null)] // 29/02/1900 never was
    [InlineData(61, false, "1900-03-01")]
    [InlineData(45755.75, false, "2025-04-08")]
    [InlineData(2958465, false, "9999-12-31")]
    [InlineData(2958466, false, null)]
    [InlineData(0, false, null)]
    [InlineData(-1, false, null)]
    [InlineData(0, true, "1904-01-01")]
    [InlineData(44293, true, "2025-04-08")]
    [InlineData(2957003, true, "9999-12-31")]
    [InlineData(2957004, true, null)]
    public void ExcelSerial_IsItsDay(double serial, bool date1904, string? day) =>
        (VietnameseDate.FromSerial((decimal)serial, date1904) is { } found ? $"{found:yyyy-MM-dd}" : null).ShouldBe(day);

    [Fact]
    public void SerialBeyondEveryDay_IsNull() => VietnameseDate.FromSerial(decimal.MaxValue, false).ShouldBeNull();

    [Fact]
    public void AnyText_HasAReading() => Prop.ForAll(Texts.Any, text => VietnameseDate.Read(text) is not null).Holds();
}
