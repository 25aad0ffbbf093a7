using System.IO.Compression;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using LearningCity.Docs.Templating;
using LearningCity.Docs.Tests.Support;
using static LearningCity.Docs.Tests.Support.WordBuilder;
using static LearningCity.Docs.Tests.Templating.TemplateFixture;

namespace LearningCity.Docs.Tests.Templating;

public class WordTemplateTests
{
    private static readonly WordBuilder Annex = new WordBuilder(P("{{ten}}"), Table(Texts("{{for hang in rows}}{{merge hang.dau}}{{hang.ten}}", "{{hang.gia_tri}}{{end}}")), P("")).With("header", P("không có thẻ"));

    private static Dictionary<string, object?> Data(int rows, string name) => Model(("ten", name),
        ("rows", Enumerable.Range(0, rows).Select(i => (object?)Model(("dau", i % 3 == 0), ("ten", $"{name} {i}"), ("gia_tri", i * 1.5m))).ToList()));

    /// <summary>The Open XML SDK gives the main part's content type as that of all .xml parts.</summary>
    [Fact]
    public void TemplateWhosePartsHaveOnlyADefaultType_IsTaken()
    {
        using var file = new MemoryStream();
        using (var document = WordprocessingDocument.Create(file, WordprocessingDocumentType.Document))
        {
            using var part = document.AddMainDocumentPart().GetStream(FileMode.Create);
            part.Write(Encoding.UTF8.GetBytes($"<w:document {Namespaces}><w:body>{P("{{ten}}")}</w:body></w:document>"));
        }
        WordReading.Paragraphs(WordTemplate.Compile(file.ToArray(), "a.docx").Render(new Dictionary<string, object?> { ["ten"] = "Kế hoạch" })).ShouldBe(["Kế hoạch"]);
    }

    [Fact]
    public void SameModel_MakesTheSameBytes()
    {
        var source = Annex.Build();
        var first = WordTemplate.Compile(source, "mau.docx").Render(Data(50, "x"));
        WordTemplate.Compile(source, "mau.docx").Render(Data(50, "x")).ShouldBe(first);
    }

    [Fact]
    public void ParallelRenders_AreEqualToSingleOnes()
    {
        var template = WordTemplate.Compile(Annex.Build(), "mau.docx");
        var expected = Enumerable.Range(0, 8).Select(i => template.Render(Data(20 * i, "m" + i))).ToArray();
        Parallel.For(0, 200, i => template.Render(Data(20 * (i % 8), "m" + i % 8)).ShouldBe(expected[i % 8]));
    }

    [Fact]
    public void PartsKeepTheirOrderAndDates_AndPartsWithoutTagsTheirBytes()
    {
        var source = Annex.Build();
        using var before = new ZipArchive(new MemoryStream(source));
        using var after = new ZipArchive(new MemoryStream(WordTemplate.Compile(source, "mau.docx").Render(Data(2, "x"))));
        after.Entries.Select(e => e.FullName).ShouldBe(before.Entries.Select(e => e.FullName));
        after.Entries.ShouldAllBe(e => e.LastWriteTime.DateTime == new DateTime(1980, 1, 1));
        foreach (var entry in before.Entries.Where(e => e.FullName != "word/document.xml")) { Bytes(after.GetEntry(entry.FullName)!).ShouldBe(Bytes(entry)); }
    }

    [Fact]
    public void ManyRows_AreWrittenWholeAndInOrder()
    {
        var rendered = WordTemplate.Compile(Annex.Build(), "mau.docx").Render(Data(5600, "chỉ số"));
        WordReading.Rows(rendered)[5599].ShouldBe("|8398,5");
        WordReading.Rows(rendered).Length.ShouldBe(5600);
    }

    [Fact]
    public void RenderXml_IsTheDocumentUnpacked()
    {
        var template = WordTemplate.Compile(Annex.Build(), "mau.docx");
        var (name, xml) = template.RenderXml(Data(3, "x")).ShouldHaveSingleItem();
        name.ShouldBe("word/document.xml");
        System.Text.Encoding.UTF8.GetString(xml).ShouldBe(WordReading.Xml(template.Render(Data(3, "x"))));
    }

    private static byte[] Bytes(ZipArchiveEntry entry)
    {
        using var stream = entry.Open();
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }
}
