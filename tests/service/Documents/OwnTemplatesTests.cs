using LearningCity.Docs.Documents;
using LearningCity.Docs.Tests.Support;
using static LearningCity.Docs.Tests.Support.WordBuilder;

namespace LearningCity.Docs.Tests.Documents;

public sealed class OwnTemplatesTests : IDisposable
{
    private static readonly TemplateGuide Guide = new(PaperSamples.Catalog, SampleForms.Official, PaperSamples.Documents);
    private readonly TemplateFolder folder = new();

    public static TheoryData<string> Kinds => [.. PaperSamples.Catalog.Kinds.Select(k => k.Id)];

    public void Dispose() => folder.Dispose();

    [Theory]
    [MemberData(nameof(Kinds))]
    public void ShippedTemplateUnderTheNameOfItsKind_MakesTheSamePaper(string id)
    {
        var kind = PaperSamples.Catalog.Find(id)!;
        folder.Copy(kind.Template, id + ".docx");
        var own = Load();
        own.Templates.ShouldHaveSingleItem().Findings.ShouldBeEmpty();
        own.Strays.ShouldBeEmpty();
        var (form, details) = (PaperSamples.Typical(kind), PaperSamples.Usual(kind));
        Documents(own).Render(kind, form, details).ShouldBe(PaperSamples.Documents.Render(kind, form, details));
    }

    [Fact]
    public void ChangedTemplate_IsUsedForItsKindAlone()
    {
        folder.Copy("to-trinh.docx").Change("to-trinh.docx", "xem xét, quyết định./.", "xem xét, cho ý kiến./.");
        var documents = Documents(Load());
        Text(documents, "to-trinh").ShouldContain("xem xét, cho ý kiến./.");
        Text(documents, "bao-cao").ShouldBe(Text(PaperSamples.Documents, "bao-cao"));
    }

    /// <summary>The official form stays as it was issued: what is the agency's own is the paper that goes with it.</summary>
    [Fact]
    public void OwnAnnex_LeavesTheBlankForm()
    {
        folder.Copy("bieu-ket-qua.docx", "phu-luc-iiib.docx").Change("phu-luc-iiib.docx", "{{kem_theo}}", "{{kem_theo}} (của quận)");
        var documents = Documents(Load());
        Text(documents, "phu-luc-iiib").ShouldContain("(của quận)");
        documents.Blank(SampleForms.Form("phu-luc-iiib")).ShouldBe(PaperSamples.Documents.Blank(SampleForms.Form("phu-luc-iiib")));
    }

    [Fact]
    public void FaultyTemplate_IsDefectiveWithEveryFaultAndItsPlace()
    {
        folder.Write("to-trinh.docx", new WordBuilder(P("{{co_quan.tem}}"), P("{{so | hao}}")).Build()).Copy("bao-cao.docx");
        var own = Load();
        var template = own.Find(Kind("to-trinh")).ShouldNotBeNull();
        template.IsDefective.ShouldBeTrue();
        template.Findings.Select(f => $"{f.Location.Text(LanguageTable.Vietnamese)} {f.Code}").ShouldBe(["Nội dung, đoạn 1 LC9014", "Nội dung, đoạn 2 LC9005"]);
        own.Defective(PaperSamples.Catalog.Kinds).ShouldBe([template]);
        own.Find(Kind("bao-cao")).ShouldNotBeNull().IsDefective.ShouldBeFalse();
        own.Find(Kind("bien-ban")).ShouldBeNull();
    }

    [Fact]
    public void WarningAlone_DisablesNothing()
    {
        folder.Write("to-trinh.docx", new WordBuilder(P("{{địa_danh}}")).Build());
        var template = Load().Templates.ShouldHaveSingleItem();
        template.Findings.ShouldHaveSingleItem().Code.ShouldBe("LC9015");
        template.IsDefective.ShouldBeFalse();
    }

    [Fact]
    public void FileThatIsNoDocument_IsDefective()
    {
        folder.Write("to-trinh.docx", "%PDF-1.7"u8.ToArray());
        var finding = Load().Templates.ShouldHaveSingleItem().Findings.ShouldHaveSingleItem();
        (finding.Code, finding.Location).ShouldBe(("LC9001", Location.File));
    }

    [Fact]
    public void FolderInThePlaceOfAFile_IsDefective()
    {
        Directory.CreateDirectory(folder.File("to-trinh.docx"));
        var finding = Load().Templates.ShouldHaveSingleItem().Findings.ShouldHaveSingleItem();
        (finding.Code, finding.Location).ShouldBe(("LC1000", Location.File));
    }

    /// <summary>No tag is at fault, but the form's scale cannot be drawn into a table that has lost its grid.</summary>
    [Fact]
    public void TableThatTheFormCannotBeDrawnInto_IsDefective()
    {
        folder.Copy("bieu-so-lieu.docx", "phan-cong.docx").Change("phan-cong.docx", "<w:gridCol ", "<w:other ");
        folder.Copy("bieu-ket-qua.docx", "phu-luc-iiib.docx").Change("phu-luc-iiib.docx", "<w:body>", "<w:body><w:p><w:r><w:t>Mẫu của quận</w:t></w:r></w:p>");
        var own = Load();
        var finding = own.Find(Kind("phan-cong")).ShouldNotBeNull().Findings.ShouldHaveSingleItem();
        (finding.Code, finding.Location).ShouldBe(("LC9025", Location.File));
        own.Find(Kind("phu-luc-iiib")).ShouldNotBeNull().Findings.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("to-trnh.docx", "to-trinh.docx")]
    [InlineData("tờ-trình.docx", "to-trinh.docx")]
    [InlineData("to-trinh.doc", "to-trinh.docx")]
    [InlineData("bieu-so-lieu.docx", "phan-cong.docx")]
    [InlineData("ghi-chu.txt", null)]
    public void FileOfNoKind_IsToldWithWhatWasMeant(string name, string? meant)
    {
        folder.Write(name, [1]).Copy("to-trinh.docx");
        var own = Load();
        var stray = own.Strays.ShouldHaveSingleItem();
        stray.Path.ShouldBe(folder.File(name));
        LanguageTable.Vietnamese.Render(stray.Meant).ShouldBe(meant is null ? "" : $" Ý bạn là «{meant}»?");
        own.Templates.ShouldHaveSingleItem().Kind.Id.ShouldBe("to-trinh");
    }

    [Fact]
    public void WhatTheSystemLeaves_IsPassedOver()
    {
        folder.Write("~$to-trinh.docx", [1]);
        if (!OperatingSystem.IsWindows()) { folder.Write(".DS_Store", [1]); }
        var own = Load();
        own.Templates.ShouldBeEmpty();
        own.Strays.ShouldBeEmpty();
    }

    [Fact]
    public void NameInLargeLetters_IsTheKinds()
    {
        folder.Copy("to-trinh.docx", "To-Trinh.DOCX");
        Load().Templates.ShouldHaveSingleItem().File.ShouldBe("To-Trinh.DOCX");
    }

    private static DocumentKind Kind(string id) => PaperSamples.Catalog.Find(id)!;

    private OwnTemplates Load() => OwnTemplates.Load(folder.Path, PaperSamples.Catalog, Guide);

    private static FormDocuments Documents(OwnTemplates own) => new(PaperSamples.Folder, PaperSamples.Catalog, own);

    private static string Text(FormDocuments documents, string kind) => TemplateFolder.Text(documents.Render(Kind(kind), PaperSamples.Typical(Kind(kind)), PaperSamples.Usual(Kind(kind))));
}
