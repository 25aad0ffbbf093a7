using System.IO.Compression;
using System.Xml.Linq;
using LearningCity.Docs.Documents;
using LearningCity.Docs.Fixing;
using LearningCity.Docs.Tests.Support;
using LearningCity.Docs.Writing;

namespace LearningCity.Docs.Tests.Reading;

/// <summary>A damaged or hostile file is refused, no form, or read: there is no fourth outcome.</summary>
public class DamagedFileTests
{
    private static readonly FormPipeline Pipeline = new(SampleForms.Official);
    private static readonly DateOnly Today = new(2025, 4, 8);

    public static TheoryData<string> Samples() => new("iiib.xlsx", "iiib.docx", "unesco.xlsx", "unesco.docx", "foreign:iiib-tracked-libreoffice.docx", "foreign:unesco-moved-libreoffice.xlsx", "foreign:iiib-types-exceljs.xlsx", "foreign:unesco-boxes-docxjs.docx");

    [Theory]
    [MemberData(nameof(Samples))]
    public void AnyBytesChanged_NeverThrow(string sample)
    {
        var file = Sample(sample);
        for (var seed = 0; seed < 60; seed++)
        {
            var random = new Random(seed);
            var damaged = (byte[])file.Clone();
            for (var i = random.Next(1, 20); i > 0; i--) { damaged[random.Next(damaged.Length)] = (byte)random.Next(256); }
            if (random.Next(4) == 0) { damaged = damaged[..random.Next(damaged.Length)]; }
            Survives(damaged, $"{sample}, bytes, seed {seed}");
        }
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void AnyElementsRemovedDoubledOrSwapped_NeverThrow(string sample)
    {
        using var zip = new ZipArchive(new MemoryStream(Sample(sample)));
        var parts = zip.Entries.Select(e =>
        {
            using var content = e.Open();
            var copy = new MemoryStream();
            content.CopyTo(copy);
            return (Name: e.FullName, Bytes: copy.ToArray());
        }).ToList();
        var xml = parts.Where(p => p.Name.EndsWith(".xml", StringComparison.Ordinal) && !p.Name.Contains("theme", StringComparison.Ordinal) && p.Name != "[Content_Types].xml").ToDictionary(p => p.Name, p => XDocument.Load(new MemoryStream(p.Bytes), LoadOptions.PreserveWhitespace));
        var names = xml.Keys.Order(StringComparer.Ordinal).ToList();
        for (var seed = 0; seed < 40; seed++)
        {
            var random = new Random(seed);
            var name = names[random.Next(names.Count)];
            // The parts that hold the table matter most.
            if (random.Next(3) > 0) { name = names.Find(n => n.EndsWith("sheet1.xml", StringComparison.Ordinal) || n.EndsWith("document.xml", StringComparison.Ordinal))!; }
            var changed = new XDocument(xml[name]);
            for (var i = random.Next(1, 12); i > 0; i--) { Mutate(changed, random); }
            var file = ZipBytes.Of(parts.Select(p => new ZipItem(p.Name, p.Name == name ? System.Text.Encoding.UTF8.GetBytes(changed.ToString(SaveOptions.DisableFormatting)) : p.Bytes)));
            Survives(file, $"{sample}, {name}, seed {seed}");
        }
    }

    private static readonly string[] Values = ["", "0", "-1", "1", "99999999999", "4294967296", "1E+28", "#REF!", "A1", "XFD1048576", "A1:XFD1048576", "x", "true", "s", "inlineStr", "b", "e", "d", "2.5", "\u00A0", "Đạt", "continue", "restart"];

    private static void Mutate(XDocument document, Random random)
    {
        var all = document.Root!.DescendantsAndSelf().ToList();
        var element = all[random.Next(all.Count)];
        switch (random.Next(6))
        {
            case 0 when element != document.Root:
                element.Remove();
                break;
            case 1 when element != document.Root:
                element.AddAfterSelf(new XElement(element));
                break;
            case 2 when element != document.Root:
                var other = all[random.Next(all.Count)];
                if (!element.AncestorsAndSelf().Contains(other) && !other.AncestorsAndSelf().Contains(element))
                {
                    element.Remove();
                    other.Add(element);
                }
                break;
            case 3:
                var attributes = element.Attributes().Where(a => !a.IsNamespaceDeclaration && a.Name.Namespace != XNamespace.Xml).ToList();
                if (attributes.Count > 0) { attributes[random.Next(attributes.Count)].Value = Values[random.Next(Values.Length)]; }
                break;
            case 4 when element.FirstNode is XText text:
                text.Value = Values[random.Next(Values.Length)];
                break;
            default:
                element.Attributes().Where(a => !a.IsNamespaceDeclaration && random.Next(2) == 0).Remove();
                break;
        }
    }

    /// <summary>Checks, fixes, and what was fixed is read again.</summary>
    private static void Survives(byte[] file, string which)
    {
        try
        {
            if (Pipeline.Check(file, Today) is CheckResult.Refused refused) { refused.Finding.Message(LanguageTable.Vietnamese).ShouldNotBeEmpty(); }
            if (Pipeline.Fix(file, Today) is FixResult.Fixed { Corrections.Length: > 0 } done) { Pipeline.Check(done.File, Today).ShouldBeOfType<CheckResult.Checked>(); }
        }
        catch (Exception e) { throw new InvalidOperationException(which, e); }
    }

    private static byte[] Sample(string sample)
    {
        if (sample.StartsWith("foreign:", StringComparison.Ordinal)) { return File.ReadAllBytes(Repository.Path("tests", "fixtures", "foreign", sample[8..])); }
        var form = SampleForms.Form(sample.StartsWith("iiib", StringComparison.Ordinal) ? "phu-luc-iiib" : "unesco-ba-dinh");
        var wrong = FormWorkbook.Write(form, SampleValues.Wrong(form.Id));
        if (sample.EndsWith(".xlsx", StringComparison.Ordinal)) { return wrong; }
        var documents = Repository.Path("templates", "documents");
        return new FormDocuments(documents, DocumentCatalog.Load(documents)).Filled(Reads.Form(wrong));
    }
}
