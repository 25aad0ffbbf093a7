using System.Text;
using System.Text.Json.Nodes;

namespace LearningCity.Docs.Tests.Support;

/// <summary>Makes tokens, right ones and every kind of wrong ones, without the library that the service reads them with.</summary>
/// <param name="Sign">With the issuer's own key.</param>
/// <param name="SignSha512">With the same key, by an algorithm that was not agreed on.</param>
/// <param name="PublicKey">What an attacker can know of it.</param>
internal sealed record Forge(string Algorithm, string Kid, string Type, Func<JsonObject> Payload, Func<byte[], byte[]> Sign, Func<byte[], byte[]> SignSha512, string PublicKey)
{
    /// <param name="header">Changes the right header.</param>
    /// <param name="payload">Changes the right payload.</param>
    /// <param name="sign">In the place of the right signature.</param>
    public string Token(Action<JsonObject>? payload = null, Action<JsonObject>? header = null, Func<byte[], byte[]>? sign = null)
    {
        var head = new JsonObject { ["alg"] = Algorithm, ["kid"] = Kid, ["typ"] = Type };
        var body = Payload();
        header?.Invoke(head);
        payload?.Invoke(body);
        var signed = $"{Encode(head)}.{Encode(body)}";
        return $"{signed}.{Encode((sign ?? Sign)(Encoding.ASCII.GetBytes(signed)))}";
    }

    public static long Seconds(DateTimeOffset moment) => moment.ToUnixTimeSeconds();

    private static string Encode(JsonObject json) => Encode(Encoding.UTF8.GetBytes(json.ToJsonString()));

    private static string Encode(byte[] bytes) => System.Buffers.Text.Base64Url.EncodeToString(bytes);
}
