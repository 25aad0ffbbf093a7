using System.Text.Json.Nodes;
using LearningCity.Docs.Tests.Documents;
using LearningCity.Docs.Tests.Support;

namespace LearningCity.Docs.Tests.Http;

/// <summary>The filled forms of <c>templates/samples</c>: each says what its name promises.</summary>
public class SampleTests
{
    public static TheoryData<string> Samples => [.. Directory.GetFiles(Repository.Path("templates", "samples")).Select(p => Path.GetFileName(p)!).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Samples))]
    public void Sample_IsRightOrHasMistakesAsNamed(string name)
    {
        var desk = TestDesk.Open();
        var check = desk.Forms.Check(File.ReadAllBytes(Repository.Path("templates", "samples", name)), desk.Today).ShouldBeOfType<CheckResult.Checked>();
        check.Forms.Single().Entries.Form.Id.ShouldBe(name.Split('.')[0]);
        check.Conforms.ShouldBe(name.Contains(".right.", StringComparison.Ordinal));
        if (check.Conforms) { check.Forms[0].Findings.ShouldBeEmpty(); }
    }

    [Theory]
    [InlineData("phu-luc-iiib")]
    [InlineData("unesco-ba-dinh")]
    [InlineData(SampleValues.Commune)]
    public void Workbooks_AreAsWeWriteThemToday(string form)
    {
        var samples = Repository.Path("templates", "samples");
        Parts(File.ReadAllBytes(Path.Combine(samples, $"{form}.right.xlsx"))).ShouldBe(Parts(TestDesk.Right(form)));
        Parts(File.ReadAllBytes(Path.Combine(samples, $"{form}.mistakes.xlsx"))).ShouldBe(Parts(TestDesk.Wrong(form)));
    }

    [Fact]
    public void DocumentsOfACommune_AreAsWeWriteThemToday()
    {
        var samples = Repository.Path("templates", "samples");
        byte[] Written(IReadOnlyDictionary<string, string> values) => PaperSamples.Documents.Filled(PaperSamples.Filled(SampleValues.Commune, values).Entries);
        Parts(File.ReadAllBytes(Path.Combine(samples, SampleValues.Commune + ".right.docx"))).ShouldBe(Parts(Written(SampleValues.Right(SampleValues.Commune))));
        Parts(File.ReadAllBytes(Path.Combine(samples, SampleValues.Commune + ".mistakes.docx"))).ShouldBe(Parts(Written(SampleValues.Wrong(SampleValues.Commune))));
    }

    [Fact]
    public async Task List_OffersWhatIsInForceFirst()
    {
        var app = new DocsApplication();
        await app.InitializeAsync();
        var names = JsonNode.Parse(await app.Client.GetStringAsync("/samples"))!.AsArray().Select(s => (string)s!["name"]!).ToList();
        await app.DisposeAsync();
        names.Take(4).ShouldBe(["cdht-xa-muc-2.right.xlsx", "cdht-xa-muc-2.right.docx", "cdht-xa-muc-2.mistakes.xlsx", "cdht-xa-muc-2.mistakes.docx"]);
        names.Last().ShouldStartWith("unesco-ba-dinh.");
    }

    /// <summary>Name and content of each part: how a zip is packed may differ between machines.</summary>
    private static ImmutableArray<string> Parts(byte[] file)
    {
        using var zip = new System.IO.Compression.ZipArchive(new MemoryStream(file));
        return [.. zip.Entries.Select(entry =>
        {
            using var text = new StreamReader(entry.Open());
            return entry.FullName + "\n" + text.ReadToEnd();
        })];
    }
}
