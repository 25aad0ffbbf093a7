using LearningCity.Docs.OpenXml;
using LearningCity.Docs.Packages;

namespace LearningCity.Docs.Reading;

/// <summary>Notes (ECMA-376 part 1, 18.7) and threaded comments of a sheet. Excel keeps a copy of a thread as a note, for programs that know notes alone.</summary>
internal static class SheetComments
{
    /// <exception cref="System.Xml.XmlException">A part that is not well-formed.</exception>
    public static void Read(SafePackage package, string sheet, LetterCount letters, Dictionary<(int Row, int Column), string> comments)
    {
        var threads = new Dictionary<(int Row, int Column), string>();
        foreach (var relationship in package.Relationships(sheet))
        {
            if (relationship is { IsExternal: false, Kind: "comments" }) { Collect(package, relationship.Target, "comment", letters, comments); }
            if (relationship is { IsExternal: false, Kind: "threadedComment" }) { Collect(package, relationship.Target, "threadedComment", letters, threads); }
        }
        foreach (var (place, text) in threads) { comments[place] = text; }
    }

    private static void Collect(SafePackage package, string part, string element, LetterCount letters, Dictionary<(int Row, int Column), string> comments)
    {
        if (package.OpenXml(part) is not { } xml) { return; }
        using (xml)
        {
            CellReference? at = null;
            while (xml.Read())
            {
                if (xml.NodeType is not System.Xml.XmlNodeType.Element) { continue; }
                if (xml.LocalName == element) { at = CellReference.TryParse(xml.GetAttribute("ref"), out var reference) ? reference : null; }
                if (xml.LocalName != "text" || at is not { } cell || xml.IsEmptyElement) { continue; }
                var text = element == "comment" ? RichText.Read(xml).Text : xml.ReadElementContentAsString();
                letters.Add(text.Length);
                var place = (cell.Row, cell.Column);
                comments[place] = comments.TryGetValue(place, out var before) ? $"{before}\n{text}" : text;
            }
        }
    }
}
