using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Scriban;
using Scriban.Parsing;
using Scriban.Syntax;

namespace LearningCity.Docs.Templating;

/// <summary>
/// The language of the tags: Scriban's, read by Scriban's own parser tag by tag, and of it only what a page needs. A value is <c>name</c> or <c>name | formatter "…"</c>; blocks are <c>for x in list</c>,
/// <c>if condition</c>, <c>else if condition</c>, <c>else</c>, <c>end</c>; <c>merge name</c> is our own. A condition is made of names, literals, <c>!</c>, <c>&amp;&amp;</c>, <c>||</c> and comparisons.
/// No assignment, function, include, index, arithmetic or raw XML.
/// </summary>
internal static partial class TagGrammar
{
    /// <summary>Most characters between the braces: what Scriban's parser and tree recurse over stays far below any stack.</summary>
    public const int MostCharacters = 1_000;

    /// <summary>Most levels of an expression.</summary>
    public const int MostDeep = 16;

    private static readonly ParserOptions Options = new() { ExpressionDepthLimit = 4 * MostDeep, ParseFloatAsDecimal = true };
    private static readonly LexerOptions Script = new() { Mode = ScriptMode.ScriptOnly };
    private static readonly ImmutableArray<string> LoopNames = ["index", "first", "last"];

    /// <summary>Words of Scriban that want an <c>end</c>. Those that we do not take open a block all the same, so that its end is not reported too.</summary>
    private static readonly ImmutableArray<string> Openers = ["for", "if", "while", "case", "with", "wrap", "capture", "func", "tablerow"];

    /// <summary>A fault found while reading: the kind and the arguments of its sentence after the tag and its surroundings.</summary>
    internal sealed record Fault(FindingDescriptor Descriptor, params ImmutableArray<object> Arguments);

    /// <summary>Reads what stands between the braces. Never throws.</summary>
    public static TagContent Read(string inner, List<Fault> faults)
    {
        if (inner.Length > MostCharacters)
        {
            faults.Add(new Fault(FindingCatalog.LC9024_TagTooLong, MostCharacters, MostDeep));
            return new TagContent(TagKind.Faulty, Block: Opener(Tidy(inner[..MostCharacters]).Trim()));
        }
        var typed = Tidy(inner).Normalize().Trim();
        var text = Fold(typed);
        if (EarlierSyntax.Read(text) is { } earlier)
        {
            faults.Add(new Fault(FindingCatalog.LC9022_EarlierSyntax, earlier.Instead));
            return earlier.Content;
        }
        var own = new List<Fault>();
        var content = Parse(text, own);
        if (content.Kind is TagKind.Faulty)
        {
            faults.AddRange(own.Count > 0 ? own : [new Fault(FindingCatalog.LC9004_NotOurLanguage)]);
            return content with { Block = Opener(text) };
        }
        faults.AddRange(Diacritics(typed));
        return content;
    }

    /// <summary>The tags of a text, one after another; what is no whole tag is passed over.</summary>
    public static IEnumerable<TagContent> In(string text) => Whole().Matches(text).Select(m => Read(m.Groups[1].Value, []));

    /// <summary>The names that an expression uses, each as it is written: <c>co_quan.ten</c>.</summary>
    public static IEnumerable<ImmutableArray<string>> Paths(ScriptExpression? expression) => expression switch
    {
        ScriptVariableGlobal or ScriptMemberExpression => [Path(expression)],
        ScriptNestedExpression nested => Paths(nested.Expression),
        ScriptUnaryExpression unary => Paths(unary.Right),
        ScriptBinaryExpression binary => Paths(binary.Left).Concat(Paths(binary.Right)),
        ScriptPipeCall pipe => Paths(pipe.From),
        _ => [],
    };

    /// <summary>The formatter of a pipe and its argument; both null when it is none of ours.</summary>
    public static (string? Name, string? Argument) Formatter(ScriptPipeCall pipe) => pipe.To switch
    {
        ScriptVariableGlobal formatter => (formatter.Name, null),
        ScriptFunctionCall { Target: ScriptVariableGlobal formatter, Arguments: [] } => (formatter.Name, null),
        ScriptFunctionCall { Target: ScriptVariableGlobal formatter, Arguments: [ScriptLiteral { Value: string argument }] } => (formatter.Name, argument),
        _ => (null, null),
    };

    private static TagContent Parse(string text, List<Fault> faults)
    {
        switch (text)
        {
            case "end": return new TagContent(TagKind.End);
            case "else": return new TagContent(TagKind.Else);
        }
        var continues = text.StartsWith("else ", StringComparison.Ordinal);
        var source = continues ? text[5..].TrimStart() : text;
        if (continues && !source.StartsWith("if ", StringComparison.Ordinal)) { return new TagContent(TagKind.Faulty); }
        var parsed = Template.Parse(source.StartsWith("for ", StringComparison.Ordinal) || source.StartsWith("if ", StringComparison.Ordinal) ? source + "\nend" : source, parserOptions: Options, lexerOptions: Script);
        if (parsed.HasErrors || parsed.Page?.Body is not { Statements: [var statement] }) { return new TagContent(TagKind.Faulty); }
        return statement switch
        {
            ScriptIfStatement { Condition: { } condition, Then: var body, Else: null } when IsEmpty(body) && IsCondition(condition, 1, faults) =>
                new TagContent(continues ? TagKind.ElseIf : TagKind.If, condition, Block: continues ? null : "if"),
            _ when continues => new TagContent(TagKind.Faulty),
            ScriptForStatement { Variable: ScriptVariableGlobal variable, Iterator: { } list, NamedArguments: null or { Count: 0 }, Body: var body, Else: null } when IsEmpty(body) && IsPath(list, 1, faults) =>
                new TagContent(TagKind.For, list, variable.Name, "for"),
            ScriptExpressionStatement { Expression: ScriptFunctionCall { Target: ScriptVariableGlobal { Name: "merge" }, Arguments: [var flag] } } when IsPath(flag, 1, faults) => new TagContent(TagKind.Merge, flag),
            ScriptExpressionStatement { Expression: { } value } when IsValue(value, 1, faults) => new TagContent(TagKind.Value, value),
            _ => new TagContent(TagKind.Faulty),
        };
    }

    /// <summary>Nothing but the end that closes it: the content of a block stands between tags.</summary>
    private static bool IsEmpty(ScriptBlockStatement? body) => body is null || body.Statements.All(s => s is ScriptEndStatement);

    private static string? Opener(string text) => Openers.FirstOrDefault(word => text == word || text.StartsWith(word + " ", StringComparison.Ordinal));

    private static ImmutableArray<string> Path(ScriptExpression expression) => expression switch
    {
        ScriptVariableGlobal variable => [variable.Name],
        ScriptMemberExpression member => [.. Path(member.Target!), member.Member!.Name],
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static bool IsValue(ScriptExpression? expression, int depth, List<Fault> faults) => expression switch
    {
        ScriptPipeCall pipe => Shallow(depth, faults) && IsValue(pipe.From, depth + 1, faults) && IsFormatter(pipe, faults),
        _ => IsOperand(expression, depth, faults),
    };

    private static bool IsCondition(ScriptExpression? expression, int depth, List<Fault> faults) => Shallow(depth, faults) && expression switch
    {
        ScriptNestedExpression nested => IsCondition(nested.Expression, depth + 1, faults),
        ScriptUnaryExpression { Operator: ScriptUnaryOperator.Not } not => IsCondition(not.Right, depth + 1, faults),
        ScriptBinaryExpression { Operator: ScriptBinaryOperator.And or ScriptBinaryOperator.Or } both => IsCondition(both.Left, depth + 1, faults) && IsCondition(both.Right, depth + 1, faults),
        ScriptBinaryExpression { Operator: >= ScriptBinaryOperator.CompareEqual and <= ScriptBinaryOperator.CompareGreater } comparison => IsOperand(comparison.Left, depth + 1, faults) && IsOperand(comparison.Right, depth + 1, faults),
        _ => IsOperand(expression, depth, faults),
    };

    private static bool IsOperand(ScriptExpression? expression, int depth, List<Fault> faults) => expression switch
    {
        ScriptLiteral { Value: null or bool or int or long or decimal or string } => true,
        ScriptMemberExpression { Target: ScriptVariableGlobal { Name: "for" }, Member: { } member } => LoopNames.Contains(member.Name),
        _ => IsPath(expression, depth, faults),
    };

    private static bool IsPath(ScriptExpression? expression, int depth, List<Fault> faults) => Shallow(depth, faults) && expression switch
    {
        ScriptVariableGlobal variable => variable.Name != "for",
        ScriptMemberExpression { Member: ScriptVariableGlobal, DotToken.TokenType: TokenType.Dot } member => IsPath(member.Target, depth + 1, faults),
        _ => false,
    };

    private static bool Shallow(int depth, List<Fault> faults)
    {
        if (depth <= MostDeep) { return true; }
        faults.Add(new Fault(FindingCatalog.LC9024_TagTooLong, MostCharacters, MostDeep));
        return false;
    }

    private static bool IsFormatter(ScriptPipeCall pipe, List<Fault> faults)
    {
        if (Formatter(pipe).Name is not { } name) { return false; }
        if (ValueFormat.Names.Contains(name)) { return true; }
        faults.Add(new Fault(FindingCatalog.LC9005_UnknownFormatter, name, Suggestion.Sentence(name, ValueFormat.Names)));
        return false;
    }

    /// <summary>Each name that is typed with tone or vowel marks, once.</summary>
    private static IEnumerable<Fault> Diacritics(string text) => Ascii.IsValid(text) ? [] : QuotedOrName().Matches(text).Select(m => m.Value).Where(name => name[0] is not ('"' or '\''))
        .Select(name => (name, folded: WithoutMarks(name))).Where(pair => pair.name != pair.folded).Distinct().Select(pair => new Fault(FindingCatalog.LC9015_NameWithDiacritics, pair.name, pair.folded));

    /// <summary>Without tone and vowel marks outside of quotes: <c>tên_cơ_quan</c> is <c>ten_co_quan</c>.</summary>
    private static string Fold(string text) => Ascii.IsValid(text) ? text : QuotedOrName().Replace(text, static m => m.ValueSpan[0] is '"' or '\'' ? m.Value : WithoutMarks(m.Value));

    private static string WithoutMarks(string name)
    {
        var folded = new StringBuilder(name.Length);
        foreach (var c in name.Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) is not UnicodeCategory.NonSpacingMark) { folded.Append(c switch { 'đ' => 'd', 'Đ' => 'D', _ => c }); }
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

    [GeneratedRegex("""\{\{([^{}]*)\}\}""")]
    private static partial Regex Whole();

    [GeneratedRegex("\"[^\"]*\"?|'[^']*'?|[\\p{L}_][\\p{L}\\p{M}\\p{Nd}_.]*")]
    private static partial Regex QuotedOrName();
}
