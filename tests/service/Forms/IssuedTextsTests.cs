using LearningCity.Docs.Forms;
using LearningCity.Docs.Tests.Support;
using YamlDotNet.RepresentationModel;

namespace LearningCity.Docs.Tests.Forms;

/// <summary>The shipped forms against the canonical data of the issued papers (tests/fixtures/issued): every text, letter for letter.</summary>
public class IssuedTextsTests
{
    [Fact]
    public void PhuLucIIIb_IsAsIssued()
    {
        var (form, issued) = (SampleForms.Form("phu-luc-iiib"), Issued("phu-luc-iiib.yaml"));
        Heading(form, Map(issued, "form"));
        form.Annex.ShouldBe(Text(Map(issued, "form"), "annex"));
        form.Nodes.Where(n => n.Kind is NodeKind.Criterion).Select(n => (n.Code, n.Label, n.Title))
            .ShouldBe(List(issued, "criteria").Select(c => (Text(c, "code"), (string?)Text(c, "label"), Text(c, "title"))));
        form.Indicators.Select(n => (n.Code, n.Label, n.Title))
            .ShouldBe(List(issued, "criteria").SelectMany(c => List(c, "indicators")).Select(i => (Text(i, "code"), (string?)Text(i, "label"), Text(i, "text"))));
        form.Total!.Title.ShouldBe(Text(issued, "total_row"));
        form.Notes!.Heading.ShouldBe(Text(Map(issued, "notes"), "heading"));
        form.Notes.Items.ShouldBe(((YamlSequenceNode)Map(issued, "notes")["items"]).Select(i => i.ToString()));
        foreach (var indicator in List(issued, "criteria").SelectMany(c => List(c, "indicators")))
        {
            var evidence = ((Rule.Attested)form.Node(Text(indicator, "code")).Rule!).Evidence;
            (evidence is not null).ShouldBe(indicator.Children.ContainsKey("evidence"));
            if (evidence is Evidence.PercentMin percent) { percent.Value.ToString(System.Globalization.CultureInfo.InvariantCulture).ShouldBe(Text(Map(indicator, "evidence"), "value")); }
        }
    }

    [Fact]
    public void Unesco_IsAsIssued()
    {
        var (form, issued) = (SampleForms.Form("unesco-ba-dinh"), Issued("unesco-ba-dinh.yaml"));
        Heading(form, Map(issued, "form"));
        form.CriteriaSet.ShouldBe(Text(Map(issued, "form"), "criteria_set"));
        form.Units.Select(u => (u.Key, u.Name, u.IsUnit)).ShouldBe(List(issued, "units").Select(u => (Text(u, "key"), Text(u, "name"), Text(u, "is_unit") == "true")));
        form.RatingScale.Select(r => (Number(r.Value), r.Label)).ShouldBe(List(issued, "rating_scale").Select(r => (Text(r, "value"), Text(r, "label"))));
        foreach (var (kind, list, parent) in new[] { (NodeKind.Part, "parts", ""), (NodeKind.Standard, "standards", "part"), (NodeKind.Criterion, "criteria", "standard") })
        {
            form.Nodes.Where(n => n.Kind == kind).Select(n => (n.Code, n.Title, n.Parent ?? ""))
                .ShouldBe(List(issued, list).Select(n => (Text(n, "code"), Text(n, "title"), parent.Length == 0 ? "" : Text(n, parent))));
        }
        form.Indicators.Select(n => (n.Code, n.Title, n.Parent, n.Unit?.Name, n.Provenance?.Status))
            .ShouldBe(List(issued, "indicators").Select(i => (Text(i, "id"), Text(i, "text"), (string?)Text(i, "criterion"), (string?)Text(Map(i, "unit"), "name"), (string?)Text(i, "text_status"))));
    }

    [Fact]
    public void UnescoFields_AreAsIssuedWithWhatIsInferredMarked()
    {
        var form = SampleForms.Form("unesco-ba-dinh");
        foreach (var indicator in List(Issued("unesco-ba-dinh.yaml"), "indicators"))
        {
            var node = form.Node(Text(indicator, "id"));
            (node.UnitProvenance?.Status ?? "seed").ShouldBe(Text(Map(indicator, "unit"), "status"), node.Code);
            node.Ambiguity.IsEmpty.ShouldBe(!indicator.Children.ContainsKey("ambiguity"), node.Code);
            // An ambiguous reading is a setting that somebody can find and change.
            if (!node.Ambiguity.IsEmpty) { node.Settings.ShouldNotBeEmpty(node.Code); }
            foreach (var (field, expected) in node.Fields.Zip(List(indicator, "fields")))
            {
                field.Name.ShouldBe(Text(expected, "id"), node.Code);
                field.Label.ShouldBe(Text(expected, "label"), field.Id);
                (field.Provenance?.Status ?? "seed").ShouldBe(Text(expected, "status"), field.Id);
                if (expected.Children.ContainsKey("group")) { field.Group.ShouldBe(Text(expected, "group"), field.Id); }
                if (expected.Children.ContainsKey("unit")) { field.Unit.ShouldBe(Text(expected, "unit"), field.Id); }
            }
            node.Fields.Length.ShouldBe(List(indicator, "fields").Length);
        }
    }

    private static void Heading(FormDefinition form, YamlMappingNode issued)
    {
        form.Id.ShouldBe(Text(issued, "id"));
        form.Version.ShouldBe(Text(issued, "version"));
        form.Title.ShouldBe(Text(issued, "title"));
        form.AttachedTo.ShouldBe(Text(issued, "attached_to"));
        form.Columns.Select(c => c.Title).ShouldBe(((YamlSequenceNode)issued["columns"]).Select(c => c.ToString()));
        form.ValidFrom.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture).ShouldBe(Text(issued, "valid_from"));
        form.ValidTo?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture).ShouldBe(Text(issued, "valid_to"));
    }

    private static YamlMappingNode Issued(string file)
    {
        var yaml = new YamlStream();
        yaml.Load(new StringReader(File.ReadAllText(Repository.Path("tests", "fixtures", "issued", file))));
        return (YamlMappingNode)yaml.Documents[0].RootNode;
    }

    private static YamlMappingNode Map(YamlMappingNode node, string key) => (YamlMappingNode)node[key];

    private static ImmutableArray<YamlMappingNode> List(YamlMappingNode node, string key) => [.. ((YamlSequenceNode)node[key]).Cast<YamlMappingNode>()];

    private static string Text(YamlMappingNode node, string key) => ((YamlScalarNode)node[key]).Value!;

    private static string Number(int value) => value.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
