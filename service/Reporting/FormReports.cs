using System.ComponentModel.DataAnnotations;
using System.Globalization;
using LearningCity.Docs.Documents;
using LearningCity.Docs.Forms;

namespace LearningCity.Docs.Reporting;

/// <summary>A form as other programs list it: what is in force first.</summary>
/// <param name="InForce">On the day of the answer.</param>
/// <param name="LayoutNote">What about the layout is no text of the regulation; null where the whole form was issued.</param>
/// <param name="NextLevel">The id of the form of the next level.</param>
internal sealed record FormSummary(
    string Id, string Version, string Title, string? Annex, string AttachedTo, DateOnly ValidFrom, DateOnly? ValidTo, string? ValidToNote, string? PlaceLevel, int? RecognitionLevel, int Indicators, int Entries,
    bool InForce, string? Family, string Name, string? LayoutNote, string? NextLevel);

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
    ImmutableArray<NodeDescription> Nodes,
    ImmutableArray<PropertyDescription> Properties,
    RecognitionReport? Recognition,
    NextLevelReport? Next,
    ProcedureReport? Procedure);

/// <summary>Who evaluates, receives and decides, and by when; null for a form that no circular orders it for.</summary>
/// <param name="Note">Why what stands for details that are left open differs from the words of the circular.</param>
internal sealed record ProcedureReport(string Circular, ImmutableArray<StepReport> Steps, string? Note);

/// <param name="Before">dd/MM of the year after the data year; null where no day is named.</param>
/// <param name="WorkingDays">From the day on which a valid dossier is received; null where none are named.</param>
internal sealed record StepReport([property: AllowedValues("writer", "chair", "filing", "council", "decision")] string Step, string Who, string Clause, string? Before, int? WorkingDays);

/// <summary>What the rules depend on besides the figures.</summary>
/// <param name="Id">Its entry id: <c>unit.vung_kho_khan</c>.</param>
internal sealed record PropertyDescription(string Id, string Label, string Basis, bool Required);

internal sealed record RecognitionReport(int Months, string Basis, int UpgradeAfterMonths, string UpgradeBasis);

/// <summary>The form of the next level, and the rows in which it asks for something else.</summary>
internal sealed record NextLevelReport(string Id, string Name, ImmutableArray<ChangeReport> Changes);

internal sealed record ChangeReport(string Code, string Before, string After);

/// <summary>An office that can have its part of the form alone (<c>blank?unit=KEY</c>).</summary>
internal sealed record PartReport(string Key, string Name);

internal sealed record RatingReport(int Value, string Label);

internal sealed record NotesReport(string Heading, ImmutableArray<string> Items);

internal sealed record NodeDescription(string Code, string Kind, string? Label, string Title, string? Unit, ImmutableArray<FieldDescription> Fields, ImmutableArray<NodeDescription> Children, ImmutableArray<string> Clauses, string? Slip, string? Hint);

/// <param name="Id">The entry id of the reports.</param>
/// <param name="Mark">The defined name of its cell in Excel.</param>
internal sealed record FieldDescription(string Id, string Kind, string Label, string? Group, string? Unit, bool Required, string Mark);

/// <summary>Definitions of forms → what other programs read.</summary>
internal static class FormReports
{
    public static ImmutableArray<FormSummary> List(FormCatalog catalog, DateOnly today) => [.. catalog.InOrder(today).Select(f => Summary(f, today))];

    public static FormDescription Describe(FormDefinition form, FormCatalog catalog, Procedure? procedure, DateOnly today) => new(
        Summary(form, today),
        form.TitleLines,
        form.CriteriaSet,
        [.. form.Units.Select(u => u.Name)],
        [.. form.Parts().Select(u => new PartReport(u.Key, u.Name))],
        [.. form.RatingScale.Select(r => new RatingReport(r.Value, r.Label))],
        [.. form.Settings.Select(s => new SettingReport(s.Id, s.Title, s.Value, s.Default, s.Reason))],
        form.Notes is { } notes ? new NotesReport(notes.Heading, notes.Items) : null,
        [.. form.Roots.Select(Node), .. form.Total is { } total ? [Node(total)] : ImmutableArray<NodeDescription>.Empty],
        [.. form.Properties.Select(p => new PropertyDescription(p.Field.Id, p.Label, p.Basis, p.Field.Required))],
        form.Recognition is { } term ? new RecognitionReport(term.Months, term.Basis, term.UpgradeAfterMonths, term.UpgradeBasis) : null,
        form.NextLevel is { } next && catalog.Find(next) is { } above
            ? new NextLevelReport(above.Id, above.Sheet, [.. NextLevel.Changes(form, above).Select(c => new ChangeReport(c.After.Code, c.Before.Title, c.After.Title))])
            : null,
        procedure is null ? null : Procedure(procedure));

    private static ProcedureReport Procedure(Procedure procedure) => new(
        procedure.Circular,
        [
            new("writer", procedure.Writer.Who, procedure.Writer.Clause, null, null),
            .. procedure.Chair is { } chair ? new[] { new StepReport("chair", chair.Who, chair.Clause, null, null) } : [],
            Step("filing", procedure.Filing),
            new("council", procedure.Council.Who, procedure.Council.Clause, null, null),
            Step("decision", procedure.Decision),
        ],
        procedure.Note);

    private static StepReport Step(string step, Deadline deadline) =>
        new(step, deadline.Who, deadline.Clause, deadline.Day is null ? null : string.Create(CultureInfo.InvariantCulture, $"{deadline.Day:00}/{deadline.Month:00}"), deadline.WorkingDays);

    private static FormSummary Summary(FormDefinition form, DateOnly today) => new(
        form.Id, form.Version, form.Title, form.Annex, form.AttachedTo, form.ValidFrom, form.ValidTo, form.ValidToNote, form.PlaceLevel, form.RecognitionLevel, form.Indicators.Count(), form.Fields.Length,
        form.InForce(today), form.Family, form.Name, form.LayoutBasis?.Note, form.NextLevel);

    private static NodeDescription Node(FormNode node) => new(
        node.Code, CheckReports.Lower(node.Kind.ToString()), node.Label, node.Title, node.Unit?.Name, [.. node.Fields.Select(Field)], [.. node.Children.Select(Node)], node.Provenance?.Clauses ?? [], node.Slip, node.Hint);

    private static FieldDescription Field(FieldDefinition field) => new(field.Id, CheckReports.Lower(field.Kind.ToString()), field.Label, field.Group, field.Unit, field.Required, field.MarkName);
}
