using LearningCity.Docs.Forms;

namespace LearningCity.Docs.Documents;

/// <summary>The rows of a results form (Phụ lục IIIb): every criterion, indicator and the TỔNG HỢP row with a summary and a result.</summary>
internal static class ResultRows
{
    public const string Summary = "summary";
    public const string Evidence = "evidence";
    public const string Result = "result";

    /// <summary>What a row of one page holds in the summary's column, with room to spare: about 50 lines of 30 letters.</summary>
    private const int MostLetters = 1200;
    private const int LettersOfALine = 30;

    public static object?[] Of(FormDefinition form, EntryControls controls)
    {
        var rows = new List<object?>(form.Nodes.Length);
        foreach (var root in form.Roots) { Add(root, "", rows, controls); }
        if (form.Total is { } total) { rows.Add(Row(total, total.Title, controls)); }
        return [.. rows];
    }

    private static void Add(FormNode node, string above, List<object?> rows, EntryControls controls)
    {
        var own = node.Label ?? node.Code;
        var place = above.Length == 0 ? own : LanguageTable.Vietnamese.Render("control.within", above, own);
        rows.Add(Row(node, place, controls));
        foreach (var child in node.Children) { Add(child, place, rows, controls); }
    }

    private static Dictionary<string, object?> Row(FormNode node, string place, EntryControls controls)
    {
        var summary = controls.Of(node.Field(Summary)!, place);
        return new()
        {
            ["giu_hang"] = TallerThanAPage((string)summary["gia_tri"]!) ? "off" : "on",
            ["la_tieu_chi"] = node.Kind is not (NodeKind.Indicator or NodeKind.Total),
            ["la_chi_tieu"] = node.Kind is NodeKind.Indicator,
            ["la_tong_hop"] = node.Kind is NodeKind.Total,
            ["nhan"] = node.Label ?? "",
            ["noi_dung"] = node.Printed,
            ["tom_tat"] = summary,
            ["minh_chung"] = node.Field(Evidence) is { } evidence ? controls.Of(evidence, place) : NoEvidence,
            ["co_the_khong_ap_dung"] = node.Field(Result)!.MayNotApply,
            ["ket_qua"] = controls.Of(node.Field(Result)!, place),
        };
    }

    /// <summary>For a form without the column, which its template does not have either.</summary>
    private static readonly Dictionary<string, object?> NoEvidence = new() { ["ma"] = "", ["ten"] = "", ["nhac"] = "", ["cho_nhap"] = false, ["gia_tri"] = "" };

    /// <summary>A row that no page holds must be let go on to the next one: kept whole, Word tears it where it likes and LibreOffice loses lines.</summary>
    private static bool TallerThanAPage(string summary) => summary.Length + (LettersOfALine * summary.AsSpan().Count('\n')) > MostLetters;
}
