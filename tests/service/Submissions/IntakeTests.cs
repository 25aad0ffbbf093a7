using LearningCity.Docs.Storage;
using LearningCity.Docs.Submissions;
using LearningCity.Docs.Tests.Support;

namespace LearningCity.Docs.Tests.Submissions;

public class IntakeTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task AcceptedDossier_IsKeptWithItsRegisterAndTrail(string database)
    {
        await using var test = await TestStore.OpenAsync(database);
        var id = await test.SubmitAsync("k1", "hồ sơ");
        using (var file = new StreamReader(test.Files.Open(id))) { (await file.ReadToEndAsync()).ShouldBe("hồ sơ"); }
        var found = (await test.Book.FindAsync(id, TestStore.An.Key)).ShouldNotBeNull();
        found.Row.State.ShouldBe(SubmissionState.Accepted);
        found.Row.Name.ShouldBe("2024/uy-ban-nhan-dan-huyen-an-binh-phu-luc-iiib-2024.zip");
        found.Row.AcceptedAt.ShouldBe(TestStore.Noon);
        found.Papers.Select(p => (p.Kind, p.Number, p.Symbol, p.Date)).ShouldBe([("bao-cao", "112", "BC-UBND", new DateOnly(2025, 4, 1)), ("phu-luc-iiib", null, null, null)]);
        var row = await test.Trail.RowsAsync().SingleAsync();
        (row.Person, row.Act, row.Subject, row.FileHash, row.Outcome).ShouldBe(("account:an", "submission.accept", id, found.Row.FileHash, "done"));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task SameKey_IsOneSubmissionUnlessItsContentDiffers(string database)
    {
        await using var test = await TestStore.OpenAsync(database);
        var id = await test.SubmitAsync("k1");
        (await test.SubmitAsync("k1")).ShouldBe(id);
        (await test.Intake.EarlierAsync(TestStore.An, "k1", "hash of nội dung")).ShouldBe(new IntakeResult.Accepted(id));
        (await test.Intake.EarlierAsync(TestStore.An, "k1", "another")).ShouldBeOfType<IntakeResult.KeyReused>();
        (await test.Intake.AcceptAsync(TestStore.An, "k1", "another", TestStore.Dossier(), new byte[3])).ShouldBeOfType<IntakeResult.KeyReused>();
        (await test.SubmitAsync("k1", person: TestStore.An with { Key = "account:binh" })).ShouldNotBe(id);
        Directory.GetFiles(test.Data.File(DossierFiles.Folder)).Length.ShouldBe(2);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task SameKeyAtOnce_IsOneSubmission(string database)
    {
        await using var test = await TestStore.OpenAsync(database);
        var ids = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => test.SubmitAsync("k1"))));
        ids.Distinct().ShouldHaveSingleItem();
        Directory.GetFiles(test.Data.File(DossierFiles.Folder)).ShouldHaveSingleItem();
        (await test.Book.ListAsync(person: null)).ShouldHaveSingleItem();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Submissions_AreListedForTheirOwnerNewestFirst(string database)
    {
        await using var test = await TestStore.OpenAsync(database);
        var first = await test.SubmitAsync("k1");
        test.Clock.Advance(TimeSpan.FromSeconds(1));
        var second = await test.SubmitAsync("k2");
        await test.SubmitAsync("k3", person: TestStore.An with { Key = "account:binh" });
        (await test.Book.ListAsync(TestStore.An.Key)).Select(s => s.Row.Id).ShouldBe([second, first]);
        (await test.Book.ListAsync(person: null)).Length.ShouldBe(3);
        (await test.Book.FindAsync(first, "account:binh")).ShouldBeNull();
    }

    [Theory]
    [InlineData("../../etc/passwd", "2024/etc-passwd-phu-luc-iiib-2024.zip")]
    [InlineData("***", "2024/don-vi-phu-luc-iiib-2024.zip")]
    [InlineData("ỦY BAN NHÂN DÂN XÃ ĐÔNG HỘI (CON)", "2024/uy-ban-nhan-dan-xa-dong-hoi-con-phu-luc-iiib-2024.zip")]
    public async Task WhatAnOfficialTyped_IsNoPath(string agency, string name)
    {
        await using var test = await TestStore.OpenAsync();
        (await test.Book.FindAsync(await test.SubmitAsync("k1", dossier: TestStore.Dossier(agency: agency)), null)).ShouldNotBeNull().Row.Name.ShouldBe(name);
    }
}
