using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace LearningCity.Docs.Storage;

/// <summary>The tables as EF Core sees them. Both databases keep the same columns: points in time as milliseconds of Unix time, so that either compares them.</summary>
internal sealed class StorageContext(DbContextOptions<StorageContext> options) : DbContext(options)
{
    public DbSet<SubmissionRow> Submissions => Set<SubmissionRow>();

    public DbSet<OutboxRow> Outbox => Set<OutboxRow>();

    public DbSet<PaperRow> Papers => Set<PaperRow>();

    public DbSet<FigureRow> Figures => Set<FigureRow>();

    public DbSet<AuditRow> Audit => Set<AuditRow>();

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UnixMilliseconds>();
        configurationBuilder.Properties<SubmissionState>().HaveConversion<string>();
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<SubmissionRow>().ToTable("Submissions").HasIndex(s => new { s.Person, s.ClientKey }).IsUnique();
        modelBuilder.Entity<OutboxRow>().ToTable("Outbox").HasKey(o => o.SubmissionId);
        modelBuilder.Entity<PaperRow>().ToTable("Register").HasKey(p => new { p.SubmissionId, p.Name });
        modelBuilder.Entity<FigureRow>().ToTable("Figures").HasKey(f => new { f.SubmissionId, f.Entry });
        modelBuilder.Entity<AuditRow>(audit =>
        {
            audit.ToTable("Audit").HasKey(a => a.Sequence);
            audit.Property(a => a.Sequence).ValueGeneratedNever();
        });
    }

    private sealed class UnixMilliseconds() : ValueConverter<DateTimeOffset, long>(at => at.ToUnixTimeMilliseconds(), number => DateTimeOffset.FromUnixTimeMilliseconds(number));
}
