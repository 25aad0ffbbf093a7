using System.Security.Claims;
using LearningCity.Docs.Access;

namespace LearningCity.Docs.Http;

/// <summary>A <see cref="Access.Person"/> in the shape in which ASP.NET hands on who asks.</summary>
internal sealed class PersonPrincipal(Person person, string scheme) : ClaimsPrincipal(new ClaimsIdentity([new Claim("sub", person.Key), new Claim("name", person.Name)], scheme, "name", "roles"))
{
    public Person Person { get; } = person;
}
