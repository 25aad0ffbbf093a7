using LearningCity.Docs.Checking;
using LearningCity.Docs.Storage;
using LearningCity.Docs.Tests.Support;

namespace LearningCity.Docs.Tests.Storage;

public class UnitFiguresTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task AcceptedForm_AnswersForTheNextYearHoweverTheAgencyIsSpelled(string database)
    {
        await using var test = await TestStore.OpenAsync(database);
        await test.SubmitAsync("k1", dossier: Unesco(("1.3.2-1.value", "4,25")));
        var figures = new UnitFigures(test.Store);
        var prior = (await figures.BeforeAsync("Uỷ ban nhân dân  huyện An Bình", 2025)).ShouldNotBeNull();
        prior.Year.ShouldBe(2024);
        prior.Figures[("unesco-ba-dinh", "1.3.2-1.value")].ShouldBe(new YearFigure("1.3.2-1.value", 4.25m, "%"));
        (await figures.BeforeAsync(TestStore.Agency, 2024)).ShouldBeNull();
        (await figures.BeforeAsync(TestStore.Agency, 2026)).ShouldBeNull();
        (await figures.BeforeAsync("UBND huyện khác", 2025)).ShouldBeNull();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task LatestThatWasNotReturned_Counts(string database)
    {
        await using var test = await TestStore.OpenAsync(database);
        await test.SubmitAsync("k1", "một", Unesco(("1.3.2-1.value", "4")));
        test.Clock.Advance(TimeSpan.FromDays(1));
        var corrected = await test.SubmitAsync("k2", "hai", Unesco(("1.3.2-1.value", "3")));
        var figures = new UnitFigures(test.Store);
        (await figures.BeforeAsync(TestStore.Agency, 2025))!.Figures[("unesco-ba-dinh", "1.3.2-1.value")].Value.ShouldBe(3);
        await test.Book.ReturnAsync(corrected, "nhầm", "account:admin");
        (await figures.BeforeAsync(TestStore.Agency, 2025))!.Figures[("unesco-ba-dinh", "1.3.2-1.value")].Value.ShouldBe(4);
    }

    private static Docs.Documents.DossierRecord Unesco(params (string Id, string Typed)[] but)
    {
        var values = new Dictionary<string, string>(SampleValues.Right("unesco-ba-dinh"));
        foreach (var (id, typed) in but) { values[id] = typed; }
        return TestStore.Dossier("unesco-ba-dinh", values: values);
    }
}
