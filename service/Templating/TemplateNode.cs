using Scriban.Syntax;

namespace LearningCity.Docs.Templating;

/// <summary>
/// A compiled part of a template: what to write and what to decide. A closed union. It stands between Word's XML and the language that fills it.
/// </summary>
internal abstract record TemplateNode
{
    private TemplateNode() { }

    /// <summary>Finished XML, UTF-8: copied as it is.</summary>
    internal sealed record Fixed(ReadOnlyMemory<byte> Utf8) : TemplateNode;

    /// <summary>Something that the writer does at this place, such as noting that a row was written.</summary>
    internal sealed record Mark(WriterMark Kind) : TemplateNode;

    /// <summary>A value of the model. In running text a line break becomes <c>w:br</c>; elsewhere (attributes, properties) it is a blank.</summary>
    /// <param name="Name">As the whole template sees it, for messages.</param>
    internal sealed record Value(ScriptExpression Expression, string Name, bool RunningText) : TemplateNode;

    /// <summary><c>for</c>: the body once for each item, else what stands after <c>else</c>.</summary>
    internal sealed record Loop(string Variable, ScriptExpression List, ImmutableArray<TemplateNode> Body, ImmutableArray<TemplateNode> Otherwise) : TemplateNode;

    /// <summary><c>if</c>: the first branch whose condition holds; <c>else</c> is a branch without one.</summary>
    internal sealed record Choice(ImmutableArray<Branch> Branches) : TemplateNode;

    internal readonly record struct Branch(ScriptExpression? Condition, ImmutableArray<TemplateNode> Body);
}

/// <summary>
/// What the writer keeps true while blocks come and go (ECMA-376 part 1, 17.4.65: a cell ends with a paragraph; 17.4.37: a table has rows). A frame is opened only where the
/// template does not already guarantee it.
/// </summary>
internal enum WriterMark
{
    /// <summary>A repeat begins: counted against the limit.</summary>
    Repeat,
    /// <summary>A container whose content may vanish begins.</summary>
    Begin,
    /// <summary>A child of the innermost frame is written: a paragraph, or a control that holds one.</summary>
    Paragraph,
    /// <summary>A child of the innermost frame is written: a row, a table, a run.</summary>
    Child,
    /// <summary>The container goes with its last child: a table without rows.</summary>
    EndOrDrop,
    /// <summary>Nobody counts the container that may just have gone.</summary>
    Settle,
    /// <summary>The container must end with a paragraph: a cell, a text box, a header.</summary>
    EndWithParagraph,
    /// <summary>The container must hold a block: a content control around paragraphs.</summary>
    EndNotEmpty,
    /// <summary>The container must hold a run: a content control inside a paragraph.</summary>
    EndWithRun,
    /// <summary>The next number that no drawing has yet.</summary>
    NextId,
    /// <summary>Values that follow stand in an attribute or a property.</summary>
    PlainOn,
    /// <summary>Values that follow stand in running text again.</summary>
    PlainOff,
}
