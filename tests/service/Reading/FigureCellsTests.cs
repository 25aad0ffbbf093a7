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

    public static TheoryData<string, string, string> RepeatedLabels()
    {
        var cases = new TheoryData<string, string, string>();
        foreach (var host in (string[])["Excel", "Word"])
        {
            foreach (var typed in (string[])["Nam: 1604", "Nam 1604", "nam 1.604", "Nam: 1604 trẻ"]) { cases.Add(host, "2.1.2-1.a_male", typed); }
            cases.Add(host, "2.1.2-2.d_female", "nữ 1.604");
        }
        return cases;
    }

    [Theory]
    [MemberData(nameof(RepeatedLabels))]
    public void LabelRepeatedBesideItsFigure_MovesNothing(string host, string entry, string typed)
    {
        foreach (var labels in (LabelPlace[])[LabelPlace.OwnCell, LabelPlace.Above])
        {
            var paper = Paper(host, labels);
            foreach (var field in paper.Form.Fields.Where(f => f.Kind is FieldKind.Count)) { paper.Write(field, "7"); }
            paper.Type(paper.Slot(Field(paper, entry)), typed);
            var form = paper.Read();
            form.Read(entry).ShouldBe("1.604");
            form.Entries.Single(e => e.Id == entry).Location.ShouldBe(paper.At(paper.Slot(Field(paper, entry))));
            foreach (var other in paper.Form.Fields.Where(f => f.Kind is FieldKind.Count && f.Id != entry)) { form.Read(other.Id).ShouldBe("7", $"{labels} {other.Id}"); }
        }
    }

    [Theory]
    [InlineData("2.1.2-1.a_rate", "Tỷ lệ: 99,5%", "99,5")]
    [InlineData("2.1.2-2.d_rate", "Tỷ lệ 97,3%", "97,3")]
    [InlineData("1.2.1-2.poor", "Hộ nghèo 2,1%", "2,1")]
    public void LabelRepeatedBesideARate_MovesNothing(string entry, string typed, string value)
    {
        foreach (var host in (string[])["Excel", "Word"])
        {
            var paper = Paper(host);
            paper.Type(paper.Slot(Field(paper, entry)), typed);
            var form = paper.Read();
            form.Read(entry).ShouldBe(value);
            form.Entries.Where(e => e.Value is not EntryValue.Blank).Select(e => e.Id).ShouldBe([entry]);
        }
    }

    [Theory]
    [InlineData("1.2.1-2.poor", "Hộ cận nghèo: 2%")]
    [InlineData("1.2.2-1.female", "Nam 2,5")]
    [InlineData("2.1.1-1.rate", "Nam 51%, Nữ 49%")]
    [InlineData("2.1.2-1.b_male", "Nữ: 1604")]
    [InlineData("2.3.2-1.public", "Khu vực tư nhân: 95,8")]
    [InlineData("2.3.1-1.trained", "Nữ 51%")]
    [InlineData("1.1.1-1.value", "Nữ 98%")]
    public void LabelThatContradictsThePlace_IsAskedAtItsCell(string entry, string typed)
    {
        foreach (var host in (string[])["Excel", "Word"])
        {
            var paper = Paper(host);
            paper.Type(paper.Slot(Field(paper, entry)), typed);
            var form = paper.Read();
            form.Read(entry).ShouldBe("?");
            var finding = form.Only("LC2410");
            (finding.Entry, finding.Location).ShouldBe((entry, paper.At(paper.Slot(Field(paper, entry)))));
            form.Entries.Where(e => e.Value is not EntryValue.Blank).Select(e => e.Id).ShouldBe([entry]);
        }
    }

    /// <summary>Label and figure share a cell: of two rows "Nam" the second is that of another field, and no row of another group.</summary>
    [Theory]
    [MemberData(nameof(Hosts))]
    public void LabelTypedForAnother_StaysInItsGroup(string host)
    {
        var paper = Paper(host, LabelPlace.EntryCell, "…");
        foreach (var field in paper.Form.Fields.Where(f => f.Kind is FieldKind.Count)) { paper.Write(field, "7"); }
        paper.Type(paper.Slot(Field(paper, "2.1.2-1.a_female")), "Nam 1.276 trẻ");
        paper.Type(paper.Slot(Field(paper, "2.1.2-1.b_total")), "Nữ 2.348 trẻ");
        var form = paper.Read();
        (form.Read("2.1.2-1.a_male"), form.Read("2.1.2-1.a_female"), form.Read("2.1.2-1.a_total")).ShouldBe(("7", "?", "7"));
        (form.Read("2.1.2-1.b_male"), form.Read("2.1.2-1.b_female"), form.Read("2.1.2-1.b_total")).ShouldBe(("7", "7", "?"));
        form.Findings.Where(f => f.Code == "LC2410").Select(f => (f.Entry, f.Location)).ShouldBe(
            [("2.1.2-1.a_female", paper.At(paper.Slot(Field(paper, "2.1.2-1.a_female")))), ("2.1.2-1.b_total", paper.At(paper.Slot(Field(paper, "2.1.2-1.b_total"))))]);

        // Where the first of the two rows is not the label's own, neither is certain.
        paper.Type(paper.Slot(Field(paper, "2.1.2-1.a_male")), "Nữ 1.310 trẻ");
        paper.Type(paper.Slot(Field(paper, "2.1.2-1.a_female")), "Nữ 1.276 trẻ");
        form = paper.Read();
        (form.Read("2.1.2-1.a_male"), form.Read("2.1.2-1.a_female")).ShouldBe(("?", "?"));
    }

    [Theory]
    [MemberData(nameof(Hosts))]
    public void WordsBehindALabel_AreNoFigure(string host)
    {
        var paper = Paper(host);
        var (row, column) = paper.Slot(Field(paper, "2.1.2-1.a_female"));
        paper.Type((row, column - 2), "Nữ giới");
        paper.Type((row, column), "1276");
        paper.Read().Read("2.1.2-1.a_female").ShouldBe("1.276");
    }

    /// <summary>Label, figure and unit in one cell: what is raised there is told and asked as in a cell of its own.</summary>
    [Theory]
    [MemberData(nameof(Hosts))]
    public void RaisedDigitsBehindALabel_AreToldAndAsked(string host)
    {
        var paper = Paper(host, LabelPlace.EntryCell, "…");
        paper.Type(paper.Slot(Field(paper, "2.1.2-1.a_female")), "Nữ 1.200⁽²⁾ trẻ");
        paper.Type(paper.Slot(Field(paper, "2.1.2-1.b_female")), "Nữ 3³⁷³ trẻ");
        var form = paper.Read();
        (form.Read("2.1.2-1.a_female"), form.Read("2.1.2-1.b_female")).ShouldBe(("1.200", "?"));
        (form.Only("LC2407").Entry, form.Only("LC2423").Entry).ShouldBe(("2.1.2-1.a_female", "2.1.2-1.b_female"));
    }

    [Theory]
    [InlineData("Nam ...1.198... trẻ")]
    [InlineData("Nam …1.198… trẻ")]
    [InlineData("Nam 1.198.... trẻ")]
    public void DotsAroundAFigure_AreNoPartOfIt(string typed)
    {
        foreach (var host in (string[])["Excel", "Word"])
        {
            var paper = Paper(host, LabelPlace.EntryCell, "…");
            paper.Type(paper.Slot(Field(paper, "2.1.2-1.b_male")), typed);
            paper.Read().Read("2.1.2-1.b_male").ShouldBe("1.198");
        }
    }
}
