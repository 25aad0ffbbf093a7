using FsCheck.Fluent;
using LearningCity.Docs.Templating;
using LearningCity.Docs.Tests.Support;
using static LearningCity.Docs.Tests.Support.WordBuilder;
using static LearningCity.Docs.Tests.Templating.TemplateFixture;

namespace LearningCity.Docs.Tests.Templating;

/// <summary>Whatever blocks a template is made of and whatever the data: the document is a valid one.</summary>
public class RandomTemplateTests
{
    [Fact]
    public void AnyTemplateWithAnyData_IsAValidDocument()
    {
        var cases = from seed in Gen.Choose(0, int.MaxValue - 1) select seed;
        Prop.ForAll(cases.ToArbitrary(), seed =>
        {
            var random = new Random(seed);
            var scope = new Scope(random);
            var body = string.Concat(Enumerable.Range(0, 4).Select(_ => Block(random, 0, scope)));
            var template = WordTemplate.Compile(new WordBuilder(body + P("cuối")).Build(), "mau.docx");
            var docx = template.Render(scope.Model);
            WordReading.Faults(docx).ShouldBeEmpty($"seed {seed}");
            WordReading.Xml(docx).ShouldNotContain("{{");
            foreach (var cell in System.Xml.Linq.XDocument.Parse(WordReading.Xml(docx)).Descendants().Where(e => e.Name.LocalName == "tc"))
            {
                Last(cell).ShouldBe("p", $"seed {seed}");
            }
        }).Holds(300);
    }

    /// <summary>The last block of a cell, looked for inside content controls too.</summary>
    private static string Last(System.Xml.Linq.XElement container) =>
        container.Elements().Last() is { Name.LocalName: "sdt" } control ? Last(control.Elements().Last()) : container.Elements().Last().Name.LocalName;

    /// <summary>Names are the same in every scope, so that any tag may stand anywhere.</summary>
    private sealed class Scope(Random random)
    {
        public Dictionary<string, object?> Model { get; } = TemplateFixture.Model(("m", Make(random, 0)));

        private static Dictionary<string, object?> Make(Random random, int depth) => TemplateFixture.Model(("x", random.Next(3) == 0 ? "" : "giá trị"), ("co", random.Next(2) == 0),
            ("rows", depth > 3 ? List() : Enumerable.Range(0, random.Next(3)).Select(_ => (object?)Make(random, depth + 1)).ToList()));
    }

    private static string Open(Random random) => random.Next(3) switch { 0 => "{{for m in m.rows}}", 1 => "{{if m.co}}", _ => "{{if !m.co}}" };

    private const string End = "{{end}}";

    private static string Block(Random random, int depth, Scope scope)
    {
        switch (depth > 3 ? 0 : random.Next(7))
        {
            case 1: var inline = Open(random); return Para(R("a" + inline), R("{{m.x}}", "<w:b/>"), R(End + "b"));
            case 2: var open = Open(random); return P(open) + Block(random, depth + 1, scope) + (random.Next(2) == 0 ? P("{{else}}") + Block(random, depth + 1, scope) : "") + P(End);
            case 3: var row = Open(random); return Table(Row(Cell(row + "{{m.x}}"), CellOf(Block(random, depth + 1, scope), P(End)))) + P("");
            case 4: var rows = Open(random); return Table(Texts(rows, ""), Row(Cell("{{merge m.co}}{{m.x}}"), CellOf(Block(random, depth + 1, scope), P("c"))), Texts("{{else}}", ""), Texts("y", "z"), Texts("", End)) + P("");
            case 5: var cell = Open(random); return Table(Row(CellOf(P(cell), Block(random, depth + 1, scope), P(End)), Cell("d"))) + P("");
            case 6: return $"<w:sdt><w:sdtPr><w:tag w:val=\"{{{{m.x}}}}\"/><w:id w:val=\"{random.Next(1, 1_000_000)}\"/></w:sdtPr><w:sdtContent>{Block(random, depth + 1, scope)}</w:sdtContent></w:sdt>";
            default: return P("{{m.x}} {{if m.co}}có{{else}}không{{end}}");
        }
    }
}
