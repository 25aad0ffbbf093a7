using LearningCity.Docs.Evaluation;
using LearningCity.Docs.Forms;
using LearningCity.Docs.OpenXml;
using LearningCity.Docs.Reading;

namespace LearningCity.Docs.Tests.Reading;

/// <summary>Choices that the paper prints, and how officials mark them.</summary>
public class ChoiceCellsTests
{
    private const string Rated = "3.2.1-1.rating";
    private const string Ticked = "1.2.4-1.trend";

    public static TheoryData<string> Hosts() => ["Excel", "Word"];

    private static IssuedTable Paper(string host, ScalePrint scale = ScalePrint.Cells, ScalePrint trend = ScalePrint.Cells) =>
        new(new IssuedLayout(Enum.Parse<Host>(host), LabelPlace.OwnCell, true, true, "", scale, trend, false));

    private static FieldDefinition Field(IssuedTable paper, string id) => paper.Form.Fields.Single(f => f.Id == id);

    private static Outcome OutcomeOf(FormEntries form, string indicator) => Nodes(Evaluator.Evaluate(form).Nodes).Single(n => n.Node.Code == indicator).Outcome;

    private static IEnumerable<NodeEvaluation> Nodes(IEnumerable<NodeEvaluation> nodes) => nodes.SelectMany(n => Nodes(n.Children).Prepend(n));

    [Theory]
    [MemberData(nameof(Hosts))]
    public void OneStepStandsOut_IsReadWithAWarning_AndNeedsReview(string host)
    {
        foreach (var look in (Looks[])[Looks.Bold, Looks.Underlined, Looks.Highlighted, Looks.Boxed])
        {
            var paper = Paper(host);
            paper.Look(Field(paper, Rated), 1, look);
            var form = paper.Read();
            form.Read(Rated).ShouldBe("4", $"{look}");
            var told = form.Only("LC2411");
            (told.Severity, told.Entry, told.Suggestion!.Value).ShouldBe((Severity.Warning, Rated, "X"));
            told.Location.ShouldBe(form.Entries.Single(e => e.Id == Rated).Location);
            OutcomeOf(form, "3.2.1-1").ShouldBe(Outcome.NeedsReview);
        }
    }

    [Theory]
    [MemberData(nameof(Hosts))]
    public void LookThatMostRowsHave_SaysNothing(string host)
    {
        var paper = Paper(host);
        foreach (var field in paper.Choices.Where(f => f.Kind is FieldKind.Rating)) { paper.Look(field, 1, Looks.Bold); }
        var form = paper.Read();
        form.Read(Rated).ShouldBeNull();
        form.ShouldHaveNo("LC2411", "LC2416");
    }

    [Theory]
    [MemberData(nameof(Hosts))]
    public void TwoStepsStandOut_InDifferentWays_IsAsked(string host)
    {
        var paper = Paper(host);
        paper.Look(Field(paper, Rated), 1, Looks.Bold);
        paper.Look(Field(paper, Rated), 2, Looks.Highlighted);
        var form = paper.Read();
        form.Read(Rated).ShouldBe("?");
        form.Only("LC2416").Entry.ShouldBe(Rated);
    }

    [Theory]
    [MemberData(nameof(Hosts))]
    public void OneOfTwoStandsOut_IsAsked_StrikeDecides(string host)
    {
        var paper = Paper(host);
        paper.Look(Field(paper, Ticked), 0, Looks.Bold);
        var asked = paper.Read();
        asked.Read(Ticked).ShouldBe("?");
        asked.Only("LC2416").Location.ShouldBe(paper.At(paper.Slot(Field(paper, Ticked))));

        paper = Paper(host);
        paper.Look(Field(paper, Ticked), 0, Looks.Struck);
        var decided = paper.Read();
        decided.Read(Ticked).ShouldBe("decrease");
        decided.Only("LC2414").Entry.ShouldBe(Ticked);
    }

    [Theory]
    [MemberData(nameof(Hosts))]
    public void OneOfFiveStruck_IsAsked(string host)
    {
        var paper = Paper(host);
        paper.Look(Field(paper, Rated), 2, Looks.Struck);
        var form = paper.Read();
        form.Read(Rated).ShouldBe("?");
        form.Only("LC2412").Arguments.ShouldContain("“3 Tốt”");
        OutcomeOf(form, "3.2.1-1").ShouldBe(Outcome.NeedsReview);
    }

    [Theory]
    [MemberData(nameof(Hosts))]
    public void SeveralMarked_IsToldAsSeveral(string host)
    {
        var paper = Paper(host);
        paper.Mark(Field(paper, Rated), 1, MarkWay.Behind, "x");
        paper.Mark(Field(paper, Rated), 2, MarkWay.Behind, "x");
        paper.Mark(Field(paper, Ticked), 0, MarkWay.Behind, "x");
        paper.Mark(Field(paper, Ticked), 1, MarkWay.Behind, "x");
        var form = paper.Read();
        form.Only("LC2204").Entry.ShouldBe(Rated);
        form.Only("LC2203").Entry.ShouldBe(Ticked);
    }

    [Theory]
    [MemberData(nameof(Hosts))]
    public void ShapeOverTheScale_NeedsReview(string host)
    {
        var paper = Paper(host);
        paper.Draw(Field(paper, Rated));
        var form = paper.Read();
        form.Read(Rated).ShouldBe("?");
        form.Only("LC2415").Location.ShouldBe(paper.At(paper.Slot(Field(paper, Rated))));
    }

    [Theory]
    [MemberData(nameof(Hosts))]
    public void MarkInPlaceOfAWholeStep_IsThatStep(string host)
    {
        var paper = Paper(host);
        var (row, column) = paper.Slot(Field(paper, Rated));
        paper.Type((row, column + 4), "x");
        paper.Read().Read(Rated).ShouldBe("3");
    }

    [Theory]
    [MemberData(nameof(Hosts))]
    public void MarkInPlaceOfOneOfTwo_IsAsked(string host)
    {
        var paper = Paper(host);
        var (row, column) = paper.Slot(Field(paper, Ticked));
        paper.Type((row, column + 5), "x");
        var form = paper.Read();
        form.Read(Ticked).ShouldBe("?");
        form.Only("LC2413").Location.ShouldBe(paper.At((row, column + 5)));
    }

    [Theory]
    [MemberData(nameof(Hosts))]
    public void WordsBesideTheChoices_AreNamedAtTheirCell(string host)
    {
        var paper = Paper(host, trend: ScalePrint.Boxes);
        var (row, column) = paper.Slot(Field(paper, Ticked));
        paper.Type((row, column + 2), "theo báo cáo");
        var form = paper.Read();
        form.Read(Ticked).ShouldBe("?");
        form.Findings.Single(f => f.Entry == Ticked).Location.ShouldBe(paper.At((row, column + 2)));
    }

    [Theory]
    [InlineData("TRUE")]
    [InlineData("✅")]
    [InlineData("X.")]
    [InlineData("x")]
    [InlineData("☑")]
    public void TickInABoxBesideItsWord_IsRead(string mark)
    {
        var paper = Paper("Word", trend: ScalePrint.Boxes);
        var (row, column) = paper.Slot(Field(paper, Ticked));
        paper.Type((row, column + 2), mark == "TRUE" ? "☑" : mark);
        paper.Read().Read(Ticked).ShouldBe("increase");
        paper = Paper("Word", trend: ScalePrint.Boxes);
        paper.Type((row, column + 6), mark == "TRUE" ? "☑" : mark);
        paper.Read().Read(Ticked).ShouldBe("decrease");
    }

    [Theory]
    [MemberData(nameof(Hosts))]
    public void MarkThatIsStruck_IsWithdrawn_AndTold(string host)
    {
        var paper = Paper(host, trend: ScalePrint.Boxes);
        var (row, column) = paper.Slot(Field(paper, Ticked));
        paper.Type((row, column + 2), "x", Looks.Struck);
        var form = paper.Read();
        form.Read(Ticked).ShouldBeNull();
        (form.Only("LC2406").Entry, form.Only("LC2406").Location).ShouldBe((Ticked, paper.At((row, column + 2))));

        paper.Type((row, column + 6), "x");
        form = paper.Read();
        form.Read(Ticked).ShouldBe("decrease");
        form.Only("LC2406").Location.ShouldBe(paper.At((row, column + 2)));
        form.Only("LC2406").Message(LanguageTable.Vietnamese).ShouldContain("Giảm");
    }

    [Theory]
    [MemberData(nameof(Hosts))]
    public void StepWhoseMarkIsStruck_IsNotChosen(string host)
    {
        var paper = Paper(host);
        var (row, column) = paper.Slot(Field(paper, Rated));
        paper.Mark(Field(paper, Rated), 1, MarkWay.Behind, "x");
        paper.Read().Read(Rated).ShouldBe("4");
        foreach (var at in Enumerable.Range(column, 10)) { paper.Strike((row, at), "x"); }
        var form = paper.Read();
        form.Read(Rated).ShouldBeNull();
        form.Only("LC2406").Entry.ShouldBe(Rated);
    }

    [Theory]
    [MemberData(nameof(Hosts))]
    public void StepWrittenBesideThePrintedScale_IsTheEntry(string host)
    {
        var paper = Paper(host, ScalePrint.Label);
        paper.Type(paper.Slot(Field(paper, Rated)), "4");
        paper.Read().Read(Rated).ShouldBe("4");
    }

    [Theory]
    [MemberData(nameof(Hosts))]
    public void AnotherStepWrittenUnderAStep_IsAsked(string host)
    {
        var paper = Paper(host, ScalePrint.Boxes);
        var (row, column) = paper.Slot(Field(paper, Rated));
        paper.Type((row + 1, column), "3");
        var form = paper.Read();
        form.Read(Rated).ShouldBe("?");
        form.Only("LC2410").Location.ShouldBe(paper.At((row + 1, column)));
    }
}
