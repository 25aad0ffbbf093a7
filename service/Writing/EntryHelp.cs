using System.Globalization;
using ClosedXML.Excel;
using LearningCity.Docs.Forms;
using LearningCity.Docs.Reading;

namespace LearningCity.Docs.Writing;

/// <summary>
/// What helps before any add-in does: lists to choose from, bounds with a prompt and an error text, a tint until filled, red where figures contradict each other. Choices are strict. Bounds only
/// warn: an official may have to write "chưa có số liệu" where a number is expected. Nothing computes into an entry's cell.
/// </summary>
internal sealed class EntryHelp
{
    private static readonly XLColor Unfilled = XLColor.FromArgb(0xFF, 0xF9, 0xDB);
    private static readonly XLColor Contradiction = XLColor.FromArgb(0xFF, 0xC7, 0xCE);
    private static readonly XLColor ContradictionText = XLColor.FromArgb(0x9C, 0x00, 0x06);

    private readonly LanguageTable language = LanguageTable.Vietnamese;
    private readonly FormDefinition form;
    private readonly Dictionary<string, IXLRange> cells;

    private readonly ILookup<string, GridCell> steps;

    private EntryHelp(FormDefinition form, Dictionary<string, IXLRange> cells, ILookup<string, GridCell> steps) => (this.form, this.cells, this.steps) = (form, cells, steps);

    /// <param name="cells">Where each entry is typed, by entry id.</param>
    /// <param name="steps">The cells of each printed scale, one of which is to be ticked.</param>
    public static void Add(FormDefinition form, Dictionary<string, IXLRange> cells, ILookup<string, GridCell> steps)
    {
        var help = new EntryHelp(form, cells, steps);
        foreach (var property in form.Properties) { help.Property(property); }
        foreach (var node in form.Nodes)
        {
            foreach (var check in node.Checks) { help.Contradicts(check); }
            foreach (var field in node.Fields) { help.Field(node, field); }
        }
    }

    private void Field(FormNode node, FieldDefinition field)
    {
        if (steps.Contains(field.Id)) { OneOf(field); return; }
        var cell = cells[field.Id];
        if (field.Required) { cell.AddConditionalFormat().WhenIsTrue($"LEN(TRIM({At(field)}))=0").Fill.SetBackgroundColor(Unfilled); }
        var rule = cell.FirstCell().AsRange().SetDataValidation();
        switch (field.Kind)
        {
            case FieldKind.Summary:
                Prompt(rule, "summary", Hinted(node, node.Rule is Rule.Attested { Evidence: { } evidence } ? Evidence(evidence) : null));
                break;
            case FieldKind.Evidence:
                Prompt(rule, "evidence", null);
                NeedsEvidence(node, field, cell);
                break;
            case FieldKind.Result:
                rule.List(field.MayNotApply ? "\"Đạt,Không đạt,Không áp dụng\"" : "\"Đạt,Không đạt\"", true);
                Explain(rule, field.MayNotApply ? "resultOrNone" : "result", XLErrorStyle.Stop);
                break;
            case FieldKind.Trend:
                rule.List("\"Tăng,Giảm\"", true);
                Explain(rule, "trend", XLErrorStyle.Stop);
                break;
            case FieldKind.Rating:
                rule.List($"\"{string.Join(',', form.RatingScale.Select(r => r.Value))}\"", true);
                Explain(rule, "rating", XLErrorStyle.Stop, string.Join(", ", form.RatingScale.Select(r => r.Printed)));
                break;
            case FieldKind.Percent:
                var most = field.AllowOver100 ? 1000 : 100;
                rule.Decimal.Between(0, most);
                Explain(rule, node.Rule is Rule.RatioMin { BareUnit: BareRatio.Ask } ratio && ratio.Field == field ? "ratio" : "percent", field.AllowOver100 ? XLErrorStyle.Information : XLErrorStyle.Warning, most);
                break;
            case FieldKind.Count:
                rule.WholeNumber.EqualOrGreaterThan(0);
                Explain(rule, "count", XLErrorStyle.Warning);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(field), field.Kind, "a kind of field without help");
        }
        if (node.Checks.OfType<ConsistencyCheck.Total>().FirstOrDefault(t => t.Sum == field) is { } total)
        {
            rule.InputMessage = language.Render("blank.total", field.Label, string.Join(" + ", total.Parts.Select(p => p.Label))) + " " + rule.InputMessage;
        }
    }

    private void Property(UnitProperty property)
    {
        var rule = cells[property.Field.Id].FirstCell().AsRange().SetDataValidation();
        rule.List($"\"{PropertyReader.Open},{PropertyReader.Yes},{PropertyReader.No}\"", true);
        Explain(rule, "property", XLErrorStyle.Stop);
        if (property.Field.Required) { cells[property.Field.Id].AddConditionalFormat().WhenIsTrue($"{At(property.Field)}=\"{PropertyReader.Open}\"").Fill.SetBackgroundColor(Unfilled); }
    }

    /// <summary>Tinted where Đạt stands without evidence.</summary>
    private void NeedsEvidence(FormNode node, FieldDefinition field, IXLRange cell)
    {
        if (form.RollUp is not RollUp.AllOf { EvidenceBasis: not null } || node.Kind is not NodeKind.Indicator || node.Fields.FirstOrDefault(f => f.Kind is FieldKind.Result) is not { } result) { return; }
        cell.AddConditionalFormat().WhenIsTrue($"AND(TRIM({At(result)})=\"Đạt\",LEN(TRIM({At(field)}))=0)").Fill.SetBackgroundColor(Contradiction);
    }

    /// <summary>What the row's own hint says, before what is asked for. Excel takes 255 characters.</summary>
    private string? Hinted(FormNode node, string? prompt) => node.Hint is not { } hint ? prompt
        : $"{hint} {prompt ?? language.Render("blank.summary.prompt")}" is { Length: <= 255 } both ? both : hint;

    /// <summary>Each step's cell offers itself with a tick and without; two ticks contradict each other.</summary>
    private void OneOf(FieldDefinition field)
    {
        var scale = cells[field.Id];
        var ticks = $"SUMPRODUCT(--(LEFT({scale.RangeAddress.ToStringFixed(XLReferenceStyle.A1)},1)=\"☒\"))";
        if (field.Required) { scale.AddConditionalFormat().WhenIsTrue($"{ticks}=0").Fill.SetBackgroundColor(Unfilled); }
        var several = scale.AddConditionalFormat().WhenIsTrue($"{ticks}>1");
        several.Fill.SetBackgroundColor(Contradiction);
        several.Font.SetFontColor(ContradictionText);
        foreach (var cell in steps[field.Id])
        {
            var rule = scale.Worksheet.Cell(cell.Row, cell.Column).AsRange().SetDataValidation();
            rule.List($"\"{cell.Step!.Ticked},{cell.Step.Step.Printed}\"", true);
            Explain(rule, "scale", XLErrorStyle.Stop, cell.Step.Step.Printed);
        }
    }

    private string Evidence(Evidence evidence) => evidence switch
    {
        Forms.Evidence.PercentMin share => language.Render("blank.summary.share", share.Of),
        Forms.Evidence.Shares several => language.Render("blank.summary.shares", several.Thresholds.Select(t => new Sentence("blank.summary.oneShare", t.Of)).ToImmutableArray()) is { Length: <= 255 } all ? all : language.Render("blank.summary.prompt"),
        Forms.Evidence.LevelReached level => language.Render("blank.summary.level", level.Standard),
        Forms.Evidence.CountMin count => language.Render("blank.summary.count", count.Of),
        Forms.Evidence.Rises { Falls: true } => language.Render("blank.summary.falls"),
        Forms.Evidence.Rises => language.Render("blank.summary.rises"),
        _ => throw new ArgumentOutOfRangeException(nameof(evidence), evidence, "evidence without a prompt"),
    };

    private void Prompt(IXLDataValidation rule, string kind, string? instead, params ImmutableArray<object> arguments)
    {
        rule.IgnoreBlanks = true;
        rule.ShowInputMessage = true;
        rule.InputTitle = language.Render($"blank.{kind}.title");
        rule.InputMessage = instead ?? language.Render($"blank.{kind}.prompt", arguments);
    }

    private void Explain(IXLDataValidation rule, string kind, XLErrorStyle style, params ImmutableArray<object> arguments)
    {
        Prompt(rule, kind, null, arguments);
        rule.ShowErrorMessage = true;
        rule.ErrorStyle = style;
        rule.ErrorTitle = language.Render($"blank.{kind}.title");
        rule.ErrorMessage = language.Render($"blank.{kind}.error", arguments);
    }

    /// <summary>Red where all figures are filled in and cannot hold together.</summary>
    private void Contradicts(ConsistencyCheck check)
    {
        var (shown, parts, wrong) = check switch
        {
            ConsistencyCheck.Total total => (total.Sum, total.Parts.Add(total.Sum), $"ROUND({At(total.Sum)}-({string.Join('+', total.Parts.Select(At))}),6)<>0"),
            ConsistencyCheck.Between between => (between.Field, between.Parts.Add(between.Field),
                $"OR({At(between.Field)}<MIN({string.Join(',', between.Parts.Select(At))}),{At(between.Field)}>MAX({string.Join(',', between.Parts.Select(At))}))"),
            ConsistencyCheck.SumMax most => (most.Parts[^1], most.Parts, $"{string.Join('+', most.Parts.Select(At))}>{most.Value.ToString(CultureInfo.InvariantCulture)}"),
            _ => throw new ArgumentOutOfRangeException(nameof(check), check, "a check that Excel cannot show"),
        };
        // IF, not AND: Excel computes all of AND, and a text among the figures would make the sum an error.
        var format = cells[shown.Id].AddConditionalFormat().WhenIsTrue($"IF(COUNT({string.Join(',', parts.Select(At))})={parts.Length},{wrong},FALSE)");
        format.Fill.SetBackgroundColor(Contradiction);
        format.Font.SetFontColor(ContradictionText);
    }

    private string At(FieldDefinition field) => cells[field.Id].FirstCell().Address.ToStringFixed(XLReferenceStyle.A1);
}
