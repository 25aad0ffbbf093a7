using System.Net.Http.Headers;
using LearningCity.Docs.Submissions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace LearningCity.Docs.Http;

/// <summary>Hands the caller's token to a destination that acts on behalf of people.</summary>
internal static class PersonsOwnToken
{
    /// <summary>The endpoint puts a dossier on its way, for the person who calls it. Nothing is kept unless there is such a destination.</summary>
    public static TBuilder ActsForThePerson<TBuilder>(this TBuilder endpoint) where TBuilder : IEndpointConventionBuilder => endpoint.AddEndpointFilter((invocation, next) =>
    {
        var context = invocation.HttpContext;
        if (context.RequestServices.GetService<PersonTokens>() is { } tokens
            && AuthenticationHeaderValue.TryParse(context.Request.Headers.Authorization, out var header)
            && header is { Parameter: { Length: > 0 } token } && header.Scheme.Equals("Bearer", StringComparison.OrdinalIgnoreCase))
        {
            tokens.Keep(context.Person(), token);
        }
        return next(invocation);
    });
}
