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
    public void EveryFormsPaper_IsTheOneAnnexThatFitsIt() =>
        SampleForms.Official.Forms.ShouldAllBe(form => Catalog.Kinds.Where(k => k.IsAnnex && k.Fits(form)).Select(k => k.Id).SequenceEqual(new[] { form.Paper! }));

    [Theory]
    [InlineData("cdht-xa-muc-1", "to-trinh bao-cao bieu-ket-qua bien-ban")]
    [InlineData("cdht-xa-muc-2", "to-trinh bao-cao bieu-ket-qua bien-ban")]
    [InlineData("cdht-huyen-muc-1", "to-trinh bao-cao bieu-ket-qua bien-ban")]
    [InlineData("cdht-tinh-muc-2", "to-trinh bao-cao bieu-ket-qua bien-ban")]
    [InlineData("don-vi-hoc-tap-tinh-1", "to-trinh bao-cao bieu-ket-qua")]
    [InlineData("phu-luc-iiib", "to-trinh bao-cao phu-luc-iiib bien-ban")]
    [InlineData("unesco-ba-dinh", "ke-hoach phan-cong bao-cao-chi-so cong-van-so-lieu")]
    public void Dossier_IsThatOfTheFamilyAsFarAsItFitsTheForm(string form, string kinds) =>
        string.Join(' ', Catalog.DossierOf(SampleForms.Form(form)).Select(k => k.Id)).ShouldBe(kinds);

    [Theory]
    [InlineData("quyet-dinh", "cdht-xa-muc-2", true)]
    [InlineData("quyet-dinh", "don-vi-hoc-tap-tinh-2", true)]
    [InlineData("quyet-dinh", "unesco-ba-dinh", false)]
    [InlineData("ke-hoach", "cdht-xa-muc-2", false)]
    [InlineData("bien-ban", "don-vi-hoc-tap-tinh-2", false)]
    [InlineData("phu-luc-iiib", "cdht-huyen-muc-2", false)]
    [InlineData("bieu-ket-qua", "phu-luc-iiib", false)]
    public void Kind_FitsTheFormsOfItsFamilies(string kind, string form, bool fits) => Catalog.Find(kind)!.Fits(SampleForms.Form(form)).ShouldBe(fits);

    [Fact]
    public void FormOfNoFamily_HasNoPapers()
    {
        var form = SampleForms.Form("cdht-xa-muc-2") with { Family = null };
        Catalog.Kinds.ShouldAllBe(k => !k.Fits(form));
        Catalog.DossierOf(form).ShouldBeEmpty();
        Catalog.ProcedureOf(form).ShouldBeNull();
    }

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
            DetailsReader.Read(json.ToJsonString(), kind, Catalog).Findings.Where(f => f.Code != "LC6023").ShouldBeEmpty(); // the examples are those of the unit and of the receiver
        }
    }

    [Theory]
    [InlineData("families: [thanh-pho-hoc-tap]", "families: [thanh-pho]", "there is no family 'thanh-pho'")]
    [InlineData("- {family: thanh-pho-hoc-tap", "- {family: thanh-pho", "there is no family 'thanh-pho'")]
    [InlineData("  issuer: council", "  issuer: chair", "'chair' is not one of")]
    [InlineData("  due: filing", "  due: noon", "'noon' is not one of")]
    [InlineData("    council.name:", "    council.nane:", "there is no detail 'council.nane'")]
    [InlineData("day: 28, month: 2}", "day: 28}", "day and month go together")]
    [InlineData("required: [agency, agencyShort]", "required: [agency, agencyShrot]", "there is no detail 'agencyShrot'")]
    [InlineData("- id: phan-cong", "- id: phu-luc-iiib", "'phu-luc-iiib' is defined twice")]
    [InlineData("{name: place,", "{name: agency,", "'agency' is defined twice")]
    [InlineData("own: {number: report.number", "own: {number: report.nummer", "there is no detail 'report.nummer'")]
    [InlineData("kinds: [to-trinh, bao-cao", "kinds: [to-trinh, ke-hoach", "'cong-dong-hoc-tap' has no kind 'ke-hoach'")]
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

    private static DocumentCatalog Read(string text) => DocumentCatalog.Read(DocumentCatalog.FileName, text);
}
