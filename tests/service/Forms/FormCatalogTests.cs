using LearningCity.Docs.Forms;

namespace LearningCity.Docs.Tests.Forms;

public class FormCatalogTests
{
    private static readonly FormCatalog Catalog = FormCatalog.Load(Repository.Path("templates", "forms"));

    [Fact]
    public void PhuLucIIIb_HasFourCriteriaThirteenIndicatorsAndATotal()
    {
        var form = Catalog.Find("phu-luc-iiib").ShouldNotBeNull();
        form.Roots.Length.ShouldBe(4);
        form.Indicators.Count().ShouldBe(13);
        form.Total.ShouldNotBeNull();
        form.Fields.Select(f => f.Id).ShouldBe(form.Nodes.SelectMany(n => new[] { $"{n.Code}.summary", $"{n.Code}.result" }));
        form.Fields[0].MarkName.ShouldBe("LC_1_summary");
    }

    [Fact]
    public void Unesco_HasTheCountsOfTheIssuedPaper()
    {
        var form = Catalog.Find("unesco-ba-dinh").ShouldNotBeNull();
        form.Nodes.GroupBy(n => n.Kind).ToDictionary(g => g.Key, g => g.Count()).ShouldBe(
            new Dictionary<NodeKind, int> { [NodeKind.Part] = 3, [NodeKind.Standard] = 12, [NodeKind.Criterion] = 34, [NodeKind.Indicator] = 56 }, ignoreOrder: true);
        form.Fields.Length.ShouldBe(79);
        form.RollUp.ShouldBeOfType<RollUp.None>();
        form.Node("1.3.2").Title.ShouldBe("Cải thiện điều kiện"); // cut in the source, shown as it is
        form.Node("2.1.2-2").Provenance!.Status.ShouldBe("inferred_missing_in_seed");
    }

    [Fact]
    public void EverySettingInForce_IsItsDefault() => Catalog.Forms.SelectMany(f => f.Settings).ShouldAllBe(s => s.Value == s.Default);

    /// <summary>The district's forms ended with 30/6/2025.</summary>
    [Theory]
    [InlineData(2025, 6, 30, "cdht-xa-muc-1,cdht-xa-muc-2,don-vi-hoc-tap-tinh-1,don-vi-hoc-tap-tinh-2,cdht-tinh-muc-1,cdht-tinh-muc-2,cdht-huyen-muc-1,cdht-huyen-muc-2,phu-luc-iiib,unesco-ba-dinh", 10)]
    [InlineData(2025, 7, 1, "cdht-xa-muc-1,cdht-xa-muc-2,don-vi-hoc-tap-tinh-1,don-vi-hoc-tap-tinh-2,cdht-tinh-muc-1,cdht-tinh-muc-2,cdht-huyen-muc-1,cdht-huyen-muc-2,phu-luc-iiib,unesco-ba-dinh", 6)]
    public void Forms_AreListedByLevel_WhatEndedBelow(int year, int month, int day, string order, int inForce)
    {
        var today = new DateOnly(year, month, day);
        string.Join(',', Catalog.InOrder(today).Select(f => f.Id)).ShouldBe(order);
        Catalog.InOrder(today).TakeWhile(f => f.InForce(today)).Count().ShouldBe(inForce);
    }

    [Fact]
    public void TwoFormsWithOneId_AreRefused()
    {
        var form = Catalog.Forms[0];
        Should.Throw<FormFileException>(() => FormCatalog.Of([form, form]));
    }
}
