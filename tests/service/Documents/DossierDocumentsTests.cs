using System.IO.Compression;
using System.Security.Cryptography;
using LearningCity.Docs.Documents;
using LearningCity.Docs.Templating;
using LearningCity.Docs.Tests.Support;

namespace LearningCity.Docs.Tests.Documents;

public class DossierDocumentsTests
{
    private static readonly DossierDocuments Dossiers = new(PaperSamples.Documents, PaperSamples.Catalog);

    [Theory]
    [InlineData("phu-luc-iiib", "01-to-trinh.docx", "02-bao-cao.docx", "03-phu-luc-iiib.docx", "04-bien-ban.docx")]
    [InlineData("unesco-ba-dinh", "01-ke-hoach.docx", "02-phan-cong.docx", "03-bao-cao-chi-so.docx", "04-cong-van-so-lieu.docx")]
    public void Dossier_HasItsPapersInOrderThenTheFormAndTheSums(string form, params string[] papers)
    {
        var files = Made(form, PaperSamples.Typical(form));
        files.Select(f => f.Name).ShouldBe([.. papers, "bieu-da-dien.docx", "SHA256SUMS.txt"]);
        var sums = System.Text.Encoding.UTF8.GetString(files[^1].Bytes);
        sums.ShouldBe(string.Concat(files[..^1].Select(f => $"{Convert.ToHexStringLower(SHA256.HashData(f.Bytes))}  {f.Name}\n")));
        foreach (var file in files[..^1]) { WordReading.Faults(file.Bytes).ShouldBeEmpty(file.Name); }
    }

    [Fact]
    public void CharacterThatNoDocumentHolds_IsReportedOnceAtItsDetail()
    {
        ImmutableArray<Finding> Warnings(string json) => Dossiers.Make(PaperSamples.Typical("phu-luc-iiib"), json).ShouldBeOfType<DossierResult.Made>().Warnings;
        Warnings(Json("phu-luc-iiib")).ShouldBeEmpty();
        var warning = Warnings(Json("phu-luc-iiib").Replace("Trần Thị Bình", "Trần\\u0007 Thị Bình", StringComparison.Ordinal)).ShouldHaveSingleItem();
        (warning.Code, warning.Location).ShouldBe(("LC6017", new Location.Part("meeting.secretary")));
    }

    [Fact]
    public void PdfsOfThePapers_StandBesideThemAndInTheManifest()
    {
        var dossier = Dossiers.Make(PaperSamples.Typical("phu-luc-iiib"), Json("phu-luc-iiib")).ShouldBeOfType<DossierResult.Made>().Dossier;
        var files = (dossier with { Pdfs = [.. dossier.Papers.Select((_, i) => new[] { (byte)i })] }).Files;
        files.Take(4).Select(f => f.Name).ShouldBe(["01-to-trinh.docx", "01-to-trinh.pdf", "02-bao-cao.docx", "02-bao-cao.pdf"]);
        files[3].Bytes.ShouldBe([1]);
        System.Text.Encoding.UTF8.GetString(files[^1].Bytes).ShouldContain($"{Convert.ToHexStringLower(SHA256.HashData([1]))}  02-bao-cao.pdf\n");
    }

    [Fact]
    public void EachPaper_HasItsOwnNumberAndDay()
    {
        var files = Made("phu-luc-iiib", PaperSamples.Typical("phu-luc-iiib"));
        string Number(int at) => WordReading.Paragraphs(files[at].Bytes).Single(p => p.StartsWith("Số: ", StringComparison.Ordinal));
        new[] { Number(0), Number(1), Number(3) }.ShouldBe(["Số: 20/TTr-UBND", "Số: 112/BC-UBND", "Số: 04/BB-UBND"]);
        var unesco = Made("unesco-ba-dinh", PaperSamples.Typical("unesco-ba-dinh"));
        WordReading.Paragraphs(unesco[2].Bytes).ShouldContain("Số:      /BC-UBND"); // no number is given for it: that of the plan is not taken
        WordReading.Paragraphs(unesco[3].Bytes).Count(p => p == "Số:      /UBND-GDĐT").ShouldBe(8);
    }

    [Fact]
    public void SameInput_MakesTheSameZip()
    {
        byte[] Zip() => Dossiers.Make(PaperSamples.Typical("phu-luc-iiib"), Json("phu-luc-iiib")).ShouldBeOfType<DossierResult.Made>().Dossier.Zip();
        var zip = Zip();
        Zip().ShouldBe(zip);
        using var archive = new ZipArchive(new MemoryStream(zip));
        archive.Entries.Count.ShouldBe(6);
        archive.Entries.ShouldAllBe(e => e.LastWriteTime.Year == 1980);
    }

    [Fact]
    public void UsersOwnFile_GoesInAsItIs()
    {
        var own = new PackagePart("biểu của huyện.xlsx", [1, 2, 3]);
        var made = Dossiers.Make(PaperSamples.Typical("phu-luc-iiib"), Json("phu-luc-iiib"), filled: own).ShouldBeOfType<DossierResult.Made>();
        made.Dossier.Files[^2].ShouldBe(own);
    }

    [Fact]
    public void FormWithErrors_MakesNoDossierButADraft()
    {
        var form = PaperSamples.Filled("phu-luc-iiib", SampleValues.Wrong("phu-luc-iiib"));
        form.Conforms.ShouldBeFalse();
        var forbidden = Dossiers.Make(form, Json("phu-luc-iiib")).ShouldBeOfType<DossierResult.Forbidden>();
        forbidden.Findings.ShouldContain(f => f.Severity == Severity.Error);
        forbidden.Findings.Select(f => (f.Code, f.Location, f.Message(LanguageTable.Vietnamese))).ShouldBeUnique();
        Dossiers.Make(form, Json("phu-luc-iiib"), draft: true).ShouldBeOfType<DossierResult.Made>();
    }

    [Fact]
    public void MistakesInTheDetails_AreAllNamedAtOnceAndOnce()
    {
        var forbidden = Dossiers.Make(PaperSamples.Typical("phu-luc-iiib"), """{"agencyy": "x"}""", draft: true).ShouldBeOfType<DossierResult.Forbidden>();
        forbidden.Findings.Count(f => f.Code == "LC6001").ShouldBe(1);
        forbidden.Findings.Where(f => f.Code == "LC6005").Select(f => f.Location).ShouldBeUnique();
    }

    private static string Json(string form) => PaperSamples.Json(PaperSamples.DossierOf(form)[0]);

    private static ImmutableArray<PackagePart> Made(string form, FormCheck check) => Dossiers.Make(check, Json(form)).ShouldBeOfType<DossierResult.Made>().Dossier.Files;
}
