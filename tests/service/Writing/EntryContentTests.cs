using LearningCity.Docs.Forms;
using LearningCity.Docs.Tests.Support;
using LearningCity.Docs.Writing;

namespace LearningCity.Docs.Tests.Writing;

public class EntryContentTests
{
    [Theory]
    [InlineData("95,5", 95.5)]
    [InlineData("95", 95.0)]
    [InlineData(" 0 ", 0.0)]
    [InlineData("-3", -3.0)]
    [InlineData("1.234", 1234.0)]
    [InlineData("1.234.567,25", 1234567.25)]
    public void NumberInTheVietnameseWay_IsANumber(string typed, double number) => EntryContent.Of(Percent, typed).Number.ShouldBe(number);

    [Theory]
    [InlineData("95.5")] // a point is no decimal mark, and no group of three
    [InlineData("0.95")]
    [InlineData("1.23.456")]
    [InlineData("95,5%")]
    [InlineData("12 hộ")]
    [InlineData("…")]
    [InlineData("1e5")]
    [InlineData("")]
    public void AnythingElse_StaysAsTyped(string typed) => EntryContent.Of(Percent, typed).ShouldBe(new EntryContent(null, typed));

    [Fact]
    public void TextFields_NeverBecomeNumbers() => EntryContent.Of(SampleForms.Form("phu-luc-iiib").Fields[0], "95").Number.ShouldBeNull();

    [Fact]
    public void LineBreaks_AreExcelsOwn() => EntryContent.Of(SampleForms.Form("phu-luc-iiib").Fields[0], "a\r\nb").Shown.ShouldBe("a\nb");

    private static FieldDefinition Percent => SampleForms.Form("unesco-ba-dinh").Fields.First(f => f.Kind is FieldKind.Percent);
}
