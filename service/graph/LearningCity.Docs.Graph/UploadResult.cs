namespace LearningCity.Docs.Graph;

/// <summary>What an attempt to deliver came to. A closed union.</summary>
internal abstract record UploadResult
{
    private UploadResult() { }

    /// <summary>The whole file is in the library.</summary>
    /// <param name="Name">As it is called there.</param>
    /// <param name="Version">The eTag: changes with every change of the file.</param>
    internal sealed record Uploaded(Uri Link, string Name, string Version) : UploadResult;

    /// <summary>Part of the file is there; the next attempt goes on from it while the session lives (days).</summary>
    /// <param name="NextOffset">Bytes that have certainly arrived.</param>
    /// <param name="RetryAfter">What the server asked for; null when it did not say.</param>
    internal sealed record Interrupted(Uri Session, long NextOffset, TimeSpan? RetryAfter, GraphFault Fault) : UploadResult;

    /// <summary>Nothing is wrong with the file: the same attempt may succeed later.</summary>
    /// <param name="RetryAfter">What the server asked for; null when it did not say.</param>
    internal sealed record TryLater(TimeSpan? RetryAfter, GraphFault Fault) : UploadResult;

    /// <summary>The person has to sign in again, or to consent, in the pane.</summary>
    /// <param name="Claims">What the directory asks for, as JSON, to be handed to the sign-in unchanged; null when it names nothing.</param>
    internal sealed record NeedsConsent(string? Claims) : UploadResult;

    /// <summary>The same attempt would be refused again.</summary>
    /// <param name="Status">The HTTP status of the refusal.</param>
    internal sealed record Refused(int Status, GraphFault Fault) : UploadResult;
}

/// <summary>Why a file is not there yet. The service has a sentence for each.</summary>
internal enum GraphFault
{
    /// <summary>The network: no answer in time, or one of somebody on the way.</summary>
    Unreachable,

    /// <summary>429, 503, 504: asked to wait.</summary>
    Busy,

    /// <summary>500, 502 and what else goes wrong over there.</summary>
    Failed,

    /// <summary>423: somebody holds the file open; 409, 412: somebody changes it at this moment.</summary>
    Locked,

    /// <summary>507: the library is full.</summary>
    Full,

    /// <summary>The directory refuses this program itself: the secret or the certificate is wrong or has expired. The IT clerk's to mend.</summary>
    Credential,

    /// <summary>403: this person may not write there.</summary>
    Forbidden,

    /// <summary>404: there is no such library or site.</summary>
    PlaceAbsent,

    /// <summary>409: folders, and not files, have every name that this file may have.</summary>
    NameTaken,

    /// <summary>413: larger than the library takes.</summary>
    TooLarge,

    /// <summary>Any other refusal.</summary>
    Rejected,
}
