using System.Data.Common;
using LearningCity.Docs.Storage;
using LearningCity.Docs.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.Docs.Tests.Storage;

public class AuditTrailTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Rows_AreChainedFromTheFirst(string database)
    {
        await using var test = await Written(database, 3);
        var rows = await test.Trail.RowsAsync().ToListAsync();
        rows.Select(r => r.Sequence).ShouldBe([1, 2, 3]);
        rows.Select(r => r.Previous).ShouldBe([AuditRow.None, rows[0].Hash, rows[1].Hash]);
        rows[1].ShouldBe(rows[1] with { Person = "account:an", Act = "paper.make", Subject = "bao-cao", FileHash = "f2", Outcome = "done", At = TestStore.Noon });
        (await test.Trail.VerifyAsync()).ShouldBe(new AuditVerdict(3, rows[2].Hash, null, null));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task WritersAtOnce_MakeOneChain(string database)
    {
        await using var test = await TestStore.OpenAsync(database);
        using var other = test.Another();
        await Task.WhenAll(Enumerable.Range(0, 20).Select(i => Task.Run(() => new AuditTrail(i % 2 == 0 ? test.Store : other, test.Clock).WriteAsync(new AuditEntry("p", "a", null, null, "done")))));
        (await test.Trail.VerifyAsync()).ShouldBe(new AuditVerdict(20, (await test.Trail.RowsAsync().LastAsync()).Hash, null, null));
    }

    [Theory]
    [OnSqlite, OnPostgres]
    public async Task ChangeOrRemoval_IsRefusedByTheDatabase(string database)
    {
        await using var test = await Written(database, 2);
        string[] attempts =
        [
            "UPDATE \"Audit\" SET \"Outcome\" = 'x' WHERE \"Sequence\" = 1",
            "DELETE FROM \"Audit\" WHERE \"Sequence\" = 2",
            .. database == "sqlite" ? ["INSERT OR REPLACE INTO \"Audit\" SELECT 1, \"At\", 'x', \"Act\", \"Subject\", \"FileHash\", \"Outcome\", \"Previous\", \"Hash\" FROM \"Audit\" WHERE \"Sequence\" = 1"] : new[] { "TRUNCATE \"Audit\"" },
        ];
        foreach (var attempt in attempts) { (await Should.ThrowAsync<DbException>(() => Execute(test, attempt))).Message.ShouldContain("append-only", customMessage: attempt); }
        (await test.Trail.VerifyAsync()).Rows.ShouldBe(2);
    }

    /// <summary>Who owns the database can take the triggers away; the chain shows what was done then.</summary>
    [Theory]
    [InlineData("UPDATE \"Audit\" SET \"Outcome\" = 'x' WHERE \"Sequence\" = 3", 3, "audit.changed")]
    [InlineData("UPDATE \"Audit\" SET \"At\" = \"At\" + 1 WHERE \"Sequence\" = 1", 1, "audit.changed")]
    [InlineData("UPDATE \"Audit\" SET \"FileHash\" = NULL WHERE \"Sequence\" = 5", 5, "audit.changed")]
    [InlineData("DELETE FROM \"Audit\" WHERE \"Sequence\" = 2", 2, "audit.gap")]
    [InlineData("DELETE FROM \"Audit\" WHERE \"Sequence\" = 1", 1, "audit.gap")]
    public async Task FirstBrokenRow_IsNamed(string attack, long row, string fault)
    {
        await using var test = await Written("sqlite", 5);
        await Execute(test, "DROP TRIGGER \"Audit_NoUpdate\"");
        await Execute(test, "DROP TRIGGER \"Audit_NoDelete\"");
        await Execute(test, attack);
        var verdict = await test.Trail.VerifyAsync();
        (verdict.Broken, verdict.Fault, verdict.Rows).ShouldBe((row, fault, row - 1));
    }

    /// <summary>Also one that is right in itself: the row after it tells.</summary>
    [Fact]
    public async Task RowWrittenAnewWithItsHash_BreaksTheChainAfterIt()
    {
        await using var test = await Written("sqlite", 3);
        await Execute(test, "DROP TRIGGER \"Audit_NoUpdate\"");
        var second = (await test.Trail.RowsAsync().ToListAsync())[1] with { Person = "account:binh" };
        await using (var tables = test.Store.Open()) { await tables.Database.ExecuteSqlAsync($"""UPDATE "Audit" SET "Person" = {second.Person}, "Hash" = {second.Computed()} WHERE "Sequence" = 2"""); }
        var verdict = await test.Trail.VerifyAsync();
        (verdict.Broken, verdict.Fault).ShouldBe((3L, "audit.unchained"));
    }

    private static async Task<TestStore> Written(string database, int rows)
    {
        var test = await TestStore.OpenAsync(database);
        for (var i = 1; i <= rows; i++) { await test.Trail.WriteAsync(new AuditEntry("account:an", "paper.make", "bao-cao", $"f{i}", AuditEntry.Done)); }
        return test;
    }

    private static async Task Execute(TestStore test, string sql)
    {
        await using var tables = test.Store.Open();
        await tables.Database.ExecuteSqlRawAsync(sql);
    }
}
