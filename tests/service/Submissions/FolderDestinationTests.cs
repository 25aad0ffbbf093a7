using System.Security.Cryptography;
using System.Text;
using LearningCity.Docs.Submissions;

namespace LearningCity.Docs.Tests.Submissions;

public sealed class FolderDestinationTests : IDisposable
{
    private readonly DirectoryInfo home = Directory.CreateTempSubdirectory("lc-folder-");

    public void Dispose() => home.Delete(recursive: true);

    [Fact]
    public async Task Dossier_LiesUnderItsNameAndNothingElse()
    {
        (await Deliver("2024/an-binh.zip", "một")).ShouldBe(new Delivery.Delivered("2024/an-binh.zip"));
        Files().ShouldBe([("2024/an-binh.zip", "một")]);
    }

    [Fact]
    public async Task SentAgain_IsThereAlready()
    {
        await Deliver("2024/an-binh.zip", "một");
        (await Deliver("2024/an-binh.zip", "một")).ShouldBe(new Delivery.Delivered("2024/an-binh.zip"));
        Files().ShouldBe([("2024/an-binh.zip", "một")]);
    }

    [Fact]
    public async Task OtherContentOfTheSameName_BecomesAVersion()
    {
        await Deliver("2024/an-binh.zip", "một");
        (await Deliver("2024/an-binh.zip", "hai")).ShouldBe(new Delivery.Delivered("2024/an-binh-2.zip"));
        (await Deliver("2024/an-binh.zip", "mốt")).ShouldBe(new Delivery.Delivered("2024/an-binh-3.zip"));
        (await Deliver("2024/an-binh.zip", "hai")).ShouldBe(new Delivery.Delivered("2024/an-binh-2.zip"));
        Files().ShouldBe([("2024/an-binh-2.zip", "hai"), ("2024/an-binh-3.zip", "mốt"), ("2024/an-binh.zip", "một")]);
    }

    [Fact]
    public async Task SameNameAtOnce_LosesNone()
    {
        var links = await Task.WhenAll(Enumerable.Range(0, 12).Select(i => Task.Run(() => Deliver("2024/an-binh.zip", $"nội dung {i}"))));
        links.ShouldBeUnique();
        Files().Select(f => f.Text).Order(StringComparer.Ordinal).ShouldBe(Enumerable.Range(0, 12).Select(i => $"nội dung {i}").Order(StringComparer.Ordinal));
    }

    /// <summary>A share that is away, or full: the dossier waits.</summary>
    [Fact]
    public async Task PlaceThatIsNoFolder_IsTriedAgain()
    {
        await File.WriteAllTextAsync(Path.Combine(home.FullName, "2024"), "một tệp");
        (await Deliver("2024/an-binh.zip", "một")).ShouldBeOfType<Delivery.Retry>().Reason.Key.ShouldBe("submission.folder.failed");
    }

    private Task<Delivery> Deliver(string name, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        return new FolderDestination(home.FullName, TimeProvider.System).DeliverAsync(new Parcel("id", "account:an", name, Convert.ToHexStringLower(SHA256.HashData(bytes)), bytes.Length, () => new MemoryStream(bytes)), CancellationToken.None);
    }

    private List<(string Name, string Text)> Files() => [.. Directory.EnumerateFiles(home.FullName, "*", SearchOption.AllDirectories)
        .Where(f => !f.EndsWith(".lock", StringComparison.Ordinal)).Select(f => (Path.GetRelativePath(home.FullName, f), File.ReadAllText(f))).OrderBy(f => f.Item1, StringComparer.Ordinal)];
}
