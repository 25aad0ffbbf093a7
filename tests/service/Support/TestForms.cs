using LearningCity.Docs.Forms;
using LearningCity.Docs.Reading;

namespace LearningCity.Docs.Tests.Support;

/// <summary>The shipped forms, as they are or with a setting changed in their file, and a small language to fill them.</summary>
internal static class TestForms
{
    public static FormDefinition IIIb { get; } = Load("phu-luc-iiib");

    public static FormDefinition Unesco { get; } = Load("unesco-ba-dinh");

    public static FormDefinition With(this FormDefinition form, string setting, string value)
    {
        var text = Source(form.Id);
        var changed = text.Replace($"- id: {setting}\n", $"- id: {setting}\n  value: {value}\n", StringComparison.Ordinal);
        changed.ShouldNotBe(text);
        return FormFile.Read($"{form.Id}.yaml", changed);
    }

    /// <summary>Every field blank but those named, typed as in Excel text cells; what is wrong with a cell is among the findings.</summary>
    public static FormEntries Fill(this FormDefinition form, params (string Id, string Typed)[] typed)
    {
        var texts = typed.ToDictionary(t => t.Id, t => t.Typed);
        texts.Keys.Except(form.Fields.Select(f => f.Id)).ShouldBeEmpty();
        var readings = form.Fields.Select(f =>
        {
            var text = texts.GetValueOrDefault(f.Id, "");
            var cell = new RawCell(text, text.Length == 0 ? RawKind.Blank : RawKind.Text, At(f));
            return (Field: f, Cell: cell, Reading: EntryReader.Read(form, f, cell));
        }).ToList();
        return new FormEntries(form, Host.Excel, [.. readings.Select(r => new Entry(r.Field, r.Reading.Value, r.Cell.Text, r.Cell.Location))], [.. readings.SelectMany(r => r.Reading.Findings)]);
    }

    /// <summary>Every summary written and every result of the indicators as given; those of criteria and total stay blank.</summary>
    public static FormEntries FillIIIb(string result, params (string Id, string Typed)[] but)
    {
        var typed = IIIb.Indicators.SelectMany(n => new[] { ($"{n.Code}.summary", "Đã thực hiện"), ($"{n.Code}.result", result) }).ToDictionary();
        foreach (var (id, text) in but) { typed[id] = text; }
        return IIIb.Fill([.. typed.Select(t => (t.Key, t.Value))]);
    }

    /// <summary>Where the field stands in these tests: one row each, in the order of the form.</summary>
    public static Location At(FieldDefinition field) => new Location.Cell("Biểu", new CellReference(field.Order + 1, 4));

    public static Location At(this FormDefinition form, string entry) => At(form.Field(entry));

    public static FieldDefinition Field(this FormDefinition form, string entry) => form.Fields.Single(f => f.Id == entry);

    public static string Vietnamese(this Sentence sentence) => LanguageTable.Vietnamese.Render(sentence);

    private static FormDefinition Load(string id) => FormFile.Read($"{id}.yaml", Source(id));

    private static string Source(string id) => File.ReadAllText(Repository.Path("templates", "forms", $"{id}.yaml"));
}
