using System.Security.Cryptography;
using System.Text;
using LearningCity.Docs.Templating;

namespace LearningCity.Docs.Documents;

/// <summary>Hồ sơ, made: the papers in their order and the filled form.</summary>
internal sealed record Dossier(ImmutableArray<PackagePart> Papers, PackagePart Filled, DossierRecord Record)
{
    /// <summary>In the form of <c>sha256sum</c>, so that anyone can check it with what the system has.</summary>
    public const string Manifest = "SHA256SUMS.txt";

    /// <summary>The papers, each followed by its PDF, the filled form, and the manifest of all of them.</summary>
    public ImmutableArray<PackagePart> Files
    {
        get
        {
            ImmutableArray<PackagePart> files = [.. Papers.SelectMany((paper, i) => Pdfs.IsEmpty ? [paper] : new[] { paper, new PackagePart(Path.ChangeExtension(paper.Name, ".pdf"), Pdfs[i]) }), Filled];
            return [.. files, new PackagePart(Manifest, Encoding.UTF8.GetBytes(string.Concat(files.Select(f => $"{Sum(f)}  {f.Name}\n"))))];
        }
    }

    /// <summary>One for each paper, or none.</summary>
    public ImmutableArray<byte[]> Pdfs { get; init; } = [];

    /// <summary>SHA-256, as the manifest writes it.</summary>
    public static string Sum(PackagePart file) => Convert.ToHexStringLower(SHA256.HashData(file.Bytes));

    /// <summary>All files in one zip, its dates fixed.</summary>
    public byte[] Zip()
    {
        using var zip = new ZipWriter();
        foreach (var file in Files) { zip.Add(ZipWriter.Pack(file)); }
        return zip.Finish();
    }
}
