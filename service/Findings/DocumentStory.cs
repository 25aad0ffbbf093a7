using System.Globalization;
using System.Text.RegularExpressions;

namespace LearningCity.Docs.Findings;

/// <summary>
/// What Word calls a part of its file when it shows it: <c>word/header2.xml</c> is Đầu trang 2. By the names that Word and LibreOffice give to parts; a part of another name keeps it.
/// </summary>
internal static partial class DocumentStory
{
    /// <summary>In the order in which a reader looks for them.</summary>
    private static readonly ImmutableArray<string> Stories = ["document", "header", "footer", "footnotes", "endnotes"];

    /// <summary>Null for a part that is none.</summary>
    public static Sentence? Of(string part)
    {
        if (Name().Match(part) is not { Success: true } name) { return null; }
        var story = name.Groups["story"].Value;
        return name.Groups["number"] is { Success: true } number && story is ("header" or "footer")
            ? new Sentence("location.story.numbered", new Sentence("location.story." + story), int.Parse(number.Value, CultureInfo.InvariantCulture))
            : new Sentence("location.story." + story);
    }

    /// <summary>The body first, then headers, footers and notes, each by its number; what is none of these comes last.</summary>
    public static int Rank(string part)
    {
        const int most = 1_000;
        if (Name().Match(part) is not { Success: true } name) { return Stories.Length * most; }
        var number = name.Groups["number"] is { Success: true } digits ? int.Parse(digits.Value, CultureInfo.InvariantCulture) : 0;
        return Stories.IndexOf(name.Groups["story"].Value) * most + number;
    }

    [GeneratedRegex("^word/(?<story>document|header|footer|footnotes|endnotes)(?<number>[0-9]{1,3})?\\.xml$")]
    private static partial Regex Name();
}
