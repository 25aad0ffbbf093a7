using LearningCity.Docs.Forms;
using LearningCity.Docs.Text;

namespace LearningCity.Docs.Reading;

/// <summary>What an official text stands for on a form.</summary>
internal enum TextRole { Node, Column, Unit, Title, Annex, Notes, GroupLabel }

/// <summary>An official text found in a cell. <see cref="Node"/> for a row's own text, <see cref="Column"/> its number in the form's columns.</summary>
internal sealed record TextHit(FormDefinition Form, TextRole Role, FormNode? Node = null, int Column = -1);

/// <summary>
/// Every official text of every form, to be recognised in a cell: as printed, in any spelling that folds to the same, with or without its code or label, and, last, without
/// any diacritics. Built once.
/// </summary>
internal sealed class FormTexts
{
    private static readonly TextHit[] Nothing = [];

    private readonly Dictionary<string, TextHit[]> exact;
    private readonly Dictionary<string, TextHit[]> folded;
    private readonly Lazy<Dictionary<string, TextHit[]>> bare;
    private readonly Dictionary<string, MarkNames> marks;
    private readonly Dictionary<string, int> siblings;
    private readonly HashSet<string> properties;

    private sealed record MarkNames(Dictionary<string, FieldDefinition> Names, Dictionary<string, FieldDefinition> Tags);

    public FormTexts(FormCatalog catalog)
    {
        Catalog = catalog;
        var texts = catalog.Forms.SelectMany(Texts).ToList();
        folded = Index(texts, VietnameseText.Fold);
        // The usual case without folding; a form whose text differs by a full stop alone is found all the same.
        exact = texts.Select(t => t.Text).Distinct(StringComparer.Ordinal).Select(t => (Text: t, Key: VietnameseText.Fold(t))).Where(t => t.Key.Length > 0).ToDictionary(t => t.Text, t => folded[t.Key], StringComparer.Ordinal);
        bare = new(() => Index(texts, VietnameseText.FoldMarks));
        LongestText = texts.Max(t => t.Text.Length);
        properties = catalog.Forms.SelectMany(f => f.Properties).Select(p => VietnameseText.Fold(p.Label)).ToHashSet(StringComparer.Ordinal);
        siblings = catalog.Forms.ToDictionary(f => f.Id, f => catalog.Forms.Count(f.IsSiblingOf), StringComparer.Ordinal);
        marks = catalog.Forms.ToDictionary(f => f.Id, f => new MarkNames(
            f.Fields.ToDictionary(x => x.MarkName, StringComparer.OrdinalIgnoreCase),
            f.Fields.Select(x => (Tag: x.Id, Field: x)).Concat(f.Fields.Where(x => x.Kind is FieldKind.Rating).SelectMany(x => f.ChoicesOf(x.Kind).Select(c => (Tag: $"{x.Id}.{c.Value}", Field: x))))
                .ToDictionary(x => x.Tag, x => x.Field, StringComparer.OrdinalIgnoreCase)), StringComparer.Ordinal);
    }

    /// <summary>The field that a mark of ours stands for: a defined name in Excel, a control's tag in Word.</summary>
    public FieldDefinition? Marked(FormDefinition form, Host host, string mark)
    {
        var own = marks[form.Id];
        return (host is Host.Excel ? own.Names : own.Tags).GetValueOrDefault(mark);
    }

    public FormCatalog Catalog { get; }

    /// <summary>How many other forms differ from this one by level or locality alone.</summary>
    public int Siblings(FormDefinition form) => siblings[form.Id];

    /// <summary>The printed words of a line about the unit.</summary>
    public bool IsProperty(string text) => text.Length <= LongestText && properties.Contains(VietnameseText.Fold(text).TrimEnd(':', ' '));

    public int LongestText { get; }

    /// <summary>What the text stands for; empty for a text that is on no form.</summary>
    public TextHit[] Find(string text)
    {
        if (text.Length > LongestText * 3) { return Nothing; }
        if (exact.TryGetValue(text, out var hits)) { return hits; }
        var key = VietnameseText.Fold(text);
        if (key.Length < 2) { return Nothing; }
        return folded.TryGetValue(key, out hits) || (WithoutNumber(key) is { } words && folded.TryGetValue(words, out hits)) ? hits : Nothing;
    }

    /// <summary>The same for a text that lost its diacritics: "Thuc hien cong tac …".</summary>
    public TextHit[] FindBare(string text)
    {
        if (text.Length > LongestText * 3) { return Nothing; }
        var key = VietnameseText.FoldMarks(text);
        return key.Length >= 8 && (bare.Value.TryGetValue(key, out var hits) || (WithoutNumber(key) is { } words && bare.Value.TryGetValue(words, out hits))) ? hits : Nothing;
    }

    /// <summary>A folded text without the "1.1.1.", "tiêu chí 1:", "-" in front of it; null when there is none.</summary>
    public static string? WithoutNumber(string folded)
    {
        var i = 0;
        foreach (var word in Headings)
        {
            if (folded.StartsWith(word, StringComparison.Ordinal) && folded.Length > word.Length && (folded[word.Length] == ' ' || char.IsAsciiDigit(folded[word.Length]))) { i = word.Length; break; }
        }
        while (i < folded.Length && (char.IsAsciiDigit(folded[i]) || folded[i] is ' ' or '.' or ':' or ')' or '(' or '-' or '+' or '*' or '/' or '\t')) { i++; }
        return i > 0 && i < folded.Length ? folded[i..] : null;
    }

    private static readonly string[] Headings = ["tiêu chuẩn", "tiêu chí", "chỉ tiêu", "chỉ số", "phần", "tieu chuan", "tieu chi", "chi tieu", "chi so", "phan"];

    private static IEnumerable<(string Text, TextHit Hit)> Texts(FormDefinition form)
    {
        foreach (var node in form.Nodes)
        {
            var hit = new TextHit(form, TextRole.Node, node);
            foreach (var text in node.Variants.Prepend(node.Title))
            {
                yield return (text, hit);
                yield return ($"{node.Code}. {text}", hit);
                if (node.Label is { } label)
                {
                    yield return ($"{label}: {text}", hit);
                    yield return ($"{label} {text}", hit);
                }
            }
        }
        for (var i = 0; i < form.Columns.Length; i++) { yield return (form.Columns[i].Title, new TextHit(form, TextRole.Column, null, i)); }
        foreach (var unit in form.Units) { yield return (unit.Name, new TextHit(form, TextRole.Unit)); }
        yield return (form.Title, new TextHit(form, TextRole.Title));
        foreach (var line in form.TitleLines) { yield return (line, new TextHit(form, TextRole.Title)); }
        if ((form.Annex ?? form.LayoutBasis?.LocalAnnex) is { } annex) { yield return (annex, new TextHit(form, TextRole.Annex)); }
        if (form.Notes is { } notes)
        {
            foreach (var note in notes.Items.Prepend(notes.Heading)) { yield return (note, new TextHit(form, TextRole.Notes)); }
        }
    }

    private static Dictionary<string, TextHit[]> Index(IEnumerable<(string Text, TextHit Hit)> texts, Func<string, string> key) => texts
        .GroupBy(t => key(t.Text), t => t.Hit)
        .Where(g => g.Key.Length > 0)
        .ToDictionary(g => g.Key, g => g.Distinct<TextHit>(ReferenceEqualityComparer.Instance).ToArray(), StringComparer.Ordinal);
}
