using LearningCity.Docs.Forms;

namespace LearningCity.Docs.Reporting;

/// <summary>A form as other programs list it.</summary>
internal sealed record FormSummary(
    string Id, string Version, string Title, string? Annex, string AttachedTo, DateOnly ValidFrom, DateOnly? ValidTo, string? ValidToNote, string? PlaceLevel, int? RecognitionLevel, int Indicators, int Entries);

/// <summary>A form with everything printed on it and everything to fill in.</summary>
internal sealed record FormDescription(
    FormSummary Form,
    ImmutableArray<string> TitleLines,
    string? CriteriaSet,
    ImmutableArray<string> Units,
    ImmutableArray<PartReport> Parts,
    ImmutableArray<RatingReport> RatingScale,
    ImmutableArray<SettingReport> Settings,
    NotesReport? Notes,
    ImmutableArray<NodeDescription> Nodes);

/// <summary>An office that can have its part of the form alone (<c>blank?unit=KEY</c>).</summary>
internal sealed record PartReport(string Key, string Name);

internal sealed record RatingReport(int Value, string Label);

internal sealed record NotesReport(string Heading, ImmutableArray<string> Items);

internal sealed record NodeDescription(string Code, string Kind, string? Label, string Title, string? Unit, ImmutableArray<FieldDescription> Fields, ImmutableArray<NodeDescription> Children);

/// <param name="Id">The entry id of the reports.</param>
/// <param name="Mark">The defined name of its cell in Excel.</param>
internal sealed record FieldDescription(string Id, string Kind, string Label, string? Group, string? Unit, bool Required, string Mark);

/// <summary>Definitions of forms → what other programs read.</summary>
internal static class FormReports
{
    public static ImmutableArray<FormSummary> List(FormCatalog catalog) => [.. catalog.Forms.Select(Summary)];

    public static FormDescription Describe(FormDefinition form) => new(
        Summary(form),
        form.TitleLines,
        form.CriteriaSet,
        [.. form.Units.Select(u => u.Name)],
        [.. form.Parts().Select(u => new PartReport(u.Key, u.Name))],
        [.. form.RatingScale.Select(r => new RatingReport(r.Value, r.Label))],
        [.. form.Settings.Select(s => new SettingReport(s.Id, s.Title, s.Value, s.Default, s.Reason))],
        form.Notes is { } notes ? new NotesReport(notes.Heading, notes.Items) : null,
        [.. form.Roots.Select(Node), .. form.Total is { } total ? [Node(total)] : ImmutableArray<NodeDescription>.Empty]);

    private static FormSummary Summary(FormDefinition form) => new(
        form.Id, form.Version, form.Title, form.Annex, form.AttachedTo, form.ValidFrom, form.ValidTo, form.ValidToNote, form.PlaceLevel, form.RecognitionLevel, form.Indicators.Count(), form.Fields.Length);

    private static NodeDescription Node(FormNode node) => new(
        node.Code, CheckReports.Lower(node.Kind.ToString()), node.Label, node.Title, node.Unit?.Name, [.. node.Fields.Select(Field)], [.. node.Children.Select(Node)]);

    private static FieldDescription Field(FieldDefinition field) => new(field.Id, CheckReports.Lower(field.Kind.ToString()), field.Label, field.Group, field.Unit, field.Required, field.MarkName);
}
