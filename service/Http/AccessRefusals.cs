using LearningCity.Docs.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace LearningCity.Docs.Http;

/// <summary>401 and 403 as problems, in the caller's language and with what RFC 6750 asks of the headers.</summary>
internal sealed class AccessRefusals : IAuthorizationMiddlewareResultHandler
{
    private const string Scheme = "Bearer realm=\"LearningCity.Docs\"";

    public Task HandleAsync(RequestDelegate next, HttpContext context, AuthorizationPolicy policy, PolicyAuthorizationResult authorizeResult)
    {
        if (authorizeResult.Succeeded) { return next(context); }
        if (authorizeResult.Forbidden)
        {
            var needed = context.GetEndpoint()?.Metadata.GetMetadata<AccessRule>()?.Needs;
            context.Response.Headers.WWWAuthenticate = $"{Scheme}, error=\"insufficient_scope\"";
            var has = context.User is PersonPrincipal known ? known.Person.Role.Title() : new Sentence("role.none");
            return (needed is { } role
                ? Problems.Of(context, StatusCodes.Status403Forbidden, "access.roleNeeded", role.Title(), has)
                : Problems.Of(context, StatusCodes.Status403Forbidden, "access.closed")).ExecuteAsync(context);
        }
        if (context.Features.Get<IssuerSilence>() is not null) { return Problems.Busy(context, "access.issuerSilent").ExecuteAsync(context); }
        var brought = context.Request.Headers.Authorization.ToString().StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase);
        return SignIn(context, brought ? "access.tokenRefused" : "access.signInNeeded", brought).ExecuteAsync(context);
    }

    /// <summary>401.</summary>
    /// <param name="invalid">A token was brought, and is not accepted; why is nobody's business but ours.</param>
    public static IResult SignIn(HttpContext context, string code, bool invalid)
    {
        context.Response.Headers[HeaderNames.WWWAuthenticate] = invalid ? $"{Scheme}, error=\"invalid_token\"" : Scheme;
        return Problems.Of(context, StatusCodes.Status401Unauthorized, code);
    }
}
