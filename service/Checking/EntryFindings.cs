using LearningCity.Docs.Forms;
using LearningCity.Docs.Reading;

namespace LearningCity.Docs.Checking;

/// <summary>How a rule speaks of an entry.</summary>
internal static class EntryFindings
{
    /// <summary>A finding at the entry's own cell, with what was typed there.</summary>
    public static Finding Finding(this Entry entry, FindingDescriptor descriptor, params ImmutableArray<object> arguments) =>
        new(descriptor, entry.Location, arguments) { Entry = entry.Id, Value = entry.Raw };

    /// <summary>"Nam 120", "Tổng 6%".</summary>
    public static Sentence Figure(this FieldDefinition field, decimal value)
    {
        Sentence figure = field.Kind is FieldKind.Percent ? new Sentence("figure.percent", value) : new Sentence("figure.number", value);
        return field.HasLabel ? new Sentence("figure.named", field.Label, figure) : figure;
    }

    /// <summary>The numbers of the fields, when all of them are numbers.</summary>
    public static ImmutableArray<decimal>? Numbers(this FormEntries entries, ImmutableArray<FieldDefinition> fields)
    {
        var numbers = ImmutableArray.CreateBuilder<decimal>(fields.Length);
        foreach (var field in fields)
        {
            if (entries.Number(field) is not { } number) { return null; }
            numbers.Add(number);
        }
        return numbers.ToImmutable();
    }

    /// <summary>"Nam 120 + Nữ 115".</summary>
    public static Sentence Sum(ImmutableArray<FieldDefinition> fields, ImmutableArray<decimal> numbers) =>
        fields.Zip(numbers, (field, number) => field.Figure(number)).Aggregate((left, right) => new Sentence("figure.plus", left, right));

    public static ImmutableArray<Location> Locations(this FormEntries entries, IEnumerable<FieldDefinition> fields) => [.. fields.Select(f => entries[f].Location)];

    public static FieldDefinition? Result(this FormNode node) => node.Fields.FirstOrDefault(f => f.Kind is FieldKind.Result);
}
