using System.Collections;
using Scriban;
using Scriban.Parsing;
using Scriban.Runtime;
using Scriban.Syntax;

namespace LearningCity.Docs.Templating;

/// <summary>
/// One part as a tree of Scriban's: the tags as its parser read them, and between them statements of our own that copy prepared XML, so that Scriban neither scans nor holds XML. Thread-safe.
/// </summary>
internal sealed class TextTemplate
{
    private readonly ScriptBlockStatement page;
    private readonly List<string> names = [];

    public TextTemplate(ImmutableArray<TemplateNode> nodes) => page = Block(nodes);

    /// <summary>The name behind a number that the writer was given.</summary>
    public string NameOf(int value) => names[value];

    /// <exception cref="TemplateException">The model lacks a name, holds a value that cannot be written, or makes too large a document.</exception>
    public void Render(IReadOnlyDictionary<string, object?> model, PartWriter output)
    {
        try
        {
            var run = Run.Begin(model, output);
            run.Evaluate(page);
            // Not after a fault: what it then still holds nobody knows.
            run.End();
        }
        catch (ScriptRuntimeException wrapped)
        {
            for (Exception? inner = wrapped; inner is not null; inner = inner.InnerException)
            {
                if (inner is TemplateException ours) { throw new TemplateException(ours.File, ours.Findings); }
            }
            throw TemplateException.Of(FindingCatalog.LC9017_UnresolvedName, wrapped.OriginalMessage);
        }
    }

    private ScriptBlockStatement Block(ImmutableArray<TemplateNode> nodes)
    {
        var block = new ScriptBlockStatement();
        foreach (var node in nodes) { block.Statements.Add(Statement(node)); }
        return block;
    }

    private ScriptStatement Statement(TemplateNode node)
    {
        switch (node)
        {
            case TemplateNode.Fixed piece: return new FixedStatement(piece.Utf8);
            case TemplateNode.Mark mark: return new MarkStatement(mark.Kind);
            case TemplateNode.Value value:
                names.Add(value.Name);
                return new ValueStatement(Expression(value.Expression), names.Count - 1, value.RunningText);
            case TemplateNode.Loop loop:
                return new ScriptForStatement
                {
                    Variable = new ScriptVariableGlobal(loop.Variable),
                    Iterator = new ListExpression(Expression(loop.List)),
                    Body = Block(loop.Body),
                    Else = loop.Otherwise.IsEmpty ? null : new ScriptElseStatement { Body = Block(loop.Otherwise) },
                };
            case TemplateNode.Choice choice:
                return new ChoiceStatement([.. choice.Branches.Select(b => new ChoiceStatement.Branch(b.Condition is null ? null : Expression(b.Condition), Block(b.Body)))]);
            default: throw new System.Diagnostics.UnreachableException();
        }
    }

    /// <summary>The same expression with our own formatters and comparisons in it. As deep as <see cref="TagGrammar"/> lets it be.</summary>
    private static ScriptExpression Expression(ScriptExpression? expression) => expression switch
    {
        ScriptNestedExpression nested => Expression(nested.Expression),
        ScriptUnaryExpression not => new ScriptUnaryExpression { Operator = not.Operator, Right = Expression(not.Right) },
        ScriptBinaryExpression { Operator: ScriptBinaryOperator.And or ScriptBinaryOperator.Or } both => new ScriptBinaryExpression { Operator = both.Operator, Left = Expression(both.Left), Right = Expression(both.Right) },
        ScriptBinaryExpression comparison => new Comparison(Expression(comparison.Left), comparison.Operator, Expression(comparison.Right)),
        ScriptPipeCall pipe when TagGrammar.Formatter(pipe) is { Name: { } name, Argument: var argument } => new Formatted(Expression(pipe.From), name, argument),
        ScriptMemberExpression { Target: not ScriptVariableGlobal { Name: "for" } } member => new Member(Expression(member.Target), member.Member!.Name),
        not null => (ScriptExpression)expression.Clone(),
        null => throw new System.Diagnostics.UnreachableException(),
    };

    private static TemplateException Unfit(string where, object? value) => TemplateException.Of(FindingCatalog.LC9019_UnfitValue, where, value switch
    {
        string text => text,
        decimal number => ValueFormat.Text(number),
        int number => ValueFormat.Text(number),
        _ => value?.GetType().Name ?? "",
    });

    /// <summary>One render of one part: plain data only, no way to members of .NET types, no function, no loader of other templates.</summary>
    private sealed class Run : TemplateContext
    {
        private static readonly IReadOnlyDictionary<string, object?> Nothing = ImmutableDictionary<string, object?>.Empty;

        /// <summary>Its stacks and tables weigh 20 kB, and a document has several parts.</summary>
        [ThreadStatic]
        private static Run? idle;

        private IReadOnlyDictionary<string, object?> model = Nothing;

        private Run() : base(new ScriptObject())
        {
            StrictVariables = true;
            EnableRelaxedMemberAccess = false;
            EnableRelaxedIndexerAccess = false;
            AutoIndent = false;
            RecursiveLimit = TagBlock.MostDeep + 4;
            ObjectRecursionLimit = 1;
            // The writer counts instead and says so: PartWriter.MostRepeats, PartWriter.MostBytes. Scriban would cut a long text silently.
            LoopLimit = 0;
            LimitToString = 0;
            TryGetVariable = Name;
            TryGetMember = static (TemplateContext _, SourceSpan _, object _, string member, out object? _) => throw TemplateException.Of(FindingCatalog.LC9017_UnresolvedName, member);
        }

        public PartWriter Writer { get; private set; } = null!;

        public static Run Begin(IReadOnlyDictionary<string, object?> model, PartWriter writer)
        {
            var run = idle ?? new Run();
            idle = null;
            (run.model, run.Writer) = (model, writer);
            return run;
        }

        public void End()
        {
            (model, Writer) = (Nothing, null!);
            idle = this;
        }

        /// <summary>As an official would say it: a text without letters or a list without items is nothing.</summary>
        public override bool ToBool(SourceSpan span, object? value) => value switch
        {
            null or false or "" or 0 or 0m => false,
            ICollection { Count: 0 } => false,
            _ => true,
        };

        protected override IObjectAccessor GetMemberAccessorImpl(object target) => target is IScriptObject ? base.GetMemberAccessorImpl(target)! : PlainData.Only;

        protected override IListAccessor? GetListAccessorImpl(object target, Type type) => null;

        private bool Name(TemplateContext context, SourceSpan span, ScriptVariable variable, out object? value) =>
            model.TryGetValue(variable.Name, out value) ? true : throw TemplateException.Of(FindingCatalog.LC9017_UnresolvedName, variable.Name);
    }

    /// <summary>A statement that writes by itself.</summary>
    private abstract class Writing : ScriptStatement
    {
        protected Writing() => CanOutput = false;

        public sealed override object? Evaluate(TemplateContext context)
        {
            Write((Run)context);
            return null;
        }

        public override void PrintTo(ScriptPrinter printer) => printer.Write(GetType().Name);

        protected abstract void Write(Run run);
    }

    private sealed class FixedStatement(ReadOnlyMemory<byte> utf8) : Writing
    {
        protected override void Write(Run run) => run.Writer.Fixed(utf8.Span);
    }

    private sealed class MarkStatement(WriterMark mark) : Writing
    {
        protected override void Write(Run run) => run.Writer.Mark(mark);
    }

    private sealed class ValueStatement(ScriptExpression expression, int number, bool runningText) : Writing
    {
        protected override void Write(Run run)
        {
            var writer = run.Writer;
            writer.Next(number);
            if (!runningText) { writer.Mark(WriterMark.PlainOn); }
            switch (expression.Evaluate(run))
            {
                case null: break;
                case string text: writer.Text(text); break;
                case decimal amount: writer.Text(ValueFormat.Text(amount)); break;
                case int count: writer.Number(count); break;
                case var other: throw Unfit("{{…}}", other);
            }
            if (!runningText) { writer.Mark(WriterMark.PlainOff); }
        }
    }

    /// <summary>Only a list repeats: not the letters of a text, not the names of a group.</summary>
    private sealed class ListExpression(ScriptExpression list) : ScriptExpression
    {
        public override object? Evaluate(TemplateContext context) => list.Evaluate(context) switch
        {
            null => null,
            string text => throw Unfit("for", text),
            IEnumerable items and not IDictionary => items,
            var other => throw Unfit("for", other),
        };

        public override void PrintTo(ScriptPrinter printer) => printer.Write(list);
    }

    /// <summary>A name in a group of the model: nothing else has names.</summary>
    private sealed class Member(ScriptExpression group, string name) : ScriptExpression
    {
        public override object? Evaluate(TemplateContext context) =>
            group.Evaluate(context) is IReadOnlyDictionary<string, object?> names && names.TryGetValue(name, out var value) ? value : throw TemplateException.Of(FindingCatalog.LC9017_UnresolvedName, name);

        public override void PrintTo(ScriptPrinter printer) => printer.Write(group);
    }

    /// <summary>A value as one of our formatters writes it.</summary>
    private sealed class Formatted(ScriptExpression value, string formatter, string? argument) : ScriptExpression
    {
        public override object? Evaluate(TemplateContext context) => ValueFormat.Apply(formatter, value.Evaluate(context), argument);

        public override void PrintTo(ScriptPrinter printer) => printer.Write(value);
    }

    /// <summary>Numbers with numbers, equality also of texts and of flags. Scriban would compare a number with a text letter by letter, which says nothing: that is an error here.</summary>
    private sealed class Comparison(ScriptExpression left, ScriptBinaryOperator op, ScriptExpression right) : ScriptExpression
    {
        public override object? Evaluate(TemplateContext context)
        {
            var (a, b) = (left.Evaluate(context), right.Evaluate(context));
            var equality = op is ScriptBinaryOperator.CompareEqual or ScriptBinaryOperator.CompareNotEqual;
            // What is left open is nothing but open: neither more nor less than any number.
            if (a is null || b is null) { return equality && (a is null && b is null) == (op is ScriptBinaryOperator.CompareEqual); }
            if (Number(a) is { } x && Number(b) is { } y)
            {
                return op switch
                {
                    ScriptBinaryOperator.CompareEqual => x == y,
                    ScriptBinaryOperator.CompareNotEqual => x != y,
                    ScriptBinaryOperator.CompareLess => x < y,
                    ScriptBinaryOperator.CompareLessOrEqual => x <= y,
                    ScriptBinaryOperator.CompareGreater => x > y,
                    _ => x >= y,
                };
            }
            if (!equality || (a, b) is not ((string, string) or (bool, bool))) { throw Unfit(op.ToText(), Number(a) is null ? a : b); }
            return a.Equals(b) == (op is ScriptBinaryOperator.CompareEqual);
        }

        public override void PrintTo(ScriptPrinter printer) => printer.Write(left);

        private static decimal? Number(object value) => value switch { decimal number => number, int number => number, long number => number, _ => null };
    }

    private sealed class ChoiceStatement(ImmutableArray<ChoiceStatement.Branch> branches) : Writing
    {
        /// <param name="Condition">Null for <c>else</c>.</param>
        public readonly record struct Branch(ScriptExpression? Condition, ScriptBlockStatement Body);

        protected override void Write(Run run)
        {
            foreach (var branch in branches)
            {
                if (branch.Condition is not null && !run.ToBool(default, branch.Condition.Evaluate(run))) { continue; }
                run.Evaluate(branch.Body);
                return;
            }
        }
    }

    /// <summary>A group has its names; anything else has none.</summary>
    private sealed class PlainData : IObjectAccessor
    {
        public static readonly PlainData Only = new();

        public bool HasIndexer => false;
        public Type? IndexType => null;
        public int GetMemberCount(TemplateContext context, SourceSpan span, object target) => 0;
        public IEnumerable<string> GetMembers(TemplateContext context, SourceSpan span, object target) => [];
        public bool HasMember(TemplateContext context, SourceSpan span, object target, string member) => TryGetValue(context, span, target, member, out _);

        public bool TryGetValue(TemplateContext context, SourceSpan span, object target, string member, out object? value)
        {
            value = null;
            return target is IReadOnlyDictionary<string, object?> group && group.TryGetValue(member, out value);
        }

        public bool TrySetValue(TemplateContext context, SourceSpan span, object target, string member, object? value) => false;

        public bool TryGetItem(TemplateContext context, SourceSpan span, object target, object index, out object? value)
        {
            value = null;
            return false;
        }

        public bool TrySetItem(TemplateContext context, SourceSpan span, object target, object index, object? value) => false;
    }
}
