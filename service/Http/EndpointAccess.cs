using LearningCity.Docs.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace LearningCity.Docs.Http;

/// <summary>Who may use an endpoint. Each endpoint names it; one that does not is closed to everybody.</summary>
/// <param name="Needs">The least role; null when it is open.</param>
internal sealed record AccessRule(Role? Needs);

/// <summary>How an endpoint names who may use it, and how it learns who asks.</summary>
internal static class EndpointAccess
{
    private static readonly ImmutableArray<AuthorizationPolicy> Policies = [.. Enum.GetValues<Role>().Select(role =>
        new AuthorizationPolicyBuilder().RequireAssertion(asked => asked.User is PersonPrincipal { Person.Role: var has } && has >= role).Build())];

    /// <summary>Everything without a rule of its own. What is no endpoint of ours (an unknown address, a wrong method) is told so instead.</summary>
    public static AuthorizationPolicy Nobody { get; } = new AuthorizationPolicyBuilder().RequireAssertion(asked => asked.Resource is HttpContext http && http.GetEndpoint() is not RouteEndpoint).Build();

    public static TBuilder Needs<TBuilder>(this TBuilder endpoint, Role role) where TBuilder : IEndpointConventionBuilder =>
        endpoint.RequireAuthorization(Policies[(int)role]).WithMetadata(new AccessRule(role));

    /// <summary>Without a sign-in: shows nothing of anybody's.</summary>
    public static TBuilder Open<TBuilder>(this TBuilder endpoint) where TBuilder : IEndpointConventionBuilder => endpoint.AllowAnonymous().WithMetadata(new AccessRule(Needs: null));

    /// <summary>Who asks, at an endpoint that needs a role.</summary>
    public static Person Person(this HttpContext context) => context.User is PersonPrincipal known ? known.Person : throw new InvalidOperationException("An open endpoint knows nobody.");
}
