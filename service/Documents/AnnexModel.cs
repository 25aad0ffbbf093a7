using LearningCity.Docs.Forms;
using LearningCity.Docs.Reading;

namespace LearningCity.Docs.Documents;

/// <summary>
/// What the Word template of a form is filled with: plain dictionaries, lists, texts and flags under Vietnamese names, which are the template author's vocabulary.
/// The blank form, the filled form and the final annex differ in it and in nothing else.
/// </summary>
internal static class AnnexModel
{
    /// <summary>Biểu trống: every entry shows its prompt.</summary>
    public static IReadOnlyDictionary<string, object?> Blank(FormDefinition form) => Of(form, form.AttachedLine, new EntryControls(form, null, isFinal: false));

    /// <summary>Biểu đã điền: still a form, what is missing shows its prompt.</summary>
    public static IReadOnlyDictionary<string, object?> Filled(FormEntries entries) =>
        Of(entries.Form, entries.Form.AttachedLine, new EntryControls(entries.Form, entries, isFinal: false));

    /// <summary>Phụ lục: goes with the sender's own paper; what is missing stays empty.</summary>
    /// <param name="draft">Bản nháp: DỰ THẢO on every page.</param>
    public static Dictionary<string, object?> Final(FormEntries entries, DocumentKind kind, DocumentDetails details, DocumentCatalog catalog, bool draft = false) =>
        Of(entries.Form, LetterReference.AttachedTo(kind, details, catalog), new EntryControls(entries.Form, entries, isFinal: true), draft, Name(entries.Form, details));

    /// <summary>An annex of a paper has a name in the place of the dots: the locality's own, else the plain word (Nghị định 30/2020, Phụ lục I, mục III khoản 1).</summary>
    private static string? Name(FormDefinition form, DocumentDetails details) =>
        form.Annex ?? (form.LayoutBasis?.LocalAnnex is null ? null : details.Text("annexName") ?? LanguageTable.Vietnamese.Render("document.annex"));

    private static Dictionary<string, object?> Of(FormDefinition form, string attached, EntryControls controls, bool draft = false, string? annex = null) => new()
    {
        ["bieu"] = new Dictionary<string, object?> { ["ma"] = form.Id, ["phien_ban"] = form.Version, ["ten"] = form.Title },
        ["ban_chinh"] = controls.IsFinal,
        ["du_thao"] = draft,
        ["co_phu_luc"] = (annex ?? form.Annex) is not null,
        ["phu_luc"] = annex ?? form.Annex ?? "",
        ["co_cho_ten_phu_luc"] = annex is null && form.Annex is null && form.LayoutBasis?.LocalAnnex is not null,
        ["cho_ten_phu_luc"] = form.LayoutBasis?.LocalAnnex ?? "",
        ["co_dac_diem"] = !form.Properties.IsEmpty,
        ["dac_diem"] = form.Properties.Select(p => controls.Property(p)).ToArray(),
        ["dong_tieu_de"] = form.TitleLines.Select(line => new Dictionary<string, object?> { ["dong"] = line }).ToArray(),
        ["kem_theo"] = attached,
        ["cot"] = Columns(form),
        ["hang"] = form.Layout is FormLayout.Results ? ResultRows.Of(form, controls) : new FigureRows(form, controls),
        ["co_luu_y"] = form.Notes is not null,
        ["luu_y"] = new Dictionary<string, object?>
        {
            ["tieu_de"] = form.Notes?.Heading ?? "",
            ["muc"] = (form.Notes?.Items ?? []).Select(item => new Dictionary<string, object?> { ["noi_dung"] = item }).ToArray(),
        },
    };

    /// <summary>The titles of the columns that the form has, by what they hold.</summary>
    /// <exception cref="InvalidOperationException">The form has a column that its layout's template does not draw.</exception>
    private static Dictionary<string, object?> Columns(FormDefinition form)
    {
        var known = ColumnNames(form.Layout);
        return form.Columns.ToDictionary(
            column => known.FirstOrDefault(k => k.Is(column)).Name ?? throw new InvalidOperationException($"Form {form.Id}: the template of a {form.Layout} form draws no column '{column.Title}'."),
            column => (object?)column.Title);
    }

    /// <summary>The names of the columns that a layout's template draws, and which column of a form each is. The one of the texts is first.</summary>
    public static ImmutableArray<(string Name, Func<ColumnDefinition, bool> Is)> ColumnNames(FormLayout layout) => layout is FormLayout.Results
        ? [("noi_dung", c => c.Role is ColumnRole.Text), ("nhan", c => c.Role is ColumnRole.Label), ("tom_tat", c => c.Field == ResultRows.Summary), ("minh_chung", c => c.Field == ResultRows.Evidence), ("ket_qua", c => c.Field == ResultRows.Result)]
        : [("chi_so", c => c.Role is ColumnRole.Text), ("tieu_chuan", c => c.Ancestor is NodeKind.Standard), ("tieu_chi", c => c.Ancestor is NodeKind.Criterion),
            ("phu_trach", c => c.Role is ColumnRole.Unit), ("so_lieu", c => c.Role is ColumnRole.Data)];
}
