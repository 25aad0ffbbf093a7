using System.Globalization;
using LearningCity.Docs.Forms;
using LearningCity.Docs.Text;

namespace LearningCity.Docs.Writing;

/// <summary>One step of a rating scale in its own cell: the printed words, and whether it is ticked.</summary>
internal sealed record ScaleStep(Rating Step, bool IsTicked)
{
    private const char Tick = '☒';

    public string Ticked => $"{Tick} {Step.Printed}";

    /// <summary>As the paper prints it: the digit over its words.</summary>
    public string Shown => IsTicked ? Ticked : $"{Step.Value.ToString(CultureInfo.InvariantCulture)}\n{Step.Label}";
}

/// <summary>A rating as the paper prints it: its whole scale, of which one step is ticked.</summary>
internal static class ScaleSteps
{
    /// <param name="typed">"4", "4 Rất tốt"; blank for a scale without a tick.</param>
    /// <returns>Null for any other field, and for words that are no step of the scale: they need a cell to stand in.</returns>
    public static ImmutableArray<ScaleStep>? Of(FormDefinition form, FieldDefinition field, string? typed)
    {
        if (field.Kind is not FieldKind.Rating || form.RatingScale.IsEmpty || field.Group is not null) { return null; }
        if (string.IsNullOrWhiteSpace(typed)) { return [.. form.RatingScale.Select(step => new ScaleStep(step, false))]; }
        var key = VietnameseText.Fold(typed).Trim();
        var chosen = form.RatingScale.FirstOrDefault(step => key == VietnameseText.Fold(step.Printed) || key == VietnameseText.Fold(step.Label) || key == step.Value.ToString(CultureInfo.InvariantCulture));
        return chosen is null ? null : [.. form.RatingScale.Select(step => new ScaleStep(step, step == chosen))];
    }
}
