using LearningCity.Docs.Forms;

namespace LearningCity.Docs.Documents;

/// <summary>Công văn đề nghị cung cấp số liệu: for each office in charge its indicators and the figures that each asks for. A way of assessing is no office and gets no letter.</summary>
internal static class UnitLetters
{
    /// <summary>The model's names for the letters and, in each, for the office that it goes to.</summary>
    public const string List = "cong_van", Receiver = "don_vi";

    public static object?[] Of(FormDefinition form) => [.. form.Units.Where(u => u.IsUnit)
        .Select(unit => (unit, own: form.Indicators.Where(i => i.Unit?.Key == unit.Key).ToList()))
        .Where(letter => letter.own.Count > 0)
        .Select(letter => (object?)new Dictionary<string, object?>
        {
            [Receiver] = letter.unit.Name,
            ["so_chi_so"] = letter.own.Count,
            ["chi_so"] = letter.own.Select((indicator, i) => (object?)new Dictionary<string, object?>
            {
                ["thu_tu"] = i + 1,
                ["ma"] = indicator.Code,
                ["ten"] = ResultsSummary.Title(indicator),
                ["can"] = DetailNames.Lines(FiguresSummary.Grouped(indicator, Asked)),
            }).ToArray(),
        })];

    /// <summary>A field in the words in which an office is asked for it.</summary>
    public static string Asked(FieldDefinition field) => field.Kind switch
    {
        FieldKind.Trend => LanguageTable.Vietnamese.Render("asked.trend"),
        FieldKind.Rating => LanguageTable.Vietnamese.Render("asked.rating"),
        _ when !field.HasLabel => LanguageTable.Vietnamese.Render("asked.rate"),
        _ => LanguageTable.Vietnamese.Render("asked.figure", field.Label, field.Unit ?? "%"),
    };
}
