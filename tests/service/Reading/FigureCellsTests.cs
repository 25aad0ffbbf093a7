using LearningCity.Docs.Forms;
using LearningCity.Docs.Reading;

namespace LearningCity.Docs.Tests.Reading;

/// <summary>Figures between what the paper prints around them.</summary>
public class FigureCellsTests
{
    public static TheoryData<string> Hosts() => ["Excel", "Word"];

    private static IssuedTable Paper(string host, LabelPlace labels = LabelPlace.OwnCell, string dots = "", bool unit = true) =>
        new(new IssuedLayout(Enum.Parse<Host>(host), labels, true, unit, dots, ScalePrint.Cells, ScalePrint.Cells, false));

    private static FieldDefinition Field(IssuedTable paper, string id) => paper.Form.Fields.Single(f => f.Id == id);

    [Theory]
    [MemberData(nameof(Hosts))]
    public void MissingEntry_IsLocatedAtItsOwnRowAndCell(string host)
    {
        foreach (var labels in Enum.GetValues<LabelPlace>())
        {
            var paper = Paper(host, labels, labels is LabelPlace.EntryCell ? "…" : "");
            var form = paper.Read();
            foreach (var id in (string[])["1.2.1-2.near_poor", "1.2.2-1.female", "1.2.2-1.total", "2.1.2-1.b_total", "2.1.2-1.b_rate", "2.3.1-1.trained_female", "1.1.1-1.value", "3.2.1-1.rating", "1.2.4-1.trend"])
            {
                form.Entries.Single(e => e.Id == id).Location.ShouldBe(paper.At(paper.Slot(Field(paper, id))), $"{labels} {id}");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Hosts))]
    public void SecondFigureInTheRow_IsAConflict_ARemarkIsNot(string host)
    {
        var paper = Paper(host, unit: false);
        var (row, column) = paper.Slot(Field(paper, "1.1.1-1.value"));
        paper.Type((row, column), "95,5\n96,5");
        paper.Read().Read("1.1.1-1.value").ShouldBe("?");

        paper = Paper(host);
        (row, column) = paper.Slot(Field(paper, "1.1.1-1.value"));
        paper.Type((row, column), "95,5");
        paper.Type((row, column + 8), "96,5");
        var form = paper.Read();
        form.Read("1.1.1-1.value").ShouldBe("?");
        form.Only("LC2403").Related.ShouldBe([paper.At((row, column + 8))]);

        paper.Type((row, column + 8), "theo báo cáo");
        paper.Read().Read("1.1.1-1.value").ShouldBe("95,5");
    }

    [Theory]
    [MemberData(nameof(Hosts))]
    public void FigureThatNoLabelClaims_IsNamedAtItsCell(string host)
    {
        var paper = Paper(host);
        var (row, column) = paper.Slot(Field(paper, "1.2.2-1.female"));
        paper.Type((row, column - 2), "Phái yếu");
        paper.Type((row, column), "3,3");
        var form = paper.Read();
        form.Read("1.2.2-1.female").ShouldBe("?");
        form.Findings.ShouldContain(f => f.Code == "LC2410" && f.Entry == "1.2.2-1.female");
        form.Read("1.2.2-1.male").ShouldBeNull();
    }

    [Theory]
    [MemberData(nameof(Hosts))]
    public void SeveralFiguresInOneLine_EachGoesWithItsLabel(string host)
    {
        var paper = Paper(host);
        var (row, column) = paper.Slot(Field(paper, "2.1.2-1.a_male"));
        paper.Type((row, column - 2), "Nam 48, nữ 52");
        paper.Type((row + 1, column - 2), "");
        var form = paper.Read();
        (form.Read("2.1.2-1.a_male"), form.Read("2.1.2-1.a_female"), form.Read("2.1.2-1.a_total")).ShouldBe(("48", "52", null));
    }
}
