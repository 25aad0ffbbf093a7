using System.IO.Compression;
using System.Text.Json;
using LearningCity.Docs.Pdf;
using LearningCity.Docs.Tests.Documents;
using LearningCity.Docs.Tests.Pdf;
using LearningCity.Docs.Tests.Support;

namespace LearningCity.Docs.Tests.Cli;

/// <summary><c>lint</c>, <c>dossier</c> and <c>document --pdf</c>.</summary>
public sealed class PaperVerbsTests : IDisposable
{
    private static readonly Lazy<Desk> Desk = new(() => TestDesk.Open());
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("learningcity-cli-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task FinalPaperOverContradictions_NeedsAReason()
    {
        var (form, details) = (Repository.Path("tests", "fixtures", "cases", "day", "alldat.xlsx"), Save("details.json", System.Text.Encoding.UTF8.GetBytes(TestDesk.Details)));
        var output = System.IO.Path.Combine(folder.FullName, "phu-luc.docx");
        var refused = await Run("document", "phu-luc-iiib", form, "-d", details, "-o", output);
        refused.Exit.ShouldBe(1);
        refused.Words.ShouldContain("LC3203");
        refused.Words.ShouldContain("LC3202");
        refused.Words.ShouldContain("còn 2 chỗ mâu thuẫn với số liệu (Phụ lục IIIb!C20; Phụ lục IIIb!C21)");
        refused.Words.ShouldContain("--acknowledge");
        File.Exists(output).ShouldBeFalse();
        (await Run("document", "phu-luc-iiib", form, "-d", details, "-o", output, "--acknowledge", " ")).Exit.ShouldBe(1);
        (await Run("document", "phu-luc-iiib", form, "-d", details, "-o", output, "--acknowledge", new string('x', 1001))).Exit.ShouldBe(2);
        File.Exists(output).ShouldBeFalse();
        (await Run("document", "phu-luc-iiib", form, "-d", details, "-o", output, "--draft")).Exit.ShouldBe(0);
        File.Delete(output);
        (await Run("document", "phu-luc-iiib", form, "-d", details, "-o", output, "--acknowledge", "Số liệu đã rà soát")).Exit.ShouldBe(0);
        File.Exists(output).ShouldBeTrue();
    }

    [Fact]
    public async Task DossierOverContradictions_NeedsAReason()
    {
        var details = Save("details.json", System.Text.Encoding.UTF8.GetBytes(PaperSamples.Json(PaperSamples.DossierOf("phu-luc-iiib")[0])));
        var (form, output) = (Repository.Path("tests", "fixtures", "cases", "day", "alldat.xlsx"), System.IO.Path.Combine(folder.FullName, "ho-so.zip"));
        (await Run("dossier", form, "-d", details, "-o", output)).Exit.ShouldBe(1);
        File.Exists(output).ShouldBeFalse();
        (await Run("dossier", form, "-d", details, "-o", output, "--acknowledge", "Số liệu đã rà soát")).Exit.ShouldBe(0);
        File.Exists(output).ShouldBeTrue();
    }

    [Fact]
    public async Task Check_SaysWhatIsLeftToDo()
    {
        var contradicted = await Run("check", Repository.Path("tests", "fixtures", "cases", "day", "alldat.xlsx"));
        contradicted.Words.ShouldContain("Kết quả: Đạt theo tự đánh giá, còn 2 chỗ mâu thuẫn với số liệu (Phụ lục IIIb!");
        contradicted.Words.ShouldContain("Còn 2 chỗ phải xử lý.");
        var right = await Run("check", Save("đúng.xlsx", TestDesk.Right()));
        right.Words.ShouldContain("Không phát hiện lỗi nào.");
        right.Words.ShouldNotContain("phải xử lý");
    }

    [Fact]
    public async Task Lint_OfARightPaper_Exits0()
    {
        var run = await Run("lint", Save("kế hoạch.docx", OfficialPaper.Plan().Bytes()));
        run.Exit.ShouldBe(0);
        run.Data.ShouldBeEmpty();
        run.Words.ShouldContain("kế hoạch.docx: thể thức theo Nghị định 30/2020/NĐ-CP");
        run.Words.TrimEnd().ShouldEndWith("Tổng cộng: 0 lỗi, 0 cảnh báo, 0 lưu ý.");
    }

    [Fact]
    public async Task Lint_OfAWrongPaper_Exits1AndNamesThePlace()
    {
        var run = await Run("lint", Save("kế hoạch.docx", Wrong()));
        run.Exit.ShouldBe(1);
        run.Words.ShouldContain(": lỗi LC5");
    }

    [Fact]
    public async Task LintJson_IsAnArrayOfFindingsAndNothingElse()
    {
        var run = await Run("lint", "--json", Save("kế hoạch.docx", Wrong()));
        run.Exit.ShouldBe(1);
        run.Words.ShouldBeEmpty();
        var finding = JsonDocument.Parse(run.Data).RootElement.EnumerateArray().First(f => f.GetProperty("severity").GetString() == "error");
        finding.GetProperty("code").GetString().ShouldStartWith("LC5");
        finding.GetProperty("location").GetProperty("text").GetString().ShouldNotBeNullOrEmpty();
        JsonDocument.Parse((await Run("lint", "--json", Save("đúng.docx", OfficialPaper.Plan().Bytes()))).Data).RootElement.GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task Lint_OfAWorkbook_Exits2()
    {
        var path = Save("biểu.xlsx", TestDesk.Right());
        var run = await Run("lint", path);
        run.Exit.ShouldBe(2);
        run.Words.ShouldContain("LC1018");
        var json = await Run("lint", path, "--json");
        json.Exit.ShouldBe(2);
        JsonDocument.Parse(json.Data).RootElement.EnumerateArray().Single().GetProperty("code").GetString().ShouldBe("LC1018");
    }

    [Fact]
    public async Task Lint_OfAFileThatIsNotThere_Exits2() => (await Run("lint", Path.Combine(folder.FullName, "mất.docx"))).Words.ShouldContain("LC1000");

    [Fact]
    public async Task Dossier_IsAZipWithTheUsersOwnFormAndTheSums()
    {
        var output = Path.Combine(folder.FullName, "hồ sơ.zip");
        var run = await Run("dossier", Save("biểu.xlsx", TestDesk.Right()), "-d", Details(), "-o", output);
        run.Exit.ShouldBe(0, run.Words);
        using var zip = ZipFile.OpenRead(output);
        zip.Entries.Select(e => e.Name).ShouldBe(["01-to-trinh.docx", "02-bao-cao.docx", "03-phu-luc-iiib.docx", "04-bien-ban.docx", "bieu-da-dien.xlsx", "SHA256SUMS.txt"]);
        using var own = new MemoryStream();
        zip.GetEntry("bieu-da-dien.xlsx")!.Open().CopyTo(own);
        own.ToArray().ShouldBe(TestDesk.Right());
    }

    [Fact]
    public async Task Dossier_OfAFormWithErrors_IsMadeOnlyAsADraft()
    {
        var output = Save("hồ sơ.zip", [1, 2, 3]);
        string[] command = ["dossier", Save("biểu.xlsx", TestDesk.Wrong()), "-d", Details(), "-o", output];
        var run = await Run(command);
        run.Exit.ShouldBe(1);
        run.Words.ShouldContain("LC2203");
        File.ReadAllBytes(output).ShouldBe([1, 2, 3]);
        (await Run([.. command, "--draft"])).Exit.ShouldBe(0);
        new FileInfo(output).Length.ShouldBeGreaterThan(3);
    }

    [Fact]
    public async Task Dossier_OfAFileThatIsNoForm_Exits2() =>
        (await Run("dossier", Save("biểu.xlsx", [1, 2, 3]), "-d", Details(), "-o", Path.Combine(folder.FullName, "a.zip"))).Exit.ShouldBe(2);

    [LibreOffice.Fact]
    public async Task Pdf_StandsBesideTheWordFile()
    {
        (await Document("tờ trình.docx", Desk)).Exit.ShouldBe(0);
        File.ReadAllText(Path.Combine(folder.FullName, "tờ trình.pdf"), System.Text.Encoding.Latin1).ShouldStartWith("%PDF-");
        new FileInfo(Path.Combine(folder.FullName, "tờ trình.docx")).Length.ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task NameInPdf_AsksForThePdfAlone()
    {
        var run = await Document("tờ trình.pdf", With("whole"));
        run.Exit.ShouldBe(0);
        run.Words.ShouldNotContain("Cảnh báo"); // in Times New Roman, as it should be
        folder.GetFiles("tờ trình.*").Select(f => f.Name).ShouldBe(["tờ trình.pdf"]);
    }

    [Fact]
    public async Task OtherFont_IsAWarning()
    {
        var run = await Document("tờ trình.docx", With("other-font"));
        run.Exit.ShouldBe(0);
        run.Data.ShouldBeEmpty();
        run.Words.ShouldContain("không có phông Times New Roman; bản PDF dùng LiberationSerif");
    }

    [Fact]
    public async Task WithoutLibreOffice_TheWordFileIsMadeAndTheExitIs2()
    {
        var pdf = Save("tờ trình.pdf", [1, 2, 3]);
        var run = await Document("tờ trình.docx", With("not there"));
        run.Exit.ShouldBe(2);
        run.Words.ShouldContain("LibreOffice");
        new FileInfo(Path.Combine(folder.FullName, "tờ trình.docx")).Length.ShouldBeGreaterThan(0);
        File.ReadAllBytes(pdf).ShouldBe([1, 2, 3]);
    }

    [Fact]
    public async Task DossierWithPdf_HasEachPaperTwice()
    {
        var run = await DossierWithPdf(With("other-font"));
        run.Exit.ShouldBe(0, run.Words);
        run.Words.ShouldContain("không có phông Times New Roman; bản PDF dùng LiberationSerif");
        Papers().ShouldBe(["01-to-trinh.docx", "01-to-trinh.pdf", "02-bao-cao.docx", "02-bao-cao.pdf", "03-phu-luc-iiib.docx", "03-phu-luc-iiib.pdf", "04-bien-ban.docx", "04-bien-ban.pdf"]);
    }

    [Fact]
    public async Task DossierWithoutLibreOffice_IsMadeWithoutPdfAndTheExitIs2()
    {
        var run = await DossierWithPdf(With("not there"));
        run.Exit.ShouldBe(2);
        run.Words.ShouldContain("LibreOffice");
        Papers().ShouldBe(["01-to-trinh.docx", "02-bao-cao.docx", "03-phu-luc-iiib.docx", "04-bien-ban.docx"]);
    }

    private Task<CommandRun> DossierWithPdf(Lazy<Desk> desk) => CommandRun.Of(desk, "dossier", Save("biểu.xlsx", TestDesk.Right()), "-d", Details(), "-o", Path.Combine(folder.FullName, "hồ sơ.zip"), "--pdf");

    private List<string> Papers()
    {
        using var zip = ZipFile.OpenRead(Path.Combine(folder.FullName, "hồ sơ.zip"));
        return [.. zip.Entries.Select(e => e.Name).Where(n => char.IsAsciiDigit(n[0]))];
    }

    private static Lazy<Desk> With(string program) => new(() => TestDesk.Open(pdf: new LibreOfficePdf(LibreOfficePdfTests.Program(program))));

    private Task<CommandRun> Document(string output, Lazy<Desk> desk) =>
        CommandRun.Of(desk, "document", "to-trinh", Save("biểu.xlsx", TestDesk.Right()), "-d", Details(), "-o", Path.Combine(folder.FullName, output), "--pdf");

    private static byte[] Wrong() => OfficialPaper.Plan().Text("số", "Số 5/KH-UBND").Bytes();

    private string Details() => Save("details.json", System.Text.Encoding.UTF8.GetBytes(PaperSamples.Json(PaperSamples.DossierOf("phu-luc-iiib")[0])));

    private string Save(string name, byte[] content)
    {
        var path = Path.Combine(folder.FullName, name);
        File.WriteAllBytes(path, content);
        return path;
    }

    private static Task<CommandRun> Run(params string[] args) => CommandRun.Of(Desk, args);
}
