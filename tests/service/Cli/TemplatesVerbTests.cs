using LearningCity.Docs.Cli;
using LearningCity.Docs.Tests.Support;
using static LearningCity.Docs.Tests.Support.WordBuilder;

namespace LearningCity.Docs.Tests.Cli;

public sealed class TemplatesVerbTests : IDisposable
{
    private static readonly Lazy<Desk> Desk = new(() => TestDesk.Open());
    private readonly string path = Path.GetTempFileName();

    public void Dispose() => File.Delete(path);

    [Fact]
    public async Task RightTemplate_Exits0()
    {
        var run = await Run("check", Repository.Path("templates", "documents", "to-trinh.docx"), "--kind", "to-trinh");
        (run.Exit, run.Data).ShouldBe((0, ""));
        run.Words.TrimEnd().ShouldEndWith("to-trinh.docx: 0 lỗi, 0 cảnh báo.");
    }

    [Fact]
    public async Task FaultyTemplate_Exits1AndSaysEachPlace()
    {
        File.WriteAllBytes(path, new WordBuilder(P("{{co_quan.tem}}"), P("{{if so}}")).Build());
        var run = await Run("check", path, "--kind", "to-trinh");
        run.Exit.ShouldBe(1);
        var lines = run.Words.TrimEnd().Split('\n');
        lines[0].ShouldStartWith($"{path}: Nội dung, đoạn 2: lỗi LC9007: Khối {{{{if so}}}} không được đóng");
        lines[^1].ShouldBe($"{path}: 1 lỗi, 0 cảnh báo.");
    }

    [Fact]
    public async Task WarningsOnly_Exit0()
    {
        File.WriteAllBytes(path, new WordBuilder(P("{{số}}")).Build());
        var run = await Run("check", path);
        run.Exit.ShouldBe(0);
        run.Words.ShouldContain("cảnh báo LC9015");
    }

    [Theory]
    [InlineData("LC9001", "check", "")]
    [InlineData("LC1000", "check", "mất")]
    [InlineData("Không có loại văn bản “gi-day”", "check", "", "--kind", "gi-day")]
    [InlineData("Không có loại văn bản “gi-day”", "names", "gi-day")]
    [InlineData("Lệnh còn thiếu check|names.")]
    [InlineData("templates names --help", "names")]
    public async Task WhatCannotBeUsed_Exits2(string said, params string[] args)
    {
        var run = await Run([.. args.Select(a => a.Length == 0 ? path : a)]);
        run.Exit.ShouldBe(2);
        run.Words.ShouldContain(said);
    }

    [Fact]
    public async Task Names_AreListedWithSamples()
    {
        var run = await Run("names", "to-trinh");
        run.Exit.ShouldBe(0);
        run.Words.ShouldContain("    co_quan.ten (chữ): ỦY BAN NHÂN DÂN QUẬN BA ĐÌNH");
        run.Words.ShouldContain("    danh_gia.tieu_chi (danh sách)");
        run.Words.ShouldContain("{{for x in …}}…{{end}}");
        run.Words.TrimEnd().ShouldEndWith("Định dạng, viết sau tên và dấu | như {{tên | so}}: so, phan_tram, bang_chu, tien_bang_chu, hoa, ngay, noi.");
    }

    private static async Task<(int Exit, string Data, string Words)> Run(params string[] args)
    {
        using StringWriter data = new(), words = new();
        var exit = await CommandLine.RunAsync(["templates", .. args], Desk, new(() => throw new InvalidOperationException("reads settings")), data, words, (_, _, _) => throw new InvalidOperationException("serves"));
        return (exit, data.ToString(), words.ToString());
    }
}
