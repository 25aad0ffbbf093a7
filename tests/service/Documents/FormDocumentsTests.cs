using System.IO.Compression;
using System.Xml.Linq;
using LearningCity.Docs.Documents;
using LearningCity.Docs.Forms;
using LearningCity.Docs.Reading;
using LearningCity.Docs.Templating;
using LearningCity.Docs.Tests.Support;

namespace LearningCity.Docs.Tests.Documents;

public class FormDocumentsTests
{
    private static readonly XNamespace W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private static readonly string Folder = Repository.Path("templates", "documents");
    private static readonly DocumentCatalog Catalog = DocumentCatalog.Load(Folder);
    private static readonly FormDocuments Documents = new(Folder, Catalog);

    /// <summary>The forms as issued, forms that no code knows, and forms made up from the issued ones: no annex name, no notes, a grouped choice.</summary>
    private static readonly FormDefinition[] AllForms =
        [.. SampleForms.Official.Forms, .. SampleForms.MadeUp.Forms, FilledForm.Iiib with { Id = "turned", Page = PageOrientation.Landscape }, FilledForm.Iiib with { Id = "bare", Annex = null, Notes = null, Total = null }, GroupedChoices()];

    public static TheoryData<string> Forms => [.. AllForms.Select(f => f.Id)];

    [Theory]
    [MemberData(nameof(Forms))]
    public void EveryDocument_IsValidAndHoldsNoTag(string id)
    {
        foreach (var docx in Three(Form(id)))
        {
            WordReading.Faults(docx).ShouldBeEmpty();
            using var zip = new ZipArchive(new MemoryStream(docx));
            foreach (var entry in zip.Entries) { WordReading.Xml(docx, entry.FullName).ShouldNotContain("{{", Case.Sensitive, entry.FullName); }
        }
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void EveryOfficialText_StandsVerbatimInEveryDocument(string id)
    {
        var form = Form(id);
        string?[] texts = [form.Annex, .. form.TitleLines, .. form.Columns.Select(c => c.Title), form.Notes?.Heading, .. form.Notes?.Items ?? [],
            .. form.Nodes.Where(n => form.Total is not null || n.Kind is not NodeKind.Total).Select(n => n.Printed),
            .. form.Nodes.Where(n => form.Layout is FormLayout.Results && n.Kind is NodeKind.Indicator).Select(n => n.Label), .. form.Nodes.Select(n => n.Unit?.Name),
            .. form.Fields.Where(f => form.Layout is FormLayout.Figures).SelectMany(f => new[] { f.HasLabel && !IsScale(f) ? f.Label : null, f.Group, f.Unit })];
        foreach (var docx in Three(form))
        {
            var paragraphs = WordReading.Paragraphs(docx).ToHashSet();
            foreach (var text in texts) { if (text is not null) { paragraphs.ShouldContain(text); } }
        }
        WordReading.Paragraphs(Documents.Blank(form)).ShouldContain(form.AttachedLine);
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void EveryField_HasOneLockedControlWithItsTagItsNameAndItsList(string id)
    {
        var form = Form(id);
        foreach (var docx in Three(form))
        {
            var controls = Controls(docx);
            controls.Select(Tag).ShouldBe(Fields(form).SelectMany(f => IsScale(f) ? form.RatingScale.Select(r => $"{f.Id}.{r.Value}") : [f.Id]));
            controls.Select(c => Property(c, "lock")).ShouldAllBe(v => v == "sdtLocked");
            controls.Select(c => Property(c, "alias")).ShouldAllBe(name => name!.Length > 0 && name.Length <= 64);
            controls.Select(c => Property(c, "alias")).ShouldBeUnique();
            foreach (var box in controls.Where(c => Fields(form).Any(f => IsScale(f) && Tag(c).StartsWith(f.Id, StringComparison.Ordinal))))
            {
                box.Element(W + "sdtPr")!.Elements().Single(e => e.Name.LocalName == "checkbox").Elements().First().Attributes().Single().Value.ShouldBe(box.Value == "☒" ? "1" : "0");
            }
            foreach (var (control, field) in controls.Where(c => Fields(form).Any(f => f.Id == Tag(c))).Zip(Fields(form).Where(f => !IsScale(f))))
            {
                string[] expected = field.Kind switch
                {
                    FieldKind.Result => field.MayNotApply ? ["Đạt", "Không đạt", "Không áp dụng"] : ["Đạt", "Không đạt"],
                    FieldKind.Property => ["☐ Có   ☐ Không", "☒ Có   ☐ Không", "☐ Có   ☒ Không"],
                    FieldKind.Trend => ["Tăng", "Giảm"],
                    FieldKind.Rating => ["5 Xuất sắc", "4 Rất tốt", "3 Tốt", "2 Khá", "1 Yếu"],
                    _ => [],
                };
                control.Descendants(W + "listItem").Select(i => (string)i.Attribute(W + "displayText")!).ShouldBe(expected, field.Id);
                (control.Element(W + "sdtPr")!.Element(W + "text") is not null).ShouldBe(field.Kind is FieldKind.Percent or FieldKind.Count, field.Id);
            }
        }
    }

    /// <summary>A rating outside a group is printed as its scale, a check box for each step.</summary>
    private static bool IsScale(FieldDefinition field) => field.Kind is FieldKind.Rating && field.Group is null;

    [Fact]
    public void RatingThatIsNoStep_KeepsItsWords()
    {
        var controls = Controls(Documents.Filled(FilledForm.With(FilledForm.Unesco, ("2.4.1-2.rating", new EntryValue.Unreadable("4 hoặc 5")), ("2.6.1-1.rating", new EntryValue.Blank("Chưa có số liệu"))))).ToDictionary(Tag, c => c.Value);
        controls["2.4.1-2.rating"].ShouldBe("4 hoặc 5");
        controls["2.6.1-1.rating"].ShouldBe("Chưa có số liệu");
        controls.Keys.ShouldNotContain("2.4.1-2.rating.4");
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void BlankForm_ShowsThePromptOfEachEntryAndCanShowItAgain(string id)
    {
        var docx = Documents.Blank(Form(id));
        var glossary = XDocument.Parse(WordReading.Xml(docx, "word/glossary/document.xml")).Descendants(W + "docPart").ToDictionary(d => (string)d.Descendants(W + "name").First().Attribute(W + "val")!, d => d.Element(W + "docPartBody")!.Value);
        foreach (var (control, field) in Controls(docx).Where(c => Fields(Form(id)).Any(f => f.Id == Tag(c))).Zip(Fields(Form(id)).Where(f => !IsScale(f))))
        {
            if (field.Kind is FieldKind.Property) { control.Value.ShouldBe("☐ Có   ☐ Không"); continue; } // the boxes themselves are the prompt
            var prompt = LanguageTable.Vietnamese.Render(EntryControls.Prompt(field.Kind));
            control.Value.ShouldBe(prompt);
            control.Descendants(W + "showingPlcHdr").Count().ShouldBe(1);
            control.Descendants(W + "rStyle").Single().Attribute(W + "val")!.Value.ShouldBe("PlaceholderText");
            glossary[(string)control.Descendants(W + "docPart").Single().Attribute(W + "val")!].ShouldBe(prompt);
        }
    }

    [Fact]
    public void FilledForm_HoldsWhatWasTypedAsAnOfficialWritesIt()
    {
        var results = Controls(Documents.Filled(FilledForm.With(FilledForm.Iiib, ("4.1.result", new EntryValue.Choice("Không đạt")), ("4.1.summary", new EntryValue.Text("45/50 xã <90%>\n& hơn")), ("4.2.result", new EntryValue.Unreadable("đạt ?"))))).ToDictionary(Tag);
        results["4.1.result"].Value.ShouldBe("Không đạt");
        results["4.2.result"].Value.ShouldBe("đạt ?");
        results["4.1.summary"].Element(W + "sdtContent")!.Descendants().Where(e => e.Name == W + "t" || e.Name == W + "br").Select(e => e.Name == W + "br" ? "\n" : e.Value).ShouldBe(["45/50 xã <90%>", "\n", "& hơn"]);
        results["4.1.result"].Descendants(W + "showingPlcHdr").ShouldBeEmpty();
        results["4.3.result"].Value.ShouldBe("Chọn Đạt hoặc Không đạt");

        var figures = Controls(Documents.Filled(FilledForm.With(FilledForm.Unesco, ("1.1.1-1.value", new EntryValue.Number(1234.5m)), ("1.2.1-1.value", new EntryValue.Number(1.5m, NumberUnit.Ratio)), ("1.2.1-2.poor", new EntryValue.Number(5m, NumberUnit.Percent)),
            ("1.2.4-1.trend", new EntryValue.Choice("increase")), ("1.2.4-2.trend", new EntryValue.Choice("decrease")), ("2.4.1-2.rating", new EntryValue.Choice("4")), ("1.2.3-1.value", new EntryValue.Blank("Chưa có số liệu"))))).ToDictionary(Tag, c => c.Value);
        figures["1.1.1-1.value"].ShouldBe("1.234,5");
        figures["1.2.1-1.value"].ShouldBe("1,5 lần");
        figures["1.2.1-2.poor"].ShouldBe("5%");
        figures["1.2.4-1.trend"].ShouldBe("Tăng");
        figures["1.2.4-2.trend"].ShouldBe("Giảm");
        Enumerable.Range(1, 5).Select(step => figures[$"2.4.1-2.rating.{step}"]).ShouldBe(["☐", "☐", "☐", "☒", "☐"]);
        figures["1.2.3-1.value"].ShouldBe("Chưa có số liệu");
    }

    [Theory]
    [InlineData("phu-luc-iiib", "(Kèm theo Báo cáo số 15/BC-UBND ngày 08 tháng 4 năm 2025 của Ủy ban nhân dân quận Ba Đình)")]
    [InlineData("phan-cong", "(Kèm theo Kế hoạch số 15/KH-UBND ngày 08 tháng 4 năm 2025 của Ủy ban nhân dân quận Ba Đình)")]
    public void Annex_NamesItsPaperAndHasNoPromptLeft(string kindId, string attached)
    {
        var kind = Catalog.Find(kindId)!;
        var form = Form(PaperSamples.FormOf(kind));
        var docx = Documents.Render(kind, PaperSamples.Unjudged(FilledForm.Of(form, _ => null)), Details(kind));
        WordReading.Paragraphs(docx).ShouldContain(attached);
        WordReading.Paragraphs(docx).ShouldNotContain(form.AttachedLine);
        Controls(docx).ShouldAllBe(control => (control.Value.Trim().Length == 0 || (control.Value == "☐" && Tag(control).Contains(".rating.", StringComparison.Ordinal))) && control.Descendants(W + "t").Any());
        WordReading.Xml(docx).ShouldNotContain("showingPlcHdr");
        WordReading.Xml(docx).ShouldNotContain("PlaceholderText");
    }

    [Fact]
    public void Annex_OfAnotherForm_IsRefused() =>
        Should.Throw<ArgumentException>(() => Documents.Render(Catalog.Find("phan-cong")!, PaperSamples.Unjudged(FilledForm.Typical(FilledForm.Iiib)), Details(Catalog.Find("phan-cong")!)));

    [Fact]
    public void TemplateThatIsNoWordFile_IsNamed() =>
        Should.Throw<TemplateException>(() => FormTemplate.For([1, 2, 3], "bieu-ket-qua.docx", FilledForm.Iiib)).Message.ShouldStartWith("bieu-ket-qua.docx: ");

    [Fact]
    public void TemplateOfAnotherLayout_IsRefusedWithTheNamesItLacks()
    {
        var kind = Catalog.Find("phu-luc-iiib")! with { Template = Catalog.TemplateOf(FormLayout.Figures) };
        Should.Throw<TemplateException>(() => Documents.Render(kind, PaperSamples.Unjudged(FilledForm.Typical(FilledForm.Iiib)), Details(kind))).Message.ShouldContain("cot.tieu_chuan");
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void EveryRow_FillsTheGridAndStaysOnOnePage(string id)
    {
        var tables = Xml(Documents.Blank(Form(id))).Descendants(W + "tbl").ToArray();
        foreach (var table in tables)
        {
            var grid = table.Element(W + "tblGrid")!.Elements().Select(c => (int)c.Attribute(W + "w")!).ToArray();
            foreach (var row in table.Elements(W + "tr"))
            {
                var at = 0;
                foreach (var properties in row.Elements(W + "tc").Select(c => c.Element(W + "tcPr")!))
                {
                    var span = (int?)properties.Element(W + "gridSpan")?.Attribute(W + "val") ?? 1;
                    ((int)properties.Element(W + "tcW")!.Attribute(W + "w")!).ShouldBe(grid[at..(at + span)].Sum());
                    at += span;
                }
                at.ShouldBe(grid.Length);
                row.Element(W + "trPr")!.Element(W + "cantSplit").ShouldNotBeNull();
            }
        }
        // The lines about the unit are a table of their own, above; they have no head.
        tables.Length.ShouldBe(Form(id).Properties.IsEmpty ? 1 : 2);
        tables[^1].Elements(W + "tr").Count(r => r.Element(W + "trPr")!.Element(W + "tblHeader") is not null).ShouldBe(1);
    }

    /// <summary>A summary of 3,000 characters fills two pages of its column: kept whole, LibreOffice would lose lines.</summary>
    [Fact]
    public void RowTallerThanAPage_MayBreak()
    {
        var docx = Documents.Filled(FilledForm.With(FilledForm.Iiib, ("1.1.summary", new EntryValue.Text(new string('x', 3000))), ("1.2.summary", new EntryValue.Text(string.Concat(Enumerable.Repeat("dòng\n", 60)))), ("1.3.summary", new EntryValue.Text(new string('x', 600)))));
        var kept = Xml(docx).Descendants(W + "tr").Where(r => r.Descendants(W + "tag").Any()).ToDictionary(r => (string)r.Descendants(W + "tag").First().Attribute(W + "val")!, r => (string?)r.Element(W + "trPr")!.Element(W + "cantSplit")!.Attribute(W + "val"));
        kept.Where(row => row.Value == "off").Select(row => row.Key).ShouldBe(["1.1.summary", "1.2.summary"]);
        kept.Where(row => row.Value == "on").Select(row => row.Key).ShouldContain("1.3.summary");
    }

    [Fact]
    public void ParentsOfFigures_AreMergedOverTheirRows()
    {
        var rows = Xml(Documents.Blank(FilledForm.Unesco)).Descendants(W + "tr").Where(r => r.Elements(W + "tc").Count() > 5).ToList();
        // Rows of 2.1.1-1 (Nam, Nữ, Tổng, Tỷ lệ) and the first of 2.1.2-1: standard, criterion, indicator, office, group.
        var first = rows.FindIndex(r => r.Descendants(W + "tag").Any(t => (string)t.Attribute(W + "val")! == "2.1.1-1.male"));
        rows[first..(first + 5)].Select(r => string.Concat(r.Elements(W + "tc").Take(5).Select(Merge))).ShouldBe(["RRRRR", "^^^^^", "^^^^^", "^^^^-", "^RRRR"]);

        static char Merge(XElement cell) => cell.Element(W + "tcPr")!.Element(W + "vMerge") is not { } merge ? '-' : (string?)merge.Attribute(W + "val") == "restart" ? 'R' : '^';
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void EveryDocument_CarriesTheMarkOfItsFormAndIsLocked(string id)
    {
        var form = Form(id);
        foreach (var docx in Three(form))
        {
            var mark = XElement.Parse(WordReading.Xml(docx, "customXml/item1.xml"));
            mark.Name.ShouldBe(XName.Get("form", "urn:learningcity:form"));
            ((string?)mark.Attribute("id"), (string?)mark.Attribute("version")).ShouldBe((form.Id, form.Version));
            var body = Xml(docx).Descendants(W + "body").Single();
            body.Elements().Select(e => e.Name.LocalName).ShouldBe(["sdt", "sectPr"]);
            body.Element(W + "sdt")!.Element(W + "sdtPr")!.Elements().Select(e => e.Name.LocalName).ShouldBe(["lock", "group"]);
        }
    }

    [Theory]
    [InlineData("phu-luc-iiib", 11906, 16838)]
    [InlineData("unesco-ba-dinh", 16838, 11906)]
    [InlineData("turned", 16838, 11906)]
    [InlineData("bang-so-lieu-thu-nghiem", 16838, 11906)]
    public void Page_IsA4WithTheMarginsOfTheDecree(string id, int width, int height)
    {
        var section = Xml(Documents.Blank(Form(id))).Descendants(W + "sectPr").Single();
        ((int)section.Element(W + "pgSz")!.Attribute(W + "w")!, (int)section.Element(W + "pgSz")!.Attribute(W + "h")!).ShouldBe((width, height));
        var margins = section.Element(W + "pgMar")!;
        new[] { "top", "bottom", "left", "right" }.Select(side => (int)margins.Attribute(W + side)!).ShouldBe([1134, 1134, 1701, 850]);
        ((string?)section.Element(W + "pgSz")!.Attribute(W + "orient")).ShouldBe(width > height ? "landscape" : null);
        section.Element(W + "titlePg").ShouldNotBeNull();
        Xml(Documents.Blank(Form(id))).Descendants(W + "tbl").Single().Descendants(W + "gridCol").Sum(c => (int)c.Attribute(W + "w")!).ShouldBe(width - 1701 - 850);
    }

    [Fact]
    public void SameEntries_MakeTheSameBytes()
    {
        var entries = FilledForm.Typical(FilledForm.Unesco);
        new FormDocuments(Folder, Catalog).Filled(entries).ShouldBe(Documents.Filled(entries));
        Documents.Filled(entries).ShouldBe(Documents.Filled(entries));
        Documents.Filled(FilledForm.With(FilledForm.Unesco)).ShouldBe(Documents.Blank(FilledForm.Unesco));
    }

    [Theory]
    [InlineData("phu-luc-iiib")]
    [InlineData("unesco-ba-dinh")]
    public void BlankForm_IsApproved(string id) => DocxDump.Of(Documents.Blank(Form(id))).ShouldMatchApproved(c => c.NoDiff().WithDiscriminator(id).WithFileExtension(".txt"));

    [Theory]
    [InlineData("phu-luc-iiib")]
    [InlineData("phan-cong")]
    public void Annex_IsApproved(string kindId)
    {
        var kind = Catalog.Find(kindId)!;
        DocxDump.Of(Documents.Render(kind, PaperSamples.Unjudged(FilledForm.Typical(Form(PaperSamples.FormOf(kind)))), Details(kind))).ShouldMatchApproved(c => c.NoDiff().WithDiscriminator(kindId).WithFileExtension(".txt"));
    }

    private static FormDefinition Form(string id) => AllForms.First(f => f.Id == id);

    /// <summary>The fields that the form prints: those of its rows, and of the total where it has one.</summary>
    private static IEnumerable<FieldDefinition> Fields(FormDefinition form) => form.Total is null ? form.Fields.Where(f => f.Node != "total") : form.Fields;

    private static byte[][] Three(FormDefinition form)
    {
        var kind = PaperSamples.AnnexOf(ref form);
        return [Documents.Blank(form), Documents.Filled(FilledForm.Typical(form)), Documents.Render(kind, PaperSamples.Unjudged(FilledForm.Typical(form)), Details(kind))];
    }

    private static DocumentDetails Details(DocumentKind kind) =>
        DetailsReader.Read("""{"agency": "ỦY BAN NHÂN DÂN QUẬN BA ĐÌNH", "agencyShort": "UBND quận Ba Đình", "number": "15", "date": "2025-04-08"}""", kind, Catalog).Details!;

    /// <summary>An indicator without a standard whose trend and rating stand in groups: shapes that no issued form has yet.</summary>
    private static FormDefinition GroupedChoices()
    {
        FieldDefinition Field(int order, FieldKind kind, string name, string? group, string label, string? unit = null) =>
            new() { Id = $"9-1.{name}", Name = name, Node = "9-1", Kind = kind, Label = label, Unit = unit, Group = group, Required = true, Order = order };
        ImmutableArray<FieldDefinition> fields = [Field(0, FieldKind.Trend, "trend", "Nhóm chọn", "Tăng / Giảm"), Field(1, FieldKind.Rating, "rating", "Nhóm chọn", "Mức"), Field(2, FieldKind.Count, "all", null, "Tổng", "hộ"), Field(3, FieldKind.Percent, "share", null, "%", "%")];
        var indicator = new FormNode { Kind = NodeKind.Indicator, Order = 1, Code = "9-1", Title = "Một chỉ số", Fields = fields };
        var criterion = new FormNode { Kind = NodeKind.Criterion, Order = 0, Code = "9", Title = "Một tiêu chí", Children = [indicator] };
        return FilledForm.Unesco with { Id = "grouped", Roots = [criterion], Nodes = [criterion, indicator], Fields = fields };
    }

    private static XDocument Xml(byte[] docx) => XDocument.Parse(WordReading.Xml(docx), LoadOptions.PreserveWhitespace);

    private static List<XElement> Controls(byte[] docx) => [.. Xml(docx).Descendants(W + "sdt").Where(s => Tag(s).Length > 0 && Tag(s) != "form.annex")]; // the place for a local name of the annex is no entry

    private static string Tag(XElement control) => Property(control, "tag") ?? "";

    private static string? Property(XElement control, string name) => (string?)control.Element(W + "sdtPr")!.Element(W + name)?.Attribute(W + "val");
}
