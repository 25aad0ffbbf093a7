namespace LearningCity.Docs.Http;

/// <summary>
/// Where the pane takes Microsoft's office.js from. Setting <c>OfficeJs:Source</c>: <c>cdn</c> (Microsoft's network, the only one that it supports; our copy stands in when it does not answer)
/// or <c>self</c> (our own origin, for closed networks). <c>OfficeJs:Url</c> names another network, such as a government's. The copy lies beside the program in <c>officejs/</c>, where a newer one may be put.
/// </summary>
/// <param name="Source">What the page loads first: an absolute https address or <see cref="Own"/>.</param>
/// <param name="Fallback">What it loads when the first does not come; null when there is no second.</param>
/// <param name="Origin">The foreign origin that scripts may come from; null for none.</param>
internal sealed record OfficeJs(string Source, string? Fallback, string? Origin)
{
    public const string Own = "/officejs/office.js";

    private const string Microsoft = "https://appsforoffice.microsoft.com/lib/1/hosted/office.js";

    /// <exception cref="SettingException">The setting says neither, or its address is none.</exception>
    public static OfficeJs Of(IConfiguration settings) => settings["OfficeJs:Source"] switch
    {
        null or "" or "cdn" => Uri.TryCreate(settings["OfficeJs:Url"] is { Length: > 0 } given ? given : Microsoft, UriKind.Absolute, out var url) && url.Scheme == Uri.UriSchemeHttps
            ? new OfficeJs(url.AbsoluteUri, Own, url.GetLeftPart(UriPartial.Authority))
            : throw new SettingException(new Sentence("setting.https", "OfficeJs:Url", settings["OfficeJs:Url"]!)),
        "self" => new OfficeJs(Own, null, null),
        var other => throw new SettingException(new Sentence("setting.oneOf", "OfficeJs:Source", other, "cdn, self")),
    };
}
