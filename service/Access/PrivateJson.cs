using System.Text.Json;

namespace LearningCity.Docs.Access;

/// <summary>A <see cref="PrivateFile"/> that holds one value as JSON, read anew when another program has changed it.</summary>
internal sealed class PrivateJson<T>(string path, T none) where T : class
{
    private static readonly JsonSerializerOptions Json = new()
    {
        WriteIndented = true,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        UnmappedMemberHandling = System.Text.Json.Serialization.JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        Converters = { new System.Text.Json.Serialization.JsonStringEnumConverter(allowIntegerValues: false) },
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private (DateTime Written, long Length, T Value)? held;
    private readonly Lock gate = new();

    /// <exception cref="SettingException">The file cannot be read as what it must be.</exception>
    public T Value
    {
        get
        {
            lock (gate)
            {
                var file = new FileInfo(path);
                if (!file.Exists) { return none; }
                if (held is { } known && known.Written == file.LastWriteTimeUtc && known.Length == file.Length) { return known.Value; }
                var value = Read();
                held = (file.LastWriteTimeUtc, file.Length, value);
                return value;
            }
        }
    }

    /// <summary>Reads, changes and writes, with no other program in between.</summary>
    public TResult Change<TResult>(Func<T, (T Value, TResult Result)> change)
    {
        using var hold = PrivateFile.Hold(path);
        var (value, result) = change(Read());
        PrivateFile.Write(path, JsonSerializer.SerializeToUtf8Bytes(value, Json));
        lock (gate) { held = null; }
        return result;
    }

    private T Read()
    {
        if (PrivateFile.Read(path) is not { } bytes) { return none; }
        try { return JsonSerializer.Deserialize<T>(bytes, Json) ?? throw new SettingException(new Sentence("access.fileBroken", path)); }
        catch (JsonException) { throw new SettingException(new Sentence("access.fileBroken", path)); }
    }
}
