using System.Security.Cryptography.X509Certificates;

namespace LearningCity.Docs.Graph;

/// <summary>Where dossiers go in Microsoft 365, and as which registered application. Made by <see cref="GraphSettings.Read"/>.</summary>
/// <param name="TenantId">The one organisation whose people are served.</param>
/// <param name="ClientId">The application registered there; also the audience of the tokens that are exchanged.</param>
/// <param name="Folder">In the library, without a slash at either end.</param>
internal sealed record GraphOptions(Guid TenantId, Guid ClientId, GraphCredential Credential, GraphPlace Place, string Folder)
{
    public string Authority => $"https://login.microsoftonline.com/{TenantId}";
}

/// <summary>By what this program proves to the directory that it is the registered application. A closed union.</summary>
internal abstract record GraphCredential
{
    private GraphCredential() { }

    internal sealed record Certificate(X509Certificate2 Value) : GraphCredential;

    internal sealed record Secret(string Value) : GraphCredential
    {
        /// <summary>A secret is not printed.</summary>
        public override string ToString() => nameof(Secret);
    }
}

/// <summary>The library. A closed union.</summary>
internal abstract record GraphPlace
{
    private GraphPlace() { }

    /// <summary>A library (or a OneDrive) by its own id, as <c>b!…</c>.</summary>
    internal sealed record Drive(string Id) : GraphPlace;

    /// <summary>The first library of a SharePoint site, by the site's id: <c>host,GUID,GUID</c>.</summary>
    internal sealed record Site(string Id) : GraphPlace;
}
