using LearningCity.Docs.Documents;
using LearningCity.Docs.Tests.Reading;
using LearningCity.Docs.Tests.Support;
using LearningCity.Docs.Writing;

namespace LearningCity.Docs.Tests.Fixing;

public class FileFixerTests
{
    public static TheoryData<string> Files() => new(Directory.EnumerateFiles(Repository.Path("tests", "fixtures", "foreign"))
        .Where(f => f.EndsWith(".xlsx", StringComparison.Ordinal) || f.EndsWith(".docx", StringComparison.Ordinal)).Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Files))]
    public void FileOfAnotherProgram_IsFixedInPlace(string file)
    {
        var bytes = File.ReadAllBytes(Repository.Path("tests", "fixtures", "foreign", file));
        Fixes.FixSafely(bytes, [.. Fixes.ChangedParts(bytes, Fixes.Fix(bytes).File.ToArray()).Where(p => p == "word/document.xml" || p.StartsWith("xl/worksheets/", StringComparison.Ordinal))]);
    }

    [Theory]
    [InlineData("phu-luc-iiib")]
    [InlineData("unesco-ba-dinh")]
    public void OurOwnFiles_AreFixedInPlace(string id)
    {
        var workbook = FormWorkbook.Write(SampleForms.Form(id), SampleValues.Wrong(id));
        var done = Fixes.Fix(workbook);
        done.Corrections.ShouldNotBeEmpty();
        Fixes.FixSafely(workbook, "xl/worksheets/sheet1.xml");
        var documents = Repository.Path("templates", "documents");
        var document = new FormDocuments(documents, DocumentCatalog.Load(documents)).Filled(Reads.Form(workbook));
        Fixes.FixSafely(document, [.. Fixes.ChangedParts(document, Fixes.Fix(document).File.ToArray())]);
    }

    [Theory]
    [InlineData("phu-luc-iiib")]
    [InlineData("unesco-ba-dinh")]
    public void NothingToFix_GivesTheSameBytes(string id)
    {
        var workbook = FormWorkbook.Write(SampleForms.Form(id), SampleValues.Right(id));
        var done = Fixes.Fix(workbook);
        done.Corrections.ShouldBeEmpty();
        done.File.ToArray().ShouldBe(workbook);
    }

    [Fact]
    public void SignedFile_IsReadButNeverRewritten()
    {
        var parts = Parts(FormWorkbook.Write(SampleForms.Form("phu-luc-iiib"), SampleValues.Wrong("phu-luc-iiib")));
        var signed = ZipBytes.Of([.. parts, new ZipItem("_xmlsignatures/sig1.xml", "<Signature/>"u8.ToArray())]);
        Fixes.Fix(ZipBytes.Of(parts)).Corrections.ShouldNotBeEmpty();
        var done = Fixes.Fix(signed);
        done.Corrections.ShouldBeEmpty();
        done.File.ToArray().ShouldBe(signed);
    }

    private static ImmutableArray<ZipItem> Parts(byte[] file)
    {
        using var zip = new System.IO.Compression.ZipArchive(new MemoryStream(file));
        return [.. zip.Entries.Select(entry =>
        {
            using var content = new MemoryStream();
            using var stream = entry.Open();
            stream.CopyTo(content);
            return new ZipItem(entry.FullName, content.ToArray());
        })];
    }
}
