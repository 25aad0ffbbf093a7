using System.Globalization;

namespace LearningCity.Docs.Benchmarks;

/// <summary>A figure for every field, the same in every run: what an official would have typed, and no finding of severity error.</summary>
internal static class SampleFigures
{
    /// <summary>A number for percents, counts and ratings, as the sheet has one; the word that the form prints otherwise.</summary>
    public static object Of(FormDefinition form, FieldDefinition field) => field.Kind switch
    {
        FieldKind.Percent when field.AllowOver100 => 150m + field.Order % 20,
        FieldKind.Percent when field.Name.EndsWith("rate", StringComparison.Ordinal) || field.Name is "total" or "male" or "female" => 96.5m,
        FieldKind.Percent => 40m + field.Order % 10 / 2m,
        FieldKind.Count when field.Name.EndsWith("total", StringComparison.Ordinal) => 2434m,
        FieldKind.Count when field.Name.EndsWith("female", StringComparison.Ordinal) => 1200m,
        FieldKind.Count => 1234m,
        FieldKind.Trend => field.Order % 2 == 0 ? "Tăng" : "Giảm",
        FieldKind.Rating => (decimal)form.RatingScale[field.Order % form.RatingScale.Length].Value,
        FieldKind.Result => "Đạt",
        _ => "Đã thực hiện đầy đủ theo kế hoạch",
    };

    /// <summary>As officials write it on paper: 95,5 and 1.234.</summary>
    public static string Written(object figure) => figure is decimal number ? number.ToString("#,0.##", Vietnamese) : (string)figure;

    private static readonly NumberFormatInfo Vietnamese = new() { NumberDecimalSeparator = ",", NumberGroupSeparator = "." };
}
