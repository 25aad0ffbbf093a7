using LearningCity.Docs.Access;
using LearningCity.Docs.Graph;
using LearningCity.Docs.Submissions;
using LearningCity.Docs.Tests.Graph;

namespace LearningCity.Docs.Tests.Submissions;

/// <summary>What a delivery to the library means for the outbox.</summary>
public class GraphDestinationTests
{
    private const int Large = 12_000_000;
    private static readonly Person An = new(GraphLibrary.An, "An", Role.Submitter);

    [Fact]
    public async Task Dossier_ArrivesInItsFolderOnBehalfOfWhoSubmittedIt()
    {
        await using var library = await GraphLibrary.OpenAsync(granted: false);
        var (place, tokens) = Destination(library);
        tokens.Keep(An, "an");

        var delivered = (await place.DeliverAsync(Parcel(200), default)).ShouldBeOfType<Delivery.Delivered>();

        delivered.Link.ShouldStartWith("https://city.sharepoint.com/");
        library.ShouldHoldOneFile(200).ShouldStartWith("Hồ sơ nộp/2024/ubnd-an-binh-phu-luc-iiib-2024 (");
        library.Graph.Directory.Asked.ShouldHaveSingleItem()["assertion"].ShouldBe("an");
        // Exchanged: nothing of it is kept, and the next dossier needs none.
        tokens.Of(An.Key).ShouldBeNull();
        (await place.DeliverAsync(Parcel(200, "s2"), default)).ShouldBeOfType<Delivery.Delivered>();
        library.Graph.Items.Count.ShouldBe(2);
    }

    [Fact]
    public async Task NobodyHasCalledSinceTheStart_ThePersonSignsIn()
    {
        await using var library = await GraphLibrary.OpenAsync(granted: false);
        (await Destination(library).Place.DeliverAsync(Parcel(200), default)).ShouldBe(new Delivery.NeedsConsent(""));
    }

    [Fact]
    public async Task DirectoryAsksForMore_TheClaimsReachThePersonAndTheNextCallSettlesIt()
    {
        await using var library = await GraphLibrary.OpenAsync(granted: false);
        var (place, tokens) = Destination(library);
        tokens.Keep(An, "an");
        library.Graph.Directory.Refusal = (400, "interaction_required", """{"access_token":{}}""", null);
        (await place.DeliverAsync(Parcel(200), default)).ShouldBe(new Delivery.NeedsConsent("""{"access_token":{}}"""));
        tokens.Of(An.Key).ShouldBeNull();

        library.Graph.Directory.Refusal = null;
        tokens.Keep(An, "an2");
        (await place.DeliverAsync(Parcel(200), default)).ShouldBeOfType<Delivery.Delivered>();
    }

    [Fact]
    public async Task LastTokenIsNotTaken_WhatWasGrantedBeforeGoesOn()
    {
        await using var library = await GraphLibrary.OpenAsync();
        var (place, tokens) = Destination(library);
        tokens.Keep(An, "run out");
        library.Graph.Directory.Refusal = (400, "invalid_grant", null, null);
        (await place.DeliverAsync(Parcel(200), default)).ShouldBeOfType<Delivery.Delivered>();
        tokens.Of(An.Key).ShouldBeNull();
    }

    [Fact]
    public async Task DirectoryIsAway_TheTokenIsKeptForTheNextAttempt()
    {
        await using var library = await GraphLibrary.OpenAsync(granted: false);
        var (place, tokens) = Destination(library);
        tokens.Keep(An, "an");
        library.Graph.Mishaps.Enqueue(Mishap.Broken("POST", "/login/"));
        (await place.DeliverAsync(Parcel(200), default)).ShouldBe(new Delivery.Retry(null, new Sentence("submission.graphUnreachable")));
        (await place.DeliverAsync(Parcel(200), default)).ShouldBeOfType<Delivery.Delivered>();
    }

    [Fact]
    public async Task UploadBreaks_TheNextAttemptGoesOn()
    {
        await using var library = await GraphLibrary.OpenAsync();
        var place = Destination(library).Place;
        library.Graph.Mishaps.Enqueue(new Mishap("PUT", "/upload/", (_, serve) => serve()));
        library.Graph.Mishaps.Enqueue(Mishap.Status("PUT", "/upload/", 503, retryAfter: "600"));
        (await place.DeliverAsync(Parcel(Large), default)).ShouldBe(new Delivery.Retry(TimeSpan.FromMinutes(10), new Sentence("submission.graphBusy")));

        (await place.DeliverAsync(Parcel(Large), default)).ShouldBeOfType<Delivery.Delivered>();

        library.ShouldHoldOneFile(Large);
        library.Graph.Arrivals.Count(a => a.Path.EndsWith("createUploadSession", StringComparison.Ordinal)).ShouldBe(1);
    }

    [Theory]
    [InlineData(403, "submission.graphForbidden", false)]
    [InlineData(404, "submission.graphPlaceAbsent", false)]
    [InlineData(423, "submission.graphLocked", false)]
    [InlineData(507, "submission.graphFull", false)]
    [InlineData(400, "submission.graphRejected", true)]
    [InlineData(413, "submission.graphTooLarge", true)]
    public async Task Refusal_GoesBackToThePersonOnlyWhenWaitingDoesNotHelp(int status, string why, bool returned)
    {
        await using var library = await GraphLibrary.OpenAsync();
        library.Graph.Mishaps.Enqueue(Mishap.Status("PUT", "content", status));
        (await Destination(library).Place.DeliverAsync(Parcel(200), default)).ShouldBe(returned ? new Delivery.Refused(new Sentence(why)) : new Delivery.Retry(null, new Sentence(why)));
    }

    [Fact]
    public async Task PersonWithoutEntra_CannotBeActedFor()
    {
        await using var library = await GraphLibrary.OpenAsync(granted: false);
        var (place, tokens) = Destination(library);
        var local = new Person("account:an", "An", Role.Submitter);
        tokens.Keep(local, "our own token");
        tokens.Of(local.Key).ShouldBeNull();
        (await place.DeliverAsync(Parcel(200) with { Person = local.Key }, default)).ShouldBe(new Delivery.Retry(null, new Sentence("submission.graphNobody")));
        library.Graph.Arrivals.ShouldBeEmpty();
    }

    [Fact]
    public void EveryFault_HasItsSentences()
    {
        Enum.GetNames<GraphFault>().ShouldAllBe(f => VietnameseSentences.All.ContainsKey("submission.graph" + f));
        Enum.GetNames<GraphSettingFault>().ShouldAllBe(f => VietnameseSentences.All.ContainsKey("graph.setting" + f));
    }

    private static (GraphDestination Place, PersonTokens Tokens) Destination(GraphLibrary library)
    {
        var tokens = new PersonTokens();
        return (new GraphDestination(library.Drive, tokens, "Hồ sơ nộp"), tokens);
    }

    private static Parcel Parcel(long size, string key = "s1") => new(key, An.Key, "2024/ubnd-an-binh-phu-luc-iiib-2024.zip", "", size, () => new GeneratedStream(size));
}
