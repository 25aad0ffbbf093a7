using System.Net;
using LearningCity.Docs.Access;
using Microsoft.AspNetCore.Http;

namespace LearningCity.Docs.Http;

/// <summary>The addresses that the service is told to answer on, judged before it does, as the web server itself reads them.</summary>
internal static class ListenAddresses
{
    /// <exception cref="SettingException">Without sign-in, an address that others can reach; with it, one where passwords and tokens would go unencrypted.</exception>
    public static void Judge(AccessSettings access, IEnumerable<string> urls, IConfiguration settings)
    {
        foreach (var address in urls.Concat(Configured(settings)).Where(a => !IsLoopback(a)))
        {
            if (access is AccessSettings.Local) { throw new SettingException(new Sentence("access.notLoopback", address)); }
            if (access.Proxies.IsEmpty && !address.StartsWith("https:", StringComparison.OrdinalIgnoreCase)) { throw new SettingException(new Sentence("access.plainHttp", address)); }
        }
    }

    /// <summary>What is no address at all passes: the server will say so and not start.</summary>
    public static bool IsLoopback(string address)
    {
        BindingAddress parsed;
        try { parsed = BindingAddress.Parse(address); }
        catch (FormatException) { return true; }
        if (parsed.IsUnixPipe || parsed.IsNamedPipe) { return false; }
        return IsLoopbackHost(parsed.Host);
    }

    /// <summary>The name <c>localhost</c> or a loopback number; no other name, whatever it resolves to.</summary>
    public static bool IsLoopbackHost(string host) => host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host, out var number) && IPAddress.IsLoopback(number));

    /// <summary>Addresses that ASP.NET takes from settings of its own.</summary>
    private static IEnumerable<string> Configured(IConfiguration settings)
    {
        foreach (var endpoint in settings.GetSection("Kestrel:Endpoints").GetChildren())
        {
            if (endpoint["Url"] is { } url) { yield return url; }
        }
        if (settings["urls"] is { } urls)
        {
            foreach (var url in Split(urls)) { yield return url; }
            yield break; // the ports count only where no address is named
        }
        foreach (var port in Split(settings["http_ports"] ?? "")) { yield return $"http://*:{port}"; }
        foreach (var port in Split(settings["https_ports"] ?? "")) { yield return $"https://*:{port}"; }
    }

    private static string[] Split(string several) => several.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
