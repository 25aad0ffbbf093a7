using System.Collections.Concurrent;
using LearningCity.Docs.Graph;

namespace LearningCity.Docs.Submissions;

/// <summary>The city's library in SharePoint or OneDrive. A dossier's name there bears a mark of its submission: however often it is sent, it is one file, and another dossier of the same name another.</summary>
internal sealed class GraphDestination(GraphDrive drive, PersonTokens tokens, string folder) : IDestination
{
    /// <summary>Uploads that broke, by submission. Lost with the process: such a one begins anew.</summary>
    private readonly ConcurrentDictionary<string, Uri> sessions = [];

    public Sentence Where { get; } = new("submission.where.graph", folder);

    public async Task<Delivery> DeliverAsync(Parcel parcel, CancellationToken cancelled)
    {
        if (!PersonTokens.IsOfEntra(parcel.Person)) { return new Delivery.Retry(null, new Sentence("submission.graphNobody")); }
        var refusal = await GrantAsync(parcel.Person, cancelled);
        await using var content = parcel.Open();
        var cut = parcel.Name.LastIndexOf('/');
        var request = new UploadRequest(parcel.Key, cut < 0 ? "" : parcel.Name[..cut], parcel.Name[(cut + 1)..], content, parcel.Size, parcel.Person, sessions.GetValueOrDefault(parcel.Key));
        var result = await drive.UploadAsync(request, cancelled);
        if (result is UploadResult.Interrupted interrupted) { sessions[parcel.Key] = interrupted.Session; }
        else { sessions.TryRemove(parcel.Key, out _); }
        // What was granted at an earlier call may do, whatever became of the last one.
        return Of(result is UploadResult.NeedsConsent ? refusal ?? result : result);
    }

    /// <summary>The person has called since: what Graph may do is asked for anew, with the token of that call. Null when it may.</summary>
    private async Task<UploadResult?> GrantAsync(string person, CancellationToken cancelled)
    {
        if (tokens.Of(person) is not { } token) { return null; }
        var refusal = await drive.GrantAsync(person, token, cancelled);
        if (refusal is null or UploadResult.NeedsConsent) { tokens.Forget(person, token); }
        return refusal;
    }

    private static Delivery Of(UploadResult result) => result switch
    {
        UploadResult.Uploaded uploaded => new Delivery.Delivered(uploaded.Link.AbsoluteUri),
        UploadResult.Interrupted interrupted => new Delivery.Retry(interrupted.RetryAfter, Why(interrupted.Fault)),
        UploadResult.TryLater later => new Delivery.Retry(later.RetryAfter, Why(later.Fault)),
        UploadResult.NeedsConsent consent => new Delivery.NeedsConsent(consent.Claims ?? ""),
        // The dossier is well; it waits until the library and its permissions are.
        UploadResult.Refused { Fault: GraphFault.Forbidden or GraphFault.PlaceAbsent } refused => new Delivery.Retry(null, Why(refused.Fault)),
        UploadResult.Refused refused => new Delivery.Refused(Why(refused.Fault)),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static Sentence Why(GraphFault fault) => new("submission.graph" + fault);
}
