using LearningCity.Docs.Forms;
using LearningCity.Docs.Reading;
using LearningCity.Docs.Tests.Support;

namespace LearningCity.Docs.Tests.Documents;

/// <summary>Forms filled in memory, as if read from a file.</summary>
internal static class FilledForm
{
    public static FormDefinition Iiib { get; } = SampleForms.Form("phu-luc-iiib");

    public static FormDefinition Unesco { get; } = SampleForms.Form("unesco-ba-dinh");

    /// <summary>Every entry that <paramref name="value"/> gives something for; the others blank.</summary>
    public static FormEntries Of(FormDefinition form, Func<FieldDefinition, EntryValue?> value) => new(form, Host.Excel,
        [.. form.Fields.Select(f => new Entry(f, value(f) ?? new EntryValue.Blank(), "", Location.File))], []);

    public static FormEntries With(FormDefinition form, params (string Id, EntryValue Value)[] values) =>
        Of(form, field => values.FirstOrDefault(v => v.Id == field.Id).Value);

    /// <summary>A plausible value for every field, no two numbers alike.</summary>
    public static FormEntries Typical(FormDefinition form) => Of(form, field => field.Kind switch
    {
        FieldKind.Summary => new EntryValue.Text($"Đã ban hành {field.Order + 1} văn bản; tổ chức 12/12 lớp tập huấn cho 1.250 người.\nMinh chứng: Báo cáo số {field.Order + 10}/BC-PGDĐT."),
        FieldKind.Evidence => new EntryValue.Text($"Báo cáo số {field.Order + 10}/BC-UBND ngày 15/01/2025"),
        FieldKind.Property => new EntryValue.Choice(field.Order % 2 == 0 ? "Có" : "Không"),
        FieldKind.Result => new EntryValue.Choice(field.Order % 7 == 3 ? "Không đạt" : "Đạt"),
        FieldKind.Percent when field.AllowOver100 => new EntryValue.Number(150, NumberUnit.Percent), // without a unit it is doubtful
        FieldKind.Percent => new EntryValue.Number(50 + field.Order / 2m),
        FieldKind.Count => new EntryValue.Number(1200 + field.Order),
        FieldKind.Trend => new EntryValue.Choice(field.Order % 2 == 0 ? "increase" : "decrease"),
        FieldKind.Rating => new EntryValue.Choice($"{1 + field.Order % 5}"),
        _ => throw new ArgumentOutOfRangeException(nameof(form)),
    });
}
