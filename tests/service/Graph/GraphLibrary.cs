using LearningCity.Docs.Graph;
using LearningCity.Docs.Tests.Support;

namespace LearningCity.Docs.Tests.Graph;

/// <summary>Our drive over a fake Graph of its own; only the network stands in, everything above it is what runs in the service.</summary>
public sealed class GraphLibrary : IAsyncDisposable
{
    public const string Tenant = "0c3f9a21-0000-4000-8000-000000000001";

    /// <summary>The key of a person.</summary>
    public const string An = "entra:t:an";

    /// <summary>Where the files of <see cref="File"/> come to lie.</summary>
    public const string Folder = "Hồ sơ nộp/2024/";

    /// <summary>How long a test waits for what has to come.</summary>
    public static readonly TimeSpan Soon = Hang.Limit;

    private GraphDrive? drive;

    private GraphLibrary(SkippingClock clock) => Clock = clock;

    public FakeGraph Graph { get; } = new();

    public SkippingClock Clock { get; }

    /// <summary>Its own: MSAL remembers, for the whole process, that an application was asked to wait.</summary>
    public Guid Client { get; } = Guid.NewGuid();

    internal GraphPlace Place { get; init; } = new GraphPlace.Drive(FakeGraph.Drive);

    internal GraphCredential Credential { get; init; } = new GraphCredential.Secret("s3cret");

    /// <param name="granted">An has called already.</param>
    internal static async Task<GraphLibrary> OpenAsync(GraphPlace? place = null, GraphCredential? credential = null, SkippingClock? clock = null, bool granted = true)
    {
        var library = new GraphLibrary(clock ?? new SkippingClock()) { Place = place ?? new GraphPlace.Drive(FakeGraph.Drive), Credential = credential ?? new GraphCredential.Secret("s3cret") };
        await library.Graph.InitializeAsync();
        if (granted) { (await library.Drive.GrantAsync(An, "an")).ShouldBeNull(); }
        return library;
    }

    internal static UploadRequest File(long length, string key = "k1", string name = "Hồ sơ 2024.zip", string person = An, Uri? session = null) =>
        new(key, "2024", name, new GeneratedStream(length), length, person, session);

    internal GraphDrive Drive => drive ??= new GraphDrive(new GraphOptions(Guid.Parse(Tenant), Client, Credential, Place, "Hồ sơ nộp"), Clock, new Detour(Graph));

    /// <summary>For the person who has already been granted it.</summary>
    internal Task<UploadResult> UploadAsync(UploadRequest request, CancellationToken cancelled = default) => Drive.UploadAsync(request, cancelled);

    /// <summary>The one file that is there, whole and in one version; its name.</summary>
    internal string ShouldHoldOneFile(long length, int versions = 1)
    {
        var (path, item) = Graph.Items.Where(i => i.Value.Hash is not null).ShouldHaveSingleItem();
        item.ShouldBe(new FakeGraph.Item(length, GeneratedStream.Hash(length), versions));
        return path;
    }

    public async ValueTask DisposeAsync()
    {
        drive?.Dispose();
        await Graph.DisposeAsync();
    }

    /// <summary>What is meant for Graph and the directory goes to loopback; anything else that is not there already is a fault.</summary>
    private sealed class Detour(FakeGraph graph) : DelegatingHandler(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false })
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var address = request.RequestUri!;
            request.RequestUri = address switch
            {
                { Scheme: "https", Host: "graph.microsoft.com" } => new Uri(graph.Address, "/graph" + address.PathAndQuery),
                { Scheme: "https", Host: "login.microsoftonline.com" } => new Uri(graph.Address, "/login" + address.PathAndQuery),
                { Host: "127.0.0.1" } => address,
                _ => throw new InvalidOperationException($"Nothing is at {address}."),
            };
            return base.SendAsync(request, cancellationToken);
        }
    }
}
