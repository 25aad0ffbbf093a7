using System.Text.Json;
using LearningCity.Docs.Tests.Support;

namespace LearningCity.Docs.Tests.Cli;

public sealed class CommandLineTests : IDisposable
{
    private static readonly Lazy<Desk> Desk = new(() => TestDesk.Open());
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("learningcity-cli-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task RightForm_Exits0AndSaysItsVerdict()
    {
        var run = await Run("check", Save("đúng.xlsx", TestDesk.Right()));
        run.Exit.ShouldBe(0);
        run.Data.ShouldBeEmpty();
        run.Words.ShouldContain("Phụ lục IIIb");
        run.Words.ShouldContain("Kết quả: Đạt");
        run.Words.TrimEnd().ShouldEndWith("Tổng cộng: 0 lỗi, 0 cảnh báo, 0 lưu ý.\nKhông phát hiện lỗi nào.");
    }

    [Fact]
    public async Task FormWithErrors_Exits1AndListsThemFirst()
    {
        var run = await Run("check", Save("sai.xlsx", TestDesk.Wrong()));
        run.Exit.ShouldBe(1);
        run.Words.ShouldContain("Phụ lục IIIb!D17: lỗi LC2203: “Đạt/Không đạt” ghi cả hai");
        run.Words.IndexOf(": lỗi ", StringComparison.Ordinal).ShouldBeLessThan(run.Words.IndexOf(": cảnh báo ", StringComparison.Ordinal));
        run.Words.LastIndexOf(": lỗi ", StringComparison.Ordinal).ShouldBeLessThan(run.Words.IndexOf(": cảnh báo ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task UnescoForm_NamesWhatEachOfficeHasLeft() =>
        (await Run("check", Save("sai.xlsx", TestDesk.Wrong("unesco-ba-dinh")))).Words.ShouldContain("Phòng Nội vụ: 1 ô (2.3.3-2.value)");

    [Theory]
    [InlineData("không phải biểu mẫu", "LC1001")]
    [InlineData(null, "LC1000")]
    public async Task FileThatIsNoForm_Exits2(string? content, string code)
    {
        var path = Path.Combine(folder.FullName, "tệp.xlsx");
        if (content is not null) { File.WriteAllText(path, content); }
        var run = await Run("check", path);
        run.Exit.ShouldBe(2);
        run.Words.ShouldContain(code);
    }

    [Fact]
    public async Task Json_OfOneFile_IsOneReportAndNothingElse()
    {
        var path = Save("sai.xlsx", TestDesk.Wrong());
        var run = await Run("check", path, "--json");
        run.Exit.ShouldBe(1);
        run.Words.ShouldBeEmpty();
        var report = JsonDocument.Parse(run.Data).RootElement;
        report.ValueKind.ShouldBe(JsonValueKind.Object);
        report.GetProperty("file").GetString().ShouldBe(path);
        report.GetProperty("evaluation").GetProperty("verdict").GetString().ShouldBe("notMet");
        run.Data.ShouldContain("Phụ lục IIIb!D17"); // letters as they are, no escapes
    }

    [Fact]
    public async Task Json_OfSeveralFiles_HoldsAlsoTheUnreadable()
    {
        var run = await Run("check", "--json", Save("đúng.xlsx", TestDesk.Right()), Path.Combine(folder.FullName, "mất.xlsx"), Save("sai.xlsx", TestDesk.Wrong()));
        run.Exit.ShouldBe(2);
        var reports = JsonDocument.Parse(run.Data).RootElement;
        reports.GetArrayLength().ShouldBe(3);
        reports[0].GetProperty("conforms").GetBoolean().ShouldBeTrue();
        reports[1].EnumerateObject().Select(p => p.Name).ShouldBe(["file", "code", "message", "location"]);
        reports[1].GetProperty("code").GetString().ShouldBe("LC1000");
        reports[2].GetProperty("conforms").GetBoolean().ShouldBeFalse();
    }

    [Fact]
    public async Task English_IsSpokenWhenAsked()
    {
        var run = await Run("check", Save("sai.xlsx", TestDesk.Wrong()), "--lang", "en");
        run.Words.ShouldContain("Phụ lục IIIb!D17: error LC2203: ");
        run.Words.TrimEnd().ShouldContain("In all: 3 errors");
    }

    [Theory]
    [InlineData("xlsx")]
    [InlineData("docx")]
    public async Task Blank_WritesAFormThatIsReadBack(string format)
    {
        var output = Path.Combine(folder.FullName, "trống." + format);
        (await Run("blank", "unesco-ba-dinh", "-f", format, "-o", output)).Exit.ShouldBe(0);
        (await Run("check", output)).Exit.ShouldBe(0);
    }

    [Fact]
    public async Task Output_ReplacesAnExistingFileAndLeavesNothingBesideIt()
    {
        var output = Save("trống.xlsx", [1, 2, 3]);
        (await Run("blank", "phu-luc-iiib", "-f", "xlsx", "-o", output)).Exit.ShouldBe(0);
        new FileInfo(output).Length.ShouldBeGreaterThan(3);
        folder.GetFileSystemInfos().Length.ShouldBe(1);
    }

    [Fact]
    public async Task Output_ThatFails_LeavesTheExistingFile()
    {
        var output = Save("cũ.docx", [1, 2, 3]);
        (await Run("document", "phu-luc-iiib", Save("sai.xlsx", TestDesk.Wrong()), "-d", Save("details.json", TestDesk.Details), "-o", output)).Exit.ShouldBe(1);
        File.ReadAllBytes(output).ShouldBe([1, 2, 3]);
    }

    [Theory]
    [InlineData("không có", "trống.xlsx")]
    [InlineData("")]
    public async Task Output_WithoutAPlace_Exits2(params string[] place) =>
        (await Run("blank", "phu-luc-iiib", "-f", "xlsx", "-o", Path.Combine([folder.FullName, .. place]))).Exit.ShouldBe(2);

    [Fact]
    public async Task Fix_ListsWhatItChangedAndExits1WhileErrorsRemain()
    {
        var output = Path.Combine(folder.FullName, "sửa.xlsx");
        var run = await Run("fix", Save("sai.xlsx", TestDesk.Wrong()), "-o", output);
        run.Exit.ShouldBe(1);
        run.Words.ShouldContain("Phụ lục IIIb!D7: LC2202: “dat ” → “Đạt”");
        (await Run("check", output)).Words.ShouldNotContain("Sửa an toàn");
    }

    [Fact]
    public async Task Fix_OfAFileWithoutErrors_Exits0AndKeepsItsBytes()
    {
        var output = Path.Combine(folder.FullName, "sửa.xlsx");
        (await Run("fix", Save("đúng.xlsx", TestDesk.Right()), "-o", output)).Exit.ShouldBe(0);
        File.ReadAllBytes(output).ShouldBe(TestDesk.Right());
    }

    [Fact]
    public async Task Document_FromARightForm_IsReadBack()
    {
        var output = Path.Combine(folder.FullName, "phụ lục.docx");
        (await Run("document", "phu-luc-iiib", Save("đúng.xlsx", TestDesk.Right()), "-d", Save("details.json", "\uFEFF" + TestDesk.Details), "-o", output)).Exit.ShouldBe(0);
        (await Run("check", output)).Words.ShouldContain("Kết quả: Đạt");
    }

    [Fact]
    public async Task Document_FromAFormWithErrors_IsMadeOnlyAsADraft()
    {
        string[] command = ["document", "phu-luc-iiib", Save("sai.xlsx", TestDesk.Wrong()), "-d", Save("details.json", TestDesk.Details), "-o", Path.Combine(folder.FullName, "nháp.docx")];
        var refused = await Run(command);
        refused.Exit.ShouldBe(1);
        refused.Words.ShouldContain("LC2203");
        (await Run([.. command, "--draft"])).Exit.ShouldBe(0);
    }

    [Fact]
    public async Task Document_WithAMistypedDetail_Exits1WithASuggestion()
    {
        var run = await Run("document", "phu-luc-iiib", Save("đúng.xlsx", TestDesk.Right()), "-d", Save("details.json", """{"agncy": "X"}"""), "-o", Path.Combine(folder.FullName, "a.docx"));
        run.Exit.ShouldBe(1);
        run.Words.ShouldContain("LC6001");
        run.Words.ShouldContain("agency");
    }

    [Theory]
    [InlineData("forms", "phu-luc-iiib")]
    [InlineData("documents", "phan-cong")]
    public async Task Lists_AreWordsOrJson(string verb, string id)
    {
        (await Run(verb)).Words.ShouldContain(id);
        var json = await Run(verb, "--json");
        json.Words.ShouldBeEmpty();
        JsonDocument.Parse(json.Data).RootElement.EnumerateArray().Select(e => e.GetProperty("id").GetString()).ShouldContain(id);
    }

    [Theory]
    [InlineData("Không hiểu “chek”. Ý bạn là «check»?", "chek")]
    [InlineData("Lệnh còn thiếu FILE.", "check")]
    [InlineData("Lệnh còn thiếu -o, --output FILE.", "fix", "a.xlsx")]
    [InlineData("Không dùng được “pdf” cho -f, --format; phải là xlsx|docx.", "blank", "phu-luc-iiib", "-f", "pdf", "-o", "a")]
    [InlineData("Sau -o, --output phải có FILE.", "blank", "phu-luc-iiib", "-f", "xlsx", "-o")]
    [InlineData("Không có biểu mẫu “phu-luc-iv”.", "blank", "phu-luc-iv", "-f", "xlsx", "-o", "a")]
    [InlineData("Không có loại văn bản “giay-moi”.", "document", "giay-moi", "a.xlsx", "-d", "d.json", "-o", "a.docx")]
    public async Task WrongCommand_Exits2AndSaysWhatIsWrong(string expected, params string[] args)
    {
        var run = await Run(args);
        run.Exit.ShouldBe(2);
        run.Data.ShouldBeEmpty();
        run.Words.ShouldStartWith(expected);
    }

    [Fact]
    public async Task Help_IsVietnameseAndNamesEveryVerb()
    {
        var run = await Run("--help");
        run.Exit.ShouldBe(0);
        run.Words.ShouldContain("Cách dùng:");
        foreach (var verb in new[] { "serve", "forms", "blank", "check", "fix", "document", "dossier", "documents", "lint", "manifest" }) { run.Words.ShouldContain($"\n  {verb} "); }
        run.Words.ShouldNotContain("Usage");
    }

    [Fact]
    public async Task WithoutAVerb_TheServiceIsStarted()
    {
        (await Run()).Served.ShouldBe("default");
        (await Run("serve", "--urls", "http://127.0.0.1:9")).Served.ShouldBe("http://127.0.0.1:9");
    }

    private string Save(string name, byte[] content)
    {
        var path = Path.Combine(folder.FullName, name);
        File.WriteAllBytes(path, content);
        return path;
    }

    private string Save(string name, string content) => Save(name, System.Text.Encoding.UTF8.GetBytes(content));

    private static Task<CommandRun> Run(params string[] args) => CommandRun.Of(Desk, args);
}
