using System.Security.Cryptography;
using LearningCity.Docs.Documents;
using LearningCity.Docs.Storage;
using Microsoft.AspNetCore.Http;

namespace LearningCity.Docs.Http;

/// <summary>Papers and dossiers in the audit trail: made, with the hash of what was made, or refused, with the hash of what was sent and the first reason's code.</summary>
internal sealed class AuditOfPapers(AuditTrail trail)
{
    /// <param name="kind">The paper's; null for a whole dossier.</param>
    /// <param name="acknowledged">Over which contradictions it was made, and why; null where there were none.</param>
    public async Task MadeAsync(HttpContext context, string act, string? kind, ReadOnlyMemory<byte> made, string? acknowledged)
    {
        var (person, hash) = (context.Person().Key, Hash(made.Span));
        if (acknowledged is not null) { await trail.WriteAsync(new AuditEntry(person, AuditEntry.Acknowledge, kind, hash, acknowledged)); }
        await trail.WriteAsync(new AuditEntry(person, act, kind, hash, AuditEntry.Done));
    }

    /// <summary>The problem that says why, once it is recorded.</summary>
    public async Task<IResult> RefusedAsync<T>(HttpContext context, string act, ReadOnlyMemory<byte> sent, DocumentResult<T> result, string? kind = null)
    {
        var (problem, code) = result switch
        {
            DocumentResult<T>.Forbidden forbidden => (Problems.Forbidden(context, forbidden.Findings), forbidden.Findings[0].Code),
            DocumentResult<T>.Contradicted contradicted => (Problems.Unprocessable(context, contradicted.Why, contradicted.Findings), DocumentResult<T>.Contradicted.Code),
            DocumentResult<T>.Defective defective => (Problems.Unprocessable(context, defective.Why, defective.Findings), OwnTemplate.DefectiveCode),
            DocumentResult<T>.Refused refused => (Problems.Refused(context, refused.Finding), refused.Finding.Code),
            _ => throw new ArgumentException("It was made.", nameof(result)),
        };
        await trail.WriteAsync(new AuditEntry(context.Person().Key, act, kind, Hash(sent.Span), code));
        return problem;
    }

    private static string Hash(ReadOnlySpan<byte> file) => Convert.ToHexStringLower(SHA256.HashData(file));
}
