using LearningCity.Docs.OpenXml;

namespace LearningCity.Docs.Tests.OpenXml;

public class SeenTextTests
{
    private static SeenText Of(params (string Text, Looks Looks)[] stretches) => SeenText.Of([.. stretches.Select(s => new TextStretch(s.Text, s.Looks))]);

    [Fact]
    public void StruckFigure_IsWithdrawn()
    {
        var seen = Of(("69,5", Looks.Struck), ("79,5", Looks.Plain), (" triệu đồng", Looks.Plain));
        seen.Visible.ShouldBe("79,5 triệu đồng");
        seen.Struck.ShouldBe("69,5");
        seen.IsPlain.ShouldBeFalse();
    }

    [Fact]
    public void StrokeBesideAStruckChoice_GoesWithIt()
    {
        Of(("Đạt/", Looks.Plain), ("Không đạt", Looks.Struck)).Visible.ShouldBe("Đạt");
        Of(("Đạt", Looks.Struck), (" / Không đạt", Looks.Plain)).Visible.ShouldBe("Không đạt");
        Of(("11/", Looks.Plain), ("14", Looks.Hidden)).Visible.ShouldBe("11/");
        Of(("Đạt/", Looks.Plain), ("Không", Looks.Struck), ("đạt", Looks.Plain)).Visible.ShouldBe("Đạt/đạt");
    }

    [Fact]
    public void HiddenText_IsNotSeen()
    {
        var seen = Of(("96", Looks.Plain), ("9", Looks.Hidden));
        (seen.Visible, seen.Hidden).ShouldBe(("96", "9"));
    }

    [Theory]
    [InlineData("82,4", "2")]
    [InlineData("82,4%", "a")]
    [InlineData("1512", "(1)")]
    [InlineData("97", "**")]
    [InlineData("97", "12")]
    [InlineData("63,8", "1, 2")]
    [InlineData("63,8%", "(1), (2)")]
    public void RaisedMarkBehindAFigure_IsANoteMark(string figure, string mark)
    {
        var seen = Of((figure, Looks.Plain), (mark, Looks.Raised));
        (seen.Visible, seen.NoteMarks).ShouldBe((figure, mark));
    }

    [Theory]
    [InlineData("m", "2")]
    [InlineData("4 km", "3")]
    [InlineData("82,4 ", "2")]
    public void RaisedTextElsewhere_IsKept(string before, string raised)
    {
        var seen = Of((before, Looks.Plain), (raised, Looks.Raised));
        (seen.Visible, seen.NoteMarks).ShouldBe((before + raised, ""));
    }

    [Theory]
    [InlineData("82,4²", "82,4", "²")]
    [InlineData("97%¹ và 98%²", "97% và 98%", "¹²")]
    [InlineData("120 m²", "120 m²", "")]
    [InlineData("1604₁", "1604", "₁")]
    [InlineData("86,7₂ và CO₂", "86,7 và CO₂", "₂")]
    [InlineData("100 ⁽¹⁾", "100 ", "⁽¹⁾")]
    public void RaisedDigitsOfUnicode_AreTheSame(string text, string visible, string marks)
    {
        var seen = Of((text, Looks.Plain));
        (seen.Visible, seen.NoteMarks, seen.IsPlain).ShouldBe((visible, marks, marks.Length == 0));
    }

    [Theory]
    [InlineData("3×10")]
    [InlineData("10")]
    public void RaisedDigitBehindTen_IsAsked(string text)
    {
        Of((text, Looks.Plain), ("3", Looks.Raised)).ShouldSatisfyAllConditions(s => s.IsPowerDoubtful.ShouldBeTrue(), s => s.Visible.ShouldBe(text + "3"));
        Of((text + "³", Looks.Plain)).IsPowerDoubtful.ShouldBeTrue();
    }

    [Theory]
    [InlineData("110")]
    [InlineData("0,10")]
    public void RaisedDigitBehindAnotherFigure_IsNotAsked(string text) => Of((text, Looks.Plain), ("3", Looks.Raised)).IsPowerDoubtful.ShouldBeFalse();

    [Theory]
    [InlineData("1604", "1", "")]
    [InlineData("86,7%", "(2)", "")]
    [InlineData("86,7", "2", " của huyện")]
    public void LoweredMarkBehindAFigure_IsANoteMark(string figure, string mark, string behind)
    {
        var seen = Of((figure, Looks.Plain), (mark, Looks.Lowered), (behind, Looks.Plain));
        (seen.Visible, seen.NoteMarks, seen.IsDoubtful).ShouldBe((figure + behind, mark, false));
    }

    /// <summary>What may be a part of the figure is neither taken into it nor left out without a question.</summary>
    [Theory]
    [InlineData("3", "373", "")]
    [InlineData("3 ", "373", "")]
    [InlineData("8", "8,9", "")]
    [InlineData("0", ",8", "%")]
    [InlineData("82,4", "345", "")]
    [InlineData("", "1", "61,3")]
    [InlineData("", "1", " 512")]
    [InlineData("1", "6", "04")]
    [InlineData("71", "5", "%")]
    [InlineData("71,", "5", "")]
    public void RaisedOrLoweredDigitsThatAFigureMayHold_AreAsked(string before, string digits, string behind)
    {
        foreach (var looks in (Looks[])[Looks.Raised, Looks.Lowered])
        {
            var seen = Of((before, Looks.Plain), (digits, looks), (behind, Looks.Plain));
            (seen.Visible, seen.NoteMarks, seen.IsFigureDoubtful).ShouldBe((before + digits + behind, "", true));
        }
    }

    [Theory]
    [InlineData("71₅%")]
    [InlineData("¹61,3")]
    [InlineData("3³⁷³")]
    public void RaisedOrLoweredLettersInAFigure_AreAsked(string text) => Of((text, Looks.Plain)).ShouldSatisfyAllConditions(s => s.IsFigureDoubtful.ShouldBeTrue(), s => s.Visible.ShouldBe(text));

    [Fact]
    public void RaisedMarkBeforeWords_IsNotAsked() => Of(("(1)", Looks.Raised), (" Theo báo cáo 12 xã", Looks.Plain)).IsDoubtful.ShouldBeFalse();

    [Fact]
    public void StruckTextsOfTwoPlaces_AreNotJoined() =>
        Of(("17", Looks.Struck), ("18/19 xã, ", Looks.Plain), ("94,", Looks.Struck), ("4", Looks.Struck | Looks.Bold), ("94,7%", Looks.Plain)).Struck.ShouldBe("17; 94,4");

    [Fact]
    public void CellLoweredAsAWhole_IsItsValue() => Of(("95", Looks.Lowered), (" ", Looks.Plain), ("%", Looks.Lowered)).IsDoubtful.ShouldBeFalse();

    [Fact]
    public void CellRaisedAsAWhole_IsItsValue() => Of(("95", Looks.Raised), ("%", Looks.Raised)).Visible.ShouldBe("95%");

    [Fact]
    public void PlainText_IsPlain()
    {
        Of(("Đạt", Looks.Plain)).ShouldSatisfyAllConditions(s => s.IsPlain.ShouldBeTrue(), s => s.Visible.ShouldBe("Đạt"));
        Of().Visible.ShouldBe("");
    }
}
