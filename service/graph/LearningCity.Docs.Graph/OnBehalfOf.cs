using System.Net.Http.Headers;
using Microsoft.Identity.Client;
using Microsoft.Kiota.Abstractions;
using Microsoft.Kiota.Abstractions.Authentication;

namespace LearningCity.Docs.Graph;

/// <summary>
/// Thay mặt người dùng: exchanges the token with which a person called this service for one with which Graph acts as that person (OAuth 2.0 on-behalf-of). What was granted stays in memory, per
/// person, and outlives the person's own token: the outbox goes on for hours without anybody. It is never on disk; after a restart the person signs in again. Thread-safe.
/// </summary>
internal sealed class OnBehalfOf
{
    /// <summary>Everything that the organisation has consented to for this program, and no more.</summary>
    private static readonly string[] Scopes = ["https://graph.microsoft.com/.default"];

    private readonly ILongRunningWebApi application;

    public OnBehalfOf(GraphOptions options, HttpClient network)
    {
        var builder = ConfidentialClientApplicationBuilder.Create(options.ClientId.ToString()).WithAuthority(options.Authority).WithHttpClientFactory(new OneClient(network), retryOnceOn5xx: false)
            // The authority is the one place known to all: nothing to discover.
            .WithInstanceDiscovery(false);
        application = (ILongRunningWebApi)(options.Credential switch
        {
            GraphCredential.Certificate credential => builder.WithCertificate(credential.Value),
            GraphCredential.Secret credential => builder.WithClientSecret(credential.Value),
            _ => throw new InvalidOperationException("No other credential is known."),
        }).Build();
    }

    /// <param name="person">Belongs to one person alone and never changes.</param>
    /// <param name="assertion">The token with which that person called this service; issued for it and checked by it.</param>
    /// <exception cref="MsalException">The directory does not agree.</exception>
    public Task GrantAsync(string person, string assertion, CancellationToken cancelled) => application.InitiateLongRunningProcessInWebApi(Scopes, assertion, ref person).ExecuteAsync(cancelled);

    /// <param name="claims">From a refusal of Graph (continuous access evaluation): a token granted before does not do.</param>
    /// <exception cref="MsalException">Nothing was granted, or not this.</exception>
    public async Task<string> TokenAsync(string person, string? claims, CancellationToken cancelled)
    {
        var request = application.AcquireTokenInLongRunningProcess(Scopes, person);
        return (await (claims is null ? request : request.WithClaims(claims)).ExecuteAsync(cancelled)).AccessToken;
    }

    private sealed class OneClient(HttpClient client) : IMsalHttpClientFactory
    {
        public HttpClient GetHttpClient() => client;
    }
}

/// <summary>Puts one person's token on each request to Graph; asks for it once for a delivery.</summary>
internal sealed class PersonsToken(OnBehalfOf onBehalfOf, string person) : IAuthenticationProvider
{
    private string? token;

    public async Task AuthenticateRequestAsync(RequestInformation request, Dictionary<string, object>? additionalAuthenticationContext = null, CancellationToken cancellationToken = default)
    {
        // As Graph wrote them, when it refused the token that it was given.
        var claims = additionalAuthenticationContext?.GetValueOrDefault("claims") is string challenge ? GraphAnswers.Decoded(challenge) : null;
        if (token is null || claims is not null) { token = await onBehalfOf.TokenAsync(person, claims, cancellationToken); }
        request.Headers.Remove("Authorization");
        request.Headers.Add("Authorization", new AuthenticationHeaderValue("Bearer", token).ToString());
    }
}
