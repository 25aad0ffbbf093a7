using LearningCity.Docs.Forms;
using LearningCity.Docs.Reading;
using LearningCity.Docs.Text;

namespace LearningCity.Docs.Writing;

/// <summary>
/// What goes into an entry's cell. A number typed plainly the Vietnamese way becomes a real number, so that Excel can add it up; every other text stays as it was typed.
/// Percent points are no Excel percentage: 95,5 is stored as 95.5 and "%" stands beside it.
/// </summary>
/// <param name="Number">Null for a text.</param>
/// <param name="Shown">As the sheet shows it; empty for a blank.</param>
internal sealed record EntryContent(double? Number, string Shown)
{
    /// <summary>Groups of three by a literal dot, whatever language Excel speaks.</summary>
    private const string Grouped = @"[>=1000000]#\.000\.000;[>=1000]#\.000;General";

    public static EntryContent Of(FieldDefinition field, string? typed)
    {
        if (field.Kind is FieldKind.Property) { return new EntryContent(null, PropertyReader.Written(typed)); }
        var text = (typed ?? "").ReplaceLineEndings("\n");
        return field.Kind is FieldKind.Percent or FieldKind.Count or FieldKind.Rating
            && VietnameseNumber.Read(text) is NumberReading.Value { Unit: null, Notes: NumberNotes.Plain, Approximation: null } value
            ? new EntryContent((double)value.Number, text.Trim())
            : new EntryContent(null, text);
    }

    /// <summary>
    /// Null is "General". Percents stay so: under any other format Excel takes a typed "95,5%" for 0,955 and hides it, and <c>0.##</c> would show "95,".
    /// </summary>
    public static string? NumberFormat(FieldDefinition field) => field.Kind switch
    {
        FieldKind.Count => Grouped,
        FieldKind.Summary or FieldKind.Evidence or FieldKind.Result or FieldKind.Property or FieldKind.Percent or FieldKind.Trend or FieldKind.Rating => null,
        _ => throw new ArgumentOutOfRangeException(nameof(field), field.Kind, "a kind of field without a number format"),
    };
}
