using LearningCity.Docs.Forms;
using LearningCity.Docs.Text;

namespace LearningCity.Docs.Reading;

/// <summary>Every field of a file in which the paper prints choices, so that one row can be compared with the others of its kind.</summary>
internal sealed class Scales
{
    private readonly FormDefinition form;
    private readonly Dictionary<string, ChoiceCells> read = new(StringComparer.Ordinal);
    private readonly Dictionary<FieldKind, ChoiceTokens> tokens = [];
    private readonly Dictionary<FieldKind, PrintedPlaces> places = [];

    public Scales(FormDefinition form) => this.form = form;

    public ChoiceTokens Tokens(FieldKind kind)
    {
        if (!tokens.TryGetValue(kind, out var known)) { tokens[kind] = known = new ChoiceTokens(form.ChoicesOf(kind)); }
        return known;
    }

    public void Add(FieldDefinition field, ChoiceCells cells)
    {
        read[field.Id] = cells;
        foreach (var (cell, choice) in cells.InOwnCells) { Places(field.Kind).Add(cell, choice); }
    }

    /// <summary>Where the rows print the choices; complete once every row is added.</summary>
    public PrintedPlaces Places(FieldKind kind)
    {
        if (!places.TryGetValue(kind, out var known)) { places[kind] = known = new PrintedPlaces(); }
        return known;
    }

    public ChoiceCells? Of(FieldDefinition field) => read.GetValueOrDefault(field.Id);

    /// <summary>"5 Xuất sắc", and nothing else: a step of the scale as the paper prints it.</summary>
    public bool IsStep(string key) => key.Length > 2 && char.IsAsciiDigit(key[0]) && form.RatingScale.Any(step => key == VietnameseText.Fold(step.Printed));

    /// <summary>The rows with the same choices.</summary>
    public IReadOnlyCollection<ChoiceCells> OfKind(FieldKind kind) => [.. form.Fields.Where(f => f.Kind == kind).Select(Of).OfType<ChoiceCells>()];
}
