using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace LearningCity.Docs.Storage;

/// <summary>The first tables, the same for SQLite and PostgreSQL but for the triggers that keep the audit trail append-only.</summary>
[DbContext(typeof(StorageContext))]
[Migration("20261122000000_FirstTables")]
internal sealed class FirstTables : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        Submissions(migrationBuilder);
        Parts(migrationBuilder);
        Audit(migrationBuilder);
    }

    private static void Submissions(MigrationBuilder migration)
    {
        migration.CreateTable("Submissions", t => new
        {
            Id = t.Column<string>(),
            Person = t.Column<string>(),
            ClientKey = t.Column<string>(),
            ContentHash = t.Column<string>(),
            Form = t.Column<string>(),
            FormVersion = t.Column<string>(),
            Unit = t.Column<string>(),
            UnitName = t.Column<string>(),
            Year = t.Column<int>(),
            Name = t.Column<string>(),
            FileHash = t.Column<string>(),
            Size = t.Column<long>(),
            AcceptedAt = t.Column<long>(),
            State = t.Column<string>(),
            ChangedAt = t.Column<long>(),
            Attempts = t.Column<int>(),
            Link = t.Column<string>(nullable: true),
            Reason = t.Column<string>(nullable: true),
            Claims = t.Column<string>(nullable: true),
            FileRemovedAt = t.Column<long>(nullable: true),
        }, constraints: t => t.PrimaryKey("PK_Submissions", s => s.Id));
        migration.CreateIndex("IX_Submissions_Person_ClientKey", "Submissions", ["Person", "ClientKey"], unique: true);
        migration.CreateIndex("IX_Submissions_Unit_Year", "Submissions", ["Unit", "Year"]);
    }

    private static void Parts(MigrationBuilder migration)
    {
        migration.CreateTable("Outbox", t => new
        {
            SubmissionId = t.Column<string>(),
            DueAt = t.Column<long>(),
            Owner = t.Column<string>(nullable: true),
            LeaseUntil = t.Column<long>(nullable: true),
        }, constraints: t =>
        {
            t.PrimaryKey("PK_Outbox", o => o.SubmissionId);
            t.ForeignKey("FK_Outbox_Submissions", o => o.SubmissionId, "Submissions", "Id");
        });
        migration.CreateTable("Register", t => new
        {
            SubmissionId = t.Column<string>(),
            Name = t.Column<string>(),
            Kind = t.Column<string>(),
            Number = t.Column<string>(nullable: true),
            Symbol = t.Column<string>(nullable: true),
            Date = t.Column<DateOnly>(nullable: true),
            Sha256 = t.Column<string>(),
        }, constraints: t =>
        {
            t.PrimaryKey("PK_Register", p => new { p.SubmissionId, p.Name });
            t.ForeignKey("FK_Register_Submissions", p => p.SubmissionId, "Submissions", "Id");
        });
        migration.CreateTable("Figures", t => new
        {
            SubmissionId = t.Column<string>(),
            Entry = t.Column<string>(),
            Value = t.Column<decimal>(),
            Unit = t.Column<string>(),
        }, constraints: t =>
        {
            t.PrimaryKey("PK_Figures", f => new { f.SubmissionId, f.Entry });
            t.ForeignKey("FK_Figures_Submissions", f => f.SubmissionId, "Submissions", "Id");
        });
    }

    private static void Audit(MigrationBuilder migration)
    {
        migration.CreateTable("Audit", t => new
        {
            Sequence = t.Column<long>(),
            At = t.Column<long>(),
            Person = t.Column<string>(),
            Act = t.Column<string>(),
            Subject = t.Column<string>(nullable: true),
            FileHash = t.Column<string>(nullable: true),
            Outcome = t.Column<string>(),
            Previous = t.Column<string>(),
            Hash = t.Column<string>(),
        }, constraints: t => t.PrimaryKey("PK_Audit", a => a.Sequence));
        if (migration.ActiveProvider is { } provider && provider.EndsWith("Sqlite", StringComparison.Ordinal))
        {
            migration.Sql("""CREATE TRIGGER "Audit_NoUpdate" BEFORE UPDATE ON "Audit" BEGIN SELECT RAISE(ABORT, 'the audit trail is append-only'); END;""");
            migration.Sql("""CREATE TRIGGER "Audit_NoDelete" BEFORE DELETE ON "Audit" BEGIN SELECT RAISE(ABORT, 'the audit trail is append-only'); END;""");
            // INSERT OR REPLACE would delete without the trigger above.
            migration.Sql("""
                CREATE TRIGGER "Audit_OnlyAfterTheLast" BEFORE INSERT ON "Audit" WHEN EXISTS (SELECT 1 FROM "Audit" WHERE "Sequence" >= NEW."Sequence")
                BEGIN SELECT RAISE(ABORT, 'the audit trail is append-only'); END;
                """);
            return;
        }
        migration.Sql("""CREATE FUNCTION audit_refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'the audit trail is append-only'; END $$;""");
        migration.Sql("""CREATE TRIGGER "Audit_NoUpdate" BEFORE UPDATE OR DELETE ON "Audit" FOR EACH ROW EXECUTE FUNCTION audit_refuse();""");
        migration.Sql("""CREATE TRIGGER "Audit_NoTruncate" BEFORE TRUNCATE ON "Audit" FOR EACH STATEMENT EXECUTE FUNCTION audit_refuse();""");
    }
}
