using LearningCity.Docs.Evaluation;
using LearningCity.Docs.Forms;
using LearningCity.Docs.Reading;

namespace LearningCity.Docs.Documents;

/// <summary>
/// The evaluation of a figures form (the UNESCO table) as papers tell it: counts, each standard's indicators with figures and result, what falls short and by how much, what is missing, and each office's share.
/// The form has no verdict as a whole, and none is made here.
/// </summary>
internal static class FiguresSummary
{
    public static void Add(Dictionary<string, object?> model, FormEntries entries, FormEvaluation evaluation)
    {
        var indicators = Leaves(evaluation.Nodes).ToList();
        var rows = indicators.Select(i => Indicator(i, entries)).ToList();
        object?[] Of(params Outcome[] outcomes) => [.. indicators.Zip(rows).Where(pair => outcomes.Contains(pair.First.Outcome)).Select(pair => pair.Second)];
        PaperModel.Set(model, "thong_ke", Counts(evaluation.Counts));
        PaperModel.Set(model, "so_tieu_chuan", entries.Form.Nodes.Count(n => n.Kind is NodeKind.Standard));
        PaperModel.Set(model, "phan", evaluation.Nodes.Select(part => (object?)new Dictionary<string, object?>
        {
            ["ten"] = part.Node.Printed,
            ["tieu_chuan"] = part.Children.Select(standard => (object?)new Dictionary<string, object?>
            {
                ["ten"] = standard.Node.Printed,
                ["thong_ke"] = LanguageTable.Vietnamese.Render(standard.Because),
                ["chi_so"] = Leaves(standard.Children).Select(i => Indicator(i, entries)).ToArray(),
            }).ToArray(),
        }).ToArray());
        PaperModel.Set(model, "chua_dat", Of(Outcome.NotMet));
        PaperModel.Set(model, "con_thieu", Of(Outcome.Missing, Outcome.Invalid));
        PaperModel.Set(model, "can_xem_xet", Of(Outcome.NeedsReview));
        PaperModel.Set(model, "don_vi_phu_trach", evaluation.ByUnit.Select((unit, i) => (object?)new Dictionary<string, object?>(Counts(unit.Counts)) { ["thu_tu"] = i + 1, ["ten"] = unit.Unit.Name }).ToArray());
        PaperModel.Set(model, UnitLetters.List, UnitLetters.Of(entries.Form));
        foreach (var unit in entries.Form.Units) { PaperModel.Set(model, $"don_vi.{unit.Key.ToLowerInvariant()}", unit.Name); }
    }

    private static Dictionary<string, object?> Indicator(NodeEvaluation indicator, FormEntries entries) => new()
    {
        ["ma"] = indicator.Node.Code,
        ["ten"] = ResultsSummary.Title(indicator.Node),
        ["phu_trach"] = indicator.Node.Unit?.Name ?? "",
        ["so_lieu"] = DetailNames.Lines(Grouped(indicator.Node, field => Figure(entries[field], entries.Form))),
        ["con_thieu"] = DetailNames.Lines(Grouped(indicator.Node, field => Lacking(entries[field]))),
        ["ket_qua"] = ResultsSummary.Word(indicator.Outcome, "outcome.noFigures"),
        ["can_cu"] = LanguageTable.Vietnamese.Render(indicator.Because),
        ["chenh_lech"] = indicator.Distance is { } distance ? LanguageTable.Vietnamese.Render(distance) : "",
    };

    /// <summary>One line for each field or, under their common heading, for each group of fields; what says nothing is left out.</summary>
    public static IEnumerable<string> Grouped(FormNode indicator, Func<FieldDefinition, string> text)
    {
        for (var i = 0; i < indicator.Fields.Length;)
        {
            var group = indicator.Fields[i].Group;
            var fields = indicator.Fields.Skip(i).TakeWhile((f, at) => at == 0 || (group is not null && f.Group == group)).ToList();
            i += fields.Count;
            var said = string.Join("; ", fields.Select(text).Where(t => t.Length > 0));
            if (said.Length > 0) { yield return group is null ? said : $"{group}: {said}"; }
        }
    }

    /// <summary>What is still to be given: "Tỷ lệ (%)", with the reason or the unusable text that stands in its place.</summary>
    private static string Lacking(Entry entry) => entry.Value switch
    {
        EntryValue.Blank { Reason: { } reason } => $"{UnitLetters.Asked(entry.Field)}: “{reason}”",
        EntryValue.Blank => UnitLetters.Asked(entry.Field),
        EntryValue.Unreadable unreadable => $"{UnitLetters.Asked(entry.Field)}: “{unreadable.Raw.Trim()}”",
        _ => "",
    };

    /// <summary>"Nam 1.512 trẻ", "99,6%"; empty when nothing is written.</summary>
    private static string Figure(Entry entry, FormDefinition form)
    {
        var written = EntryControls.Written(entry, form);
        if (written.Length == 0) { return ""; }
        var field = entry.Field;
        var unit = entry.Value is EntryValue.Number { Unit: NumberUnit.AsField } ? field.Unit switch { null => "", "%" => "%", var other => " " + other } : "";
        return field.Kind is FieldKind.Percent or FieldKind.Count && field.HasLabel ? $"{field.Label} {written}{unit}" : written + unit;
    }

    private static Dictionary<string, object?> Counts(OutcomeCounts counts) => new()
    {
        ["so_chi_so"] = counts.Met + counts.NotMet + counts.Recorded + counts.Missing + counts.Invalid + counts.NeedsReview,
        ["dat"] = counts.Met,
        ["khong_dat"] = counts.NotMet,
        ["ghi_nhan"] = counts.Recorded,
        ["con_thieu"] = counts.Missing + counts.Invalid,
        ["can_xem_xet"] = counts.NeedsReview,
    };

    private static IEnumerable<NodeEvaluation> Leaves(IEnumerable<NodeEvaluation> of) => of.SelectMany(n => n.Node.Kind is NodeKind.Indicator ? [n] : Leaves(n.Children));
}
