using System.IO.Compression;
using System.Xml.Linq;
using LearningCity.Docs.Documents;
using LearningCity.Docs.Forms;
using LearningCity.Docs.Packages;
using LearningCity.Docs.Reading;
using LearningCity.Docs.Templating;
using LearningCity.Docs.Tests.Support;

namespace LearningCity.Docs.Tests.Documents;

public class PaperTests
{
    private static readonly XNamespace W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    public static TheoryData<string> Kinds => [.. PaperSamples.Catalog.Kinds.Select(k => k.Id)];

    /// <summary>The kinds that are papers of their own, not the form as an annex.</summary>
    public static TheoryData<string> Papers => [.. PaperSamples.Catalog.Kinds.Where(k => k.Subject.Length > 0).Select(k => k.Id)];

    [Fact]
    public void CharacterThatNoDocumentHolds_IsReportedWithThePaper()
    {
        var kind = PaperSamples.Catalog.Find("bao-cao")!;
        var entries = FilledForm.Of(SampleForms.Form(PaperSamples.FormOf(kind)), field => field.Kind is FieldKind.Summary ? new EntryValue.Text("Đã\uFFFF đạt") : new EntryValue.Choice("Đạt"));
        var warnings = new List<Finding>();
        PaperSamples.Documents.Render(kind, PaperSamples.Of(entries), PaperSamples.Usual(kind), warnings: warnings);
        warnings[0].Message(LanguageTable.Vietnamese).ShouldStartWith("Văn bản bao-cao.docx: giá trị của «");
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void EveryPaper_IsValidOfAnySizeAndHoldsNoTag(string id)
    {
        foreach (var docx in Three(Kind(id)))
        {
            WordReading.Faults(docx).ShouldBeEmpty();
            using var zip = new ZipArchive(new MemoryStream(docx));
            foreach (var entry in zip.Entries)
            {
                var xml = WordReading.Xml(docx, entry.FullName).Replace("{{khong_phai_ten}}", "", StringComparison.Ordinal); // what a user typed stays
                xml.ShouldNotContain("{{", Case.Sensitive, entry.FullName);
                xml.ShouldNotContain("}}", Case.Sensitive, entry.FullName);
            }
            Dangling(docx).ShouldBeEmpty();
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void SameInput_MakesTheSameBytes(string id)
    {
        var kind = Kind(id);
        new FormDocuments(PaperSamples.Folder, PaperSamples.Catalog).Render(kind, PaperSamples.Typical(kind), PaperSamples.Usual(kind)).ShouldBe(Typical(kind));
    }

    [Theory]
    [MemberData(nameof(Papers))]
    public void TypicalPaper_IsApproved(string id) => DocxDump.Of(Typical(Kind(id))).ShouldMatchApproved(c => c.NoDiff().WithDiscriminator(id).WithFileExtension(".txt"));

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Draft_SaysSoOnEveryPageAndAPaperDoesNot(string id)
    {
        var kind = Kind(id);
        string[] Headers(byte[] docx) => [.. Xml(docx).Descendants(W + "headerReference").Select(r => (string)r.Attribute(W + "type")! + ":" + string.Concat(WordReading.Paragraphs(docx, HeaderOf(docx, r))))];
        var entries = PaperSamples.Empty(kind);
        Headers(PaperSamples.Documents.Render(kind, entries, PaperSamples.Least(kind), draft: true)).ShouldAllBe(h => h.EndsWith("DỰ THẢO", StringComparison.Ordinal));
        var plain = Headers(PaperSamples.Documents.Render(kind, entries, PaperSamples.Least(kind)));
        plain.ShouldAllBe(h => !h.Contains("DỰ THẢO"));
        plain.Count(h => h.StartsWith("first:", StringComparison.Ordinal)).ShouldBe(plain.Count(h => h.StartsWith("default:", StringComparison.Ordinal)));
        plain.Where(h => h.StartsWith("first:", StringComparison.Ordinal)).ShouldAllBe(h => h == "first:");
    }

    [Theory]
    [MemberData(nameof(Papers))]
    public void RegisterMetadata_IsInTheProperties(string id)
    {
        var kind = Kind(id);
        var custom = XDocument.Parse(WordReading.Xml(Typical(kind), "docProps/custom.xml")).Root!.Elements().ToDictionary(p => (string)p.Attribute("name")!, p => p.Value);
        custom.Keys.ShouldBe(["TypeName", "CodeNumber", "CodeNotation", "IssuedDate", "OrganName", "Subject", "Position", "FullName"]);
        custom["TypeName"].ShouldBe(kind.Letter.Name);
        custom["OrganName"].ShouldBe(PaperSamples.Usual(kind).Text("agency"));
        DocumentSymbol.Fits(kind, custom["CodeNotation"]).ShouldBeTrue();
        var core = XDocument.Parse(WordReading.Xml(Typical(kind), WordReading.Part(Typical(kind), "core-properties"))).Root!;
        core.Elements().Single(e => e.Name.LocalName == "title").Value.ShouldBe($"{kind.Letter.Name}: {custom["Subject"]}");
        core.Elements().Single(e => e.Name.LocalName == "language").Value.ShouldBe("vi-VN");
        var largest = XDocument.Parse(WordReading.Xml(PaperSamples.Documents.Render(kind, PaperSamples.Empty(kind), PaperSamples.Most(kind)), "docProps/custom.xml")).Root!.Elements().ToDictionary(p => (string)p.Attribute("name")!, p => p.Value.Length);
        largest["Subject"].ShouldBeLessThanOrEqualTo(500);
        largest["FullName"].ShouldBeLessThanOrEqualTo(50);
    }

    [Theory]
    [MemberData(nameof(Papers))]
    public void SignatureBlock_StaysWholeWithTheLastLines(string id)
    {
        foreach (var docx in Three(Kind(id)))
        {
            var blocks = Xml(docx).Descendants(W + "tbl").Where(t => t.Descendants(W + "pStyle").Any(s => (string?)s.Attribute(W + "val") == "ChoKy")).ToList();
            blocks.ShouldNotBeEmpty();
            var keeping = XDocument.Parse(WordReading.Xml(docx, "word/styles.xml")).Descendants(W + "style").Where(s => s.Descendants(W + "keepNext").Any()).Select(s => (string?)s.Attribute(W + "styleId")).ToHashSet();
            foreach (var block in blocks)
            {
                block.Elements(W + "tr").Single().Element(W + "trPr")!.Element(W + "cantSplit").ShouldNotBeNull();
                var before = block.ElementsBeforeSelf().Reverse().Take(2).ToList();
                before.ShouldAllBe(p => p.Name == W + "p" && keeping.Contains(Style(p)));
                before[1].Value.ShouldEndWith("./.");
            }
        }
    }

    [Theory]
    [InlineData("bao-cao", 11906)]
    [InlineData("ke-hoach", 16838)]
    public void AnnexInTheSameFile_HasItsOwnSectionNumberedFromOneAndIsReadBack(string id, int width)
    {
        var kind = Kind(id);
        var docx = Typical(kind);
        var sections = Xml(docx).Descendants(W + "sectPr").ToList();
        sections.Count.ShouldBe(2);
        ((int)sections[1].Element(W + "pgSz")!.Attribute(W + "w")!).ShouldBe(width);
        ((int)sections[1].Element(W + "pgNumType")!.Attribute(W + "start")!).ShouldBe(1);
        var entries = PaperSamples.Typical(kind).Entries;
        var reader = new FormReader(new FormTexts(SampleForms.Official));
        var read = reader.Read(((GuardResult.Safe)PackageGuard.Open(docx)).Package).ShouldBeOfType<ReadResult.Read>().Forms.ShouldHaveSingleItem();
        read.Form.Id.ShouldBe(PaperSamples.FormOf(kind));
        read.Entries.Select(e => (e.Id, e.Value)).ShouldBe(entries.Entries.Select(e => (e.Id, e.Value)));
    }

    /// <summary>The papers with more than one section: their words are the same after a stranger has opened and saved them, so nothing hangs on what only Word knows.</summary>
    [LibreOffice.Fact]
    public void PaperSavedByLibreOffice_KeepsItsWords()
    {
        foreach (var id in new[] { "bao-cao", "ke-hoach", "cong-van-so-lieu" })
        {
            var docx = Typical(Kind(id));
            var saved = LibreOffice.Convert(docx, "docx", "docx");
            static string[] Words(byte[] file) => [.. WordReading.Paragraphs(file).Select(p => p.Trim()).Where(p => p.Length > 0)];
            Words(saved).ShouldBe(Words(docx));
        }
    }

    [Fact]
    public void Report_TellsEveryIndicatorWithItsSummaryAndResult()
    {
        var kind = Kind("bao-cao");
        var text = WordReading.Paragraphs(Typical(kind));
        foreach (var head in new[] { "I. ĐẶC ĐIỂM TÌNH HÌNH", "II. CÔNG TÁC CHỈ ĐẠO, TRIỂN KHAI", "III. KẾT QUẢ TỪNG TIÊU CHÍ, CHỈ TIÊU", "IV. ĐÁNH GIÁ CHUNG, HẠN CHẾ", "V. KẾT LUẬN" }) { text.ShouldContain(head); }
        foreach (var indicator in FilledForm.Iiib.Indicators) { text.ShouldContain("- " + SampleValues.Right("phu-luc-iiib")[$"{indicator.Code}.summary"]); }
        text.Count(t => t == "Kết quả tự đánh giá: Đạt.").ShouldBe(13);
        text.ShouldContain(t => t.StartsWith("Có 4/4 tiêu chí và 13/13 chỉ tiêu được đánh giá đạt", StringComparison.Ordinal));
        text.ShouldContain(t => t.EndsWith("huyện An Bình tự đánh giá đạt “Cộng đồng học tập” cấp huyện mức độ 2 năm 2024./.", StringComparison.Ordinal));
    }

    [Fact]
    public void IndicatorReport_SaysWhatFallsShortByHowMuchAndWhatIsMissing()
    {
        var kind = Kind("bao-cao-chi-so");
        var values = new Dictionary<string, string>(SampleValues.Right("unesco-ba-dinh")) { ["1.1.1-1.value"] = "90,5", ["2.2.2-2.value"] = "" };
        var rows = WordReading.Rows(PaperSamples.Documents.Render(kind, PaperSamples.Filled(PaperSamples.FormOf(kind), values), PaperSamples.Usual(kind)));
        rows.ShouldContain(r => r.StartsWith("1.1.1-1|", StringComparison.Ordinal) && r.Contains("90,5% < 95%/(còn thiếu 4,5 điểm phần trăm)"));
        rows.ShouldContain(r => r.StartsWith("2.2.2-2|", StringComparison.Ordinal) && r.EndsWith("|Hội Khuyến học|Tỷ lệ (%)", StringComparison.Ordinal));
        rows.ShouldContain("3|Phòng Nội vụ|9|7|0|1|1|0");
        rows.Count(r => r.StartsWith("1.1.1-1. ", StringComparison.Ordinal)).ShouldBe(1);
    }

    [Fact]
    public void Letters_GoToEachOfficeWithItsOwnIndicatorsOnPagesOfTheirOwn()
    {
        var docx = Typical(Kind("cong-van-so-lieu"));
        var offices = FilledForm.Unesco.Units.Where(u => u.IsUnit).ToList();
        WordReading.Paragraphs(docx).Where(p => p.StartsWith("Kính gửi: ", StringComparison.Ordinal)).ShouldBe(offices.Select(u => $"Kính gửi: {u.Name}."));
        WordReading.Paragraphs(docx).Count(p => p.Contains("chậm nhất ngày 15 tháng 5 năm 2025")).ShouldBe(offices.Count);
        Xml(docx).Descendants(W + "sectPr").Count().ShouldBe(offices.Count);
        Xml(docx).Descendants(W + "pgNumType").ShouldAllBe(n => (int)n.Attribute(W + "start")! == 1);
        var asked = WordReading.Rows(docx).Select(r => r.Split('|')).Where(r => r.Length == 5 && r[1] != "Mã chỉ số").Select(r => r[1]).ToList();
        asked.ShouldBe(FilledForm.Unesco.Indicators.Where(i => i.Unit!.IsUnit).OrderBy(i => offices.IndexOf(i.Unit!)).Select(i => i.Code));
    }

    [Fact]
    public void FiguresAndWords_AgreeAcrossTheDossier()
    {
        string Text(string id) => string.Join('\n', WordReading.Paragraphs(Typical(Kind(id))));
        foreach (var id in new[] { "to-trinh", "bao-cao", "bien-ban" })
        {
            Text(id).ShouldContain("4/4 tiêu chí và 13/13 chỉ tiêu");
            Text(id).ShouldContain("“Cộng đồng học tập” cấp huyện mức độ 2 năm 2024");
            Text(id).ShouldContain("ngày 20 tháng 3 năm 2025");
        }
        Text("to-trinh").ShouldContain("Báo cáo số 112/BC-UBND ngày 01 tháng 4 năm 2025 của Ủy ban nhân dân huyện An Bình");
        Text("bao-cao").ShouldContain("(Kèm theo Báo cáo số 112/BC-UBND ngày 01 tháng 4 năm 2025 của Ủy ban nhân dân huyện An Bình)");
        Text("phu-luc-iiib").ShouldContain("(Kèm theo Báo cáo số 112/BC-UBND ngày 01 tháng 4 năm 2025 của Ủy ban nhân dân huyện An Bình)");
    }

    [Fact]
    public void NoPlace_StandsInATemplate()
    {
        foreach (var file in Directory.GetFiles(PaperSamples.Folder, "*.docx"))
        {
            foreach (var part in DocxFile.Read(File.ReadAllBytes(file)))
            {
                var xml = System.Text.Encoding.UTF8.GetString(part.Bytes).Replace("Đoàn TNCS Hồ Chí Minh", "", StringComparison.Ordinal);
                foreach (var place in new[] { "Ba Đình", "BA ĐÌNH", "Hà Nội", "Thủ đô", "Hồ Chí Minh", "quận", "Quận" }) { xml.ShouldNotContain(place, Case.Sensitive, $"{Path.GetFileName(file)} {part.Name}"); }
            }
        }
    }

    private static DocumentKind Kind(string id) => PaperSamples.Catalog.Find(id)!;

    private static byte[] Typical(DocumentKind kind) => PaperSamples.Documents.Render(kind, PaperSamples.Typical(kind), PaperSamples.Usual(kind));

    private static byte[][] Three(DocumentKind kind) =>
    [
        PaperSamples.Documents.Render(kind, PaperSamples.Empty(kind), PaperSamples.Least(kind), draft: true),
        Typical(kind),
        PaperSamples.Documents.Render(kind, PaperSamples.Extreme(kind), PaperSamples.Most(kind)),
    ];

    private static XDocument Xml(byte[] docx) => XDocument.Parse(WordReading.Xml(docx), LoadOptions.PreserveWhitespace);

    private static string? Style(XElement paragraph) => (string?)paragraph.Element(W + "pPr")?.Element(W + "pStyle")?.Attribute(W + "val");

    private static string HeaderOf(byte[] docx, XElement reference)
    {
        var id = reference.Attributes().Single(a => a.Name.LocalName == "id").Value;
        var target = (string)XDocument.Parse(WordReading.Xml(docx, "word/_rels/document.xml.rels")).Root!.Elements().Single(r => (string?)r.Attribute("Id") == id).Attribute("Target")!;
        return target.StartsWith('/') ? target[1..] : "word/" + target;
    }

    /// <summary>Relationship ids that the document uses and its relationships lack.</summary>
    private static string[] Dangling(byte[] docx)
    {
        var known = XDocument.Parse(WordReading.Xml(docx, "word/_rels/document.xml.rels")).Root!.Elements().Select(r => (string)r.Attribute("Id")!).ToHashSet();
        return [.. Xml(docx).Descendants().Attributes().Where(a => a.Name.NamespaceName.EndsWith("/officeDocument/2006/relationships", StringComparison.Ordinal)).Select(a => a.Value).Where(id => !known.Contains(id))];
    }
}
