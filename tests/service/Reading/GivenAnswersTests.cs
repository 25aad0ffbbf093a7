using LearningCity.Docs.Reading;
using LearningCity.Docs.Tests.Support;

namespace LearningCity.Docs.Tests.Reading;

public class GivenAnswersTests
{
    [Theory]
    [InlineData("unit.vung_kho_khan=có", true)]
    [InlineData("unit.vung_kho_khan=KHÔNG", false)]
    public void Answer_IsReadByItsWord(string given, bool answer)
    {
        var (answers, fault) = GivenAnswers.Read([given], SampleForms.Official);
        fault.ShouldBeNull();
        answers.ShouldBe(new Dictionary<string, bool> { ["unit.vung_kho_khan"] = answer });
    }

    [Theory]
    [InlineData("request.unknownProperty", "unit.xa_lon=có")]
    [InlineData("request.propertyAnswer", "unit.vung_kho_khan=có thể")]
    [InlineData("request.propertyTwice", "unit.vung_kho_khan=có", "unit.vung_kho_khan=không")]
    public void AnswerThatSaysNothing_IsRefused(string key, params string[] given) => GivenAnswers.Read(given, SampleForms.Official).Fault!.Key.ShouldBe(key);

    [Fact]
    public void SameAnswerTwice_IsTheAnswer() => GivenAnswers.Read(["unit.vung_kho_khan=có", "unit.vung_kho_khan=co"], SampleForms.Official).Fault.ShouldBeNull();
}
