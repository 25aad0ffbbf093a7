using System.Security.Cryptography;
using LearningCity.Docs.Storage;
using Microsoft.AspNetCore.Http;

namespace LearningCity.Docs.Http;

/// <summary>Papers and dossiers in the audit trail: made, with the hash of what was made, or refused, with the hash of what was sent and the first reason's code.</summary>
internal sealed class AuditOfPapers(AuditTrail trail)
{
    /// <param name="kind">The paper's; null for a whole dossier.</param>
    public Task MadeAsync(HttpContext context, string act, string? kind, ReadOnlySpan<byte> made) => trail.WriteAsync(new AuditEntry(context.Person().Key, act, kind, Hash(made), AuditEntry.Done));

    /// <summary>The problem that says why, once it is recorded.</summary>
    public async Task<IResult> RefusedAsync<T>(HttpContext context, string act, ReadOnlyMemory<byte> sent, DocumentResult<T> result, string? kind = null)
    {
        var (problem, code) = result switch
        {
            DocumentResult<T>.Forbidden forbidden => (Problems.Forbidden(context, forbidden.Findings), forbidden.Findings[0].Code),
            DocumentResult<T>.Refused refused => (Problems.Refused(context, refused.Finding), refused.Finding.Code),
            _ => throw new ArgumentException("It was made.", nameof(result)),
        };
        await trail.WriteAsync(new AuditEntry(context.Person().Key, act, kind, Hash(sent.Span), code));
        return problem;
    }

    private static string Hash(ReadOnlySpan<byte> file) => Convert.ToHexStringLower(SHA256.HashData(file));
}
