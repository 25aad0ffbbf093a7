using System.Text.Json;
using LearningCity.Docs.Tests.Documents;
using LearningCity.Docs.Tests.Support;

namespace LearningCity.Docs.Tests.Cli;

/// <summary><c>--templates</c>, and the folder <c>documents</c> in the data folder.</summary>
public sealed class OwnTemplatesTextTests : IDisposable
{
    private static readonly Lazy<Desk> Desk = new(() => TestDesk.Open());
    private readonly TemplateFolder templates = new(), files = new();

    private string Form => files.File("biểu.xlsx");
    private string Details => files.File("thông-tin.json");

    public OwnTemplatesTextTests() => files.Write("biểu.xlsx", TestDesk.Right()).Write("thông-tin.json", System.Text.Encoding.UTF8.GetBytes(PaperSamples.Json(PaperSamples.Catalog.Find("to-trinh")!)));

    public void Dispose()
    {
        templates.Dispose();
        files.Dispose();
    }

    [Fact]
    public async Task OwnTemplate_MakesThePaperAndTheDossier()
    {
        templates.Copy("to-trinh.docx").Change("to-trinh.docx", "xem xét, quyết định./.", "xem xét, cho ý kiến./.");
        var output = files.File("tờ trình.docx");
        (await Run("document", "to-trinh", Form, "-d", Details, "-o", output, "--templates", templates.Path)).Exit.ShouldBe(0);
        TemplateFolder.Text(await File.ReadAllBytesAsync(output)).ShouldContain("xem xét, cho ý kiến./.");
        (await Run("document", "to-trinh", Form, "-d", Details, "-o", output)).Exit.ShouldBe(0);
        TemplateFolder.Text(await File.ReadAllBytesAsync(output)).ShouldContain("xem xét, quyết định./.");
        (await Run("dossier", Form, "-d", Details, "-o", files.File("hồ sơ.zip"), "--templates", templates.Path)).Exit.ShouldBe(0);
    }

    [Fact]
    public async Task DefectiveTemplate_DisablesItsKindAndTheDossierWithEveryFault()
    {
        templates.Copy("to-trinh.docx").Change("to-trinh.docx", "{{nguoi_ky.ho_ten}}", "{{nguoi_ky.ho_tem}}");
        var output = files.File("ra.docx");
        foreach (var command in new string[][] { ["document", "to-trinh", Form], ["dossier", Form] })
        {
            var run = await Run([.. command, "-d", Details, "-o", output, "--templates", templates.Path]);
            run.Exit.ShouldBe(1);
            run.Words.ShouldStartWith($"{templates.File("to-trinh.docx")}: Nội dung, bảng 2, hàng 1, cột 2, đoạn 8: lỗi LC9014: ");
            run.Words.ShouldContain("Ý bạn là «ho_ten»?");
            run.Words.ShouldContain("mẫu riêng của cơ quan có lỗi: to-trinh.docx (1 lỗi).");
            File.Exists(output).ShouldBeFalse();
        }
        (await Run("document", "bien-ban", Form, "-d", Details, "-o", output, "--templates", templates.Path)).Exit.ShouldBe(0);
    }

    [Fact]
    public async Task WarningOfATemplate_IsToldAndThePaperMade()
    {
        templates.Copy("to-trinh.docx").Change("to-trinh.docx", "{{nguoi_ky.ho_ten}}", "{{người_ký.họ_tên}}");
        var run = await Run("document", "to-trinh", Form, "-d", Details, "-o", files.File("ra.docx"), "--templates", templates.Path);
        run.Exit.ShouldBe(0);
        run.Words.ShouldStartWith($"{templates.File("to-trinh.docx")}: Nội dung, bảng 2, hàng 1, cột 2, đoạn 8: cảnh báo LC9015: ");
    }

    /// <summary>A text is no number: only the values show it, and then it is the template's fault and no fault of the program.</summary>
    [Fact]
    public async Task FaultThatOnlyTheValuesShow_IsToldAsTheTemplates()
    {
        templates.Copy("to-trinh.docx").Change("to-trinh.docx", "{{nguoi_ky.ho_ten}}", "{{nguoi_ky.ho_ten | so}}");
        foreach (var command in new string[][] { ["document", "to-trinh", Form], ["dossier", Form] })
        {
            var run = await Run([.. command, "-d", Details, "-o", files.File("ra.docx"), "--templates", templates.Path]);
            run.Exit.ShouldBe(1);
            run.Words.ShouldStartWith($"{templates.File("to-trinh.docx")}: ");
            run.Words.ShouldContain("lỗi LC9019");
        }
    }

    [Fact]
    public async Task Serve_TellsEveryTemplateAndStrangerAndRuns()
    {
        templates.Copy("bao-cao.docx").Copy("to-trinh.docx").Copy("bien-ban.docx", "bien-bam.docx").Change("to-trinh.docx", "{{nguoi_ky.ho_ten}}", "{{nguoi_ky.ho_tem}}");
        var run = await Run("serve", "--templates", templates.Path);
        (run.Exit, run.Served).ShouldBe((0, "default"));
        var lines = run.Words.TrimEnd().Split('\n');
        lines.Length.ShouldBe(4);
        lines[0].ShouldStartWith($"{templates.File("to-trinh.docx")}: Nội dung, bảng 2, hàng 1, cột 2, đoạn 8: lỗi LC9014: ");
        lines[1].ShouldStartWith($"{templates.File("to-trinh.docx")}: mẫu riêng có 1 lỗi nên chưa lập được loại văn bản to-trinh.");
        lines[2].ShouldBe($"{templates.File("bao-cao.docx")}: loại văn bản bao-cao được lập theo mẫu riêng này.");
        lines[3].ShouldStartWith($"{templates.File("bien-bam.docx")}: tên tệp không phải của loại văn bản nào");
        lines[3].ShouldEndWith("Ý bạn là «bien-ban.docx»?");
    }

    [Fact]
    public async Task FolderInTheDataFolder_IsUsedUnasked()
    {
        var data = TestFolders.New();
        Directory.CreateDirectory(Path.Combine(data, "documents"));
        templates.Copy("to-trinh.docx").Change("to-trinh.docx", "xem xét, quyết định./.", "xem xét, cho ý kiến./.");
        File.Copy(templates.File("to-trinh.docx"), Path.Combine(data, "documents", "to-trinh.docx"));
        var output = files.File("ra.docx");
        (await CommandRun.Of(Desk, data, ["document", "to-trinh", Form, "-d", Details, "-o", output])).Exit.ShouldBe(0);
        TemplateFolder.Text(await File.ReadAllBytesAsync(output)).ShouldContain("xem xét, cho ý kiến./.");
        (await CommandRun.Of(Desk, data, ["serve"])).Words.ShouldContain("loại văn bản to-trinh được lập theo mẫu riêng này.");
    }

    /// <summary>A verb that only makes files leaves none in the data folder.</summary>
    [Fact]
    public async Task DataFolderThatIsMissing_IsNotMade()
    {
        var data = TestFolders.New();
        (await CommandRun.Of(Desk, data, ["document", "to-trinh", Form, "-d", Details, "-o", files.File("ra.docx")])).Exit.ShouldBe(0);
        Directory.Exists(data).ShouldBeFalse();
    }

    [Theory]
    [InlineData("serve")]
    [InlineData("documents")]
    [InlineData("document", "to-trinh", "a.xlsx", "-d", "b.json", "-o", "c.docx")]
    [InlineData("dossier", "a.xlsx", "-d", "b.json", "-o", "c.zip")]
    public async Task FolderThatDoesNotExist_Exits2(params string[] command)
    {
        var run = await Run([.. command, "--templates", templates.File("mất")]);
        (run.Exit, run.Data, run.Served).ShouldBe((2, "", null));
        run.Words.ShouldBe($"Không có thư mục mẫu “{templates.File("mất")}”. Hãy kiểm tra lại đường dẫn ghi sau --templates.\n");
    }

    [Fact]
    public async Task Json_TellsWhichAreOwnAndWhichAreDisabled()
    {
        templates.Copy("bao-cao.docx").Copy("to-trinh.docx").Change("to-trinh.docx", "{{nguoi_ky.ho_ten}}", "{{nguoi_ky.ho_tem}}");
        var run = await Run("documents", "--json", "--templates", templates.Path);
        run.Exit.ShouldBe(0);
        var kinds = JsonDocument.Parse(run.Data).RootElement.EnumerateArray().ToDictionary(k => k.GetProperty("id").GetString()!);
        kinds.Values.Where(k => k.GetProperty("ownTemplate").GetBoolean()).Select(k => k.GetProperty("id").GetString()).ShouldBe(["to-trinh", "bao-cao"]);
        kinds.Values.Where(k => k.GetProperty("disabled").ValueKind is not JsonValueKind.Null).Select(k => k.GetProperty("id").GetString()).ShouldBe(["to-trinh"]);
        kinds["to-trinh"].GetProperty("disabled").GetString().ShouldNotBeNull().ShouldContain("to-trinh.docx (1 lỗi)");
        kinds["to-trinh"].GetProperty("templateFindings")[0].GetProperty("location").GetProperty("text").GetString().ShouldBe("Nội dung, bảng 2, hàng 1, cột 2, đoạn 8");
        kinds["bao-cao"].GetProperty("templateFindings").GetArrayLength().ShouldBe(0);
    }

    private static Task<CommandRun> Run(params string[] args) => CommandRun.Of(Desk, args);
}
