using System.Text.RegularExpressions;

namespace LearningCity.Docs.Templating;

/// <summary>
/// Tags as templates were written before Scriban (<c>{{#each list}}</c>, <c>{{so x}}</c>, <c>{{../x}}</c>, <c>{{@index}}</c>): recognised so that the author is told what to write instead, and paired so that the
/// other tag of a block is not reported for it.
/// </summary>
internal static partial class EarlierSyntax
{
    private static readonly ImmutableArray<string> Blocks = ["each", "if", "unless"];

    /// <summary>How the tag pairs, and the sentence that says what to write; null when the tag is no earlier one.</summary>
    /// <param name="text">Between the braces, without marks and blanks around.</param>
    public static (TagContent Content, Sentence Instead)? Read(string text)
    {
        List<string> words = text.Contains('"', StringComparison.Ordinal) ? [.. Word().Matches(text).Select(m => m.Value)] : [.. text.Split(' ', StringSplitOptions.RemoveEmptyEntries)];
        if (words.Count == 0) { return null; }
        var head = words[0];
        var rest = words.Count > 1 && words[1][0] != '(' ? words[1] : "…";
        if (head == "^" || (head == "else" && words is [_, "unless", ..])) { return (new TagContent(words.Count > 1 ? TagKind.ElseIf : TagKind.Else), words.Count > 1 ? Write("else if !", words[^1]) : Write("else", "")); }
        switch (head[0])
        {
            case '/' when head.Length > 1: return (new TagContent(TagKind.End), Write("end", ""));
            case '^': return (Opening("if"), Write("if !", head[1..]));
            case '&' when head.Length > 1: return (new TagContent(TagKind.Faulty), Write("", head[1..]));
            case '#' when Suggestion.Nearest(head[1..], Blocks) is { } block: return (Opening(block), block switch { "each" => Item($"for muc in {Name(rest)}"), "if" => Write("if ", rest), _ => Write("if !", rest) });
            case '#' when head is "#with": return (Opening("with"), new Sentence("template.earlierWith", Name(rest)));
            case '#' when head.Length > 1: return (Opening(head[1..]), Item($"for muc in {Name(head[1..])}"));
        }
        if (words.Count is 2 or 3 && IsName(words[1]) && (words.Count == 2 || words[2][0] == '"') && head is not ("for" or "if" or "merge" or "else") && Suggestion.Nearest(head, ValueFormat.Names) is { } formatter)
        {
            return (new TagContent(TagKind.Faulty), Write("", $"{Name(words[1])} | {formatter}{(words.Count == 3 ? " " + words[2] : "")}"));
        }
        if (!words.Exists(IsEarlierName)) { return null; }
        var opens = head is "for" or "if" ? head : null;
        var now = string.Join(' ', words.Select(Name));
        var content = new TagContent(head == "else" ? TagKind.ElseIf : TagKind.Faulty, Block: opens);
        return (content, words.Exists(w => w.StartsWith("../", StringComparison.Ordinal)) ? new Sentence("template.earlierOuter", Braces(now)) : words.Exists(w => w[0] == '@') ? Write(now, "") : Item(now));
    }

    private static TagContent Opening(string block) => new(TagKind.Faulty, Block: block);

    private static Sentence Write(string before, string name) => new("template.earlierWrite", Braces(before + (name.Contains('|', StringComparison.Ordinal) ? name : Name(name))));

    /// <summary>The items of a list have the name that the <c>for</c> gives them.</summary>
    private static Sentence Item(string tag) => new("template.earlierItem", Braces(tag));

    private static string Braces(string inner) => "{{" + inner + "}}";

    private static bool IsName(string word) => char.IsLetter(word[0]) || IsEarlierName(word);

    private static bool IsEarlierName(string word) => word is "this" or "." or ".." || word.StartsWith("./", StringComparison.Ordinal) || word.StartsWith("../", StringComparison.Ordinal)
        || word.StartsWith("this.", StringComparison.Ordinal) || word.StartsWith("this/", StringComparison.Ordinal) || word is "@index" or "@first" or "@last" || word.StartsWith("@root.", StringComparison.Ordinal);

    /// <summary>A name as it is written now; an item of a list is called <c>muc</c>.</summary>
    private static string Name(string word)
    {
        while (word.StartsWith("../", StringComparison.Ordinal)) { word = word[3..]; }
        return word switch
        {
            "this" or "." or ".." => "muc",
            "@index" or "@first" or "@last" => "for." + word[1..],
            _ when word.StartsWith("@root.", StringComparison.Ordinal) => word[6..],
            _ when word.StartsWith("this.", StringComparison.Ordinal) || word.StartsWith("this/", StringComparison.Ordinal) => "muc." + word[5..],
            _ when word.StartsWith("./", StringComparison.Ordinal) => "muc." + word[2..],
            _ => word,
        };
    }

    [GeneratedRegex("\"[^\"]*\"?|[^\\s\"]+")]
    private static partial Regex Word();
}
