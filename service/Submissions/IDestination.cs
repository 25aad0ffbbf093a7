namespace LearningCity.Docs.Submissions;

/// <summary>Nơi nhận: where the city keeps submitted dossiers.</summary>
internal interface IDestination
{
    /// <summary>Where dossiers go, for who is about to submit one.</summary>
    Sentence Where { get; }

    /// <summary>
    /// Puts a dossier there. Called again with the same key after a break it must not make a second one. What the place answers is the result; an exception is our own mistake.
    /// </summary>
    Task<Delivery> DeliverAsync(Parcel parcel, CancellationToken cancelled);
}

/// <summary>A dossier on its way.</summary>
/// <param name="Key">The submission's id: the same in every attempt.</param>
/// <param name="Person">The key of who submitted it.</param>
/// <param name="Name">Folders and file, divided by <c>/</c>, in small letters, digits, dots and dashes. Another dossier of the same name becomes a new version beside it.</param>
/// <param name="Sha256">Of its bytes, in lower-case hexadecimal.</param>
/// <param name="Size">Bytes.</param>
/// <param name="Open">The bytes from their beginning; whoever opens closes.</param>
internal sealed record Parcel(string Key, string Person, string Name, string Sha256, long Size, Func<Stream> Open);

/// <summary>What a delivery came to. A closed union. Arguments of its sentences are texts.</summary>
internal abstract record Delivery
{
    private Delivery() { }

    /// <summary>It is there, now or since an earlier attempt.</summary>
    /// <param name="Link">Where: an address, or its name in the city's folder.</param>
    internal sealed record Delivered(string Link) : Delivery;

    /// <summary>Not now.</summary>
    /// <param name="After">When the place said so; null for the usual pause, longer each time.</param>
    internal sealed record Retry(TimeSpan? After, Sentence Reason) : Delivery;

    /// <summary>Never, as it is: it goes back to who submitted it.</summary>
    internal sealed record Refused(Sentence Reason) : Delivery;

    /// <summary>Not before the person has signed in again, with these claims.</summary>
    internal sealed record NeedsConsent(string Claims) : Delivery;
}
