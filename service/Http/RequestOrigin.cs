using LearningCity.Docs.Access;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.HttpOverrides;

namespace LearningCity.Docs.Http;

/// <summary>Whether a request comes the way it must: without sign-in, from this machine's own pages alone; with it, encrypted.</summary>
internal static class RequestOrigin
{
    public static void UseRequestOrigin(this WebApplication app, AccessSettings access)
    {
        if (access is AccessSettings.Local)
        {
            app.Use((context, next) => Foreign(context) is { } problem ? problem.ExecuteAsync(context) : next(context));
            return;
        }
        // A proxy on this machine is believed without a setting, as ASP.NET has it.
        var forwarded = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto };
        foreach (var proxy in access.Proxies) { forwarded.KnownIPNetworks.Add(proxy); }
        app.UseForwardedHeaders(forwarded);
        app.Use((context, next) => IsReadable(context) ? Problems.Of(context, StatusCodes.Status403Forbidden, "access.httpsNeeded").ExecuteAsync(context) : next(context));
    }

    /// <summary>
    /// Every page that a browser has open can send requests to a loopback address. Under a foreign name (DNS rebinding) it could read the answers, from a foreign origin it could still send; neither gets in.
    /// </summary>
    private static IResult? Foreign(HttpContext context)
    {
        var request = context.Request;
        if (!ListenAddresses.IsLoopbackHost(request.Host.Host)) { return Problems.Of(context, StatusCodes.Status421MisdirectedRequest, "access.foreignHost", request.Host.Host); }
        if (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) || request.Headers.Origin is [] ) { return null; }
        return Uri.TryCreate(request.Headers.Origin.ToString(), UriKind.Absolute, out var origin) && ListenAddresses.IsLoopbackHost(origin.Host.Trim('[', ']'))
            ? null
            : Problems.Of(context, StatusCodes.Status403Forbidden, "access.foreignOrigin");
    }

    /// <summary>Others on the way could read the password or token. A connection that is no TCP comes from this machine.</summary>
    private static bool IsReadable(HttpContext context) =>
        !context.Request.IsHttps && context.Connection.RemoteIpAddress is { } from && !System.Net.IPAddress.IsLoopback(from) && !context.Request.Path.StartsWithSegments("/health");
}
