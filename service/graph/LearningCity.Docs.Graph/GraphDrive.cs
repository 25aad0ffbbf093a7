using System.Text.Json;
using Microsoft.Graph;
using Microsoft.Graph.Drives.Item.Items.Item.CreateUploadSession;
using Microsoft.Graph.Models;
using Microsoft.Graph.Models.ODataErrors;
using Microsoft.Identity.Client;
using Microsoft.Kiota.Abstractions;

namespace LearningCity.Docs.Graph;

/// <summary>
/// Thư viện tài liệu: the city's library in SharePoint or OneDrive, into which files are put on behalf of the person who submits them. The same request may be made any number of times, after a
/// lost answer too: one file comes of it. Thread-safe.
/// </summary>
internal sealed class GraphDrive : IDisposable
{
    /// <summary>Up to here in one request; above, in an upload session.</summary>
    public const int SimpleBytes = 4 * 1024 * 1024;

    /// <summary>A session that is gone, a name that is taken: begun anew so many times at most.</summary>
    private const int Rounds = 4;

    private readonly GraphOptions options;
    private readonly TimeProvider clock;
    private readonly HttpClient network;
    private readonly OnBehalfOf onBehalfOf;
    private string? drive;

    /// <param name="network">Stands in for the network; null for the real one.</param>
    public GraphDrive(GraphOptions options, TimeProvider clock, HttpMessageHandler? network = null)
    {
        this.options = options;
        this.clock = clock;
        // Nothing that is asked here is ever elsewhere.
        network ??= new SocketsHttpHandler { AllowAutoRedirect = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5), ConnectTimeout = TimeSpan.FromSeconds(15) };
        this.network = new HttpClient(new PatientHandler(clock, network)) { Timeout = Timeout.InfiniteTimeSpan };
        onBehalfOf = new OnBehalfOf(options, this.network);
    }

    /// <summary>From now on, and until this process ends, files may be put there on behalf of this person, who has just called with this token. Null when so; otherwise why not.</summary>
    /// <param name="person">Belongs to one person alone and never changes: the key of who signed in.</param>
    /// <param name="assertion">Issued for this service and checked by it.</param>
    public Task<UploadResult?> GrantAsync(string person, string assertion, CancellationToken cancelled = default) => AnsweredAsync(async () =>
    {
        await onBehalfOf.GrantAsync(person, assertion, cancelled);
        return null;
    });

    public async Task<UploadResult> UploadAsync(UploadRequest request, CancellationToken cancelled = default)
    {
        var graph = new GraphServiceClient(network, new PersonsToken(onBehalfOf, request.Person));
        return (await AnsweredAsync(async () => await DeliverAsync(graph, request, cancelled)))!;
    }

    public void Dispose() => network.Dispose();

    private static async Task<UploadResult?> AnsweredAsync(Func<Task<UploadResult?>> ask)
    {
        try { return await ask(); }
        catch (MsalException e) { return GraphAnswers.Of(e); }
        catch (ApiException e) { return GraphAnswers.Of(e); }
        catch (HttpRequestException) { return new UploadResult.TryLater(null, GraphFault.Unreachable); }
        // An answer cut short, or without what it has to hold.
        catch (JsonException) { return new UploadResult.TryLater(null, GraphFault.Failed); }
    }

    private async Task<UploadResult> DeliverAsync(GraphServiceClient graph, UploadRequest request, CancellationToken cancelled)
    {
        var folder = request.Folder.Length == 0 ? options.Folder : $"{options.Folder}/{request.Folder}";
        var address = request.Session;
        var (turn, taken) = (0, false);
        for (var round = 0; round < Rounds; round++)
        {
            var begun = address is not null;
            if (!begun)
            {
                var name = DeliveredName.Of(request.Name, request.Key, turn);
                var place = graph.Drives[await DriveAsync(graph, cancelled)].Root.ItemWithPath($"{folder}/{name}");
                var there = await FindAsync(place, cancelled);
                // An attempt before this one got through, and its answer was lost.
                if (there?.File is not null && there.Size == request.Length) { return Uploaded(there); }
                // A folder, or what may not be written over: the next name. Any other file there is ours and gets a new version.
                if (there is not null && (taken || there.File is null)) { (turn, taken) = (turn + 1, false); continue; }
                try
                {
                    if (request.Length <= SimpleBytes) { return Uploaded(await PutAsync(place, request, cancelled)); }
                    address = await OpenAsync(place, name, cancelled);
                }
                catch (ODataError e) when (e is { ResponseStatusCode: 409, Error.Code: "nameAlreadyExists" }) { taken = true; continue; }
            }
            switch (await new UploadSession(network, clock, address!, request).SendAsync(begun, cancelled))
            {
                case SessionEnd.Result result: return result.Value;
                case SessionEnd.NameTaken: taken = true; break;
            }
            address = null;
        }
        return taken || turn > 0 ? new UploadResult.Refused(409, GraphFault.NameTaken) : new UploadResult.TryLater(null, GraphFault.Failed);
    }

    /// <summary>The library itself, or that of the site; the same for everybody, so asked for once.</summary>
    private async Task<string> DriveAsync(GraphServiceClient graph, CancellationToken cancelled) => drive ??= options.Place switch
    {
        GraphPlace.Drive place => place.Id,
        GraphPlace.Site place => (await graph.Sites[place.Id].Drive.GetAsync(r => r.QueryParameters.Select = ["id"], cancelled))?.Id ?? throw new JsonException("A site without the id of its library."),
        _ => throw new InvalidOperationException("No other place is known."),
    };

    /// <summary>Null when nothing is there by that name; what is wrong with the library itself shows when something is put there.</summary>
    private static async Task<DriveItem?> FindAsync(CustomDriveItemItemRequestBuilder place, CancellationToken cancelled)
    {
        try { return await place.GetAsync(r => r.QueryParameters.Select = ["id", "name", "size", "file", "webUrl", "eTag"], cancelled); }
        catch (ODataError e) when (e.ResponseStatusCode == 404) { return null; }
    }

    private static async Task<DriveItem?> PutAsync(CustomDriveItemItemRequestBuilder place, UploadRequest request, CancellationToken cancelled)
    {
        var bytes = new byte[request.Length];
        request.Content.Position = 0;
        await request.Content.ReadExactlyAsync(bytes, cancelled);
        using var content = new MemoryStream(bytes, writable: false);
        return await place.Content.PutAsync(content, cancellationToken: cancelled);
    }

    private static async Task<Uri> OpenAsync(CustomDriveItemItemRequestBuilder place, string name, CancellationToken cancelled)
    {
        var item = new DriveItemUploadableProperties { Name = name, AdditionalData = new Dictionary<string, object> { ["@microsoft.graph.conflictBehavior"] = "replace" } };
        var session = await place.CreateUploadSession.PostAsync(new CreateUploadSessionPostRequestBody { Item = item }, cancellationToken: cancelled);
        return Uri.TryCreate(session?.UploadUrl, UriKind.Absolute, out var address) ? address : throw new JsonException("An upload session without an address.");
    }

    private static UploadResult.Uploaded Uploaded(DriveItem? item) => item is { WebUrl: { } link, Name: { } name, ETag: { } version }
        ? new(new Uri(link), name, version)
        : throw new JsonException("A file without name, link or version.");
}
