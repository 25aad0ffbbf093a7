using LearningCity.Docs.Forms;
using LearningCity.Docs.Reading;

namespace LearningCity.Docs.Checking.Rules;

/// <summary>LC2001: what the form wants and nobody has filled in yet. A row that was not found has its own finding, and a blank with a reason too.</summary>
internal sealed class RequiredEntryIsFilled : ICheckingRule
{
    public IEnumerable<Finding> Check(FormEntries entries, DateOnly today)
    {
        foreach (var node in entries.Form.Nodes)
        {
            if (entries.IsOutside(node)) { continue; }
            foreach (var field in node.Fields)
            {
                if (!field.Required || entries[field] is not { Found: true, Value: EntryValue.Blank { Reason: null } } entry) { continue; }
                yield return entry.Finding(FindingCatalog.LC2001_Blank, Name(FormNames.Of(entries.Form, node), field), What(field)) with { Value = null };
            }
        }
    }

    /// <summary>"Kết quả tự đánh giá (Tiêu chí 4, Chỉ tiêu 1)".</summary>
    private static Sentence Name(Sentence row, FieldDefinition field) =>
        field.HasLabel ? new Sentence("field.named", row, field.Group is null ? field.Label : $"{field.Group} – {field.Label}") : new Sentence("field.plain", row);

    private static Sentence What(FieldDefinition field) => new($"LC2001.{field.Kind switch
    {
        FieldKind.Summary => "summary",
        FieldKind.Result => "result",
        FieldKind.Percent => "percent",
        FieldKind.Count => "count",
        FieldKind.Trend => "trend",
        FieldKind.Rating => "rating",
        _ => throw new System.Diagnostics.UnreachableException(),
    }}");
}
