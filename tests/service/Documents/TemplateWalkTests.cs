using System.Text.RegularExpressions;
using LearningCity.Docs.Tests.Cli;
using LearningCity.Docs.Tests.Support;

namespace LearningCity.Docs.Tests.Documents;

/// <summary>
/// "Một buổi soạn mẫu" in <c>docs/mau-van-ban.md</c>, followed as it is written: files copied, texts changed, commands run, their answers and exit statuses compared word for word.
/// Paths in it are seen from the author's folder; the data folder is called <c>du-lieu</c>.
/// </summary>
public sealed partial class TemplateWalkTests : IDisposable
{
    private const string DataFolder = "du-lieu";
    private static readonly Lazy<Desk> Desk = new(() => TestDesk.Open());
    private readonly DirectoryInfo home = Directory.CreateTempSubdirectory("lc-soạn-mẫu-");

    public void Dispose() => home.Delete(recursive: true);

    [Fact]
    public async Task Walk_GoesAsItIsWritten()
    {
        await File.WriteAllBytesAsync(At("bieu.xlsx"), TestDesk.Right());
        await File.WriteAllTextAsync(At("thong-tin.json"), PaperSamples.Json(PaperSamples.Catalog.Find("to-trinh")!));
        var done = new List<string>();
        string? said = null;
        foreach (var line in Lines())
        {
            if (said is not null && !line.StartsWith("```", StringComparison.Ordinal) && !line.StartsWith("$ ", StringComparison.Ordinal))
            {
                said.ShouldStartWith(line + "\n");
                said = said[(line.Length + 1)..];
                continue;
            }
            if (said is not null) { said.ShouldBeEmpty(); }
            said = null;
            if (Command().Match(line) is { Success: true } command) { said = await Run(command.Groups[1].Value, int.Parse(command.Groups[2].Value, System.Globalization.CultureInfo.InvariantCulture)); done.Add("command"); }
            if (ShippedCopy().Match(line) is { Success: true } shipped) { Copy(Repository.Path("templates", "documents", shipped.Groups[1].Value), shipped.Groups[2].Value); done.Add("copy"); }
            if (DataCopy().Match(line) is { Success: true } own) { Copy(At(own.Groups[1].Value), $"{DataFolder}/{own.Groups[2].Value}"); done.Add("copy"); }
            if (Edit().Match(line) is { Success: true } edit) { TemplateFolder.Edit(At(edit.Groups[1].Value), edit.Groups[2].Value, edit.Groups[3].Value); done.Add("edit"); }
            if (Reading().Match(line) is { Success: true } read) { TemplateFolder.Text(await File.ReadAllBytesAsync(At(read.Groups[1].Value))).ShouldContain(read.Groups[2].Value); done.Add("read"); }
        }
        done.CountBy(step => step).ToDictionary().ShouldBe(new Dictionary<string, int> { ["copy"] = 2, ["edit"] = 3, ["command"] = 7, ["read"] = 1 }, ignoreOrder: true);
    }

    private static IEnumerable<string> Lines() => File.ReadLines(Repository.Path("docs", "mau-van-ban.md"))
        .SkipWhile(line => line != "## Một buổi soạn mẫu").Skip(1).TakeWhile(line => !line.StartsWith("## ", StringComparison.Ordinal)).Select(line => line.Trim());

    private async Task<string> Run(string arguments, int exit)
    {
        string[] args = [.. arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(a => a.Contains('.', StringComparison.Ordinal) || a == "mau" ? At(a) : a)];
        var run = await CommandRun.Of(Desk, At(DataFolder), args);
        run.Exit.ShouldBe(exit, run.Words);
        return run.Words.Replace(home.FullName + Path.DirectorySeparatorChar, "", StringComparison.Ordinal).Replace('\\', '/');
    }

    private void Copy(string file, string folder)
    {
        Directory.CreateDirectory(At(folder));
        File.Copy(file, Path.Combine(At(folder), Path.GetFileName(file)));
    }

    private string At(string path) => Path.Combine([home.FullName, .. path.Split('/')]);

    [GeneratedRegex(@"^\$ LearningCity\.Docs (.+?)\s+# mã thoát (\d)$")]
    private static partial Regex Command();

    [GeneratedRegex(@"Chép `([^`]+)` của chương trình .* vào thư mục `([^`]+)`")]
    private static partial Regex ShippedCopy();

    [GeneratedRegex(@"chép `([^`]+)` vào thư mục `([^`]+)` trong thư mục dữ liệu")]
    private static partial Regex DataCopy();

    [GeneratedRegex(@"mở `([^`]+)` bằng Word, thay «([^»]+)» bằng «([^»]+)»")]
    private static partial Regex Edit();

    [GeneratedRegex(@"Mở `([^`]+)`: có câu «([^»]+)»")]
    private static partial Regex Reading();
}
