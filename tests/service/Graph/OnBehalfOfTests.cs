using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using LearningCity.Docs.Graph;

namespace LearningCity.Docs.Tests.Graph;

/// <summary>For whom Graph acts, and what happens when the directory does not agree.</summary>
public class OnBehalfOfTests
{
    private const string Claims = """{"access_token":{"acrs":{"essential":true,"value":"c1"}}}""";

    [Fact]
    public async Task Assertion_IsExchanged()
    {
        await using var library = await GraphLibrary.OpenAsync();

        var form = library.Graph.Directory.Asked.ShouldHaveSingleItem();
        form["grant_type"].ShouldBe("urn:ietf:params:oauth:grant-type:jwt-bearer");
        form["requested_token_use"].ShouldBe("on_behalf_of");
        form["assertion"].ShouldBe("an");
        form["client_id"].ShouldBe(library.Client.ToString());
        form["client_secret"].ShouldBe("s3cret");
        form["scope"].Split(' ').ShouldContain("https://graph.microsoft.com/.default");
        library.Graph.Arrivals.ShouldHaveSingleItem().Path.ShouldBe($"/login/{GraphLibrary.Tenant}/oauth2/v2.0/token");
    }

    [Fact]
    public async Task Certificate_SignsInsteadOfASecret()
    {
        using var key = RSA.Create(2048);
        using var certificate = new CertificateRequest("CN=lc", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        await using var library = await GraphLibrary.OpenAsync(credential: new GraphCredential.Certificate(certificate));

        var form = library.Graph.Directory.Asked.ShouldHaveSingleItem();
        form.ContainsKey("client_secret").ShouldBeFalse();
        form["client_assertion"].Split('.').Length.ShouldBe(3);
    }

    [Fact]
    public async Task WhatWasGranted_GoesOnWithoutThePerson()
    {
        await using var library = await GraphLibrary.OpenAsync();
        (await library.UploadAsync(GraphLibrary.File(1))).ShouldBeOfType<UploadResult.Uploaded>();
        (await library.UploadAsync(GraphLibrary.File(1, key: "k2"))).ShouldBeOfType<UploadResult.Uploaded>();
        library.Graph.Directory.Asked.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task TokenHasRunOut_ItIsRefreshedWithoutThePerson()
    {
        await using var library = await GraphLibrary.OpenAsync(granted: false);
        // MSAL takes a token with less than five minutes left for one that has run out.
        library.Graph.Directory.LifeSeconds = 60;
        await library.Drive.GrantAsync(GraphLibrary.An, "an");
        (await library.UploadAsync(GraphLibrary.File(1))).ShouldBeOfType<UploadResult.Uploaded>();
        library.Graph.Directory.Asked.Select(f => f["grant_type"]).ShouldBe(["urn:ietf:params:oauth:grant-type:jwt-bearer", "refresh_token"]);
    }

    [Fact]
    public async Task NothingWasGranted_ThePersonSignsIn()
    {
        await using var library = await GraphLibrary.OpenAsync(granted: false);
        (await library.UploadAsync(GraphLibrary.File(1))).ShouldBe(new UploadResult.NeedsConsent(null));
        library.Graph.Arrivals.ShouldBeEmpty();
    }

    [Fact]
    public async Task TwoPersons_NeverShareAToken()
    {
        await using var library = await GraphLibrary.OpenAsync();
        (await library.UploadAsync(GraphLibrary.File(1, key: "k1", person: "entra:t:binh"))).ShouldBe(new UploadResult.NeedsConsent(null));
        await library.Drive.GrantAsync("entra:t:binh", "binh");
        await library.UploadAsync(GraphLibrary.File(1, key: "k2", person: "entra:t:binh"));
        await library.UploadAsync(GraphLibrary.File(1, key: "k3"));
        library.Graph.Arrivals.Where(a => a.Method == "PUT").Select(a => a.Authorization).ShouldBe(["Bearer graph-binh-2", "Bearer graph-an-1"]);
    }

    [Theory]
    [InlineData("invalid_grant", Claims)]
    [InlineData("interaction_required", null)]
    public async Task DirectoryAsksForThePerson_TheClaimsAreHandedOn(string error, string? claims)
    {
        await using var library = await GraphLibrary.OpenAsync(granted: false);
        library.Graph.Directory.Refusal = (400, error, claims, null);
        (await library.Drive.GrantAsync(GraphLibrary.An, "an")).ShouldBe(new UploadResult.NeedsConsent(claims));
    }

    [Fact]
    public async Task GraphAsksForMore_TheDirectoryIsAskedWithThoseClaims()
    {
        await using var library = await GraphLibrary.OpenAsync();
        library.Graph.Mishaps.Enqueue(Mishap.Status("PUT", "content", 401, "InvalidAuthenticationToken", challenge: Challenge()));

        (await library.UploadAsync(GraphLibrary.File(1))).ShouldBeOfType<UploadResult.Uploaded>();

        library.Graph.Directory.Asked.Count.ShouldBe(2);
        library.Graph.Directory.Asked.Last()["claims"].ShouldBe(Claims);
    }

    [Fact]
    public async Task GraphAsksForMoreAgain_TheClaimsAreHandedOn()
    {
        await using var library = await GraphLibrary.OpenAsync();
        library.Graph.Mishaps.Enqueue(Mishap.Status("PUT", "content", 401, "InvalidAuthenticationToken", challenge: Challenge()));
        library.Graph.Mishaps.Enqueue(Mishap.Status("PUT", "content", 401, "InvalidAuthenticationToken", challenge: Challenge()));
        (await library.UploadAsync(GraphLibrary.File(1))).ShouldBe(new UploadResult.NeedsConsent(Claims));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(10_000_000)]
    public async Task TokenNotTaken_ThePersonSignsInAgain(long length)
    {
        await using var library = await GraphLibrary.OpenAsync();
        library.Graph.Directory.Revoke();
        (await library.UploadAsync(GraphLibrary.File(length))).ShouldBe(new UploadResult.NeedsConsent(null));
    }

    [Fact]
    public async Task ProgramItselfIsNotKnown_TheDossierWaitsForTheClerk()
    {
        await using var library = await GraphLibrary.OpenAsync(granted: false);
        library.Graph.Directory.Refusal = (401, "invalid_client", null, null);
        (await library.Drive.GrantAsync(GraphLibrary.An, "an")).ShouldBe(new UploadResult.TryLater(null, GraphFault.Credential));

        library.Graph.Directory.Refusal = null;
        (await library.Drive.GrantAsync(GraphLibrary.An, "an")).ShouldBeNull();
    }

    [Theory]
    [InlineData(429, "600", "Busy")]
    [InlineData(503, "600", "Busy")]
    [InlineData(500, null, "Failed")]
    public async Task DirectoryIsBusy_IsLeftForLater(int status, string? retryAfter, string fault)
    {
        await using var library = await GraphLibrary.OpenAsync(granted: false);
        library.Graph.Directory.Refusal = (status, "temporarily_unavailable", null, retryAfter);
        (await library.Drive.GrantAsync(GraphLibrary.An, "an")).ShouldBe(new UploadResult.TryLater(retryAfter is null ? null : TimeSpan.FromSeconds(600), Enum.Parse<GraphFault>(fault)));
    }

    [Fact]
    public async Task DirectoryCannotBeReached_IsLeftForLater()
    {
        await using var library = await GraphLibrary.OpenAsync(granted: false);
        library.Graph.Mishaps.Enqueue(Mishap.Broken("POST", "/login/"));
        library.Graph.Mishaps.Enqueue(Mishap.Page("POST", "/login/"));
        (await library.Drive.GrantAsync(GraphLibrary.An, "an")).ShouldBe(new UploadResult.TryLater(null, GraphFault.Unreachable));
        (await library.Drive.GrantAsync(GraphLibrary.An, "an")).ShouldBe(new UploadResult.TryLater(null, GraphFault.Unreachable));
    }

    private static string Challenge() => $"Bearer realm=\"\", error=\"insufficient_claims\", claims=\"{Convert.ToBase64String(Encoding.UTF8.GetBytes(Claims))}\"";
}
