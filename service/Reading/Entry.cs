using LearningCity.Docs.Forms;

namespace LearningCity.Docs.Reading;

/// <summary>What a cell says, once its field is known. A closed union; reading never fails, it ends in <see cref="Unreadable"/>.</summary>
internal abstract record EntryValue
{
    private EntryValue() { }

    /// <summary>Nothing was typed, or only the dots, dashes and prompts that forms print. <paramref name="Reason"/>: "Chưa có số liệu".</summary>
    internal sealed record Blank(string? Reason = null) : EntryValue;

    /// <summary>In the field's own unit: percent points, people, or for a ratio typed with "lần" see <paramref name="Unit"/>.</summary>
    internal sealed record Number(decimal Value, NumberUnit Unit = NumberUnit.AsField) : EntryValue;

    internal sealed record Text(string Value) : EntryValue;

    /// <summary>The canonical word: <c>Đạt</c>, <c>Không đạt</c>, <c>increase</c>, <c>decrease</c>, <c>1</c>..<c>5</c>.</summary>
    internal sealed record Choice(string Value) : EntryValue;

    /// <summary>Something is there that cannot be taken as the field's kind; a finding says why. <paramref name="Doubtful"/>: readable in two ways, so a person must decide.</summary>
    internal sealed record Unreadable(string Raw, bool Doubtful = false) : EntryValue;
}

/// <summary>The unit a number was typed with, where it matters: <c>AsField</c> none or the field's own, <c>Percent</c> "%", <c>Ratio</c> "lần".</summary>
internal enum NumberUnit { AsField, Percent, Ratio }

/// <summary>One filled (or empty) field: value, what was typed, where.</summary>
internal sealed record Entry(FieldDefinition Field, EntryValue Value, string Raw, Location Location)
{
    public string Id => Field.Id;

    /// <summary>Read from the looks of a printed choice alone: a person must look at it before it counts.</summary>
    public bool NeedsReview { get; init; }

    /// <summary>False when the row of the form was not found, so there is no cell to be blank.</summary>
    public bool Found { get; init; } = true;

    /// <summary>Answered beside the file, which leaves it open.</summary>
    public bool IsGiven { get; init; }
}

/// <summary>The program whose file it is: <c>excel</c> or <c>word</c>.</summary>
internal enum Host { Excel, Word }

/// <summary>An official form as read from a file: every field of its definition has exactly one entry.</summary>
/// <param name="Entries">In the order of the form's fields.</param>
/// <param name="Findings">What reading itself found, unsorted: identity (LC11xx) and single entries (LC2xxx).</param>
internal sealed record FormEntries(FormDefinition Form, Host Host, ImmutableArray<Entry> Entries, ImmutableArray<Finding> Findings)
{
    public Entry this[FieldDefinition field] => Form.Part is null ? Entries[field.Order] : Entries.First(e => e.Id == field.Id);

    /// <summary>The number typed for a field; null when it is blank or unreadable.</summary>
    public decimal? Number(FieldDefinition field) => this[field].Value is EntryValue.Number number ? number.Value : null;
}
