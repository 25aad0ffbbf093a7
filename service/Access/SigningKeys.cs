using System.Security.Cryptography;
using Microsoft.IdentityModel.Tokens;

namespace LearningCity.Docs.Access;

/// <summary>Khóa ký: the ES256 keys of our own tokens (<c>keys.json</c> in the data folder). The first signs; those before it still prove what they signed, as long as that can be valid.</summary>
internal sealed class SigningKeys(DataFolder data)
{
    private readonly PrivateJson<KeyFile> file = new(data.File("keys.json"), new KeyFile([]));
    private readonly Lock gate = new();
    private (KeyFile File, ImmutableArray<(ECDsaSecurityKey Key, DateTimeOffset? Retired)> Keys) opened = (new KeyFile([]), []);

    /// <summary>Made when there is none yet.</summary>
    public SecurityKey Current(DateTimeOffset now)
    {
        if (file.Value.Keys.IsEmpty) { file.Change(known => (known.Keys.IsEmpty ? new KeyFile([Make(now)]) : known, true)); }
        return Opened()[0].Key;
    }

    /// <summary>The key of that id, when what it signed may still be valid. The id is compared, never used as a name of anything.</summary>
    public SecurityKey? Find(string? id, DateTimeOffset now) => Opened().FirstOrDefault(k => k.Key.KeyId == id && !IsSpent(k.Retired, now)).Key;

    /// <param name="revoke">The keys before are no longer accepted at once: whoever is signed in must sign in anew.</param>
    /// <returns>The new key's id.</returns>
    public string Rotate(DateTimeOffset now, bool revoke)
    {
        var made = Make(now);
        return file.Change(known => (new KeyFile([made, .. known.Keys.Select(k => k with { Retired = k.Retired ?? now }).Where(k => !revoke && !IsSpent(k.Retired, now))]), made.Id));
    }

    private static bool IsSpent(DateTimeOffset? retired, DateTimeOffset now) => retired + AccountTokens.LongestLife <= now;

    private static Key Make(DateTimeOffset now)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return new Key(Account.Unique(), now, null, Convert.ToBase64String(key.ExportPkcs8PrivateKey()));
    }

    /// <summary>Opened once for each state of the file.</summary>
    private ImmutableArray<(ECDsaSecurityKey Key, DateTimeOffset? Retired)> Opened()
    {
        lock (gate)
        {
            var current = file.Value;
            if (!ReferenceEquals(current, opened.File)) { opened = (current, [.. current.Keys.Select(k => (Open(k), k.Retired))]); }
            return opened.Keys;
        }
    }

    private static ECDsaSecurityKey Open(Key key)
    {
        var curve = ECDsa.Create();
        curve.ImportPkcs8PrivateKey(Convert.FromBase64String(key.Secret), out _);
        return new ECDsaSecurityKey(curve) { KeyId = key.Id };
    }

    /// <param name="Retired">When the next one took its place.</param>
    /// <param name="Secret">PKCS #8, base64.</param>
    private sealed record Key(string Id, DateTimeOffset Made, DateTimeOffset? Retired, string Secret);

    private sealed record KeyFile(ImmutableArray<Key> Keys);
}
