using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace LearningCity.Docs.Tests.Graph;

/// <summary>
/// Graph, its upload addresses and the directory's token endpoint, over real HTTP on loopback: a library with folders, files and versions, upload sessions that keep only whole chunks, and a plan
/// of what goes wrong. It refuses what the real ones refuse: Graph a request without a token, an upload address a request with one, a chunk that is not 320 KiB times something.
/// </summary>
public sealed partial class FakeGraph : IAsyncLifetime
{
    public const string Drive = "b!city-library";
    public const string Site = "city.sharepoint.com,11111111-2222-3333-4444-555555555555,66666666-7777-8888-9999-000000000000";

    private readonly WebApplication app;
    private readonly ConcurrentDictionary<string, Session> sessions = [];

    public FakeGraph()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        app = builder.Build();
        app.Run(AnswerAsync);
    }

    public FakeDirectory Directory { get; } = new();

    /// <summary>By path in the library.</summary>
    public ConcurrentDictionary<string, Item> Items { get; } = [];

    public ConcurrentQueue<Arrival> Arrivals { get; } = [];

    /// <summary>What goes wrong, each once and in order; the rest goes well.</summary>
    public ConcurrentQueue<Mishap> Mishaps { get; } = [];

    public Uri Address => new(app.Urls.Single());

    public IEnumerable<Arrival> Chunks => Arrivals.Where(a => a.Path.StartsWith("/upload/", StringComparison.Ordinal) && a.Method == "PUT");

    public Task InitializeAsync() => app.StartAsync();

    public async Task DisposeAsync() => await app.DisposeAsync();

    public void Expire()
    {
        foreach (var session in sessions.Values) { session.Over = true; }
    }

    /// <summary>As if the server had lost the last bytes of what it had.</summary>
    public void Forget(int bytes)
    {
        foreach (var session in sessions.Values) { session.Content.SetLength(session.Content.Length - bytes); }
    }

    private async Task AnswerAsync(HttpContext context)
    {
        var request = context.Request;
        Arrivals.Enqueue(new Arrival(request.Method, request.Path, request.Headers.Authorization, request.Headers.ContentRange, request.ContentLength ?? 0));
        if (Mishaps.TryPeek(out var mishap) && request.Method == mishap.Method && request.Path.Value!.Contains(mishap.Place, StringComparison.Ordinal) && Mishaps.TryDequeue(out _))
        {
            await mishap.Happen(context, () => ServeAsync(context));
            return;
        }
        await ServeAsync(context);
    }

    private Task ServeAsync(HttpContext context) => context.Request.Path.Value! switch
    {
        var path when path.StartsWith("/login/", StringComparison.Ordinal) => Directory.AnswerAsync(context),
        var path when path.StartsWith("/upload/", StringComparison.Ordinal) => UploadAsync(context, path["/upload/".Length..]),
        _ when !Directory.Granted(context.Request.Headers.Authorization) => RefuseAsync(context, 401, "InvalidAuthenticationToken"),
        $"/graph/v1.0/sites/{Site}/drive" => JsonAsync(context, 200, new { id = Drive }),
        var path when Place().Match(path) is { Success: true } match && match.Groups["drive"].Value == Drive => LibraryAsync(context, match.Groups["path"].Value, match.Groups["verb"].Value),
        _ => RefuseAsync(context, 404, "itemNotFound"),
    };

    private async Task LibraryAsync(HttpContext context, string path, string verb)
    {
        switch (context.Request.Method, verb)
        {
            case ("GET", ""): await (Items.TryGetValue(path, out var item) ? JsonAsync(context, 200, item.Json(path)) : RefuseAsync(context, 404, "itemNotFound")); break;
            case ("PUT", "content"):
                using (var content = new MemoryStream())
                {
                    await context.Request.Body.CopyToAsync(content);
                    await (content.Length > 4 * 1024 * 1024 ? RefuseAsync(context, 413, "requestTooLarge") : FileAsync(context, path, content.ToArray()));
                }
                break;
            case ("POST", "createUploadSession"):
                var body = await JsonDocument.ParseAsync(context.Request.Body);
                body.RootElement.GetProperty("item").GetProperty("@microsoft.graph.conflictBehavior").GetString().ShouldBe("replace");
                body.RootElement.GetProperty("item").GetProperty("name").GetString().ShouldBe(path[(path.LastIndexOf('/') + 1)..]);
                var id = Guid.NewGuid().ToString("N");
                sessions[id] = new Session(path);
                await JsonAsync(context, 200, new { uploadUrl = new Uri(Address, $"/upload/{id}").AbsoluteUri, expirationDateTime = "2030-01-01T00:00:00Z" });
                break;
            default: await RefuseAsync(context, 405, "methodNotAllowed"); break;
        }
    }

    private async Task UploadAsync(HttpContext context, string id)
    {
        if (context.Request.Headers.Authorization.Count > 0) { await RefuseAsync(context, 401, "unauthenticated"); return; }
        if (!sessions.TryGetValue(id, out var session) || session.Over) { await RefuseAsync(context, 404, "itemNotFound"); return; }
        if (context.Request.Method == "GET") { await ProgressAsync(context, 200, session); return; }
        var range = ContentRange().Match(context.Request.Headers.ContentRange!);
        var (from, to, total) = (Number(range, "from"), Number(range, "to"), Number(range, "total"));
        using var chunk = new MemoryStream();
        await context.Request.Body.CopyToAsync(chunk);
        if (from != session.Content.Length) { await RefuseAsync(context, 416, "invalidRange"); return; }
        if (chunk.Length != to - from + 1 || (to != total - 1 && chunk.Length % (320 * 1024) != 0) || chunk.Length >= 60 * 1024 * 1024) { await RefuseAsync(context, 400, "invalidRequest"); return; }
        session.Content.Write(chunk.GetBuffer(), 0, (int)chunk.Length);
        if (to != total - 1) { await ProgressAsync(context, 202, session); return; }
        session.Over = true;
        await FileAsync(context, session.Path, session.Content.ToArray());
    }

    private async Task FileAsync(HttpContext context, string path, byte[] content)
    {
        if (Items.TryGetValue(path, out var there) && there.Hash is null) { await RefuseAsync(context, 409, "nameAlreadyExists"); return; }
        Items[path] = new Item(content.Length, Convert.ToHexString(SHA256.HashData(content)), (there?.Versions ?? 0) + 1);
        await JsonAsync(context, there is null ? 201 : 200, Items[path].Json(path));
    }

    private static Task ProgressAsync(HttpContext context, int status, Session session) =>
        JsonAsync(context, status, new { expirationDateTime = "2030-01-01T00:00:00Z", nextExpectedRanges = new[] { $"{session.Content.Length}-" } });

    internal static Task RefuseAsync(HttpContext context, int status, string code) => JsonAsync(context, status, new { error = new { code, message = "No." } });

    internal static Task JsonAsync(HttpContext context, int status, object body)
    {
        context.Response.StatusCode = status;
        return context.Response.WriteAsJsonAsync(body);
    }

    private static long Number(Match match, string name) => long.Parse(match.Groups[name].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\A/graph/v1\.0/drives/(?<drive>[^/]+)/root:/(?<path>[^:]+):(/(?<verb>\w+))?\z")]
    private static partial Regex Place();

    [GeneratedRegex(@"\Abytes (?<from>\d+)-(?<to>\d+)/(?<total>\d+)\z")]
    private static partial Regex ContentRange();

    /// <param name="Path">Unescaped.</param>
    /// <param name="Authorization">Null when there was none.</param>
    public sealed record Arrival(string Method, string Path, string? Authorization, string? Range, long Length);

    /// <param name="Hash">Null for a folder.</param>
    public sealed record Item(long Length, string? Hash, int Versions)
    {
        public static Item Folder { get; } = new(0, null, 0);

        internal object Json(string path) => new Dictionary<string, object>
        {
            ["id"] = path, ["name"] = path[(path.LastIndexOf('/') + 1)..], ["size"] = Length, ["eTag"] = $"\"{Versions}\"", ["webUrl"] = "https://city.sharepoint.com/" + Uri.EscapeDataString(path),
            [Hash is null ? "folder" : "file"] = new { },
        };
    }

    private sealed class Session(string path)
    {
        public string Path => path;

        public MemoryStream Content { get; } = new();

        public bool Over { get; set; }
    }
}
