using System.Globalization;
using System.Text;

namespace LearningCity.Docs.Templating;

/// <summary>
/// The closed language of the tags: <c>name</c>, <c>formatter name "…"</c>, <c>#each name</c>, <c>#if name</c>, <c>#unless name</c>, <c>else</c>, <c>/each</c>, <c>merge name</c>. Nothing else:
/// no code, no partials, no raw XML.
/// </summary>
internal static class TagGrammar
{
    private static readonly ImmutableArray<string> Blocks = ["each", "if", "unless"];
    private static readonly ImmutableArray<string> Variables = ["@index", "@first", "@last"];

    /// <summary>A fault found while reading: the kind and the arguments of its sentence after the tag and its surroundings.</summary>
    internal sealed record Fault(FindingDescriptor Descriptor, params ImmutableArray<object> Arguments);

    /// <summary>Reads what stands between the braces. Never throws.</summary>
    public static TagContent Read(string inner, List<Fault> faults)
    {
        var words = Words(Tidy(inner), faults);
        if (words is null) { return new TagContent(TagKind.Faulty); }
        if (words.Count == 0) { return Faulty(faults, FindingCatalog.LC9004_NotOurLanguage); }
        var head = words[0];
        if (head[0] == '#') { return Opening(head[1..], words, faults); }
        if (head[0] == '/') { return Closing(head[1..], words, faults); }
        if (head == "else") { return words.Count == 1 ? new TagContent(TagKind.Else) : Faulty(faults, FindingCatalog.LC9004_NotOurLanguage); }
        if (words.Count == 1) { return Path(head, faults) is { } path ? new TagContent(TagKind.Value, path) : new TagContent(TagKind.Faulty); }
        if (head == "merge") { return OneName(words, faults) is { } flag ? new TagContent(TagKind.Merge, flag) : new TagContent(TagKind.Faulty); }
        if (!ValueFormat.Names.Contains(head)) { return Faulty(faults, FindingCatalog.LC9005_UnknownFormatter, head, Suggestion.Sentence(head, ValueFormat.Names)); }
        var literal = words.Count == 3 && words[2][0] == '"' ? words[2][1..^1] : null;
        if (words.Count > 3 || (words.Count == 3 && literal is null)) { return Faulty(faults, FindingCatalog.LC9006_WrongArguments); }
        return Path(words[1], faults) is { } value ? new TagContent(TagKind.Value, value, head, literal) : new TagContent(TagKind.Faulty);
    }

    private static TagContent Opening(string block, List<string> words, List<Fault> faults)
    {
        var kind = block switch { "each" => TagKind.Each, "if" => TagKind.If, "unless" => TagKind.Unless, _ => TagKind.Faulty };
        if (kind is TagKind.Faulty) { return Faulty(faults, FindingCatalog.LC9005_UnknownFormatter, "#" + block, Suggestion.Sentence(block, Blocks)) with { Block = block }; }
        return OneName(words, faults) is { } path ? new TagContent(kind, path, Block: block) : new TagContent(TagKind.Faulty, Block: block);
    }

    private static TagContent Closing(string block, List<string> words, List<Fault> faults)
    {
        if (words.Count == 1) { return new TagContent(TagKind.End, Block: block, Closes: true); }
        return Faulty(faults, FindingCatalog.LC9004_NotOurLanguage);
    }

    private static TemplatePath? OneName(List<string> words, List<Fault> faults)
    {
        if (words.Count == 2) { return Path(words[1], faults); }
        faults.Add(new Fault(FindingCatalog.LC9006_WrongArguments));
        return null;
    }

    private static TagContent Faulty(List<Fault> faults, FindingDescriptor descriptor, params ImmutableArray<object> arguments)
    {
        faults.Add(new Fault(descriptor, arguments));
        return new TagContent(TagKind.Faulty);
    }

    private static TemplatePath? Path(string word, List<Fault> faults)
    {
        if (Variables.Contains(word)) { return new TemplatePath(0, [], word); }
        var up = 0;
        var rest = word;
        while (rest.StartsWith("../", StringComparison.Ordinal)) { up++; rest = rest[3..]; }
        if (rest is "this" or "." || (rest == ".." && ++up > 0)) { return new TemplatePath(up, [], null); }
        if (rest.StartsWith("this.", StringComparison.Ordinal)) { rest = rest[5..]; }
        else if (rest.StartsWith("./", StringComparison.Ordinal)) { rest = rest[2..]; }
        var folded = Fold(rest);
        if (!Array.TrueForAll(folded.Split('.'), IsName)) { faults.Add(new Fault(FindingCatalog.LC9004_NotOurLanguage)); return null; }
        if (folded != rest) { faults.Add(new Fault(FindingCatalog.LC9015_NameWithDiacritics, rest.Normalize(), folded)); }
        return new TemplatePath(up, [.. folded.Split('.')], null);
    }

    private static bool IsName(string name) =>
        name.Length > 0 && !char.IsAsciiDigit(name[0]) && name.AsSpan().IndexOfAnyExcept(NameCharacters) < 0;

    private static readonly System.Buffers.SearchValues<char> NameCharacters =
        System.Buffers.SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_");

    /// <summary>Without tone and vowel marks: <c>tên_cơ_quan</c> is <c>ten_co_quan</c>.</summary>
    private static string Fold(string text)
    {
        if (System.Text.Ascii.IsValid(text)) { return text; }
        var folded = new StringBuilder(text.Length);
        foreach (var c in text.Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark) { continue; }
            folded.Append(c switch { 'đ' => 'd', 'Đ' => 'D', _ => c });
        }
        return folded.ToString();
    }

    /// <summary>What Word makes of a tag while it is typed: curly quotes, no-break and zero-width blanks.</summary>
    private static string Tidy(string inner)
    {
        var tidy = new StringBuilder(inner.Length);
        foreach (var c in inner)
        {
            switch (c)
            {
                case '“' or '”' or '„' or '‟' or '«' or '»' or '″': tidy.Append('"'); break;
                case '\u200B' or '\u200C' or '\u200D' or '\u2060' or '\uFEFF' or '\u00AD': break;
                default: tidy.Append(char.IsWhiteSpace(c) ? ' ' : c); break;
            }
        }
        return tidy.ToString();
    }

    /// <summary>Split at blanks, a quoted text being one word with its quotes; null and a fault when a quote is open.</summary>
    private static List<string>? Words(string text, List<Fault> faults)
    {
        var words = new List<string>();
        for (var i = 0; i < text.Length;)
        {
            if (text[i] == ' ') { i++; continue; }
            var end = text[i] == '"' ? text.IndexOf('"', i + 1) : text.IndexOf(' ', i);
            if (end < 0 && text[i] == '"') { faults.Add(new Fault(FindingCatalog.LC9006_WrongArguments)); return null; }
            end = end < 0 ? text.Length : text[i] == '"' ? end + 1 : end;
            words.Add(text[i..end]);
            i = end;
        }
        return words;
    }
}
