using FsCheck;
using FsCheck.Fluent;
using LearningCity.Docs.Forms;
using LearningCity.Docs.OpenXml;
using LearningCity.Docs.Reading;
using LearningCity.Docs.Tests.Support;

namespace LearningCity.Docs.Tests.Reading;

/// <summary>
/// However the paper sets its data cells: blank it reads as blank; one entry filled changes that entry alone; a printed choice that is marked is that choice; looks that are no mark change nothing.
/// </summary>
public class PrintedTextProperties
{
    private static readonly string[] Marks = ["x", "X", "✓", "✔", "☑", "☒", "v"];

    private static readonly Gen<(IssuedLayout Layout, int Seed)> Layouts =
        from host in Gen.Elements(Host.Excel, Host.Word)
        from labels in Gen.Elements(LabelPlace.OwnCell, LabelPlace.EntryCell, LabelPlace.Above)
        from merged in Gen.Elements(true, false)
        from unit in Gen.Elements(true, false)
        from dots in Gen.Elements("", "…", "......", "……")
        from scale in Gen.Elements(ScalePrint.Cells, ScalePrint.Lines, ScalePrint.TwoRows, ScalePrint.Boxes, ScalePrint.Label)
        from trend in Gen.Elements(ScalePrint.Cells, ScalePrint.Lines, ScalePrint.Boxes, ScalePrint.Label)
        from extra in Gen.Elements(true, false)
        from seed in Gen.Choose(0, int.MaxValue)
        select (new IssuedLayout(host, labels, merged, unit, dots, scale, trend, extra), seed);

    [Fact]
    public void EveryLayout_BlankIsBlank_OneEntryIsThatEntry_AMarkIsThatChoice()
    {
        Prop.ForAll(Layouts.ToArbitrary(), given =>
        {
            var (layout, seed) = given;
            var random = new Random(seed);
            var paper = new IssuedTable(layout);
            Only(paper.Read(), null, null);

            var figures = paper.Form.Fields.Where(f => f.Kind is FieldKind.Count or FieldKind.Percent).ToArray();
            for (var i = 0; i < 3; i++)
            {
                var field = figures[random.Next(figures.Length)];
                paper = new IssuedTable(layout);
                paper.Write(field, field.Kind is FieldKind.Count ? "48" : field.AllowOver100 ? "152%" : "55,5");
                Only(paper.Read(), field, field.Kind is FieldKind.Count ? "48" : field.AllowOver100 ? "152" : "55,5");
            }

            var choices = paper.Choices.ToArray();
            foreach (var way in Enum.GetValues<MarkWay>())
            {
                var field = choices[random.Next(choices.Length)];
                var printed = paper.Form.ChoicesOf(field.Kind);
                var choice = random.Next(printed.Length);
                paper = new IssuedTable(layout);
                if (paper.Mark(field, choice, way, Marks[random.Next(Marks.Length)])) { Only(paper.Read(), field, printed[choice].Value, $"{way}"); }
            }

            paper = new IssuedTable(layout);
            if (random.Next(2) == 0) { paper.LookEverywhere(Looks.Bold | Looks.Boxed); }
            foreach (var field in choices) { paper.Look(field, 0, Looks.Bold); }
            Only(paper.Read(), null, null, "looks of the paper itself");
        }).Holds(300);
    }

    private static void Only(FormEntries read, FieldDefinition? field, string? value, string? why = null)
    {
        var wrong = read.Entries.Where(e => read.Read(e.Id) != (e.Field == field ? value : null)).Select(e => $"{why} {e.Id}: {read.Read(e.Id)} from <{e.Raw}> at {e.Location.At()}, wanted {(e.Field == field ? value : "nothing")}").ToList();
        wrong.ShouldBeEmpty();
        read.Findings.Where(f => f.Code.StartsWith("LC2", StringComparison.Ordinal) && f.Severity > Severity.Info).Select(f => $"{why} {f.Code} {f.Entry} {f.Location.At()} {f.Value}").ShouldBeEmpty();
    }
}
