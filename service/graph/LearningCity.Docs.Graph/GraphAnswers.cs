using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Identity.Client;
using Microsoft.Kiota.Abstractions;

namespace LearningCity.Docs.Graph;

/// <summary>What a refusal by Graph or by the directory means for a delivery.</summary>
internal static partial class GraphAnswers
{
    public static UploadResult Of(HttpResponseMessage answer) => Of((int)answer.StatusCode, answer.Headers.RetryAfter?.Delta);

    public static UploadResult Of(ApiException refusal) =>
        refusal.ResponseStatusCode == 401 ? new UploadResult.NeedsConsent(Claims(Header(refusal, "WWW-Authenticate"))) : Of(refusal.ResponseStatusCode, Seconds(Header(refusal, "Retry-After")));

    public static UploadResult Of(MsalException refusal) => refusal switch
    {
        MsalUiRequiredException required => new UploadResult.NeedsConsent(string.IsNullOrEmpty(required.Claims) ? null : required.Claims),
        // Nothing was ever granted to this person since the start, and nobody is there to ask.
        MsalClientException { ErrorCode: MsalError.OboCacheKeyNotInCacheError } => new UploadResult.NeedsConsent(null),
        MsalServiceException { StatusCode: 429 or >= 500 } busy => Of(busy.StatusCode, busy.Headers?.RetryAfter?.Delta),
        _ => new UploadResult.TryLater(null, GraphFault.Credential),
    };

    /// <summary>The claims as JSON, which the directory wants; Graph writes them as base64.</summary>
    public static string? Decoded(string claims)
    {
        var buffer = new byte[claims.Length];
        return Convert.TryFromBase64String(claims, buffer, out var bytes) ? Encoding.UTF8.GetString(buffer, 0, bytes) : null;
    }

    private static UploadResult Of(int status, TimeSpan? wait) => status switch
    {
        403 => new UploadResult.Refused(status, GraphFault.Forbidden),
        404 => new UploadResult.Refused(status, GraphFault.PlaceAbsent),
        409 or 412 or 423 => new UploadResult.TryLater(wait, GraphFault.Locked),
        413 => new UploadResult.Refused(status, GraphFault.TooLarge),
        429 or 503 or 504 => new UploadResult.TryLater(wait, GraphFault.Busy),
        507 => new UploadResult.TryLater(wait, GraphFault.Full),
        // 2xx: the answer says yes and cannot be read, as when it is cut short.
        (>= 200 and < 300) or 408 or >= 500 => new UploadResult.TryLater(wait, GraphFault.Failed),
        _ => new UploadResult.Refused(status, GraphFault.Rejected),
    };

    private static string? Header(ApiException refusal, string name) => refusal.ResponseHeaders.FirstOrDefault(h => h.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).Value?.FirstOrDefault();

    /// <summary><see cref="PatientHandler"/> has made seconds of what it was.</summary>
    private static TimeSpan? Seconds(string? retryAfter) => int.TryParse(retryAfter, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) ? TimeSpan.FromSeconds(seconds) : null;

    /// <summary>Of <c>Bearer error="insufficient_claims", claims="BASE64"</c>.</summary>
    private static string? Claims(string? challenge) => ClaimsPattern().Match(challenge ?? "").Groups["claims"].Value is { Length: > 0 } claims ? Decoded(claims) : null;

    [GeneratedRegex("claims=\"(?<claims>[^\"]+)\"")]
    private static partial Regex ClaimsPattern();
}
