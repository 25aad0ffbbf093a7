using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.RegularExpressions;

namespace LearningCity.Docs.Graph;

/// <summary>What the settings <c>Graph:…</c> say. A closed union: half a configuration is none that works.</summary>
internal abstract partial record GraphSettings
{
    /// <summary>The secret, from the environment alone; a file is the other way. Never from a settings file: those are copied and sent around.</summary>
    public const string SecretVariable = "LEARNINGCITY_GRAPH_SECRET";

    private static readonly ImmutableArray<string> Known = ["TenantId", "ClientId", "DriveId", "SiteId", "Folder", "CertificateFile", "SecretFile"];

    private GraphSettings() { }

    /// <summary>Nothing is said of Graph: dossiers go elsewhere.</summary>
    internal sealed record Off : GraphSettings;

    internal sealed record On(GraphOptions Options) : GraphSettings;

    /// <param name="Key">As written in the settings: <c>Graph:TenantId</c>.</param>
    internal sealed record Wrong(string Key, GraphSettingFault Fault) : GraphSettings;

    /// <param name="section">The settings below <c>Graph</c>, without that prefix, in any case of letters; blank is absent.</param>
    /// <param name="secret">Of <see cref="SecretVariable"/>; null or blank when it is not set.</param>
    public static GraphSettings Read(IEnumerable<KeyValuePair<string, string?>> section, string? secret)
    {
        var values = section.Where(s => !string.IsNullOrWhiteSpace(s.Value)).ToDictionary(s => s.Key, s => s.Value!.Trim(), StringComparer.OrdinalIgnoreCase);
        if (values.Count == 0) { return new Off(); }
        try { return new On(OptionsOf(values, string.IsNullOrWhiteSpace(secret) ? null : secret.Trim())); }
        catch (SettingException e) { return new Wrong($"Graph:{e.Key}", e.Fault); }
    }

    private static GraphOptions OptionsOf(Dictionary<string, string> values, string? secret)
    {
        if (values.Keys.FirstOrDefault(k => !Known.Contains(k, StringComparer.OrdinalIgnoreCase)) is { } unknown) { throw new SettingException(unknown, GraphSettingFault.Unknown); }
        return new GraphOptions(Id("TenantId"), Id("ClientId"), Credential(values, secret), Place(values), Folder(Needed("Folder")));

        string Needed(string key) => values.GetValueOrDefault(key) ?? throw new SettingException(key, GraphSettingFault.Missing);

        Guid Id(string key) => Guid.TryParseExact(Needed(key), "D", out var id) ? id : throw new SettingException(key, GraphSettingFault.Malformed);
    }

    private static GraphPlace Place(Dictionary<string, string> values) => (values.GetValueOrDefault("DriveId"), values.GetValueOrDefault("SiteId")) switch
    {
        (null, null) => throw new SettingException("SiteId", GraphSettingFault.Missing),
        ({ } drive, null) => new GraphPlace.Drive(DriveId().IsMatch(drive) ? drive : throw new SettingException("DriveId", GraphSettingFault.Malformed)),
        (null, { } site) => new GraphPlace.Site(SiteId().IsMatch(site) ? site : throw new SettingException("SiteId", GraphSettingFault.Malformed)),
        _ => throw new SettingException("DriveId", GraphSettingFault.Doubled),
    };

    private static string Folder(string path)
    {
        var folder = path.Trim('/');
        return folder.Length is > 0 and <= 200 && folder.Split('/').All(part => FolderPart().IsMatch(part)) ? folder : throw new SettingException("Folder", GraphSettingFault.Malformed);
    }

    private static GraphCredential Credential(Dictionary<string, string> values, string? secret)
    {
        var (certificate, file) = (values.GetValueOrDefault("CertificateFile"), values.GetValueOrDefault("SecretFile"));
        return (certificate, file, secret) switch
        {
            ({ } path, null, null) => new GraphCredential.Certificate(Read("CertificateFile", path, p => X509Certificate2.CreateFromPemFile(p))),
            (null, { } path, null) when Read("SecretFile", path, File.ReadAllText).Trim() is { Length: > 0 } content => new GraphCredential.Secret(content),
            (null, not null, null) => throw new SettingException("SecretFile", GraphSettingFault.Malformed),
            (null, null, not null) => new GraphCredential.Secret(secret),
            (null, null, null) => throw new SettingException("CertificateFile", GraphSettingFault.Missing),
            ({ }, _, _) => throw new SettingException("CertificateFile", GraphSettingFault.Doubled),
            _ => throw new SettingException("SecretFile", GraphSettingFault.Doubled),
        };
    }

    private static T Read<T>(string key, string path, Func<string, T> read)
    {
        try { return read(path); }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException) { throw new SettingException(key, GraphSettingFault.Unreadable); }
        catch (CryptographicException) { throw new SettingException(key, GraphSettingFault.Malformed); }
    }

    [GeneratedRegex(@"\A[A-Za-z0-9!_-]{8,200}\z")]
    private static partial Regex DriveId();

    [GeneratedRegex(@"\A[A-Za-z0-9.-]+,[0-9A-Fa-f-]{36},[0-9A-Fa-f-]{36}\z")]
    private static partial Regex SiteId();

    /// <summary>What SharePoint takes as the name of a folder, and no <c>.</c> or <c>..</c>.</summary>
    [GeneratedRegex("""\A(?![ .])[^"*:<>?/\\|#%\p{C}]+(?<![ .])\z""")]
    private static partial Regex FolderPart();

    private sealed class SettingException(string key, GraphSettingFault fault) : Exception
    {
        public string Key => key;

        public GraphSettingFault Fault => fault;
    }
}

/// <summary>What is wrong with one setting.</summary>
internal enum GraphSettingFault
{
    Missing,

    /// <summary>There is no setting of that name.</summary>
    Unknown,

    /// <summary>Not of the form that it has to have.</summary>
    Malformed,

    /// <summary>It and another that says the same in another way.</summary>
    Doubled,

    /// <summary>The file that it names cannot be read.</summary>
    Unreadable,
}
