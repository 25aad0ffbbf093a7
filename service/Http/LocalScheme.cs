using System.Text.Encodings.Web;
using LearningCity.Docs.Access;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace LearningCity.Docs.Http;

/// <summary>Nobody signs in: whoever reaches the loopback address sits at this computer.</summary>
internal sealed class LocalScheme(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder) : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string Name = "Local";

    private static readonly AuthenticateResult Known = AuthenticateResult.Success(new AuthenticationTicket(new PersonPrincipal(Person.Local, Name), Name));

    protected override Task<AuthenticateResult> HandleAuthenticateAsync() => Task.FromResult(Known);
}
