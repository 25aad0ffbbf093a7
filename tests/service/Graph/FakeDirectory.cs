using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace LearningCity.Docs.Tests.Graph;

/// <summary>The directory's token endpoint: exchanges an assertion or a refresh token, remembers what it was asked.</summary>
public sealed class FakeDirectory
{
    private readonly ConcurrentDictionary<string, bool> granted = [];

    /// <summary>The forms that were posted.</summary>
    public ConcurrentQueue<ImmutableDictionary<string, string>> Asked { get; } = [];

    /// <summary>Refuses everything with this status, error and claims; null to grant.</summary>
    public (int Status, string Error, string? Claims, string? RetryAfter)? Refusal { get; set; }

    /// <summary>How long a token for Graph lives.</summary>
    public int LifeSeconds { get; set; } = 3600;

    public bool Granted(string? authorization) => authorization?.StartsWith("Bearer ", StringComparison.Ordinal) == true && granted.ContainsKey(authorization["Bearer ".Length..]);

    public void Revoke() => granted.Clear();

    internal async Task AnswerAsync(HttpContext context)
    {
        var form = (await context.Request.ReadFormAsync()).ToImmutableDictionary(f => f.Key, f => f.Value.ToString());
        Asked.Enqueue(form);
        if (Refusal is { } refusal)
        {
            if (refusal.RetryAfter is not null) { context.Response.Headers.RetryAfter = refusal.RetryAfter; }
            await FakeGraph.JsonAsync(context, refusal.Status, new { error = refusal.Error, error_description = "AADSTS: no.", claims = refusal.Claims, correlation_id = Guid.Empty });
            return;
        }
        var person = form.GetValueOrDefault("assertion") ?? form["refresh_token"]["refresh-".Length..];
        var token = $"graph-{person}-{Asked.Count.ToString(CultureInfo.InvariantCulture)}";
        granted[token] = true;
        await FakeGraph.JsonAsync(context, 200, new
        {
            token_type = "Bearer", scope = "https://graph.microsoft.com/.default", expires_in = LifeSeconds, access_token = token, refresh_token = $"refresh-{person}",
            id_token = $"{Part("""{"alg":"none"}""")}.{Part(JsonSerializer.Serialize(new { oid = person, tid = GraphLibrary.Tenant, sub = person, preferred_username = person }))}.",
            client_info = Part(JsonSerializer.Serialize(new { uid = person, utid = GraphLibrary.Tenant })),
        });
    }

    private static string Part(string json) => Convert.ToBase64String(Encoding.UTF8.GetBytes(json)).TrimEnd('=').Replace('+', '-').Replace('/', '_');
}
