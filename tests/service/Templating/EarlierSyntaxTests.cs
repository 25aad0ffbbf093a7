using static LearningCity.Docs.Tests.Support.WordBuilder;
using static LearningCity.Docs.Tests.Templating.TemplateFixture;

namespace LearningCity.Docs.Tests.Templating;

public class EarlierSyntaxTests
{
    [Theory]
    [InlineData("{{#each tieu_chi}}x{{end}}", "Viết «{{for muc in tieu_chi}}»")]
    [InlineData("{{#each ../tieu_chi}}x{{end}}", "Viết «{{for muc in tieu_chi}}»")]
    [InlineData("{{#if co}}x{{end}}", "Viết «{{if co}}».")]
    [InlineData("{{#iff co}}x{{end}}", "Viết «{{if co}}».")]
    [InlineData("{{#unless co}}x{{end}}", "Viết «{{if !co}}».")]
    [InlineData("{{#unless ./co}}x{{end}}", "Viết «{{if !muc.co}}».")]
    [InlineData("{{#with co_quan}}x{{end}}", "viết tên đầy đủ: «{{co_quan.…}}»")]
    [InlineData("{{for x in a}}x{{/each}}", "Viết «{{end}}».")]
    [InlineData("{{if a}}x{{^}}y{{end}}", "Viết «{{else}}».")]
    [InlineData("{{if a}}x{{else unless b}}y{{end}}", "Viết «{{else if !b}}».")]
    [InlineData("{{if a}}x{{else if ../b}}y{{end}}", "«{{else if b}}» nếu tên ở ngoài mọi khối")]
    [InlineData("{{if @first}}x{{end}}", "Viết «{{if for.first}}».")]
    [InlineData("{{@index}}", "Viết «{{for.index}}».")]
    [InlineData("{{@root.nam}}", "Viết «{{nam}}».")]
    [InlineData("{{../nam}}", "Viết tên đầy đủ: «{{nam}}» nếu tên ở ngoài mọi khối")]
    [InlineData("{{this}}", "Viết «{{muc}}»; muc là tên đặt cho một mục trong «{{for muc in …}}»")]
    [InlineData("{{.}}", "Viết «{{muc}}»;")]
    [InlineData("{{this.ten}}", "Viết «{{muc.ten}}»;")]
    [InlineData("{{./ten}}", "Viết «{{muc.ten}}»;")]
    [InlineData("{{&ten}}", "Viết «{{ten}}».")]
    [InlineData("{{so x}}", "Viết «{{x | so}}».")]
    [InlineData("{{phan_trm x}}", "Viết «{{x | phan_tram}}».")]
    [InlineData("{{noi ds “ và ”}}", "Viết «{{ds | noi \" và \"}}».")]
    [InlineData("{{hoa this.ten}}", "Viết «{{muc.ten | hoa}}».")]
    public void EarlierTag_IsToldWithWhatToWriteInstead(string text, string instead)
    {
        var finding = Refused(P(text)).Findings.ShouldHaveSingleItem();
        (finding.Code, finding.Location).ShouldBe(("LC9022", new Location.Paragraph("word/document.xml", null, null, null, 1)));
        finding.Message(LanguageTable.Vietnamese).ShouldContain(instead);
    }

    [Fact]
    public void EarlierBlock_IsToldTagByTagAndPaired() =>
        Refused(P("{{#each rows}}"), P("{{#if co}}a{{else}}b{{/if}}"), P("{{/each}}"), P("{{end}}")).Findings.Select(f => (f.Code, f.Value))
            .ShouldBe([("LC9022", "{{#each rows}}"), ("LC9022", "{{#if co}}"), ("LC9022", "{{/if}}"), ("LC9022", "{{/each}}"), ("LC9008", "{{end}}")]);

    [Fact]
    public void TemplateOfToday_IsNoEarlierOne() =>
        Fill(Model(("so", "1"), ("this_year", "2"), ("ds", List("a", "b"))), P("{{so}}{{this_year}}{{ds | noi \"../\"}}{{ds | noi \"#each\"}}")).ShouldNotBeEmpty();
}
