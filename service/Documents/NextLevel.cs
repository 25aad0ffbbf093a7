using LearningCity.Docs.Forms;
using LearningCity.Docs.Reading;

namespace LearningCity.Docs.Documents;

/// <summary>
/// Nâng mức độ: a filled form taken over into the form of the next level. A row whose words are the same keeps its entries. Where the next level asks for more, the summary and the evidence stay for
/// whoever judges anew, and the result is left open, as are those of its criterion and of the whole.
/// </summary>
internal static class NextLevel
{
    public static FormEntries Of(FormEntries entries, FormDefinition next)
    {
        var changed = Changes(entries.Form, next).Select(c => c.After.Code).ToHashSet(StringComparer.Ordinal);
        var taken = next.Fields.Select(field =>
        {
            var before = entries.Form.Fields.FirstOrDefault(f => f.Id == field.Id);
            return before is not null && Stays(next, field, changed) ? entries[before] with { Field = field } : new Entry(field, new EntryValue.Blank(), "", Location.File);
        });
        return new FormEntries(next, entries.Host, [.. taken], []);
    }

    /// <summary>The rows whose words differ, as they were and as they are: what else the next level asks for.</summary>
    public static ImmutableArray<LevelChange> Changes(FormDefinition form, FormDefinition next) =>
        [.. from after in next.Nodes
            let before = form.Nodes.FirstOrDefault(n => n.Code == after.Code)
            where before is not null && before.Title != after.Title
            select new LevelChange(before, after)];

    private static bool Stays(FormDefinition next, FieldDefinition field, HashSet<string> changed)
    {
        if (field.Kind is FieldKind.Property) { return true; }
        var node = next.Node(field.Node);
        return node.Kind switch
        {
            NodeKind.Total => false,
            NodeKind.Indicator => field.IsProse || !changed.Contains(node.Code),
            _ => field.IsProse || !node.Children.Any(c => changed.Contains(c.Code)),
        };
    }
}

/// <summary>A row of one level and the same row of the next.</summary>
internal sealed record LevelChange(FormNode Before, FormNode After);

/// <summary>The form of the next level, filled from a file of the level below.</summary>
/// <param name="Warnings">What the dates of recognition say against it.</param>
internal sealed record TakenOver(FormDefinition From, FormDefinition To, ImmutableArray<LevelChange> Changes, FileFormat Format, byte[] File, ImmutableArray<Finding> Warnings);
