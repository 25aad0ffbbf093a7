using System.Text;
using LearningCity.Docs.Checking;
using LearningCity.Docs.Tests.Support;

namespace LearningCity.Docs.Tests.Checking;

public class FindingPlacesTests
{
    [Fact]
    public void FileTypedOnAMac_GivesOneLineWithItsPlaces()
    {
        var typed = TestForms.IIIb.Indicators.Select(n => ($"{n.Code}.result", "Đạt".Normalize(NormalizationForm.FormD))).ToArray();
        var findings = FormChecker.Check(TestForms.IIIb.Fill(typed), Checked.InForce).Where(f => f.Code != "LC2001").ToList();
        var one = findings.ShouldHaveSingleItem();
        one.Code.ShouldBe("LC2301");
        one.Places.Length.ShouldBe(13);
        (one.Entry, one.Location, one.Value, one.Fix).ShouldBe((one.Places[0].Entry, one.Places[0].Location, one.Places[0].Value, one.Places[0].Fix));
        one.Places.ShouldAllBe(p => p.Location == TestForms.IIIb.At(p.Entry!) && p.Fix!.Value == "Đạt");
        one.Message(LanguageTable.Vietnamese).ShouldStartWith("Có 13 ô dùng Unicode tổ hợp");
        one.Each().Select(f => (f.Entry, f.Location, f.Fix!.Value)).ShouldBe(one.Places.Select(p => (p.Entry, p.Location, "Đạt")));
    }

    [Fact]
    public void OnePlace_StaysAsItIs()
    {
        var finding = FormChecker.Check(TestForms.FillIIIb("Đạt", ("1.1.result", " Đạt")), Checked.InForce).Single(f => f.Code == "LC2302");
        finding.Places.ShouldBeEmpty();
        finding.Location.ShouldBe(TestForms.IIIb.At("1.1.result"));
        finding.Each().ShouldBe([finding]);
    }

    [Fact]
    public void OtherCauses_StayApart()
    {
        var findings = FormChecker.Check(TestForms.FillIIIb("đạt"), Checked.InForce);
        findings.Count(f => f.Code == "LC2202").ShouldBe(13);
        findings.ShouldAllBe(f => f.Places.IsEmpty);
    }

    [Theory]
    [InlineData("LC1111")]
    [InlineData("LC2112")]
    [InlineData("LC2301")]
    [InlineData("LC2302")]
    [InlineData("LC2303")]
    [InlineData("LC2304")]
    public void EveryCauseOfManyPlaces_IsOneFinding(string code)
    {
        var descriptor = FindingCatalog.All.Single(d => d.Code == code);
        ImmutableArray<Finding> three = [.. Enumerable.Range(1, 3).Select(row => new Finding(descriptor, new Location.Cell("Biểu", new CellReference(row, 4))) { Entry = $"1.{row}.result", Value = "x" })];
        var one = FindingPlaces.Gathered(three).ShouldHaveSingleItem();
        one.Places.Select(p => p.Location).ShouldBe(three.Select(f => f.Location));
        one.Location.ShouldBe(three[0].Location);
        one.Message(LanguageTable.Vietnamese).ShouldContain("3");
        one.Message(LanguageTable.English).ShouldContain("3");
    }

    [Fact]
    public void PlaceThatAsksAPerson_StaysAFindingOfItsOwn()
    {
        ImmutableArray<Finding> two = [.. Enumerable.Range(1, 2).Select(row => new Finding(FindingCatalog.LC2303_LegacyEncoding, new Location.Cell("Biểu", new CellReference(row, 4)), "a", "b")
        {
            Suggestion = row == 2 ? new Fix(new Sentence("fix.write", "b"), "b") : null,
        })];
        FindingPlaces.Gathered(two).Select(f => (f.Location, f.Places.Length)).ShouldBe([(two[0].Location, 0), (two[1].Location, 0)]);
    }
}
