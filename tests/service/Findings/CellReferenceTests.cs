namespace LearningCity.Docs.Tests.Findings;

public class CellReferenceTests
{
    [Theory]
    [InlineData("A1", 1, 1)]
    [InlineData("D20", 20, 4)]
    [InlineData("$AA$10", 10, 27)]
    [InlineData("XFD1048576", 1048576, 16384)] // the last cell there is
    public void CellOfTheSheet_IsParsed(string text, int row, int column)
    {
        CellReference.TryParse(text, out var reference).ShouldBeTrue();
        reference.ShouldBe(new CellReference(row, column));
        reference.ToString().ShouldBe(text.Replace("$", ""));
    }

    [Theory]
    [InlineData("")]
    [InlineData("A")]
    [InlineData("1")]
    [InlineData("A0")]
    [InlineData("XFE1")] // one column too far
    [InlineData("A1048577")] // one row too far
    [InlineData("@1")] // the character before A
    [InlineData("A1:B2")]
    [InlineData("A-1")]
    public void AnythingElse_IsNotParsed(string text) => CellReference.TryParse(text, out _).ShouldBeFalse();
}
