using System.Xml;
using LearningCity.Docs.OpenXml;
using LearningCity.Docs.Packages;

namespace LearningCity.Docs.Reading;

/// <summary>The comments of a Word document (ECMA-376 part 1, 17.13.4), by their number: each paragraph on a line of its own.</summary>
internal static class DocumentComments
{
    /// <exception cref="XmlException">A part that is not well-formed.</exception>
    public static Dictionary<string, string> Read(SafePackage package, LetterCount letters)
    {
        var comments = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var relationship in package.Relationships(package.MainPart))
        {
            if (relationship is { IsExternal: false, Kind: "comments" }) { Collect(package, relationship.Target, letters, comments); }
        }
        return comments;
    }

    private static void Collect(SafePackage package, string part, LetterCount letters, Dictionary<string, string> comments)
    {
        if (package.OpenXml(part) is not { } xml) { return; }
        using (xml)
        {
            string? id = null;
            var text = new System.Text.StringBuilder();
            while (!xml.EOF)
            {
                if (xml.NodeType is not XmlNodeType.Element) { xml.Read(); continue; }
                switch (xml.LocalName)
                {
                    case "comment":
                        Keep();
                        id = xml.Value("id");
                        xml.Read();
                        break;
                    case "p" or "br" or "cr":
                        if (text.Length > 0) { text.Append('\n'); }
                        xml.Read();
                        break;
                    case "del" or "moveFrom": xml.Skip(); break;
                    case "t":
                        var words = xml.ReadElementContentAsString();
                        letters.Add(words.Length);
                        text.Append(words);
                        break;
                    default: xml.Read(); break;
                }
            }
            Keep();

            void Keep()
            {
                if (id is not null && text.Length > 0) { comments.TryAdd(id, text.ToString()); }
                text.Clear();
            }
        }
    }
}
