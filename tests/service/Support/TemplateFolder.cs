using System.IO.Compression;
using System.Text;

namespace LearningCity.Docs.Tests.Support;

/// <summary>A folder of an agency's own templates, as its author fills it from the shipped ones.</summary>
internal sealed class TemplateFolder : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("lc-mẫu-");

    public string Path => folder.FullName;

    public string File(string name) => System.IO.Path.Combine(Path, name);

    public void Dispose() => folder.Delete(recursive: true);

    /// <summary>A shipped template under a name.</summary>
    public TemplateFolder Copy(string shipped, string? name = null)
    {
        System.IO.File.Copy(Repository.Path("templates", "documents", shipped), File(name ?? shipped));
        return this;
    }

    public TemplateFolder Write(string name, byte[] bytes)
    {
        System.IO.File.WriteAllBytes(File(name), bytes);
        return this;
    }

    /// <summary>As typed in Word: a text of one run.</summary>
    public TemplateFolder Change(string name, string old, string typed)
    {
        Edit(File(name), old, typed);
        return this;
    }

    public static void Edit(string path, string old, string typed)
    {
        using var zip = ZipFile.Open(path, ZipArchiveMode.Update);
        var text = Text(zip);
        text.ShouldContain(old);
        zip.GetEntry("word/document.xml")!.Delete();
        using var writer = new StreamWriter(zip.CreateEntry("word/document.xml").Open(), new UTF8Encoding(false));
        writer.Write(text.Replace(old, typed, StringComparison.Ordinal));
    }

    /// <summary>The XML of a document's main part.</summary>
    public static string Text(byte[] docx)
    {
        using var zip = new ZipArchive(new MemoryStream(docx));
        return Text(zip);
    }

    private static string Text(ZipArchive zip)
    {
        using var reader = new StreamReader(zip.GetEntry("word/document.xml")!.Open());
        return reader.ReadToEnd();
    }
}
