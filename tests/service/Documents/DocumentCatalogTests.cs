using System.Globalization;
using System.Text.Json.Nodes;
using LearningCity.Docs.Documents;
using LearningCity.Docs.Forms;
using LearningCity.Docs.Tests.Support;

namespace LearningCity.Docs.Tests.Documents;

public class DocumentCatalogTests
{
    private static readonly string Shipped = File.ReadAllText(Repository.Path("templates", "documents", DocumentCatalog.FileName));
    private static readonly DocumentCatalog Catalog = Read(Shipped);

    [Fact]
    public void EveryFormsPaper_IsAKindOfThatForm() =>
        SampleForms.Official.Forms.Where(f => f.Paper is not null).ShouldAllBe(form => Catalog.Find(form.Paper!)!.Form == form.Id);

    [Fact]
    public void EveryFormWithAPaper_HasADossier() => SampleForms.Official.Forms.Where(f => f.Paper is not null).ShouldAllBe(form => Catalog.Dossiers[form.Id].All(k => k.Form == form.Id));

    [Fact]
    public void EveryTemplate_IsThere() =>
        Catalog.Kinds.Select(k => k.Template).Append(Catalog.TemplateOf(FormLayout.Results)).Append(Catalog.TemplateOf(FormLayout.Figures))
            .ShouldAllBe(file => File.Exists(Repository.Path("templates", "documents", file)));

    [Fact]
    public void EveryExample_IsSoundAndMeetsWhatItsKindNeeds()
    {
        foreach (var kind in Catalog.Kinds)
        {
            var json = new JsonObject();
            foreach (var detail in kind.Details.Where(d => d.Type is not DetailType.Symbol))
            {
                JsonNode value = detail.Type switch { DetailType.Year => int.Parse(detail.Example[0], CultureInfo.InvariantCulture), DetailType.List => new JsonArray([.. detail.Example.Select(e => (JsonNode)e)]), DetailType.Flag => bool.Parse(detail.Example[0]), _ => detail.Example[0] };
                if (detail.Name.Split('.') is not [var group, var name]) { json[detail.Name] = value; continue; }
                if (!json.ContainsKey(group)) { json[group] = new JsonObject(); }
                json[group]!.AsObject()[name] = value;
            }
            DetailsReader.Read(json.ToJsonString(), kind, Catalog).Findings.ShouldBeEmpty();
        }
    }

    [Theory]
    [InlineData("form: phu-luc-iiib", "form: phu-luc-iiic", "there is no form 'phu-luc-iiic'")]
    [InlineData("required: [agency, agencyShort]", "required: [agency, agencyShrot]", "there is no detail 'agencyShrot'")]
    [InlineData("- id: phan-cong", "- id: phu-luc-iiib", "'phu-luc-iiib' is defined twice")]
    [InlineData("{name: place,", "{name: agency,", "'agency' is defined twice")]
    [InlineData("own: {number: report.number", "own: {number: report.nummer", "there is no detail 'report.nummer'")]
    [InlineData("kinds: [to-trinh, bao-cao", "kinds: [to-trinh, ke-hoach", "'phu-luc-iiib' has no kind 'ke-hoach'")]
    [InlineData("claims: result", "claims: all", "'all' is not one of")]
    [InlineData("type: year", "type: decade", "'decade' is not one of")]
    [InlineData("schema: 1", "schema: 2", "only schema 1 is known")]
    [InlineData("schema: 1", "schema: 1\nextra: 1", "unknown key 'extra'")]
    public void Defect_StopsTheStartUpWithItsLine(string sound, string broken, string sentence)
    {
        var at = Shipped.IndexOf(sound, StringComparison.Ordinal);
        at.ShouldBeGreaterThan(0);
        var fault = Should.Throw<FormFileException>(() => Read(Shipped[..at] + broken + Shipped[(at + sound.Length)..]));
        fault.Message.ShouldStartWith("documents.yaml(");
        fault.Message.ShouldContain(sentence);
        fault.Line.ShouldBeGreaterThan(1);
    }

    private static DocumentCatalog Read(string text) => DocumentCatalog.Read(DocumentCatalog.FileName, text, SampleForms.Official);
}
