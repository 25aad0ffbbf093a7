using System.Globalization;
using LearningCity.Docs.Forms;
using LearningCity.Docs.Reading;

namespace LearningCity.Docs.Documents;

/// <summary>Ô nhập: the content control of each entry: tag, name, prompt, and what is written in it. <paramref name="entries"/> is null for a blank form.</summary>
internal sealed class EntryControls(FormDefinition form, FormEntries? entries, bool isFinal)
{
    /// <summary>Word cuts the name of a content control after 64 characters.</summary>
    private const int LongestName = 64;

    /// <summary>A control must hold something; a blank is read back as nothing.</summary>
    private const string Nothing = " ";

    public bool IsFinal => isFinal;

    /// <param name="place">The row in words, "Tiêu chí 4, Chỉ tiêu 1", or an indicator's code.</param>
    /// <param name="group">Which of the indicator's groups, from 1.</param>
    public Dictionary<string, object?> Of(FieldDefinition field, string place, int? group = null)
    {
        var control = new Dictionary<string, object?>(5);
        Write(control, field, place, group);
        return control;
    }

    /// <summary>A line about the unit: its words, and the boxes, which stand there also before they are ticked.</summary>
    public Dictionary<string, object?> Property(UnitProperty property)
    {
        var written = entries is null ? "" : Written(entries[property.Field], form);
        return new()
        {
            ["nhan"] = property.Label,
            ["ma"] = property.Field.Id,
            ["ten"] = Name(property.Field, "", null),
            ["gia_tri"] = PropertyReader.Written(written),
        };
    }

    /// <summary>The same five names into a row that has them.</summary>
    public void Write(Dictionary<string, object?> row, FieldDefinition field, string place, int? group)
    {
        var written = entries is null ? "" : Written(entries[field], form);
        row["ma"] = field.Id;
        row["ten"] = Name(field, place, group);
        row["nhac"] = LanguageTable.Vietnamese.Render(Prompt(field.Kind));
        row["cho_nhap"] = written.Length == 0 && !isFinal;
        row["gia_tri"] = written.Length == 0 ? Nothing : written;
    }

    /// <summary>A rating as its printed scale: a check box for each step. False for what no check box can say, such as a reason why there is none.</summary>
    public bool WriteScale(Dictionary<string, object?> row, FieldDefinition field, string place)
    {
        if (field.Kind is not FieldKind.Rating || field.Group is not null || form.RatingScale.IsEmpty) { return false; }
        var value = entries?[field].Value;
        if (value is not (null or EntryValue.Blank { Reason: null } or EntryValue.Choice)) { return false; }
        foreach (var choice in form.ChoicesOf(field.Kind))
        {
            var ticked = value is EntryValue.Choice chosen && chosen.Value == choice.Value;
            row[StepName("dau", choice)] = ticked ? "1" : "0";
            row[StepName("muc", choice)] = ticked ? "☒" : "☐";
            row[StepName("ten", choice)] = LanguageTable.Vietnamese.Render("control.step", place, choice.Text);
            row[StepName("ma", choice)] = $"{field.Id}.{choice.Value}";
        }
        return true;
    }

    /// <summary>What a template asks a row for, for one step: its mark, its check box, the name and the tag of its control.</summary>
    public static string StepName(string what, PrintedChoice choice) => $"{what}_{choice.Value}";

    public static readonly ImmutableArray<string> StepNames = ["dau", "muc", "ten", "ma"];

    /// <summary>The key of the sentence that an empty control shows. Readers take the same sentences for blanks.</summary>
    public static string Prompt(FieldKind kind) => kind switch
    {
        FieldKind.Summary => "prompt.summary",
        FieldKind.Evidence => "prompt.evidence",
        FieldKind.Property => "prompt.property",
        FieldKind.Result => "prompt.result",
        FieldKind.Trend => "prompt.trend",
        FieldKind.Rating => "prompt.rating",
        FieldKind.Percent or FieldKind.Count => "prompt.figure",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    private static string Name(FieldDefinition field, string place, int? group)
    {
        var name = field.Kind switch
        {
            FieldKind.Summary => LanguageTable.Vietnamese.Render("control.summary", place),
            FieldKind.Evidence => LanguageTable.Vietnamese.Render("control.evidence", place),
            FieldKind.Property => field.Label,
            FieldKind.Result => LanguageTable.Vietnamese.Render("control.result", place),
            _ when group is { } number => LanguageTable.Vietnamese.Render("control.figureOfGroup", place, number, field.Label),
            _ => LanguageTable.Vietnamese.Render("control.figure", place, field.Label),
        };
        if (name.Length <= LongestName) { return name; }
        var cut = name.LastIndexOf(' ', LongestName - 1);
        return name[..(cut < 0 ? LongestName - 1 : cut)] + "…";
    }

    /// <summary>What the user typed, as an official writes it; empty when there is nothing.</summary>
    public static string Written(Entry entry, FormDefinition form) => entry.Value switch
    {
        EntryValue.Blank blank => blank.Reason ?? "",
        EntryValue.Number number => LanguageTable.Vietnamese.Number(number.Value) + number.Unit switch
        {
            NumberUnit.AsField => "",
            NumberUnit.Percent => "%",
            NumberUnit.Ratio => " " + LanguageTable.Vietnamese.Render("value.times"),
            _ => throw new InvalidOperationException($"{number.Unit}"),
        },
        EntryValue.Text text => text.Value,
        EntryValue.Choice choice => Chosen(entry.Field.Kind, choice.Value, form),
        EntryValue.Unreadable unreadable => unreadable.Raw,
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static string Chosen(FieldKind kind, string choice, FormDefinition form) => (kind, choice) switch
    {
        (FieldKind.Trend, "increase") => LanguageTable.Vietnamese.Render("value.increase"),
        (FieldKind.Trend, "decrease") => LanguageTable.Vietnamese.Render("value.decrease"),
        (FieldKind.Property, _) => PropertyReader.Written(choice),
        (FieldKind.Rating, _) => form.RatingScale.FirstOrDefault(step => step.Value.ToString(CultureInfo.InvariantCulture) == choice)?.Printed ?? choice,
        _ => choice,
    };
}
