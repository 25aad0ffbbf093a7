using LearningCity.Docs.Forms;
using LearningCity.Docs.Reading;

namespace LearningCity.Docs.Evaluation;

/// <summary>Figures of an indicator as sentences, and what keeps them from being judged.</summary>
internal static class Figures
{
    /// <summary>What the fields' entries lack, the gravest first: unreadable, then doubtful, then blank. Null when all of them say something.</summary>
    public static Judgement? Obstacle(FormEntries entries, ImmutableArray<FieldDefinition> fields) => AllSpeak(entries, fields) ? null
        : Obstacle(entries, fields, Outcome.Invalid, "evaluation.invalid", e => e.Value is EntryValue.Unreadable { Doubtful: false })
        ?? Obstacle(entries, fields, Outcome.NeedsReview, "evaluation.doubtful", e => e.Value is EntryValue.Unreadable)
        ?? Obstacle(entries, fields, Outcome.Missing, "evaluation.missing", e => e.Value is EntryValue.Blank);

    /// <summary>"95,5%", or with what is printed beside the cell: "Hộ nghèo 2,5%".</summary>
    public static Sentence Percent(FieldDefinition field, decimal value) => Named(field, new Sentence("figure.percent", value));

    /// <summary>A figure under the words of its cell; a cell beside which only the unit stands has none.</summary>
    public static Sentence Named(FieldDefinition field, Sentence figure) =>
        field.Kind is FieldKind.Percent or FieldKind.Count && field.HasLabel ? new Sentence("figure.named", Name(field), figure) : figure;

    /// <summary>Group and label: "Số trẻ em 6 tuổi vào lớp 1 – Tỷ lệ".</summary>
    public static string Name(FieldDefinition field) => field.Group is null ? field.Label : $"{field.Group} – {field.Label}";

    private static bool AllSpeak(FormEntries entries, ImmutableArray<FieldDefinition> fields)
    {
        foreach (var field in fields)
        {
            if (entries[field].Value is EntryValue.Blank or EntryValue.Unreadable) { return false; }
        }
        return true;
    }

    private static Judgement? Obstacle(FormEntries entries, ImmutableArray<FieldDefinition> fields, Outcome outcome, string key, Func<Entry, bool> stands)
    {
        var causes = ImmutableArray.CreateBuilder<Sentence>();
        foreach (var field in fields)
        {
            var entry = entries[field];
            if (stands(entry)) { causes.Add(Cause(field, entry)); }
        }
        return causes.Count == 0 ? null : new Judgement(outcome, new Sentence(key, causes.ToImmutable()), fields);
    }

    private static Sentence Cause(FieldDefinition field, Entry entry) => entry.Value switch
    {
        EntryValue.Blank { Reason: { } reason } => new Sentence("evaluation.cause.reason", Name(field), reason),
        EntryValue.Unreadable unreadable => new Sentence("evaluation.cause.raw", Name(field), unreadable.Raw.Trim()),
        _ => new Sentence("evaluation.cause.blank", Name(field)),
    };
}
