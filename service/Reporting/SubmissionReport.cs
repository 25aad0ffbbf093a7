using System.ComponentModel.DataAnnotations;

namespace LearningCity.Docs.Reporting;

/// <summary>A submitted dossier as other programs read it.</summary>
/// <param name="State"><c>accepted</c>, <c>delivering</c>, <c>delivered</c> (with a link), <c>retrying</c> and <c>needsConsent</c> (with a reason and when it is tried next), or <c>returned</c> (with a reason).</param>
/// <param name="Unit">The agency, as its papers print it.</param>
/// <param name="Year">The year of the figures.</param>
/// <param name="Name">The name under which it is sent.</param>
/// <param name="Size">Bytes.</param>
/// <param name="Sha256">Of the dossier, a zip.</param>
/// <param name="Attempts">Deliveries begun.</param>
/// <param name="NextAttemptAt">Null unless it waits.</param>
/// <param name="Link">Where it is: an address, or its name in the city's folder.</param>
/// <param name="Reason">For a person to read.</param>
/// <param name="Claims">For the sign-in, before it is tried again.</param>
internal sealed record SubmissionReport(
    string Id, [property: AllowedValues("accepted", "delivering", "delivered", "retrying", "needsConsent", "returned")] string State, string Form, string FormVersion, string Unit, int Year, string Name, long Size, string Sha256, DateTimeOffset AcceptedAt, DateTimeOffset ChangedAt, int Attempts,
    DateTimeOffset? NextAttemptAt, string? Link, string? Reason, string? Claims, ImmutableArray<PaperReport> Papers);

/// <summary>A line of the register.</summary>
/// <param name="Number">Số; null while none is given.</param>
/// <param name="Symbol">Ký hiệu.</param>
internal sealed record PaperReport(string Kind, string Name, string? Number, string? Symbol, DateOnly? Date, string Sha256);

/// <summary>Where dossiers go.</summary>
/// <param name="Where">For a person to read.</param>
internal sealed record DestinationReport(string Where);

/// <summary>A row of the audit trail.</summary>
internal sealed record AuditReport(long Sequence, DateTimeOffset At, string Person, string Act, string? Subject, string? FileHash, string Outcome, string Hash);

/// <summary>What following the chain of the audit trail came to.</summary>
/// <param name="Rows">How many are whole, from the first.</param>
/// <param name="LastHash">Of the last of them.</param>
/// <param name="Broken">The first that is not; null when all are.</param>
internal sealed record AuditVerdictReport(long Rows, string LastHash, long? Broken, string? Fault);
