using System.Diagnostics.CodeAnalysis;

namespace LearningCity.Docs.AddIn;

/// <summary>Địa chỉ gốc: where Excel and Word reach the service, <c>https://hoctap.badinh.gov.vn</c>. Office opens an add-in over https only, and the pane expects to stand at the root.</summary>
internal sealed record AddInOrigin
{
    private AddInOrigin(string authority) => Authority = authority;

    /// <summary>The host as a browser sends it (an international name in its ASCII form), with the port where it is not 443.</summary>
    public string Authority { get; }

    public override string ToString() => "https://" + Authority;

    /// <param name="fault">What is wrong with it and how it is written.</param>
    public static bool TryRead(string text, [NotNullWhen(true)] out AddInOrigin? origin, [NotNullWhen(false)] out Sentence? fault)
    {
        (origin, fault) = (null, null);
        if (!text.Contains("://", StringComparison.Ordinal) || !Uri.TryCreate(text, UriKind.Absolute, out var address) || address.IdnHost.Length == 0)
        {
            fault = new Sentence("addIn.origin.notAnAddress", text);
        }
        else if (address.Scheme != Uri.UriSchemeHttps) { fault = new Sentence("addIn.origin.notHttps", text); }
        else if (address.UserInfo.Length > 0 || address.PathAndQuery != "/" || text.AsSpan().IndexOfAny('?', '#') >= 0)
        {
            fault = new Sentence("addIn.origin.more", text, "https://" + AuthorityOf(address));
        }
        else { origin = new AddInOrigin(AuthorityOf(address)); }
        return origin is not null;
    }

    private static string AuthorityOf(Uri address)
    {
        var host = address.HostNameType == UriHostNameType.IPv6 ? address.Host : address.IdnHost;
        return address.IsDefaultPort ? host : FormattableString.Invariant($"{host}:{address.Port}");
    }
}
