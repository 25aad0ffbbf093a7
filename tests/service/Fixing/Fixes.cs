using System.IO.Compression;
using System.Text;
using System.Xml.Linq;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using LearningCity.Docs.Fixing;
using LearningCity.Docs.Reading;
using LearningCity.Docs.Tests.Support;

namespace LearningCity.Docs.Tests.Fixing;

/// <summary>A file → the corrected one, and what must hold of every correction.</summary>
internal static class Fixes
{
    private static readonly FormPipeline Pipeline = new(SampleForms.Official);
    private static readonly DateOnly Today = new(2025, 4, 8);

    public static FixResult.Fixed Fix(byte[] file) => Pipeline.Fix(file, Today).ShouldBeOfType<FixResult.Fixed>();

    private const string Styles = "xl/styles.xml";

    /// <summary>
    /// Only the parts named change, and a workbook's styles where some are added; every correction that was offered is made and none is left; entries mean the same; a
    /// second time changes nothing.
    /// </summary>
    public static byte[] FixSafely(byte[] file, params string[] changedParts)
    {
        var before = Checked(file);
        var done = Fix(file);
        var after = done.File.ToArray();
        ChangedParts(file, after).Where(p => p != Styles).ShouldBe(changedParts, ignoreOrder: true);
        if (ChangedParts(file, after).Contains(Styles)) { ShouldOnlyBeAdded(XDocument.Parse(Part(file, Styles)), XDocument.Parse(Part(after, Styles))); }
        before.SelectMany(f => f.Findings).Where(f => f.Fix is not null).Select(f => f.Location).Except(done.Corrections.Select(c => c.Finding.Location)).ShouldBeEmpty();
        var again = Checked(after);
        again.SelectMany(f => f.Findings).Where(f => f.Fix is not null).Select(f => $"{f.Code} {f.Entry} <{f.Value}> → <{f.Fix!.Value}>").ShouldBeEmpty();
        again.Length.ShouldBe(before.Length);
        for (var i = 0; i < before.Length; i++)
        {
            foreach (var (x, y) in before[i].Entries.Entries.Zip(again[i].Entries.Entries)) { Meaning(y, done).ShouldBe(Meaning(x, done), x.Id); }
        }
        Fix(after).File.ToArray().ShouldBe(after);
        Faults(after).Except(Faults(file)).ShouldBeEmpty();
        return after;
    }

    /// <summary>New styles stand behind the old ones, which keep their numbers.</summary>
    private static void ShouldOnlyBeAdded(XDocument before, XDocument after)
    {
        string[] lists = ["numFmts", "fonts", "cellXfs"];
        foreach (var list in lists)
        {
            var old = before.Root!.Elements().Where(e => e.Name.LocalName == list).Elements().ToList();
            var now = after.Root!.Elements().SingleOrDefault(e => e.Name.LocalName == list);
            (now?.Elements() ?? []).Take(old.Count).ShouldBe(old, new XNodeEqualityComparer());
            if (now?.Attribute("count") is { } count) { ((int)count).ShouldBe(now.Elements().Count()); }
        }
        after.Root!.Elements().Where(e => !lists.Contains(e.Name.LocalName)).ShouldBe(before.Root!.Elements().Where(e => !lists.Contains(e.Name.LocalName)), new XNodeEqualityComparer());
    }

    public static ImmutableArray<FormCheck> Checked(byte[] file) => Pipeline.Check(file, Today).ShouldBeOfType<CheckResult.Checked>().Forms;

    private static EntryValue Meaning(Entry entry, FixResult.Fixed done) => entry.Value switch
    {
        // A summary's letters may be corrected: what it says is then what the correction says.
        EntryValue.Text text => new EntryValue.Text(done.Corrections.LastOrDefault(c => c.Finding.Entry == entry.Id || c.Finding.Location == entry.Location)?.After ?? text.Value),
        EntryValue.Unreadable unreadable => unreadable with { Raw = "" },
        var value => value,
    };

    public static ImmutableArray<string> ChangedParts(byte[] before, byte[] after)
    {
        var (x, y) = (Parts(before), Parts(after));
        y.Keys.ShouldBe(x.Keys);
        return [.. x.Where(p => !p.Value.AsSpan().SequenceEqual(y[p.Key])).Select(p => p.Key)];
    }

    public static Dictionary<string, byte[]> Parts(byte[] file)
    {
        using var zip = new ZipArchive(new MemoryStream(file));
        return zip.Entries.ToDictionary(e => e.FullName, e =>
        {
            using var content = e.Open();
            var copy = new MemoryStream();
            content.CopyTo(copy);
            return copy.ToArray();
        });
    }

    public static string Part(byte[] file, string name) => Encoding.UTF8.GetString(Parts(file)[name]);

    private static IEnumerable<string> Faults(byte[] file)
    {
        var isWord = Parts(file).ContainsKey("word/document.xml");
        using OpenXmlPackage package = isWord ? WordprocessingDocument.Open(new MemoryStream(file), false) : SpreadsheetDocument.Open(new MemoryStream(file), false);
        return [.. new OpenXmlValidator(FileFormatVersions.Office2019).Validate(package).Select(e => $"{e.Part?.Uri} {e.Description}").Distinct()];
    }
}
