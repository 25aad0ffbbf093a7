using System.IO.Compression;
using System.Xml;

namespace LearningCity.Docs.Benchmarks;

/// <summary>What the bytes alone cost, with nothing decided about them: no reader can be faster than the first, no filler than the second, on the same libraries.</summary>
internal static class Floor
{
    private static readonly XmlReaderSettings Settings = new() { DtdProcessing = DtdProcessing.Prohibit };

    /// <summary>The form's workbook: every part inflated and every XML node read once.</summary>
    public static Work UnzipAndTokenise(int rows, string folder)
    {
        var bytes = File.ReadAllBytes(Path.Combine(folder, $"form-{rows}.xlsx"));
        return new("floor", "unzip-tokenise", "", rows, () => Tokenise(bytes), _ => [new("in_bytes", bytes.Length)]);
    }

    /// <summary>The annex: all its finished parts deflated at the default level, by ZipArchive.</summary>
    public static Work Zip(int rows, string folder)
    {
        var file = Annex(rows, folder);
        var parts = Parts(File.ReadAllBytes(file));
        return new("floor", "zip", "", rows, () => Deflate(parts),
            answer => [new("of", Path.GetFileName(file)), new("out_bytes", ((byte[])answer).Length), new("xml_bytes", parts.Sum(p => p.Data.Length))]);
    }

    /// <summary>The annex's main part alone, deflated at the default level: what cannot be done before the entries are known.</summary>
    public static Work DeflateDocument(int rows, string folder)
    {
        var document = Parts(File.ReadAllBytes(Annex(rows, folder))).Where(p => p.Name == "word/document.xml").ToImmutableArray();
        return new("floor", "deflate-document", "", rows, () => Deflate(document), answer => [new("xml_bytes", document[0].Data.Length), new("out_bytes", ((byte[])answer).Length)]);
    }

    /// <summary>Ours where it has been written, otherwise docxtemplater's.</summary>
    private static string Annex(int rows, string folder) =>
        Path.Combine(folder, $"out-OurAnnex-{rows}.docx") is var ours && File.Exists(ours) ? ours : Path.Combine(folder, $"out-docxtemplater-{rows}.docx");

    public static int Tokenise(byte[] package)
    {
        var read = 0;
        using var zip = new ZipArchive(new MemoryStream(package));
        foreach (var entry in zip.Entries)
        {
            using var xml = XmlReader.Create(entry.Open(), Settings);
            while (xml.Read()) read += xml.NodeType == XmlNodeType.Text ? xml.Value.Length : 1;
        }
        return read;
    }

    public static byte[] Deflate(ImmutableArray<(string Name, byte[] Data)> parts)
    {
        var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, data) in parts)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(data);
            }
        }
        return bytes.ToArray();
    }

    public static ImmutableArray<(string Name, byte[] Data)> Parts(byte[] package)
    {
        using var zip = new ZipArchive(new MemoryStream(package));
        return [.. zip.Entries.Where(e => e.Length > 0).Select(e =>
        {
            var data = new byte[e.Length];
            using var stream = e.Open();
            stream.ReadExactly(data);
            return (e.FullName, data);
        })];
    }
}
