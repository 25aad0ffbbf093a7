using System.Xml;
using LearningCity.Docs.OpenXml;
using LearningCity.Docs.Packages;

namespace LearningCity.Docs.Layout;

/// <summary>A Word document → <see cref="Paper"/>, part by part, forward only.</summary>
internal static class PaperReader
{
    /// <exception cref="XmlException">The main part, a header or a footer is not well-formed.</exception>
    public static Paper Read(SafePackage package)
    {
        var formats = new FormatReader(ThemeFonts.Read(package));
        var styles = WordStyles.Read(package, formats);
        var links = package.Relationships(package.MainPart).Where(r => !r.IsExternal && r.Kind is "header" or "footer").DistinctBy(r => r.Id).ToDictionary(r => r.Id, r => r.Target);
        var lists = ListNumbering.Read(package);
        var looks = WordLookStyles.Read(package);
        var body = Story(package, package.MainPart, looks, formats, styles, lists, links)!;
        var (evenHeaders, tab) = Settings(package);
        return new Paper
        {
            Paragraphs = body.Paragraphs,
            Sections = Inherited(body.Sections),
            Margins = links.Values.Distinct().ToImmutableDictionary(part => part, part => Story(package, part, looks, formats, styles, lists.Anew(), [])?.Paragraphs ?? []),
            Pages = Pages(package),
            HasEvenHeaders = evenHeaders,
            TabWidth = tab,
        };
    }

    private static StoryReader? Story(SafePackage package, string part, WordLookStyles looks, FormatReader formats, WordStyles styles, ListNumbering lists, Dictionary<string, string> links)
    {
        using var xml = package.OpenXml(part);
        if (xml is null) { return null; }
        var reader = new StoryReader(part, xml, looks, formats, styles, lists, links);
        reader.Read();
        return reader;
    }

    /// <summary>A header that a section does not name is the one of the section before (17.10.5).</summary>
    private static ImmutableArray<PaperSection> Inherited(ImmutableArray<PaperSection> sections)
    {
        var whole = ImmutableArray.CreateBuilder<PaperSection>();
        foreach (var section in sections) { whole.Add(whole.Count == 0 ? section : section with { Parts = whole[^1].Parts.SetItems(section.Parts) }); }
        return whole.Count == 0 ? [new PaperSection()] : whole.ToImmutable();
    }

    private static (bool EvenHeaders, int Tab) Settings(SafePackage package)
    {
        var (even, tab) = (false, 720);
        if (package.Linked("settings") is not { } part) { return (even, tab); }
        using var xml = package.OpenXml(part);
        try
        {
            while (xml is not null && xml.Read())
            {
                if (xml is { NodeType: XmlNodeType.Element, LocalName: "evenAndOddHeaders" }) { even = xml.IsOn(); }
                else if (xml is { NodeType: XmlNodeType.Element, LocalName: "defaultTabStop" }) { tab = WordXmlReading.Twips(xml.Value()) ?? tab; }
            }
        }
        catch (XmlException) { return (false, 720); }
        return (even, Math.Max(tab, 1));
    }

    private static int? Pages(SafePackage package)
    {
        if (package.Relationships("").FirstOrDefault(r => !r.IsExternal && r.Kind == "extended-properties")?.Target is not { } part) { return null; }
        using var xml = package.OpenXml(part);
        try
        {
            while (xml is not null && xml.Read())
            {
                if (xml is { NodeType: XmlNodeType.Element, LocalName: "Pages" }) { return WordXmlReading.Number(xml.ReadElementContentAsString()); }
            }
        }
        catch (XmlException) { return null; }
        return null;
    }
}
