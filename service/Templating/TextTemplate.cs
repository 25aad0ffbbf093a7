using System.Collections;
using System.Text;
using HandlebarsDotNet;
using HandlebarsDotNet.Compiler;
using HandlebarsDotNet.Iterators;
using HandlebarsDotNet.MemberAccessors;
using HandlebarsDotNet.ObjectDescriptors;
using HandlebarsDotNet.PathStructure;

namespace LearningCity.Docs.Templating;

/// <summary>
/// One part as a compiled template of the template language. The only file that names the language (Handlebars); another one takes its place here.
/// Prepared XML is handed to it as a token of three characters, so that it neither scans nor copies XML. Thread-safe.
/// </summary>
internal sealed class TextTemplate
{
    private const char FixedLead = TemplateTag.TokenLead;
    private const char MarkLead = '\uFDD1';
    private const char NameLead = '\uFDD2';

    private readonly HandlebarsTemplate<TextWriter, object, object> compiled;
    private readonly ReadOnlyMemory<byte>[] pieces;
    private readonly List<string> names = [];

    public TextTemplate(ImmutableArray<TemplateNode> nodes)
    {
        var source = new StringBuilder();
        var prepared = new List<ReadOnlyMemory<byte>>();
        Write(nodes, source, prepared);
        pieces = [.. prepared];
        compiled = Language().Compile(new StringReader(source.ToString()));
    }

    /// <summary>The name behind a number that the writer was given.</summary>
    public string NameOf(int value) => names[value];

    /// <exception cref="TemplateException">The model lacks a name, holds a value that cannot be written, or makes too large a document.</exception>
    public void Render(IReadOnlyDictionary<string, object?> model, PartWriter output)
    {
        using var bridge = new Bridge(output, pieces);
        try
        {
            compiled(bridge, model);
        }
        catch (HandlebarsUndefinedBindingException undefined)
        {
            throw TemplateException.Of(FindingCatalog.LC9017_UnresolvedName, undefined.Path ?? "");
        }
        catch (HandlebarsException wrapped) when (wrapped.InnerException is TemplateException ours)
        {
            throw new TemplateException(ours.File, ours.Findings);
        }
    }

    private static IHandlebars Language()
    {
        var configuration = new HandlebarsConfiguration { ThrowOnUnresolvedBindingExpression = true, TextEncoder = new ValueEncoder() };
        configuration.ObjectDescriptorProviders.Add(new PlainDataOnly());
        configuration.FormatterProviders.Add(new NoLists());
        var language = Handlebars.Create(configuration);
        foreach (var name in ValueFormat.Names)
        {
            language.RegisterHelper(name, (in HelperOptions _, in Context _, in Arguments arguments) =>
                ValueFormat.Apply(name, arguments[0], arguments.Length > 1 ? arguments[1] as string : null) ?? "");
        }
        return language;
    }

    private void Write(ImmutableArray<TemplateNode> nodes, StringBuilder source, List<ReadOnlyMemory<byte>> pieces)
    {
        Span<char> token = stackalloc char[TemplateTag.TokenLength];
        foreach (var node in nodes)
        {
            switch (node)
            {
                case TemplateNode.Fixed piece:
                    TemplateTag.WriteToken(token, FixedLead, pieces.Count);
                    source.Append(token);
                    pieces.Add(piece.Utf8);
                    break;
                case TemplateNode.Mark mark:
                    TemplateTag.WriteToken(token, MarkLead, (int)mark.Kind);
                    source.Append(token);
                    break;
                case TemplateNode.Value value:
                    WriteValue(value, source);
                    break;
                case TemplateNode.Block block:
                    var word = block.Kind switch { TagKind.Each => "each", TagKind.If => "if", _ => "unless" };
                    source.Append("{{#").Append(word).Append(' ').Append(Name(block.Path)).Append("}}");
                    Write(block.Body, source, pieces);
                    if (!block.Otherwise.IsEmpty) { source.Append("{{else}}"); Write(block.Otherwise, source, pieces); }
                    source.Append("{{/").Append(word).Append("}}");
                    break;
                default: throw new System.Diagnostics.UnreachableException();
            }
        }
    }

    private void WriteValue(TemplateNode.Value value, StringBuilder source)
    {
        Span<char> token = stackalloc char[TemplateTag.TokenLength];
        TemplateTag.WriteToken(token, NameLead, names.Count);
        source.Append(token);
        names.Add(value.Name);
        if (!value.RunningText) { TemplateTag.WriteToken(token, MarkLead, (int)WriterMark.PlainOn); source.Append(token); }
        source.Append("{{");
        if (value.Formatter is not null) { source.Append(value.Formatter).Append(' '); }
        source.Append(Name(value.Path));
        if (value.Argument is not null) { source.Append(" \"").Append(value.Argument).Append('"'); }
        source.Append("}}");
        if (!value.RunningText) { TemplateTag.WriteToken(token, MarkLead, (int)WriterMark.PlainOff); source.Append(token); }
    }

    /// <summary>Always a path (<c>./hoa</c>), so that a name of the model is never taken for a formatter.</summary>
    private static string Name(TemplatePath path) =>
        path.Up == 0 && path.Variable is null && !path.IsThis ? "./" + path : path.Up > 0 && path.IsThis ? string.Concat(Enumerable.Repeat("../", path.Up)) + "this" : path.ToString();

    private static TemplateException Unfit(object? value) => TemplateException.Of(FindingCatalog.LC9019_UnfitValue, "{{…}}", value?.GetType().Name ?? "");

    /// <summary>What the language writes to: its own text is tokens, everything else is a value.</summary>
    private sealed class Bridge(PartWriter output, ReadOnlyMemory<byte>[] pieces) : TextWriter(System.Globalization.CultureInfo.InvariantCulture)
    {
        public override Encoding Encoding => Encoding.UTF8;

        public void Value(ReadOnlySpan<char> text) => output.Text(text);

        public override void Write(string? value)
        {
            for (var rest = value.AsSpan(); !rest.IsEmpty; rest = rest[TemplateTag.TokenLength..])
            {
                var index = TemplateTag.IndexOf(rest);
                if (rest[0] == FixedLead) { output.Fixed(pieces[index].Span); }
                else if (rest[0] == NameLead) { output.Next(index); }
                else if (rest[0] == MarkLead) { output.Mark((WriterMark)index); }
                else { throw new InvalidOperationException("Text that is no token reached the writer."); }
            }
        }

        public override void Write(char value) => throw Unfit(value);
        public override void Write(int value) => output.Number(value);
        public override void Write(decimal value) => output.Text(ValueFormat.Text(value));
        public override void Write(bool value) => throw Unfit(value);
        public override void Write(long value) => throw Unfit(value);
        public override void Write(double value) => throw Unfit(value);
        public override void Write(float value) => throw Unfit(value);
        public override void Write(object? value) => throw Unfit(value);
    }

    private sealed class ValueEncoder : ITextEncoder
    {
        public void Encode(StringBuilder? text, TextWriter target) => Encode(text?.ToString(), target);

        public void Encode(string? text, TextWriter target) => ((Bridge)target).Value(text);

        public void Encode<T>(T? text, TextWriter target) where T : IEnumerator<char>
        {
            var all = new StringBuilder();
            while (text is not null && text.MoveNext()) { all.Append(text.Current); }
            Encode(all.ToString(), target);
        }
    }

    /// <summary>Closes the language's way to members of .NET types: a dictionary has its keys, a list its items, anything else nothing.</summary>
    private sealed class PlainDataOnly : IObjectDescriptorProvider
    {
        private static readonly EnumerableObjectDescriptor Lists = new(new ObjectDescriptorProvider([]));

        public bool TryGetDescriptor(Type type, out ObjectDescriptor value)
        {
            value = ObjectDescriptor.Empty;
            if (typeof(IDictionary).IsAssignableFrom(type) || typeof(IReadOnlyDictionary<string, object?>).IsAssignableFrom(type)) { return false; }
            if (type != typeof(string) && Lists.TryGetDescriptor(type, out var list))
            {
                value = new ObjectDescriptor(type, new NoMembers(), static (_, _) => Array.Empty<object>(), _ => list.Iterator!);
            }
            else
            {
                value = new ObjectDescriptor(type, new NoMembers(), static (_, _) => Array.Empty<object>(), _ => new NotAList());
            }
            return true;
        }
    }

    /// <summary>A list or a dictionary is no value: the language would write its items one after another.</summary>
    private sealed class NoLists : HandlebarsDotNet.IO.IFormatterProvider, HandlebarsDotNet.IO.IFormatter
    {
        public bool TryCreateFormatter(Type type, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out HandlebarsDotNet.IO.IFormatter? formatter)
        {
            formatter = type != typeof(string) && typeof(IEnumerable).IsAssignableFrom(type) ? this : null;
            return formatter is not null;
        }

        public void Format<T>(T value, in EncodedTextWriter writer) => throw Unfit(value);
    }

    private sealed class NoMembers : IMemberAccessor
    {
        public bool TryGetValue(object instance, ChainSegment memberName, out object? value)
        {
            value = null;
            return false;
        }
    }

    private sealed class NotAList : IIterator
    {
        public void Iterate(in EncodedTextWriter writer, BindingContext context, ChainSegment[] blockParamsVariables, object input, TemplateDelegate template, TemplateDelegate ifEmpty) =>
            throw TemplateException.Of(FindingCatalog.LC9019_UnfitValue, "#each", input as string ?? input.GetType().Name);
    }
}
