namespace LearningCity.Docs.Templating;

/// <summary>What a tag does.</summary>
internal enum TagKind { Value, For, If, ElseIf, Else, End, Merge, Faulty }

/// <summary>
/// One <c>{{…}}</c> of a template, with the place an author looks for it. A faulty one has been reported already and is kept so that its partner is not reported too.
/// </summary>
internal sealed record TemplateTag
{
    public required int Index { get; init; }

    /// <summary>As it reads on the page, braces included.</summary>
    public required string Text { get; init; }

    public required Location Place { get; init; }

    /// <summary>The words around it.</summary>
    public required string Around { get; init; }

    public required TagContent Content { get; init; }

    /// <summary>The paragraph it stands in; null in an attribute or a property.</summary>
    public System.Xml.Linq.XElement? Paragraph { get; init; }

    public TagKind Kind => Content.Kind;

    public bool Opens => Content.Opens;

    /// <summary>The block goes on with another content.</summary>
    public bool Continues => Kind is TagKind.ElseIf or TagKind.Else;

    public bool IsBlock => Opens || Continues || Kind is TagKind.End;

    /// <summary>A finding about this tag: the sentence's first two places are the tag and what stands around it.</summary>
    public Finding Finding(FindingDescriptor descriptor, params ImmutableArray<object> more) => new(descriptor, Place, [Text, Around, .. more]) { Value = Text };

    /// <summary>Three characters that stand for the tag in the text of the XML: U+FDD0 is no character of any language, and XML may hold it.</summary>
    public string Token => TokenOf(Index);

    public const char TokenLead = '\uFDD0';
    public const int TokenLength = 3;
    private const int DigitBits = 12;
    private const char Zero = '\u4E00';

    /// <summary>The most that fit into a token.</summary>
    public const int Most = 1 << (2 * DigitBits);

    public static string TokenOf(int index) => string.Create(TokenLength, index, static (span, i) => WriteToken(span, TokenLead, i));

    public static void WriteToken(Span<char> into, char lead, int index)
    {
        into[0] = lead;
        into[1] = (char)(Zero + (index >> DigitBits));
        into[2] = (char)(Zero + (index & ((1 << DigitBits) - 1)));
    }

    public static int IndexOf(ReadOnlySpan<char> token) => ((token[1] - Zero) << DigitBits) | (token[2] - Zero);
}

/// <summary>What stands between the braces, as Scriban reads it. <paramref name="Variable"/> is that of a <c>for</c>, <paramref name="Block"/> the word that opens a block.</summary>
internal sealed record TagContent(TagKind Kind, Scriban.Syntax.ScriptExpression? Expression = null, string? Variable = null, string? Block = null)
{
    public bool Opens => Kind is TagKind.For or TagKind.If || (Kind is TagKind.Faulty && Block is not null);
}
