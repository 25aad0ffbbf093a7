using System.Collections;
using LearningCity.Docs.Forms;

namespace LearningCity.Docs.Documents;

/// <summary>
/// The rows of a figures form (the UNESCO table): a row for each part and one for each field. The titles of standard, criterion, indicator and group and the office stand in their
/// first row; the flags <c>dau_…</c> say which that is, and the template merges the others into it.
/// </summary>
/// <remarks>Rows are made as they are asked for: a table of thousands of rows is never in memory as a whole.</remarks>
internal sealed class FigureRows(FormDefinition form, EntryControls controls) : IEnumerable<object?>
{
    /// <summary>How many names a row has: rows are many, and a dictionary that grows is copied each time.</summary>
    private const int Names = 47;

    private readonly ImmutableArray<PrintedChoice> choices = form.ChoicesOf(FieldKind.Rating);

    public IEnumerator<object?> GetEnumerator()
    {
        FormNode? standard = null, criterion = null;
        var (standardBegins, criterionBegins) = (true, true);
        foreach (var node in form.Nodes)
        {
            switch (node.Kind)
            {
                case NodeKind.Part:
                    yield return Row(node.Printed);
                    (standard, standardBegins) = (null, true);
                    (criterion, criterionBegins) = (null, true);
                    break;
                case NodeKind.Standard:
                    (standard, standardBegins) = (node, true);
                    (criterion, criterionBegins) = (null, true);
                    break;
                case NodeKind.Criterion:
                    (criterion, criterionBegins) = (node, true);
                    break;
                case NodeKind.Indicator:
                    var group = 0;
                    for (var i = 0; i < node.Fields.Length; i++)
                    {
                        var field = node.Fields[i];
                        var groupBegins = field.Group is not null && (i == 0 || node.Fields[i - 1].Group != field.Group);
                        if (groupBegins) { group++; }
                        var row = FieldRow(node, field, field.Group is null ? null : group);
                        row["tieu_chuan"] = standard?.Printed ?? "";
                        row["tieu_chi"] = criterion?.Printed ?? "";
                        row["dau_tieu_chuan"] = standardBegins;
                        row["dau_tieu_chi"] = criterionBegins;
                        row["dau_chi_so"] = i == 0;
                        row["dau_nhom"] = groupBegins;
                        yield return row;
                        (standardBegins, criterionBegins) = (false, false);
                    }
                    break;
                default:
                    throw new InvalidOperationException($"A figures form has no row for {node.Kind} {node.Code}.");
            }
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private Dictionary<string, object?> FieldRow(FormNode indicator, FieldDefinition field, int? group)
    {
        var row = Row("");
        var shape = (field.Kind is FieldKind.Trend or FieldKind.Rating ? "lua_chon" : "so_lieu") + (field.Group is not null ? "_theo_nhom" : field.HasLabel ? "_co_nhan" : "");
        row["la_phan"] = false;
        row[controls.WriteScale(row, field, indicator.Code) ? TemplateScale.Shape : shape] = true;
        row["chi_so"] = indicator.Printed;
        row["phu_trach"] = indicator.Unit?.Name ?? "";
        row["nhom"] = field.Group ?? "";
        row["nhan"] = field.Label;
        row["don_vi"] = field.Unit ?? "";
        row["la_xu_huong"] = field.Kind is FieldKind.Trend;
        controls.Write(row, field, indicator.Code, group);
        return row;
    }

    /// <summary>The row of a part; it names everything that a template may ask a row for.</summary>
    private Dictionary<string, object?> Row(string title)
    {
        var row = Blank(title);
        foreach (var choice in choices)
        {
            foreach (var what in EntryControls.StepNames) { row[EntryControls.StepName(what, choice)] = ""; }
        }
        return row;
    }

    private static Dictionary<string, object?> Blank(string title) => new(Names)
    {
        ["la_phan"] = true,
        ["noi_dung"] = title,
        ["so_lieu_theo_nhom"] = false,
        ["so_lieu_co_nhan"] = false,
        ["so_lieu"] = false,
        ["lua_chon_theo_nhom"] = false,
        ["lua_chon_co_nhan"] = false,
        [TemplateScale.Shape] = false,
        ["tieu_chuan"] = "",
        ["tieu_chi"] = "",
        ["chi_so"] = "",
        ["phu_trach"] = "",
        ["nhom"] = "",
        ["nhan"] = "",
        ["don_vi"] = "",
        ["la_xu_huong"] = false,
        ["dau_tieu_chuan"] = true,
        ["dau_tieu_chi"] = true,
        ["dau_chi_so"] = true,
        ["dau_nhom"] = true,
        ["ma"] = "",
        ["ten"] = "",
        ["nhac"] = "",
        ["cho_nhap"] = false,
        ["gia_tri"] = "",
    };
}
