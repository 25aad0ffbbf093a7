using System.Xml.Linq;
using static LearningCity.Docs.Templating.WordXml;

namespace LearningCity.Docs.Templating;

/// <summary>
/// Pairs of marks around a range (bookmarks, permissions): kept only when both ends stand in the same block and no repeat copies them, because a bookmark needs both ends and a number and a name of its own
/// (ECMA-376 part 1, 17.13.6). Marks of comments always go: comments are for the template's author.
/// </summary>
internal static class RangeMarks
{
    public static void Settle(XElement root, TagList tags)
    {
        foreach (var comment in root.Descendants().Where(e => e.Name.Namespace == W && e.Name.LocalName is "commentRangeStart" or "commentRangeEnd" or "commentReference").ToList())
        {
            comment.Remove();
        }
        Settle(root, tags, "bookmarkStart", "bookmarkEnd");
        Settle(root, tags, "permStart", "permEnd");
    }

    private static void Settle(XElement root, TagList tags, string start, string end)
    {
        var marks = root.Descendants().Where(e => e.Name == W + start || e.Name == W + end).ToList();
        foreach (var pair in marks.GroupBy(e => (string?)e.Attribute(W + "id")))
        {
            var ends = pair.ToList();
            var whole = ends.Count == 2 && ends[0].Name == W + start && ends[1].Name == W + end;
            if (whole && Blocks(ends[0], tags) is { } blocks && !blocks.Exists(t => tags[t].Kind is TagKind.For) && blocks.SequenceEqual(Blocks(ends[1], tags))) { continue; }
            foreach (var mark in ends) { mark.Remove(); }
        }
    }

    /// <summary>The opening tags of the blocks around an element and, after an <c>else</c> or <c>else if</c>, those tags.</summary>
    private static List<int> Blocks(XElement element, TagList tags)
    {
        var around = new List<int>();
        for (XNode? at = element; at is not null; at = at.Parent)
        {
            var own = new Stack<int>();
            foreach (var boundary in at.NodesBeforeSelf().OfType<XProcessingInstruction>())
            {
                var index = TagOf(boundary);
                if (tags[index].Opens) { own.Push(index); }
                else if (tags[index].Continues) { own.Push(index); }
                else { while (own.TryPop(out var popped) && !tags[popped].Opens) { } }
            }
            around.AddRange(own);
        }
        return around;
    }
}
