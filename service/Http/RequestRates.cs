using System.Globalization;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using LearningCity.Docs.Access;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;

namespace LearningCity.Docs.Http;

/// <summary>How often one person may ask, and one address for which nobody has signed in; sign-ins less often. At one's own computer there is no limit.</summary>
internal static class RequestRates
{
    private const int SignInsPerMinute = 10;
    private const string SignInPolicy = "sign-in";
    private const int Ipv6Site = 8;

    public static void AddRequestRates(this IServiceCollection services, AccessSettings access) => services.AddRateLimiter(rates =>
    {
        rates.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        rates.OnRejected = RefuseAsync;
        rates.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(context => access is AccessSettings.Local
            ? RateLimitPartition.GetNoLimiter("")
            : PerMinute(context.User is PersonPrincipal known ? known.Person.Key : Address(context), access.RequestsPerMinute));
        rates.AddPolicy(SignInPolicy, context => PerMinute(Address(context), Math.Min(SignInsPerMinute, access.RequestsPerMinute)));
    });

    public static TBuilder AsSignIn<TBuilder>(this TBuilder endpoint) where TBuilder : IEndpointConventionBuilder => endpoint.RequireRateLimiting(SignInPolicy);

    /// <summary>All of a minute's requests at once, or evenly.</summary>
    private static RateLimitPartition<string> PerMinute(string who, int requests) => RateLimitPartition.GetTokenBucketLimiter(who, _ => new TokenBucketRateLimiterOptions
    {
        TokenLimit = requests,
        TokensPerPeriod = 1,
        ReplenishmentPeriod = TimeSpan.FromMinutes(1) / requests,
        AutoReplenishment = false,
        QueueLimit = 0,
    });

    /// <summary>Of an IPv6 address the site: whoever has one has all of it.</summary>
    private static string Address(HttpContext context)
    {
        if (context.Connection.RemoteIpAddress is not { } address) { return "local"; }
        if (address.IsIPv4MappedToIPv6) { address = address.MapToIPv4(); }
        return address.AddressFamily is AddressFamily.InterNetworkV6 ? Convert.ToHexString(address.GetAddressBytes()[..Ipv6Site]) : address.ToString();
    }

    private static async ValueTask RefuseAsync(OnRejectedContext refused, CancellationToken cancelled)
    {
        var context = refused.HttpContext;
        var wait = refused.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : TimeSpan.FromMinutes(1);
        context.Response.Headers.RetryAfter = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        await Problems.Of(context, StatusCodes.Status429TooManyRequests, "access.tooOften").ExecuteAsync(context);
    }
}
